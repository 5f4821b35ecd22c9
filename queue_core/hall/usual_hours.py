"""What is usual on a day like today, read from the journal once a day on a thread of its own."""

from datetime import date
from pathlib import Path
from threading import Event, Thread

import msgspec
import structlog

from queue_core.hall import quiet_hours
from queue_core.store.errors import StoreError
from queue_core.store.past_days import issued_in, past_days

LOOK_BACK_DAYS = 100
"""Business days: twenty of each weekday of a five-day week."""
_Read = dict[date, dict[int, int]]

log = structlog.get_logger(__name__)


class UsualHours:
    """`journal` is the hall's; its running server keeps it open besides. One event loop asks.

    Days once read are kept in `remembered`. That file is a convenience: unreadable, it is written anew;
    unwritable, all days are read at each start, after a warning.
    """

    def __init__(self, journal: Path, remembered: Path) -> None:
        self._journal = journal
        self._remembered = remembered
        self._asked: str | None = None
        self._known: tuple[str, quiet_hours.Counts | None] = ("", None)
        self._thread: Thread | None = None
        self._is_over = Event()

    def on(self, day: str) -> quiet_hours.Counts | None:
        """None while it is being read, without history, or before the first day. Does not block."""
        is_busy = self._thread is not None and self._thread.is_alive()
        if day and day != self._asked and not is_busy and not self._is_over.is_set():
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
            self._known = (day, quiet_hours.usual(self._past(), date.fromisoformat(day)))
        except StoreError as error:
            log.warning("past days cannot be read", reason=str(error), remedy=error.remedy)

    def _past(self) -> _Read:
        """Raises JournalUnusable."""
        known, read = self._recall(), _Read()
        for each in past_days(self._journal, LOOK_BACK_DAYS):
            on = date.fromisoformat(each.day)
            if on in known:
                read[on] = known[on]
            elif not self._is_over.is_set():
                read[on] = issued_in(self._journal, each, quiet_hours.HALF_HOUR_MS)
        if read != known:
            self._remember(read)
        return read

    def _recall(self) -> _Read:
        try:
            return msgspec.json.decode(self._remembered.read_bytes(), type=_Read)
        except (OSError, msgspec.DecodeError):
            return {}

    def _remember(self, read: _Read) -> None:
        fresh = self._remembered.with_name(f"{self._remembered.name}.new")
        try:
            fresh.write_bytes(msgspec.json.encode(read))
            fresh.replace(self._remembered)
        except OSError as error:
            log.warning(
                "past days cannot be remembered",
                path=str(self._remembered),
                reason=error.strerror,
                remedy="make the folder writable; until then each start reads the last days again",
            )
