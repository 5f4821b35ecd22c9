"""A clerk has to do with the numbers of the own window alone. For others the route says who may use it."""

from queue_core.app.people import Contact
from queue_core.domain.refusals import NoSuchTicket
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import TicketState
from queue_core.hall.admission import Visit
from queue_core.hall.errors import Denied
from queue_core.wire.words import Role

_LEFT_HERE = frozenset({TicketState.HELD, TicketState.ABSENT, TicketState.FINISHED})


async def require_own_number(ticket_id: int, visit: Visit) -> None:
    """Raises NoSuchTicket, and Denied for a clerk at whose window the number neither is nor was last.

    A command that is only sent again passes: it may itself have sent the number on.
    """
    if visit.asker.role is not Role.CLERK:
        return
    ticket = await visit.desk.hall.read(lambda day: day.tickets.get(ticket_id))
    if ticket is None:
        raise NoSuchTicket(ticket_id)
    if not is_of(ticket, visit.asker.windows) and not await visit.desk.hall.has_answered(visit.key):
        raise Denied(
            403,
            "not-your-number",
            f"{ticket.number} is not at this window.",
            "Call it first, or let the guide desk or its own window do this.",
        )


async def contact_of(ticket_id: int, visit: Visit) -> Contact:
    """Whose number it is, as far as that is known: nobody for an anonymous one. Raises as the above."""
    await require_own_number(ticket_id, visit)
    ticket = await visit.desk.hall.read(lambda day: day.tickets.get(ticket_id))
    if ticket is None:
        raise NoSuchTicket(ticket_id)
    return visit.desk.hall.disclosure.contact_of(ticket)


def is_of(ticket: Ticket, windows: tuple[int, ...]) -> bool:
    """Called or served there, kept there or back to go on there, missed there, or finished there last."""
    if ticket.hold is not None and ticket.hold.window in windows:
        return True
    return ticket.window in windows and (ticket.is_at_window or ticket.state in _LEFT_HERE)
