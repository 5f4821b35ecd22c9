"""The number of an appointment, found by who it is; and the welcome of somebody whose card lay here first."""

from dataclasses import replace

from kiosk.flow import confirming
from kiosk.flow.asking import ask
from kiosk.flow.effects import FindAppointments
from kiosk.flow.events import AppointmentsFound
from kiosk.flow.facts import Facts
from kiosk.flow.presses import AppointmentChosen, Back, NumberWanted
from kiosk.flow.steps import Rows, Step, anew
from kiosk.flow.visit import Page, Purpose, Visit
from queue_core.wire.appointments import Appointment


def look_up(visit: Visit) -> Step:
    assert visit.holder is not None
    return ask(visit, FindAppointments(visit_id=visit.visit_id, holder=visit.holder))


def welcome(visit: Visit, facts: Facts) -> Step:
    """Somebody laid a card down at home and has no number: an appointment of today is checked in at once.

    Without one the citizen chooses at home, and is not asked for the card again.
    """
    at_home = replace(visit, page=Page.HOME, purpose=None, question=None)
    has_appointments = facts.hall is not None and facts.hall.has_appointments
    return look_up(at_home) if has_appointments else Step(at_home)


def appointments_found(visit: Visit, event: AppointmentsFound, facts: Facts) -> Step:
    found = replace(visit, appointments=event.appointments, question=None)
    match event.appointments:
        case ():
            return Step(replace(found, page=Page.NO_APPOINTMENT if is_asked_for(visit) else Page.HOME))
        case (only,):
            return check_in(found, only, facts)
        case _:
            return Step(replace(found, page=Page.APPOINTMENTS, purpose=Purpose.CHECK_IN))


def is_asked_for(visit: Visit) -> bool:
    return visit.purpose is Purpose.CHECK_IN


def choose_appointment(visit: Visit, event: AppointmentChosen, facts: Facts) -> Step:
    chosen = next((one for one in visit.appointments if one.reference == event.reference), None)
    return Step(visit) if chosen is None else check_in(visit, chosen, facts)


def check_in(visit: Visit, appointment: Appointment, facts: Facts) -> Step:
    """What it means to come early, in time or late is the hall's to say."""
    page = Page.APPOINTMENTS if len(visit.appointments) > 1 else Page.HOME
    booked = replace(
        visit,
        page=page,
        purpose=Purpose.CHECK_IN,
        appointment=appointment,
        ticket_class=appointment.ticket_class,
        category=appointment.category,
    )
    return confirming.foresee(booked, facts)


def go_on_without(visit: Visit, _: NumberWanted, __: Facts) -> Step:
    """A walk-in number, without a second card."""
    return Step(replace(anew(visit), holder=visit.holder))


def back_to_home(visit: Visit, _: Back, __: Facts) -> Step:
    return Step(replace(anew(visit), holder=visit.holder))


ROWS: Rows = {
    Page.ASKING: {AppointmentsFound: appointments_found},
    Page.APPOINTMENTS: {
        AppointmentChosen: choose_appointment,
        NumberWanted: go_on_without,
        Back: back_to_home,
    },
    Page.NO_APPOINTMENT: {NumberWanted: go_on_without, Back: back_to_home},
}
