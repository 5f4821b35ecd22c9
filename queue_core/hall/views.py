"""What displays see, made from the day. Holders are not opened here: views are made for everybody."""

from msgspec import Struct

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Call, Ticket, Window
from queue_core.domain.words import WindowState
from queue_core.hall.settings import HallSettings
from queue_core.wire import views as wire
from queue_core.wire import words

SHOWN_CALLS = 12


class WindowNow(Struct, frozen=True, kw_only=True):
    """A window for everybody, and the ticket there for whoever may know its holder."""

    view: wire.WindowView
    ticket: Ticket | None


class DayNow(Struct, frozen=True, kw_only=True):
    """All views of one committed moment. `calls` are newest first, more than a snapshot shows."""

    hall: wire.HallView
    windows: dict[int, WindowNow]
    calls: tuple[wire.CallView, ...]


class Projection:
    """Makes views of a day; keeps what of them never changes while the server runs."""

    def __init__(self, settings: HallSettings) -> None:
        self._settings = settings
        self._clerks = {clerk.number: clerk.name for clerk in settings.clerks}
        self._categories = tuple(
            wire.Category(code=each.code, names=each.names, classes=each.classes)
            for each in settings.categories
        )

    def of(self, day: HallDay, now_ms: int) -> DayNow:
        """Quick: it runs on the committer's thread."""
        return DayNow(
            hall=self.hall(day),
            windows={number: self.window(day, number, now_ms) for number in sorted(day.windows)},
            calls=tuple(_call(day, call) for call in reversed(day.calls)),
        )

    def hall(self, day: HallDay) -> wire.HallView:
        return wire.HallView(
            names=self._settings.names,
            timezone=self._settings.timezone,
            day=day.day or "",
            categories=self._categories,
            windows=tuple(sorted(day.windows)),
            units=tuple(
                wire.UnitWaiting(
                    category=category.code,
                    ticket_class=words.TicketClass(ticket_class),
                    waiting=day.lanes.waiting_for(Unit(category.code, ticket_class)),
                    windows_open=day.windows_open_for(Unit(category.code, ticket_class)),
                )
                for category in day.rules.categories
                for ticket_class in category.classes
            ),
            anonymous_classes=self._settings.tickets.anonymous,
        )

    def window(self, day: HallDay, number: int, now_ms: int) -> WindowNow:
        window = day.windows[number]
        ticket = day.ticket_at(number)
        view = wire.WindowView(
            window=number,
            state=words.WindowState(window.state),
            clerk=window.clerk,
            clerk_display_name=self._clerks.get(window.clerk) if window.clerk is not None else None,
            ticket=None if ticket is None else _at_window(ticket),
            rating=_rating(day, window, now_ms),
            waiting=day.lanes.waiting_at(number),
            calls_before_no_show=day.rules.policy.calls_before_no_show,
        )
        return WindowNow(view=view, ticket=ticket)


def _at_window(ticket: Ticket) -> wire.WindowTicket:
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
    )


def _rating(day: HallDay, window: Window, now_ms: int) -> wire.RatingRequest | None:
    """Asked until time is over, or until the next service starts: then somebody else sits there."""
    ticket = day.rateable_at(window.number)
    if ticket is None or ticket.ended_at_ms is None or window.state is WindowState.SERVING:
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
        ticket_class=words.TicketClass(ticket.unit.ticket_class),
        window=call.window,
        nth=call.nth,
        called_at_ms=call.called_at_ms,
        language=ticket.language,
    )
