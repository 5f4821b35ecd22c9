"""Counts, waits, times, rights and cards in words for people, in the language that is installed."""

from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from display.ticket.stretches import stretches
from display.ticket.wait import said, said_of
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Visit
from queue_core.wire.finding import Preview
from queue_core.wire.messages import CardHolder, Estimate, Place, Slot, Ticket
from queue_core.wire.views import HallView, UnitWaiting
from queue_core.wire.words import CardKind, PriorityKind, TicketState

translate = QCoreApplication.translate

# How many, and how long


def waiting_words(count: int) -> str:
    if count == 0:
        return translate("Kiosk", "没有人等候")
    return translate("Kiosk", "%1 人等候").replace("%1", str(count))


def ahead_words(count: int) -> str:
    if count == 0:
        return translate("Kiosk", "您前面没有人")
    return translate("Kiosk", "您前面还有 %1 人").replace("%1", str(count))


def wait_words(estimate: Estimate | None) -> str:
    """What one number will wait."""
    if estimate is None:
        return ""
    wait = said(estimate)
    words = translate("Kiosk", "约 %1 分钟，多数不超过 %2 分钟")
    return words.replace("%1", str(wait.about_min)).replace("%2", str(wait.within_min))


def typical_words(units: list[UnitWaiting]) -> str:
    """What is usual over several units: the least and the greatest of their usual waits."""
    waits = [said_of(one.estimate.p50_s) for one in units if one.estimate is not None]
    if not waits:
        return ""
    least, greatest = min(waits), max(waits)
    if least == greatest:
        return translate("Kiosk", "一般等约 %1 分钟").replace("%1", str(least))
    words = translate("Kiosk", "一般等 %1～%2 分钟")
    return words.replace("%1", str(least)).replace("%2", str(greatest))


def minutes_words(minutes: int) -> str:
    """How long a matter usually takes at the window."""
    return translate("Kiosk", "办理约 %1 分钟").replace("%1", str(minutes)) if minutes > 0 else ""


def place_words(taken: Ticket) -> str:  # noqa: PLR0911 one a state
    """Where a number stands, as it was when it was asked for."""
    match taken.state:
        case TicketState.WAITING:
            return ahead_words(taken.ahead)
        case TicketState.DEFERRED:
            return translate("Kiosk", "已顺延，先让几位")
        case TicketState.REMOTE:
            return translate("Kiosk", "请在取号机上按“我到了”")
        case TicketState.CALLED:
            return translate("Kiosk", "正在叫您的号，请看大屏")
        case TicketState.SERVING:
            return translate("Kiosk", "正在窗口办理")
        case TicketState.HELD:
            return translate("Kiosk", "材料齐了，请到导办台报到")
        case TicketState.ABSENT:
            return translate("Kiosk", "已过号，请到导办台说明")
        case TicketState.FINISHED | TicketState.CANCELLED | TicketState.EXPIRED | TicketState.WITHDRAWN:
            return translate("Kiosk", "这个号已经结束")
        case _:
            assert_never(taken.state)


# When


def clock_words(at_ms: int, hall: HallView) -> str:
    """The hall's own time of day, such as 09:30."""
    at = datetime.fromtimestamp(at_ms / 1000, tz=ZoneInfo(hall.timezone))
    return f"{at:%H:%M}"


def slot_words(starts_at_ms: int, ends_at_ms: int, hall: HallView) -> str:
    return f"{clock_words(starts_at_ms, hall)}–{clock_words(ends_at_ms, hall)}"


# Rights


def right_words(preview: Preview, hall: HallView) -> str:
    """Why this number may be called before some that came earlier; empty without a right."""
    if preview.slot is not None:
        return with_head_start(appointment_words(preview.slot, hall), hall.head_start_min)
    if preview.is_verified_pickup:
        return with_head_start(translate("Kiosk", "取件优先（已核实有件可取）"), hall.pickup_min)
    if preview.priority is not None:
        return with_head_start(priority_words(preview.priority), hall.priority_min)
    return ""


