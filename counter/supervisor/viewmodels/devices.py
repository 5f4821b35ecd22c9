"""The devices of all front ends, what does not work first. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels import naming
from queue_core.wire.devices import DeviceHealth, FrontEndHealth

translate = QCoreApplication.translate
WELL = frozenset({"online", "busy", "starting"})
RANKS = ("bad", "warn", "good")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceProps:
    """`remedy` is empty while all is well."""

    name: str
    icon: str
    tone: str
    condition: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicesProps:
    """`rest` counts those that are well and have no row."""

    ill: tuple[DeviceProps, ...] = ()
    rest: str = ""


def devices(state: Duty) -> DevicesProps:
    every = [row for front in state.devices for row in rows(front, state)]
    ill = sorted((row for row in every if row.tone != "good"), key=lambda row: RANKS.index(row.tone))
    well = len(every) - len(ill)
    return DevicesProps(ill=tuple(ill), rest=rest(well, len(ill), is_told=bool(state.devices)))


def rest(well: int, ill: int, *, is_told: bool) -> str:
    if not is_told:
        return translate("Devices", "还没有前端报告设备情况。")
    if not ill:
        return translate("Devices", "{count} 台设备全部正常。").format(count=well)
    return translate("Devices", "其余 {count} 台设备正常。").format(count=well)


def rows(front: FrontEndHealth, state: Duty) -> list[DeviceProps]:
    """A front end that is silent itself says nothing true of its devices any more."""
    if front.is_overdue:
        at = naming.at_clock(front.heard_ms, naming.zone_of(state.hall))
        return [
            DeviceProps(
                name=front.front_end,
                icon="offline",
                tone="bad",
                condition=translate("Devices", "{at} 以后没有消息").format(at=at),
                remedy=translate("Devices", "看看那台机器是否开着、网线是否接好。"),
            )
        ]
    return [device(front, one) for one in front.devices]


def device(front: FrontEndHealth, one: DeviceHealth) -> DeviceProps:
    tone = tone_of(one)
    parts = translate("Devices", "，").join(PARTS[part]() for part in one.parts.items() if part in PARTS)
    return DeviceProps(
        name=f"{front.front_end} · {device_word(one.kind, one.name)}",
        icon=ICONS.get(one.kind, "info"),
        tone=tone,
        condition=translate("Devices", "，").join(filter(None, (state_word(one.state), parts))),
        remedy="" if tone == "good" else needed(one),
    )


def device_word(kind: str, name: str) -> str:
    """What people call a device of a kind; its own name where nobody has a word."""
    return NAMES[kind]() if kind in NAMES else name


def tone_of(one: DeviceHealth) -> str:
    if one.state not in WELL:
        return "bad"
    return "warn" if PARTS.keys() & one.parts.items() else "good"


def needed(one: DeviceHealth) -> str:
    """What to do: by its code, by its part, or as the driver says."""
    codes = (one.trouble or "", *(PART_TROUBLES[part] for part in one.parts.items() if part in PART_TROUBLES))
    known = next((REMEDIES[code]() for code in codes if code in REMEDIES), None)
    return known or one.remedy or one.trouble or ""


def state_word(code: str) -> str:
    return STATES[code]() if code in STATES else code


Word = Callable[[], str]

NAMES: Mapping[str, Word] = {
    "card_reader": lambda: translate("Devices", "读卡器"),
    "ticket_printer": lambda: translate("Devices", "凭条打印机"),
    "scanner": lambda: translate("Devices", "扫码器"),
    "staff_card_reader": lambda: translate("Devices", "员工卡读卡器"),
    "speaker": lambda: translate("Devices", "语音播报"),
    "rating_keypad": lambda: translate("Devices", "评价键盘"),
    "window_bus": lambda: translate("Devices", "窗口总线"),
    "window_strips": lambda: translate("Devices", "窗口条屏"),
    "locker": lambda: translate("Devices", "取件柜"),
    "clock": lambda: translate("Devices", "本机时钟"),
    "disk": lambda: translate("Devices", "本机磁盘"),
}

ICONS = {
    "card_reader": "card",
    "ticket_printer": "printer",
    "scanner": "qr",
    "staff_card_reader": "card",
    "speaker": "sound",
    "rating_keypad": "star",
    "window_bus": "keyboard",
    "window_strips": "screen",
    "locker": "locker",
    "clock": "clock",
}

STATES: Mapping[str, Word] = {
    "starting": lambda: translate("Devices", "正在打开"),
    "online": lambda: translate("Devices", "正常"),
    "busy": lambda: translate("Devices", "正在工作"),
    "user_error": lambda: translate("Devices", "需要处理"),
    "offline": lambda: translate("Devices", "脱机"),
    "power_off": lambda: translate("Devices", "没有应答"),
    "hardware_error": lambda: translate("Devices", "故障"),
    "no_device": lambda: translate("Devices", "没有接上"),
    "tamper_suspected": lambda: translate("Devices", "可能被动过"),
}

PARTS: Mapping[tuple[str, str], Word] = {
    ("paper", "low"): lambda: translate("Devices", "纸快用完"),
    ("paper", "out"): lambda: translate("Devices", "没有纸"),
    ("cover", "open"): lambda: translate("Devices", "盖子开着"),
    ("cutter", "fault"): lambda: translate("Devices", "切刀故障"),
    ("presenter", "jammed"): lambda: translate("Devices", "出纸口卡纸"),
}

PART_TROUBLES = {
    ("paper", "low"): "paper-low",
    ("paper", "out"): "paper-out",
    ("cover", "open"): "cover-open",
    ("cutter", "fault"): "printer-fault",
    ("presenter", "jammed"): "ticket-jammed",
}

REMEDIES: Mapping[str, Word] = {
    "paper-low": lambda: translate("Devices", "请导办换一卷纸。"),
    "paper-out": lambda: translate("Devices", "请导办装一卷新纸，然后在机器上按“已换纸”。"),
    "cover-open": lambda: translate("Devices", "请导办合上打印机的盖子。"),
    "printer-offline": lambda: translate("Devices", "按打印机上的联机键，或关掉再打开。"),
    "printer-fault": lambda: translate("Devices", "打开打印机，取出卡住的纸，关掉再打开。"),
    "ticket-jammed": lambda: translate("Devices", "打开出纸口，取出卡住的纸。"),
    "absent": lambda: translate("Devices", "检查电源和数据线有没有接好。"),
    "cannot-open": lambda: translate("Devices", "检查电源、数据线和设备地址。"),
    "link-lost": lambda: translate("Devices", "检查电源和数据线；接好后自动恢复。"),
    "timed-out": lambda: translate("Devices", "关掉再打开；之后自动恢复。"),
    "garbled": lambda: translate("Devices", "检查数据线，以及设备地址里的速率。"),
    "taken": lambda: translate("Devices", "另一个程序占用了它，请关掉那个程序。"),
    "no-permission": lambda: translate("Devices", "没有使用权限，请找技术人员。"),
    "reader-fault": lambda: translate("Devices", "关掉再打开读卡器；还不行就更换。"),
    "sound-refused": lambda: translate("Devices", "检查音箱、音量和声音服务。"),
    "clock-wrong": lambda: translate("Devices", "与大厅时间相差两分钟以上，请找技术人员对时。"),
    "disk-unwritable": lambda: translate("Devices", "写不进磁盘，请找技术人员清理空间。"),
}
