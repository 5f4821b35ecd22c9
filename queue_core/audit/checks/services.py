"""Services: what was in hand is done, and what is left waits on."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.step import Step


class Services(Check):
    name: ClassVar[str] = "services"
    sentence: ClassVar[str] = (
        "A sitting ends with errands it had in hand; the number ends when all are done, else it waits on."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body, ticket = step.body, step.ticket
        if not isinstance(body, bodies.ServiceFinished | bodies.StageFinished) or ticket is None:
            return
        if not set(body.done) <= set(ticket.in_hand):
            yield against(step, f"errands {list(body.done)} done", f"some of {list(ticket.in_hand)}")
        left = [index for index, _ in ticket.open_errands if index not in body.done]
        if isinstance(body, bodies.ServiceFinished) and left:
            yield against(step, f"finished with errands {left} open", "the number waiting on for them")
        if isinstance(body, bodies.StageFinished) and not left:
            yield against(step, "waiting on with nothing left", "finished")
