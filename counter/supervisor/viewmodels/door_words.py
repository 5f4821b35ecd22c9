"""How a door stands: one sign, its colour, its word and what to do; and what each deed will do. Pure."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.doors import DoorDeed
from queue_core.wire.lockers import Unlocking
from queue_core.wire.views import DoorView
from queue_core.wire.words import (
    DoorCondition,
    DoorSize,
    DoorTrouble,
    DoorUse,
    Finding,
    UnlockingPurpose,
)

translate = QCoreApplication.translate


class Sign(StrEnum):
    """What is drawn on a door; of several that hold, the first of this list."""

    FORCED = "forced"
    LEFT_OPEN = "left-open"
    UNSURE = "unsure"
    FOUND_FULL = "found-full"
    STUCK = "stuck"
    UNKNOWN = "unknown"
    OPEN = "open"
    PENDING = "pending"
    OUT = "out"
    OVERDUE = "overdue"
    HOLDS = "holds"
    FREE = "free"


TROUBLES = {
    DoorTrouble.FORCED: Sign.FORCED,
    DoorTrouble.FOUND_FULL: Sign.FOUND_FULL,
    DoorTrouble.STUCK: Sign.STUCK,
}
TONES = {
    Sign.FORCED: "bad",
    Sign.LEFT_OPEN: "bad",
    Sign.UNSURE: "bad",
    Sign.FOUND_FULL: "bad",
    Sign.STUCK: "bad",
    Sign.UNKNOWN: "warn",
    Sign.OPEN: "info",
    Sign.PENDING: "info",
    Sign.OUT: "quiet",
    Sign.OVERDUE: "warn",
    Sign.HOLDS: "busy",
    Sign.FREE: "good",
}


def sign_of(door: DoorView) -> Sign:
    is_so = {
        Sign.FORCED: door.trouble is DoorTrouble.FORCED,
        Sign.LEFT_OPEN: door.is_left_open,
        Sign.UNSURE: door.use is DoorUse.UNSURE,
        Sign.FOUND_FULL: door.trouble is DoorTrouble.FOUND_FULL,
        Sign.STUCK: door.trouble is DoorTrouble.STUCK,
        Sign.UNKNOWN: door.condition is DoorCondition.UNKNOWN,
        Sign.OPEN: door.condition is DoorCondition.OPEN,
        Sign.PENDING: door.use is DoorUse.PENDING,
        Sign.OUT: not door.is_in_service,
        Sign.OVERDUE: door.is_overdue,
        Sign.HOLDS: door.case is not None,
    }
    return next((sign for sign, holds in is_so.items() if holds), Sign.FREE)


def word(sign: Sign) -> str:
    return WORDS[sign]()


def remedy(sign: Sign) -> str:
    return REMEDIES[sign]() if sign in REMEDIES else ""


def size_word(size: DoorSize) -> str:
    match size:
        case DoorSize.SMALL:
            return translate("Doors", "小格")
        case DoorSize.MEDIUM:
            return translate("Doors", "中格")
        case DoorSize.LARGE:
            return translate("Doors", "大格")


def purpose_word(purpose: UnlockingPurpose) -> str:
    match purpose:
        case UnlockingPurpose.DEPOSIT:
            return translate("Doors", "存件")
        case UnlockingPurpose.COLLECTION:
            return translate("Doors", "领取")
        case UnlockingPurpose.REMOVAL:
            return translate("Doors", "取回")
        case UnlockingPurpose.INSPECTION:
            return translate("Doors", "查验")


WORDS = {
    Sign.FREE: lambda: translate("Doors", "空"),
    Sign.HOLDS: lambda: translate("Doors", "有件"),
    Sign.OVERDUE: lambda: translate("Doors", "逾期未取"),
    Sign.PENDING: lambda: translate("Doors", "等待开门"),
    Sign.OPEN: lambda: translate("Doors", "开着"),
    Sign.LEFT_OPEN: lambda: translate("Doors", "未关"),
    Sign.UNSURE: lambda: translate("Doors", "待核"),
    Sign.FORCED: lambda: translate("Doors", "强开"),
    Sign.STUCK: lambda: translate("Doors", "卡住"),
    Sign.FOUND_FULL: lambda: translate("Doors", "有不明物品"),
    Sign.OUT: lambda: translate("Doors", "停用"),
    Sign.UNKNOWN: lambda: translate("Doors", "情况不明"),
}
REMEDIES = {
    Sign.OVERDUE: lambda: translate("Doors", "过了保存期限，在柜里已经领不了。延长保存，或取回窗口。"),
    Sign.LEFT_OPEN: lambda: translate("Doors", "请柜前的人把门关上；关上后系统自己知道。"),
    Sign.UNSURE: lambda: translate("Doors", "没看到上次开门的结果。请人去看，再说明柜内情况。"),
    Sign.FORCED: lambda: translate("Doors", "没有开门指令，门却开了。派人去看，开门查验后说明柜内情况。"),
    Sign.STUCK: lambda: translate(
        "Doors", "让它开，它没开。请人看看是否被卡住，再开门查验：能开就自动恢复。"
    ),
    Sign.FOUND_FULL: lambda: translate("Doors", "应该是空的，里面却有东西。请人取出，再恢复使用。"),
    Sign.UNKNOWN: lambda: translate("Doors", "锁控板没有应答。检查锁控板的电源和连线。"),
}


def finding_word(finding: Finding, unlocking: Unlocking) -> str:
    """What saying it means for the case, not only what is seen."""
    return FINDINGS[(settles(unlocking), finding)]()


def settles(unlocking: Unlocking) -> UnlockingPurpose:
    """Which purpose a finding settles: a look after an unsure order settles that one's."""
    return unlocking.doubted or unlocking.purpose


