"""The stream's fan-out: one channel an audience, each with its own cursor and a bounded memory.

Lives on the event loop. Whoever may see the same views shares a channel: a frame is made and encoded once,
and goes to all connections in one loop, without waking a task for each.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.hall_day import REMEMBERED_CALLS
from queue_core.hall.picture import SHOWN_CALLS, DayNow
from queue_core.hall.window_views import WindowNow
from queue_core.wire import PROTOCOL
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import BoardView, CabinetView, CallView, HolderView, View, WindowView

REMEMBERED_FRAMES = 512
QUEUED_FRAMES = 512
SESSION_ENDED = "session-ended"


class Audience(Struct, frozen=True, kw_only=True):
    """What somebody may see. `windows` None is all; `holders` opens the persons at those windows.

    `board` is what hangs on the walls: notices and absent numbers. `cabinets` None is all; `cases` tells
    which lies behind which of their doors.
    """

    windows: frozenset[int] | None
    calls: bool
    holders: bool
    board: bool = True
    cabinets: frozenset[str] | None = frozenset()
    cases: bool = False

    def sees(self, window: int) -> bool:
        return self.windows is None or window in self.windows


def of_cabinet(code: str) -> Audience:
    """A cabinet sees itself, and not what lies in it."""
    return Audience(windows=frozenset(), calls=False, holders=False, board=False, cabinets=frozenset({code}))


class Outlet(Protocol):
    """Where a subscriber's frames leave."""

    when_room: Callable[[], None]
    """Called when frames are taken again after one was not."""

    def push(self, frame: bytes) -> bool:
        """Send a frame without waiting; False when there is no room for it now."""


class Subscriber:
    """One connection's frames in order; what its outlet has no room for waits here, up to a number.

    `ended` says why the hub let it go, and `over` that it did; `owner` whose it is.
    """

    def __init__(self, owner: bytes, outlet: Outlet) -> None:
        self.owner = owner
        self.ended: str | None = None
        self.over = asyncio.Event()
        self._outlet = outlet
        self._waiting: deque[bytes] = deque()
        outlet.when_room = self._go_on

    def hand(self, frame: bytes) -> None:
        """Send a frame, or let it wait; who does not keep up is let go, and comes back by its cursor."""
        if self.ended is not None or (not self._waiting and self._outlet.push(frame)):
            return
        if len(self._waiting) >= QUEUED_FRAMES:
            self.end("slow-client")
        else:
            self._waiting.append(frame)

    def end(self, reason: str) -> None:
        if self.ended is None:
            self.ended = reason
            self.over.set()

    def _go_on(self) -> None:
        while self._waiting and self._outlet.push(self._waiting[0]):
            self._waiting.popleft()


class Channel:
    """`hall`, `board`, `windows` and `cabinets` are what its subscribers were told last."""

    def __init__(self, first_cursor: int, now: DayNow) -> None:
        self.hall = now.hall
        self.board = now.board
        self.windows = dict(now.windows)
        self.cabinets: dict[str, CabinetView] = {}
        self.cursor = first_cursor
        self.subscribers: set[Subscriber] = set()
        self._memory: deque[tuple[int, bytes]] = deque(maxlen=REMEMBERED_FRAMES)

    def publish(self, views: tuple[View, ...]) -> None:
        previous, self.cursor = self.cursor, self.cursor + 1
        frame = _encoded(Changes(previous=previous, cursor=self.cursor, views=views))
        self._memory.append((previous, frame))
        for subscriber in tuple(self.subscribers):
            subscriber.hand(frame)

    def since(self, cursor: int | None) -> list[bytes] | None:
        """The frames after `cursor`; None when they are no longer, or never were, remembered.

        When nothing was missed, one without views: the client must hear that the link stands again.
        """
        if cursor == self.cursor:
            return [_encoded(Changes(previous=cursor, cursor=cursor, views=()))]
        missed = [frame for previous, frame in self._memory if cursor is not None and previous >= cursor]
        return missed if self._memory and missed and self._memory[-len(missed)][0] == cursor else None

    def begin_anew(self, now: DayNow) -> None:
        """Forget all frames, and step over a cursor: who comes back gets a snapshot."""
        self.hall, self.board, self.windows = now.hall, now.board, dict(now.windows)
        self._memory.clear()
        self.cursor += 1


