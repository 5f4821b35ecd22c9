"""The hall's alarms in words: what is wrong, and what to do about it. Newest first. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Duty, alarm_name
from counter.supervisor.viewmodels import naming
from counter.supervisor.viewmodels.devices import device_word
from queue_core.wire.supervision import Alarm, AlarmKind

translate = QCoreApplication.translate

ICONS = {
    AlarmKind.DEVICE: "printer",
    AlarmKind.PAPER_LOW: "ticket",
    AlarmKind.FRONT_END_SILENT: "offline",
    AlarmKind.WAIT_OVER_TARGET: "clock",
    AlarmKind.WINDOW_IDLE: "window",
    AlarmKind.LONG_PAUSE: "pause",
    AlarmKind.NO_WINDOW: "people",
    AlarmKind.OVERLOAD: "people",
    AlarmKind.PRIORITY_SHARE: "info",
    AlarmKind.FOLLOW_UP_OVERDUE: "repeat",
    AlarmKind.RATING_FLAGGED: "star",
}
GRAVE = frozenset(
    {AlarmKind.DEVICE, AlarmKind.FRONT_END_SILENT, AlarmKind.WAIT_OVER_TARGET, AlarmKind.NO_WINDOW}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmProps:
    """`kind`, `subject`, `since_ms` name it; a press leads to `window` (or 0) or `panel` (or empty)."""

    kind: str
    subject: str
    since_ms: int
    icon: str
    tone: str
    title: str
    remedy: str
    since: str
    window: int
    panel: str
    is_acknowledged: bool


def alarms(state: Duty, *, language: str, now_ms: int) -> tuple[AlarmProps, ...]:
    """Those that nobody has acknowledged stand first."""
    rows = [alarm(state, one, language, now_ms) for one in state.alarms]
    return tuple(sorted(rows, key=lambda row: (row.is_acknowledged, -row.since_ms)))


def alarm(state: Duty, one: Alarm, language: str, now_ms: int) -> AlarmProps:
    figures = worded(one, state, language)
    return AlarmProps(
        kind=one.kind,
        subject=one.subject,
        since_ms=one.since_ms,
        icon=ICONS[one.kind],
        tone="bad" if one.kind in GRAVE else "warn",
        title=title(one.kind).format_map(figures),
        remedy=remedy(one.kind).format_map(figures),
        since=translate("Supervisor", "{at} 起 · {lasted}").format(
            at=naming.at_clock(one.since_ms, naming.zone_of(state.hall)),
            lasted=naming.lasting(now_ms - one.since_ms),
        ),
        window=window_of(one.subject),
        panel=panel(one.kind),
        is_acknowledged=alarm_name(one) in state.acknowledged,
    )


def window_of(subject: str) -> int:
    kind, _, rest = subject.partition(":")
    return int(rest) if kind == "window" and rest.isdecimal() else 0


def panel(kind: AlarmKind) -> str:
    match kind:
        case AlarmKind.DEVICE | AlarmKind.PAPER_LOW | AlarmKind.FRONT_END_SILENT:
            return "devices"
        case AlarmKind.FOLLOW_UP_OVERDUE | AlarmKind.RATING_FLAGGED:
            return "ratings"
        case _:
            return ""


class Figures(dict[str, object]):
    """What an alarm does not tell is left out of its sentence, not a reason to show nothing."""

    def __missing__(self, key: str) -> str:
        return "–"


def worded(one: Alarm, state: Duty, language: str) -> Mapping[str, object]:
    subject = about(one, state, language)
    return Figures({name: number(value) for name, value in one.figures.items()} | {"subject": subject})


def number(value: float | str) -> str:
    return f"{value:.0f}" if isinstance(value, float | int) else value


def about(one: Alarm, state: Duty, language: str) -> str:
    """What it concerns, as people call it."""
    kind, _, rest = one.subject.partition(":")
    match kind:
        case "window" | "rating":
            return translate("Supervisor", "{window} 号窗口").format(window=rest.partition(":")[0])
        case "unit":
            return naming.unit_of(state.hall, rest, language)
        case "project":
            channels = state.hall.green_channels if state.hall else ()
            found = next((channel.names for channel in channels if channel.code == rest), {})
            return naming.named(found, language, rest)
        case "device":
            front_end, _, name = rest.partition("/")
            return f"{front_end} · {device_word(str(one.figures.get('kind', '')), name)}"
        case _:
            return rest or one.subject


def title(kind: AlarmKind) -> str:
    return TITLES[kind]()


def remedy(kind: AlarmKind) -> str:
    return REMEDIES[kind]()


TITLES = {
    AlarmKind.DEVICE: lambda: translate("Alarms", "{subject} 不能用"),
    AlarmKind.PAPER_LOW: lambda: translate("Alarms", "{subject} 纸快用完"),
    AlarmKind.FRONT_END_SILENT: lambda: translate("Alarms", "{subject} 没有消息"),
    AlarmKind.WAIT_OVER_TARGET: lambda: translate("Alarms", "{subject} 等了 {minutes} 分，目标 {target} 分"),
    AlarmKind.WINDOW_IDLE: lambda: translate("Alarms", "{subject} 开着，{minutes} 分没叫号"),
    AlarmKind.LONG_PAUSE: lambda: translate("Alarms", "{subject} 暂停了 {minutes} 分"),
    AlarmKind.NO_WINDOW: lambda: translate("Alarms", "{subject}：{waiting} 人在等，没有窗口"),
    AlarmKind.OVERLOAD: lambda: translate("Alarms", "预约太多，提前量已到上限"),
    AlarmKind.PRIORITY_SHARE: lambda: translate("Alarms", "优先号占 {percent}%，超过 {target}%"),
    AlarmKind.FOLLOW_UP_OVERDUE: lambda: translate("Alarms", "差评整改超期：{number} 号，{window} 号窗口"),
    AlarmKind.RATING_FLAGGED: lambda: translate("Alarms", "{subject} 的评价可疑"),
}
REMEDIES = {
    AlarmKind.DEVICE: lambda: translate("Alarms", "点开看是哪一部分，派人去看。"),
    AlarmKind.PAPER_LOW: lambda: translate("Alarms", "请导办换一卷纸。"),
    AlarmKind.FRONT_END_SILENT: lambda: translate("Alarms", "看看那台机器是否开着、网线是否接好。"),
    AlarmKind.WAIT_OVER_TARGET: lambda: translate("Alarms", "加开窗口，或让别的窗口也办这一项。"),
    AlarmKind.WINDOW_IDLE: lambda: translate("Alarms", "问一问窗口；人不在就先暂停。"),
    AlarmKind.LONG_PAUSE: lambda: translate("Alarms", "问一问窗口，或替他恢复叫号。"),
    AlarmKind.NO_WINDOW: lambda: translate("Alarms", "开一个窗口，或给开着的窗口加上这一项。"),
    AlarmKind.OVERLOAD: lambda: translate("Alarms", "现场号会等得更久：加开窗口，并发公告说明。"),
    AlarmKind.PRIORITY_SHARE: lambda: translate("Alarms", "请导办核对优先证件。"),
    AlarmKind.FOLLOW_UP_OVERDUE: lambda: translate("Alarms", "今天就办完这一步。"),
    AlarmKind.RATING_FLAGGED: lambda: translate("Alarms", "点开看依据，再找窗口了解。"),
}
