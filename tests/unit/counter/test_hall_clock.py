"""The hall server's time at a front end whose own clock is wrong."""

from display.kit.hall_clock import HallClock
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import CabinetView, CallView, DoorView, HallView, RatingRequest, WindowView
from queue_core.wire.words import DoorCondition, DoorSize, DoorUse, TicketClass, WindowState

HALL = HallView(names={}, day="2026-01-01", categories=(), windows=(), units=())
HERE_MS = 1_000_000


class LocalClock:
    now_ms = HERE_MS

    def __call__(self) -> int:
        return self.now_ms


def call(at_ms: int) -> CallView:
    return CallView(
        call_id=1,
        ticket_id=1,
        number="001",
        ticket_class=TicketClass.ACCEPT,
        window=1,
        nth=1,
        called_at_ms=at_ms,
        language="zh-CN",
    )


def live(at_ms: int) -> Changes:
    return Changes(previous=1, cursor=2, views=(call(at_ms),))


def past(at_ms: int) -> Snapshot:
    return Snapshot(cursor=1, protocol=1, hall=HALL, windows=(), calls=(call(at_ms),))


def test_before_anything_is_heard_the_own_clock_counts() -> None:
    assert HallClock(LocalClock()).now_ms() == HERE_MS


def test_what_just_happened_tells_the_halls_time() -> None:
    clock = HallClock(LocalClock())
    clock.hear(live(HERE_MS - 300_000))
    assert clock.now_ms() == HERE_MS - 300_000


def test_the_least_delayed_message_is_believed() -> None:
    local = LocalClock()
    clock = HallClock(local)
    clock.hear(live(HERE_MS + 500))
    local.now_ms += 60_000
    clock.hear(live(HERE_MS + 30_000))
    assert clock.now_ms() == local.now_ms + 500


def test_an_old_call_in_a_snapshot_does_not_turn_the_clock_back() -> None:
    clock = HallClock(LocalClock())
    clock.hear(past(HERE_MS - 1_200_000))
    assert clock.now_ms() == HERE_MS


def test_a_call_from_the_future_shows_that_the_own_clock_is_late() -> None:
    clock = HallClock(LocalClock())
    clock.hear(past(HERE_MS + 120_000))
    assert clock.now_ms() == HERE_MS + 120_000


def test_a_change_that_repeats_an_old_instant_says_nothing() -> None:
    clock = HallClock(LocalClock())
    clock.hear(past(HERE_MS - 1_200_000))
    clock.hear(live(HERE_MS - 1_200_000))
    assert clock.now_ms() == HERE_MS


def test_a_pad_that_saw_no_call_learns_the_time_from_being_asked() -> None:
    clock = HallClock(LocalClock())
    asked = RatingRequest(
        ticket_id=1, number="001", asked_at_ms=HERE_MS - 240_000, until_ms=HERE_MS - 210_000
    )
    window = WindowView(
        window=1,
        state=WindowState.FREE,
        clerk="1001",
        clerk_display_name=None,
        ticket=None,
        rating=asked,
        waiting=0,
        calls_before_no_show=3,
    )
    clock.hear(Changes(previous=1, cursor=2, views=(window,)))
    assert clock.now_ms() == HERE_MS - 240_000


def test_a_cabinet_learns_the_halls_time_from_its_doors() -> None:
    door = DoorView(
        number=1,
        size=DoorSize.SMALL,
        board=1,
        channel=1,
        condition=DoorCondition.CLOSED,
        use=DoorUse.FREE,
        since_ms=HERE_MS + 7_000,
    )
    view = CabinetView(cabinet="L1", names={}, place="", doors=(door,), locked_until_ms=HERE_MS + 900_000)
    clock = HallClock(LocalClock())
    clock.hear(Changes(previous=1, cursor=2, views=(view,)))
    assert clock.now_ms() == HERE_MS + 7_000
