"""What the rules make follow in the same command: it may not be left out."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from queue_core.audit import bodies
from queue_core.audit.bodies import Happened
from queue_core.audit.checks.check import Check
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Ticket, Window
from queue_core.audit.standing import best, line_at
from queue_core.audit.step import Step


class Owed(NamedTuple):
    """An event of that kind about that ticket, or window, that must come in the same command."""

    kind: str
    why: str
    ticket_id: int | None = None
    window: int | None = None

    def is_paid_by(self, body: Happened) -> bool:
        """The close of a window is as good as its pause."""
        kinds = (self.kind, "window-closed") if self.kind == "window-paused" else (self.kind,)
        return (
            bodies.kind_of(body) in kinds
            and self.ticket_id in (None, getattr(body, "ticket_id", None))
            and self.window in (None, getattr(body, "window", None))
        )


class Consequences(Check):
    name: ClassVar[str] = "consequences"
    sentence: ClassVar[str] = (
        "What follows by the rules follows at once: an appointment that gives its right is checked in, a"
        " short return lets others pass, a deferral ends with its last call, the last miss ends a number, a"
        " conversion the window cannot do sends it back, and a pause that was asked for begins."
    )

    def __init__(self) -> None:
        self._key = ""
        self._owed: list[Owed] = []
        self._was_pickup = False
        self._in_hand: tuple[int, ...] = ()

    def before(self, step: Step) -> Iterator[Complaint]:
        if step.event.key != self._key:
            for owed in self._owed:
                yield Complaint(
                    ticket_id=owed.ticket_id,
                    window=owed.window,
                    found=owed.why,
                    wanted=f"{owed.kind} at once",
                )
            self._owed = []
        self._key = step.event.key
        self._owed = [owed for owed in self._owed if not owed.is_paid_by(step.body)]
        ticket, body = step.ticket, step.body
        if isinstance(body, bodies.TicketConverted):
            assert ticket is not None
            self._in_hand = ticket.in_hand
            self._was_pickup = ticket.errands[body.errand].unit.ticket_class == "pickup"
        elif isinstance(body, bodies.TicketReturned) and ticket is not None and ticket.state == "absent":
            away_ms = step.clock_ms - ticket.missed_at_ms
            if away_ms <= step.hall.policy.short_return_ms and step.hall.policy.places_back:
                why = "back from a short absence without letting others pass"
                self._owed.append(Owed("ticket-deferred", why, ticket.ticket_id))

    def after(self, step: Step) -> Iterator[Complaint]:
        self._owed += self._new(step, step.body)
        yield from ()

    def _new(self, step: Step, body: Happened) -> Iterator[Owed]:
        ticket, window = step.ticket, step.window
        match body:
            case bodies.TicketIssued(slot=slot) if slot is not None:
                why = "issued with an appointment that was not checked in"
                yield Owed("appointment-checked-in", why, body.ticket_id)
            case bodies.TicketCalled():
                for other in step.hall.waiting.values():
                    if other.passes_left == 0:
                        why = "still deferred after the last call it let pass"
                        yield Owed("deferral-ended", why, other.ticket_id)
            case bodies.TicketMissed() if ticket is not None:
                if ticket.misses >= step.hall.policy.misses:
                    why = f"missed {ticket.misses} times and not ended"
                    yield Owed("ticket-expired", why, ticket.ticket_id)
            case bodies.TicketConverted() if ticket is not None and ticket.window is not None:
                at = step.hall.windows[ticket.window]
                if reason := self._cannot_stay(step, ticket, at, body):
                    yield Owed("ticket-sent-back", reason, ticket.ticket_id)
            case _:
                pass
        if window is not None and window.pause_asked and window.state == "free":
            yield Owed("window-paused", "free again although a pause was asked for", window=window.number)

    def _cannot_stay(
        self, step: Step, ticket: Ticket, window: Window, body: bodies.TicketConverted
    ) -> str | None:
        """Why the conversion ends the sitting; None when the same window goes on."""
        if body.errand not in self._in_hand:
            return None
        in_hand = [(index, ticket.errands[index]) for index in self._in_hand]
        doable = [each for each in in_hand if each[1].unit in window.profile]
        if not doable:
            return "converted to what the window does not do, and kept there"
        if not (self._was_pickup and body.unit.ticket_class != "pickup"):
            return None
        own = best(step.hall, ticket, doable, step.at_ms)
        line = line_at(step.hall, window, step.at_ms)
        others = line.waiting + [candidate for _, candidate in line.back]
        if any(each[:2] < own[:2] for each in others):
            return "a pickup became something else before earlier numbers, and was kept"
        return None
