import asyncio

import msgspec
import pytest
from msgspec.structs import replace

from queue_core.domain.ticket import Window
from queue_core.hall.hub import QUEUED_FRAMES, REMEMBERED_FRAMES, Audience, Channel, Hub
from queue_core.hall.picture import DayNow
from queue_core.hall.window_views import Face, WindowNow
from queue_core.wire.stream import Changes, Frame, Snapshot
from queue_core.wire.views import CallView, HallView, UnitWaiting, WindowView
from queue_core.wire.words import TicketClass, WindowState

WALL = Audience(windows=None, calls=True, holders=False)
KIOSK = Audience(windows=frozenset(), calls=False, holders=False)
CLERK = Audience(windows=frozenset({1}), calls=False, holders=True)


def moment(*, waiting: int = 0, calls: int = 0, day: str = "2026-01-05") -> DayNow:
    unit = UnitWaiting(category="trade", ticket_class=TicketClass.ACCEPT, waiting=waiting, windows_open=1)
    window = WindowView(
        window=1,
        state=WindowState.FREE,
        clerk="1001",
        clerk_display_name=None,
        ticket=None,
        rating=None,
        waiting=waiting,
        calls_before_no_show=3,
    )
    return DayNow(
        hall=HallView(names={}, day=day, categories=(), windows=(1,), units=(unit,)),
        windows={1: WindowNow(view=window, ticket=None)},
        calls=tuple(call(call_id) for call_id in range(calls, 0, -1)),
    )


def call(call_id: int) -> CallView:
    return CallView(
        call_id=call_id,
        ticket_id=call_id,
        number=f"{call_id:03d}",
        ticket_class=TicketClass.ACCEPT,
        window=1,
        nth=1,
        called_at_ms=call_id,
        language="zh-CN",
    )


class Screen:
    """The far end of a connection: what it was sent. While it is `full` it takes nothing."""

    def __init__(
        self, hub: Hub, audience: Audience, cursor: int | None = None, *, owner: bytes = b""
    ) -> None:
        self.sent: list[bytes] = []
        self.full = False
        self.when_room = lambda: None
        self.subscriber = hub.join(audience, cursor, self, owner=owner)

    def push(self, frame: bytes) -> bool:
        if not self.full:
            self.sent.append(frame)
        return not self.full

    def read(self) -> None:
        self.full = False
        self.when_room()

    @property
    def frames(self) -> list[Snapshot | Changes]:
        return [msgspec.json.decode(text, type=Frame) for text in self.sent]


async def test_a_moment_that_differs_in_nothing_is_not_told() -> None:
    hub = Hub(moment(), lambda _: None)
    wall = Screen(hub, WALL)
    hub.publish(moment())
    assert [type(frame) for frame in wall.frames] == [Snapshot]


async def test_each_audience_gets_its_own_views_under_its_own_cursor() -> None:
    hub = Hub(moment(), lambda _: None)
    wall, kiosk = Screen(hub, WALL), Screen(hub, KIOSK)
    hub.publish(moment(calls=1))
    hub.publish(moment(calls=1, waiting=2))
    await hub.settle()
    at_wall, at_kiosk = wall.frames, kiosk.frames
    assert [type(view) for frame in at_wall[1:] for view in frame.views] == [CallView, WindowView, HallView]
    assert [type(view) for frame in at_kiosk[1:] for view in frame.views] == [HallView]
    for frames in (at_wall, at_kiosk):
        assert [frame.previous for frame in frames[1:]] == [frame.cursor for frame in frames[:-1]]


async def test_who_comes_back_in_time_gets_what_was_missed() -> None:
    hub = Hub(moment(), lambda _: None)
    (snapshot,) = Screen(hub, WALL).frames
    hub.publish(moment(calls=1))
    hub.publish(moment(calls=2))
    missed = Screen(hub, WALL, snapshot.cursor).frames
    assert [view.call_id for frame in missed for view in frame.views] == [1, 2]
    (nothing,) = Screen(hub, WALL, missed[-1].cursor).frames
    assert (nothing.previous, nothing.cursor, nothing.views) == (missed[-1].cursor, missed[-1].cursor, ())


@pytest.mark.parametrize("cursor", [None, 0, 7, 10**18])
async def test_a_cursor_of_another_life_gets_a_snapshot(cursor: int | None) -> None:
    hub = Hub(moment(), lambda _: None)
    Screen(hub, WALL)
    hub.publish(moment(calls=1))
    assert [type(frame) for frame in Screen(hub, WALL, cursor).frames] == [Snapshot]


async def test_who_was_away_too_long_gets_a_snapshot() -> None:
    hub = Hub(moment(), lambda _: None)
    (snapshot,) = Screen(hub, WALL).frames
    for waiting in range(REMEMBERED_FRAMES + 1):
        hub.publish(moment(waiting=waiting + 1))
    frames = Screen(hub, WALL, snapshot.cursor).frames
    assert [type(frame) for frame in frames] == [Snapshot]


