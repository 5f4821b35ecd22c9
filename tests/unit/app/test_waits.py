"""Estimates beside the hall: a fault in them is logged, and nothing else comes of it."""

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from queue_core.app.waits import Newcomer, Waits
from queue_core.domain.commands import ChangeRules, OpenDay, OpenWindow, TakeNumber
from queue_core.domain.commands import ErrandWanted as Wanted
from queue_core.domain.decide import decide
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import TicketClass

UNIT = Unit("tax", TicketClass.ACCEPT)
RULES = HallRules(
    categories=(CategoryRules(code="tax", classes=(TicketClass.ACCEPT,)),),
    windows=(WindowRules(number=1, profile=(UNIT,)),),
)
NOW_MS = 1_794_794_400_000
MINUTE_MS = 60_000


@pytest.fixture
def waits():
    waits = Waits(is_steered=True)
    yield waits
    waits.close()


@pytest.fixture
def day(waits) -> HallDay:
    """Window 1 open, two waiting; the estimates have heard it."""
    day = HallDay()
    number = TakeNumber(errands=(Wanted(unit=UNIT),), reference="r")
    for command in (
        OpenDay(day="2026-11-16", rules=RULES),
        OpenWindow(window=1, clerk="0007"),
        number,
        replace(number, reference="s"),
    ):
        for event in decide(day, command, NOW_MS):
            day = evolve(day, event)
            waits.hear([event])
    return day


def newcomer(waits, now_ms=NOW_MS):
    return waits.for_newcomer(Newcomer(units=(UNIT,)), now_ms).estimate


def test_nothing_is_told_before_the_first_look(waits) -> None:
    assert newcomer(waits) is None


def test_a_newcomer_waits_for_those_who_are_there(waits, day) -> None:
    waits.tend(day, NOW_MS)
    told = newcomer(waits)
    assert MINUTE_MS < told.p50_ms < told.p90_ms
    first, second = (waits.of_ticket(each, NOW_MS) for each in (1, 2))
    assert first.p50_ms <= second.p50_ms <= told.p50_ms


def test_an_event_the_estimates_cannot_take_does_not_reach_the_hall(waits, day) -> None:
    issued = decide(day, TakeNumber(errands=(Wanted(unit=UNIT),), reference="t"), NOW_MS)[0]
    with capture_logs() as logs:
        waits.hear([replace(issued, errands=())])
    assert [line["event"] for line in logs] == ["waits could not be estimated"]
    waits.hear([issued])
    waits.tend(day, NOW_MS)
    assert newcomer(waits) is not None


def test_a_look_that_fails_leaves_the_hall_without_new_estimates_only(waits, day) -> None:
    day.tickets[9] = None
    with capture_logs() as logs:
        waits.tend(day, NOW_MS)
    assert [line["event"] for line in logs] == ["waits could not be estimated"]
    assert newcomer(waits) is None
    del day.tickets[9]
    waits.tend(day, NOW_MS + MINUTE_MS)
    assert newcomer(waits, NOW_MS + MINUTE_MS) is not None


def test_a_look_is_taken_once_in_a_while_and_not_without_windows(waits, day) -> None:
    waits.tend(HallDay(), NOW_MS)
    assert newcomer(waits) is None
    waits.tend(day, NOW_MS)
    event = decide(day, TakeNumber(errands=(Wanted(unit=UNIT),), reference="t"), NOW_MS)[0]
    day = evolve(day, event)
    waits.tend(day, NOW_MS + MINUTE_MS - 1)
    assert waits.of_ticket(3, NOW_MS) is None
    waits.tend(day, NOW_MS + MINUTE_MS)
    waits.hear([event])
    assert waits.of_ticket(3, NOW_MS + MINUTE_MS) is not None


def test_a_window_that_opens_is_known_at_the_next_instant_of_a_steered_clock(waits, day) -> None:
    waits.tend(day, NOW_MS)
    queued = newcomer(waits)
    rules = replace(RULES, windows=tuple(replace(RULES.windows[0], number=each) for each in range(1, 10)))
    for command in (
        ChangeRules(rules=rules),
        *(OpenWindow(window=each, clerk=f"000{each}") for each in range(2, 10)),
    ):
        for event in decide(day, command, NOW_MS + 1):
            evolve(day, event)
            waits.hear([event])
    waits.tend(day, NOW_MS + 1)
    assert newcomer(waits, NOW_MS + 2).p50_ms == queued.p50_ms - 2
    waits.tend(day, NOW_MS + 2)
    assert newcomer(waits, NOW_MS + 2).p50_ms < queued.p50_ms
