import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import (
    CallNext,
    FinishService,
    ReportDelivery,
    TakeNumber,
    WithdrawUndelivered,
)
from queue_core.domain.rules import Unit
from queue_core.domain.words import DeliveryState, TicketClass, TicketState

REGISTRATION = Unit("registration", TicketClass.ACCEPT)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)
NOWHERE = Unit("registration", TicketClass.PICKUP)


def report(ticket, outcome, reason=None):
    return ReportDelivery(ticket_id=ticket.ticket_id, outcome=outcome, reason=reason)


def test_numbers_follow_one_neutral_series_whatever_the_unit(play) -> None:
    assert [play.take(unit).number for unit in (REGISTRATION, CUSTOMS, REGISTRATION)] == ["001", "002", "003"]


@pytest.mark.parametrize("unit", [NOWHERE, Unit("marriage", TicketClass.ACCEPT)])
def test_a_unit_that_no_window_handles_gets_no_number(play, unit) -> None:
    with pytest.raises(refusals.UnitNotOffered) as refusal:
        play.take(unit)
    assert refusal.value.code == "not-offered"
    assert play.take().number == "001"


def test_who_waits_for_a_unit_is_told_the_number_already_held(play) -> None:
    held = play.take()
    with pytest.raises(refusals.AlreadyWaiting) as refusal:
        play.take(held=(held.ticket_id,))
    assert refusal.value.ticket == held


def test_who_waits_for_one_unit_may_wait_for_another(play) -> None:
    held = play.take()
    assert play.take(CUSTOMS, held=(held.ticket_id,)).number == "002"


def test_who_was_served_may_take_the_next_number(play) -> None:
    play.open(1)
    held = play.take()
    play.serve(1)
    with pytest.raises(refusals.AlreadyWaiting):
        play.take(held=(held.ticket_id,))
    play.do(FinishService(window=1))
    assert play.take(held=(held.ticket_id,)).number == "002"


def test_a_number_counts_those_its_windows_call_before_it(play) -> None:
    play.take()
    play.take()
    (issued,) = play.do(TakeNumber(unit=REGISTRATION, reference="x"))
    assert issued.ahead == 2


def test_a_zone_counts_its_own_people_beside_an_all_skill_window(play) -> None:
    for _ in range(5):
        play.take(CUSTOMS)
    assert play.day.ahead(play.take(REGISTRATION)) == 0


@pytest.mark.parametrize(
    "road",
    [
        (DeliveryState.PRINTING, DeliveryState.PRINTED),
        (DeliveryState.PAPERLESS,),
        (DeliveryState.PRINTING, DeliveryState.FAILED, DeliveryState.PRINTING, DeliveryState.PRINTED),
        (DeliveryState.PRINTING, DeliveryState.FAILED, DeliveryState.PAPERLESS),
        (DeliveryState.PRINTING, DeliveryState.PAPERLESS, DeliveryState.PRINTED),
        (DeliveryState.PRINTING, DeliveryState.FAILED, DeliveryState.WITHDRAWN),
        (DeliveryState.PRINTED, DeliveryState.PRINTING, DeliveryState.PRINTED),
    ],
)
def test_a_number_reaches_its_holder_by_every_road(play, road) -> None:
    ticket = play.take()
    for outcome in road:
        play.do(report(ticket, outcome))
        assert play.now(ticket).delivery is outcome


def test_a_report_sent_again_changes_nothing(play) -> None:
    ticket = play.take()
    play.do(report(ticket, DeliveryState.PRINTING))
    assert play.do(report(ticket, DeliveryState.PRINTING)) == ()


def test_a_printed_number_held_by_the_phone_too_stays_printed(play) -> None:
    ticket = play.take()
    play.do(report(ticket, DeliveryState.PRINTED))
    play.do(report(ticket, DeliveryState.PAPERLESS))
    assert play.now(ticket).delivery is DeliveryState.PRINTED


