"""The series of numbers and ids, and the days they belong to."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Hall
from queue_core.audit.rules import Unit
from queue_core.audit.step import Step

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # I and O read as 1 and 0


class Numbers(Check):
    name: ClassVar[str] = "numbers"
    sentence: ClassVar[str] = (
        "Numbers are issued one after another, none left out and none twice a day, for business the hall"
        " offers, while the day is open."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body, hall = step.body, step.hall
        if not isinstance(body, bodies.TicketIssued):
            return
        wanted = printed(hall.issued + 1, hall.rules.number_digits)
        if body.number != wanted:
            yield against(step, f"number {body.number}", f"number {wanted}")
        if body.ticket_id != hall.next_ticket_id:
            yield against(step, f"ticket {body.ticket_id}", f"ticket {hall.next_ticket_id}")
        if hall.is_closed:
            yield against(step, "a number after the close of the day", "none")
        if not 1 <= len(body.errands) <= hall.policy.most_errands:
            yield against(step, f"{len(body.errands)} errands", f"1 to {hall.policy.most_errands}")
        if strange := [each.unit for each in body.errands if each.unit not in offered(hall)]:
            yield against(step, f"business nobody does here: {_unit(strange[0])}", "business of some window")
        first = hall.tickets.get(body.visitor)
        if body.visitor != body.ticket_id and (first is None or first.visitor != body.visitor):
            yield against(
                step, f"the person of ticket {body.visitor}", "the first ticket of that person today"
            )


class Days(Check):
    name: ClassVar[str] = "days"
    sentence: ClassVar[str] = (
        "Days follow each other, ids go on without a gap; appointments, cases, doors and what is not over of"
        " their unlockings cross midnight as they are."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body, hall = step.body, step.hall
        if isinstance(body, bodies.TicketCalled) and hall.is_closed:
            yield against(step, "a call after the close of the day", "none")
        if not isinstance(body, bodies.DayOpened):
            return
        times = [edge for each in body.sessions for edge in (each.opens_at_ms, each.closes_at_ms)]
        if times != sorted(times):
            yield against(step, "sessions out of order", "sessions one after another")
        if hall.day is None:
            return
        if body.day <= hall.day:
            yield against(step, f"day {body.day}", f"a day after {hall.day}")
        for name, found, wanted in (
            ("ticket", body.next_ticket_id, hall.next_ticket_id),
            ("call", body.next_call_id, hall.next_call_id),
            ("serial", body.next_serial, hall.next_serial),
            ("unlocking", body.next_unlocking_id, hall.next_unlocking_id),
        ):
            if found != wanted:
                yield against(step, f"next {name} {found}", f"next {name} {wanted}")
        yield from self._carried(step, body)

    def _carried(self, step: Step, body: bodies.DayOpened) -> Iterator[Complaint]:
        hall = step.hall
        wanted_cases = {
            key: each for key, each in hall.cases.items() if each.state not in ("handed-over", "returned")
        }
        if {each.case_id: each for each in body.cases} != wanted_cases:
            yield against(step, "other cases than the day before left", "all cases the hall still has")
        yield from self._carried_doors(step, body)
        booked = {
            key: each
            for key, each in hall.appointments.items()
            if each.state == "booked" and each.starts_at_ms >= body.midnight_ms
        }
        found = {each.appointment_id: each for each in body.appointments if each.state == "booked"}
        if found != booked:
            yield against(step, "other appointments than the day before left", "those of today and later")

    def _carried_doors(self, step: Step, body: bodies.DayOpened) -> Iterator[Complaint]:
        """Doors that are bare may be forgotten, where the rules have dropped them."""
        hall = step.hall
        doors = {(each.cabinet, each.number): each for each in body.doors}
        known = {key: hall.door(*key) for key in (*hall.doors, *doors)}
        bare = {key for key, each in known.items() if each is None or not (each.case_id or each.unlocking_id)}
        strange = [
            key
            for key, each in known.items()
            if doors.get(key) != each and not (key in bare and key not in doors and not hall.is_listed(*key))
        ]
        if strange:
            cabinet, number = strange[0]
            yield against(step, f"door {number} of {cabinet} is another one", "doors as they were left")
        pending = {key: each for key, each in hall.unlockings.items() if each.is_pending}
        if {each.unlocking_id: each for each in body.unlockings} != pending:
            yield against(step, "other unlockings than the day before left", "those that are not over")
        if {each.cabinet: each for each in body.proof_counts} != hall.proofs:
            yield against(step, "other counts of wrong proofs than the day before left", "the same")


def printed(count: int, digits: int) -> str:
    """The `count`-th number of a day: 001 … 999, A001 … Z999, AA001 …, without the letters I and O."""
    block, place = divmod(count - 1, 10**digits - 1)
    letters = ""
    while block > 0:
        block -= 1
        letters = LETTERS[block % len(LETTERS)] + letters
        block //= len(LETTERS)
    return letters + str(place + 1).zfill(digits)


def offered(hall: Hall) -> set[Unit]:
    """What some window does, by the rules or by a change of the day."""
    units = {unit for window in hall.windows.values() for unit in window.profile}
    return units.union(*(each.profile for each in hall.rules.windows))


def _unit(unit: Unit) -> str:
    return f"{unit.category}/{unit.ticket_class}"
