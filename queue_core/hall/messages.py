"""Routes of messages for staff, and what supervisors are told of them at once."""

import asyncio
from collections.abc import Iterator

import structlog
from litestar import Controller, get, post
from litestar.params import FromPath, JSONBody

from queue_core.app.errors import HallStopped
from queue_core.app.outgoing import Outgoing
from queue_core.domain.hall_day import HallDay
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.alarms import Standing
from queue_core.hall.errors import Denied
from queue_core.hall.hooks import Refused
from queue_core.hall.metrics_text import Sample, family
from queue_core.messages.messenger import Messenger
from queue_core.messages.remedies import remedy
from queue_core.messages.timing import LIFE_MS
from queue_core.store.errors import StoreError
from queue_core.store.message import DeadLetter, MessageState
from queue_core.wire import outgoing as wire
from queue_core.wire.supervision import AlarmKind
from queue_core.wire.words import Role

MOST_SHOWN = 200
LOOKED_EVERY_S = 2.0
_ONCE_MORE_MS = max(LIFE_MS.values())
_LOOK = "Look at the list again: it may be on its way already."

log = structlog.get_logger(__name__)


class Dispatch:
    """What the routes, the alarms and the metrics know of messages; without a `messenger` none is sent."""

    def __init__(self, outgoing: Outgoing, messenger: Messenger | None, refused: Refused) -> None:
        self.outgoing = outgoing
        self.messenger = messenger
        self.refused = refused
        self._dead: tuple[DeadLetter, ...] = ()

    async def keep_looking(self) -> None:
        """The alarms are asked for on the committer's thread, which must not read the outbox each time."""
        while True:
            try:
                self._dead = tuple(await self.outgoing.dead(MOST_SHOWN))
            except HallStopped:
                return
            except StoreError as error:
                log.warning("dead letters cannot be read", code=error.code, remedy=error.remedy)
            await asyncio.sleep(LOOKED_EVERY_S)

    def alarms(self, day: HallDay, now_ms: int) -> Iterator[Standing]:
        """A carrier that is away; dead letters of today; hooks refused lately. For a watchtower."""
        for each in () if self.messenger is None else self.messenger.carriers:
            if not each.is_up:
                yield Standing(
                    kind=AlarmKind.CARRIER_AWAY,
                    subject=f"carrier:{each.name}",
                    since_ms=each.since_ms,
                    figures={} if each.tried_ms is None else {"tried_ms": each.tried_ms},
                )
        of_today = [each.since_ms for each in self._dead if (each.since_ms or 0) >= day.midnight_ms]
        if of_today:
            yield Standing(kind=AlarmKind.DEAD_LETTERS, subject="messages", figures={"count": len(of_today)})
        for partner, count in self.refused.lately(now_ms):
            yield Standing(
                kind=AlarmKind.HOOK_REFUSED, subject=f"partner:{partner}", figures={"count": count}
            )

    async def metrics(self, since_ms: int) -> str:
        queued = await self.outgoing.queued()
        counts = await self.outgoing.counts(since_ms)
        carriers = () if self.messenger is None else self.messenger.carriers
        return "".join(
            (
                family(
                    "paihao_messages_waiting",
                    "gauge",
                    "Messages to citizens that wait to be sent, by kind.",
                    (Sample(each.count, {"kind": each.kind.value}) for each in queued),
                ),
                family(
                    "paihao_messages_today",
                    "gauge",
                    "Messages by what became of them today.",
                    (Sample(count, {"state": state.value}) for state, count in sorted(counts.items())),
                ),
                family(
                    "paihao_carrier_up",
                    "gauge",
                    "Whether a carrier of messages is up.",
                    (Sample(each.is_up, {"carrier": each.name}) for each in carriers),
                ),
                family(
                    "paihao_hooks_refused_total",
                    "counter",
                    "Hooks that were refused, by partner and reason.",
                    (
                        Sample(count, {"partner": partner, "reason": reason})
                        for (partner, reason), count in sorted(self.refused.counted.items())
                    ),
                ),
            )
        )


