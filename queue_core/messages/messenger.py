"""The messenger: takes what is due from the outbox and sees to it that it goes, whatever its carriers do.

Each carrier has a lane with two tasks, one that claims and one that sends, and two more that keep its line
and hear its reports; all of them are started anew when they end with a fault. What a kill leaves in hand is
claimed again when its lease is over: sent twice perhaps, under one `dedupe_key`, but never lost.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Iterator, Mapping, Sequence
from functools import partial

import structlog
from msgspec.structs import replace

from queue_core.app.errors import HallStopped
from queue_core.app.outgoing import Due, Outgoing
from queue_core.messages.attempt import Attempts, mobile
from queue_core.messages.contract import Report
from queue_core.messages.lane import Lane, Standing
from queue_core.messages.settling import Settling
from queue_core.messages.throttle import Throttle
from queue_core.messages.timing import DAY_MS, Backoff
from queue_core.store.errors import StoreError
from queue_core.store.message import NOT_NEEDED, MessageKind, MessageState
from queue_core.store.settlements import Settlement, put_back

LEASE_MS = 180_000
LOOK_EVERY_S = 0.5
FAULT_FIRST_MS, FAULT_MOST_MS = 500, 60_000
MENDED_AFTER_S = 60.0
EVERY_LANE = "all"
LAST_WORDS_S = 0.5
WAITS = "carrier-away"
REPORTED_WITHIN_MS = 3 * DAY_MS
Routes = Mapping[MessageKind, Sequence[str]]
"""The carriers of each kind by name, the first choice first."""

log = structlog.get_logger(__name__)


class Messenger:
    """Belongs to one event loop. `gone_after_ms`: so long a carrier is away before the next one is taken."""

    def __init__(
        self,
        outgoing: Outgoing,
        attempts: Attempts,
        throttle: Throttle,
        *,
        lanes: Iterable[Lane],
        routes: Routes,
        gone_after_ms: int,
        draw: Callable[[], float],
    ) -> None:
        self._outgoing = outgoing
        self._attempts = attempts
        self._throttle = throttle
        self._lanes = {each.name: each for each in lanes}
        self._routes = routes
        self._gone_after_ms = gone_after_ms
        self._faults = Backoff(first_ms=FAULT_FIRST_MS, most_ms=FAULT_MOST_MS, draw=draw)
        self._settling = Settling(outgoing)
        self._under_way: set[asyncio.Task[None]] = set()
        self._broken: dict[tuple[str, str], int] = {}

    @property
    def carriers(self) -> tuple[Standing, ...]:
        """One is up only while all parts of the messenger that it needs work."""
        return tuple(self._standing(each) for each in self._lanes.values())

    def wake(self) -> None:
        """There may be something to send. On the messenger's loop."""
        for each in self._lanes.values():
            each.wake.set()

    async def run(self) -> None:
        """Until cancelled; what was sent by then is written down.

        The lines stand as long as anything is under way.
        """
        loop = asyncio.get_running_loop()
        stop_hearing = self._outgoing.hear(lambda: _call(loop, self.wake))
        lines = [asyncio.create_task(each) for each in self._lines()]
        lanes: list[asyncio.Task[None]] = []
        try:
            await self._keep(self._remember, "memory", EVERY_LANE)
            lanes = [
                asyncio.create_task(self._keep(partial(work, each), part, each.name))
                for each in self._lanes.values()
                for part, work in (("fetching", self._fetch), ("feeding", self._feed))
            ]
            await asyncio.gather(*lanes)
        finally:
            stop_hearing()
            await _cancelled(lanes)
            await self._end()
            await _cancelled(lines)

    def _lines(self) -> Iterator[Coroutine[None, None, None]]:
        yield self._keep(self._settling.run, "settling", EVERY_LANE)
        for each in self._lanes.values():
            yield self._keep(each.carrier.run, "line", each.name, for_ever=True)
            yield self._keep(partial(self._hear_reports, each), "reports", each.name)

    def _standing(self, lane: Lane) -> Standing:
        since_ms = [at for (_, name), at in self._broken.items() if name in (lane.name, EVERY_LANE)]
        if not since_ms or not lane.standing.is_up:
            return lane.standing
        return replace(lane.standing, is_up=False, since_ms=min(since_ms))

    async def report(self, carrier: str, report: Report) -> None:
        """A delivery report that came in by another way than its carrier. Raises StoreError, HallStopped."""
        await self._settling.report(carrier, report)

    async def _keep(
        self, work: Callable[[], Awaitable[None]], part: str, lane: str, *, for_ever: bool = False
    ) -> None:
        """Start it anew whenever it fails; one that has worked for a while since is whole again.

        A carrier's text may hold a phone: only its type is logged.
        """
        loop, failures, key = asyncio.get_running_loop(), 0, (part, lane)
        while True:
            mended = loop.call_later(MENDED_AFTER_S, self._broken.pop, key, None)
            try:
                await work()
            except HallStopped:
                return
            except Exception as error:  # noqa: BLE001 the supervising loop
                mended.cancel()
                failures = failures + 1 if key in self._broken else 1
                self._broken.setdefault(key, self._outgoing.now_ms)
                log.error(  # noqa: TRY400 a traceback may quote a message
                    "a part of the messenger failed", part=part, carrier=lane, error=type(error).__name__
                )
                await asyncio.sleep(self._faults.after(failures) / 1000)
            else:
                self._broken.pop(key, None)
                if not for_ever:
                    return
                await asyncio.sleep(LOOK_EVERY_S)
            finally:
                mended.cancel()

    async def _remember(self) -> None:
        """What was sent lately limits what may be sent now, and is still reported on, after a restart too."""
        if count := await self._outgoing.disown(tuple(self._lanes)):
            log.warning("messages given up that a carrier may have which is set up no longer", count=count)
        for each in await self._outgoing.sent_since(self._outgoing.now_ms - REPORTED_WITHIN_MS):
            message = each.claimed.message
            try:
                phone = mobile(self._outgoing.phone(message))
            except StoreError:
                continue
            if phone is None:
                continue
            self._throttle.note(phone, message.kind, each.sent_at_ms)
            name, _, receipt = each.receipt.partition(":")
            if not each.is_delivered and name in self._lanes:
                self._lanes[name].carrier.expect(
                    receipt, phone=phone, sent_at_ms=each.sent_at_ms, heard=each.heard
                )

    async def _fetch(self, lane: Lane) -> None:
        """Claims while others go out: a claim takes as long as its disk."""
        while True:
            lane.wake.clear()
            lane.look(self._outgoing.now_ms)
            claimed = await self._claimed(lane)
            lane.ahead.extend(claimed)
            lane.fed.set()
            if not claimed:
                await _within(lane.wake, LOOK_EVERY_S)

    async def _feed(self, lane: Lane) -> None:
        while True:
            while not lane.ahead:
                lane.fed.clear()
                await lane.fed.wait()
            while lane.is_full:
                lane.freed.clear()
                await lane.freed.wait()
            await lane.pace.wait()
            due = lane.ahead.popleft()
            if lane.is_resting(self._outgoing.now_ms):
                self._put_back(due)
            else:
                self._begin(due, lane)
            if not lane.has_enough:
                lane.wake.set()

    def _put_back(self, due: Due) -> None:
        """No carrier has seen it."""
        now_ms = self._outgoing.now_ms
        claimed = due.claimed
        self._settling.put(
            put_back(
                claimed.message_id, WAITS, at_ms=now_ms, again_at_ms=now_ms, frees=claimed.carrier is None
            )
        )

    async def _claimed(self, lane: Lane) -> tuple[Due, ...]:
        now_ms = self._outgoing.now_ms
        room = lane.room(now_ms)
        kinds = [kind for kind in MessageKind if self._goes_by(kind, lane, now_ms)]
        if room < 1:
            return ()
        found: tuple[Due, ...] = ()
        if lane.tries_its_own:
            found = await self._claim(lane, room, ())
            lane.has_own = bool(found)
        found = found or await self._claim(lane, room, kinds)
        new = tuple(each for each in found if each.claimed.message_id not in self._settling.in_hand)
        self._settling.take(each.claimed.message_id for each in new)
        return new

    async def _claim(self, lane: Lane, room: int, kinds: Collection[MessageKind]) -> tuple[Due, ...]:
        """Of these kinds, and of all kinds what this carrier may have already."""
        return await self._outgoing.claim(limit=room, lease_ms=LEASE_MS, kinds=kinds, carrier=lane.name)

    def _goes_by(self, kind: MessageKind, lane: Lane, now_ms: int) -> bool:
        """Whether it is the first of the kind's carriers that is not away for long."""
        for name in self._routes.get(kind, ()):
            if name == lane.name:
                return True
            if not self._lanes[name].is_gone(now_ms, self._gone_after_ms):
                return False
        return False

    def _begin(self, due: Due, lane: Lane) -> None:
        lane.in_hand += 1
        task = asyncio.create_task(self._attempt(due, lane))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _attempt(self, due: Due, lane: Lane) -> None:
        try:
            settlement = await self._made(due, lane)
            self._settling.put(settlement)
            lane.has_own |= settlement.state is MessageState.FAILED and not settlement.frees
            if settlement.state is MessageState.DEAD and settlement.reason != NOT_NEEDED:
                log.warning(
                    "message given up",
                    message_id=settlement.message_id,
                    kind=due.claimed.message.kind.value,
                    code=settlement.reason,
                )
        finally:
            lane.in_hand -= 1
            lane.freed.set()
            if not lane.in_hand and not lane.ahead:
                lane.wake.set()

    async def _made(self, due: Due, lane: Lane) -> Settlement:
        """Supervises each attempt: nothing else may suffer, and an error's text may hold a phone."""
        try:
            return await self._attempts.make(due, lane)
        except Exception as error:  # noqa: BLE001 the supervising loop's: attempts are its steps
            claimed = due.claimed
            log.error(  # noqa: TRY400 likewise
                "an attempt failed",
                carrier=lane.name,
                error=type(error).__name__,
                message_id=claimed.message_id,
                kind=claimed.message.kind.value,
            )
            return self._attempts.spoilt(claimed)

    async def _hear_reports(self, lane: Lane) -> None:
        async for report in lane.carrier.reports():
            await self._settling.hear(lane.name, report, partial(lane.carrier.stored, report))

    async def _end(self) -> None:
        """Who has gone out already may still answer; then what is known is written down."""
        for due in (due for each in self._lanes.values() for due in each.ahead):
            self._put_back(due)
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=LAST_WORDS_S)
        for task in self._under_way:
            task.cancel()
        try:
            await self._settling.flush()
        except (HallStopped, StoreError):
            log.warning("the outbox could not be written at the end; messages may go out once more")


async def _cancelled(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _within(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return


def _call(loop: asyncio.AbstractEventLoop, wake: Callable[[], None]) -> None:
    """From the committer's thread; a closed loop needs no waking."""
    try:
        loop.call_soon_threadsafe(wake)
    except RuntimeError:
        return