async def test_a_client_that_does_not_keep_up_is_let_go_and_says_why() -> None:
    hub = Hub(moment(), lambda _: None)
    slow, quick = Screen(hub, WALL), Screen(hub, WALL)
    slow.full = True
    for waiting in range(QUEUED_FRAMES + 1):
        hub.publish(moment(waiting=waiting + 1))
    assert (slow.subscriber.ended, quick.subscriber.ended) == ("slow-client", None)
    assert slow.subscriber.over.is_set()
    assert (len(slow.frames), len(quick.frames)) == (1, 1 + QUEUED_FRAMES + 1)


async def test_a_client_that_was_slow_for_a_while_misses_nothing() -> None:
    hub = Hub(moment(), lambda _: None)
    wall = Screen(hub, WALL)
    wall.full = True
    for calls in (1, 2, 3):
        hub.publish(moment(calls=calls))
    wall.read()
    hub.publish(moment(calls=4))
    assert [view.call_id for frame in wall.frames[1:] for view in frame.views] == [1, 2, 3, 4]


async def test_what_waits_for_a_slow_client_is_not_overtaken() -> None:
    hub = Hub(moment(), lambda _: None)
    wall = Screen(hub, WALL)
    wall.full = True
    hub.publish(moment(calls=1))
    wall.full = False
    hub.publish(moment(calls=2))
    wall.read()
    assert [view.call_id for frame in wall.frames[1:] for view in frame.views] == [1, 2]


async def test_a_new_day_begins_with_a_snapshot_and_ends_sessions() -> None:
    hub = Hub(moment(calls=3), lambda _: None)
    wall, clerk = Screen(hub, WALL), Screen(hub, CLERK)
    hub.publish(moment(day="2026-01-06"))
    assert clerk.subscriber.ended == "session-ended"
    first, second = wall.frames
    assert (len(first.calls), second.calls, second.hall.day) == (3, (), "2026-01-06")


async def test_every_call_of_a_large_batch_is_told() -> None:
    hub = Hub(moment(), lambda _: None)
    wall = Screen(hub, WALL)
    hub.publish(moment(calls=40))
    _, changes = wall.frames
    assert [view.call_id for view in changes.views] == list(range(1, 41))


async def test_nobody_is_told_of_each_change_of_who_waits_but_of_the_last_in_a_while() -> None:
    face = Face(window=Window(number=1, state="free"), ticket=None, finished=None)

    def at(waiting: int) -> DayNow:
        now = moment(waiting=waiting)
        return replace(now, windows={1: replace(now.windows[1], face=face)})

    hub = Hub(at(0), lambda _: None)
    screens = [Screen(hub, audience) for audience in (WALL, CLERK, KIOSK)]
    for waiting in (1, 2, 3):
        hub.publish(at(waiting))
    assert [len(screen.frames) for screen in screens] == [1, 1, 1]
    await hub.settle()
    await hub.settle()
    wall, clerk, kiosk = ([frame.views for frame in screen.frames[1:]] for screen in screens)
    hall_view, window_view = at(3).hall, at(3).windows[1].view
    assert wall == clerk == [(hall_view, window_view)]
    assert kiosk == [(hall_view,)]


async def test_a_call_goes_before_what_was_left_for_others() -> None:
    hub = Hub(moment(), lambda _: None)
    kiosk, wall = Screen(hub, KIOSK), Screen(hub, WALL)
    hub.publish(replace(moment(), hall=moment(waiting=1).hall))
    telling = asyncio.create_task(hub.settle())
    await asyncio.sleep(0)
    assert (len(kiosk.frames), len(wall.frames)) == (2, 1)
    hub.publish(replace(moment(calls=1), hall=moment(waiting=1).hall))
    await telling
    assert [type(view) for frame in wall.frames[1:] for view in frame.views] == [CallView, HallView]


async def test_who_missed_more_calls_than_are_remembered_gets_a_snapshot() -> None:
    hub = Hub(moment(), lambda _: None)
    (first,) = Screen(hub, WALL).frames
    many = moment(calls=60)
    hub.publish(replace(many, calls=many.calls[:50]))
    assert [type(frame) for frame in Screen(hub, WALL, first.cursor).frames] == [Snapshot]


async def test_a_revoked_token_hears_no_more() -> None:
    hub = Hub(moment(), lambda _: None)
    mine, other = Screen(hub, CLERK, owner=b"mine"), Screen(hub, CLERK, owner=b"other")
    hub.end_of(b"mine", "session-ended")
    hub.publish(moment(calls=1, waiting=1))
    assert (mine.subscriber.ended, other.subscriber.ended) == ("session-ended", None)
    assert (len(mine.frames), len(other.frames)) == (1, 2)


def test_frames_are_remembered_from_a_cursor_on() -> None:
    channel = Channel(100, moment())
    for waiting in range(3):
        channel.publish((replace(moment().hall, day=str(waiting)),))
    assert [len(channel.since(cursor) or []) for cursor in (100, 101, 102)] == [3, 2, 1]
    assert channel.since(99) is None
