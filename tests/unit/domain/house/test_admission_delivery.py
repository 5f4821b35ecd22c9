import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import CallNext, OpenWindow, ReportDelivery, WithdrawUndelivered
from queue_core.domain.rules import Unit
from queue_core.domain.words import DeliveryState, TicketClass, TicketState

ACCEPT = Unit("registration", TicketClass.ACCEPT)


def report(ticket, outcome, reason=None):
    return ReportDelivery(ticket_id=ticket.ticket_id, outcome=outcome, reason=reason)


def later(house, by_ms):
    house.now_ms += by_ms
    return house


@pytest.mark.parametrize(
    "road",
    [
        (DeliveryState.PRINTING, DeliveryState.PRINTED),
        (DeliveryState.PAPERLESS,),
        (DeliveryState.PRINTING, DeliveryState.FAILED, DeliveryState.PRINTING, DeliveryState.PRINTED),
        (DeliveryState.PRINTING, DeliveryState.FAILED, DeliveryState.PAPERLESS),
        (DeliveryState.PRINTING, DeliveryState.PAPERLESS, DeliveryState.PRINTED),
        (DeliveryState.PRINTING, DeliveryState.FAILED, DeliveryState.WITHDRAWN),
        (DeliveryState.PRINTED, DeliveryState.PRINTING, DeliveryState.REPRINTED),
        (DeliveryState.PRINTED, DeliveryState.REPRINTED, DeliveryState.REPRINTED),
        (DeliveryState.PAPERLESS, DeliveryState.PRINTING, DeliveryState.REPRINTED),
    ],
)
def test_a_number_reaches_its_holder_by_every_road(house, road) -> None:
    ticket = house.take(ACCEPT)
    for outcome in road:
        house.do(report(ticket, outcome))
        assert house.now(ticket).delivery is outcome


def test_a_report_sent_again_changes_nothing(house) -> None:
    ticket = house.take(ACCEPT)
    house.do(report(ticket, DeliveryState.PRINTING))
    assert house.do(report(ticket, DeliveryState.PRINTING)) == ()


@pytest.mark.parametrize("on_paper", [DeliveryState.PRINTED, DeliveryState.REPRINTED])
def test_a_printed_number_held_by_the_phone_too_stays_printed(house, on_paper) -> None:
    ticket = house.take(ACCEPT)
    house.do(report(ticket, DeliveryState.PRINTED))
    house.do(report(ticket, on_paper))
    house.do(report(ticket, DeliveryState.PAPERLESS))
    assert house.now(ticket).delivery is on_paper


def test_a_failed_printer_does_not_take_back_what_the_phone_holds(house) -> None:
    ticket = house.take(ACCEPT)
    house.do(report(ticket, DeliveryState.PRINTING))
    house.do(report(ticket, DeliveryState.PAPERLESS))
    house.do(report(ticket, DeliveryState.FAILED, "paper-out"))
    assert house.now(ticket).delivery is DeliveryState.PAPERLESS


@pytest.mark.parametrize("delivered", [DeliveryState.PRINTED, DeliveryState.PAPERLESS])
def test_a_number_in_somebodys_hand_cannot_be_withdrawn(house, delivered) -> None:
    ticket = house.take(ACCEPT)
    house.do(report(ticket, delivered))
    with pytest.raises(refusals.WrongDelivery):
        house.do(report(ticket, DeliveryState.WITHDRAWN))


def test_a_called_number_cannot_be_withdrawn(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    ticket = house.take(ACCEPT)
    house.do(CallNext(window=1))
    with pytest.raises(refusals.WrongDelivery):
        house.do(report(ticket, DeliveryState.WITHDRAWN))


def test_a_withdrawn_number_is_dead(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    ticket = house.take(ACCEPT)
    house.do(report(ticket, DeliveryState.WITHDRAWN, "given-up"))
    assert house.now(ticket).state is TicketState.WITHDRAWN
    with pytest.raises(refusals.WrongDelivery):
        house.do(report(ticket, DeliveryState.PRINTED))
    with pytest.raises(refusals.NobodyWaiting):
        house.do(CallNext(window=1))


def test_a_report_on_a_number_of_no_one_is_refused(house) -> None:
    with pytest.raises(refusals.NoSuchTicket):
        house.do(ReportDelivery(ticket_id=99, outcome=DeliveryState.PRINTED))


def test_a_number_cannot_go_back_to_issued(house) -> None:
    ticket = house.take(ACCEPT)
    house.do(report(ticket, DeliveryState.PRINTING))
    with pytest.raises(refusals.WrongDelivery):
        house.do(report(ticket, DeliveryState.ISSUED))


@pytest.mark.parametrize("road", [(), (DeliveryState.FAILED,)])
def test_a_number_that_reached_nobody_in_time_is_withdrawn(house, road) -> None:
    ticket = house.take(ACCEPT)
    for outcome in road:
        house.do(report(ticket, outcome))
    timer = WithdrawUndelivered(ticket_id=ticket.ticket_id)
    assert later(house, 89_999).do(timer) == ()
    assert list(house.day.undelivered(house.now_ms + 1)) == [ticket.ticket_id]
    (withdrawn,) = later(house, 1).do(timer)
    assert withdrawn.reason == "undelivered"
    assert house.now(ticket).state is TicketState.WITHDRAWN


@pytest.mark.parametrize(
    "road",
    [
        (DeliveryState.PRINTING,),
        (DeliveryState.PRINTED,),
        (DeliveryState.PAPERLESS,),
        (DeliveryState.PRINTED, DeliveryState.PRINTING, DeliveryState.FAILED),
    ],
)
def test_a_number_that_may_be_in_somebodys_hand_is_kept(house, road) -> None:
    ticket = house.take(ACCEPT)
    for outcome in road:
        house.do(report(ticket, outcome))
    assert list(house.day.undelivered(house.now_ms + 1_000_000)) == []
    assert later(house, 1_000_000).do(WithdrawUndelivered(ticket_id=ticket.ticket_id)) == ()


def test_the_longest_undelivered_come_first(house) -> None:
    first, second, third = house.take(ACCEPT), house.take(ACCEPT), house.take(ACCEPT)
    later(house, 60_000).do(report(first, DeliveryState.FAILED))
    due_ms = house.now(third).delivery_at_ms + 90_000
    assert list(house.day.undelivered(due_ms)) == [second.ticket_id, third.ticket_id]


def test_a_called_number_is_not_withdrawn_by_the_timer(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    ticket = house.take(ACCEPT)
    house.do(CallNext(window=1))
    assert later(house, 1_000_000).do(WithdrawUndelivered(ticket_id=ticket.ticket_id)) == ()


def test_a_remote_number_that_reached_no_phone_can_be_withdrawn(house) -> None:
    ticket = house.take(ACCEPT, is_remote=True)
    house.do(report(ticket, DeliveryState.WITHDRAWN, "given-up"))
    assert house.now(ticket).state is TicketState.WITHDRAWN
