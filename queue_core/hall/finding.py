"""Routes that change nothing: what a number would be, whose numbers stand, and what a scanned text means."""

from litestar import Controller, post
from litestar.params import JSONBody
from msgspec.structs import replace

from queue_core.domain.events import TicketIssued
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Slot, Ticket
from queue_core.hall import entering, proving, told, told_cases
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.reading import Text, read
from queue_core.hall.tickets import STAFF, may_not_be_called, wanted
from queue_core.wire import finding, messages, words
from queue_core.wire.cases import Case
from queue_core.wire.words import Role


class Finding(Controller):
    path = "/api/v1"
    tags = ("tickets",)

    @post("/tickets/preview", opt=open_for(Role.KIOSK, Role.GATEWAY, *STAFF), status_code=200)
    async def preview(self, data: JSONBody[messages.TakeNumber], request: Visit) -> finding.Preview:
        """Tell what a number would be, before it is taken."""
        return await request.desk.hall.foresee(wanted(data, request), _preview)

    @post("/tickets/search", opt=open_for(Role.KIOSK, *STAFF), status_code=200)
    async def search(
        self, data: JSONBody[finding.FindTickets], request: Visit
    ) -> tuple[messages.Ticket, ...]:
        """Find today's numbers of a person: open ones first, of these and the others the newest first."""
        desk = request.desk

        def look(ticket: Ticket, day: HallDay) -> told.TicketNow:
            return told.now(ticket, day, desk.hall.wait_of(ticket))

        found = await desk.hall.tickets_of(entering.person(data.holder), look)
        newest_first = sorted(found, key=_rank, reverse=True)
        return tuple(desk.told(now) for now in newest_first)

    @post("/codes/reading", opt=open_for(Role.KIOSK, Role.TERMINAL, Role.CLERK, *STAFF), status_code=200)
    async def read_code(self, data: JSONBody[finding.ReadCode], request: Visit) -> finding.CodeRead:
        """Tell what a scanned or typed text stands for; nothing when nobody knows it."""
        desk, asker = request.desk, request.asker
        desk.codes_read.require(asker.actor)
        text = read(data.text, desk.settings.public_url)
        is_holder = text.reference != "" and desk.is_holder_secret(text.reference, text.secret)
        if not is_holder:  # numbers follow one another: a device must not leaf through them
            desk.codes_read.failed(asker.actor)
        read_so = await desk.hall.read(lambda day: _code(text, day, desk, is_holder=is_holder))
        if text.pickup and read_so.case is None:
            return finding.CodeRead(case=await _to_collect(text, request))
        return read_so


async def _to_collect(text: Text, visit: Visit) -> Case | None:
    """The case of a pickup code. A wrong one is counted at this device, one with a wrong digit is not.

    Raises ProofsLocked.
    """
    place = visit.asker.actor
    async with visit.desk.proof_locks.at(place):
        try:
            known = await proving.case_of_code(text, place, visit)
        except Denied:
            return None
    return None if known is None else told_cases.told(known.case, visit.desk.hall)


def _rank(now: told.TicketNow) -> tuple[bool, int]:
    return now.ticket.is_open, now.ticket.ticket_id


def _preview(issued: TicketIssued, day: HallDay) -> finding.Preview:
    first, slot = issued.errands[0], issued.slot
    is_due = slot is not None and day.due_from_ms(slot) <= issued.at_ms
    return finding.Preview(
        ticket_class=words.TicketClass(first.unit.ticket_class),
        category=first.unit.category,
        ahead=issued.ahead,
        estimate=told.estimate(issued.estimate),
        priority=None if issued.priority is None else words.PriorityKind(issued.priority.kind),
        slot=_slot(slot, day) if is_due else None,
        attached=None if is_due else _slot(slot, day),
        counts_from_ms=None if slot is None or is_due else day.due_from_ms(slot),
        lapsed=issued.lapsed,
        is_verified_pickup=first.case_id is not None,
        may_not_be_called=may_not_be_called(issued),
        windows=told.windows_for(first.unit, issued.project, day),
    )


def _slot(slot: Slot | None, day: HallDay) -> messages.Slot | None:
    if slot is None:
        return None
    appointment = day.appointments.get(slot.appointment_id)
    return messages.Slot(
        reference="" if appointment is None else appointment.reference,
        starts_at_ms=slot.starts_at_ms,
        ends_at_ms=slot.ends_at_ms,
    )


def _code(text: Text, day: HallDay, desk: Desk, *, is_holder: bool) -> finding.CodeRead:
    """Of a number that is only known by its print nobody learns the link, or what it is about by name."""
    ticket = _ticket(text, day)
    case = day.cases.by_code(text.case)
    if ticket is None:
        return finding.CodeRead(case=None if case is None else told_cases.told(case, desk.hall))
    now = told.now(ticket, day, desk.hall.wait_of(ticket))
    return finding.CodeRead(
        ticket=desk.told(now) if is_holder else _of_a_stranger(now),
        is_holder=is_holder,
        case=None if case is None else told_cases.told(case, desk.hall),
    )


def _of_a_stranger(now: told.TicketNow) -> messages.Ticket:
    return replace(told.told(told.for_strangers(now), ""), reference="")


def _ticket(text: Text, day: HallDay) -> Ticket | None:
    if text.reference:
        return day.by_reference(text.reference)
    number = text.number.zfill(day.rules.number_digits) if text.number.isdecimal() else text.number
    return next((each for each in day.tickets.values() if each.number == number), None) if number else None
