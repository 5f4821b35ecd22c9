"""Routes of who watches over a hall: its queues, what is wrong, and whom an override may call."""

from collections.abc import Callable, Iterable
from typing import Annotated

from litestar import Controller, get
from litestar.params import QueryParameter

from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import NoSuchWindow
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.alarms import Standing, Watch, of_devices, of_the_day
from queue_core.hall.desk import Desk
from queue_core.hall.devices import DeviceRoll
from queue_core.hall.queues import in_order_at, queues, shown
from queue_core.wire import supervision as wire
from queue_core.wire.words import Role

Looker = Callable[[HallDay, int], Iterable[Standing]]
"""A further rule for alarms: what it finds in the day at a wall instant."""

WindowAsked = Annotated[int, QueryParameter(name="window", ge=1)]


class Watchtower:
    """Looks at the hall when somebody asks. `lookers` are rules of others, such as those of ratings."""

    def __init__(self, desk: Desk, roll: DeviceRoll, lookers: tuple[Looker, ...] = ()) -> None:
        self._desk = desk
        self._roll = roll
        self._lookers = lookers
        self._watch = Watch()

    async def look(self) -> wire.Supervision:
        desk, targets = self._desk, self._desk.settings.targets

        def look(day: HallDay) -> tuple[int, tuple[wire.QueueNow, ...], list[Standing]]:
            now_ms = max(desk.hall.now_ms, day.last_at_ms)
            found = queues(day, targets)
            standing = list(of_the_day(day, found, targets, now_ms))
            for looker in self._lookers:
                standing.extend(looker(day, now_ms))
            return now_ms, tuple(shown(each, desk.hall.wait_for) for each in found), standing

        now_ms, in_line, standing = await desk.hall.read(look)
        alarms = self._watch.of([*standing, *of_devices(self._roll.seen())], now_ms)
        return wire.Supervision(now_ms=now_ms, queues=in_line, alarms=alarms)


class Supervising(Controller):
    path = "/api/v1"
    tags = ("hall",)

    @get("/supervision", opt=open_for(Role.SUPERVISOR))
    async def supervision(self, request: Visit) -> wire.Supervision:
        """Tell how the queues stand, and what is wrong."""
        watchtower: Watchtower = request.app.state.watchtower
        return await watchtower.look()

    @get("/waiting", opt=open_for(Role.SUPERVISOR))
    async def waiting(self, number: WindowAsked, request: Visit) -> tuple[wire.WaitingNumber, ...]:
        """List whom a window may call, as it would call them one after another."""

        def look(day: HallDay) -> tuple[wire.WaitingNumber, ...] | None:
            return in_order_at(day, number) if number in day.windows else None

        found = await request.desk.hall.read(look)
        if found is None:
            raise NoSuchWindow(number)
        return found
