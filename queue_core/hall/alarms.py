"""What a supervisor should know at once, each kind by one stated rule; docs/supervision.md lists them.

Pure but for `Watch`, which remembers since when an alarm stands that has no beginning of its own.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS, MOST_HEAD_START_MS
from queue_core.domain.ticket import Window
from queue_core.domain.words import WindowKind, WindowState
from queue_core.hall.queues import Queue, waiting_now
from queue_core.hall.settings_staff import Targets
from queue_core.hall.waits import first_since_ms
from queue_core.wire.devices import DeviceHealth, FrontEndHealth
from queue_core.wire.supervision import Alarm, AlarmKind

JUDGED_NUMBERS = 50
"""Of fewer numbers a share says nothing."""
_PERCENT = 100
_WELL = frozenset({"starting", "online", "busy"})
_LOW, _PAPER = "low", "paper"

Figures = dict[str, float | str]


class Standing(Struct, frozen=True, kw_only=True):
    """An alarm as a rule finds it. Without `since_ms` it stands since it was seen first."""

    kind: AlarmKind
    subject: str
    since_ms: int | None = None
    figures: Figures = {}


class Watch:
    """Since when each alarm stands; one that is over is forgotten."""

    def __init__(self) -> None:
        self._since: dict[tuple[AlarmKind, str], int] = {}

    def of(self, standing: Iterable[Standing], now_ms: int) -> tuple[Alarm, ...]:
        """The alarms, longest first; one a kind and subject."""
        found = {(each.kind, each.subject): each for each in standing}
        self._since = {known: since for known, since in self._since.items() if known in found}
        alarms = [
            Alarm(
                kind=each.kind,
                subject=each.subject,
                since_ms=self._since.setdefault(key, now_ms) if each.since_ms is None else each.since_ms,
                figures=each.figures,
            )
            for key, each in found.items()
        ]
        return tuple(sorted(alarms, key=lambda alarm: (alarm.since_ms, alarm.kind, alarm.subject)))


def of_the_day(day: HallDay, queues: Iterable[Queue], targets: Targets, now_ms: int) -> Iterator[Standing]:
    """All that follows from the hall's day; of its queues and windows nothing while the hall is closed."""
    yield from _overdue(day)
    if day.is_closed or not day.clock.is_open(now_ms):
        return
    for queue in queues:
        yield from _of_queue(day, queue, now_ms)
    for window in day.windows.values():
        yield from _idle(day, window, targets, now_ms)
        yield from _long_pause(window, targets, now_ms)
    yield from _channels(day)
    yield from _overload(day)
    yield from _priority_share(day, targets)


