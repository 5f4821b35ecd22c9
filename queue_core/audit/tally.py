"""What an audit counts beside its findings: calls, overtakings by their reason, overrides, idle time."""

from collections import Counter

from msgspec import Struct

from queue_core.audit import bodies
from queue_core.audit.checks.calls import bound_ms
from queue_core.audit.step import Step


class Overtaking(Struct, kw_only=True):
    """How often somebody was called before a waiting one who came earlier, by one reason.

    `largest_lead_ms` is by how much later he had come, on the hall clock.
    """

    count: int = 0
    largest_lead_ms: int = 0

    def add(self, lead_ms: int) -> None:
        self.count += 1
        self.largest_lead_ms = max(self.largest_lead_ms, lead_ms)


class Override(Struct, frozen=True, kw_only=True):
    """A supervisor's call."""

    sequence: int
    at_ms: int
    day: str
    actor: str
    number: str
    window: int
    reason: str


class Tally:
    """To be shown every event before it is followed."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.ways: Counter[str] = Counter()
        self.days: list[str] = []
        self.overtakings: dict[str, Overtaking] = {}
        self.unexplained = 0
        self.overrides: list[Override] = []
        self.unverified_pickups = 0

    def count(self, step: Step) -> None:
        self.kinds[step.kind] += 1
        match step.body:
            case bodies.DayOpened(day=day):
                self.days.append(day)
            case bodies.TicketCalled():
                self._called(step, step.body)
            case _:
                pass

    def _called(self, step: Step, body: bodies.TicketCalled) -> None:
        ticket = step.ticket
        assert ticket is not None
        self.ways[body.way] += 1
        errand = ticket.errands[body.in_hand[0]]
        self.unverified_pickups += errand.unit.ticket_class == "pickup" and errand.case_id is None
        if body.way == "override":
            self._overridden(step, body, ticket.number)
        by_rule = body.right if body.way == "rule" else body.way
        for each in step.line.waiting:
            lead_ms = errand.seniority_ms - each.seniority_ms
            if each.ticket_id == ticket.ticket_id or lead_ms <= 0:
                continue
            self._overtaken(by_rule, lead_ms)
            self.unexplained += body.way == "rule" and lead_ms > bound_ms(step, body.right)
        for each in step.line.deferred:
            lead_ms = errand.seniority_ms - each.seniority_ms
            if each.ticket_id != ticket.ticket_id and lead_ms > 0:
                asked = step.hall.tickets[each.ticket_id].deferral == "asked"
                self._overtaken("let-pass" if asked else "came-back", lead_ms)

    def _overtaken(self, reason: str, lead_ms: int) -> None:
        self.overtakings.setdefault(reason, Overtaking()).add(lead_ms)

    def _overridden(self, step: Step, body: bodies.TicketCalled, number: str) -> None:
        self.overrides.append(
            Override(
                sequence=step.event.sequence,
                at_ms=step.at_ms,
                day=step.hall.day or "",
                actor=step.event.actor,
                number=number,
                window=body.window,
                reason=body.reason or "",
            )
        )
