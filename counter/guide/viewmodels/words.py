"""Counts, waits, states and rights in words for a guide, in the language that is installed."""

from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from counter.guide.flow.state import Trouble
from display.ticket.slip import named
from display.ticket.stretches import stretches
from display.ticket.wait import said
from queue_core.wire import texts
from queue_core.wire.messages import Errand, Estimate, Place, Slot, Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import PriorityKind, TicketClass, TicketState

translate = QCoreApplication.translate


def fill(text: str, *values: object) -> str:
    """`%1`, `%2` … in their places."""
    for at, value in enumerate(values, start=1):
        text = text.replace(f"%{at}", str(value))
    return text


def class_name(ticket_class: TicketClass) -> str:
    match ticket_class:
        case TicketClass.ACCEPT:
            return translate("Guide", "受理")
        case TicketClass.CONSULT:
            return translate("Guide", "咨询")
        case TicketClass.PICKUP:
            return translate("Guide", "取件")
        case _:
            assert_never(ticket_class)


def category_name(code: str, hall: HallView | None, language: str) -> str:
    found = (one.names for one in hall.categories if one.code == code) if hall else ()
    return named(next(iter(found), {}), language)


def unit_name(ticket_class: TicketClass, category: str, hall: HallView | None, language: str) -> str:
    words = translate("Guide", "%1 · %2")
    return fill(words, class_name(ticket_class), category_name(category, hall, language))


def errand_name(errand: Errand, hall: HallView | None, language: str) -> str:
    unit = unit_name(errand.ticket_class, errand.category, hall, language)
    return fill(translate("Guide", "%1（%2 件）"), unit, errand.items) if errand.items > 1 else unit


def ahead(count: int) -> str:
    if count == 0:
        return translate("Guide", "前面没有人")
    return fill(translate("Guide", "前面 %1 人"), count)


def wait(estimate: Estimate | None) -> str:
    if estimate is None:
        return translate("Guide", "暂时估不出")
    told = said(estimate)
    words = translate("Guide", "约 %1 分钟，多数不超过 %2 分钟")
    return fill(words, told.about_min, told.within_min)


def clock(at_ms: int, hall: HallView | None) -> str:
    zone = ZoneInfo(hall.timezone) if hall else None
    return f"{datetime.fromtimestamp(at_ms / 1000, tz=zone):%H:%M}"


def day_and_time(starts_at_ms: int, ends_at_ms: int, hall: HallView | None) -> str:
    zone = ZoneInfo(hall.timezone) if hall else None
    day = datetime.fromtimestamp(starts_at_ms / 1000, tz=zone)
    words = translate("Guide", "%1 月 %2 日 %3")
    return fill(words, day.month, day.day, times(starts_at_ms, ends_at_ms, hall))


def times(starts_at_ms: int, ends_at_ms: int, hall: HallView | None) -> str:
    return f"{clock(starts_at_ms, hall)}–{clock(ends_at_ms, hall)}"


def windows(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return translate("Guide", "现在没有窗口办理")
    if len(numbers) == 1:
        return fill(translate("Guide", "%1 号窗口"), numbers[0])
    drawn = translate("Guide", "、").join(stretches(sorted(numbers)))
    return fill(translate("Guide", "%1 号窗口（任一）"), drawn)


def ways(numbers: tuple[int, ...], hall: HallView | None, language: str) -> str:
    """Where these windows are, and how far; nothing where the hall does not say."""
    places = [one for one in hall.places if set(one.windows) & set(numbers)] if hall else []
    return translate("Guide", "；").join(way(one, language) for one in places)


def way(place: Place, language: str) -> str:
    floor = fill(translate("Guide", "%1 楼"), place.floor) if place.floor else ""
    parts = (named(place.building, language), floor, named(place.names, language))
    where = " ".join(part for part in parts if part)
    if place.walking_min <= 0:
        return where
    return fill(translate("Guide", "%1，步行约 %2 分钟"), where, place.walking_min)


def appointment(slot: Slot, hall: HallView | None) -> str:
    return fill(translate("Guide", "预约 %1"), times(slot.starts_at_ms, slot.ends_at_ms, hall))


def priority_name(kind: PriorityKind) -> str:
    match kind:
        case PriorityKind.AGE:
            return translate("Guide", "老年人优先")
        case PriorityKind.DISABILITY:
            return translate("Guide", "残疾人优先")
        case PriorityKind.MILITARY:
            return translate("Guide", "军人、退役军人优先")
        case PriorityKind.GREEN_CHANNEL:
            return translate("Guide", "绿色通道优先")
        case _:
            assert_never(kind)


def proof(kind: PriorityKind) -> str:
    """What proves the right."""
    match kind:
        case PriorityKind.AGE:
            return translate("Guide", "护照、通行证等证件上的出生日期")
        case PriorityKind.DISABILITY:
            return translate("Guide", "残疾人证；行动不便可以看出的，不要求出示")
        case PriorityKind.MILITARY:
            return translate("Guide", "军官证、士兵证、文职人员证或退役军人优待证")
        case PriorityKind.GREEN_CHANNEL:
            return translate("Guide", "大厅规定的绿色通道证明")
        case _:
            assert_never(kind)


def masked(name: str) -> str:
    """Enough to know whose page it is, too little for who stands beside."""
    return name[:1] + "*" * min(len(name) - 1, 2)


def state(ticket: Ticket) -> tuple[str, str]:  # noqa: C901, PLR0911 one a state
    """The headline of a number, and its tone."""
    match ticket.state:
        case TicketState.WAITING:
            return fill(translate("Guide", "正在等候，%1"), ahead(ticket.ahead)), "info"
        case TicketState.DEFERRED:
            return fill(translate("Guide", "已顺延，还要让 %1 位"), ticket.passes_left), "info"
        case TicketState.CALLED:
            return fill(translate("Guide", "正在叫号，请马上到 %1 号窗口"), ticket.window or ""), "good"
        case TicketState.SERVING:
            return fill(translate("Guide", "正在 %1 号窗口办理"), ticket.window or ""), "good"
        case TicketState.HELD:
            return translate("Guide", "挂起：在补材料，回来后请按“回来了”"), "warn"
        case TicketState.ABSENT:
            return translate("Guide", "已过号：人回来了请按“回来了”"), "warn"
        case TicketState.REMOTE:
            return translate("Guide", "远程取号：人到了请按“到了，开始排队”"), "warn"
        case TicketState.FINISHED:
            return translate("Guide", "已经办结"), "info"
        case TicketState.CANCELLED:
            return translate("Guide", "已经取消"), "info"
        case TicketState.EXPIRED | TicketState.WITHDRAWN:
            return translate("Guide", "已经失效，要办请重新取号"), "warn"
        case _:
            assert_never(ticket.state)


def refusal(trouble: Trouble, language: str) -> str:
    """What to do now, as the hall says it; what is for operators only where it says nothing else."""
    words = named(texts.said(trouble.code), language) or named(trouble.said, language)
    return words or trouble.remedy or translate("Guide", "请再试一次；还不行，请找值班主任。")


def lapsed(code: str | None) -> str:
    """Why an appointment gives no right now."""
    if code is None:
        return ""
    return translate("Guide", "预约时间不符，按现场取号排队")
