"""Who it is: the kind of document, its number and the name, typed by the guide who holds it in hand."""

import re
from dataclasses import replace

from msgspec.structs import replace as altered

from counter.guide.flow import happenings as h
from counter.guide.flow import presses, taking
from counter.guide.flow.requests import FindAppointments, FindPerson, FindSlots
from counter.guide.flow.state import (
    CARDS,
    WITH_CHECK_DIGIT,
    Aim,
    Document,
    Guide,
    Help,
    Page,
    Trouble,
    Turn,
    ask,
    go,
    turn,
)
from counter.guide.flow.steps import Rows, nothing
from drivers.protocol import id_number
from queue_core.wire.appointments import Appointment
from queue_core.wire.messages import CardHolder, TakeNumber

# What most holders of such a document read; the guide can change it.
LANGUAGES = {
    Document.PASSPORT: "en",
    Document.PERMANENT_RESIDENCE: "en",
    Document.TRAVEL_PERMIT: "zh-Hant",
    Document.RESIDENCE_PERMIT: "zh-Hant",
    Document.RESIDENT_ID: "zh-CN",
}
LONGEST_NUMBER = 20
LONGEST_NAME = 50
PASSPORT = re.compile(r"[A-Z0-9]{5,20}")
RESIDENCE_OF_2017 = re.compile(r"[A-Z]{3}[0-9]{12}")  # on permanent residence cards until 2023


def choose_document(state: Guide, press: presses.DocumentChosen, _: str) -> Turn:
    helped = go(state.help, Page.DOCUMENT, document=press.document, number_typed="")
    return turn(state, helped)


def type_number(state: Guide, typed: presses.Typed, _: str) -> Turn:
    number = re.sub(r"[^A-Z0-9]", "", typed.text.upper())[:LONGEST_NUMBER]
    return turn(state, replace(state.help, number_typed=number, trouble=None))


def enter_number(state: Guide, _: presses.Entered, __: str) -> Turn:
    """The check digit finds a slip of the finger before a number is taken for nobody."""
    helped = state.help
    if helped.document is None or not helped.number_typed:
        return nothing(state)
    if (code := mistake(helped.document, helped.number_typed)) is not None:
        return turn(state, replace(helped, trouble=Trouble(code=code)))
    return turn(state, go(helped, Page.NAME))


def mistake(document: Document, number: str) -> str | None:
    """What is wrong with a number on such a document; None when it may be one."""
    if document is Document.PERMANENT_RESIDENCE and RESIDENCE_OF_2017.fullmatch(number):
        return None
    if document in WITH_CHECK_DIGIT or document is Document.PERMANENT_RESIDENCE:
        if not id_number.is_well_formed(number):
            return "number-incomplete"
        return None if id_number.is_valid(number) else "check-digit-wrong"
    return None if PASSPORT.fullmatch(number) else "number-incomplete"


def type_name(state: Guide, typed: presses.Typed, _: str) -> Turn:
    return turn(state, replace(state.help, typed=typed.text[:LONGEST_NAME]))


def enter_name(state: Guide, _: presses.Entered, __: str) -> Turn:
    """The name helps the clerk to recognise the person; a number may be taken without."""
    helped = state.help
    if helped.document is None:
        return nothing(state)
    name = " ".join(helped.typed.split())
    holder = CardHolder(name=name, id_number=helped.number_typed, card=CARDS[helped.document])
    wanted = altered(helped.wanted, language=LANGUAGES[helped.document])
    return known(state, replace(helped, holder=holder, wanted=wanted))


def known(state: Guide, helped: Help) -> Turn:
    """On with what was wanted of this person."""
    holder = helped.holder
    assert holder is not None
    match helped.aim:
        case Aim.CHECK_IN:
            return ask(state, helped, FindAppointments(holder=holder))
        case Aim.FIND | Aim.BACK | Aim.WHERE:
            return ask(state, helped, FindPerson(holder=holder))
        case Aim.BOOK:
            assert helped.ticket_class is not None
            slots = FindSlots(category=helped.category, ticket_class=helped.ticket_class)
            return ask(state, helped, slots)
        case _:
            return taking.wish(state, helped, holder=holder)


def nobody(state: Guide, _: presses.AnonymousChosen, __: str) -> Turn:
    helped = state.help
    if state.hall is None or helped.ticket_class not in state.hall.anonymous_classes:
        return nothing(state)
    return taking.wish(state, replace(helped, holder=None), holder=None)


# Appointments


def appointments_found(state: Guide, answer: h.Answered) -> Turn:
    """None: the page says so, and a number can be taken for the same person."""
    assert isinstance(answer.value, tuple)
    found: tuple[Appointment, ...] = answer.value
    return turn(state, go(replace(state.help, asking=None), Page.APPOINTMENTS, appointments=found))


def choose_appointment(state: Guide, press: presses.AppointmentChosen, _: str) -> Turn:
    helped = state.help
    wanted = TakeNumber(appointment=press.reference, holder=helped.holder, language=helped.wanted.language)
    return taking.foresee(state, replace(helped, wanted=wanted))


def want_reference(state: Guide, _: presses.ReferenceWanted, __: str) -> Turn:
    return turn(state, go(state.help, Page.REFERENCE))


def type_reference(state: Guide, typed: presses.Typed, _: str) -> Turn:
    return turn(state, replace(state.help, typed=typed.text, trouble=None))


def enter_reference(state: Guide, _: presses.Entered, __: str) -> Turn:
    helped, reference = state.help, state.help.typed.strip()
    if not reference:
        return nothing(state)
    wanted = TakeNumber(appointment=reference, language=helped.wanted.language)
    return taking.foresee(state, replace(helped, wanted=wanted))


ROWS: Rows = {
    Page.WHO: {
        presses.DocumentChosen: choose_document,
        presses.AnonymousChosen: nobody,
        presses.ReferenceWanted: want_reference,
    },
    Page.DOCUMENT: {presses.Typed: type_number, presses.Entered: enter_number},
    Page.NAME: {presses.Typed: type_name, presses.Entered: enter_name},
    Page.APPOINTMENTS: {presses.AppointmentChosen: choose_appointment},
    Page.REFERENCE: {presses.Typed: type_reference, presses.Entered: enter_reference},
}
