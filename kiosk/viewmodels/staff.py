"""What the page behind a staff card shows: pure."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from kiosk.flow.facts import DeviceFacts, Facts
from kiosk.flow.staff import LINES_SHOWN
from kiosk.flow.visit import LogLine, StaffSession, StaffView, Visit
from kiosk.viewmodels import staff_words

translate = QCoreApplication.translate
WELL = frozenset({"online", "busy", "starting"})
TONES = ("bad", "warn", "good")  # the worst first
GRAVE = frozenset({"error", "critical"})
NEEDS_LOOK = frozenset({("paper", "low"), ("presenter", "jammed"), ("cutter", "fault"), ("doors", "open")})
LOCKER = "locker"
STRANGERS = frozenset({"unauthenticated", "hall-is-another"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceProps:
    """`tone` as the kit's Notice knows it; `remedy` is empty while all is well."""

    name: str
    title: str
    icon: str
    tone: str
    state: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineProps:
    at: str
    text: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffProps:
    """`refusal` is shown on any page, for a moment; all else on the staff page."""

    refusal: str = ""
    who: str = ""
    view: str = StaffView.DEVICES.value
    itself: str = ""
    devices: tuple[DeviceProps, ...] = ()
    said: str = ""
    said_tone: str = "info"
    is_busy: bool = False
    prints: bool = False
    lines: tuple[LineProps, ...] = ()
    has_newer: bool = False
    has_older: bool = False


def derive(visit: Visit, facts: Facts) -> dict[str, object]:
    """The props of this section's models, by the models' names."""
    return {"staff": staff(visit, facts)}


def staff(visit: Visit, facts: Facts) -> StaffProps:
    refusal = staff_words.refusal(facts.staff_refused)
    session = visit.staff
    if session is None:
        return StaffProps(refusal=refusal)
    shown = session.lines[session.older : session.older + LINES_SHOWN]
    return StaffProps(
        refusal=refusal,
        who=f"{session.member.display_name} · {staff_words.role(session.member.role)}",
        view=session.view.value,
        itself=f"{facts.itself.name} · Paihao {facts.itself.version}",
        devices=worst_first((hall(facts), *map(device, facts.devices), *cabinet(facts))),
        said=said(session),
        said_tone="good" if session.said in staff_words.SAID else "warn",
        is_busy=session.is_busy,
        prints=facts.printer is not None,
        lines=tuple(map(line, shown)),
        has_newer=session.older > 0,
        has_older=session.older + LINES_SHOWN < len(session.lines),
    )


def hall(facts: Facts) -> DeviceProps:
    """The hall's server stands among the devices: without it the best printer has nothing to print."""
    if facts.link_trouble:
        state, remedy = (
            translate("Staff", "没有应答"),
            translate("Staff", "检查网线和大厅服务器；恢复后自动连接。"),
        )
    elif facts.hall is None:
        state, remedy = translate("Staff", "正在连接"), ""
    else:
        state, remedy = translate("Staff", "已连接"), ""
    return DeviceProps(
        name="hall",
        title=translate("Staff", "大厅服务器"),
        icon="offline" if facts.link_trouble else "business",
        tone="bad" if facts.link_trouble else "good",
        state=f"{state} · {facts.itself.server.removeprefix('https://')}",
        remedy=remedy,
    )


def cabinet(facts: Facts) -> tuple[DeviceProps, ...]:
    """What the hosted cabinet has of its own; its line too, where that is away and the kiosk's is not."""
    code, own = facts.means.cabinet, facts.cabinet
    devices = tuple(of_cabinet(device(each), each, code) for each in own.devices)
    return devices if own.link_trouble in {"", facts.link_trouble} else (*devices, line_of_cabinet(facts))


def of_cabinet(shown: DeviceProps, facts: DeviceFacts, code: str) -> DeviceProps:
    """The boards are the cabinet; all else is told apart from what the kiosk has of that kind."""
    title = staff_words.of_cabinet(code, "" if facts.kind == LOCKER else shown.title)
    return replace(shown, name=f"cabinet-{facts.name}", title=title)


def line_of_cabinet(facts: Facts) -> DeviceProps:
    trouble = facts.cabinet.link_trouble
    is_stranger = trouble in STRANGERS
    return DeviceProps(
        name="cabinet-hall",
        title=staff_words.of_cabinet(facts.means.cabinet, translate("Staff", "大厅服务器")),
        icon="offline",
        tone="bad",
        state=translate("Staff", "没有登记") if is_stranger else translate("Staff", "没有应答"),
        remedy=staff_words.remedy("not-enrolled" if is_stranger else "link-lost"),
    )


def worst_first(devices: tuple[DeviceProps, ...]) -> tuple[DeviceProps, ...]:
    return tuple(sorted(devices, key=lambda one: TONES.index(one.tone)))


def device(facts: DeviceFacts) -> DeviceProps:
    parts = staff_words.parts(facts.parts)
    return DeviceProps(
        name=facts.name,
        title=staff_words.device(facts.kind, facts.name),
        icon=ICONS.get(facts.kind, "info"),
        tone=tone(facts),
        state=translate("Staff", "，").join(filter(None, (staff_words.state(facts.state), parts))),
        remedy=needed(facts),
    )


def tone(facts: DeviceFacts) -> str:
    if facts.state not in WELL:
        return "bad"
    return "warn" if NEEDS_LOOK & facts.parts.items() else "good"


def needed(facts: DeviceFacts) -> str:
    """What to do; a printer that answers without paper has no trouble of its own, but its part says it."""
    if facts.trouble is not None:
        return staff_words.remedy(facts.trouble, facts.remedy or "")
    for part, code in PART_TROUBLES.items():
        if part in facts.parts.items():
            return staff_words.remedy(code)
    return ""


def said(session: StaffSession) -> str:
    if session.is_busy:
        return translate("Staff", "请稍候…")
    return staff_words.said(session.said) if session.said else ""


def line(of: LogLine) -> LineProps:
    tones = {"warning": "warn"} | dict.fromkeys(GRAVE, "bad")
    return LineProps(at=of.at, text=of.text, tone=tones.get(of.level, "info"))


ICONS = {
    "card_reader": "card",
    "ticket_printer": "printer",
    "scanner": "qr",
    "staff_card_reader": "person",
    "speaker": "sound",
    "locker": "locker",
    "clock": "clock",
    "disk": "warning",
}

PART_TROUBLES = {
    ("paper", "out"): "paper-out",
    ("cover", "open"): "cover-open",
    ("presenter", "jammed"): "ticket-jammed",
    ("cutter", "fault"): "printer-fault",
    ("doors", "open"): "door-open",
}
