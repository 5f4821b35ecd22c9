"""What each deed is called, and what it will do, said before it is done. Pure."""

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Deed
from queue_core.wire.views import HallView, WindowView

translate = QCoreApplication.translate

ICONS = {
    Deed.OPEN: "play",
    Deed.CLOSE: "moon",
    Deed.EMERGENCY: "warning",
    Deed.PAUSE: "pause",
    Deed.RESUME: "play",
    Deed.PROFILE: "business",
    Deed.CALL: "bell",
    Deed.OUT_OF_ORDER: "warning",
    Deed.BACK_IN_ORDER: "play",
}


def name(deed: Deed) -> str:
    return NAMES[deed]()


def title(deed: Deed, window: int) -> str:
    return "" if deed is Deed.NONE else f"{name(deed)} · {window}"


def confirm(deed: Deed, number: str) -> str:
    if deed is Deed.NONE:
        return ""
    if deed is Deed.CALL and number:
        return translate("Deeds", "现在叫 {number}").format(number=number)
    return name(deed)


def says(deed: Deed, view: WindowView, hall: HallView | None) -> str:
    if deed is Deed.NONE:
        return ""
    number = view.ticket.number if view.ticket else ""
    waiting = view.waiting
    sentence = SAYS[deed]()
    if deed is Deed.PAUSE and number:
        sentence = translate(
            "Deeds", "{number} 办完后窗口才暂停。暂停期间不叫号，等候的人由别的窗口叫；窗口屏和条屏显示暂停。"
        )
    if deed is Deed.CLOSE and is_last(view, hall):
        sentence += translate("Deeds", "注意：这是最后一个开着的窗口。")
    return sentence.format(window=view.window, number=number, waiting=waiting)


def is_last(view: WindowView, hall: HallView | None) -> bool:
    """Whether somebody would wait for whom no window is open any more."""
    mine = {(unit.category, unit.ticket_class) for unit in view.units}
    units = hall.units if hall else ()
    return any(
        (unit.category, unit.ticket_class) in mine and unit.waiting and unit.windows_open <= 1
        for unit in units
    )


def usual_reasons(deed: Deed) -> tuple[str, ...]:
    """Reasons that are wanted often; another may be written."""
    match deed:
        case Deed.CALL:
            return (
                translate("Deeds", "叫错窗口，补叫"),
                translate("Deeds", "身体不适"),
                translate("Deeds", "系统故障补叫"),
            )
        case Deed.EMERGENCY:
            return (
                translate("Deeds", "窗口人员离开"),
                translate("Deeds", "设备故障"),
                translate("Deeds", "紧急情况"),
            )
        case Deed.OUT_OF_ORDER:
            return (translate("Deeds", "设备故障"), translate("Deeds", "缺纸"), translate("Deeds", "维护"))
        case Deed.PROFILE:
            return (translate("Deeds", "分流等候的人"), translate("Deeds", "顶替同事"))
        case _:
            return ()


NAMES = {
    Deed.OPEN: lambda: translate("Deeds", "开窗"),
    Deed.CLOSE: lambda: translate("Deeds", "关窗"),
    Deed.EMERGENCY: lambda: translate("Deeds", "紧急关窗"),
    Deed.PAUSE: lambda: translate("Deeds", "暂停"),
    Deed.RESUME: lambda: translate("Deeds", "恢复叫号"),
    Deed.PROFILE: lambda: translate("Deeds", "改业务范围"),
    Deed.CALL: lambda: translate("Deeds", "指定呼叫"),
    Deed.OUT_OF_ORDER: lambda: translate("Deeds", "停用终端"),
    Deed.BACK_IN_ORDER: lambda: translate("Deeds", "启用终端"),
}

SAYS = {
    Deed.OPEN: lambda: translate(
        "Deeds", "{window} 号窗口会显示为开着，可以按规则叫号。窗口没有人登录时，记在您的名下。"
    ),
    Deed.CLOSE: lambda: translate(
        "Deeds", "{window} 号窗口不再叫号。等候的人不受影响，由办同样业务的窗口叫。"
    ),
    Deed.EMERGENCY: lambda: translate(
        "Deeds", "{window} 号窗口立刻关闭。手上的 {number} 号不算过号，回到原来的位置继续等，由别的窗口叫。"
    ),
    Deed.PAUSE: lambda: translate(
        "Deeds",
        "暂停期间 {window} 号窗口不叫号，等候的人由别的窗口叫；窗口屏和条屏显示暂停。到时间不会自己恢复。",
    ),
    Deed.RESUME: lambda: translate("Deeds", "{window} 号窗口马上可以接着叫号。"),
    Deed.PROFILE: lambda: translate(
        "Deeds", "从下一次叫号起，{window} 号窗口只叫选中的业务。手上的号不受影响；这次改动记入日志账。"
    ),
    Deed.CALL: lambda: translate(
        "Deeds",
        "不按规则的顺序，叫选中的号到 {window} 号窗口。您的工号和原因记入日志账，审计里看得到，"
        "办事人查“为什么先叫”时也看得到。",
    ),
    Deed.OUT_OF_ORDER: lambda: translate(
        "Deeds", "{window} 号终端马上停止叫号；在用的人的号不会丢，回去继续等。"
    ),
    Deed.BACK_IN_ORDER: lambda: translate("Deeds", "{window} 号终端马上可以使用，并开始叫号。"),
}