def _of_queue(day: HallDay, queue: Queue, now_ms: int) -> Iterator[Standing]:
    """Somebody has waited longer than the target, in opening time; or waits and no open window serves it."""
    subject = f"unit:{queue.unit.category}/{queue.unit.ticket_class}"
    if queue.waiting and not queue.windows_open:
        since_ms = now_ms if queue.since_ms is None else queue.since_ms
        figures: Figures = {"waiting": queue.waiting, "minutes": (now_ms - since_ms) // MINUTE_MS}
        yield Standing(kind=AlarmKind.NO_WINDOW, subject=subject, figures=figures)
    if queue.seniority_ms is None or queue.target_ms is None:
        return
    waited_ms = day.clock.at(now_ms) - queue.seniority_ms
    if waited_ms > queue.target_ms:
        figures = {"minutes": waited_ms // MINUTE_MS, "target": queue.target_ms // MINUTE_MS}
        yield Standing(
            kind=AlarmKind.WAIT_OVER_TARGET,
            subject=subject,
            since_ms=day.clock.wall_at(queue.seniority_ms + queue.target_ms),
            figures=figures,
        )


def _idle(day: HallDay, window: Window, targets: Targets, now_ms: int) -> Iterator[Standing]:
    """Open, free, not paused, and somebody it may call has waited all the while."""
    rules = day.window_rules(window.number)
    if window.state is not WindowState.FREE or rules is None or rules.kind is WindowKind.TERMINAL:
        return
    waits_since_ms = first_since_ms(day, window.number)
    if waits_since_ms is None:
        return
    idle_since_ms = max(waits_since_ms, window.free_since_ms or 0)
    alarm_at_ms = idle_since_ms + targets.idle_min * MINUTE_MS
    if now_ms >= alarm_at_ms:
        figures: Figures = {"minutes": (now_ms - idle_since_ms) // MINUTE_MS, "clerk": window.clerk or ""}
        yield Standing(
            kind=AlarmKind.WINDOW_IDLE,
            subject=f"window:{window.number}",
            since_ms=alarm_at_ms,
            figures=figures,
        )


def _long_pause(window: Window, targets: Targets, now_ms: int) -> Iterator[Standing]:
    """Longer than its clerk said, or, of one who said nothing, longer than the target."""
    if window.state is not WindowState.PAUSED or window.paused_at_ms is None:
        return
    until_ms = window.pause_until_ms or window.paused_at_ms + targets.pause_min * MINUTE_MS
    if now_ms > until_ms:
        figures: Figures = {
            "minutes": (now_ms - window.paused_at_ms) // MINUTE_MS,
            "reason": window.pause or "",
            "clerk": window.clerk or "",
        }
        yield Standing(
            kind=AlarmKind.LONG_PAUSE, subject=f"window:{window.number}", since_ms=until_ms, figures=figures
        )


def _channels(day: HallDay) -> Iterator[Standing]:
    """Numbers of a green channel wait, and none of its windows is open: others call them meanwhile."""
    if not day.rules.channels:
        return
    projects = [ticket.project for ticket in waiting_now(day) if ticket.project is not None]
    for channel in day.rules.channels:
        waiting = projects.count(channel.code)
        if waiting and not day.open_windows.intersection(channel.windows):
            figures: Figures = {"waiting": waiting}
            yield Standing(kind=AlarmKind.NO_WINDOW, subject=f"project:{channel.code}", figures=figures)


def _overload(day: HallDay) -> Iterator[Standing]:
    if day.head_start_ms >= MOST_HEAD_START_MS > day.rules.policy.appointment_head_start_ms:
        minutes = day.head_start_ms // MINUTE_MS
        yield Standing(kind=AlarmKind.OVERLOAD, subject="hall", figures={"minutes": minutes})


def _priority_share(day: HallDay, targets: Targets) -> Iterator[Standing]:
    if len(day.tickets) < JUDGED_NUMBERS:
        return
    first = sum(ticket.priority is not None for ticket in day.tickets.values())
    percent = _PERCENT * first // len(day.tickets)
    if percent > targets.priority_share_percent:
        figures: Figures = {"percent": percent, "target": targets.priority_share_percent}
        yield Standing(kind=AlarmKind.PRIORITY_SHARE, subject="hall", figures=figures)


def _overdue(day: HallDay) -> Iterator[Standing]:
    for each in day.follow_ups:
        if day.day is not None and each.is_overdue_on(day.day):
            yield Standing(
                kind=AlarmKind.FOLLOW_UP_OVERDUE,
                subject=f"follow-up:{each.follow_up_id}",
                figures={"number": each.number, "window": each.window, "due_on": each.due_on},
            )


def of_devices(front_ends: Iterable[FrontEndHealth]) -> Iterator[Standing]:
    """A front end that is silent, or else each of its devices that does not work or has little paper."""
    for front_end in front_ends:
        if front_end.is_overdue:
            yield Standing(
                kind=AlarmKind.FRONT_END_SILENT,
                subject=f"front-end:{front_end.front_end}",
                since_ms=front_end.heard_ms,
                figures={"role": front_end.role.value},
            )
            continue
        for device in front_end.devices:
            yield from _of_device(front_end.front_end, device)


def _of_device(front_end: str, device: DeviceHealth) -> Iterator[Standing]:
    found = Standing(
        kind=AlarmKind.DEVICE,
        subject=f"device:{front_end}/{device.name}",
        since_ms=device.since_ms,
        figures={"kind": device.kind, "state": device.state, "trouble": device.trouble or ""},
    )
    if device.state not in _WELL:
        yield found
    elif device.parts.get(_PAPER) == _LOW:
        yield replace(found, kind=AlarmKind.PAPER_LOW, since_ms=None)
