"""What you get: previews, appointments, the warning of closing time, and links for phones."""

import msgspec
import pytest

from kiosk.flow.effects import AskPreview, AwaitPhone, FindAppointments, MakeLink, Take, Withdraw
from kiosk.flow.events import (
    AskFailed,
    LinkFailed,
    LinkStale,
    NumberGone,
    PhoneHolds,
    PreviewSeen,
    TakeFailed,
)
from kiosk.flow.presses import Again, AppointmentChosen, Back, NumberWanted, RiskAccepted, StillHere, TimeOver
from kiosk.flow.visit import Page
from kiosk.samples import HOLDER, LINK, PREVIEW, TICKET
from queue_core.wire.words import TicketClass
from tests.unit.kiosk.visits import (
    ACCEPT,
    CARD,
    CHECK_IN,
    FORESEEN,
    LINKED,
    PAPER,
    PAPER_OUT,
    PHONE,
    TO_CARD,
    TO_CONFIRM,
    TO_PRINTING,
    TO_QR,
    found,
    only,
    play,
)

WARNED = PreviewSeen(visit_id=1, preview=msgspec.structs.replace(PREVIEW, may_not_be_called=True))
TO_WARNING = (*TO_CARD, *CARD, WARNED)
FOR_A_PHONE = (MakeLink(visit_id=1, ticket_id=23), AwaitPhone(visit_id=1, ticket_id=23))


# Previews


def test_the_hall_is_asked_what_the_number_would_be_before_it_is_taken() -> None:
    asked = only((*TO_CARD, *CARD))
    assert isinstance(asked, AskPreview)
    taken = only((*TO_CONFIRM, PAPER))
    assert isinstance(taken, Take)
    assert taken.decision.request == asked.request


@pytest.mark.parametrize("code", ["quota-full", "will-not-be-served", "hall-unreachable"])
def test_a_preview_that_is_refused_says_so_and_leads_back_to_the_choice(code: str) -> None:
    refused = (*TO_CARD, *CARD, AskFailed(visit_id=1, code=code))
    assert (play(refused).visit.page, play(refused).visit.trouble) == (Page.ASK_TROUBLE, code)
    assert play((*refused, Back())).visit.page is Page.MATTERS
    assert play((*refused, Again())).effects == play((*TO_CARD, *CARD)).effects


def test_nothing_is_taken_before_the_warning_is_accepted() -> None:
    assert play((*TO_WARNING, PAPER)).effects == ()
    accepted = only((*TO_WARNING, RiskAccepted(), PAPER))
    assert isinstance(accepted, Take)
    assert accepted.decision.request.accepts_risk


def test_a_risk_that_came_up_meanwhile_is_shown_after_all() -> None:
    late = play((*TO_CONFIRM, PAPER, TakeFailed(visit_id=1, code="may-not-be-served"))).visit
    assert late.page is Page.CONFIRM
    assert late.preview is not None
    assert late.preview.may_not_be_called
    assert late.decision is None


def test_an_acceptance_is_for_one_preview_only() -> None:
    again = play((*TO_WARNING, RiskAccepted(), Back())).visit
    assert not again.accepts_risk


def test_a_risk_that_was_accepted_and_is_refused_all_the_same_is_a_trouble() -> None:
    refused = (*TO_WARNING, RiskAccepted(), PAPER, TakeFailed(visit_id=1, code="may-not-be-served"))
    assert play(refused).visit.page is Page.TAKE_TROUBLE


# Appointments


def test_check_in_asks_for_the_card_and_looks_for_appointments() -> None:
    assert play((CHECK_IN,)).visit.page is Page.CARD
    assert only((CHECK_IN, *CARD)) == FindAppointments(visit_id=1, holder=HOLDER)


def test_the_only_appointment_is_checked_in_at_once() -> None:
    asked = only((CHECK_IN, *CARD, found(1)))
    assert isinstance(asked, AskPreview)
    assert (asked.request.appointment, asked.request.category) == ("a0", "registration")
    taken = only((CHECK_IN, *CARD, found(1), FORESEEN, PHONE))
    assert isinstance(taken, Take)
    assert taken.decision.request.appointment == "a0"


