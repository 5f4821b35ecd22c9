"""What came of it: refused or done; nothing found stands beside it. Each says what the citizen can do now."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from kiosk.flow.booking import may_book
from kiosk.flow.effects import Arrival, Book, Cancellation, Change, Deferral, FindSlots, PrintList, Return
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Page, Visit
from kiosk.viewmodels import booking_words, messages
from kiosk.viewmodels.own_answer import AnswerProps
from kiosk.viewmodels.own_nothing_found import no_case, no_number
from kiosk.viewmodels.own_words import refusal, unit_name
from queue_core.wire.choices import AddErrand, Convert

translate = QCoreApplication.translate

# After these the same question may well be answered.
PASSING = frozenset(
    {"hall-unreachable", "not-a-hall", "hall-stopped", "no-estimate", "too-many-attempts", "keys-unavailable"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyProps:
    """What the kiosk is at work on."""

    title: str = ""
    text: str = ""
    icon: str = "clock"


def answer(visit: Visit, page: Page, facts: Facts) -> AnswerProps:  # noqa: PLR0911 one a page
    match page:
        case Page.NO_NUMBER:
            return no_number(visit)
        case Page.NO_CASE:
            return no_case(visit, facts)
        case Page.ASK_TROUBLE:
            return trouble(visit, facts)
        case Page.CHANGED:
            return changed(visit, facts)
        case Page.RATED:
            return rated()
        case Page.LIST_DONE:
            return list_done(visit)
        case _:
            return AnswerProps()


def busy(visit: Visit, page: Page) -> BusyProps:
    if page is not Page.ASKING:
        return BusyProps()
    if isinstance(visit.question, PrintList):
        return BusyProps(
            title=translate("Own", "正在打印材料清单"),
            text=translate("Own", "请在出纸口取走"),
            icon="printer",
        )
    if isinstance(visit.question, Book):
        return BusyProps(title=translate("Booking", "正在预约"), text=translate("Own", "请稍候"))
    return BusyProps(title=translate("Own", "正在查询"), text=translate("Own", "请稍候"))


# Refused


def trouble(visit: Visit, facts: Facts) -> AnswerProps:
    is_unreachable = visit.trouble in messages.UNREACHABLE
    title, text = trouble_words(visit)
    is_bookable = may_book(visit, facts)
    may_retry = visit.trouble in PASSING or isinstance(visit.question, PrintList)
    return AnswerProps(
        page=Page.ASK_TROUBLE,
        icon="offline" if is_unreachable else "printer" if isinstance(visit.question, PrintList) else "info",
        tone="warn",
        title=title,
        text=booking_words.instead(visit.trouble) if is_bookable else text,
        again=translate("Own", "再试一次") if may_retry else "",
        book=booking_words.offer_words() if is_bookable else "",
        back=translate("Own", "返回"),
        leave=translate("Own", "回到首页"),
    )


def trouble_words(visit: Visit) -> tuple[str, str]:
    if isinstance(visit.question, PrintList):
        title = messages.PAPER.get(visit.trouble, messages.printer_silent)()
        return title, translate("Own", "材料清单没有打印出来。可以用手机扫码看。")
    if isinstance(visit.question, FindSlots | Book):
        return booking_words.not_booked(visit.trouble, visit.language)
    if visit.trouble in messages.UNREACHABLE:
        return translate("Own", "暂时连不上大厅"), translate("Own", "您的号没有变。请再试一次，或到导办台。")
    if visit.trouble in messages.TAKE:
        return messages.TAKE[visit.trouble]()
    return translate("Own", "没有办成"), refusal(visit.trouble, visit.language)


# Done


def changed(visit: Visit, facts: Facts) -> AnswerProps:
    is_over = isinstance(visit.question, Change) and isinstance(visit.question.change, Cancellation)
    return AnswerProps(
        page=Page.CHANGED,
        icon="done",
        tone="good",
        title=change_words(visit, facts),
        text=added_matter(visit),
        take=translate("Own", "再取一个号") if is_over else "",
        back="" if is_over else translate("Own", "回到我的号"),
        leave=translate("Own", "好了"),
        is_done=True,
        shows_number=True,
    )


def added_matter(visit: Visit) -> str:
    is_added = isinstance(visit.question, Change) and isinstance(visit.question.change, AddErrand)
    return named(visit.matter.names, visit.language) if is_added and visit.matter else ""


def change_words(visit: Visit, facts: Facts) -> str:  # noqa: PLR0911 one a change
    change = visit.question.change if isinstance(visit.question, Change) else None
    match change:
        case Convert(ticket_class=ticket_class, category=category):
            now = unit_name(ticket_class, category, visit.language, facts)
            return translate("Own", "已改为：%1").replace("%1", now)
        case Deferral():
            return translate("Own", "好的，先让几位办")
        case Cancellation():
            return translate("Own", "号已经取消")
        case Return():
            return translate("Own", "知道您回来了")
        case Arrival():
            return translate("Own", "知道您到了，开始排队")
        case AddErrand():
            return translate("Own", "已经加办")
        case _:
            return translate("Own", "已经办好")


def rated() -> AnswerProps:
    return AnswerProps(
        page=Page.RATED,
        icon="done",
        tone="good",
        title=translate("Own", "谢谢您的评价"),
        text=translate("Own", "您的意见会帮我们做得更好。"),
        leave=translate("Own", "好了"),
        is_done=True,
    )


def list_done(visit: Visit) -> AnswerProps:
    return AnswerProps(
        page=Page.LIST_DONE,
        icon="printer",
        tone="good",
        title=translate("Own", "请取走材料清单"),
        text=named(visit.matter.names, visit.language) if visit.matter else "",
        back=translate("Own", "返回"),
        leave=translate("Own", "好了"),
        is_done=True,
    )
