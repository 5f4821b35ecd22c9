"""What is usual on a day like today, read from the journal once a day on a thread of its own."""

from datetime import date
from pathlib import Path
from threading import Event, Thread

import structlog

from queue_core.hall import quiet_hours
from queue_core.store.errors import StoreError
from queue_core.store.past_days import issued_in, past_days

LOOK_BACK_DAYS = 100
"""Business days: twenty of each weekday of a five-day week."""

log = structlog.get_logger(__name__)


class UsualHours:
    """`journal` is the hall's; its running server keeps it open besides. One event loop asks."""

    def __init__(self, journal: Path) -> None:
        self._journal = journal
        self._read: dict[date, quiet_hours.Counts] = {}
        self._asked: str | None = None
        self._known: tuple[str, quiet_hours.Counts | None] = ("", None)
        self._thread: Thread | None = None
        self._is_over = Event()

    def on(self, day: str) -> quiet_hours.Counts | None:
        """None while it is being read, without history, or before the first day. Does not block."""
        if day and day != self._asked and not (self._thread and self._thread.is_alive()):
            self._asked = day
            self._thread = Thread(target=self._look_back, args=(day,), name="usual-hours", daemon=True)
            self._thread.start()
        known, counts = self._known
        return counts if known == day else None

    def close(self) -> None:
        """Blocks until the day that is being read is read."""
        self._is_over.set()
        if self._thread is not None:
            self._thread.join()

    def _look_back(self, day: str) -> None:
        try:
            self._read_days()
        except StoreError as error:
            log.warning("past days could not be read", error=str(error), remedy=error.remedy)
        self._known = (day, quiet_hours.usual(self._read, date.fromisoformat(day)))

    def _read_days(self) -> None:
        """Those that were read yesterday are not read again."""
        found = {date.fromisoformat(each.day): each for each in past_days(self._journal, LOOK_BACK_DAYS)}
        self._read = {on: counts for on, counts in self._read.items() if on in found}
        for on, each in found.items():
            if self._is_over.is_set():
                return
            if on not in self._read:
                self._read[on] = issued_in(self._journal, each, quiet_hours.HALF_HOUR_MS)
