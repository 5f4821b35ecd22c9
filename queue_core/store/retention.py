"""For what personal data is kept, and for how many days.

What is kept for a purpose is kept under the key of a day, the day from which its retention counts: of a
queue's ticket its business day, of an appointment the day of its slot, of a case the day it was sealed for.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from msgspec import Struct


class Purpose(StrEnum):
    QUEUEING = "queueing"
    FOLLOW_UP = "follow_up"  # rating links and reminders after a visit
    PICKUP = "pickup"  # cases until they are handed over, and their messages
    APPOINTMENT = "appointment"
    LOGS = "logs"  # records of who did what, as far as they name a person
    HALL = "hall"  # the hall's own secret; belongs to no day and is never destroyed


DATED: tuple[Purpose, ...] = tuple(purpose for purpose in Purpose if purpose is not Purpose.HALL)


class Retention(Struct, frozen=True, kw_only=True):
    """Days after its own for which what a day's key seals can be read; 0 is that day alone.

    Queueing counts at least until the next business day is over, whatever is set here: until then a command
    that is sent again gets its first answer, which is known by the key.
    """

    queueing_days: int = 1
    follow_up_days: int = 60
    pickup_days: int = 60
    appointment_days: int = 1
    logs_days: int = 180

    def days(self, purpose: Purpose) -> int:
        """Raises ValueError for the hall's own purpose, which ends never."""
        match purpose:
            case Purpose.QUEUEING:
                return self.queueing_days
            case Purpose.FOLLOW_UP:
                return self.follow_up_days
            case Purpose.PICKUP:
                return self.pickup_days
            case Purpose.APPOINTMENT:
                return self.appointment_days
            case Purpose.LOGS:
                return self.logs_days
            case Purpose.HALL:
                raise ValueError(purpose)
        assert_never(purpose)

    def kept_from(self, today: str, answered_from: str) -> dict[Purpose, str]:
        """The first day (ISO date) of each purpose that is still kept on business day `today`.

        `answered_from` is the first day whose commands are still answered when they are sent again.
        """
        opened = date.fromisoformat(today)
        kept: dict[Purpose, str] = {
            each: (opened - timedelta(days=self.days(each))).isoformat() for each in DATED
        }
        kept[Purpose.QUEUEING] = min(kept[Purpose.QUEUEING], answered_from)
        return kept

    def ends_on(self, purpose: Purpose, day: str) -> str:
        """The first day (ISO date) on which what that day's key seals is destroyed."""
        return (date.fromisoformat(day) + timedelta(days=self.days(purpose) + 1)).isoformat()
