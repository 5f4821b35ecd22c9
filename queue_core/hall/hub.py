"""The stream's fan-out: one channel an audience, each with its own cursor and a bounded memory.

Lives on the event loop. Whoever may see the same views shares a channel: a frame is made and encoded once.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncGenerator, Callable

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from queue_core.hall.views import SHOWN_CALLS, DayNow, WindowNow
from queue_core.wire import PROTOCOL
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import CallView, HolderView, View, WindowView

REMEMBERED_FRAMES = 512
QUEUED_FRAMES = 512
SESSION_ENDED = "session-ended"


class Audience(Struct, frozen=True, kw_only=True):
    """What somebody may see. `windows` None is all; `holders` opens the persons at those windows."""

    windows: frozenset[int] | None
    calls: bool
    holders: bool

    def sees(self, window: int) -> bool:
        return self.windows is None or window in self.windows


class Subscriber:
    """One connection's frames in order. `ended` says why the hub let it go; `owner` whose it is."""

    def __init__(self, owner: bytes) -> None:
        self.owner = owner
        self.ended: str | None = None
        self._frames: asyncio.Queue[str | None] = asyncio.Queue(QUEUED_FRAMES + 1)

    def hand(self, frame: str) -> None:
        """Queue a frame; who does not keep up is let go, and comes back by its cursor."""
        if self._frames.qsize() >= QUEUED_FRAMES:
            self.end("slow-client")
        elif self.ended is None:
            self._frames.put_nowait(frame)

    def end(self, reason: str) -> None:
        if self.ended is None:
            self.ended = reason
            self._frames.put_nowait(None)

    async def frames(self) -> AsyncGenerator[str, None]:
        while (frame := await self._frames.get()) is not None:
            yield frame


class Channel:
    def __init__(self, first_cursor: int) -> None:
        self.cursor = first_cursor
        self.subscribers: set[Subscriber] = set()
        self._memory: deque[tuple[int, str]] = deque(maxlen=REMEMBERED_FRAMES)

    def publish(self, views: tuple[View, ...]) -> None:
        previous, self.cursor = self.cursor, self.cursor + 1
        frame = _text(Changes(previous=previous, cursor=self.cursor, views=views))
        self._memory.append((previous, frame))
        for subscriber in tuple(self.subscribers):
            subscriber.hand(frame)

    def since(self, cursor: int | None) -> list[str] | None:
        """The frames after `cursor`; None when they are no longer, or never were, remembered.

        When nothing was missed, one without views: the client must hear that the link stands again.
        """
        if cursor == self.cursor:
            return [_text(Changes(previous=cursor, cursor=cursor, views=()))]
        missed = [frame for previous, frame in self._memory if cursor is not None and previous >= cursor]
        return missed if self._memory and missed and self._memory[-len(missed)][0] == cursor else None

    def begin_anew(self) -> None:
        """Forget all frames, and step over a cursor: who comes back gets a snapshot."""
        self._memory.clear()
        self.cursor += 1


class Hub:
    """`holder` opens the person of a ticket; `now` is what is true before the first change."""

    def __init__(self, now: DayNow, holder: Callable[[WindowNow], HolderView | None]) -> None:
        self._now = now
        self._holder = holder
        self._last_call_id = max((call.call_id for call in now.calls), default=0)
        self._channels: dict[Audience, Channel] = {}

    @property
    def day(self) -> str:
        return self._now.hall.day

    def has_expired_rating(self, now_ms: int) -> bool:
        ratings = (window.view.rating for window in self._now.windows.values())
        return any(rating is not None and rating.until_ms <= now_ms for rating in ratings)

    def publish(self, now: DayNow) -> None:
        """Tell each audience what differs from the moment before."""
        before, self._now = self._now, now
        calls = tuple(call for call in reversed(now.calls) if call.call_id > self._last_call_id)
        self._last_call_id = max([self._last_call_id, *(call.call_id for call in calls)])
        is_new_day = before.hall.day != now.hall.day
        for audience, channel in self._channels.items():
            if is_new_day:
                self._start_over(audience, channel)
            elif views := self._changed(audience, before, calls):
                channel.publish(views)

    def join(self, audience: Audience, cursor: int | None, *, owner: bytes) -> Subscriber:
        """A subscriber with what it missed since `cursor`, or with a snapshot, already queued."""
        channel = self._channel(audience)
        subscriber = Subscriber(owner)
        missed = channel.since(cursor)
        for frame in [self._snapshot(audience, channel)] if missed is None else missed:
            subscriber.hand(frame)
        channel.subscribers.add(subscriber)
        return subscriber

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
            self._channels[audience] = Channel(time.time_ns() // 1000)
        return self._channels[audience]

    def _start_over(self, audience: Audience, channel: Channel) -> None:
        channel.begin_anew()
        snapshot = self._snapshot(audience, channel)
        for subscriber in tuple(channel.subscribers):
            if audience.holders:
                subscriber.end(SESSION_ENDED)
            else:
                subscriber.hand(snapshot)

    def _snapshot(self, audience: Audience, channel: Channel) -> str:
        windows = tuple(
            self.shown(window, with_holder=audience.holders)
            for number, window in self._now.windows.items()
            if audience.sees(number)
        )
        calls = tuple(call for call in self._now.calls if audience.calls and audience.sees(call.window))
        return _text(
            Snapshot(
                cursor=channel.cursor,
                protocol=PROTOCOL,
                hall=self._now.hall,
                windows=windows,
                calls=calls[:SHOWN_CALLS],
            )
        )

    def _changed(self, audience: Audience, before: DayNow, calls: tuple[CallView, ...]) -> tuple[View, ...]:
        views: list[View] = [] if before.hall == self._now.hall else [self._now.hall]
        for number, window in self._now.windows.items():
            if audience.sees(number) and window.view != _view(before, number):
                views.append(self.shown(window, with_holder=audience.holders))
        if audience.calls:
            views.extend(call for call in calls if audience.sees(call.window))
        return tuple(views)

    def shown(self, window: WindowNow, *, with_holder: bool) -> WindowView:
        view = window.view
        if not with_holder or view.ticket is None:
            return view
        return replace(view, ticket=replace(view.ticket, holder=self._holder(window)))


def _view(now: DayNow, number: int) -> WindowView | None:
    window = now.windows.get(number)
    return None if window is None else window.view


def _text(frame: Snapshot | Changes) -> str:
    return msgspec.json.encode(frame).decode()
