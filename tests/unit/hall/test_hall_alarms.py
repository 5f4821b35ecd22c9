"""Each alarm by its stated rule: not before its time, at its time, and gone when it holds no more."""

import pytest

from queue_core.domain.commands import (
    CloseDay,
    CloseWindow,
    Defer,
    OpenDay,
    OpenWindow,
    PauseWindow,
    ResumeWindow,
)
from queue_core.domain.events import HeadStartChanged
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_clock import Session
from queue_core.domain.rules import MINUTE_MS, MOST_HEAD_START_MS
from queue_core.domain.ticket import Priority
from queue_core.domain.words import ExpiryReason, PriorityKind
from queue_core.hall.alarms import Standing, Watch, of_devices, of_the_day
from queue_core.hall.queues import queues
from queue_core.hall.settings_staff import Targets
from queue_core.wire.devices import DeviceHealth, FrontEndHealth
from queue_core.wire.supervision import AlarmKind
from queue_core.wire.words import Role
from tests.unit.domain.conftest import CUSTOMS, MORNING_MS, ZONES, Play

TARGETS = Targets(wait_min={"accept": 20, "customs/accept": 30}, idle_min=3, pause_min=15)


@pytest.fixture
def play() -> Play:
    return Play()


def standing(play: Play) -> dict[tuple[AlarmKind, str], Standing]:
    found = of_the_day(play.day, queues(play.day, TARGETS), TARGETS, play.now_ms)
    return {(each.kind, each.subject): each for each in found}


def wait_but(play: Play, minutes: float, less_ms: int = 0) -> None:
    play.now_ms += int(minutes * MINUTE_MS) - less_ms


def test_a_wait_over_its_target_is_told_from_the_minute_it_is_over(play: Play) -> None:
    ticket, key = play.take(), (AlarmKind.WAIT_OVER_TARGET, "unit:registration/accept")
    wait_but(play, 20)
    assert key not in standing(play)
    play.now_ms += 1
    found = standing(play)[key]
    assert found.since_ms == ticket.issued_at_ms + 20 * MINUTE_MS
    assert found.figures == {"minutes": 20, "target": 20}


def test_a_unit_s_own_target_goes_before_its_class_s(play: Play) -> None:
    play.take(CUSTOMS)
    wait_but(play, 29)
    assert (AlarmKind.WAIT_OVER_TARGET, "unit:customs/accept") not in standing(play)
    wait_but(play, 2)
    assert (AlarmKind.WAIT_OVER_TARGET, "unit:customs/accept") in standing(play)


def test_who_lets_others_pass_is_nobody_s_late_number(play: Play) -> None:
    play.do(Defer(ticket_id=play.take().ticket_id))
    wait_but(play, 60)
    assert (AlarmKind.WAIT_OVER_TARGET, "unit:registration/accept") not in standing(play)


def test_numbers_without_an_open_window_are_told_until_one_opens(play: Play) -> None:
    play.take(CUSTOMS)
    wait_but(play, 2)
    key = (AlarmKind.NO_WINDOW, "unit:customs/accept")
    assert standing(play)[key].figures == {"waiting": 1, "minutes": 2}
    play.open(3)
    assert key not in standing(play)
    play.do(CloseWindow(window=3))
    assert key in standing(play)


def test_a_window_is_idle_when_it_was_free_all_the_while_somebody_waited(play: Play) -> None:
    play.open(3)
    wait_but(play, 60)
    key = (AlarmKind.WINDOW_IDLE, "window:3")
    assert key not in standing(play)
    ticket = play.take(CUSTOMS)
    wait_but(play, 3, 1)
    assert key not in standing(play)
    play.now_ms += 1
    found = standing(play)[key]
    assert found.since_ms == ticket.issued_at_ms + 3 * MINUTE_MS
    assert found.figures == {"minutes": 3, "clerk": "clerk 3"}
    play.serve(3)
    assert key not in standing(play)


def test_a_pause_is_long_when_it_is_longer_than_was_said(play: Play) -> None:
    play.open(3)
    play.do(PauseWindow(window=3, reason="meal", lasts_ms=40 * MINUTE_MS))
    began_ms, key = play.now_ms, (AlarmKind.LONG_PAUSE, "window:3")
    wait_but(play, 40)
    assert key not in standing(play)
    play.now_ms += 1
    found = standing(play)[key]
    assert found.since_ms == began_ms + 40 * MINUTE_MS
    assert found.figures == {"minutes": 40, "reason": "meal", "clerk": "clerk 3"}
    play.do(ResumeWindow(window=3))
    assert key not in standing(play)


