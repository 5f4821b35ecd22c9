"""What hangs on the walls: notices, and the numbers that did not come."""

from itertools import islice

from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Ticket
from queue_core.wire import views as wire
from queue_core.wire import words

SHOWN_ABSENT = 30


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
