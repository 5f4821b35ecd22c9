"""Keeps the estimates of waits up to date beside the hall.

Events are heard and questions answered on the committer's thread. The simulation runs on a thread of its
own, at most every 15 seconds of the hall's time; on a steered clock it runs at once where it is asked for,
so that a simulated day is the same each time.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from queue import SimpleQueue
from random import Random
from threading import Event as Flag
from threading import Thread

import structlog
from msgspec import Struct

from queue_core.domain.events import Event, WindowOpened, WindowResumed
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Calibration
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Estimate, Priority, Slot, Ticket
from queue_core.estimates import Estimator, Forecast, Scene, scene_of

REFRESH_MS = 15_000
STEERED_REFRESH_MS = 60_000
MOST_TICKETS = 50_000
"""With more tickets in the day none is taken into a scene: nobody is told a wait."""
SEED = 1
_OPENING = frozenset({WindowOpened, WindowResumed})

log = structlog.get_logger(__name__)


class Newcomer(Struct, frozen=True, kw_only=True):
    """Who asks for a number, as far as it bears on the wait."""

    units: tuple[Unit, ...]
    is_verified: bool = False
    priority: Priority | None = None
    slot: Slot | None = None


class Waits:
    """`usual_ms` is how long a service of each unit takes as the catalogue has it."""

    def __init__(self, usual_ms: Mapping[Unit, int] | None = None, *, is_steered: bool = False) -> None:
        self._estimator = Estimator(usual_ms or {}, Random(SEED))  # noqa: S311 no secret hangs on it
        self._is_steered = is_steered
        self._every_ms = STEERED_REFRESH_MS if is_steered else REFRESH_MS
        self._last_ms = 0
        self._opened_ms = 0
        self._scenes: SimpleQueue[Scene | None] = SimpleQueue()
        self._is_idle = Flag()
        self._is_idle.set()
        self._thread: Thread | None = None

    def hear(self, events: Iterable[Event]) -> None:
        """Take note of what happened, in order; of a replay too."""
        with _whatever_it_is():
            heard = tuple(events)
            self._estimator.hear(heard)
            for event in heard:
                if type(event) in _OPENING:
                    self._opened_ms = event.at_ms

    def tend(self, day: HallDay, now_ms: int) -> None:
        """Let the simulation run again when it is time to and the last one is done."""
        if not self._is_time(now_ms) or not self._is_idle.is_set():
            return
        if day.day is None or not day.open_windows or len(day.tickets) > MOST_TICKETS:
            return
        self._last_ms = now_ms
        with _whatever_it_is():
            self._look_at(scene_of(day, now_ms))

    def close(self) -> None:
        """Let the simulation end. Blocks until the one that runs is done."""
        if self._thread is not None:
            self._scenes.put(None)
            self._thread.join()
            self._thread = None

    def for_newcomer(self, who: Newcomer, now_ms: int) -> Forecast:
        return self._estimator.for_newcomer(
            now_ms,
            who.units,
            is_verified=who.is_verified,
            priority=who.priority is not None,
            slot=who.slot,
        )

    def before_choice(
        self, ticket: Ticket, errand: int, unit: Unit, now_ms: int, *, is_verified: bool
    ) -> Forecast:
        return self._estimator.before_choice(now_ms, ticket, unit, errand=errand, is_verified=is_verified)

    def of_ticket(self, ticket_id: int, now_ms: int) -> Estimate | None:
        return self._estimator.for_ticket(now_ms, ticket_id)

    def calibration(self) -> Calibration:
        return self._estimator.calibration()

    def _is_time(self, now_ms: int) -> bool:
        """On a steered clock also when windows have just opened: else all were told to wait for them."""
        if not 0 <= now_ms - self._last_ms < self._every_ms:
            return True
        return self._is_steered and self._last_ms <= self._opened_ms < now_ms

    def _look_at(self, scene: Scene) -> None:
        if self._is_steered:
            self._estimator.refresh(scene)
            return
        self._is_idle.clear()
        self._scenes.put(scene)
        if self._thread is None:
            self._thread = Thread(target=self._simulate, name="estimates", daemon=True)
            self._thread.start()

    def _simulate(self) -> None:
        while (scene := self._scenes.get()) is not None:
            with _whatever_it_is():
                self._estimator.refresh(scene)
            self._is_idle.set()


@contextmanager
def _whatever_it_is() -> Iterator[None]:
    """A wrong estimate must not stop the hall."""
    try:
        yield
    except Exception:
        log.exception("waits could not be estimated")
