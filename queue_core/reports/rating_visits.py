"""What becomes of each visit until it is rated, gathered event by event; docs/figures.md says what counts."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from queue_core.domain import events as happened
from queue_core.domain.events import Event
from queue_core.domain.follow_up import FollowUp
from queue_core.domain.hall_clock import Session
from queue_core.domain.rules import Suspicion, Unit
from queue_core.domain.ticket import Errand
from queue_core.domain.words import CallBack, FollowUpStage, RatingChannel

AT_WINDOW = frozenset({RatingChannel.PAD, RatingChannel.KEYPAD})


@dataclass(slots=True)
class Given:
    """A rating; `is_late`: on a day after that of the visit."""

    level: int
    channel: RatingChannel
    at_ms: int
    labels: tuple[str, ...]
    is_late: bool

    @property
    def is_at_window(self) -> bool:
        return self.channel in AT_WINDOW


@dataclass(slots=True)
class Visit:
    """`window`, `clerk` and `unit` are those of its last service, None while nothing was finished.

    `is_over`: its number has ended. `is_known`: a person was read with it.
    """

    ticket_id: int
    errands: list[Errand]
    is_known: bool
    window: int | None = None
    clerk: str | None = None
    unit: Unit | None = None
    matter: str | None = None
    started_at_ms: int = 0
    ended_at_ms: int = 0
    is_over: bool = False
    is_skipped: bool = False
    given: Given | None = None

    @property
    def is_invited(self) -> bool:
        """Whether it counts: something was finished, and it is over, or was when it was rated."""
        return self.window is not None and (self.is_over or self.given is not None)

    @property
    def service_ms(self) -> int:
        return self.ended_at_ms - self.started_at_ms


@dataclass(slots=True)
class RatedDay:
    """A business day; `late_of_before` visits of days before it were rated on it."""

    day: str
    sessions: tuple[Session, ...]
    suspicion: Suspicion
    visits: dict[int, Visit]
    late_of_before: int = 0


class RatingLedger:
    """Any days of a journal, one after the other. A few microseconds an event.

    `given` counts ratings, late ones too. `follow_ups` say of all that were open on these days when they are
    due and whether they are closed; `results` counts what was heard at the end of those that are.
    """

    def __init__(self) -> None:
        self.days: list[RatedDay] = []
        self.as_of_ms = 0
        self.given = 0
        self.follow_ups: dict[int, tuple[str, bool]] = {}
        self.opened: Counter[str] = Counter()
        self.results: Counter[CallBack] = Counter()
        self._clerks: dict[int, str | None] = {}
        self._visits: dict[int, Visit] = {}

    def enter(self, event: Event) -> None:
        self.as_of_ms = event.at_ms
        change = self._CHANGES.get(type(event))
        if change is not None:
            change(self, event)

    def overdue_on(self, day: str) -> int:
        """How many follow-ups that are not closed should have been before a day (ISO date)."""
        return sum(1 for due_on, is_closed in self.follow_ups.values() if not is_closed and day > due_on)

    @property
    def follow_ups_open(self) -> int:
        return sum(1 for _, is_closed in self.follow_ups.values() if not is_closed)

    # The day and its windows

    def _begin(self, event: happened.DayOpened) -> None:
        suspicion = event.rules.rating.suspicion
        self.days.append(RatedDay(event.day, event.sessions, suspicion, {}))
        self._clerks = {}
        for each in event.follow_ups:
            self._follow(each)

    def _change_rules(self, event: happened.RulesChanged) -> None:
        if self.days:
            self.days[-1].suspicion = event.rules.rating.suspicion

    def _seat(self, event: happened.WindowOpened | happened.WindowTakenOver) -> None:
        self._clerks[event.window] = event.clerk

    # A number

    def _issue(self, event: happened.TicketIssued) -> None:
        visit = Visit(event.ticket_id, list(event.errands), event.holder is not None)
        self._visits[event.ticket_id] = visit
        if self.days:
            self.days[-1].visits[event.ticket_id] = visit

    def _convert(self, event: happened.TicketConverted) -> None:
        if visit := self._visits.get(event.ticket_id):
            errand = visit.errands[event.errand]
            visit.errands[event.errand] = Errand(
                unit=event.unit, matter=event.matter, seniority_ms=errand.seniority_ms
            )

    def _add(self, event: happened.ErrandAdded | happened.ResultReady) -> None:
        if visit := self._visits.get(event.ticket_id):
            visit.errands.append(event.errand)
            visit.is_over = False

    def _start(self, event: happened.ServiceStarted) -> None:
        if visit := self._visits.get(event.ticket_id):
            visit.started_at_ms = event.at_ms

    def _finish(self, event: happened.ServiceFinished | happened.StageFinished) -> None:
        visit = self._visits.get(event.ticket_id)
        if visit is None:
            return
        visit.is_over = isinstance(event, happened.ServiceFinished)
        if visit.given is None:  # what was rated stays with the service it was rated for
            if event.done:  # a sitting may end with nothing of it done
                errand = visit.errands[event.done[-1]]
                visit.unit, visit.matter = errand.unit, errand.matter
            visit.window, visit.clerk = event.window, self._clerks.get(event.window)
            visit.ended_at_ms = event.at_ms

    def _end(
        self, event: happened.TicketCancelled | happened.TicketExpired | happened.TicketWithdrawn
    ) -> None:
        if visit := self._visits.get(event.ticket_id):
            visit.is_over = True

    # Its rating

    def _rate(self, event: happened.ServiceRated) -> None:
        self.given += 1
        visit = self._visits.get(event.ticket_id)
        is_late = event.visited_on is not None
        if is_late and self.days:
            self.days[-1].late_of_before += 1
        if visit is not None:
            visit.given = Given(event.level, event.channel, event.at_ms, event.labels, is_late)

    def _skip(self, event: happened.RatingSkipped) -> None:
        if visit := self._visits.get(event.ticket_id):
            visit.is_skipped = True

    # What low ones lead to

    def _follow(self, follow_up: FollowUp) -> None:
        is_closed = follow_up.stage is FollowUpStage.CLOSED
        self.follow_ups[follow_up.follow_up_id] = (follow_up.due_on, is_closed)

    def _open_follow_up(self, event: happened.FollowUpOpened) -> None:
        self.opened[event.follow_up.visited_on] += 1
        self._follow(event.follow_up)

    def _send_back(self, event: happened.FollowUpSentBack) -> None:
        self.follow_ups[event.follow_up_id] = (event.due_on, False)

    def _close(self, event: happened.FollowUpClosed) -> None:
        due_on, _ = self.follow_ups.get(event.follow_up_id, ("", False))
        self.follow_ups[event.follow_up_id] = (due_on, True)
        self.results[event.result] += 1

    _CHANGES: ClassVar[dict[type[Event], Callable[["RatingLedger", Any], None]]] = {
        happened.DayOpened: _begin,
        happened.RulesChanged: _change_rules,
        happened.WindowOpened: _seat,
        happened.WindowTakenOver: _seat,
        happened.TicketIssued: _issue,
        happened.TicketConverted: _convert,
        happened.ErrandAdded: _add,
        happened.ResultReady: _add,
        happened.ServiceStarted: _start,
        happened.ServiceFinished: _finish,
        happened.StageFinished: _finish,
        happened.TicketCancelled: _end,
        happened.TicketExpired: _end,
        happened.TicketWithdrawn: _end,
        happened.ServiceRated: _rate,
        happened.RatingSkipped: _skip,
        happened.FollowUpOpened: _open_follow_up,
        happened.FollowUpSentBack: _send_back,
        happened.FollowUpClosed: _close,
    }
