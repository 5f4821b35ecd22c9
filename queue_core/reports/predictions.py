"""What citizens were told of their wait, and how long they then waited.

A prediction counts from the moment it was given to the first call of the ticket, by the wall. It is judged
when nothing happened in between that it could not know of: a conversion, a further errand, a deferral, a
right granted later, or a supervisor's call make it void.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from queue_core.domain.events import (
    DayOpened,
    ErrandAdded,
    EstimateShown,
    Event,
    PriorityGranted,
    ResultReady,
    TicketCalled,
    TicketCancelled,
    TicketConverted,
    TicketDeferred,
    TicketExpired,
    TicketIssued,
    TicketWithdrawn,
    kind_of,
)
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Estimate
from queue_core.domain.words import CallWay

HOUR_MS = 3_600_000


class Occasion(StrEnum):
    ISSUE = "issue"
    CHOICE = "choice"  # shown before a conversion, which was then chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """`hour` is the local hour of the day at which it was given; `wait_ms` what came."""

    occasion: Occasion
    unit: Unit
    hour: int
    estimate: Estimate
    wait_ms: int


@dataclass(slots=True, kw_only=True)
class Predictions:
    """`issued` numbers; of them `untold` were told nothing, `changed` and `uncalled` cannot be judged."""

    judged: list[Prediction]
    issued: int = 0
    untold: int = 0
    changed: int = 0
    uncalled: int = 0


KINDS = frozenset(
    kind_of(each)
    for each in (
        DayOpened,
        ErrandAdded,
        EstimateShown,
        PriorityGranted,
        ResultReady,
        TicketCalled,
        TicketCancelled,
        TicketConverted,
        TicketDeferred,
        TicketExpired,
        TicketIssued,
        TicketWithdrawn,
    )
)
"""The kinds of event that tell of predictions; no other is needed."""


def predictions(events: Iterable[Event]) -> Predictions:
    """Follow each ticket from what its holder was told to its first call."""
    ledger = PredictionLedger()
    for event in events:
        ledger.enter(event)
    ledger.close_day()
    return ledger.found


@dataclass(frozen=True, slots=True)
class _Told:
    occasion: Occasion
    unit: Unit
    at_ms: int
    estimate: Estimate


class PredictionLedger:
    """Follows each ticket from what its holder was told to its first call; `found` is what came of it."""

    def __init__(self) -> None:
        self.found = Predictions(judged=[])
        self._midnight_ms = 0
        self._told: dict[int, _Told] = {}
        self._shown: dict[int, _Told] = {}

    def enter(self, event: Event) -> None:
        match event:
            case DayOpened():
                self.close_day()
                self._midnight_ms = event.midnight_ms
            case TicketIssued():
                self._issue(event)
            case EstimateShown():
                shown = _Told(Occasion.CHOICE, event.unit, event.at_ms, event.estimate)
                self._shown[event.ticket_id] = shown
            case TicketConverted():
                self._convert(event)
            case TicketCalled():
                self._call(event)
            case TicketCancelled() | TicketExpired() | TicketWithdrawn():
                self._end(event.ticket_id)
            case ErrandAdded() | ResultReady() | TicketDeferred() | PriorityGranted():
                self._void(event.ticket_id)
            case _:
                pass

    def close_day(self) -> None:
        """Who was not called by now is called no more."""
        self.found.uncalled += sum(told.occasion is Occasion.ISSUE for told in self._told.values())
        self._told.clear()
        self._shown.clear()

    def _issue(self, event: TicketIssued) -> None:
        self.found.issued += 1
        if event.estimate is None:
            self.found.untold += 1
        elif event.is_remote:  # when its holder comes to the hall was nobody's to predict
            self.found.changed += 1
        else:
            unit = event.errands[0].unit
            self._told[event.ticket_id] = _Told(Occasion.ISSUE, unit, event.at_ms, event.estimate)

    def _convert(self, event: TicketConverted) -> None:
        self._void(event.ticket_id)
        shown = self._shown.pop(event.ticket_id, None)
        if shown is not None and shown.unit == event.unit:
            self._told[event.ticket_id] = shown

    def _call(self, event: TicketCalled) -> None:
        if event.way is not CallWay.RULE:
            self._void(event.ticket_id)
        told = self._told.pop(event.ticket_id, None)
        self._shown.pop(event.ticket_id, None)
        if told is not None:
            self.found.judged.append(
                Prediction(
                    occasion=told.occasion,
                    unit=told.unit,
                    hour=(told.at_ms - self._midnight_ms) // HOUR_MS,
                    estimate=told.estimate,
                    wait_ms=event.at_ms - told.at_ms,
                )
            )

    def _void(self, ticket_id: int) -> None:
        told = self._told.pop(ticket_id, None)
        self.found.changed += told is not None and told.occasion is Occasion.ISSUE

    def _end(self, ticket_id: int) -> None:
        told = self._told.pop(ticket_id, None)
        self.found.uncalled += told is not None and told.occasion is Occasion.ISSUE
