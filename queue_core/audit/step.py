"""One event before the eyes of the checks: the line, its body, and the hall as it stood before or after."""

from dataclasses import dataclass, field
from functools import cached_property

from queue_core.audit import bodies
from queue_core.audit.bodies import Happened
from queue_core.audit.hall import Hall, Ticket, Window
from queue_core.audit.lines import Event
from queue_core.audit.standing import Line, line_at

MINUTE_MS = 60_000


@dataclass
class Step:
    event: Event
    body: Happened
    hall: Hall

    ticket: Ticket | None = field(init=False)
    window: Window | None = field(init=False)

    def __post_init__(self) -> None:
        """The ticket and the window the event names, if they are there today."""
        self.ticket = self.hall.tickets.get(getattr(self.body, "ticket_id", None) or 0)
        self.window = self.hall.windows.get(getattr(self.body, "window", None) or 0)

    @cached_property
    def line(self) -> Line:
        """Whom the window of the event might have called; to be asked before the event is followed."""
        assert self.window is not None
        return line_at(self.hall, self.window, self.body.at_ms)

    @property
    def at_ms(self) -> int:
        return self.body.at_ms

    @property
    def clock_ms(self) -> int:
        """The hall clock at the event."""
        return self.hall.clock(self.body.at_ms)

    @property
    def kind(self) -> str:
        return bodies.kind_of(self.body)


def minutes(span_ms: int) -> str:
    return f"{span_ms / MINUTE_MS:.2f} min"
