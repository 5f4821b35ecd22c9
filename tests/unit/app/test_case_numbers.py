"""Numbers the hall gives to cases: of the day, counted on after a restart, with a check digit."""

import pytest

from queue_core.app.case_numbers import CaseNumbers, case_number, case_number_typed
from queue_core.domain.cases import CaseRegister
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Case
from queue_core.domain.rules import Unit
from queue_core.domain.words import CaseState, TicketClass

TODAY = "2026-11-22"


def day_with(*codes: str) -> HallDay:
    day = HallDay()
    day.cases = CaseRegister(
        Case(
            case_id=case_id,
            code=code,
            unit=Unit("trade", TicketClass.PICKUP),
            matter=None,
            state=CaseState.ACCEPTED,
            accepted_at_ms=0,
        )
        for case_id, code in enumerate(codes, 1)
    )
    return day


def test_they_count_through_the_day_and_begin_anew_with_the_next() -> None:
    numbers, day = CaseNumbers(), day_with()
    given = [numbers.next(day, TODAY) for _ in range(3)]
    assert [each[:-1] for each in given] == ["20261122-0001", "20261122-0002", "20261122-0003"]
    assert numbers.next(day, "2026-11-23").startswith("20261123-0001")


def test_after_a_restart_none_is_given_twice() -> None:
    known = case_number(TODAY, 7), case_number("2026-11-21", 90), "20261122-of-another-office"
    assert CaseNumbers().next(day_with(*known), TODAY) == case_number(TODAY, 8)


def test_past_ten_thousand_they_grow() -> None:
    assert case_number(TODAY, 12_345)[:-1] == "20261122-12345"
    assert case_number_typed(case_number(TODAY, 12_345)) == case_number(TODAY, 12_345)


@pytest.mark.parametrize("nth", [1, 42, 9_999])
def test_a_typed_one_needs_no_dash_and_a_wrong_digit_is_found(nth: int) -> None:
    number = case_number(TODAY, nth)
    assert case_number_typed(number) == case_number_typed(number.replace("-", "")) == number
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert case_number_typed(wrong) is None


@pytest.mark.parametrize("text", ["", "BJ-2026-17", "20261122", "20261122-x0001", "2026-11-22-00018"])
def test_what_is_none_is_none(text: str) -> None:
    assert case_number_typed(text) is None
