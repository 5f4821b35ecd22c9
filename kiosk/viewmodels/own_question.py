"""What is asked before a number is changed: what it is now, what it would be, and what follows."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from kiosk.flow.changing import class_of_added
from kiosk.flow.facts import Facts
from kiosk.flow.visit import OwnNumber, Page, Visit
from kiosk.viewmodels.own_words import class_name, unit_name
from kiosk.viewmodels.taking_words import ahead_words, minutes_words, wait_words
from queue_core.wire.messages import Estimate

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProps:
    """A quiet name and what it is now; `after` is what it would be."""

    name: str
    now: str
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassChoice:
    code: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionProps:
    """`page` is the page it stands on, empty on all others. `promise` is what stays as it is."""

    page: str = ""
    icon: str = ""
    title: str = ""
    text: str = ""
    rows: tuple[RowProps, ...] = ()
    promise: str = ""
    warning: str = ""
    classes: tuple[ClassChoice, ...] = ()
    confirm: str = ""
    back: str = ""
    shows_number: bool = False
    is_grave: bool = False


def question(visit: Visit, page: Page, facts: Facts) -> QuestionProps:
    own = visit.own
    if own is None:
        return QuestionProps()
    match page:
        case Page.ASK_DEFER:
            return deferral(own)
        case Page.ASK_CANCEL:
            return cancellation_once_more(own) if own.is_sure else cancellation(own)
        case Page.CONVERT_CONFIRM:
            return conversion(own, visit, facts)
        case Page.ASK_ADD:
            return one_more(own, visit, facts)
        case _:
            return QuestionProps()


def deferral(own: OwnNumber) -> QuestionProps:
    return QuestionProps(
        page=Page.ASK_DEFER,
        icon="skip",
        title=translate("Own", "让几位先办？"),
        text=translate("Own", "%1 号会让后面几位先叫，然后接着按原来的先后排队。").replace(
            "%1", own.ticket.number
        ),
        promise=translate("Own", "号码不变，号不会作废。"),
        confirm=translate("Own", "让几位先办"),
        back=translate("Own", "不让，照常排队"),
        shows_number=True,
    )


def cancellation(own: OwnNumber) -> QuestionProps:
    return QuestionProps(
        page=Page.ASK_CANCEL,
        icon="cross",
        title=translate("Own", "要取消 %1 号吗？").replace("%1", own.ticket.number),
        text=translate("Own", "取消后不再叫这个号。还想办，要重新取号，从后面排起。"),
        warning=lost_appointment(own),
        confirm=translate("Own", "我要取消"),
        back=translate("Own", "不取消"),
        shows_number=True,
        is_grave=True,
    )


def cancellation_once_more(own: OwnNumber) -> QuestionProps:
    return QuestionProps(
        page=Page.ASK_CANCEL,
        icon="warning",
        title=translate("Own", "再确认一次：取消 %1 号").replace("%1", own.ticket.number),
        text=translate("Own", "按下后马上取消，不能恢复。"),
        warning=lost_appointment(own),
        confirm=translate("Own", "确定取消"),
        back=translate("Own", "不取消，留着号"),
        shows_number=True,
        is_grave=True,
    )


def lost_appointment(own: OwnNumber) -> str:
    if own.ticket.slot is None:
        return ""
    return translate("Own", "这个号的预约也一起取消。")


def conversion(own: OwnNumber, visit: Visit, facts: Facts) -> QuestionProps:
    """What the hall could not estimate is said so; the place does not depend on it."""
    wanted, ticket, prospect = own.wanted, own.ticket, own.prospect
    if wanted is None:
        return QuestionProps()
    rows = []
    if prospect is not None:
        rows = [
            RowProps(
                name=translate("Own", "前面"),
                now=ahead_words(prospect.ahead_now),
                after=ahead_words(prospect.ahead),
            ),
            RowProps(
                name=translate("Own", "等候"),
                now=wait_or_unknown(prospect.now),
                after=wait_or_unknown(prospect.estimate),
            ),
        ]
    return QuestionProps(
        page=Page.CONVERT_CONFIRM,
        icon="repeat",
        title=translate("Own", "改为 %1？").replace(
            "%1", unit_name(wanted.ticket_class, wanted.category, visit.language, facts)
        ),
        text=translate("Own", "现在是：%1").replace(
            "%1", unit_name(ticket.ticket_class, ticket.category, visit.language, facts)
        ),
        rows=tuple(rows),
        promise=promised(own),
        warning=lost_by_change(own) if prospect else translate("Own", "暂时估不出要等多久，可以稍后再看。"),
        confirm=translate("Own", "改办"),
        back=translate("Own", "不改"),
    )


def wait_or_unknown(estimate: Estimate | None) -> str:
    return wait_words(estimate) or translate("Own", "暂时估不出")


def promised(own: OwnNumber) -> str:
    """What stays as it is, an appointment included."""
    order = translate("Own", "您的号码和先后次序不变。")
    if own.ticket.slot is None or own.prospect is None or not own.prospect.keeps_appointment:
        return order
    return order + "\n" + translate("Own", "您的预约仍然有效。")


def lost_by_change(own: OwnNumber) -> str:
    """That an appointment does not count for the other business, where there is one."""
    if own.ticket.slot is None or own.prospect is None or own.prospect.keeps_appointment:
        return ""
    return translate("Own", "您的预约不能用于这项业务，改办后按到达先后排队。")


def one_more(own: OwnNumber, visit: Visit, facts: Facts) -> QuestionProps:
    matter = visit.matter
    chosen = class_of_added(visit) if matter else None
    if matter is None or chosen is None:
        return QuestionProps(
            page=Page.ASK_ADD,
            icon="info",
            title=translate("Own", "这件事不用取号"),
            back=translate("Own", "返回"),
        )
    return QuestionProps(
        page=Page.ASK_ADD,
        icon="add",
        title=named(matter.names, visit.language),
        text=translate("Own", "加到 %1 号上，一起办。").replace("%1", own.ticket.number),
        rows=tuple(added_rows(visit, facts)),
        promise=translate("Own", "已经排的不受影响；加办的这件从现在开始排。"),
        classes=tuple(
            ClassChoice(code=each.value, name=class_name(each), chosen=each is chosen)
            for each in matter.classes
        )
        if len(matter.classes) > 1
        else (),
        confirm=translate("Own", "加办"),
        back=translate("Own", "返回"),
    )


def added_rows(visit: Visit, facts: Facts) -> list[RowProps]:
    assert visit.matter is not None
    matter, chosen = visit.matter, class_of_added(visit)
    rows = []
    if chosen is not None:
        unit = unit_name(chosen, matter.category, visit.language, facts)
        rows.append(RowProps(name=translate("Own", "业务"), now=unit))
    if matter.usual_minutes > 0:
        rows.append(RowProps(name=translate("Own", "时间"), now=minutes_words(matter.usual_minutes)))
    if matter.materials and not visit.comfort.reach:  # half a screen has no room for it
        names = translate("Own", "、").join(named(each.names, visit.language) for each in matter.materials)
        rows.append(RowProps(name=translate("Own", "要带"), now=names))
    return rows
