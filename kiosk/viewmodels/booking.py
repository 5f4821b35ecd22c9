"""What the pages of a slot instead of a number show: pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from kiosk.flow.facts import Facts
from kiosk.flow.shown import shown_page
from kiosk.flow.visit import Page, Visit
from kiosk.viewmodels.booking_words import date_words, near_words, when_words
from kiosk.viewmodels.own_words import refusal, unit_name
from kiosk.viewmodels.taking import has_card_to_take
from kiosk.viewmodels.taking_words import slot_words
from queue_core.wire.appointments import FreeSlot
from queue_core.wire.views import HallView

translate = QCoreApplication.translate
FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotProps:
    """`number` counts from 1 on the page; `starts` is its beginning, as the hands say it."""

    number: int
    starts: str
    time: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsProps:
    """`business` is what would be booked, `notice` why they are listed anew, `none` that there are none."""

    business: str = ""
    slots: tuple[SlotProps, ...] = ()
    notice: str = ""
    none: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedProps:
    """`when` is tomorrow or the day after; empty for a later day, which `date` tells well enough."""

    when: str = ""
    date: str = ""
    time: str = ""
    business: str = ""
    bring: str = ""
    has_card_to_take: bool = False


def derive(visit: Visit, facts: Facts) -> dict[str, object]:
    """The props of this section's models, by the models' names."""
    page = shown_page(visit, facts)
    return {"slots": slots(visit, page, facts), "booked": booked(visit, page, facts)}


def slots(visit: Visit, page: Page, facts: Facts) -> SlotsProps:
    if page is not Page.SLOTS or visit.booking is None or facts.hall is None:
        return SlotsProps()
    hall, free = facts.hall, visit.booking.slots
    return SlotsProps(
        business=business(visit, facts),
        slots=tuple(slot(number, one, hall, visit.language) for number, one in enumerate(free, 1)),
        notice=refusal(visit.trouble, visit.language) if visit.trouble else "",
        none="" if free else translate("Booking", "近几天没有可以预约的时间。\n请到导办台，工作人员会帮您。"),
    )


def slot(number: int, one: FreeSlot, hall: HallView, language: str) -> SlotProps:
    words = translate("Booking", "%1 %2")
    when = when_words(one.starts_at_ms, hall, language)
    times = slot_words(one.starts_at_ms, one.ends_at_ms, hall)
    return SlotProps(
        number=number,
        starts=str(one.starts_at_ms),
        time=words.replace("%1", when).replace("%2", times),
        date=date_words(one.starts_at_ms, hall, language),
    )


def booked(visit: Visit, page: Page, facts: Facts) -> BookedProps:
    made = visit.booking.made if visit.booking else None
    if page is not Page.BOOKED or made is None or facts.hall is None:
        return BookedProps()
    return BookedProps(
        when=near_words(made.starts_at_ms, facts.hall),
        date=date_words(made.starts_at_ms, facts.hall, visit.language),
        time=slot_words(made.starts_at_ms, made.ends_at_ms, facts.hall),
        business=business(visit, facts),
        bring=bring(visit),
        has_card_to_take=has_card_to_take(facts),
    )


def business(visit: Visit, facts: Facts) -> str:
    """The matter, if it is known; class and category in any case."""
    if visit.ticket_class is None:
        return ""
    unit = unit_name(visit.ticket_class, visit.category, visit.language, facts)
    matter = named(visit.matter.names, visit.language) if visit.matter else ""
    words = translate("Booking", "%1，%2")
    return words.replace("%1", unit).replace("%2", matter) if matter else unit


def bring(visit: Visit) -> str:
    """Few things are named; of many the number, and where the list is."""
    materials = visit.matter.materials if visit.matter else ()
    if not materials:
        return translate("Booking", "请带好证件和要用的材料")
    if len(materials) <= FEW:
        names = translate("Booking", "、").join(named(each.names, visit.language) for each in materials)
        return translate("Booking", "要带的材料：%1").replace("%1", names)
    words = translate("Booking", "要带 %1 种材料，清单在首页“办事指南”里")
    return words.replace("%1", str(len(materials)))
