"""All that displays see of one committed moment, kept up commit by commit."""

from collections import deque
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.entry import Entry
from queue_core.domain.hall_day import REMEMBERED_CALLS, HallDay
from queue_core.domain.rules import HallRules
from queue_core.domain.ticket import Call
from queue_core.hall.board_view import Board
from queue_core.hall.cabinet_views import CHANGING, CabinetNow
from queue_core.hall.projection import Projection
from queue_core.hall.window_views import WindowNow, counted, face_of, stands
from queue_core.wire import views as wire
from queue_core.wire import words

SHOWN_CALLS = 12


class DayNow(Struct, frozen=True, kw_only=True):
    """All views of one committed moment. `calls` are newest first, more than a snapshot shows."""

    hall: wire.HallView
    windows: dict[int, WindowNow]
    calls: tuple[wire.CallView, ...]
    board: wire.BoardView = wire.BoardView()
    cabinets: dict[str, CabinetNow] = {}


class Picture:
    """The last views that were made, so that a commit costs what it changed. Lives on the committer's thread.

    The hall's own view, which holds an estimate for each unit, is made anew on demand and with a new day; on
    demand it is looked up, too, how many wait for each window, and since when the first.
    """

    def __init__(self, projection: Projection) -> None:
        self._projection = projection
        self._rules: HallRules | None = None
        self._hall: wire.HallView | None = None
        self._windows: dict[int, WindowNow] = {}
        self._calls: deque[wire.CallView] = deque(maxlen=REMEMBERED_CALLS)
        self._board = Board()
        self._cabinets: dict[str, CabinetNow] = {}
        self._has_cabinets_news = True

    def hear(self, entries: tuple[Entry, ...]) -> None:
        """What was committed, all of it: by that it is known which views cannot have changed."""
        self._has_cabinets_news |= any(type(entry.event) in CHANGING for entry in entries)

    def of(self, day: HallDay, now_ms: int, *, with_hall: bool = False) -> DayNow:
        """O(windows) in some 0.5 µs each, but for those that changed."""
        is_another_day = self._hall is None or self._hall.day != day.day
        if is_another_day or self._rules is not day.rules:
            self._rules, self._hall, self._windows = day.rules, None, {}
        if is_another_day:
            self._calls.clear()
        if self._hall is None or with_hall:
            self._hall = self._projection.hall(day)
        self._look_at_windows(day, now_ms, with_counts=with_hall)
        self._hear_calls(day)
        if self._has_cabinets_news:
            self._cabinets = self._projection.cabinets.of(day, self._cabinets)
            self._has_cabinets_news = False
        return DayNow(
            hall=self._hall,
            windows=self._windows,
            calls=tuple(self._calls),
            board=self._board.of(day),
            cabinets=self._cabinets,
        )

    def _look_at_windows(self, day: HallDay, now_ms: int, *, with_counts: bool) -> None:
        """A new table only if something differs; the old one may be in use on another thread."""
        changed = {}
        for number, window in day.windows.items():
            known = self._windows.get(number)
            if known is None or not stands(known, window, day, now_ms):
                changed[number] = self._projection.windows.by_face(face_of(day, window), day, now_ms)
            elif with_counts and (now := counted(known.view, day)) is not known.view:
                # The face stays one object: by that the hub sees that only who waits differs.
                changed[number] = replace(known, view=now)
        if changed or len(self._windows) != len(day.windows):
            together = self._windows | changed
            self._windows = {number: together[number] for number in sorted(day.windows)}

    def _hear_calls(self, day: HallDay) -> None:
        last = self._calls[0].call_id if self._calls else 0
        new = list(takewhile(lambda call: call.call_id > last, reversed(day.calls)))
        self._calls.extendleft(_call(day, call) for call in reversed(new))
        for at, (call, view) in enumerate(zip(reversed(day.calls), self._calls, strict=False)):
            if call.is_spoken is not view.is_spoken:
                self._calls[at] = replace(view, is_spoken=call.is_spoken)


def _call(day: HallDay, call: Call) -> wire.CallView:
    ticket = day.tickets[call.ticket_id]
    return wire.CallView(
        call_id=call.call_id,
        ticket_id=call.ticket_id,
        number=ticket.number,
        ticket_class=words.TicketClass(call.unit.ticket_class),
        window=call.window,
        nth=call.nth,
        called_at_ms=call.called_at_ms,
        language=ticket.language,
        is_spoken=call.is_spoken,
    )