class StaffMessages(Controller):
    path = "/api/v1/messages"
    tags = ("messages",)

    @get(opt=open_for(Role.SUPERVISOR))
    async def messages(self, request: Visit) -> wire.Messages:
        """Tell how the carriers are, what waits, and what became of today's messages."""
        dispatch: Dispatch = request.app.state.dispatch
        midnight_ms = await request.desk.hall.read(lambda day: day.midnight_ms)
        counts = await dispatch.outgoing.counts(midnight_ms)
        carriers = () if dispatch.messenger is None else dispatch.messenger.carriers
        return wire.Messages(
            now_ms=request.desk.hall.now_ms,
            carriers=tuple(
                wire.CarrierStanding(
                    name=each.name,
                    is_up=each.is_up,
                    since_ms=each.since_ms,
                    in_hand=each.in_hand,
                    sent=each.sent,
                    tried_ms=each.tried_ms,
                )
                for each in carriers
            ),
            waiting=tuple(
                wire.Waiting(kind=wire.MessageKind(each.kind), count=each.count, oldest_ms=each.oldest_ms)
                for each in await dispatch.outgoing.queued()
            ),
            today={state.value: count for state, count in counts.items()},
            dead=tuple(
                wire.DeadCount(
                    reason=each.reason,
                    count=each.count,
                    can_go_again=each.can_go_again,
                    remedy=remedy(each.reason, was_sent=each.was_sent),
                )
                for each in await dispatch.outgoing.dead_by_reason()
            ),
        )

    @get("/dead-letters", opt=open_for(Role.SUPERVISOR))
    async def dead_letters(self, request: Visit) -> tuple[wire.DeadLetter, ...]:
        """List the messages that did not reach their citizens, the newest first; without any phone."""
        dispatch: Dispatch = request.app.state.dispatch
        return tuple(map(_told, await dispatch.outgoing.dead(MOST_SHOWN)))

    @post("/dead-letters/again", opt=open_for(Role.SUPERVISOR), status_code=200)
    async def all_again(self, data: JSONBody[wire.SendAllAgain], request: Visit) -> wire.GoAgain:
        """Send all dead letters of a reason once more. The same command again is answered as before."""
        dispatch: Dispatch = request.app.state.dispatch
        until_ms = request.desk.hall.now_ms + _ONCE_MORE_MS
        count = await dispatch.outgoing.all_again(data.reason, key=request.key, expires_at_ms=until_ms)
        if not count:
            raise Denied(409, "message-not-dead", "No dead letter of that reason can go again.", _LOOK)
        log.info("dead letters go again", count=count, actor=request.asker.actor)
        if dispatch.messenger is not None:
            dispatch.messenger.wake()
        return wire.GoAgain(count=count)

    @post("/{message_id:int}/again", opt=open_for(Role.SUPERVISOR), status_code=204)
    async def again(self, message_id: FromPath[int], request: Visit) -> None:
        """Send a dead letter once more. The same command again is answered as before."""
        dispatch: Dispatch = request.app.state.dispatch
        until_ms = request.desk.hall.now_ms + _ONCE_MORE_MS
        if not await dispatch.outgoing.again(message_id, key=request.key, expires_at_ms=until_ms):
            raise Denied(
                409,
                "message-not-dead",
                "This message is no dead letter, or its recipient was erased.",
                _LOOK,
            )
        log.info("a dead letter goes again", message_id=message_id, actor=request.asker.actor)
        if dispatch.messenger is not None:
            dispatch.messenger.wake()


def _told(letter: DeadLetter) -> wire.DeadLetter:
    return wire.DeadLetter(
        message_id=letter.message_id,
        kind=wire.MessageKind(letter.kind),
        attempts=letter.attempts,
        created_at_ms=letter.created_at_ms,
        since_ms=letter.since_ms,
        reason=letter.reason,
        remedy=remedy(letter.reason, was_sent=letter.state is MessageState.UNDELIVERED),
        can_go_again=letter.can_go_again,
    )
