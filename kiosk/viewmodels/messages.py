"""What a trouble means for the citizen: what happened, in plain words, and what to do now.

Codes come from the drivers and from the hall; what is not known here falls back to the guide desk, where a
person helps. Nothing technical reaches the screen.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """`tone` as the kit's Notice knows it."""

    icon: str = ""
    tone: str = "warn"
    title: str = ""
    text: str = ""


def card_trouble(code: str) -> Message:
    title, text = CARD.get(code, card_reader_silent)()
    return Message(icon="card", title=title, text=text)


def take_trouble(code: str) -> Message:
    title, text = TAKE.get(code, not_taken)()
    return Message(icon="offline" if code in UNREACHABLE else "info", title=title, text=text)


def paper_trouble(code: str, *, has_left_printer: bool) -> Message:
    title = PAPER.get(code, printer_silent)()
    if has_left_printer:
        text = translate(
            "Messages", "您的号没有丢。纸上的号如果不完整，请不要使用，用手机扫码拿号。没有手机，请到导办台。"
        )
    else:
        text = translate("Messages", "您的号没有丢。请用手机扫码拿号。没有手机，请到导办台，工作人员会帮您。")
    return Message(icon="printer", title=title, text=text)


def away() -> Message:
    return Message(
        icon="offline",
        title=translate("Messages", "暂时取不了号"),
        text=translate("Messages", "正在重新连接，恢复后会自动回到首页。\n您也可以到导办台取号。"),
    )


def closed() -> Message:
    return Message(
        icon="moon",
        tone="info",
        title=translate("Messages", "现在不取号"),
        text=translate(
            "Messages", "大厅还没有开始取号，或今天已经结束。\n办公时间请看门口的公告，或问导办台。"
        ),
    )


def no_reader() -> Message:
    return Message(
        icon="card",
        title=translate("Messages", "读卡器暂时不能用"),
        text=translate("Messages", "请到导办台取号，工作人员会帮您。"),
    )


def no_appointment() -> Message:
    return Message(
        icon="info",
        tone="info",
        title=translate("Messages", "今天没有您的预约"),
        text=translate("Messages", "可能是改天的预约，或用了别人的证件预约。\n您可以现在取号，不用再刷卡。"),
    )


def starting() -> Message:
    return Message(icon="clock", tone="info", title=translate("Messages", "正在准备，请稍候"))


# Phones


def not_scanned() -> str:
    return translate("Messages", "还没有扫码。不方便用手机，可以打印纸质号，或到导办台。")


def no_link() -> str:
    return translate("Messages", "二维码暂时出不来，您的号没有丢。请再试一次，或打印纸质号。")


# Cards


def card_taken_early() -> tuple[str, str]:
    return (
        translate("Messages", "卡拿起得太早了"),
        translate("Messages", "请把卡平放在读卡处，等屏幕显示您的姓氏后再拿起。"),
    )


def card_of_another_kind() -> tuple[str, str]:
    return (
        translate("Messages", "这里不认识这种卡"),
        translate("Messages", "请用居民身份证或社会保障卡。\n没有带，请到导办台。"),
    )


def card_mute() -> tuple[str, str]:
    return (
        translate("Messages", "这张卡没有回应"),
        translate("Messages", "请把卡拿起，再平放一次。\n还是不行，请换一张卡，或到导办台。"),
    )


def card_unreadable() -> tuple[str, str]:
    return (
        translate("Messages", "卡上的信息读不出来"),
        translate("Messages", "请把卡拿起，再平放一次。\n还是不行，请换一张卡，或到导办台。"),
    )


def card_does_not_add_up() -> tuple[str, str]:
    return (
        translate("Messages", "卡上的号码核对不上"),
        translate("Messages", "没有取号。请把卡再放一次。\n还是不行，请带上证件到导办台。"),
    )


def card_reader_silent() -> tuple[str, str]:
    return (
        translate("Messages", "读卡器没有回应"),
        translate("Messages", "请稍等一下再试一次，或到导办台取号。"),
    )


def code_not_known() -> tuple[str, str]:
    return (
        translate("Messages", "这里不认识这个二维码"),
        translate("Messages", "请刷身份证或社会保障卡，或到导办台。"),
    )


def code_expired() -> tuple[str, str]:
    return (
        translate("Messages", "二维码过期了"),
        translate("Messages", "请在手机上刷新二维码，再扫一次。"),
    )


