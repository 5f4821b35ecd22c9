"""The hall's alarms in words: what is wrong, and what to do about it. Newest first. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.doors import DoorName, cabinet_at
from counter.supervisor.flow.state import Duty, Panel, alarm_name
from counter.supervisor.viewmodels import naming
from counter.supervisor.viewmodels.devices import ICONS as DEVICE_ICONS
from counter.supervisor.viewmodels.devices import device_word
from queue_core.wire.supervision import Alarm, AlarmKind

translate = QCoreApplication.translate

ICONS = {
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
    AlarmKind.DOOR_FORCED: "warning",
    AlarmKind.DOOR_LEFT_OPEN: "log-out",
    AlarmKind.DOOR_STUCK: "warning",
    AlarmKind.DOOR_UNSURE: "consult",
    AlarmKind.DOOR_FOUND_FULL: "warning",
    AlarmKind.DOOR_OVERDUE: "clock",
    AlarmKind.BOARD_AWAY: "offline",
    AlarmKind.CABINET_AWAY: "offline",
    AlarmKind.CABINET_NEARLY_FULL: "pickup",
    AlarmKind.PROOFS_LOCKED: "keyboard",
    AlarmKind.CASE_MISSING: "warning",
    AlarmKind.CARRIER_AWAY: "offline",
    AlarmKind.DEAD_LETTERS: "phone",
    AlarmKind.HOOK_REFUSED: "warning",
}
GRAVE = frozenset(
    {
        AlarmKind.DEVICE,
        AlarmKind.FRONT_END_SILENT,
        AlarmKind.WAIT_OVER_TARGET,
        AlarmKind.NO_WINDOW,
        AlarmKind.DOOR_FORCED,
        AlarmKind.DOOR_LEFT_OPEN,
        AlarmKind.CABINET_AWAY,
        AlarmKind.CASE_MISSING,
        AlarmKind.CARRIER_AWAY,
    }
)
STRANGER = "unknown"
"""What the hall calls who told something under no partner's name."""
PANELS = {
    AlarmKind.DEVICE: Panel.DEVICES,
    AlarmKind.PAPER_LOW: Panel.DEVICES,
    AlarmKind.FRONT_END_SILENT: Panel.DEVICES,
    AlarmKind.FOLLOW_UP_OVERDUE: Panel.RATINGS,
    AlarmKind.RATING_FLAGGED: Panel.RATINGS,
    AlarmKind.BOARD_AWAY: Panel.LOCKERS,
    AlarmKind.CABINET_AWAY: Panel.LOCKERS,
    AlarmKind.CABINET_NEARLY_FULL: Panel.LOCKERS,
    AlarmKind.PROOFS_LOCKED: Panel.LOCKERS,
    AlarmKind.CARRIER_AWAY: Panel.MESSAGES,
    AlarmKind.DEAD_LETTERS: Panel.MESSAGES,
    AlarmKind.HOOK_REFUSED: Panel.MESSAGES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmProps:
    """`kind`, `subject`, `since_ms` name it.

    A press leads to `window` (or 0), to `door` (or 0) of `cabinet`, to the case `loose`, or to `panel`.
    """

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
    cabinet: str
    door: int
    loose: str
    is_acknowledged: bool


def alarms(state: Duty, *, language: str, now_ms: int) -> tuple[AlarmProps, ...]:
    """Those that nobody has acknowledged stand first."""
    rows = [alarm(state, one, language, now_ms) for one in state.alarms]
    return tuple(sorted(rows, key=lambda row: (row.is_acknowledged, -row.since_ms)))


def alarm(state: Duty, one: Alarm, language: str, now_ms: int) -> AlarmProps:
    figures = worded(one, state, language)
    door = door_of(one.subject)
    return AlarmProps(
        kind=one.kind,
        subject=one.subject,
        since_ms=one.since_ms,
        icon=icon(one),
        tone="bad" if one.kind in GRAVE else "warn",
        title=title(one.kind).format_map(figures),
        remedy=remedy(one.kind).format_map(figures),
        since=translate("Supervisor", "{at} 起 · {lasted}").format(
            at=naming.at_clock(one.since_ms, naming.zone_of(state.hall)),
            lasted=naming.lasting(now_ms - one.since_ms),
        ),
        window=window_of(one.subject),
        panel=panel(one),
        cabinet=door.cabinet if door else "",
        door=door.door if door else 0,
        loose=one.subject.partition(":")[2] if one.kind is AlarmKind.CASE_MISSING else "",
        is_acknowledged=alarm_name(one) in state.acknowledged,
    )


def icon(one: Alarm) -> str:
    """Of a device its own."""
    kind = str(one.figures.get("kind", ""))
    return DEVICE_ICONS.get(kind, "info") if one.kind is AlarmKind.DEVICE else ICONS[one.kind]


def window_of(subject: str) -> int:
    kind, _, rest = subject.partition(":")
    return int(rest) if kind == "window" and rest.isdecimal() else 0


def door_of(subject: str) -> DoorName | None:
    """`door:L1/7`."""
    kind, _, rest = subject.partition(":")
    cabinet, _, number = rest.partition("/")
    return DoorName(cabinet=cabinet, door=int(number)) if kind == "door" and number.isdecimal() else None


def panel(one: Alarm) -> str:
    return PANELS.get(one.kind, "")


class Figures(dict[str, object]):
    """What an alarm does not tell is left out of its sentence, not a reason to show nothing."""

    def __missing__(self, key: str) -> str:
        return "–"


def worded(one: Alarm, state: Duty, language: str) -> Mapping[str, object]:
    subject = about(one, state, language)
    told = {name: number(value) for name, value in one.figures.items()}
    return Figures(told | dict(clocks(one, state)) | {"subject": subject})


def clocks(one: Alarm, state: Duty) -> Iterator[tuple[str, str]]:
    """Each figure `…_ms` as a time of day."""
    for name, value in one.figures.items():
        if name.endswith("_ms") and not isinstance(value, str):
            yield name.removesuffix("_ms"), naming.at_clock(int(value), naming.zone_of(state.hall))


def number(value: float | str) -> str:
    return f"{value:.0f}" if isinstance(value, float | int) else value


def about(one: Alarm, state: Duty, language: str) -> str:  # noqa: PLR0911 a table of subjects
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
        case "door" if (door := door_of(one.subject)) is not None:
            return translate("Supervisor", "{cabinet} 的 {door} 号柜门").format(
                cabinet=cabinet_name(state, door.cabinet, language), door=door.door
            )
        case "cabinet":
            return cabinet_name(state, rest, language)
        case "device" | "front-end" if one.kind is AlarmKind.PROOFS_LOCKED:
            return rest.rpartition(":")[2]
        case "partner" if rest == STRANGER:
            return translate("Supervisor", "不明来源")
        case "device":
            front_end, _, name = rest.partition("/")
            return f"{front_end} · {device_word(str(one.figures.get('kind', '')), name)}"
        case _:
            return rest or one.subject


def cabinet_name(state: Duty, code: str, language: str) -> str:
    found = cabinet_at(state.cabinets, code)
    return naming.named(found.names, language, code) if found else code


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
    AlarmKind.DOOR_FORCED: lambda: translate("Alarms", "{subject} 被强开"),
    AlarmKind.DOOR_LEFT_OPEN: lambda: translate("Alarms", "{subject} 没有关"),
    AlarmKind.DOOR_STUCK: lambda: translate("Alarms", "{subject} 打不开"),
    AlarmKind.DOOR_UNSURE: lambda: translate("Alarms", "{subject} 里有没有东西，待核"),
    AlarmKind.DOOR_FOUND_FULL: lambda: translate("Alarms", "{subject} 里有不明物品"),
    AlarmKind.DOOR_OVERDUE: lambda: translate("Alarms", "{subject} 的办件逾期未取"),
    AlarmKind.BOARD_AWAY: lambda: translate("Alarms", "{subject} 有锁控板没有应答"),
    AlarmKind.CABINET_AWAY: lambda: translate("Alarms", "{subject} 没有连线"),
    AlarmKind.CABINET_NEARLY_FULL: lambda: translate("Alarms", "{subject} 快满了，只剩 {free} 格"),
    AlarmKind.PROOFS_LOCKED: lambda: translate("Alarms", "{subject} 取件码输错太多，到 {until} 不能输码"),
    AlarmKind.CASE_MISSING: lambda: translate("Alarms", "办件缺失：{subject}"),
    AlarmKind.CARRIER_AWAY: lambda: translate("Alarms", "发送渠道 {subject} 不通"),
    AlarmKind.DEAD_LETTERS: lambda: translate("Alarms", "今天有 {count} 条信息没有送到"),
    AlarmKind.HOOK_REFUSED: lambda: translate("Alarms", "{subject} 的回调被拒 {count} 次"),
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
    AlarmKind.DOOR_FORCED: lambda: translate("Alarms", "派人去看，开门查验，再说明柜内情况。"),
    AlarmKind.DOOR_LEFT_OPEN: lambda: translate("Alarms", "派人去看看里面，把门关上。"),
    AlarmKind.DOOR_STUCK: lambda: translate("Alarms", "派人看看门是否被卡住，再开门查验。"),
    AlarmKind.DOOR_UNSURE: lambda: translate("Alarms", "点开，请人去看，再说明柜内情况。"),
    AlarmKind.DOOR_FOUND_FULL: lambda: translate("Alarms", "派人取出，再恢复使用。"),
    AlarmKind.DOOR_OVERDUE: lambda: translate("Alarms", "延长保存，或取回窗口。"),
    AlarmKind.BOARD_AWAY: lambda: translate("Alarms", "检查锁控板的电源和连线；那些门暂时打不开。"),
    AlarmKind.CABINET_AWAY: lambda: translate("Alarms", "看看它的电源和网线；现在存取不了，请人引导到窗口。"),
    AlarmKind.CABINET_NEARLY_FULL: lambda: translate("Alarms", "把逾期的取回窗口，或请送件员改存别的柜。"),
    AlarmKind.PROOFS_LOCKED: lambda: translate(
        "Alarms", "看看谁在那里试码。到时自动恢复；点开可以提前解除。"
    ),
    AlarmKind.CASE_MISSING: lambda: translate("Alarms", "查最后开门的人和监控；找到后在这里放上取件架。"),
    AlarmKind.CARRIER_AWAY: lambda: translate(
        "Alarms", "信息会等着，通了再发。请管理员查网络和账户。最后一次试：{tried}。"
    ),
    AlarmKind.DEAD_LETTERS: lambda: translate("Alarms", "点开看原因，能重发的重发，急的打电话。"),
    AlarmKind.HOOK_REFUSED: lambda: translate("Alarms", "可能是密钥不对，也可能有人冒充。请管理员查。"),
}
