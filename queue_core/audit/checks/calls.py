"""I1, I3, I4: every call recomputed by looking at everybody whom the window might have called."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit.bodies import TicketCalled
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.standing import Candidate
from queue_core.audit.step import Step, minutes

MOST_REASON = 200


class LeastKey(Check):
    name: ClassVar[str] = "I1 least key"
    sentence: ClassVar[str] = (
        "The number called has the least (key, issue sequence) of all waiting numbers the window may call,"
        " or it continues a service of this window, or a supervisor called it for a stated reason."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        match step.body:
            case TicketCalled(way="rule"):
                yield from self._by_rule(step, step.body.ticket_id)
            case TicketCalled(way="hand-back"):
                yield from self._handed_back(step, step.body.ticket_id)
            case TicketCalled(way="override"):
                yield from self._override(step, step.body)
            case _:
                pass

    def _by_rule(self, step: Step, ticket_id: int) -> Iterator[Complaint]:
        if step.line.back:
            first = min(step.line.back)[1]
            yield against(step, "called by the rule", f"{_named(step, first)} was handed back here")
            return
        least = min(step.line.eligible, default=None)
        own = _own(step.line.eligible, ticket_id)
        if own is None:
            yield against(step, _why_not(step, ticket_id), "a number that waits for this window")
        elif least is not None and least.ticket_id != ticket_id:
            yield against(step, f"key {_key(own)}", f"{_named(step, least)} with key {_key(least)}")

    def _handed_back(self, step: Step, ticket_id: int) -> Iterator[Complaint]:
        returned = {candidate.ticket_id: back_ms for back_ms, candidate in step.line.back}
        if ticket_id not in returned:
            yield against(step, "called as handed back", "a number this window held, whose holder is back")
        elif returned[ticket_id] != min(returned.values()):
            first = min(step.line.back)[1]
            yield against(step, "came back later", f"{_named(step, first)}, who came back first")

    def _override(self, step: Step, body: TicketCalled) -> Iterator[Complaint]:
        reason = (body.reason or "").strip()
        if not 1 <= len(reason) <= MOST_REASON:
            yield against(
                step, "an override without its reason", f"a reason of 1 to {MOST_REASON} characters"
            )


class EqualRight(Check):
    name: ClassVar[str] = "I3 equal right"
    sentence: ClassVar[str] = (
        "A number without a right is never called before a waiting one with a smaller seniority that the"
        " window may call."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body = step.body
        if not (isinstance(body, TicketCalled) and body.way == "rule" and body.right == "arrival"):
            return
        own = _own(step.line.eligible, body.ticket_id)
        if own is None:
            return
        earlier = [each for each in step.line.eligible if each.seniority_ms < own.seniority_ms]
        if earlier:
            first = min(earlier, key=lambda each: each.seniority_ms)
            yield against(
                step,
                "called by its arrival",
                f"{_named(step, first)}, who came {minutes(own.seniority_ms - first.seniority_ms)} earlier",
            )


class BoundedLead(Check):
    name: ClassVar[str] = "I4 bounded lead"
    sentence: ClassVar[str] = (
        "Whoever is called before somebody who came earlier came at most the head start of his right later:"
        " pickup, priority, or the appointment head start in effect."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body = step.body
        if not (isinstance(body, TicketCalled) and body.way == "rule"):
            return
        own = _own(step.line.eligible, body.ticket_id)
        if own is None:
            return
        first = min(step.line.eligible, key=lambda each: each.seniority_ms)
        lead_ms = own.seniority_ms - first.seniority_ms
        most_ms = bound_ms(step, body.right)
        if lead_ms > most_ms:
            yield against(
                step,
                f"right {body.right}, a lead of {minutes(lead_ms)} over {_named(step, first)}",
                f"at most {minutes(most_ms)}",
            )


def bound_ms(step: Step, right: str) -> int:
    """The largest lead a right may give at this event; 0 without one."""
    policy = step.hall.policy
    return {
        "arrival": 0,
        "pickup": policy.pickup_head_start_ms,
        "priority": policy.priority_head_start_ms,
        "appointment": step.hall.head_start_ms,
    }[right]


def _own(candidates: list[Candidate], ticket_id: int) -> Candidate | None:
    return next((each for each in candidates if each.ticket_id == ticket_id), None)


def _key(candidate: Candidate) -> str:
    return f"{candidate.key} ms ({candidate.right})"


def _named(step: Step, candidate: Candidate) -> str:
    return f"number {step.hall.tickets[candidate.ticket_id].number}"


def _why_not(step: Step, ticket_id: int) -> str:
    ticket, window = step.hall.tickets[ticket_id], step.window
    assert window is not None
    if ticket_id not in step.hall.waiting:
        return f"called although it is {ticket.state}"
    if any(each.ticket_id == ticket_id for each in step.line.deferred):
        return "called although it lets others pass who wait for this window"
    if not ticket.errands_for(window.profile):
        return "called by a window that does not do its business"
    return "called although it is kept for another window, or its holder is at one"
