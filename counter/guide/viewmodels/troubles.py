"""What did not happen, in words for the guide: a title, and what to do now."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
Words = Callable[[], tuple[str, str]]


def unknown_number() -> tuple[str, str]:
    return (
        translate("Guide", "今天没有这个号"),
        translate("Guide", "请核对号码；号丢了，可以按证件查。"),
    )


def none_today() -> tuple[str, str]:
    return (
        translate("Guide", "此人今天没有取过号"),
        translate("Guide", "可能用了别的证件。可以换证件再查，或取新号。"),
    )


def number_gone() -> tuple[str, str]:
    return (
        translate("Guide", "刚才的号已经作废"),
        translate("Guide", "号太久没有交给办事人，大厅已收回。请重新取号。"),
    )


def card_unread() -> tuple[str, str]:
    return (
        translate("Guide", "没有读到员工卡"),
        translate("Guide", "请拿起再放一次，或输入工号和密码。"),
    )


def not_a_guide() -> tuple[str, str]:
    return (
        translate("Guide", "这个工号不能用导办台"),
        translate("Guide", "请用导办或值班主任的工号登录。"),
    )


def session_ended() -> tuple[str, str]:
    return translate("Guide", "登录已失效"), translate("Guide", "请重新登录。")


def incomplete() -> tuple[str, str]:
    return (
        translate("Guide", "证件号码不完整"),
        translate("Guide", "请对照证件再看一遍。"),
    )


def check_digit() -> tuple[str, str]:
    return (
        translate("Guide", "号码有一位不对"),
        translate("Guide", "校验位对不上，请对照证件逐位核对。"),
    )


def already_waiting() -> tuple[str, str]:
    return (
        translate("Guide", "此人已有这个业务的号"),
        translate("Guide", "就是下面这个号，不用再取；可以补打。"),
    )


def list_printed() -> tuple[str, str]:
    return translate("Guide", "材料清单已打印"), ""


def unreachable() -> tuple[str, str]:
    return (
        translate("Guide", "服务器没有回答"),
        translate("Guide", "不知道有没有做成。请按“再试一次”，不会重复。"),
    )


def paper_out() -> tuple[str, str]:
    return translate("Guide", "打印机没有纸了"), another_way()


def cover_open() -> tuple[str, str]:
    return translate("Guide", "打印机盖子开着"), another_way()


def no_printer() -> tuple[str, str]:
    return translate("Guide", "这里没有打印机"), another_way()


def printer_silent() -> tuple[str, str]:
    return translate("Guide", "打印机没有回应"), another_way()


def printer_fault() -> tuple[str, str]:
    return translate("Guide", "打印机出了故障"), another_way()


def not_delivered() -> tuple[str, str]:
    return (
        translate("Guide", "号还没有交给办事人"),
        translate("Guide", "请打印或让办事人扫码；都不行就作废，免得叫空号。"),
    )


def another_way() -> str:
    return translate("Guide", "号没有丢。处理后再打印，或让办事人用手机扫码；都不行请作废。")


TITLES: dict[str, Words] = {
    "already-waiting": already_waiting,
    "card-unread": card_unread,
    "check-digit-wrong": check_digit,
    "cover-open": cover_open,
    "hall-unreachable": unreachable,
    "list-printed": list_printed,
    "no-printer": no_printer,
    "none-today": none_today,
    "not-a-guide": not_a_guide,
    "not-delivered": not_delivered,
    "number-gone": number_gone,
    "number-incomplete": incomplete,
    "paper-out": paper_out,
    "printer-fault": printer_fault,
    "session-ended": session_ended,
    "unauthenticated": session_ended,
    "unknown-number": unknown_number,
}
OF_PRINTERS = frozenset(
    {
        "absent",
        "bad-address",
        "cannot-open",
        "device-error",
        "garbled",
        "link-lost",
        "no-permission",
        "no-service",
        "not-capable",
        "printer-offline",
        "taken",
        "ticket-jammed",
        "timed-out",
    }
)
