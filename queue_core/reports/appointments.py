"""What became of the appointments of a day, gathered event by event."""

from queue_core.domain.events import (
    AppointmentBooked,
    AppointmentCheckedIn,
    AppointmentEnded,
    DayOpened,
    Event,
)
from queue_core.domain.words import AppointmentState

DAY_MS = 24 * 3_600_000


class AppointmentCounts:
    """Only slots of the day itself are missed or cancelled on it. The ledger judges what was on time."""

    def __init__(self) -> None:
        self.checked_in = self.missed = self.cancelled = 0
        self._midnight_ms = 0
        self._due_today: set[int] = set()

    def enter(self, event: Event) -> None:
        match event:
            case DayOpened():
                self._midnight_ms = event.midnight_ms
                self._due_today = {
                    each.appointment_id for each in event.appointments if self._is_today(each.starts_at_ms)
                }
            case AppointmentBooked():
                if self._is_today(event.appointment.starts_at_ms):
                    self._due_today.add(event.appointment.appointment_id)
            case AppointmentCheckedIn():
                self.checked_in += 1
            case AppointmentEnded() if event.appointment_id in self._due_today:
                is_missed = event.state is AppointmentState.MISSED
                self.missed += is_missed
                self.cancelled += not is_missed
            case _:
                pass

    def _is_today(self, at_ms: int) -> bool:
        return 0 <= at_ms - self._midnight_ms < DAY_MS
