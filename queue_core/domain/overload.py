"""The head start of appointments in an overloaded hall: it grows with the wait.

Otherwise those who came long ago would rank before every appointment that falls due.
"""

from queue_core.domain.events import HeadStartChanged
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS, MOST_HEAD_START_MS

MARGIN_MS = 10 * MINUTE_MS
STEP_MS = 15 * MINUTE_MS


def head_start(day: HallDay, now_ms: int) -> tuple[HeadStartChanged, ...]:
    """Raised when the longest wait comes near it, and back only when nobody waits."""
    wanted_ms = _wanted_ms(day, now_ms)
    if wanted_ms == day.head_start_ms:
        return ()
    return (HeadStartChanged(at_ms=now_ms, head_start_ms=wanted_ms),)


def _wanted_ms(day: HallDay, now_ms: int) -> int:
    if len(day.waiting) == 0:
        return day.rules.policy.appointment_head_start_ms
    oldest_ms = day.oldest_waiting()
    if oldest_ms is None or not (day.rules.slots or len(day.appointments)):
        return day.head_start_ms
    age_ms = day.clock.at(now_ms) - oldest_ms
    if age_ms <= day.head_start_ms - MARGIN_MS:
        return day.head_start_ms
    raised_ms = -(-(age_ms + MARGIN_MS) // STEP_MS) * STEP_MS
    return max(day.head_start_ms, min(MOST_HEAD_START_MS, raised_ms))
