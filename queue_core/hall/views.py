"""What displays see, made from the day. Holders are not opened here: views are made for everybody."""

from collections import deque
from collections.abc import Callable
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.hall_day import REMEMBERED_CALLS, HallDay
from queue_core.domain.rules import MINUTE_MS, HallRules, Unit
from queue_core.domain.ticket import Call, Estimate, Ticket, Window
from queue_core.domain.words import TicketState, WindowKind, WindowState
from queue_core.hall import told
from queue_core.hall.settings import HallSettings, PlaceEntry
from queue_core.wire import messages, words
from queue_core.wire import views as wire

SHOWN_CALLS = 12
WaitFor = Callable[[Unit], Estimate | None]
"""How long somebody waits who takes a number now; asked on the committer's thread."""


class Face(Struct, frozen=True, kw_only=True):
    """What a window's view is made of, but for the number of those who wait."""

    window: Window
    ticket: Ticket | None
    finished: Ticket | None


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


class Projection:
    """Makes views of a day; keeps what of them seldom changes. Belongs to the committer's thread."""

    def __init__(self, settings: HallSettings, wait_for: WaitFor) -> None:
        self._settings = settings
        self._wait_for = wait_for
        self._clerks = {clerk.number: clerk.name for clerk in settings.clerks}
        self._categories = tuple(
            wire.Category(code=each.code, names=each.names, classes=each.classes)
            for each in settings.categories
        )
        self._units: dict[int, tuple[tuple[Unit, ...], tuple[wire.UnitName, ...]]] = {}
        self.places = tuple(_place(each, settings) for each in settings.places)

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
        )

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
            rating=_rating(face, day, now_ms),
            waiting=day.lanes.waiting_at(window.number),
            calls_before_no_show=day.rules.policy.calls_before_no_show,
            kind=words.WindowKind(kind),
            pause=window.pause,
            units=self._units_of(window),
        )
        return WindowNow(view=view, ticket=ticket, face=face)

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

    The hall's own view, which holds an estimate for each unit, is made anew on demand and with a new day.
    """

    def __init__(self, projection: Projection) -> None:
        self._projection = projection
        self._rules: HallRules | None = None
        self._hall: wire.HallView | None = None
        self._windows: dict[int, WindowNow] = {}
        self._calls: deque[wire.CallView] = deque(maxlen=REMEMBERED_CALLS)

    def of(self, day: HallDay, now_ms: int, *, with_hall: bool = False) -> DayNow:
        """O(windows) in some 0.5 µs each, but for those that changed."""
        is_another_day = self._hall is None or self._hall.day != day.day
        if is_another_day or self._rules is not day.rules:
            self._rules, self._hall, self._windows = day.rules, None, {}
        if is_another_day:
            self._calls.clear()
        if self._hall is None or with_hall:
            self._hall = self._projection.hall(day)
        self._look_at_windows(day, now_ms)
        self._hear_calls(day)
        return DayNow(hall=self._hall, windows=self._windows, calls=tuple(self._calls))

    def _look_at_windows(self, day: HallDay, now_ms: int) -> None:
        """A new table only if something differs; the old one may be in use on another thread."""
        changed = {}
        for number, window in day.windows.items():
            known = self._windows.get(number)
            if known is None or not _stands(known, window, day, now_ms):
                changed[number] = self._projection.window_by(face_of(day, window), day, now_ms)
            elif known.view.waiting != (waiting := day.lanes.waiting_at(number)):
                # The face stays one object: by that the hub sees that only the number of waiting differs.
                changed[number] = replace(known, view=replace(known.view, waiting=waiting))
        if changed or len(self._windows) != len(day.windows):
            together = self._windows | changed
            self._windows = {number: together[number] for number in sorted(day.windows)}

    def _hear_calls(self, day: HallDay) -> None:
        last = self._calls[0].call_id if self._calls else 0
        new = list(takewhile(lambda call: call.call_id > last, reversed(day.calls)))
        self._calls.extendleft(_call(day, call) for call in reversed(new))


def face_of(day: HallDay, window: Window) -> Face:
    return Face(
        window=window,
        ticket=None if window.ticket_id is None else day.tickets[window.ticket_id],
        finished=None if window.finished_id is None else day.tickets[window.finished_id],
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
    )


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
    )


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
    if ticket is None or ticket.rating is not None or ticket.ended_at_ms is None:
        return None
    if ticket.served_at != face.window.number:  # served elsewhere since: that sitting is rated now
        return None
    if face.window.state is WindowState.SERVING:
        return None
    until_ms = ticket.ended_at_ms + day.rules.rating_within_ms
    if until_ms <= now_ms:
        return None
    return wire.RatingRequest(ticket_id=ticket.ticket_id, number=ticket.number, until_ms=until_ms)


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
