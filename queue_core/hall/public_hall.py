"""What everybody may know of the hall: who waits for what, typical waits, and when it is quiet."""

import asyncio

from litestar import Controller, Response, get

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS
from queue_core.hall import cacheable, told
from queue_core.hall.admission import PUBLIC, Visit
from queue_core.hall.cacheable import AcceptEncoding, Document, IfNoneMatch, Shelf
from queue_core.hall.desk import Desk
from queue_core.hall.quiet_hours import HALF_HOUR_MS, Counts, IssuedToday, shown_on
from queue_core.hall.usual_hours import UsualHours
from queue_core.wire import public as wire
from queue_core.wire import views

POLL_WITHIN_S = 10
LOOK_BACK_AFTER_S = 1.0
KEPT_S = 3.0
"""Numbers of waiting change at most so often, for any number of phones."""


class Board:
    """The document of the hall, made anew at most every three seconds, whoever asks."""

    def __init__(self, desk: Desk, usual: UsualHours) -> None:
        self._desk = desk
        self._usual = usual
        self._issued = IssuedToday()
        self._shelf = Shelf(lives_s=KEPT_S)
        # When the start is over, and nobody asks yet.
        asyncio.get_running_loop().call_later(LOOK_BACK_AFTER_S, usual.on, desk.hub.day)

    async def document(self) -> Document:
        """At once another one on another day, and when its usual hours are known."""
        day = self._desk.hub.day
        usual = self._usual.on(day)

        async def make() -> wire.PublicHall:
            return await self._desk.hall.read(lambda day: self._of(day, usual))

        return await self._shelf.get((day, usual is None), make)

    def _of(self, day: HallDay, usual: Counts | None) -> wire.PublicHall:
        """On the committer's thread."""
        view, now_ms = self._desk.projection.hall(day), self._desk.hall.now_ms
        return wire.PublicHall(
            names=view.names,
            timezone=view.timezone,
            day=view.day,
            is_closed=view.is_closed,
            sessions=view.sessions,
            categories=view.categories,
            units=tuple(_unit(each) for each in view.units),
            places=view.places,
            hours=self._hours(day, usual, now_ms),
            told_at_ms=now_ms // MINUTE_MS * MINUTE_MS,
            poll_within_s=POLL_WITHIN_S,
        )

    def _hours(self, day: HallDay, usual: Counts | None, now_ms: int) -> tuple[wire.QuietHour, ...]:
        issued = self._issued.of(day)
        found = ((day.midnight_ms + each * HALF_HOUR_MS, each) for each in shown_on(day))
        return tuple(
            wire.QuietHour(
                starts_at_ms=starts_at_ms,
                usual=None if usual is None else usual.get(each, 0),
                today=issued[each] if starts_at_ms <= now_ms else None,
            )
            for starts_at_ms, each in found
        )


class PublicHalls(Controller):
    tags = ("phones",)

    @get("/public/hall", opt=PUBLIC, security=[{}])
    async def hall(
        self, request: Visit, accepted: AcceptEncoding = "", if_none_match: IfNoneMatch = None
    ) -> Response[wire.PublicHall | None]:
        """Tell how many wait for what, how long, and when it is quiet; 304 while nothing changed."""
        board: Board = request.app.state.board
        return cacheable.told(await board.document(), POLL_WITHIN_S, if_none_match, accepted)


def _unit(of: views.UnitWaiting) -> views.UnitWaiting:
    return views.UnitWaiting(
        category=of.category,
        ticket_class=of.ticket_class,
        waiting=of.waiting,
        windows_open=of.windows_open,
        estimate=told.in_minutes(of.estimate),
    )
