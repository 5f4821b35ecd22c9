"""Routes of devices: front ends tell how theirs are, supervisors look.

The journal keeps when one stopped working and when it worked again, for the downtime in reports; the rest is
kept in memory.
"""

import time
from collections.abc import Callable

from litestar import Controller, get, post
from litestar.params import JSONBody
from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain import commands
from queue_core.domain.devices import is_news
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.principal import Principal
from queue_core.wire import devices as wire
from queue_core.wire.words import Role

OVERDUE_S = 150  # front ends tell once a minute, and at once when something changes
FORGOTTEN_S = 24 * 3600
_FRONT_ENDS = open_for(
    Role.KIOSK, Role.COUNTER, Role.STATION, Role.WALL, Role.PAD, Role.TERMINAL, Role.CABINET
)


class _Told(Struct, frozen=True):
    """`heard_s` is by the roll's clock, which nobody steers; `health` by the hall's."""

    heard_s: float
    health: wire.FrontEndHealth


class DeviceRoll:
    """The last report of each front end, while the server runs. `clock` counts seconds since 1970."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._told: dict[str, _Told] = {}

    def take(self, asker: Principal, report: wire.ReportDevices, now_ms: int) -> None:
        """A report heard at `now_ms` of the hall's clock.

        A state stands since the hall heard of it first: the clocks of front ends may be wrong.
        """
        before = self._told.get(asker.actor)
        known = {each.name: each for each in before.health.devices} if before else {}
        health = wire.FrontEndHealth(
            front_end=asker.name,
            role=asker.role,
            heard_ms=now_ms,
            is_overdue=False,
            devices=tuple(
                replace(each, since_ms=_since_ms(each, known.get(each.name), now_ms))
                for each in report.devices
            ),
        )
        self._told[asker.actor] = _Told(self._clock(), health)

    def seen(self) -> tuple[wire.FrontEndHealth, ...]:
        """All front ends, by name; what was not heard of for a day is forgotten."""
        now_s = self._clock()
        self._told = {who: told for who, told in self._told.items() if now_s - told.heard_s < FORGOTTEN_S}
        return tuple(
            replace(told.health, is_overdue=now_s - told.heard_s > OVERDUE_S)
            for _, told in sorted(self._told.items())
        )


def _since_ms(told: wire.DeviceHealth, before: wire.DeviceHealth | None, now_ms: int) -> int:
    return before.since_ms if before is not None and before.state == told.state else now_ms


class Devices(Controller):
    path = "/api/v1/devices/health"
    tags = ("devices",)

    @post(opt=_FRONT_ENDS, status_code=204)
    async def report(self, data: JSONBody[wire.ReportDevices], request: Visit) -> None:
        """Tell how all devices of a front end are, in place of what it told before."""
        hall, asker = request.desk.hall, request.asker
        _roll(request).take(asker, data, hall.now_ms)
        command = _command(asker, data)
        if await hall.read(lambda day: is_news(day, command)):
            await hall.execute(command, key=request.key, actor=asker.actor)

    @get(opt=open_for(Role.SUPERVISOR, Role.ADMIN))
    async def look(self, request: Visit) -> tuple[wire.FrontEndHealth, ...]:
        """See how the devices of all front ends are."""
        return _roll(request).seen()


def _command(asker: Principal, report: wire.ReportDevices) -> commands.ReportDevices:
    return commands.ReportDevices(
        front_end=asker.name,
        devices=tuple(
            commands.DeviceSeen(name=each.name, kind=each.kind, state=each.state) for each in report.devices
        ),
    )


def _roll(request: Visit) -> DeviceRoll:
    roll: DeviceRoll = request.app.state.devices
    return roll
