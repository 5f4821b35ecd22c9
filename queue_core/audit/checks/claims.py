"""I8: what an event says of itself is what the events before it, the profiles and the parameters give."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit.bodies import TicketCalled, TicketRecalled
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import key_of
from queue_core.audit.standing import best
from queue_core.audit.step import Step


class Determinism(Check):
    name: ClassVar[str] = "I8 determinism"
    sentence: ClassVar[str] = (
        "The right, the way, the errands in hand and the number of a call follow from the journal before it,"
        " the profiles and the parameters."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        match step.body:
            case TicketCalled():
                yield from self._numbered(step, step.body.call_id)
                yield from self._in_hand(step, step.body)
            case TicketRecalled():
                yield from self._numbered(step, step.body.call_id)
                yield from self._nth(step, step.body)
            case _:
                pass

    def _numbered(self, step: Step, call_id: int) -> Iterator[Complaint]:
        if call_id != step.hall.next_call_id:
            yield against(step, f"call {call_id}", f"call {step.hall.next_call_id}")

    def _nth(self, step: Step, body: TicketRecalled) -> Iterator[Complaint]:
        assert step.ticket is not None
        if body.nth != step.ticket.calls + 1:
            yield against(step, f"announcement {body.nth}", f"announcement {step.ticket.calls + 1}")

    def _in_hand(self, step: Step, body: TicketCalled) -> Iterator[Complaint]:
        hall, ticket, window = step.hall, step.ticket, step.window
        assert ticket is not None
        assert window is not None
        done_here = ticket.errands_for(window.profile)
        if not done_here and body.way == "rule":
            return  # I1 says so
        errands = done_here
        if not errands:  # past its profile a window does one errand
            least = best(hall, ticket, ticket.open_errands, step.at_ms)
            errands = [(least.errand, ticket.errands[least.errand])]
        indexes = [index for index, _ in errands]
        if sorted(body.in_hand) != indexes:
            yield against(step, f"errands {list(body.in_hand)} in hand", f"errands {indexes}")
            return
        first = body.in_hand[0]
        least = best(hall, ticket, errands, step.at_ms)
        key, right = key_of(hall, ticket, ticket.errands[first], step.at_ms)
        if key != least.key:
            yield against(step, f"errand {first} first", f"errand {least.errand}, which has the least key")
        elif body.right != right and body.way != "override":
            yield against(step, f"called by right {body.right}", f"right {right}")
