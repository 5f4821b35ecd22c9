"""Appointments and cases on their way into the hall: their persons sealed, and to be found again later.

Nothing is changed here. Belongs to the committer's thread.
"""

from datetime import date, timedelta

import msgspec

from queue_core.app.case_numbers import CaseNumbers
from queue_core.app.errors import NotYourAppointment, UnknownAppointment
from queue_core.app.notices import appointment_tomorrow
from queue_core.app.people import Contact, Holder
from queue_core.app.persons import Persons
from queue_core.app.ports import References, Vault
from queue_core.app.prepared import Kept, Prepared
from queue_core.app.requests import BookingWanted, CaseTold
from queue_core.domain import commands, refusals
from queue_core.domain.booking import DAY_MS, DAYS_AHEAD, local_day
from queue_core.domain.events import AppointmentBooked, CaseAccepted, Event
from queue_core.domain.hall_day import HallDay
from queue_core.domain.words import AppointmentState
from queue_core.store.parties import Party, Subject
from queue_core.store.retention import Purpose


class Registering:
    def __init__(self, *, vault: Vault, references: References, persons: Persons) -> None:
        self._vault = vault
        self._references = references
        self._persons = persons
        self._case_numbers = CaseNumbers()

    def booking(self, wanted: BookingWanted, day: HallDay, now_ms: int) -> Prepared:
        held = self._persons.appointments_of(wanted.holder)
        replaced = None if wanted.replaces is None else day.appointments.by_reference(wanted.replaces)
        if wanted.replaces is not None and replaced is None:
            raise UnknownAppointment
        if replaced is not None and replaced.appointment_id not in held:
            raise NotYourAppointment
        slot_day = _date_of_slot(day, wanted.starts_at_ms)
        reference = self._references()
        sealed = self._vault.seal(
            Purpose.APPOINTMENT, slot_day, msgspec.json.encode(wanted.holder), reference
        )
        known = {
            purpose: self._vault.person(purpose, slot_day, wanted.holder.id_number)
            for purpose in _purposes_of_booking(day)
        }
        reminder = (
            ()
            if wanted.phone is None
            else appointment_tomorrow(
                reference,
                wanted.starts_at_ms,
                wanted.phone,
                slot_day=slot_day,
                day=day,
                now_ms=now_ms,
                vault=self._vault,
            )
        )
        command = commands.BookAppointment(
            unit=wanted.unit,
            starts_at_ms=wanted.starts_at_ms,
            reference=reference,
            matter=wanted.matter,
            sealed_holder=sealed,
            held=held,
            missed=self._missed(wanted.holder, day),
            source=wanted.source,
            replaces=None if replaced is None else replaced.appointment_id,
        )

        def kept(event: Event) -> Kept:
            if not isinstance(event, AppointmentBooked):
                return Kept()
            return Kept(
                parties=tuple(
                    Party(
                        subject=Subject.APPOINTMENT,
                        subject_id=event.appointment.appointment_id,
                        purpose=purpose,
                        day=slot_day,
                        person=person,
                    )
                    for purpose, person in known.items()
                ),
                messages=reminder,
            )

        return Prepared(command=command, kept=kept)

    def case(self, wanted: CaseTold, day: HallDay, today: str) -> Prepared:
        code = wanted.code or self._case_numbers.next(day, today)
        contact = Contact(holder=wanted.holder, phone=wanted.phone)
        has_contact = wanted.holder is not None or wanted.phone is not None
        sealed = (
            self._vault.seal(Purpose.PICKUP, today, msgspec.json.encode(contact), code)
            if has_contact
            else None
        )
        command = commands.RecordCase(
            code=code,
            ticket_id=wanted.ticket_id,
            unit=wanted.unit,
            matter=wanted.matter,
            contact=sealed,
            sealed_on=None if sealed is None else today,
            is_ready=wanted.is_ready,
            way=wanted.way,
            language=wanted.language,
        )
        holder = wanted.holder
        if holder is None:
            return Prepared(command=command)
        person = self._vault.person(Purpose.PICKUP, today, holder.id_number)

        def kept(event: Event) -> Kept:
            if not isinstance(event, CaseAccepted):
                return Kept()
            party = Party(
                subject=Subject.CASE,
                subject_id=event.case.case_id,
                purpose=Purpose.PICKUP,
                day=today,
                person=person,
            )
            return Kept(parties=(party,))

        return Prepared(command=command, kept=kept)

    def _missed(self, holder: Holder, day: HallDay) -> int:
        """How many appointments the person has missed within the days that count.

        Under the follow-up's purpose stand those that were not kept and not given back: the missed, and
        those whose time is still to come.
        """
        since = _date_of(day, day.midnight_ms - day.rules.policy.bar_days * DAY_MS)
        unkept = self._persons.subjects_of(Subject.APPOINTMENT, Purpose.FOLLOW_UP, holder, since=since)
        found = map(day.appointments.get, unkept)
        return sum(1 for each in found if each is None or each.state is AppointmentState.MISSED)


def _purposes_of_booking(day: HallDay) -> tuple[Purpose, ...]:
    """Missed appointments are counted only where they have a consequence."""
    has_bar = day.rules.policy.missed_appointments_before_bar > 0
    return (Purpose.APPOINTMENT, Purpose.FOLLOW_UP) if has_bar else (Purpose.APPOINTMENT,)


def _date_of_slot(day: HallDay, starts_at_ms: int) -> str:
    """The local ISO date whose key seals a booking.

    Asked before anything is sealed: the key of a day that is past may be destroyed, and one of a day far off
    would be made for nobody. Raises Refusal for both.
    """
    ahead = local_day(day, starts_at_ms)
    if ahead < 0:
        raise refusals.SlotPast(starts_at_ms)
    if ahead > DAYS_AHEAD:
        raise refusals.NoSuchSlot(starts_at_ms)
    return _date_of(day, starts_at_ms)


def _date_of(day: HallDay, wall_ms: int) -> str:
    """The local ISO date of an instant near the present day."""
    today = date.fromisoformat(day.day or "")
    return (today + timedelta(days=local_day(day, wall_ms))).isoformat()
