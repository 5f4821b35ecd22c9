"""What a page says of the receipt of what was just collected, and whether one may be printed here."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.receipts import MOST_COPIES, handed_over, may_print
from kiosk.cabinet.flow.state import Cabinet, Paper
from kiosk.cabinet.viewmodels.parts import Choice, Parts

translate = QCoreApplication.translate


def acts(state: Cabinet) -> tuple[Choice, ...]:
    if not may_print(state):
        return ()
    match state.visit.paper:
        case Paper.OUT | Paper.UNSURE:
            text = translate("Cabinet", "再打一次")
        case Paper.NONE_CAME:
            text = translate("Cabinet", "再试一次")
        case _:
            text = translate("Cabinet", "打印凭证")
    return (Choice(name="print", text=text, icon="printer", press=h.PrintPressed()),)


def elsewhere(state: Cabinet) -> tuple[str, ...]:
    """Where a receipt comes from that is not printed here."""
    if handed_over(state.visit) is None or state.visit.paper is not Paper.NOT_WANTED:
        return ()
    match state.means.printer_trouble:
        case "":
            return ()
        case "no-printer":
            return (translate("Cabinet", "交付凭证可以到任一窗口打印。"),)
        case "paper-out":
            return (translate("Cabinet", "打印机没有纸了。\n交付凭证可以到任一窗口打印。"),)
        case _:
            return (translate("Cabinet", "打印机暂时不能用。\n交付凭证可以到任一窗口打印。"),)


def noticed(parts: Parts, state: Cabinet) -> Parts:
    """The parts with what became of the receipt, once it was wanted."""
    if handed_over(state.visit) is None or state.visit.paper is Paper.NOT_WANTED:
        return parts
    title, text, tone = came_of_it(state)
    is_busy = state.visit.paper is Paper.UNDER_WAY
    return replace(parts, notice_title=title, notice=text, notice_tone=tone, is_busy=is_busy)


def came_of_it(state: Cabinet) -> tuple[str, str, str]:
    match state.visit.paper:
        case Paper.UNDER_WAY:
            return translate("Cabinet", "正在打印凭证"), "", "info"
        case Paper.OUT:
            is_last = state.visit.copies >= MOST_COPIES
            more = translate("Cabinet", "还要的话，请到任一窗口打印。") if is_last else ""
            return translate("Cabinet", "凭证打好了，请取走"), more, "good"
        case Paper.UNSURE:
            here = translate("Cabinet", "请看一下出纸口。\n没有的话，再打一次，或到任一窗口打印。")
            elsewhere_only = translate("Cabinet", "请看一下出纸口。\n没有的话，请到任一窗口打印。")
            now = here if may_print(state) else elsewhere_only
            return translate("Cabinet", "凭证可能没有打出来"), now, "warn"
        case Paper.REFUSED:
            now = translate("Cabinet", "请到任一窗口打印。")
            return translate("Cabinet", "凭证没有打出来"), now, "warn"
        case _:
            return translate("Cabinet", "凭证没有打出来"), what_now(state), "warn"


def what_now(state: Cabinet) -> str:
    match state.means.printer_trouble:
        case "":
            return translate("Cabinet", "请再试一次，或到任一窗口打印。")
        case "paper-out":
            return translate("Cabinet", "打印机没有纸了，请到任一窗口打印。")
        case _:
            return translate("Cabinet", "打印机暂时不能用，请到任一窗口打印。")