def with_head_start(why: str, minutes: int) -> str:
    words = translate("Kiosk", "%1，相当于早到 %2 分钟")
    return words.replace("%1", why).replace("%2", str(minutes))


def appointment_words(slot: Slot, hall: HallView) -> str:
    times = slot_words(slot.starts_at_ms, slot.ends_at_ms, hall)
    return translate("Kiosk", "预约 %1").replace("%1", times)


def priority_words(kind: PriorityKind) -> str:
    match kind:
        case PriorityKind.AGE:
            return translate("Kiosk", "老年人优先（按证件年龄）")
        case PriorityKind.DISABILITY:
            return translate("Kiosk", "残疾人优先")
        case PriorityKind.MILITARY:
            return translate("Kiosk", "军人、退役军人优先")
        case PriorityKind.GREEN_CHANNEL:
            return translate("Kiosk", "绿色通道")
        case _:
            assert_never(kind)


# Who and where


def masked(name: str) -> str:
    """张三 → 张*, 欧阳小明 → 欧**: enough to know one's own card, too little for the next in line."""
    return name[:1] + "*" * min(len(name) - 1, 2)


def card_name(holder: CardHolder | None) -> str:  # noqa: PLR0911 one a kind of card
    match holder.card if holder else None:
        case None:
            return ""
        case _ if holder is not None and holder.name == "":
            return translate("Kiosk", "手工输入证件号码")
        case CardKind.RESIDENT_ID:
            return translate("Kiosk", "居民身份证")
        case CardKind.SOCIAL_SECURITY:
            return translate("Kiosk", "社会保障卡")
        case CardKind.RESIDENCE_PERMIT:
            return translate("Kiosk", "港澳台居民居住证")
        case CardKind.PERMANENT_RESIDENCE:
            return translate("Kiosk", "外国人永久居留身份证")
        case CardKind.MEDICAL_INSURANCE:
            return translate("Kiosk", "医保电子凭证")
        case CardKind.PASSPORT:  # typed at the guide desk, never read here
            return ""
        case unknown:
            assert_never(unknown)


def category_name(code: str, language: str, facts: Facts) -> str:
    found = (one.names for one in facts.hall.categories if one.code == code) if facts.hall else ()
    return named(next(iter(found), {}), language)


def point_name(code: str, language: str, facts: Facts) -> str:
    """How people call a cabinet or a partner; empty where the hall has no name for it."""
    found = (one.names for one in facts.hall.pickup_points if one.code == code) if facts.hall else ()
    return named(next(iter(found), {}), language)


def windows_words(windows: tuple[int, ...]) -> str:
    """`3、4、5 号窗口`; stretches are drawn together."""
    if not windows:
        return ""
    if len(windows) == 1:  # the other one's English is in the plural
        return translate("Own", "%1 号窗口").replace("%1", str(windows[0]))
    numbers = translate("Kiosk", "、").join(stretches(sorted(windows)))
    return translate("Kiosk", "%1 号窗口").replace("%1", numbers)


def where_words(place: Place, language: str) -> str:
    """`A 座 2 楼 B 区，步行约 3 分钟`."""
    parts = [
        named(place.building, language),
        floor_words(place.floor),
        named(place.names, language),
    ]
    where = " ".join(part for part in parts if part)
    if place.walking_min <= 0:
        return where
    words = translate("Kiosk", "%1，步行约 %2 分钟")
    return words.replace("%1", where).replace("%2", str(place.walking_min))


def floor_words(floor: str | None) -> str:
    return translate("Kiosk", "%1 楼").replace("%1", floor) if floor else ""


def greeting(visit: Visit) -> str:
    """For somebody whose card is known already; without a name where the number was typed."""
    if visit.holder is None:
        return ""
    if not visit.holder.name:
        return translate("Kiosk", "您好，请选择")
    return translate("Kiosk", "%1，您好，请选择").replace("%1", masked(visit.holder.name))
