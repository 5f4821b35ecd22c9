"""I7 and the life cycles: where a ticket and a window may be, and what may happen to them there."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.bodies import Happened
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import AT_WINDOW
from queue_core.audit.life import DELIVERY_LIFE, TICKET_LIFE, WINDOW_LIFE
from queue_core.audit.step import Step


class OneWindowOneTicket(Check):
    name: ClassVar[str] = "I7 one window, one ticket"
    sentence: ClassVar[str] = (
        "A window has one number and a number one window; a person has at most one call at a time; what"
        " happens at a window happens to the number that was called there."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body, ticket, window = step.body, step.ticket, step.window
        if isinstance(body, bodies.DayOpened):
            yield from self._all_ended(step)
        if ticket is None or window is None or isinstance(body, bodies.ServiceRated | bodies.RatingSkipped):
            return
        if isinstance(body, bodies.TicketCalled):
            yield from self._called(step)
        elif window.ticket != ticket.ticket_id or ticket.window != window.number:
            has = "nobody" if window.ticket is None else f"number {step.hall.tickets[window.ticket].number}"
            yield against(step, "a number this window does not have", f"{has} is there")

    def _called(self, step: Step) -> Iterator[Complaint]:
        ticket, window, hall = step.ticket, step.window, step.hall
        assert ticket is not None
        assert window is not None
        if window.ticket is not None:
            yield against(
                step, f"the window has number {hall.tickets[window.ticket].number}", "a free window"
            )
        elif ticket.state in AT_WINDOW:
            yield against(step, f"the number is at window {ticket.window}", "a number that waits")
        elif hall.is_person_busy(ticket):
            yield against(step, "its holder is at a window with another number", "one live call a person")

    def _all_ended(self, step: Step) -> Iterator[Complaint]:
        for ticket in step.hall.tickets.values():
            if ticket.is_open:
                yield Complaint(
                    ticket_id=ticket.ticket_id,
                    window=ticket.window,
                    found=f"the day ends while the number is {ticket.state}",
                    wanted="every number ended, every call followed by a start, a miss or an end",
                )
                return


class LifeCycles(Check):
    name: ClassVar[str] = "life cycles"
    sentence: ClassVar[str] = (
        "Numbers, their delivery and windows go from state to state as their life cycles allow; only an open,"
        " free, unpaused window calls, and nothing happens before a day opens or, to a number, after its end."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        kind, body, ticket, window = step.kind, step.body, step.ticket, step.window
        if ticket is not None and kind in TICKET_LIFE and ticket.state not in TICKET_LIFE[kind]:
            yield against(step, f"{kind} while the number is {ticket.state}", _states(TICKET_LIFE[kind]))
        elif window is not None and kind in WINDOW_LIFE and window.state not in WINDOW_LIFE[kind]:
            yield against(step, f"{kind} while the window is {window.state}", _states(WINDOW_LIFE[kind]))
        elif ticket is not None and kind in DELIVERY_LIFE and ticket.delivery not in DELIVERY_LIFE[kind]:
            yield against(
                step, f"{kind} while its delivery is {ticket.delivery}", _states(DELIVERY_LIFE[kind])
            )
        elif found := self._contradiction(step, body):
            yield against(step, *found)

    def _contradiction(  # noqa: C901, PLR0911 one case an event
        self, step: Step, body: Happened
    ) -> tuple[str, str] | None:
        ticket, window = step.ticket, step.window
        match body:
            case bodies.TicketWithdrawn() if ticket is not None and ticket.was_delivered:
                return "a number withdrawn that reached its holder", "only undelivered numbers withdrawn"
            case bodies.TicketCalled(way=way) if ticket is not None and window is not None:
                if ticket.state == "absent" and way != "override":
                    return "an absent number called", "only a supervisor calls an absent number"
                if window.pause_asked:
                    return "a call although a pause was asked for", "a pause after the number in hand"
            case bodies.WindowResumed() if window is not None and window.state in AT_WINDOW:
                if not window.pause_asked:
                    return "a resumption without a pause", "a pause before"
            case bodies.TicketCancelled() | bodies.TicketExpired() if ticket is not None:
                if body.window is None and ticket.window is not None:
                    return "ended at a window that is not named", f"window {ticket.window} named"
            case bodies.WindowOpened(clerk=clerk) if window is not None:
                rules = step.hall.window_rules(window.number)
                is_terminal = rules is not None and rules.kind == "terminal"
                if clerk is None and not is_terminal:
                    return "a window opened without a clerk", "a clerk, but at an unattended terminal"
            case _:
                return None
        return None


def _states(life: dict[str, str]) -> str:
    return " or ".join(life)
