import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import CallNext, OpenDay, TakeNumber
from queue_core.domain.decide import decide
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import TicketClass, WindowState

UNIT = Unit("registration", TicketClass.ACCEPT)


@pytest.mark.parametrize(
    "command",
    [TakeNumber(unit=UNIT, reference="x"), CallNext(window=1)],
)
def test_before_the_first_day_the_hall_is_closed(command) -> None:
    with pytest.raises(refusals.HallClosed):
        decide(HallDay(), command, 0)


def test_a_new_day_starts_the_series_and_the_queue_anew(play, zones) -> None:
    play.open(1)
    play.take()
    old = play.take()
    play.call(1)
    play.do(OpenDay(day="2026-11-21", rules=zones))
    assert play.day.windows[1].state is WindowState.CLOSED
    play.open(1)
    with pytest.raises(refusals.NobodyWaiting):
        play.call(1)
    new = play.take()
    assert new.number == "001"
    assert new.ticket_id == old.ticket_id + 1
    assert play.day.by_reference(old.reference) is None


def test_calls_are_numbered_on_across_days(play, zones) -> None:
    play.open(1)
    play.take()
    play.call(1)
    play.do(OpenDay(day="2026-11-21", rules=zones))
    play.open(1)
    play.take()
    play.call(1)
    assert [call.call_id for call in play.day.calls] == [2]


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-19"])
def test_a_day_opens_once_and_never_after_a_later_one(play, zones, day) -> None:
    assert play.do(OpenDay(day=day, rules=zones)) == ()


@pytest.mark.parametrize(
    "parts",
    [
        {"windows": (WindowRules(number=1, profile=(Unit("b", TicketClass.ACCEPT),)),)},
        {"windows": (WindowRules(number=1, profile=()), WindowRules(number=1, profile=()))},
        {"number_digits": 0},
        {"calls_before_no_show": 0},
    ],
)
def test_rules_that_contradict_themselves_are_no_rules(parts) -> None:
    sound = {"categories": (CategoryRules(code="a", classes=(TicketClass.ACCEPT,)),), "windows": ()}
    with pytest.raises(ValueError, match=r"\w"):
        HallRules(**(sound | parts))
