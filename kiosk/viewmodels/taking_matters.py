"""What the list of matters and the page of one matter show: pure."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from display.ticket.printer import printer_trouble
from display.ticket.slip import named
from kiosk.flow.choosing import is_for_a_number, needs_no_queue
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Page, Visit
from kiosk.viewmodels.taking_words import floor_words, minutes_words
from queue_core.wire.matters import Material, Matter, MatterLine, SelfServiceTerminal

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterLineProps:
    code: str
    name: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersProps:
    """The matters that were found; `notice` says that there are none, or more than are shown.

    `typed` stands in the field. `offers_no_matter`: just a number will do.
    """

    title: str = ""
    lines: tuple[MatterLineProps, ...] = ()
    typed: str = field(default="", repr=False)
    notice: str = ""
    is_looking: bool = False
    offers_no_matter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialProps:
    name: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterProps:
    """One matter. `elsewhere`: where it is done without a number, with `web` for a phone.

    `link` is the list for a phone, while it is shown as a code instead. `take_text` is on the button for a
    number, empty where none is to be had.
    """

    name: str = ""
    facts: str = ""
    elsewhere_title: str = ""
    elsewhere: tuple[str, ...] = ()
    web: str = ""
    materials: tuple[MaterialProps, ...] = ()
    can_print: bool = False
    can_go_to_phone: bool = False
    link: str = ""
    take_text: str = ""


def matters(visit: Visit, page: Page) -> MattersProps:
    if page is not Page.MATTERS:
        return MattersProps()
    return MattersProps(
        title=title(visit),
        lines=lines(visit),
        typed=visit.typed,
        notice=notice(visit),
        is_looking=visit.found is None and not visit.trouble,
        offers_no_matter=is_for_a_number(visit),
    )


def title(visit: Visit) -> str:
    if is_for_a_number(visit):
        return translate("Kiosk", "您要办哪件事？")
    if visit.own is not None:
        return translate("Kiosk", "还要办哪件事？")
    return translate("Kiosk", "想了解哪件事？")


def lines(visit: Visit) -> tuple[MatterLineProps, ...]:
    return tuple(
        MatterLineProps(code=one.code, name=named(one.names, visit.language), hint=line_hint(one))
        for one in of_the_class(visit)
    )


def of_the_class(visit: Visit) -> tuple[MatterLine, ...]:
    """Those of which the chosen class can be had; all where none is chosen."""
    found = visit.found.matters if visit.found else ()
    if visit.ticket_class is None:
        return found
    return tuple(one for one in found if visit.ticket_class in one.classes or one.without_queue)


def line_hint(line: MatterLine) -> str:
    """That it needs no queue is told before anything else."""
    if line.without_queue:
        return translate("Kiosk", "不用排队")
    return minutes_words(line.usual_minutes)


def notice(visit: Visit) -> str:
    if visit.trouble:
        return translate("Kiosk", "暂时查不到事项，请稍后再试，或到导办台询问。")
    if visit.found is None:
        return ""
    shown = len(of_the_class(visit))
    if shown == 0:
        return translate("Kiosk", "没有找到。请少输几个字，或换一个说法。")
    if visit.typed and visit.found.total > len(visit.found.matters):
        return translate("Kiosk", "还有更多，请多输几个字。")
    return ""


# One matter


def matter(visit: Visit, page: Page, facts: Facts) -> MatterProps:
    shown = visit.matter
    if shown is None or page is not Page.MATTER:
        return MatterProps()
    language = visit.language
    return MatterProps(
        name=named(shown.names, language),
        facts=matter_facts(shown, language),
        elsewhere_title=elsewhere_title(shown),
        elsewhere=tuple(terminal_words(one, language) for one in shown.terminals),
        web=shown.web or "",
        materials=tuple(
            MaterialProps(name=named(one.names, language), amount=amount_words(one))
            for one in shown.materials
        ),
        can_print=bool(shown.materials) and not printer_trouble(facts.printer),
        can_go_to_phone=bool(shown.materials) and facts.hall is not None and bool(facts.hall.public_url),
        link=visit.link,
        take_text=take_text(visit, shown),
    )


def matter_facts(shown: Matter, language: str) -> str:
    parts = (
        named(shown.department, language),
        minutes_words(shown.usual_minutes),
        materials_words(shown),
    )
    return " · ".join(part for part in parts if part)


def materials_words(shown: Matter) -> str:
    if not shown.materials:
        return translate("Kiosk", "不用带材料")
    return translate("Kiosk", "要带 %1 样材料").replace("%1", str(len(shown.materials)))


def amount_words(material: Material) -> str:
    parts = (
        translate("Kiosk", "原件 %1 份").replace("%1", str(material.originals)) if material.originals else "",
        translate("Kiosk", "复印件 %1 份").replace("%1", str(material.copies)) if material.copies else "",
    )
    return translate("Kiosk", "，").join(part for part in parts if part)


def elsewhere_title(shown: Matter) -> str:
    return translate("Kiosk", "这件事不用排队") if needs_no_queue(shown) else ""


def terminal_words(terminal: SelfServiceTerminal, language: str) -> str:
    """`2 楼 B 区 13 号自助终端`."""
    parts = (
        named(terminal.building or {}, language),
        floor_words(terminal.floor),
        named(terminal.zone or {}, language),
        translate("Kiosk", "%1 号自助终端").replace("%1", str(terminal.window)),
    )
    return " ".join(part for part in parts if part)


def take_text(visit: Visit, shown: Matter) -> str:
    if not shown.classes or (visit.own is not None and visit.own.is_adding):
        return ""
    if needs_no_queue(shown):
        return translate("Kiosk", "仍要取号")
    return translate("Kiosk", "取号")


def card_facts(visit: Visit) -> str:
    """The matter in one line, while its card is waited for."""
    shown = visit.matter
    if shown is None:
        return ""
    parts = (minutes_words(shown.usual_minutes), materials_words(shown))
    return " · ".join(part for part in parts if part)