def findings(unlocking: Unlocking) -> tuple[Finding, ...]:
    """What may be said of it: only what should be there is missing when it is not."""
    if unlocking.case is None:
        return (Finding.INSIDE, Finding.EMPTY)
    match settles(unlocking):
        case UnlockingPurpose.DEPOSIT:
            return (Finding.INSIDE, Finding.EMPTY)
        case UnlockingPurpose.INSPECTION:
            return (Finding.INSIDE, Finding.MISSING)
        case UnlockingPurpose.COLLECTION | UnlockingPurpose.REMOVAL:
            return (Finding.INSIDE, Finding.EMPTY, Finding.MISSING)


FINDINGS = {
    (UnlockingPurpose.DEPOSIT, Finding.INSIDE): lambda: translate("Doors", "东西在里面：算存好，通知取件"),
    (UnlockingPurpose.DEPOSIT, Finding.EMPTY): lambda: translate(
        "Doors", "里面是空的：没有存，办件还在送件员手上"
    ),
    (UnlockingPurpose.COLLECTION, Finding.INSIDE): lambda: translate("Doors", "东西还在：没有取走，继续保存"),
    (UnlockingPurpose.COLLECTION, Finding.EMPTY): lambda: translate("Doors", "已被本人取走：算交付"),
    (UnlockingPurpose.COLLECTION, Finding.MISSING): lambda: translate(
        "Doors", "是空的，本人没有拿到：办件缺失，告警"
    ),
    (UnlockingPurpose.REMOVAL, Finding.INSIDE): lambda: translate("Doors", "东西还在：没有取出，继续保存"),
    (UnlockingPurpose.REMOVAL, Finding.EMPTY): lambda: translate("Doors", "已经取出：在工作人员手上"),
    (UnlockingPurpose.REMOVAL, Finding.MISSING): lambda: translate("Doors", "开门时就是空的：办件缺失，告警"),
    (UnlockingPurpose.INSPECTION, Finding.INSIDE): lambda: translate("Doors", "里面有东西"),
    (UnlockingPurpose.INSPECTION, Finding.EMPTY): lambda: translate("Doors", "里面是空的"),
    (UnlockingPurpose.INSPECTION, Finding.MISSING): lambda: translate(
        "Doors", "应该有，却是空的：办件缺失，告警"
    ),
}


def deed_name(deed: DoorDeed) -> str:
    return NAMES[deed]()


def says(deed: DoorDeed, door: int, *, is_second: bool) -> str:
    if deed is DoorDeed.NONE:
        return ""
    sentence = said_twice() if is_second else SAYS[deed]()
    return sentence.format(door=door)


def confirm(deed: DoorDeed, door: int, *, is_second: bool) -> str:
    """What the button reads that says yes."""
    if deed is DoorDeed.NONE:
        return ""
    if is_second:
        return translate("Doors", "现在开 {door} 号柜门").format(door=door)
    if deed in {DoorDeed.TAKE_OUT, DoorDeed.REASSIGN, DoorDeed.INSPECT}:
        return translate("Doors", "准备开门…")
    if deed is DoorDeed.SAY:
        return translate("Doors", "我看到的就是这样")
    return deed_name(deed)


DEED_ICONS = {
    DoorDeed.SAY: "consult",
    DoorDeed.KEEP: "clock",
    DoorDeed.TAKE_OUT: "pickup",
    DoorDeed.REASSIGN: "repeat",
    DoorDeed.INSPECT: "log-out",
    DoorDeed.OUT_OF_SERVICE: "pause",
    DoorDeed.BACK_IN_SERVICE: "play",
}
NAMES = {
    DoorDeed.SAY: lambda: translate("Doors", "说明柜内情况"),
    DoorDeed.KEEP: lambda: translate("Doors", "延长保存"),
    DoorDeed.TAKE_OUT: lambda: translate("Doors", "取回窗口"),
    DoorDeed.REASSIGN: lambda: translate("Doors", "换一格"),
    DoorDeed.INSPECT: lambda: translate("Doors", "开门查验"),
    DoorDeed.OUT_OF_SERVICE: lambda: translate("Doors", "停用这一格"),
    DoorDeed.BACK_IN_SERVICE: lambda: translate("Doors", "恢复使用"),
}
SAYS = {
    DoorDeed.SAY: lambda: translate(
        "Doors", "请只按亲眼看到的说：由它决定办件算已交付、还在柜里，还是缺失。您的工号记入日志账。"
    ),
    DoorDeed.KEEP: lambda: translate(
        "Doors", "办件在 {door} 号柜门里多保存几天，这几天取件码有效；留了手机号的，快到期时再提醒一次。"
    ),
    DoorDeed.TAKE_OUT: lambda: translate(
        "Doors",
        "{door} 号柜门会远程打开，由柜前的同事取出、关门；之后在这里写明放在哪个取件架，办事人改到窗口取。",
    ),
    DoorDeed.REASSIGN: lambda: translate(
        "Doors",
        "{door} 号柜门会远程打开，由柜前的同事取出、关门，再扫回执重新存入：系统另选一格，给新的取件码。",
    ),
    DoorDeed.INSPECT: lambda: translate(
        "Doors", "{door} 号柜门会远程打开，由柜前的同事看里面有没有东西，然后关门；之后在这里说明柜内情况。"
    ),
    DoorDeed.OUT_OF_SERVICE: lambda: translate("Doors", "{door} 号柜门不再分配给存件，直到恢复使用。"),
    DoorDeed.BACK_IN_SERVICE: lambda: translate(
        "Doors", "{door} 号柜门重新可以存件。请先确认里面是空的、门能开能关。"
    ),
}


def said_twice() -> str:
    return translate("Doors", "再问一次：有同事站在 {door} 号柜门前吗？门一开，站在那里的人就能伸手进去。")
