"""I5 and I6: where a place counts from, and that a right never costs anything."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Ticket, key_of
from queue_core.audit.rules import MINUTE_MS, Policy
from queue_core.audit.step import Step

MOST_HEAD_START_MS = 180 * MINUTE_MS


class ConstantSeniority(Check):
    name: ClassVar[str] = "I5 constant seniority"
    sentence: ClassVar[str] = (
        "A place counts from the issue of the number, the declaration of the errand or the readiness of the"
        " result; only a late return after a missed call moves it, and then to the instant of that call."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        match step.body:
            case bodies.TicketIssued():
                for errand in step.body.errands:
                    yield from _is(step, errand.seniority_ms, step.clock_ms)
            case bodies.ErrandAdded() | bodies.ResultReady():
                yield from _is(step, step.body.errand.seniority_ms, step.clock_ms)
            case bodies.TicketArrived():
                yield from self._arrived(step, step.body)
            case bodies.TicketReturned():
                yield from self._returned(step, step.body)
            case _:
                pass

    def _arrived(self, step: Step, body: bodies.TicketArrived) -> Iterator[Complaint]:
        assert step.ticket is not None
        earliest_ms = step.clock_ms - step.hall.policy.remote_head_start_ms
        wanted_ms = max(step.ticket.errands[0].seniority_ms, earliest_ms)
        yield from _is(step, body.seniority_ms, wanted_ms)

    def _returned(self, step: Step, body: bodies.TicketReturned) -> Iterator[Complaint]:
        ticket = step.ticket
        assert ticket is not None
        away_ms = step.clock_ms - ticket.missed_at_ms
        if ticket.state == "held" or away_ms <= step.hall.policy.short_return_ms:
            if body.seniority_ms is not None:
                yield against(step, f"a new seniority {body.seniority_ms}", "the seniority it had")
            return
        if body.seniority_ms is None:
            yield against(
                step, f"the old seniority after {_minutes(away_ms)} away", "that of the missed call"
            )
            return
        oldest_ms = min(errand.seniority_ms for _, errand in ticket.open_errands)
        wanted_ms = max(oldest_ms, step.hall.clock(ticket.called_at_ms))
        yield from _is(step, body.seniority_ms, wanted_ms)


class RightsNeverCost(Check):
    name: ClassVar[str] = "I6 rights never cost"
    sentence: ClassVar[str] = (
        "A further right never makes a place worse: head starts are not negative, and pickup's is at most"
        " priority's, priority's at most an appointment's, and that at most 180 minutes."
    )

    def __init__(self) -> None:
        self._keys: dict[int, int] = {}

    def before(self, step: Step) -> Iterator[Complaint]:
        self._keys = {}
        match step.body:
            case bodies.DayOpened() | bodies.RulesChanged():
                yield from self._ordered(step, step.body.rules.policy)
            case bodies.HeadStartChanged(head_start_ms=ms):
                if not step.hall.policy.appointment_head_start_ms <= ms <= MOST_HEAD_START_MS:
                    yield against(step, f"a head start of {_minutes(ms)}", "that of the rules up to 180 min")
            case bodies.PriorityGranted():
                assert step.ticket is not None
                self._keys = _keys(step, step.ticket)
            case _:
                pass

    def after(self, step: Step) -> Iterator[Complaint]:
        if not self._keys:
            return
        assert step.ticket is not None
        later = _keys(step, step.ticket)
        if any(later[index] > key for index, key in self._keys.items()):
            yield against(step, "a key that grew with the right", "a key that stays or falls")

    def _ordered(self, step: Step, policy: Policy) -> Iterator[Complaint]:
        starts = (
            0,
            policy.pickup_head_start_ms,
            policy.priority_head_start_ms,
            policy.appointment_head_start_ms,
            MOST_HEAD_START_MS,
        )
        if list(starts) != sorted(starts):
            told = ", ".join(_minutes(each) for each in starts[1:4])
            yield against(step, f"head starts {told}", "0 <= pickup <= priority <= appointment <= 180 min")


def _keys(step: Step, ticket: Ticket) -> dict[int, int]:
    return {index: key_of(step.hall, ticket, errand, step.at_ms)[0] for index, errand in ticket.open_errands}


def _is(step: Step, found_ms: int, wanted_ms: int) -> Iterator[Complaint]:
    if found_ms != wanted_ms:
        yield against(step, f"seniority {found_ms} ms (hall clock)", f"seniority {wanted_ms} ms")


def _minutes(span_ms: int) -> str:
    return f"{span_ms / MINUTE_MS:g} min"
