"""A window as it is seen. Holders are not opened here: views are made for everybody."""

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Ticket, Window
from queue_core.domain.words import CallWay, Right, TicketState, WindowKind, WindowState
from queue_core.hall import told
from queue_core.hall.waits import first_since_ms
from queue_core.wire import views as wire
from queue_core.wire import words

_BY_WAY = {CallWay.HAND_BACK: words.Reason.CONTINUATION, CallWay.OVERRIDE: words.Reason.OVERRIDE}
_BY_RIGHT = {
    Right.ARRIVAL: words.Reason.EARLIER,
    Right.APPOINTMENT: words.Reason.APPOINTMENT,
    Right.PRIORITY: words.Reason.PRIORITY,
    Right.PICKUP: words.Reason.PICKUP,
}


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


class Windows:
    """Makes the views of windows; keeps what of them seldom changes. Belongs to the committer's thread."""

    def __init__(self, clerks: dict[str, str]) -> None:
        """`clerks` are the names citizens are shown, by number."""
        self._clerks = clerks
        self._units: dict[int, tuple[tuple[Unit, ...], tuple[wire.UnitName, ...]]] = {}

    def window(self, day: HallDay, number: int, now_ms: int) -> WindowNow:
        return self.by_face(face_of(day, day.windows[number]), day, now_ms)

    def by_face(self, face: Face, day: HallDay, now_ms: int) -> WindowNow:
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


def face_of(day: HallDay, window: Window) -> Face:
    return Face(
        window=window,
        ticket=None if window.ticket_id is None else day.tickets[window.ticket_id],
        finished=None if window.finished_id is None else day.tickets[window.finished_id],
        held=tuple(day.tickets[each] for each in day.held.get(window.number, ())),
    )


def stands(known: WindowNow, window: Window, day: HallDay, now_ms: int) -> bool:
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


def counted(view: wire.WindowView, day: HallDay) -> wire.WindowView:
    """The same view with who waits now; itself when nothing differs."""
    waiting, since_ms = day.lanes.waiting_at(view.window), first_since_ms(day, view.window)
    if view.waiting == waiting and view.first_since_ms == since_ms:
        return view
    return replace(view, waiting=waiting, first_since_ms=since_ms)


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


def _held(ticket: Ticket, day: HallDay) -> wire.HeldNumber:
    assert ticket.hold is not None
    return wire.HeldNumber(
        ticket_id=ticket.ticket_id,
        number=ticket.number,
        reason=ticket.hold.reason,
        until_ms=day.clock.wall_at(ticket.hold.until_ms) or day.clock.closes_at_ms or 0,
        is_back=ticket.hold.back_at_ms is not None,
    )


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
