"""Decisions about the devices of front ends: what counts is whether one works, not each of its states."""

from collections.abc import Iterator

from queue_core.domain.commands import ReportDevices
from queue_core.domain.events import DeviceChanged
from queue_core.domain.hall_day import HallDay

WORKING = frozenset({"online", "busy"})
STARTING = "starting"
"""Neither one nor the other: what was broken is so until it works, what worked does until it fails."""
GONE = "gone"
"""The state of a device that its front end does not have any more."""


def report(day: HallDay, command: ReportDevices, now_ms: int) -> tuple[DeviceChanged, ...]:
    """What changed since the report before; nothing on a day that is closed.

    All devices work when a day begins, so one that does not is told again by the first report of the day.
    """
    return () if day.is_closed else tuple(_changes(day, command, now_ms))


def is_news(day: HallDay, command: ReportDevices) -> bool:
    """Whether a report would change anything."""
    return day.day is not None and bool(report(day, command, day.last_at_ms))


def _changes(day: HallDay, command: ReportDevices, now_ms: int) -> Iterator[DeviceChanged]:
    front_end, told = command.front_end, {each.name: each for each in command.devices}
    for name, each in told.items():
        is_working = each.state in WORKING
        if each.state != STARTING and is_working is ((front_end, name) in day.broken_devices):
            yield DeviceChanged(
                at_ms=now_ms,
                front_end=front_end,
                device=name,
                device_kind=each.kind,
                state=each.state,
                is_working=is_working,
            )
    for (owner, name), kind in day.broken_devices.items():
        if owner == front_end and name not in told:
            yield DeviceChanged(
                at_ms=now_ms,
                front_end=front_end,
                device=name,
                device_kind=kind,
                state=GONE,
                is_working=True,
            )
