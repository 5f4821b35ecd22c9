"""What devices say of themselves, in words for the staff of a hall; pure.

The drivers' own remedies are English and for whoever installs; here stands what a guide can do at once. A
code that is not known here is shown with the driver's remedy.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
Word = Callable[[], str]

NAMES: Mapping[str, Word] = {
    "card_reader": lambda: translate("Staff", "读卡器"),
    "ticket_printer": lambda: translate("Staff", "凭条打印机"),
    "scanner": lambda: translate("Staff", "扫码器"),
    "staff_card_reader": lambda: translate("Staff", "员工卡读卡器"),
    "speaker": lambda: translate("Staff", "语音播报"),
    "locker": lambda: translate("Staff", "取件柜"),
    "clock": lambda: translate("Staff", "本机时钟"),
    "disk": lambda: translate("Staff", "本机磁盘"),
}

STATES: Mapping[str, Word] = {
    "starting": lambda: translate("Staff", "正在打开"),
    "online": lambda: translate("Staff", "正常"),
    "busy": lambda: translate("Staff", "正在工作"),
    "user_error": lambda: translate("Staff", "需要处理"),
    "offline": lambda: translate("Staff", "脱机"),
    "power_off": lambda: translate("Staff", "没有应答"),
    "hardware_error": lambda: translate("Staff", "故障"),
    "no_device": lambda: translate("Staff", "没有接上"),
    "tamper_suspected": lambda: translate("Staff", "可能被动过"),
}

PARTS: Mapping[tuple[str, str], Word] = {
    ("paper", "enough"): lambda: translate("Staff", "纸够用"),
    ("paper", "low"): lambda: translate("Staff", "纸快用完"),
    ("paper", "out"): lambda: translate("Staff", "没有纸"),
    ("cover", "open"): lambda: translate("Staff", "盖子开着"),
    ("cutter", "fault"): lambda: translate("Staff", "切刀故障"),
    ("card", "present"): lambda: translate("Staff", "卡在上面"),
    ("presenter", "ticket"): lambda: translate("Staff", "有一张没取走"),
    ("presenter", "jammed"): lambda: translate("Staff", "出纸口卡纸"),
    ("doors", "open"): lambda: translate("Staff", "有柜门开着"),
}

REMEDIES: Mapping[str, Word] = {
    "paper-out": lambda: translate("Staff", "装一卷新纸，然后按“已换纸”。"),
    "cover-open": lambda: translate("Staff", "合上打印机的盖子。"),
    "printer-offline": lambda: translate("Staff", "按打印机上的联机键，或关掉再打开。"),
    "printer-fault": lambda: translate("Staff", "打开打印机，取出卡住的纸，关掉再打开。"),
    "ticket-jammed": lambda: translate("Staff", "打开出纸口，取出卡住的纸。"),
    "no-printer": lambda: translate("Staff", "这台取号机没有打印机。"),
    "absent": lambda: translate("Staff", "检查电源和数据线有没有接好。"),
    "cannot-open": lambda: translate("Staff", "检查电源、数据线和设备地址。"),
    "link-lost": lambda: translate("Staff", "检查电源和数据线；接好后自动恢复。"),
    "timed-out": lambda: translate("Staff", "关掉再打开；之后自动恢复。"),
    "garbled": lambda: translate("Staff", "检查数据线，以及设备地址里的速率。"),
    "taken": lambda: translate("Staff", "另一个程序占用了它，请关掉那个程序。"),
    "no-permission": lambda: translate("Staff", "没有使用权限，请找技术人员。"),
    "no-service": lambda: translate("Staff", "智能卡服务没有运行，请重启取号机或找技术人员。"),
    "reader-fault": lambda: translate("Staff", "关掉再打开读卡器；还不行就更换。"),
    "sound-refused": lambda: translate("Staff", "检查音箱、音量和声音服务。"),
    "door-open": lambda: translate("Staff", "看看开着的柜门里有没有东西，再把门关好。"),
    "not-enrolled": lambda: translate("Staff", "大厅不认识这台取件柜，请找技术人员重新登记。"),
    "device-error": lambda: translate("Staff", "看看设备，再看日志。"),
    "clock-wrong": lambda: translate("Staff", "与大厅时间相差两分钟以上，请找技术人员对时。"),
    "disk-unwritable": lambda: translate("Staff", "写不进磁盘，请找技术人员清理空间。取号不受影响。"),
}

SAID: Mapping[str, Word] = {
    "test-printed": lambda: translate("Staff", "测试条已经打印，请看出纸口。"),
    "printer-ready": lambda: translate("Staff", "打印机可以用了。"),
}

REFUSALS: Mapping[str, Word] = {
    "unknown-card": lambda: translate("Staff", "这张卡不是本大厅的员工卡。"),
    "not-allowed": lambda: translate("Staff", "这张员工卡不能打开维护页。"),
    "hall-unreachable": lambda: translate("Staff", "大厅服务器没有应答，现在不能核对员工卡。"),
    "hall-is-another": lambda: translate("Staff", "应答的不是本大厅的服务器，不能核对员工卡。"),
}

ROLES: Mapping[str, Word] = {
    "clerk": lambda: translate("Staff", "窗口人员"),
    "guide": lambda: translate("Staff", "导办"),
    "supervisor": lambda: translate("Staff", "值班主任"),
}


def device(kind: str, name: str) -> str:
    """Several of a kind are told apart by the number at the end of their names."""
    number = name.rpartition("-")[2]
    word = NAMES[kind]() if kind in NAMES else name
    return f"{word} {number}" if number.isdecimal() else word


def of_cabinet(code: str, part: str) -> str:
    """What belongs to the cabinet with this code; the cabinet itself without a `part`."""
    return " · ".join(filter(None, (f"{NAMES['locker']()} {code}", part)))


def state(code: str) -> str:
    return STATES[code]() if code in STATES else code


def parts(told: Mapping[str, str]) -> str:
    """What is worth a look; what is as it should be, or unknown, is not named."""
    return translate("Staff", "，").join(PARTS[part]() for part in told.items() if part in PARTS)


def remedy(code: str, otherwise: str = "") -> str:
    return REMEDIES[code]() if code in REMEDIES else otherwise or code


def said(code: str) -> str:
    return SAID[code]() if code in SAID else remedy(code)


def refusal(code: str) -> str:
    if not code:
        return ""
    return REFUSALS[code]() if code in REFUSALS else translate("Staff", "没有读出员工卡，请再放一次。")


def role(word: str) -> str:
    return ROLES[word]() if word in ROLES else word
