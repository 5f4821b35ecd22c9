"""What displays see, made from the day. Holders are not opened here: views are made for everybody."""

from collections import deque
from collections.abc import Callable
from itertools import islice, takewhile

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.entry import Entry
from queue_core.domain.hall_day import REMEMBERED_CALLS, HallDay
from queue_core.domain.rules import MINUTE_MS, HallRules, Unit
from queue_core.domain.ticket import Call, Estimate, Ticket, Window
from queue_core.domain.words import CallWay, Right, TicketState, WindowKind, WindowState
from queue_core.hall import told
from queue_core.hall.cabinet_views import CHANGING, CabinetNow, Cabinets
from queue_core.hall.settings import HallSettings, PlaceEntry
from queue_core.hall.settings_staff import ReasonEntry
from queue_core.wire import messages, words
from queue_core.wire import views as wire

SHOWN_CALLS = 12
SHOWN_ABSENT = 30
_BY_WAY = {CallWay.HAND_BACK: words.Reason.CONTINUATION, CallWay.OVERRIDE: words.Reason.OVERRIDE}
_BY_RIGHT = {
    Right.ARRIVAL: words.Reason.EARLIER,
    Right.APPOINTMENT: words.Reason.APPOINTMENT,
    Right.PRIORITY: words.Reason.PRIORITY,
    Right.PICKUP: words.Reason.PICKUP,
}
WaitFor = Callable[[Unit], Estimate | None]
"""How long somebody waits who takes a number now; asked on the committer's thread."""


class Face(Struct, frozen=True, kw_only=True):
    """What a window's view is made of, but for the number of those who wait."""

    window: Window
    ticket: Ticket | None
    finished: Ticket | None
    held: tuple[Ticket, ...] = ()


class WindowNow(Struct, frozen=True, kw_only=True):
    """A window for everybody, and the ticket there for whoever may know its holder."""

    view: wire.WindowView
    ticket: Ticket | None
    face: Face | None = None


class DayNow(Struct, frozen=True, kw_only=True):
    """All views of one committed moment. `calls` are newest first, more than a snapshot shows."""

    hall: wire.HallView
    windows: dict[int, WindowNow]
    calls: tuple[wire.CallView, ...]
    board: wire.BoardView = wire.BoardView()
    cabinets: dict[str, CabinetNow] = {}


