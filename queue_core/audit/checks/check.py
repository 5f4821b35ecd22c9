"""What every check is: a name, a sentence, and what it says before and after an event."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit.finding import Complaint
from queue_core.audit.step import Step


class Check:
    """`before` sees the hall as the event found it, `after` as it left it; both may complain.

    `sentence` is what the check watches over, in words for an auditor.
    """

    name: ClassVar[str]
    sentence: ClassVar[str]

    def before(self, step: Step) -> Iterator[Complaint]:  # noqa: ARG002 most checks have one side
        yield from ()

    def after(self, step: Step) -> Iterator[Complaint]:  # noqa: ARG002 most checks have one side
        yield from ()


def against(step: Step, found: str, wanted: str) -> Complaint:
    """A complaint about the ticket and window the event itself names."""
    window = getattr(step.body, "window", None)
    return Complaint(
        found=found, wanted=wanted, ticket_id=getattr(step.body, "ticket_id", None), window=window
    )
