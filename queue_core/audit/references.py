"""Whether an event speaks of what there is; one that does not is not followed."""

from queue_core.audit import bodies
from queue_core.audit.step import Step

NAME = "references"
SENTENCE = "Every event names a ticket of today, a window of the hall and errands of the number that exist."


def missing(step: Step) -> tuple[str, str] | None:
    """What the event names that does not exist, and what it should have named."""
    body, hall = step.body, step.hall
    if hall.day is None and not isinstance(body, bodies.DayOpened):
        return f"{step.kind} before any day", "a day-opened first"
    if isinstance(body, bodies.TicketIssued) and body.ticket_id in hall.tickets:
        return f"ticket {body.ticket_id} a second time", "a new ticket"
    if isinstance(body, bodies.ServiceRated) and body.visited_on is not None:
        return None  # the window may be gone since
    of_today = bodies.OfTicket | bodies.ServiceRated | bodies.RatingSkipped
    if isinstance(body, of_today) and body.ticket_id not in hall.tickets:
        return f"ticket {body.ticket_id}, which is none of today", "a ticket of today"
    for window in (getattr(body, "window", None), getattr(body, "bound_to", None)):
        if window is not None and window not in hall.windows:
            return f"window {window}, which the hall has not", "a window of the hall"
    return _strange_errand(step)


def _strange_errand(step: Step) -> tuple[str, str] | None:
    body, ticket = step.body, step.ticket
    match body:
        case bodies.TicketCalled(in_hand=named):
            pass
        case bodies.TicketConverted(errand=index):
            named = (index,)
        case bodies.ServiceFinished(done=named) | bodies.StageFinished(done=named):
            pass
        case _:
            return None
    count = 0 if ticket is None else len(ticket.errands)
    if not named or max(named) >= count or len(set(named)) != len(named):
        return f"errands {list(named)}", f"some of 0 to {count - 1}"
    return None
