"""The rights a number brings or gets: priority, appointments, conversions."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.checks.numbers import offered
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Hall
from queue_core.audit.records import Appointment, Priority, Slot
from queue_core.audit.rules import SlotRules, Unit
from queue_core.audit.step import Step, minutes


class Priorities(Check):
    name: ClassVar[str] = "priority"
    sentence: ClassVar[str] = "Every statutory priority says who verified it."

    def before(self, step: Step) -> Iterator[Complaint]:
        priority: Priority | None = getattr(step.body, "priority", None)
        if priority is not None and not priority.verified_by.strip():
            yield against(step, f"priority {priority.kind}, verified by nobody", "who verified it")


class GreenChannels(Check):
    name: ClassVar[str] = "green channel"
    sentence: ClassVar[str] = (
        "A number of a green channel is of one the hall has, and goes before by a priority somebody verified."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        match step.body:
            case bodies.TicketIssued(project=project) if project is not None:
                if not step.hall.channel(project):
                    yield against(step, f"green channel {project}", "one of this hall's")
                if step.body.priority is None or step.body.priority.kind != "green-channel":
                    yield against(
                        step, f"{project} without its priority", "a verified green-channel priority"
                    )
            case _:
                pass


class Conversions(Check):
    name: ClassVar[str] = "conversion"
    sentence: ClassVar[str] = (
        "A conversion is of an open errand, to business the hall offers, and takes an appointment along only"
        " where its slot has room; within its category and size always."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body, ticket, hall = step.body, step.ticket, step.hall
        if ticket is None:
            return
        most = hall.policy.most_errands
        if isinstance(body, bodies.ErrandAdded) and len(ticket.errands) >= most:
            yield against(step, f"errand {len(ticket.errands) + 1} on one number", f"at most {most}")
        if not isinstance(body, bodies.TicketConverted):
            return
        errand = ticket.errands[body.errand]
        if errand.is_done:
            yield against(step, "an errand converted that is done", "an open errand")
        if body.unit not in offered(hall):
            yield against(step, "converted to business nobody does here", "business of some window")
        appointment = hall.appointments.get(ticket.slot.appointment_id) if ticket.slot else None
        if appointment is None or errand.unit.category != appointment.unit.category:
            return
        if errand.unit == body.unit:
            return
        needed = _needed(hall, appointment, body.unit)
        if body.keeps_slot and (needed is None or needed > _free(hall, body.unit.category, appointment)):
            yield against(step, "the appointment kept without room in its slot", "its right ended")
        if not body.keeps_slot and needed is not None and needed <= 0:
            yield against(step, "the appointment ended", "kept: same category, no more places")


class Appointments(Check):
    name: ClassVar[str] = "appointments"
    sentence: ClassVar[str] = (
        "A slot is booked up to its capacity and checked in once, until its tolerance has passed; the slot on"
        " a number is that of its appointment."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        match step.body:
            case bodies.AppointmentBooked():
                yield from self._booked(step, step.body.appointment)
            case bodies.AppointmentCheckedIn():
                yield from self._checked_in(step, step.body)
            case bodies.AppointmentEnded():
                yield from self._ended(step, step.body)
            case bodies.TicketIssued(slot=slot) if slot is not None:
                yield from self._brought(step, step.body, slot)
            case _:
                pass

    def _booked(self, step: Step, booked: Appointment) -> Iterator[Complaint]:
        hall = step.hall
        if booked.appointment_id in hall.appointments:
            yield against(step, f"appointment {booked.appointment_id} a second time", "a new appointment")
        rules = slot_rules(hall, booked.unit.category)
        if rules is None:
            yield against(step, f"an appointment for {booked.unit.category}", "categories with slots only")
            return
        if booked.places != rules.places.get(booked.unit.ticket_class, 1):
            yield against(step, f"{booked.places} places", f"those of {booked.unit.ticket_class}")
        free = _free(hall, booked.unit.category, booked)
        if booked.places > free:
            yield against(step, f"{booked.places} places booked", f"{free} were free in the slot")

    def _checked_in(self, step: Step, body: bodies.AppointmentCheckedIn) -> Iterator[Complaint]:
        known = step.hall.appointments.get(body.appointment_id)
        if known is None or known.state != "booked":
            state = "unknown" if known is None else known.state
            yield against(step, f"appointment {body.appointment_id}, which is {state}", "one that is booked")
            return
        late_ms = step.at_ms - known.ends_at_ms
        if late_ms > step.hall.policy.tolerance_ms:
            yield against(step, f"checked in {minutes(late_ms)} after its slot", "a missed appointment")
        ticket = step.hall.tickets.get(body.ticket_id)
        slot = ticket.slot if ticket else None
        if ticket is None or (slot is not None and slot.appointment_id != body.appointment_id):
            yield against(step, f"checked in with ticket {body.ticket_id}", "the number that brought it")

    def _ended(self, step: Step, body: bodies.AppointmentEnded) -> Iterator[Complaint]:
        known = step.hall.appointments.get(body.appointment_id)
        if known is None or known.state != "booked":
            state = "unknown" if known is None else known.state
            yield against(step, f"appointment {body.appointment_id}, which is {state}", "one that is booked")
        elif body.state == "missed" and step.at_ms <= known.ends_at_ms + step.hall.policy.tolerance_ms:
            yield against(step, "missed before its tolerance has passed", "booked until then")

    def _brought(self, step: Step, body: bodies.TicketIssued, slot: Slot) -> Iterator[Complaint]:
        known = step.hall.appointments.get(slot.appointment_id)
        if known is None:
            yield against(
                step, f"a slot of appointment {slot.appointment_id}", "an appointment that is known"
            )
            return
        if (slot.starts_at_ms, slot.ends_at_ms) != (known.starts_at_ms, known.ends_at_ms):
            yield against(step, "another slot than was booked", "the slot of the appointment")
        if known.state not in ("booked", "checked-in") or known.ticket_id not in (None, body.ticket_id):
            yield against(step, f"a slot of an appointment that is {known.state}", "one that is booked")
        if step.at_ms > known.ends_at_ms + step.hall.policy.tolerance_ms:
            yield against(step, "a live slot after its tolerance", "a walk-in")


def slot_rules(hall: Hall, category: str) -> SlotRules | None:
    return next((each for each in hall.rules.slots if each.category == category), None)


def _free(hall: Hall, category: str, asked: Appointment) -> int:
    """Places left in the slot of `asked`, its own not counted as taken when it is in the category."""
    rules = slot_rules(hall, category)
    taken = sum(
        each.places
        for each in hall.appointments.values()
        if each.unit.category == category
        and each.starts_at_ms == asked.starts_at_ms
        and each.state in ("booked", "checked-in")
    )
    return (0 if rules is None else rules.capacity) - taken


def _needed(hall: Hall, appointment: Appointment, unit: Unit) -> int | None:
    """Places a conversion needs beyond those booked; None where the category has no slots."""
    rules = slot_rules(hall, unit.category)
    if rules is None:
        return None
    needed = rules.places.get(unit.ticket_class, 1)
    return needed - appointment.places if unit.category == appointment.unit.category else needed
