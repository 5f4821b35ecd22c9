"""How long a case is kept and where; what it is no more once it expired, went back or was handed over."""

import pytest

from queue_core.domain import commands as c
from queue_core.domain import refusals
from queue_core.domain.casework import require_ready
from queue_core.domain.records import AtPartner, OnShelf, Posted
from queue_core.domain.words import CaseState, ReceiptKind

DAY_MS = 24 * 3_600_000


def test_a_case_is_kept_for_its_time_from_when_it_was_ready(lobby) -> None:
    case_id = lobby.accept()
    assert lobby.case(case_id).serial == 1
    assert lobby.keep_time(29 * DAY_MS) == []
    assert lobby.keep_time(DAY_MS) == ["case-expired"]
    assert lobby.case(case_id).state is CaseState.EXPIRED
    assert lobby.day.cases.by_serial(1) is None
    assert len(lobby.do(c.HandOverCase(case_id=case_id))) == 1


def test_behind_a_door_an_expired_case_stays_until_staff_take_it_out(lobby) -> None:
    case_id = lobby.deposited()
    serial = lobby.case(case_id).serial
    assert lobby.keep_time(3 * DAY_MS) == ["case-expired"]
    assert lobby.door().case_id == case_id
    assert lobby.day.cases.by_serial(serial) is None
    with pytest.raises(refusals.CaseKeptTooLong):
        lobby.ask_collection(case_id)
    lobby.ask_removal(case_id)
    lobby.opens()
    lobby.closes()
    assert lobby.case(case_id).state is CaseState.READY


def test_a_case_kept_longer_waits_again_by_its_old_code(lobby) -> None:
    case_id = lobby.deposited()
    serial = lobby.case(case_id).serial
    lobby.keep_time(3 * DAY_MS)
    longer = c.KeepLonger(case_id=case_id, until_ms=lobby.now_ms + DAY_MS)
    assert len(lobby.do(longer)) == 1
    assert lobby.do(longer) == ()
    assert lobby.day.cases.by_serial(serial) == lobby.case(case_id)
    with pytest.raises(refusals.TimeIsPast):
        lobby.do(c.KeepLonger(case_id=case_id, until_ms=lobby.now_ms))


def test_a_case_does_not_expire_while_its_door_is_being_opened(lobby) -> None:
    lobby.collecting(lobby.deposited())
    assert "case-expired" not in lobby.keep_time(4 * DAY_MS)
    assert lobby.closes()[-1] == "case-handed-over"


@pytest.mark.parametrize(
    ("place", "expired"),
    [
        (OnShelf(label="A1"), ["case-expired"]),
        (AtPartner(partner="bees", reference="7"), ["case-expired"]),
        (Posted(carrier="post", reference="9"), []),
    ],
)
def test_what_is_on_its_way_by_post_does_not_expire(lobby, place, expired) -> None:
    case_id = lobby.accept()
    placed = c.PlaceCase(case_id=case_id, place=place)
    assert len(lobby.do(placed)) == 1
    assert lobby.do(placed) == ()
    assert lobby.keep_time(61 * DAY_MS) == expired


def test_a_case_sent_back_is_the_halls_no_more(lobby) -> None:
    case_id = lobby.accept()
    assert len(lobby.do(c.ReturnCase(case_id=case_id))) == 1
    assert lobby.do(c.ReturnCase(case_id=case_id)) == ()
    for command in (c.HandOverCase(case_id=case_id), c.MarkCaseReady(case_id=case_id)):
        with pytest.raises(refusals.CaseReturnedAlready):
            lobby.do(command)
    with pytest.raises(refusals.CaseReturnedAlready):
        lobby.ask_deposit(case_id)
    lobby.next_day()
    assert lobby.day.cases.get(case_id) is None


def test_an_expired_case_crosses_midnight_and_gives_a_pickup_its_right(lobby) -> None:
    case_id = lobby.accept()
    lobby.keep_time(30 * DAY_MS)
    lobby.next_day()
    assert require_ready(lobby.day, case_id).state is CaseState.EXPIRED


def test_a_case_in_work_has_no_place_and_is_not_sent_back(lobby) -> None:
    case_id = lobby.accept(is_ready=False)
    for command in (
        c.PlaceCase(case_id=case_id, place=OnShelf(label="A1")),
        c.ReturnCase(case_id=case_id),
        c.KeepLonger(case_id=case_id, until_ms=lobby.now_ms + DAY_MS),
    ):
        with pytest.raises(refusals.CaseNotReady):
            lobby.do(command)


def test_every_receipt_printed_is_told(lobby) -> None:
    printed = c.ReportReceipt(case_id=lobby.accept(), receipt=ReceiptKind.ACCEPTANCE)
    assert [len(lobby.do(printed)) for _ in range(2)] == [1, 1]
    with pytest.raises(refusals.NoSuchCase):
        lobby.do(c.ReportReceipt(case_id=9, receipt=ReceiptKind.ACCEPTANCE))