class Projection:
    """Makes views of a day; keeps what of them seldom changes. Belongs to the committer's thread."""

    def __init__(self, settings: HallSettings, wait_for: WaitFor) -> None:
        self._settings = settings
        self._wait_for = wait_for
        self.cabinets = Cabinets(settings)
        self._clerks = {clerk.number: clerk.name for clerk in settings.clerks}
        self._categories = tuple(
            wire.Category(code=each.code, names=each.names, classes=each.classes)
            for each in settings.categories
        )
        self._units: dict[int, tuple[tuple[Unit, ...], tuple[wire.UnitName, ...]]] = {}
        self.places = tuple(_place(each, settings) for each in settings.places)
        self._labels = tuple(
            wire.RatingLabel(code=each.code, names=each.names, levels=each.levels)
            for each in settings.rating.labels
        )
        self._pauses = _worded(settings.staff.pause_reasons)
        self._holds = _worded(settings.staff.hold_reasons)
        self._channels = tuple(
            wire.GreenChannel(code=each.code, names=each.names, windows=each.windows)
            for each in settings.green_channels
        )

    def hall(self, day: HallDay) -> wire.HallView:
        """O(units), each with an estimate: not for every commit."""
        policy = day.rules.policy
        return wire.HallView(
            names=self._settings.names,
            timezone=self._settings.timezone,
            day=day.day or "",
            categories=self._categories,
            windows=tuple(sorted(day.windows)),
            units=tuple(
                self._unit(day, Unit(category.code, ticket_class))
                for category in day.rules.categories
                for ticket_class in category.classes
            ),
            anonymous_classes=self._settings.tickets.anonymous,
            sessions=tuple(
                wire.Opening(opens_at_ms=each.opens_at_ms, closes_at_ms=each.closes_at_ms)
                for each in day.clock.sessions
            ),
            head_start_min=-(-day.head_start_ms // MINUTE_MS),
            priority_min=-(-policy.priority_head_start_ms // MINUTE_MS),
            pickup_min=-(-policy.pickup_head_start_ms // MINUTE_MS),
            has_appointments=bool(day.rules.slots),
            public_url=self._settings.public_url,
            most_errands=policy.most_errands,
            is_closed=day.is_closed,
            places=self.places,
            rating=self.rated(day),
            pause_reasons=self._pauses,
            hold_reasons=self._holds,
            green_channels=self._channels,
            has_messages=self._settings.messages is not None,
        )

    def rated(self, day: HallDay) -> wire.Rated:
        """How ratings are asked for."""
        return wire.Rated(labels=self._labels, needs_proof=day.rules.rating.needs_proof)

    def clerk_name(self, number: str | None) -> str | None:
        """As the citizens are shown it."""
        return None if number is None else self._clerks.get(number)

    def _unit(self, day: HallDay, unit: Unit) -> wire.UnitWaiting:
        return wire.UnitWaiting(
            category=unit.category,
            ticket_class=words.TicketClass(unit.ticket_class),
            waiting=day.lanes.waiting_for(unit),
            windows_open=day.windows_open_for(unit),
            estimate=told.estimate(self._wait_for(unit)),
        )

    def window(self, day: HallDay, number: int, now_ms: int) -> WindowNow:
        return self.window_by(face_of(day, day.windows[number]), day, now_ms)

    def window_by(self, face: Face, day: HallDay, now_ms: int) -> WindowNow:
        window, ticket = face.window, face.ticket
        rules = day.window_rules(window.number)
        kind = WindowKind.COUNTER if rules is None else rules.kind
        view = wire.WindowView(
            window=window.number,
            state=words.WindowState(window.state),
            clerk=window.clerk,
            clerk_display_name=self._clerks.get(window.clerk) if window.clerk is not None else None,
            ticket=None if ticket is None else _at_window(ticket, day, kind),
            rating=self._rating(face, day, now_ms),
            waiting=day.lanes.waiting_at(window.number),
            calls_before_no_show=day.rules.policy.calls_before_no_show,
            kind=words.WindowKind(kind),
            pause=window.pause,
            units=self._units_of(window),
            first_since_ms=first_since_ms(day, window.number),
            pause_until_ms=window.pause_until_ms,
            held=tuple(_held(each, day) for each in face.held if each.hold is not None),
        )
        return WindowNow(view=view, ticket=ticket, face=face)

    def _rating(self, face: Face, day: HallDay, now_ms: int) -> wire.RatingRequest | None:
        asked = _rating(face, day, now_ms)
        if asked is None or face.finished is None or not face.finished.sittings:
            return asked
        clerk = face.finished.sittings[-1].clerk
        return replace(asked, clerk=clerk, clerk_display_name=self._clerks.get(clerk or ""))

    def _units_of(self, window: Window) -> tuple[wire.UnitName, ...]:
        """An all-skill window of a large hall has a hundred: they are named again only when they change."""
        known = self._units.get(window.number)
        if known is not None and known[0] is window.profile:
            return known[1]
        names = tuple(
            wire.UnitName(category=each.category, ticket_class=words.TicketClass(each.ticket_class))
            for each in window.profile
        )
        self._units[window.number] = (window.profile, names)
        return names


class Picture:
    """The last views that were made, so that a commit costs what it changed. Lives on the committer's thread.

    The hall's own view, which holds an estimate for each unit, is made anew on demand and with a new day; on
    demand it is looked up, too, since when the first waits at each window.
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
        self._look_at_windows(day, now_ms, with_first=with_hall)
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

    def _look_at_windows(self, day: HallDay, now_ms: int, *, with_first: bool) -> None:
        """A new table only if something differs; the old one may be in use on another thread."""
        changed = {}
        for number, window in day.windows.items():
            known = self._windows.get(number)
            if known is None or not _stands(known, window, day, now_ms):
                changed[number] = self._projection.window_by(face_of(day, window), day, now_ms)
            elif not with_first and known.view.waiting == day.lanes.waiting_at(number):
                continue
            elif (counted := _counted(known.view, day)) is not known.view:
                # The face stays one object: by that the hub sees that only who waits differs.
                changed[number] = replace(known, view=counted)
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


class Board:
    """What hangs on the walls, made anew only when it changed."""

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._view = wire.BoardView()

    def of(self, day: HallDay) -> wire.BoardView:
        of = (day.notices, tuple(day.absent.items()))
        if of != self._of:
            self._of, self._view = of, board(day)
        return self._view


def board(day: HallDay) -> wire.BoardView:
    """The newest absent numbers are those whose holders may still be looking for their window."""
    absent = islice(reversed(day.absent.items()), SHOWN_ABSENT)
    return wire.BoardView(
        notices=tuple(
            wire.Notice(notice_id=each.notice_id, texts=each.texts, until_ms=each.until_ms)
            for each in day.notices.values()
        ),
        absent=tuple(_absent(day.tickets[ticket_id], missed, day) for ticket_id, missed in absent),
    )


def _absent(ticket: Ticket, missed_at_ms: int, day: HallDay) -> wire.AbsentNumber:
    """`missed_at_ms` is on the hall clock."""
    return wire.AbsentNumber(
        number=ticket.number,
        ticket_class=words.TicketClass(ticket.unit.ticket_class),
        window=ticket.window or 0,
        missed_at_ms=day.clock.wall_at(missed_at_ms) or 0,
    )


def first_since_ms(day: HallDay, window: int) -> int | None:
    """Since when the one waits whom the window calls next."""
    ticket_id = day.lanes.next_at(window)
    return None if ticket_id is None else waits_since_ms(day, day.tickets[ticket_id])


def waits_since_ms(day: HallDay, ticket: Ticket) -> int:
    """The instant by the wall from which its place counts; before the first opening that of its issue."""
    if ticket.issued_at_ms <= (day.clock.opens_at_ms or 0) and not ticket.sittings:
        return ticket.issued_at_ms
    oldest_ms = min((each.seniority_ms for each in ticket.open_errands), default=ticket.seniority_ms)
    since_ms = day.clock.wall_at(oldest_ms)
    return ticket.issued_at_ms if since_ms is None else since_ms


def _counted(view: wire.WindowView, day: HallDay) -> wire.WindowView:
    """The same view with who waits now; itself when nothing differs."""
    waiting, since_ms = day.lanes.waiting_at(view.window), first_since_ms(day, view.window)
    if view.waiting == waiting and view.first_since_ms == since_ms:
        return view
    return replace(view, waiting=waiting, first_since_ms=since_ms)


def face_of(day: HallDay, window: Window) -> Face:
    return Face(
        window=window,
        ticket=None if window.ticket_id is None else day.tickets[window.ticket_id],
        finished=None if window.finished_id is None else day.tickets[window.finished_id],
        held=tuple(day.tickets[each] for each in day.held.get(window.number, ())),
    )


def _stands(known: WindowNow, window: Window, day: HallDay, now_ms: int) -> bool:
    """Whether a view is still true, but for the number of waiting."""
    face, rating = known.face, known.view.rating
    return (
        face is not None
        and face.window is window
        and (window.ticket_id is None or face.ticket is day.tickets[window.ticket_id])
        and (window.finished_id is None or face.finished is day.tickets[window.finished_id])
        and (rating is None or rating.until_ms > now_ms)
        and (window.number not in day.held or _holds_the_same(face, day))
    )


def _holds_the_same(face: Face, day: HallDay) -> bool:
    held = day.held[face.window.number]
    return len(held) == len(face.held) and all(
        known is day.tickets[ticket_id] for known, ticket_id in zip(face.held, held, strict=True)
    )


def _held(ticket: Ticket, day: HallDay) -> wire.HeldNumber:
    assert ticket.hold is not None
    return wire.HeldNumber(
        ticket_id=ticket.ticket_id,
        number=ticket.number,
        reason=ticket.hold.reason,
        until_ms=day.clock.wall_at(ticket.hold.until_ms) or day.clock.closes_at_ms or 0,
        is_back=ticket.hold.back_at_ms is not None,
    )


def _worded(reasons: tuple[ReasonEntry, ...]) -> tuple[wire.WordedReason, ...]:
    return tuple(wire.WordedReason(code=each.code, names=each.names) for each in reasons)


def _at_window(ticket: Ticket, day: HallDay, kind: WindowKind) -> wire.WindowTicket:
    return wire.WindowTicket(
        ticket_id=ticket.ticket_id,
        number=ticket.number,
        ticket_class=words.TicketClass(ticket.unit.ticket_class),
        category=ticket.unit.category,
        state=words.TicketState(ticket.state),
        calls=ticket.calls,
        issued_at_ms=ticket.issued_at_ms,
        called_at_ms=ticket.called_at_ms or 0,
        started_at_ms=ticket.started_at_ms,
        holder=None,
        matter=ticket.matter,
        errands=told.errands(ticket, day),
        in_hand=ticket.in_hand,
        priority=told.priority(ticket),
        slot=told.slot(ticket, day),
        no_show_from_ms=_no_show_from_ms(ticket, day, kind),
        holds=ticket.holds,
        language=ticket.language,
        reason=_why_now(ticket, day),
        sittings=tuple(
            wire.SittingDone(window=each.window, finished_at_ms=each.ended_at_ms) for each in ticket.sittings
        ),
        project=ticket.project,
    )


def _why_now(ticket: Ticket, day: HallDay) -> words.Reason:
    """By what it was called, out of the closed list."""
    call = next((each for each in reversed(day.all_calls) if each.ticket_id == ticket.ticket_id), None)
    if call is None:
        return words.Reason.EARLIER
    return _BY_WAY.get(call.way) or _BY_RIGHT[call.right]


def _no_show_from_ms(ticket: Ticket, day: HallDay, kind: WindowKind) -> int | None:
    """The time to come counts from the spoken call, or from the call while nobody reported it spoken."""
    if ticket.state is not TicketState.CALLED:
        return None
    policy = day.rules.policy
    after_ms = policy.terminal_no_show_ms if kind is WindowKind.TERMINAL else policy.no_show_after_ms
    return (ticket.spoken_at_ms or ticket.called_at_ms or 0) + after_ms


def _rating(face: Face, day: HallDay, now_ms: int) -> wire.RatingRequest | None:
    """Asked until time is over, or until the next service starts: then somebody else sits there."""
    ticket = face.finished
    if ticket is None or ticket.ended_at_ms is None or not ticket.is_asked_at(face.window.number):
        return None
    if face.window.state is WindowState.SERVING:
        return None
    until_ms = ticket.ended_at_ms + day.rules.rating_within_ms
    if until_ms <= now_ms:
        return None
    return wire.RatingRequest(
        ticket_id=ticket.ticket_id,
        number=ticket.number,
        until_ms=until_ms,
        asked_at_ms=ticket.ended_at_ms,
        language=ticket.language,
    )


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


def _place(entry: PlaceEntry, settings: HallSettings) -> messages.Place:
    return messages.Place(
        code=entry.code,
        names=entry.zone,
        building=entry.building or {},
        floor=entry.floor,
        walking_min=entry.walking_minutes,
        windows=tuple(each.number for each in settings.windows if each.place == entry.code),
    )