def test_a_failed_printer_does_not_take_back_what_the_phone_holds(play) -> None:
    ticket = play.take()
    play.do(report(ticket, DeliveryState.PRINTING))
    play.do(report(ticket, DeliveryState.PAPERLESS))
    play.do(report(ticket, DeliveryState.FAILED, "paper-out"))
    assert play.now(ticket).delivery is DeliveryState.PAPERLESS


@pytest.mark.parametrize("delivered", [DeliveryState.PRINTED, DeliveryState.PAPERLESS])
def test_a_number_in_somebodys_hand_cannot_be_withdrawn(play, delivered) -> None:
    ticket = play.take()
    play.do(report(ticket, delivered))
    with pytest.raises(refusals.WrongDelivery):
        play.do(report(ticket, DeliveryState.WITHDRAWN))


def test_a_called_number_cannot_be_withdrawn(play) -> None:
    play.open(1)
    ticket = play.take()
    play.call(1)
    with pytest.raises(refusals.WrongDelivery):
        play.do(report(ticket, DeliveryState.WITHDRAWN))


def test_a_withdrawn_number_is_dead(play) -> None:
    play.open(1)
    ticket = play.take()
    play.do(report(ticket, DeliveryState.WITHDRAWN, "given-up"))
    assert play.now(ticket).state is TicketState.WITHDRAWN
    with pytest.raises(refusals.WrongDelivery):
        play.do(report(ticket, DeliveryState.PRINTED))
    with pytest.raises(refusals.NobodyWaiting):
        play.do(CallNext(window=1))


def test_a_report_on_a_number_of_no_one_is_refused(play) -> None:
    with pytest.raises(refusals.NoSuchTicket):
        play.do(ReportDelivery(ticket_id=99, outcome=DeliveryState.PRINTED))


def test_a_number_cannot_go_back_to_issued(play) -> None:
    ticket = play.take()
    play.do(report(ticket, DeliveryState.PRINTING))
    with pytest.raises(refusals.WrongDelivery):
        play.do(report(ticket, DeliveryState.ISSUED))


@pytest.mark.parametrize("road", [(), (DeliveryState.FAILED,)])
def test_a_number_that_reached_nobody_in_time_is_withdrawn(play, road) -> None:
    ticket = play.take()
    for outcome in road:
        play.do(report(ticket, outcome))
    timer = WithdrawUndelivered(ticket_id=ticket.ticket_id)
    assert play.do(timer, after_ms=89_999) == ()
    assert list(play.day.undelivered(play.now_ms + 1)) == [ticket.ticket_id]
    (withdrawn,) = play.do(timer, after_ms=1)
    assert withdrawn.reason == "undelivered"
    assert play.now(ticket).state is TicketState.WITHDRAWN


@pytest.mark.parametrize(
    "road",
    [
        (DeliveryState.PRINTING,),
        (DeliveryState.PRINTED,),
        (DeliveryState.PAPERLESS,),
        (DeliveryState.PRINTED, DeliveryState.PRINTING, DeliveryState.FAILED),
    ],
)
def test_a_number_that_may_be_in_somebodys_hand_is_kept(play, road) -> None:
    ticket = play.take()
    for outcome in road:
        play.do(report(ticket, outcome))
    assert list(play.day.undelivered(play.now_ms + 1_000_000)) == []
    assert play.do(WithdrawUndelivered(ticket_id=ticket.ticket_id), after_ms=1_000_000) == ()


def test_the_longest_undelivered_come_first(play) -> None:
    first, second, third = play.take(), play.take(), play.take()
    play.do(report(first, DeliveryState.FAILED), after_ms=60_000)
    due_ms = play.now(third).delivery_at_ms + 90_000
    assert list(play.day.undelivered(due_ms)) == [second.ticket_id, third.ticket_id]


def test_a_called_number_is_not_withdrawn_by_the_timer(play) -> None:
    play.open(1)
    ticket = play.take()
    play.call(1)
    assert play.do(WithdrawUndelivered(ticket_id=ticket.ticket_id), after_ms=1_000_000) == ()