def test_of_several_appointments_one_is_chosen() -> None:
    several = (CHECK_IN, *CARD, found(2))
    assert play(several).visit.page is Page.APPOINTMENTS
    chosen = only((*several, AppointmentChosen("a1")))
    assert isinstance(chosen, AskPreview)
    assert chosen.request.appointment == "a1"
    assert play((*several, AppointmentChosen("of somebody else"))).effects == ()
    refused = (*several, AppointmentChosen("a1"), AskFailed(visit_id=1, code="appointment-used"), Back())
    assert play(refused).visit.page is Page.APPOINTMENTS


def test_without_an_appointment_a_walk_in_number_needs_no_second_card() -> None:
    none = (CHECK_IN, *CARD, found(0))
    assert play(none).visit.page is Page.NO_APPOINTMENT
    walking_in = play((*none, NumberWanted())).visit
    assert (walking_in.page, walking_in.holder, walking_in.purpose) == (Page.HOME, HOLDER, None)
    assert play((*none, NumberWanted(), ACCEPT)).visit.page is Page.CATEGORY


def test_the_hall_says_what_class_and_category_an_appointment_gives() -> None:
    told = msgspec.structs.replace(PREVIEW, ticket_class=TicketClass.CONSULT, category="business")
    visit = play((CHECK_IN, *CARD, found(1), PreviewSeen(visit_id=1, preview=told))).visit
    assert (visit.ticket_class, visit.category) == (TicketClass.CONSULT, "business")


def test_an_appointment_that_was_looked_at_does_not_stick_to_the_next_number() -> None:
    back = play((CHECK_IN, *CARD, found(1), FORESEEN, Back())).visit
    assert (back.page, back.purpose, back.appointment) == (Page.HOME, None, None)
    assert back.holder == HOLDER
    assert back.appointments == ()


# Phones


def test_a_number_for_a_phone_is_shown_as_a_link_for_one_phone_once() -> None:
    assert play(TO_QR).effects == FOR_A_PHONE
    assert play(TO_QR).visit.link == ""
    assert play((*TO_QR, LINKED)).visit.link == LINK


def test_the_holders_own_secret_is_never_on_the_screen() -> None:
    assert play((*TO_QR, LINKED)).visit.link != TICKET.status_url


def test_an_old_link_is_replaced_while_it_is_shown() -> None:
    stale = play((*TO_QR, LINKED, LinkStale(visit_id=1)))
    assert stale.effects == FOR_A_PHONE
    assert stale.visit.link == LINK
    assert play((*TO_QR, PhoneHolds(visit_id=1), LinkStale(visit_id=1))).effects == ()


def test_a_link_that_cannot_be_made_is_told_and_tried_again() -> None:
    failed = (*TO_QR, LinkFailed(visit_id=1, code="hall-unreachable"))
    assert play(failed).visit.trouble == "no-link"
    assert play((*failed, Again())).effects == FOR_A_PHONE
    assert play((*failed, LINKED)).visit.trouble == ""


def test_a_link_that_fails_late_does_not_end_what_is_asked_for_another_number() -> None:
    asking = (*TO_QR, NumberGone(visit_id=1), Again())
    assert play(asking).visit.page is Page.ASKING
    assert play((*asking, LinkFailed(visit_id=1, code="hall-unreachable"))).visit == play(asking).visit


def test_paper_is_offered_when_no_phone_came_and_then_the_page_is_left() -> None:
    offered = play((*TO_QR, LINKED, TimeOver()))
    assert (offered.visit.page, offered.visit.trouble, offered.visit.is_asked) == (
        Page.QR,
        "not-scanned",
        False,
    )
    asked = (*TO_QR, LINKED, TimeOver(), TimeOver())
    assert play(asked).visit.is_asked
    assert play((*asked, StillHere())).visit.page is Page.QR
    assert play((*asked, TimeOver())).effects == (Withdraw(ticket_id=23),)


def test_a_failed_print_shows_the_same_number_to_a_phone_at_once() -> None:
    troubled = play((*TO_PRINTING, PAPER_OUT))
    assert troubled.visit.ticket == TICKET
    assert troubled.effects == FOR_A_PHONE
    assert play((*TO_PRINTING, PAPER_OUT, LINKED)).visit.link == LINK


def test_a_link_that_fails_beside_a_failed_print_does_not_hide_what_happened_to_the_paper() -> None:
    both = (*TO_PRINTING, PAPER_OUT, LinkFailed(visit_id=1, code="hall-unreachable"))
    assert play(both).visit.trouble == "paper-out"
    assert play((*both, Again())).effects == FOR_A_PHONE
