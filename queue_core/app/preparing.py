"""From what clients want to commands of the domain: persons are found and sealed, waits estimated.

Nothing is changed here. What is to be kept outside the journal once the command has happened comes back
beside it. Belongs to the committer's thread.
"""

from typing import assert_never

import msgspec
from msgspec.structs import replace

from queue_core.app.answering import Answering
from queue_core.app.errors import NoEstimateYet, NotYourAppointment, UnknownAppointment, UnknownCase
from queue_core.app.notices import contact_about
from queue_core.app.people import Holder
from queue_core.app.persons import Persons, age_on
from queue_core.app.ports import References, Vault
from queue_core.app.prepared import Kept, Prepared
from queue_core.app.registering import Registering
from queue_core.app.requests import (
    BookingWanted,
    CaseTold,
    ConversionWanted,
    ErrandAsked,
    ErrandWantedToo,
    FollowUpStepWanted,
    NoteWanted,
    NumberWanted,
    PastRatingWanted,
    ProspectWanted,
    RatingWanted,
    Wanted,
)
from queue_core.app.waits import Newcomer, Waits
from queue_core.domain import commands, refusals
from queue_core.domain.commands import ErrandWanted
from queue_core.domain.entry import Attendance
from queue_core.domain.events import Event, TicketIssued
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Appointment, Case
from queue_core.domain.ticket import Priority, Slot, Ticket
from queue_core.domain.words import CaseState, PriorityKind, TicketClass
from queue_core.store.errors import KeyDestroyed, Unsealable
from queue_core.store.retention import Purpose

SEEN_ON_CARD = "card"


