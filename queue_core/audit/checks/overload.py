"""The appointment head start: raised with the longest wait, restored when nobody waits."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.checks.idle import GRACE_MS
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Hall
from queue_core.audit.rules import MINUTE_MS
from queue_core.audit.step import Step, minutes

MARGIN_MS = 10 * MINUTE_MS
STEP_MS = 15 * MINUTE_MS
MOST_MS = 180 * MINUTE_MS


class HeadStart(Check):
    """The oldest is who has waited longest of those who let nobody pass and missed no call."""

    name: ClassVar[str] = "head start"
    sentence: ClassVar[str] = (
        "When the oldest waiting number comes within ten minutes of the appointment head start, that one is"
        " raised to its age and ten minutes more, in steps of 15, up to 180; it falls only when nobody waits."
        " Other head starts change at an opening only."
    )

    def __init__(self) -> None:
        self._owed_since_ms: int | None = None
        self._seen_ms = 0

    def before(self, step: Step) -> Iterator[Complaint]:
        match step.body:
            case bodies.HeadStartChanged():
                yield from self._changed(step, step.body.head_start_ms)
            case bodies.RulesChanged():
                yield from self._same(step, step.body)
            case bodies.TicketCalled():
                yield from self._kept(step)
            case _:
                pass

    def _changed(self, step: Step, found_ms: int) -> Iterator[Complaint]:
        hall = step.hall
        usual_ms = hall.policy.appointment_head_start_ms
        if not hall.waiting:
            if found_ms != usual_ms:
                yield against(step, f"{minutes(found_ms)} with nobody waiting", minutes(usual_ms))
            return
        age_ms = _oldest_ms(hall, step.at_ms)
        wanted_ms = hall.head_start_ms if age_ms is None else _raised_ms(hall, age_ms)
        if found_ms != wanted_ms:
            yield against(step, f"a head start of {minutes(found_ms)}", minutes(wanted_ms))

    def _same(self, step: Step, body: bodies.RulesChanged) -> Iterator[Complaint]:
        now, then = step.hall.policy, body.rules.policy
        for name in ("appointment", "priority", "pickup"):
            field = f"{name}_head_start_ms"
            if getattr(now, field) != getattr(then, field):
                yield against(step, f"another head start of {name} within the day", "a change at an opening")

    def after(self, step: Step) -> Iterator[Complaint]:
        """Sees since when the head start is too low: an event may make a number the oldest that waits."""
        is_owed = self._wanted_ms(step.hall, step.at_ms) > step.hall.head_start_ms
        since_ms = step.at_ms if self._owed_since_ms is None else self._owed_since_ms
        self._owed_since_ms = since_ms if is_owed else None
        self._seen_ms = step.at_ms
        yield from ()

    def _kept(self, step: Step) -> Iterator[Complaint]:
        hall, then_ms = step.hall, step.at_ms - GRACE_MS
        since_ms = self._owed_since_ms
        is_late = since_ms is not None and since_ms < then_ms
        if not is_late and self._seen_ms < then_ms:
            is_late = self._wanted_ms(hall, then_ms) > hall.head_start_ms
        if is_late:
            wanted_ms = self._wanted_ms(hall, step.at_ms)
            yield against(step, f"a head start of {minutes(hall.head_start_ms)}", minutes(wanted_ms))

    def _wanted_ms(self, hall: Hall, at_ms: int) -> int:
        if hall.is_closed or not (hall.rules.slots or hall.appointments):
            return hall.head_start_ms
        age_ms = _oldest_ms(hall, at_ms)
        return hall.head_start_ms if age_ms is None else _raised_ms(hall, age_ms)


def _oldest_ms(hall: Hall, at_ms: int) -> int | None:
    ages = [
        errand.seniority_ms
        for ticket in hall.waiting.values()
        if ticket.state == "waiting" and not ticket.misses
        for _, errand in ticket.open_errands
    ]
    return hall.clock(at_ms) - min(ages) if ages else None


def _raised_ms(hall: Hall, age_ms: int) -> int:
    """What the head start has to be when the oldest has that age; the one in effect when that is enough."""
    if age_ms <= hall.head_start_ms - MARGIN_MS:
        return hall.head_start_ms
    steps = -(-(age_ms + MARGIN_MS) // STEP_MS)
    return max(hall.head_start_ms, min(MOST_MS, steps * STEP_MS))
