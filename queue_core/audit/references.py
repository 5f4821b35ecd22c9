"""Whether an event speaks of what there is; one that does not is not followed."""

from queue_core.audit import bodies
from queue_core.audit.step import Step

NAME = "references"
SENTENCE = (
    "Every event names a ticket of today, a window or a door of the hall, errands, cases and unlockings that"
    " exist."
)


def missing(  # noqa: PLR0911 one return a kind of thing that is named
    step: Step,
) -> tuple[str, str] | None:
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
    if strange := _strange_pickup(step):
        return strange
    for window in (getattr(body, "window", None), getattr(body, "bound_to", None)):
        if window is not None and window not in hall.windows:
            return f"window {window}, which the hall has not", "a window of the hall"
    return _strange_errand(step)


def _strange_pickup(step: Step) -> tuple[str, str] | None:
    """Doors of the hall, its cases, and orders to open that are of today or not over."""
    body, hall = step.body, step.hall
    door, unlocking_id, case_id = None, None, None
    match body:
        case bodies.UnlockingAsked(unlocking=order):
            door, case_id = (order.cabinet, order.door), order.case_id
        case bodies.OfDoor():
            door = body.cabinet, body.door
            unlocking_id = body.unlocking_id if isinstance(body, bodies.DoorChanged) else None
        case bodies.CaseDeposited():
            door, case_id = (body.cabinet, body.door), body.case_id
        case bodies.OfUnlocking():
            unlocking_id = body.unlocking_id
        case _:
            pass
    if door is not None and hall.door(*door) is None:
        return f"door {door[1]} of cabinet {door[0]}, which the hall has not", "a door of a cabinet"
    if unlocking_id is not None and unlocking_id not in hall.unlockings:
        return f"unlocking {unlocking_id}, which nobody asked for", "an unlocking journaled before"
    if case_id is not None and case_id not in hall.cases:
        return f"case {case_id}, which is not known", "a case of the hall"
    return None


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