class Preparation:
    def __init__(
        self,
        *,
        vault: Vault,
        references: References,
        persons: Persons,
        waits: Waits,
        answering: Answering,
    ) -> None:
        self._vault = vault
        self._references = references
        self._persons = persons
        self._waits = waits
        self._answering = answering
        self._registering = Registering(vault=vault, references=references, persons=persons)

    def prepare(  # noqa: PLR0911 one case a kind of wish
        self, wanted: Wanted, day: HallDay, now_ms: int
    ) -> Prepared:
        """Raises Refusal or HallError when what is asked for names something that is not there.

        Raises the store's error when a key cannot be read or made.
        """
        if day.day is None:
            raise refusals.HallClosed
        match wanted:
            case NumberWanted():
                return self._number(wanted, day, day.day, now_ms)
            case ConversionWanted():
                return self._conversion(wanted, day)
            case ErrandWantedToo():
                holder = self._holder_of(day.tickets.get(wanted.ticket_id))
                errand = self._errand(wanted.asked, holder, day)
                return Prepared(command=commands.AddErrand(ticket_id=wanted.ticket_id, wanted=errand))
            case ProspectWanted():
                return self._prospect(wanted, day, now_ms)
            case NoteWanted():
                return self._note(wanted, day)
            case BookingWanted():
                return self._registering.booking(wanted, day, now_ms)
            case CaseTold():
                return self._registering.case(wanted, day, day.day)
            case RatingWanted() | PastRatingWanted() | FollowUpStepWanted():
                return self._answering.prepare(wanted, day, day.day)
            case _:
                assert_never(wanted)

    def foreseen(self, wanted: NumberWanted, day: HallDay, now_ms: int) -> commands.TakeNumber:
        """The command to take a number, but for what names it and its holder. No key is made or used up.

        Raises as `prepare` does.
        """
        if day.day is None:
            raise refusals.HallClosed
        held = () if wanted.holder is None else self._persons.tickets_today_of(wanted.holder)
        return self._taking(wanted, day, day.day, now_ms, held)

    def _taking(
        self, wanted: NumberWanted, day: HallDay, today: str, now_ms: int, held: tuple[int, ...]
    ) -> commands.TakeNumber:
        holder = wanted.holder
        appointment = self._appointment(wanted, day)
        errands = tuple(self._errand(each, holder, day) for each in wanted.errands)
        priority = wanted.priority or _by_age(holder, today, day)
        told = self._waits.for_newcomer(_newcomer(errands, priority, appointment), now_ms)
        return commands.TakeNumber(
            errands=errands,
            reference="",
            held=held,
            language=wanted.language,
            origin=wanted.origin,
            is_remote=wanted.is_remote,
            priority=priority,
            appointment_id=None if appointment is None else appointment.appointment_id,
            estimate=told.estimate,
            closing_chance=told.closing_chance,
            accepts_risk=wanted.accepts_risk,
            project=wanted.project,
        )

    def _number(self, wanted: NumberWanted, day: HallDay, today: str, now_ms: int) -> Prepared:
        holder, reference = wanted.holder, self._references()
        contact = self._contact(wanted, today, reference)
        if holder is None:
            taking = self._taking(wanted, day, today, now_ms, ())
            return Prepared(command=replace(taking, reference=reference, contact=contact))
        person = self._persons.person_today(today, holder)
        taking = self._taking(wanted, day, today, now_ms, self._persons.tickets_of(person))
        sealed = self._vault.seal(Purpose.QUEUEING, today, msgspec.json.encode(holder), reference)
        command = replace(taking, reference=reference, sealed_holder=sealed, contact=contact)

        def kept(event: Event) -> Kept:
            if not isinstance(event, TicketIssued):
                return Kept()
            return Kept(attendances=(Attendance(ticket_id=event.ticket_id, day=today, person=person),))

        return Prepared(command=command, kept=kept)

    def _contact(self, wanted: NumberWanted, today: str, reference: str) -> bytes | None:
        if wanted.contact is None:
            return None
        clear = msgspec.json.encode(wanted.contact)
        return self._vault.seal(Purpose.FOLLOW_UP, today, clear, contact_about(reference))

    def _errand(self, asked: ErrandAsked, holder: Holder | None, day: HallDay) -> ErrandWanted:
        return ErrandWanted(
            unit=asked.unit,
            matter=asked.matter,
            items=asked.items,
            case_id=self._case_for(asked, holder, day),
        )

    def _case_for(self, asked: ErrandAsked, holder: Holder | None, day: HallDay) -> int | None:
        """The finished case behind a pickup: the one named, or the person's own of that category."""
        if asked.unit.ticket_class is not TicketClass.PICKUP:
            return None
        if asked.case is not None:
            case = day.cases.by_code(asked.case)
            if case is None:
                raise UnknownCase(asked.case)
            return case.case_id
        if holder is None:
            return None
        ready = (
            each
            for each in map(day.cases.get, self._persons.cases_of(holder))
            if each is not None and _is_for(each, asked)
        )
        return next((each.case_id for each in ready), None)

    def _appointment(self, wanted: NumberWanted, day: HallDay) -> Appointment | None:
        if wanted.appointment is None:
            return None
        appointment = day.appointments.by_reference(wanted.appointment)
        if appointment is None:
            raise UnknownAppointment
        if wanted.holder is not None and appointment.appointment_id not in self._persons.appointments_of(
            wanted.holder
        ):
            raise NotYourAppointment
        return appointment

    def _conversion(self, wanted: ConversionWanted, day: HallDay) -> Prepared:
        holder = self._holder_of(day.tickets.get(wanted.ticket_id))
        errand = self._errand(wanted.asked, holder, day)
        return Prepared(
            command=commands.Convert(
                ticket_id=wanted.ticket_id,
                errand=wanted.errand,
                unit=errand.unit,
                matter=errand.matter,
                case_id=errand.case_id,
            )
        )

    def _prospect(self, wanted: ProspectWanted, day: HallDay, now_ms: int) -> Prepared:
        ticket = day.tickets.get(wanted.ticket_id)
        if ticket is None:
            raise refusals.NoSuchTicket(wanted.ticket_id)
        case_id = self._case_for(ErrandAsked(unit=wanted.unit), self._holder_of(ticket), day)
        told = self._waits.before_choice(
            ticket, wanted.errand, wanted.unit, now_ms, is_verified=case_id is not None
        )
        if told.estimate is None:
            raise NoEstimateYet
        return Prepared(
            command=commands.ShowEstimate(
                ticket_id=wanted.ticket_id, unit=wanted.unit, ahead=told.ahead, estimate=told.estimate
            )
        )

    def _note(self, wanted: NoteWanted, day: HallDay) -> Prepared:
        ticket, sealed = day.ticket_at(wanted.window), None
        if ticket is not None and wanted.text:
            about = note_about(ticket.reference)
            sealed = self._vault.seal(Purpose.QUEUEING, ticket.day, wanted.text.encode(), about)
        return Prepared(command=commands.WriteNote(window=wanted.window, sealed=sealed))

    def _holder_of(self, ticket: Ticket | None) -> Holder | None:
        """None, too, when the keys were lost with another disk: the number goes on without its person."""
        if ticket is None or ticket.holder is None:
            return None
        try:
            clear = self._vault.unseal(Purpose.QUEUEING, ticket.day, ticket.holder, ticket.reference)
        except (KeyDestroyed, Unsealable):
            return None
        return msgspec.json.decode(clear, type=Holder)


def note_about(reference: str) -> str:
    """What a note is sealed for: moved to another number, or taken for its holder, it opens nowhere."""
    return f"{reference}/note"


def _is_for(case: Case, asked: ErrandAsked) -> bool:
    return case.state is CaseState.READY and case.unit.category == asked.unit.category


def _by_age(holder: Holder | None, today: str, day: HallDay) -> Priority | None:
    """The statutory priority of age, as the card itself proves it."""
    age = None if holder is None else age_on(today, holder.id_number)
    if age is None or age < day.rules.policy.priority_age:
        return None
    return Priority(kind=PriorityKind.AGE, verified_by=SEEN_ON_CARD)


def _newcomer(
    errands: tuple[ErrandWanted, ...], priority: Priority | None, appointment: Appointment | None
) -> Newcomer:
    slot = (
        None
        if appointment is None
        else Slot(
            appointment_id=appointment.appointment_id,
            starts_at_ms=appointment.starts_at_ms,
            ends_at_ms=appointment.ends_at_ms,
        )
    )
    booked = () if appointment is None else (appointment.unit,)
    return Newcomer(
        units=tuple(each.unit for each in errands) or booked,
        is_verified=any(each.case_id is not None for each in errands),
        priority=priority,
        slot=slot,
    )