class Hub:
    """`holder` opens the person of a ticket, `note` the note on it; `now` is true before any change."""

    def __init__(
        self,
        now: DayNow,
        holder: Callable[[WindowNow], HolderView | None],
        note: Callable[[WindowNow], str | None] = lambda _: None,
    ) -> None:
        self._now = now
        self._holder = holder
        self._note = note
        self._last_call_id = max((call.call_id for call in now.calls), default=0)
        self._channels: dict[Audience, Channel] = {}
        self._alone: dict[str, tuple[CabinetView, CabinetView]] = {}
        self._is_expecting = False

    @property
    def day(self) -> str:
        return self._now.hall.day

    @property
    def has_listeners(self) -> bool:
        return any(channel.subscribers for channel in tuple(self._channels.values()))

    @property
    def listeners(self) -> int:
        """How many connections listen."""
        return sum(len(channel.subscribers) for channel in self._channels.values())

    @property
    def is_heard(self) -> bool:
        """Whether anybody listens, or is about to. May be asked on any thread."""
        return self._is_expecting or self.has_listeners

    @contextmanager
    def expecting(self) -> Iterator[None]:
        """Somebody is about to join: every moment is published from now on."""
        self._is_expecting = True
        try:
            yield
        finally:
            self._is_expecting = False

    def publish(self, now: DayNow) -> None:
        """Tell each audience at once what happened; how many wait, and how long, is left for `settle`."""
        before, self._now = self._now, now
        heard = _heard_since(before, now)
        calls = tuple(call for call in reversed(now.calls) if call.call_id > self._last_call_id)
        has_gap = len(calls) == REMEMBERED_CALLS and calls[0].call_id > self._last_call_id + 1
        self._last_call_id = max([self._last_call_id, *(call.call_id for call in calls)])
        for audience, channel in self._channels.items():
            if before.hall.day != now.hall.day or has_gap:
                self._start_over(audience, channel, is_new_day=before.hall.day != now.hall.day)
            elif views := self._happened(audience, channel, (*heard, *calls)):
                channel.publish(views)

    async def settle(self) -> None:
        """Tell what was left, an audience at a time: a call that is published meanwhile goes before."""
        for audience, channel in tuple(self._channels.items()):
            if views := self._left(audience, channel):
                channel.publish(views)
                await asyncio.sleep(0)

    def join(self, audience: Audience, cursor: int | None, outlet: Outlet, *, owner: bytes) -> Subscriber:
        """A subscriber that was sent what it missed since `cursor`, or a snapshot."""
        channel = self._channel(audience)
        subscriber = Subscriber(owner, outlet)
        missed = channel.since(cursor)
        for frame in [self._snapshot(audience, channel)] if missed is None else missed:
            subscriber.hand(frame)
        channel.subscribers.add(subscriber)
        return subscriber

    def is_connected(self, cabinet: str) -> bool:
        """Whether a cabinet listens."""
        channel = self._channels.get(of_cabinet(cabinet))
        return channel is not None and bool(channel.subscribers)

    def leave(self, audience: Audience, subscriber: Subscriber) -> None:
        self._channel(audience).subscribers.discard(subscriber)

    def end_of(self, owner: bytes, reason: str) -> None:
        """Let go whoever listens with a token that is known no longer."""
        for channel in self._channels.values():
            for subscriber in channel.subscribers:
                if subscriber.owner == owner:
                    subscriber.end(reason)

    def _channel(self, audience: Audience) -> Channel:
        """Cursors begin at the microsecond of their making: one of another life fits nowhere."""
        if audience not in self._channels:
            channel = self._channels[audience] = Channel(time.time_ns() // 1000, self._now)
            channel.cabinets = self._cabinets_for(audience)
        return self._channels[audience]

    def _start_over(self, audience: Audience, channel: Channel, *, is_new_day: bool) -> None:
        """Sessions end with their day; everybody else gets the whole."""
        channel.begin_anew(self._now)
        channel.cabinets = self._cabinets_for(audience)
        snapshot = self._snapshot(audience, channel)
        for subscriber in tuple(channel.subscribers):
            if audience.holders and is_new_day:
                subscriber.end(SESSION_ENDED)
            else:
                subscriber.hand(snapshot)

    def _snapshot(self, audience: Audience, channel: Channel) -> bytes:
        windows = tuple(
            self.shown(window, with_holder=audience.holders)
            for number, window in self._now.windows.items()
            if audience.sees(number)
        )
        calls = tuple(call for call in self._now.calls if audience.calls and audience.sees(call.window))
        return _encoded(
            Snapshot(
                cursor=channel.cursor,
                protocol=PROTOCOL,
                hall=self._now.hall,
                windows=windows,
                calls=calls[:SHOWN_CALLS],
                board=self._now.board if audience.board else BoardView(),
                cabinets=tuple(self._cabinets_for(audience).values()),
            )
        )

    def _happened(
        self, audience: Audience, channel: Channel, calls: tuple[CallView, ...]
    ) -> tuple[View, ...]:
        """What the channel was not told, but for the numbers of those who wait.

        A number taken or called changes these at all windows that serve it, and in the view of the hall: each
        commit would be a frame for every counter and pad, before or after the one call that matters.
        """
        views: list[View] = []
        if audience.board and channel.board != self._now.board:
            views.append(self._now.board)
        channel.board = self._now.board
        views.extend(self._changed_windows(audience, channel, with_counts=False))
        views.extend(self._changed_cabinets(audience, channel))
        if audience.calls:
            views.extend(call for call in calls if audience.sees(call.window))
        return tuple(views)

    def _left(self, audience: Audience, channel: Channel) -> tuple[View, ...]:
        """The hall's own view, which is nearly all numbers of waiting, and those of the windows."""
        hall = self._now.hall
        is_same = channel.hall is hall or channel.hall == hall
        channel.hall = hall
        return (
            *(() if is_same else (hall,)),
            *self._changed_windows(audience, channel, with_counts=True),
            *self._changed_cabinets(audience, channel),  # nothing is committed when one's line is lost
        )

    def _changed_windows(
        self, audience: Audience, channel: Channel, *, with_counts: bool
    ) -> Iterator[WindowView]:
        for number in self._now.windows if audience.windows is None else sorted(audience.windows):
            window, known = self._now.windows.get(number), channel.windows.get(number)
            if window is None or window is known or (not with_counts and _is_count(known, window)):
                continue
            channel.windows[number] = window
            if known is None or window.view != known.view:
                yield self.shown(window, with_holder=audience.holders)

    def _changed_cabinets(self, audience: Audience, channel: Channel) -> list[CabinetView]:
        if not audience.cabinets and audience.cabinets is not None:
            return []
        seen = self._cabinets_for(audience)
        changed = [view for code, view in seen.items() if channel.cabinets.get(code) != view]
        channel.cabinets = seen
        return changed

    def _cabinets_for(self, audience: Audience) -> dict[str, CabinetView]:
        seen = {}
        for code, now in self._now.cabinets.items():
            if audience.cabinets is None or code in audience.cabinets:
                view = now.for_staff if audience.cases else now.for_itself
                is_there = audience == of_cabinet(code) or self.is_connected(code)
                seen[code] = view if is_there else self._away(view)
        return seen

    def _away(self, view: CabinetView) -> CabinetView:
        """A view that stays the same stays one object: to compare it costs nothing then."""
        known = self._alone.get(view.cabinet)
        if known is None or known[0] is not view:
            known = self._alone[view.cabinet] = view, replace(view, is_connected=False)
        return known[1]

    def shown(self, window: WindowNow, *, with_holder: bool) -> WindowView:
        view = window.view
        if not with_holder or view.ticket is None:
            return view
        ticket = replace(view.ticket, holder=self._holder(window), note=self._note(window))
        return replace(view, ticket=ticket)


def _heard_since(before: DayNow, now: DayNow) -> tuple[CallView, ...]:
    """Calls that were told already and were spoken since, oldest first."""
    if not any(call.is_spoken for call in now.calls):
        return ()
    silent = {call.call_id for call in before.calls if not call.is_spoken}
    return tuple(call for call in reversed(now.calls) if call.is_spoken and call.call_id in silent)


def _is_count(known: WindowNow | None, window: WindowNow) -> bool:
    """Whether two moments of a window differ at most in who waits: their views are made of the same."""
    return known is not None and known.face is window.face and known.face is not None


def _encoded(frame: Snapshot | Changes) -> bytes:
    return msgspec.json.encode(frame)
