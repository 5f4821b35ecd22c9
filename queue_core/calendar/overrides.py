"""What the hall itself says about dates; it goes before every other source."""

from datetime import date

from msgspec import Struct, field

from queue_core.calendar.hours import SessionHours, check_day


class Overrides(Struct, frozen=True, kw_only=True):
    """`closed`: neither open nor a working day. `working_days`: open and counted, whatever holidays say.

    `hours`: open in these sessions, holiday or not; whether the date counts as a working day stays as it was.
    Raises ValueError when a date is closed and open at once, or its sessions are none or no day.
    """

    closed: frozenset[date] = frozenset()
    hours: dict[date, tuple[SessionHours, ...]] = field(default_factory=dict)
    working_days: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        for each in sorted(self.closed & (self.hours.keys() | self.working_days)):
            raise ValueError(f"{each} is closed and open at once; leave it in one list")
        for each, sessions in self.hours.items():
            if not sessions:
                raise ValueError(f"{each} has no sessions; put it into the list of closed dates")
            check_day(sessions)
