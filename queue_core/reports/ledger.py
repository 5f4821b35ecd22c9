"""The figures of a day or of several, gathered event by event; docs/figures.md says what each event does.

Pure: the same events make the same figures, whether they come from a file or as they happen. Costs a few
microseconds an event and asks for nothing but the events.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any, ClassVar

from queue_core.domain import events as happened
from queue_core.domain.events import Event
from queue_core.domain.hall_clock import HallClock
from queue_core.domain.rules import CategoryRules, Unit
from queue_core.domain.words import CallWay, DeferralReason, ExpiryReason
from queue_core.reports.appointments import AppointmentCounts
from queue_core.reports.downtime import DowntimeLedger
from queue_core.reports.flow import Flow
from queue_core.reports.number import Finish, Number, Standing
from queue_core.reports.predictions import PredictionLedger
from queue_core.reports.rating_visits import RatingLedger
from queue_core.reports.shifts import Shifts
from queue_core.reports.spans import Spans
from queue_core.reports.tally import Part, Place, Tallies
from queue_core.wire.figures import Override

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
ON_TIME_MS = 5 * MINUTE_MS
_UNIT = 2  # its place among the parts of a unit
_DAY_OVER = frozenset({ExpiryReason.DAY_ENDED, ExpiryReason.HALL_CLOSED})


class Ledger:
    """Read by `figures.day_figures`. Days follow each other; what a new one begins anew is today's alone.

    `counts` holds the totals under the names of `wire.figures.Totals`, and which calls of appointments were
    judged and on time.
    """

    def __init__(self) -> None:
        self.day = ""
        self.midnight_ms = 0
        self.as_of_ms = 0
        self.events = 0
        self.is_closed = False
        self.categories: tuple[CategoryRules, ...] = ()
        self.counts: Counter[str] = Counter()
        self.parts = Tallies()
        self.first_waits, self.waits, self.services = Spans(), Spans(), Spans()
        self.flow = Flow()
        self.conversions: Counter[tuple[Unit, Unit]] = Counter()
        self.overrides: list[Override] = []
        self.shifts = Shifts()
        self.appointments = AppointmentCounts()
        self.predictions = PredictionLedger()
        self.ratings = RatingLedger()
        self.downtime = DowntimeLedger()
        self._clock = HallClock()
        self._numbers: dict[int, Number] = {}
        self._visitors: Counter[int] = Counter()

    def enter(self, event: Event) -> None:
        self.events += 1
        self.as_of_ms = event.at_ms
        change = self._CHANGES.get(type(event))
        if change is not None:
            change(self, event)
        self.shifts.enter(event)
        self.appointments.enter(event)
        self.predictions.enter(event)
        self.ratings.enter(event)
        self.downtime.enter(event)

    def waiting_since(self) -> list[int]:
        """Since when each number that waits now is in the line."""
        return [each.line_since_ms for each in self._numbers.values() if each.line_since_ms is not None]

    # The hall and its day

    def _begin(self, event: happened.DayOpened) -> None:
        self.day, self.midnight_ms = event.day, event.midnight_ms
        self.flow.begin(event.midnight_ms)
        self.categories = event.rules.categories
        self.is_closed = False
        self._clock = HallClock(event.sessions)
        self._numbers.clear()
        self._visitors.clear()

    def _close_day(self, _: happened.DayClosed) -> None:
        self.is_closed = True

    def _change_rules(self, event: happened.RulesChanged) -> None:
        self.categories = event.rules.categories

    # A number before its call

    def _issue(self, event: happened.TicketIssued) -> None:
        number = self._numbers[event.ticket_id] = Number(
            number=event.number,
            visitor=event.visitor,
            units=[each.unit for each in event.errands],
            matters=[each.matter for each in event.errands],
            issued_at_ms=event.at_ms,
            taken_for=(*_unit_parts(event.errands[0].unit), *_matter_part(event.errands[0].matter)),
            slot_ms=None if event.slot is None else event.slot.starts_at_ms,
        )
        self._count_taken(number, 1)
        if not event.is_remote:
            self._begin_stage(number, event.at_ms)

    def _count_taken(self, number: Number, by: int) -> None:
        """One more, or, when it turns out to have reached nobody, one less."""
        self.counts["taken"] += by
        was_here = bool(self._visitors[number.visitor])
        self._visitors[number.visitor] += by
        self.counts["visitors"] += bool(self._visitors[number.visitor]) - was_here
        self.flow.at(number.issued_at_ms).taken += by
        for each in self.parts.at((*number.taken_for, self._hour_part(number.issued_at_ms))):
            each.taken += by

    def _arrive(self, event: happened.TicketArrived) -> None:
        self._begin_stage(self._numbers[event.ticket_id], event.at_ms)

    def _begin_stage(self, number: Number, at_ms: int) -> None:
        number.has_arrived = True
        number.is_over = False
        number.stage_since_ms = at_ms
        number.spent_ms = 0
        self._line_up(number, at_ms)

    def _line_up(self, number: Number, at_ms: int) -> None:
        if number.line_since_ms is None:
            number.line_since_ms = at_ms
            self.flow.at(at_ms).in_line += 1

    def _leave_line(self, number: Number, at_ms: int) -> None:
        if number.line_since_ms is not None:
            number.line_since_ms = None
            self.flow.at(at_ms).in_line -= 1

    def _convert(self, event: happened.TicketConverted) -> None:
        number = self._numbers[event.ticket_id]
        before, number.units[event.errand] = number.units[event.errand], event.unit
        number.matters[event.errand] = event.matter
        if not event.keeps_slot:
            number.slot_ms = None
        if before != event.unit:
            number.conversions.append((before, event.unit))
            self._count_conversion(before, event.unit, 1)

    def _count_conversion(self, before: Unit, after: Unit, by: int) -> None:
        """Within a class or category nobody came and nobody left."""
        self.counts["conversions"] += by
        self.conversions[before, after] += by
        for (part, old), (_, new) in zip(_unit_parts(before), _unit_parts(after), strict=True):
            if old != new:
                self.parts.one(part, old).converted_out += by
                self.parts.one(part, new).converted_in += by

    def _add_errand(self, event: happened.ErrandAdded) -> None:
        self._extend(self._numbers[event.ticket_id], event)

    def _add_result(self, event: happened.ResultReady) -> None:
        """What was finished already waits again, for its pickup; it was not done in one sitting."""
        number = self._numbers[event.ticket_id]
        self._extend(number, event)
        if number.is_whole and number.finish is not None:
            self._count_finish(number.finish, immediate=-1)
        number.is_whole = False
        if number.is_over:
            self._begin_stage(number, event.at_ms)

    @staticmethod
    def _extend(number: Number, event: happened.ErrandAdded | happened.ResultReady) -> None:
        number.units.append(event.errand.unit)
        number.matters.append(event.errand.matter)

    def _defer(self, event: happened.TicketDeferred) -> None:
        if event.reason is DeferralReason.ASKED:
            self._numbers[event.ticket_id].deferrals += 1
            self.counts["deferrals"] += 1

    def _cancel(self, event: happened.TicketCancelled) -> None:
        self._end(event, "cancelled")

    def _expire(self, event: happened.TicketExpired) -> None:
        number = self._numbers[event.ticket_id]
        if event.reason not in _DAY_OVER:
            self._end(event, "lost")
            return
        if number.was_called:
            self._end(event, "left_unfinished")
            return
        self._end(event, "left_uncalled" if number.has_arrived else "not_arrived")
        if number.slot_ms is not None:
            self.counts["judged"] += 1

    def _end(self, event: happened.TicketCancelled | happened.TicketExpired, how: str) -> None:
        """A number that was finished before its result came stays a finished one."""
        number = self._numbers[event.ticket_id]
        self._leave_line(number, event.at_ms)
        number.standing = None
        number.is_absent = False
        number.is_over = True
        if number.finish is None:
            self.counts[how] += 1

    def _withdraw(self, event: happened.TicketWithdrawn) -> None:
        """Before its first call it was nobody's number, and is taken out of everything."""
        number = self._numbers[event.ticket_id]
        number.is_over = True
        if number.was_called:
            self._leave_line(number, event.at_ms)
            self.counts["cancelled"] += number.finish is None
            return
        self.counts["withdrawn"] += 1
        self._count_taken(number, -1)
        if number.line_since_ms is not None:
            self.flow.at(number.line_since_ms).in_line -= 1
            number.line_since_ms = None
        for before, after in number.conversions:
            self._count_conversion(before, after, -1)
        self.counts["deferrals"] -= number.deferrals

    # A number at a window

    def _call(self, event: happened.TicketCalled) -> None:
        number = self._numbers[event.ticket_id]
        standing = number.standing = Standing(
            window=event.window,
            right=event.right,
            in_hand=event.in_hand,
        )
        place = self._place(number, event.in_hand[0], standing, event.at_ms)
        tallies = self.parts.at(place)
        for each in tallies:
            each.calls += 1
        self.counts["calls"] += 1
        self.counts["hand_backs"] += event.way is CallWay.HAND_BACK
        if event.way is CallWay.OVERRIDE:
            self._count_override(number, event)
        if number.stage_since_ms is not None:
            since_ms = self._owed_from_ms(number, number.stage_since_ms, event.at_ms)
            wait_ms = event.at_ms - since_ms
            opening_ms = self._clock.at(event.at_ms) - self._clock.at(since_ms)
            self.parts.one(*place[_UNIT]).opening_waits.add(opening_ms)
            self.waits.add(wait_ms)
            for each in tallies:
                each.waits.add(wait_ms)
            quarter = self.flow.at(event.at_ms)
            quarter.called += 1
            quarter.waits.add(wait_ms)
            if not number.was_called:
                self._count_called(number, wait_ms, event.at_ms)
            number.stage_since_ms = None
        number.is_absent = False
        self._leave_line(number, event.at_ms)

    @staticmethod
    def _owed_from_ms(number: Number, since_ms: int, at_ms: int) -> int:
        """Who comes before an appointment waits from its slot on, and not at all when called before it."""
        if number.was_called or number.slot_ms is None:
            return since_ms
        return min(max(since_ms, number.slot_ms), at_ms)

    def _count_called(self, number: Number, wait_ms: int, at_ms: int) -> None:
        number.was_called = True
        self.counts["called"] += 1
        self.first_waits.add(wait_ms)
        if number.slot_ms is not None:
            self.counts["judged"] += 1
            self.counts["on_time"] += at_ms <= max(number.slot_ms, number.issued_at_ms) + ON_TIME_MS

    def _count_override(self, number: Number, event: happened.TicketCalled) -> None:
        self.counts["overrides"] += 1
        self.overrides.append(
            Override(at_ms=event.at_ms, number=number.number, window=event.window, reason=event.reason)
        )

    def _recall(self, _: happened.TicketRecalled) -> None:
        self.counts["recalls"] += 1

    def _start(self, event: happened.ServiceStarted) -> None:
        standing = self._numbers[event.ticket_id].standing
        if standing is not None:
            standing.started_at_ms = event.at_ms

    def _finish_stage(self, event: happened.StageFinished) -> None:
        number = self._numbers[event.ticket_id]
        self._count_sitting(number, event)
        number.is_whole = False
        number.slot_ms = None
        self._begin_stage(number, event.at_ms)

    def _finish(self, event: happened.ServiceFinished) -> None:
        number = self._numbers[event.ticket_id]
        place = self._count_sitting(number, event)
        number.slot_ms = None
        number.is_over = True
        if number.finish is None:
            number.finish = Finish(at_ms=event.at_ms, place=place)
            self.flow.at(event.at_ms).finished += 1
            self._count_finish(number.finish, finished=1, immediate=int(number.is_whole))

    def _count_finish(self, finish: Finish, *, finished: int = 0, immediate: int) -> None:
        self.counts["finished"] += finished
        self.counts["immediate"] += immediate
        for each in self.parts.at(finish.place):
            each.finished += finished
            each.immediate += immediate

    def _count_sitting(
        self, number: Number, event: happened.ServiceFinished | happened.StageFinished
    ) -> Place:
        """Returns where it counts: by the first errand that was done, for the clerk who finished it."""
        standing, number.standing = number.standing, None
        if standing is None or standing.started_at_ms is None:
            return ()
        errand = (event.done or standing.in_hand)[0]
        service_ms = number.spent_ms + event.at_ms - standing.started_at_ms
        number.spent_ms = 0
        self.counts["sittings"] += 1
        self.services.add(service_ms)
        place = self._place(number, errand, standing, event.at_ms)
        for each in self.parts.at(place):
            each.sittings += 1
            each.services.add(service_ms)
        return place

    def _send_back(self, event: happened.TicketSentBack) -> None:
        """It waits once more, through no fault of its holder."""
        number = self._numbers[event.ticket_id]
        if number.standing is not None and number.standing.started_at_ms is not None:
            number.is_whole = False
        number.standing = None
        self.counts["sent_back"] += 1
        self._begin_stage(number, event.at_ms)

    def _hold(self, event: happened.TicketHeld) -> None:
        number = self._numbers[event.ticket_id]
        standing, number.standing = number.standing, None
        if standing is not None and standing.started_at_ms is not None:
            number.spent_ms += event.at_ms - standing.started_at_ms
        number.is_whole = False
        self.counts["holds"] += 1

    def _miss(self, event: happened.TicketMissed) -> None:
        number = self._numbers[event.ticket_id]
        standing, number.standing = number.standing, None
        if standing is not None:
            for each in self.parts.at(self._place(number, standing.in_hand[0], standing, event.at_ms)):
                each.no_shows += 1
        self.counts["no_shows"] += 1
        self.counts["absent_numbers"] += not number.was_missed
        number.was_missed = number.is_absent = True

    def _return(self, event: happened.TicketReturned) -> None:
        """From absence or with what was missing; either way no new wait begins."""
        number = self._numbers[event.ticket_id]
        self.counts["returns"] += number.is_absent
        number.is_absent = False
        if not event.keeps_slot:
            number.slot_ms = None
        self._line_up(number, event.at_ms)

    # Where something counts

    def _hour_part(self, at_ms: int) -> tuple[Part, str]:
        return Part.HOUR, f"{(at_ms - self.midnight_ms) // HOUR_MS % 24:02}"

    def _place(self, number: Number, errand: int, standing: Standing, at_ms: int) -> Place:
        place = (
            *_unit_parts(number.units[errand]),
            *_matter_part(number.matters[errand]),
            (Part.WINDOW, str(standing.window)),
            (Part.RIGHT, standing.right.value),
            self._hour_part(at_ms),
        )
        clerk = self.shifts.clerk_at(standing.window)
        return place if clerk is None else (*place, (Part.CLERK, clerk))

    _CHANGES: ClassVar[dict[type[Event], Callable[[Any, Any], None]]] = {
        happened.DayOpened: _begin,
        happened.DayClosed: _close_day,
        happened.RulesChanged: _change_rules,
        happened.TicketIssued: _issue,
        happened.TicketArrived: _arrive,
        happened.TicketConverted: _convert,
        happened.ErrandAdded: _add_errand,
        happened.ResultReady: _add_result,
        happened.TicketDeferred: _defer,
        happened.TicketCancelled: _cancel,
        happened.TicketExpired: _expire,
        happened.TicketWithdrawn: _withdraw,
        happened.TicketCalled: _call,
        happened.TicketRecalled: _recall,
        happened.ServiceStarted: _start,
        happened.ServiceFinished: _finish,
        happened.StageFinished: _finish_stage,
        happened.TicketSentBack: _send_back,
        happened.TicketHeld: _hold,
        happened.TicketMissed: _miss,
        happened.TicketReturned: _return,
    }


def _unit_parts(unit: Unit) -> Place:
    return (
        (Part.CLASS, unit.ticket_class.value),
        (Part.CATEGORY, unit.category),
        (Part.UNIT, unit_name(unit)),
    )


def unit_name(unit: Unit) -> str:
    """`category/class`."""
    return f"{unit.category}/{unit.ticket_class.value}"


def _matter_part(matter: str | None) -> Place:
    return () if matter is None else ((Part.MATTER, matter),)