def test_a_pause_of_which_nothing_was_said_is_long_after_the_target(play: Play) -> None:
    play.open(3)
    play.do(PauseWindow(window=3, reason="meal"))
    wait_but(play, 15)
    assert (AlarmKind.LONG_PAUSE, "window:3") not in standing(play)
    play.now_ms += 1
    assert (AlarmKind.LONG_PAUSE, "window:3") in standing(play)


def test_the_greatest_head_start_is_told(play: Play) -> None:
    assert (AlarmKind.OVERLOAD, "hall") not in standing(play)
    evolve(play.day, HeadStartChanged(at_ms=play.now_ms, head_start_ms=MOST_HEAD_START_MS))
    assert standing(play)[AlarmKind.OVERLOAD, "hall"].figures == {"minutes": 180}


def test_a_share_of_priority_is_judged_from_fifty_numbers_on(play: Play) -> None:
    first = Priority(kind=PriorityKind.AGE, verified_by="card")
    key = (AlarmKind.PRIORITY_SHARE, "hall")
    for number in range(49):
        play.take(priority=first if number < 11 else None)
    assert key not in standing(play)
    play.take()
    assert standing(play)[key].figures == {"percent": 22, "target": 20}


def test_nothing_of_queues_is_told_in_a_break_or_of_a_closed_hall() -> None:
    play = Play()
    opens_ms = MORNING_MS + 24 * 60 * MINUTE_MS
    morning = Session(opens_at_ms=opens_ms, closes_at_ms=opens_ms + 60 * MINUTE_MS)
    play.now_ms = opens_ms
    play.do(OpenDay(day="2026-11-21", rules=ZONES, sessions=(morning,), midnight_ms=opens_ms))
    play.take()
    assert standing(play)
    play.now_ms = morning.closes_at_ms
    assert standing(play) == {}
    always = Play()
    always.take()
    assert standing(always)
    always.do(CloseDay(reason=ExpiryReason.HALL_CLOSED))
    assert standing(always) == {}


def device(state: str, **parts: str) -> DeviceHealth:
    return DeviceHealth(
        name="printer", kind="ticket_printer", address="", state=state, parts=parts, since_ms=7
    )


def front_end(*devices: DeviceHealth, is_overdue: bool = False) -> FrontEndHealth:
    return FrontEndHealth(front_end="K1", role=Role.KIOSK, heard_ms=5, is_overdue=is_overdue, devices=devices)


@pytest.mark.parametrize(
    ("reported", "kinds"),
    [
        (front_end(device("online", paper="enough")), []),
        (front_end(device("online", paper="low")), [AlarmKind.PAPER_LOW]),
        (front_end(device("user_error", paper="out")), [AlarmKind.DEVICE]),
        (front_end(device("power_off")), [AlarmKind.DEVICE]),
        (front_end(device("power_off"), is_overdue=True), [AlarmKind.FRONT_END_SILENT]),
    ],
)
def test_devices_are_told_as_long_as_their_front_end_is_heard(
    reported: FrontEndHealth, kinds: list[AlarmKind]
) -> None:
    assert [each.kind for each in of_devices([reported])] == kinds


def test_an_alarm_without_a_beginning_stands_since_it_was_seen_and_begins_anew_after_its_end() -> None:
    watch, low = Watch(), Standing(kind=AlarmKind.PAPER_LOW, subject="device:K1/printer")
    own = Standing(kind=AlarmKind.DEVICE, subject="device:K2/printer", since_ms=50)
    assert [each.since_ms for each in watch.of([low, own], 100)] == [50, 100]
    assert [each.since_ms for each in watch.of([low, low], 200)] == [100]
    assert watch.of([], 300) == ()
    assert [each.since_ms for each in watch.of([low], 400)] == [400]


def test_whom_a_window_may_call_is_listed_in_the_order_of_the_rule(play: Play) -> None:
    play.open(1, 2)
    first, later = play.take(), play.take()
    early = play.take(priority=Priority(kind=PriorityKind.AGE, verified_by="card"))
    play.do(Defer(ticket_id=first.ticket_id))
    order = play.day.waiting.in_order_at(1)
    assert order == [early.ticket_id, later.ticket_id, first.ticket_id]
    called = []
    for _ in order:
        called.append(play.serve(1).ticket_id)
        play.finish(1)
    assert called == order


def test_a_window_opened_late_is_not_idle_for_what_waited_before(play: Play) -> None:
    play.take(CUSTOMS)
    wait_but(play, 60)
    play.do(OpenWindow(window=3, clerk="clerk 3"))
    wait_but(play, 1)
    assert (AlarmKind.WINDOW_IDLE, "window:3") not in standing(play)
