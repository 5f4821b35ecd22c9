"""What a number would be, before it is taken, and the appointments to choose from: pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import CLASS_NAMES, named
from kiosk.flow.booking import may_book
from kiosk.flow.confirming import is_warned
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Page, Visit
from kiosk.viewmodels import booking_words
from kiosk.viewmodels.messages import Message
from kiosk.viewmodels.taking_words import (
    ahead_words,
    card_name,
    category_name,
    clock_words,
    masked,
    right_words,
    slot_words,
    wait_words,
)
from queue_core.wire.appointments import Appointment
from queue_core.wire.finding import Preview
from queue_core.wire.views import HallView

translate = QCoreApplication.translate
TOO_LATE = "too-late"


@dataclass(frozen=True, slots=True, kw_only=True)
class ForesightProps:
    """What you get. `right` says why the number may be called early; `is_warned`: accept or go.

    The notice is about an appointment (early, in time, late) or about closing time.
    """

    ticket_class: str = ""
    category: str = ""
    matter: str = ""
    who: str = ""
    ahead: str = ""
    wait: str = ""
    right: str = ""
    notice_tone: str = "info"
    notice_title: str = ""
    notice: str = ""
    is_warned: bool = False
    book: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentProps:
    reference: str
    time: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentsProps:
    lines: tuple[AppointmentProps, ...] = ()


def foresight(visit: Visit, page: Page, facts: Facts) -> ForesightProps:
    told, hall = visit.preview, facts.hall
    if page is not Page.CONFIRM or told is None or hall is None:
        return ForesightProps()
    notice, is_bookable = notice_of(visit, told, hall), may_book(visit, facts)
    return ForesightProps(
        ticket_class=told.ticket_class.value,
        category=category_name(told.category, visit.language, facts),
        matter=named(visit.matter.names, visit.language) if visit.matter else "",
        who=who(visit),
        ahead=ahead_words(told.ahead),
        wait=wait_words(told.estimate),
        right=right_words(told, hall),
        notice_tone=notice.tone,
        notice_title=notice.title,
        notice=closing_time_or_another_day() if is_bookable else notice.text,
        is_warned=is_warned(visit),
        book=booking_words.offer_words() if is_bookable else "",
    )


def who(visit: Visit) -> str:
    """`张**，居民身份证`: enough to see that it was one's own card."""
    if visit.holder is None:
        return translate("Kiosk", "不刷卡")
    parts = (masked(visit.holder.name), card_name(visit.holder))
    return translate("Kiosk", "，").join(part for part in parts if part)


def notice_of(visit: Visit, told: Preview, hall: HallView) -> Message:
    """Closing time is told before all else; then what became of the appointment."""
    if is_warned(visit):
        return closing_time()
    if visit.appointment is None:
        return Message(tone="info")
    if told.attached is not None:
        return too_early(told, hall)
    if told.lapsed == TOO_LATE:
        return too_late(visit.appointment, hall)
    if told.lapsed is not None:
        return slot_too_short()
    return in_time(visit.appointment, hall)


def closing_time() -> Message:
    return Message(
        title=translate("Messages", "今天不一定轮得到您"),
        text=translate(
            "Messages",
            "等候的人多，下班前可能叫不到您的号。\n可以改天来，或在网上、导办台预约。想等等看，请按“知道了，仍要取号”。",
        ),
    )


def closing_time_or_another_day() -> str:
    return translate(
        "Booking",
        "等候的人多，下班前可能叫不到您的号。\n可以改天来。想等等看，请按“知道了，仍要取号”。",
    )


def in_time(appointment: Appointment, hall: HallView) -> Message:
    times = slot_words(appointment.starts_at_ms, appointment.ends_at_ms, hall)
    return Message(
        tone="good",
        title=translate("Messages", "您按时到了"),
        text=translate("Messages", "预约 %1 有效，按预约排队。").replace("%1", times),
    )


def too_early(told: Preview, hall: HallView) -> Message:
    assert told.attached is not None
    times = slot_words(told.attached.starts_at_ms, told.attached.ends_at_ms, hall)
    counts_from = clock_words(told.counts_from_ms or told.attached.starts_at_ms, hall)
    text = translate("Messages", "预约是 %1。现在先按现场取号排队，%2 起自动按预约排队，号码不变。")
    return Message(
        tone="info",
        title=translate("Messages", "您来早了，可以先取号"),
        text=text.replace("%1", times).replace("%2", counts_from),
    )


def too_late(appointment: Appointment, hall: HallView) -> Message:
    times = slot_words(appointment.starts_at_ms, appointment.ends_at_ms, hall)
    return Message(
        title=translate("Messages", "预约时间已经过了"),
        text=translate("Messages", "预约是 %1，已经失效。现在取的是现场号，从现在起排队。").replace(
            "%1", times
        ),
    )


def slot_too_short() -> Message:
    return Message(
        title=translate("Messages", "这次不能按预约排队"),
        text=translate("Messages", "您要办的事在预约的时段里办不完。现在取的是现场号，从现在起排队。"),
    )


def appointments(visit: Visit, page: Page, facts: Facts) -> AppointmentsProps:
    if page is not Page.APPOINTMENTS or facts.hall is None:
        return AppointmentsProps()
    hall = facts.hall
    return AppointmentsProps(lines=tuple(line(one, visit, facts, hall) for one in visit.appointments))


def line(one: Appointment, visit: Visit, facts: Facts, hall: HallView) -> AppointmentProps:
    kind = named(CLASS_NAMES[one.ticket_class], visit.language.replace("zh-Hant", "zh-HK"))
    return AppointmentProps(
        reference=one.reference,
        time=slot_words(one.starts_at_ms, one.ends_at_ms, hall),
        name=f"{category_name(one.category, visit.language, facts)} · {kind}",
    )
