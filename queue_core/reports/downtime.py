"""How often and how long devices of front ends did not work, gathered event by event, in opening time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from queue_core.domain.events import DayClosed, DayOpened, DeviceChanged, Event
from queue_core.domain.hall_clock import HallClock


class Device(NamedTuple):
    front_end: str
    name: str
    kind: str


@dataclass(slots=True)
class Down:
    """`since_ms` is the hall clock when it failed last, None while it works.

    Only what lasts in opening time is a failure: at night things are switched off.
    """

    failures: int = 0
    spent_ms: int = 0
    since_ms: int | None = None

    def end(self, hall_ms: int) -> None:
        if self.since_ms is not None and hall_ms > self.since_ms:
            self.failures += 1
            self.spent_ms += hall_ms - self.since_ms
        self.since_ms = None


class DowntimeLedger:
    """Any days, one after the other. When one begins everything works, until it is told otherwise."""

    def __init__(self) -> None:
        self._clock = HallClock()
        self._closed_at_ms: int | None = None
        self._devices: dict[Device, Down] = {}

    def enter(self, event: Event) -> None:
        match event:
            case DayOpened():
                self._end_day(event.at_ms)
                self._clock, self._closed_at_ms = HallClock(event.sessions), None
            case DayClosed():
                self._closed_at_ms = event.at_ms
            case DeviceChanged():
                self._change(event)
            case _:
                pass

    def until(self, at_ms: int) -> Iterator[tuple[Device, Down]]:
        """Each device that failed, up to `at_ms` or the closing of its day; what lasts goes on."""
        hall_ms = self._hall_ms(at_ms)
        for device, known in self._devices.items():
            down = replace(known)
            down.end(hall_ms)
            if down.failures:
                yield device, replace(down, since_ms=known.since_ms)

    def _change(self, event: DeviceChanged) -> None:
        device = Device(event.front_end, event.device, event.device_kind)
        down = self._devices.setdefault(device, Down())
        hall_ms = self._hall_ms(event.at_ms)
        down.end(hall_ms)
        if not event.is_working:
            down.since_ms = hall_ms

    def _end_day(self, at_ms: int) -> None:
        for down in self._devices.values():
            down.end(self._hall_ms(at_ms))

    def _hall_ms(self, at_ms: int) -> int:
        return self._clock.at(at_ms if self._closed_at_ms is None else self._closed_at_ms)
