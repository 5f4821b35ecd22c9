"""A slot of another day by real presses, and arriving with a number from afar."""

import pytest
from msgspec.structs import replace as changed

from kiosk.flow.effects import Arrival, Book, Change, FindSlots, Take, Withdraw
from kiosk.flow.events import (
    AppointmentMade,
    AskFailed,
    CardLaid,
    CardRead,
    HallSeen,
    MattersFound,
    PreviewSeen,
    PrinterSeen,
    ReadersSeen,
    SlotsFound,
    TakeFailed,
    TicketChanged,
    TicketsFound,
)
from kiosk.flow.visit import Page
from kiosk.gallery_booking import MADE, SLOTS
from kiosk.samples import HALL, HOLDER, PREVIEW, PRINTER, READERS, TICKET
from kiosk.samples_matters import MATTERS
from queue_core.wire.words import TicketState


@pytest.fixture
def ready(at_home):
    at_home.begin_anew(1080, 1920)
    at_home.hear(HallSeen(HALL), ReadersSeen(READERS), PrinterSeen(PRINTER))
    at_home.asked()
    return at_home


def lay_card(kiosk) -> None:
    visit_id = kiosk.presenter.visit.visit_id
    kiosk.hear(CardLaid(0), CardRead(visit_id=visit_id, reader=0, holder=HOLDER))


def to_hall(kiosk) -> None:
    """As far as the question what a number would be."""
    kiosk.press("class-accept")
    kiosk.press("category-registration")
    kiosk.hear(MattersFound(visit_id=1, asked=1, found=MATTERS))
    kiosk.press("no-matter")
    lay_card(kiosk)
    kiosk.asked()


def book_the_second(kiosk) -> None:
    kiosk.press("book-slot")
    assert [type(one) for one in kiosk.asked()] == [FindSlots]
    kiosk.hear(SlotsFound(visit_id=1, slots=SLOTS))
    assert kiosk.is_at(Page.SLOTS)
    kiosk.press("slot-2")
    (booking,) = kiosk.asked()
    assert isinstance(booking, Book)
    assert (booking.request.starts_at_ms, booking.request.holder) == (SLOTS[1].starts_at_ms, HOLDER)
    kiosk.hear(AppointmentMade(visit_id=1, appointment=MADE))
    assert kiosk.is_at(Page.BOOKED)
    assert (kiosk.text("date"), kiosk.text("time")) == ("明天，11月23日 周一", "11:30–12:00")
    kiosk.press("leave")
    assert kiosk.is_at(Page.HOME)
    assert not [one for one in kiosk.asked() if isinstance(one, Withdraw)]


def test_a_refused_number_leads_to_a_slot(ready) -> None:
    to_hall(ready)
    ready.hear(AskFailed(visit_id=1, code="quota-full"))
    book_the_second(ready)


def test_a_number_refused_at_the_last_moment_leads_to_a_slot(ready) -> None:
    to_hall(ready)
    ready.hear(PreviewSeen(visit_id=1, preview=PREVIEW))
    ready.press("way-paper")
    assert [type(one) for one in ready.asked()] == [Take]
    ready.hear(TakeFailed(visit_id=1, code="will-not-be-served"))
    assert ready.is_at(Page.TAKE_TROUBLE)
    book_the_second(ready)


def test_the_warning_of_closing_time_leads_to_a_slot_and_back(ready) -> None:
    to_hall(ready)
    ready.hear(PreviewSeen(visit_id=1, preview=changed(PREVIEW, may_not_be_called=True)))
    ready.press("book-slot")
    ready.hear(SlotsFound(visit_id=1, slots=SLOTS))
    ready.press("back")
    assert ready.is_at(Page.CONFIRM)
    assert {"accept-risk", "book-slot"} <= set(ready.names())
    ready.asked()
    book_the_second(ready)


def test_the_holder_of_a_number_from_afar_says_that_he_has_come(ready) -> None:
    remote = changed(TICKET, state=TicketState.REMOTE, estimate=None)
    ready.press("own-number")
    lay_card(ready)
    ready.hear(TicketsFound(visit_id=1, tickets=(remote,)))
    ready.asked()
    ready.press("act-arrive")
    (change,) = ready.asked()
    assert isinstance(change, Change)
    assert change.change == Arrival()
    ready.hear(TicketChanged(visit_id=1, ticket=TICKET))
    assert ready.is_at(Page.CHANGED)
    assert ready.text("state") == "您前面还有 6 人"