def issuer_silent() -> tuple[str, str]:
    return (
        translate("Messages", "暂时核不了电子凭证"),
        translate("Messages", "请刷身份证或社会保障卡，或稍后再试一次。"),
    )


Words = Callable[[], tuple[str, str]]

CARD: dict[str, Words] = {
    "card-removed": card_taken_early,
    "no-card": card_taken_early,
    "card-unknown": card_of_another_kind,
    "card-mute": card_mute,
    "card-unreadable": card_unreadable,
    "check-digit-wrong": card_does_not_add_up,
    "code-unknown": code_not_known,
    "code-expired": code_expired,
    "code-unreachable": issuer_silent,
}


# Numbers


def hall_unreachable() -> tuple[str, str]:
    return (
        translate("Messages", "暂时连不上取号服务"),
        translate("Messages", "请按“再试一次”，不会重复取号。\n也可以到导办台取号。"),
    )


def hall_closed() -> tuple[str, str]:
    return (
        translate("Messages", "现在不取号"),
        translate("Messages", "大厅还没有开始取号，或今天已经结束。"),
    )


def not_open_yet() -> tuple[str, str]:
    return (
        translate("Messages", "还没有开始取号"),
        translate("Messages", "请在开始取号后再来。\n办公时间请看门口的公告，或问导办台。"),
    )


def closed_today() -> tuple[str, str]:
    return (
        translate("Messages", "今天已经不取号了"),
        translate("Messages", "请在下一个办公日再来，或到导办台预约。"),
    )


def quota_full() -> tuple[str, str]:
    return (
        translate("Messages", "这项业务现在的号取完了"),
        translate("Messages", "请晚些时候或改天再来，\n也可以到导办台预约。"),
    )


def will_not_be_served() -> tuple[str, str]:
    return (
        translate("Messages", "今天排不上了"),
        translate("Messages", "等候的人太多，下班前轮不到您。\n请到导办台预约改天，不用白等。"),
    )


def may_not_be_served() -> tuple[str, str]:
    return (
        translate("Messages", "今天不一定轮得到您"),
        translate(
            "Messages", "等候的人多，下班前可能轮不到。\n还没有给您取号：想等等看，\n或预约改天，请到导办台。"
        ),
    )


def not_offered() -> tuple[str, str]:
    return (
        translate("Messages", "这项业务现在没有窗口办理"),
        translate("Messages", "请选择别的业务，或到导办台询问。"),
    )


def number_gone() -> tuple[str, str]:
    return (
        translate("Messages", "刚才的号已经作废"),
        translate("Messages", "号码太久没有领走。\n请按“再试一次”，重新取一个号。"),
    )


def not_taken() -> tuple[str, str]:
    return (
        translate("Messages", "没有取到号"),
        translate("Messages", "请到导办台，工作人员会帮您取号。"),
    )


UNREACHABLE = frozenset({"hall-unreachable", "hall-is-another", "not-a-hall"})
WORTH_ANOTHER_TRY = frozenset({"hall-unreachable", "not-a-hall", "number-gone"})

TAKE: dict[str, Words] = {
    "hall-unreachable": hall_unreachable,
    "not-a-hall": hall_unreachable,
    "hall-closed": hall_closed,
    "hall-closed-today": closed_today,
    "hall-not-open-yet": not_open_yet,
    "may-not-be-served": may_not_be_served,
    "not-offered": not_offered,
    "number-gone": number_gone,
    "quota-full": quota_full,
    "will-not-be-served": will_not_be_served,
}


# Paper


def paper_out() -> str:
    return translate("Messages", "打印机没有纸了")


def cover_open() -> str:
    return translate("Messages", "打印机的盖子开着")


def printer_fault() -> str:
    return translate("Messages", "打印机出了故障")


def printer_silent() -> str:
    return translate("Messages", "打印机没有回应")


def no_printer() -> str:
    return translate("Messages", "这台机器不打印纸质号")


def not_told() -> str:
    return translate("Messages", "暂时不能打印")


def died_in_between() -> str:
    return translate("Messages", "取号机刚刚重新启动")


PAPER: dict[str, Callable[[], str]] = {
    "paper-out": paper_out,
    "cover-open": cover_open,
    "printer-fault": printer_fault,
    "no-printer": no_printer,
    "hall-unreachable": not_told,
    "resumed": died_in_between,
}
