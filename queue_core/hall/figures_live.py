"""Today's figures while the hall runs, from its commits; after a restart from its journal.

The committer only hands its entries over: they are entered on a thread of their own, or when somebody asks.
"""

from collections import deque
from pathlib import Path
from threading import Event, Lock, Thread

import msgspec
import structlog

from queue_core.domain.entry import Entry
from queue_core.domain.events import DayOpened
from queue_core.domain.events import Event as Happening
from queue_core.domain.hall_day import HallDay
from queue_core.hall.cacheable import Document, packed
from queue_core.reports.figures import NO_TARGETS, Targets, day_figures
from queue_core.reports.ledger import Ledger
from queue_core.reports.ratings import RatingsReport, report
from queue_core.store.day_reading import events_since_opening
from queue_core.store.errors import StoreError
from queue_core.wire.figures import DayFigures

ENTERED_EVERY_S = 2.0

log = structlog.get_logger(__name__)


class LiveFigures:
    """`hear` is for the committer's thread, all else for any. What was before it is read from `journal`.

    Subscribe `hear` before the first question: what is heard twice, by commit and from the file, counts once.
    """

    def __init__(self, journal: Path, targets: Targets = NO_TARGETS) -> None:
        self.journal = journal
        self._targets = targets
        self._heard: deque[Entry] = deque()
        self._lock = Lock()
        self._ledger: Ledger | None = None
        self._entered = 0
        self._known: Document | None = None
        self._known_at = 0
        self._is_over = Event()
        self._thread = Thread(target=self._follow, name="figures", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Blocks until the thread has ended."""
        self._is_over.set()
        self._thread.join()

    def hear(self, entries: tuple[Entry, ...], _: HallDay) -> None:
        """A listener of the hall."""
        self._heard.extend(entries)

    def today(self) -> DayFigures:
        """The figures with all that was committed before the question. Blocks; raises StoreError."""
        with self._lock:
            return day_figures(self._caught_up(), self._targets)

    def ratings(self) -> RatingsReport:
        """Today's ratings with all that was committed before the question. Blocks; raises StoreError."""
        with self._lock:
            return report(self._caught_up().ratings)

    def ratings_given(self) -> int:
        """How many visits were rated today. Blocks; raises StoreError."""
        with self._lock:
            return self._caught_up().ratings.given

    def document(self) -> Document:
        """The same as it travels; made anew when something happened. Blocks; raises StoreError."""
        with self._lock:
            ledger = self._caught_up()
            if self._known is None or self._entered != self._known_at:
                self._known = packed(msgspec.json.encode(day_figures(ledger, self._targets)))
                self._known_at = self._entered
            return self._known

    def _follow(self) -> None:
        while not self._is_over.wait(ENTERED_EVERY_S):
            try:
                with self._lock:
                    self._caught_up()
            except StoreError as error:
                log.warning("today's figures cannot be read", reason=str(error), remedy=error.remedy)

    def _caught_up(self) -> Ledger:
        """Raises StoreError as long as the journal cannot be read; what was heard is kept meanwhile."""
        ledger = self._ledger
        if ledger is None:
            ledger = self._read()
        while self._heard:
            entry = self._heard.popleft()
            if entry.sequence > self._entered:
                ledger = self._enter(ledger, entry.sequence, entry.event)
        self._ledger = ledger
        return ledger

    def _read(self) -> Ledger:
        ledger = Ledger()
        for sequence, event in events_since_opening(self.journal):
            ledger = self._enter(ledger, sequence, event)
        return ledger

    def _enter(self, ledger: Ledger, sequence: int, event: Happening) -> Ledger:
        if isinstance(event, DayOpened):
            ledger = Ledger()
        ledger.enter(event)
        self._entered = sequence
        return ledger
