"""I2: no window that calls by itself stands free while somebody waits for it."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit.bodies import TicketCalled
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.hall import Hall, Window
from queue_core.audit.standing import is_wanted
from queue_core.audit.step import Step, minutes

GRACE_MS = 5_000
"""What a hall may take until it has called by itself: its timer, and a restart of its server."""
HALL_KEYS = "hall:"
"""How the keys of the hall's own commands begin."""


class NoIdle(Check):
    """Idle time is measured from event to event; `idle_ms` by window and clerk counts all windows."""

    name: ClassVar[str] = "I2 no idle"
    sentence: ClassVar[str] = (
        "No window that calls by itself is open, free and unpaused while a number it may call waits; a number"
        " goes to the window that has been free longest."
    )

    def __init__(self) -> None:
        self.idle_ms: dict[tuple[int, str], int] = {}
        self.longest_auto_ms = 0
        self._since: dict[int, int] = {}
        self._wanted: dict[int, str] = {}
        self._last_ms = 0

    def before(self, step: Step) -> Iterator[Complaint]:
        passed_ms = step.at_ms - self._last_ms
        for number, clerk in self._wanted.items():
            who = (number, clerk)
            self.idle_ms[who] = self.idle_ms.get(who, 0) + passed_ms
        for number, since_ms in list(self._since.items()):
            idle_ms = step.at_ms - since_ms
            self.longest_auto_ms = max(self.longest_auto_ms, idle_ms)
            if idle_ms > GRACE_MS:
                self._since[number] = step.at_ms
                yield Complaint(
                    window=number,
                    found=f"free for {minutes(idle_ms)} while a number waited for it",
                    wanted="that number called at once",
                )
        yield from self._longest_free(step)

    def after(self, step: Step) -> Iterator[Complaint]:
        hall = step.hall
        self._last_ms = step.at_ms
        wanted = {} if hall.is_closed else _wanted(hall, step.at_ms)
        self._wanted = {number: window.clerk or "" for number, window in wanted.items()}
        self._since = {
            number: self._since.get(number, step.at_ms) for number in wanted if hall.is_auto(number)
        }
        yield from ()

    def _longest_free(self, step: Step) -> Iterator[Complaint]:
        body, hall, own = step.body, step.hall, step.window
        if not isinstance(body, TicketCalled) or body.way == "override" or own is None:
            return
        if not (step.event.key.startswith(HALL_KEYS) and hall.is_auto(own.number)):
            return
        for other in hall.windows.values():
            before = (other.free_since_ms, other.number) < (own.free_since_ms, own.number)
            may_call = other.state == "free" and before and hall.is_auto(other.number)
            if may_call and is_wanted(hall, other, step.at_ms):
                yield against(step, "not free the longest", f"window {other.number} calls first")
                return


def _wanted(hall: Hall, at_ms: int) -> dict[int, Window]:
    """The free windows for which somebody waits."""
    if not hall.waiting:
        return {}
    units = {errand.unit for ticket in hall.waiting.values() for errand in ticket.errands}
    back = {ticket.holding.window for ticket in hall.waiting.values() if ticket.holding}
    return {
        number: window
        for number, window in hall.windows.items()
        if window.state == "free"
        and (number in back or not units.isdisjoint(window.profile))
        and is_wanted(hall, window, at_ms)
    }
