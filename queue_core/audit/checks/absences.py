"""Missed calls, returns, deferrals and holds: what is owed to who was away, and to who waited meanwhile."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.step import Step, minutes


class Deferrals(Check):
    name: ClassVar[str] = "deferral"
    sentence: ClassVar[str] = (
        "Who lets others pass, on request or after a short return, waits for exactly so many calls of other"
        " numbers by windows that do its business."
    )

    def __init__(self) -> None:
        self._back: int | None = None

    def before(self, step: Step) -> Iterator[Complaint]:
        match step.body:
            case bodies.DeferralEnded() if step.ticket is not None and step.ticket.passes_left:
                yield against(step, f"ended with {step.ticket.passes_left} calls to go", "all of them first")
            case bodies.TicketDeferred(passes=passes, reason=reason):
                if passes != step.hall.policy.places_back:
                    yield against(step, f"{passes} calls", f"{step.hall.policy.places_back} calls")
                if reason == "returned" and self._back != step.body.ticket_id:
                    yield against(step, "deferred as returned", "a return just before")
            case _:
                pass
        self._back = step.body.ticket_id if isinstance(step.body, bodies.TicketReturned) else None


class Absences(Check):
    name: ClassVar[str] = "absence"
    sentence: ClassVar[str] = (
        "A call is missed only after the announcements and the time to come that the rules grant; who returns"
        " keeps what the length of his absence leaves him, and a number ends only for a reason that holds."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        match step.body:
            case bodies.TicketMissed():
                yield from self._missed(step)
            case bodies.TicketReturned():
                yield from self._returned(step, step.body)
            case bodies.TicketExpired():
                yield from self._expired(step, step.body)
            case _:
                pass

    def _missed(self, step: Step) -> Iterator[Complaint]:
        ticket, policy = step.ticket, step.hall.policy
        assert ticket is not None
        rules = step.hall.window_rules(ticket.window or 0)
        since_ms = step.at_ms - (ticket.spoken_at_ms or ticket.called_at_ms)
        if rules is not None and rules.kind == "terminal":
            if since_ms < policy.terminal_no_show_ms:
                yield against(step, f"missed after {minutes(since_ms)}", minutes(policy.terminal_no_show_ms))
            return
        if ticket.calls < policy.calls_before_no_show:
            yield against(
                step, f"missed after {ticket.calls} calls", f"{policy.calls_before_no_show} calls first"
            )
        if since_ms < policy.no_show_after_ms:
            yield against(step, f"missed after {minutes(since_ms)}", minutes(policy.no_show_after_ms))

    def _returned(self, step: Step, body: bodies.TicketReturned) -> Iterator[Complaint]:
        ticket, policy = step.ticket, step.hall.policy
        assert ticket is not None
        if ticket.state == "held":
            return
        away_ms = step.clock_ms - ticket.missed_at_ms
        if away_ms > policy.long_return_ms:
            yield against(step, f"back after {minutes(away_ms)}", "ended by then")
        if ticket.slot is None:
            return
        due_ms = ticket.slot.starts_at_ms - policy.due_before_ms
        keeps = away_ms <= policy.short_return_ms or ticket.called_at_ms < due_ms
        if body.keeps_slot != keeps:
            told = {True: "the appointment's right kept", False: "the appointment's right ended"}
            yield against(step, told[body.keeps_slot], told[keeps])

    def _expired(self, step: Step, body: bodies.TicketExpired) -> Iterator[Complaint]:
        ticket, policy = step.ticket, step.hall.policy
        assert ticket is not None
        if body.reason == "missed-twice" and ticket.misses < policy.misses:
            yield against(step, f"ended after {ticket.misses} missed calls", f"{policy.misses} missed calls")
        if body.reason == "away-too-long":
            away_ms = step.clock_ms - ticket.missed_at_ms
            if ticket.state != "absent":
                yield against(step, f"ended as away while it is {ticket.state}", "absent numbers only")
            elif away_ms <= policy.long_return_ms:
                yield against(step, f"ended after {minutes(away_ms)} away", minutes(policy.long_return_ms))


class Holds(Check):
    name: ClassVar[str] = "hold"
    sentence: ClassVar[str] = "A number is held at most so often and so long as the rules say."

    def before(self, step: Step) -> Iterator[Complaint]:
        body, ticket, policy = step.body, step.ticket, step.hall.policy
        if not isinstance(body, bodies.TicketHeld):
            return
        assert ticket is not None
        if ticket.holds >= policy.holds:
            yield against(step, f"held for the {ticket.holds + 1}. time", f"at most {policy.holds} times")
        if body.until_ms != step.clock_ms + policy.hold_ms:
            yield against(
                step, f"held until {body.until_ms} ms", f"until {step.clock_ms + policy.hold_ms} ms"
            )
