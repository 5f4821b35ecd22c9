"""To what a number may be converted: every business of the hall, the present one marked."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Page, Visit
from kiosk.viewmodels.own_words import class_name, matter_name, unit_name
from queue_core.wire.views import Category

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitProps:
    kind: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryUnits:
    code: str
    name: str
    units: tuple[UnitProps, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionProps:
    """`current` is what the number is for now."""

    current: str = ""
    categories: tuple[CategoryUnits, ...] = ()


def conversion(visit: Visit, page: Page, facts: Facts) -> ConversionProps:
    own, hall = visit.own, facts.hall
    if page is not Page.CONVERT or own is None or hall is None:
        return ConversionProps()
    ticket = own.ticket
    now = unit_name(ticket.ticket_class, ticket.category, visit.language, facts)
    matter = next((name for each in ticket.errands if (name := matter_name(each.matter, visit))), "")
    current = translate("Own", "现在是：%1").replace("%1", f"{now} · {matter}" if matter else now)
    return ConversionProps(
        current=current,
        categories=tuple(
            units(each, visit.language, (ticket.ticket_class, ticket.category)) for each in hall.categories
        ),
    )


def units(category: Category, language: str, current: tuple[object, str]) -> CategoryUnits:
    return CategoryUnits(
        code=category.code,
        name=named(category.names, language),
        units=tuple(
            UnitProps(
                kind=each.value,
                name=class_name(each),
                current=(each, category.code) == current,
            )
            for each in category.classes
        ),
    )
