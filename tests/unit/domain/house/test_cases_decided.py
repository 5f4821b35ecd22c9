import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import HandOverCase, MarkCaseReady, RecordCase
from queue_core.domain.events import CaseAccepted, CaseReady
from queue_core.domain.rules import Unit
from queue_core.domain.words import CaseState, TicketClass

ACCEPT = Unit("registration", TicketClass.ACCEPT)


def record(house, code="X1", **more):
    house.do(RecordCase(code=code, unit=ACCEPT, matter="birth", **more))
    return house.day.cases.by_code(code)


def test_a_case_is_recorded_once_under_the_back_offices_number(house) -> None:
    case = record(house, contact=b"sealed", sealed_on="2026-11-01")
    assert (case.case_id, case.state, case.matter) == (1, CaseState.ACCEPTED, "birth")
    assert (case.contact, case.sealed_on) == (b"sealed", "2026-11-01")
    assert house.do(RecordCase(code="X1", unit=ACCEPT)) == ()
    assert record(house, "X2").case_id == 2


def test_a_case_may_come_finished_from_the_back_office(house) -> None:
    case = record(house, is_ready=True)
    assert [type(each) for each in house.events[-2:]] == [CaseAccepted, CaseReady]
    assert (case.state, case.ready_at_ms) == (CaseState.READY, house.now_ms)


def test_a_repeated_import_brings_the_news_that_a_case_is_ready_and_nothing_else(house) -> None:
    case = record(house)
    again = RecordCase(code="X1", unit=ACCEPT, is_ready=True)
    assert [type(each) for each in house.do(again)] == [CaseReady]
    assert house.do(again) == ()
    house.do(HandOverCase(case_id=case.case_id))
    assert house.do(again) == ()


def test_a_case_is_ready_once_and_handed_over_once(house) -> None:
    case = record(house)
    with pytest.raises(refusals.CaseNotReady):
        house.do(HandOverCase(case_id=case.case_id))
    assert len(house.do(MarkCaseReady(case_id=case.case_id))) == 1
    assert house.do(MarkCaseReady(case_id=case.case_id)) == ()
    assert len(house.do(HandOverCase(case_id=case.case_id))) == 1
    assert house.do(HandOverCase(case_id=case.case_id)) == ()
    with pytest.raises(refusals.CaseHandedOverAlready):
        house.do(MarkCaseReady(case_id=case.case_id))


@pytest.mark.parametrize("asked", [MarkCaseReady(case_id=9), HandOverCase(case_id=9)])
def test_an_unknown_case_is_refused(house, asked) -> None:
    with pytest.raises(refusals.NoSuchCase):
        house.do(asked)


def test_a_case_is_not_handed_over_to_a_number_that_does_not_exist(house) -> None:
    case = record(house, is_ready=True)
    with pytest.raises(refusals.NoSuchTicket):
        house.do(HandOverCase(case_id=case.case_id, ticket_id=77))


def test_what_is_not_handed_over_crosses_midnight(house) -> None:
    done, waiting = record(house, is_ready=True), record(house, "X2")
    house.do(HandOverCase(case_id=done.case_id))
    house.next_day()
    assert house.day.cases.by_code("X1") is None
    assert house.now(waiting) == waiting
    assert record(house, "X3").case_id == 3
