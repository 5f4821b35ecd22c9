"""The ticket on paper, in words that no printer has of its own: what its template says of this ticket.

It carries what a citizen needs while waiting and nothing about who it is.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import assert_never
from zoneinfo import ZoneInfo

from display.ticket.stretches import stretches
from display.ticket.template import (
    CHINESE,
    FIT,
    LARGEST,
    Element,
    Template,
    default,
)
from display.ticket.vocabulary import NOT, Condition, Placeholder
from display.ticket.wait import said
from drivers.contract.slip import Cut, Line, Picture, QrCode, Rule, Slip, Space
from drivers.contract.slip import Element as OnPaper
from drivers.protocol.columns import NEVER_FIRST, NEVER_LAST, width, wrap
from queue_core.wire.messages import Place, Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import TicketClass

CLASS_NAMES: Mapping[TicketClass, dict[str, str]] = {
    TicketClass.ACCEPT: {"zh-CN": "受理", "zh-Hant": "受理", "zh-HK": "受理", "en": "Apply"},
    TicketClass.CONSULT: {"zh-CN": "咨询", "zh-Hant": "諮詢", "zh-HK": "諮詢", "en": "Enquire"},
    TicketClass.PICKUP: {"zh-CN": "取件", "zh-Hant": "取件", "zh-HK": "取件", "en": "Collect"},
}
FLOORS: Mapping[str, str] = {"zh-CN": "{} 楼", "zh-Hant": "{} 樓", "zh-HK": "{} 樓", "en": "floor {}"}
BETWEEN: Mapping[str, str] = {"en": ", "}  # in a list; 、 between hanzi
MOST_PLACES = 2  # more are nothing to choose from
NARROW_COLUMNS = 40  # fewer are of 58 mm paper, which has 32; 80 mm has 48
LEFT_OVER = " ·"  # at the ends of a line, where a name is missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What fills a template: `said` of it in a language by placeholder, what is `true`, and the `code`.

    `names` are those placeholders that not every language may have a word for.
    """

    said: Callable[[str], Mapping[str, object]]
    true: frozenset[str]
    code: str
    names: Mapping[str, Mapping[str, str]]


def compose(
    ticket: Ticket, hall: HallView, columns: int, template: Template | None = None, language: str = ""
) -> Slip:
    """`columns` are the printer's letters of size 1 in a line, 48 or 32 on the usual papers.

    `language` is the visitor's: zh-Hant is printed in the place of zh-CN where the template has it.
    """
    return lay_out(template or default(), filling(ticket, hall), columns, language)


def lay_out(template: Template, filling: Filling, columns: int, language: str = "") -> Slip:
    """`columns` and `language` as for `compose`."""
    paper = 58 if columns < NARROW_COLUMNS else 80
    languages = spoken(template, language)
    return Slip(
        elements=tuple(
            on_paper
            for element in template.element
            if element.paper in {None, paper}
            and element.language in {None, *languages}
            and all(_holds(condition, filling.true) for condition in element.when)
            for on_paper in _drawn(element, filling, columns)
        )
    )


def spoken(template: Template, language: str) -> tuple[str, ...]:
    """What is printed for a visitor who reads this language."""
    if language in template.languages or language not in template.written:
        return template.languages
    family = language.partition("-")[0]
    return tuple(language if one.partition("-")[0] == family else one for one in template.languages)


def conditions(ticket: Ticket, hall: HallView) -> frozenset[Condition]:
    """What is true of a ticket in its hall."""
    claims = {
        Condition.ESTIMATE: ticket.estimate is not None,
        Condition.AHEAD: ticket.ahead > 0,
        Condition.NOBODY_AHEAD: ticket.ahead == 0,
        Condition.ACCEPT: ticket.ticket_class is TicketClass.ACCEPT,
        Condition.CONSULT: ticket.ticket_class is TicketClass.CONSULT,
        Condition.PICKUP: ticket.ticket_class is TicketClass.PICKUP,
        Condition.APPOINTMENT: ticket.slot is not None,
        Condition.MAY_NOT_BE_CALLED: ticket.may_not_be_called,
        Condition.PRIORITY: ticket.priority is not None,
        Condition.WINDOWS: ticket.windows != (),
        Condition.PLACE: places(ticket, hall) != [],
    }
    return frozenset(condition for condition, holds in claims.items() if holds)


def _holds(condition: str, true: frozenset[str]) -> bool:
    return (condition.removeprefix(NOT) in true) is not condition.startswith(NOT)


def _drawn(element: Element, filling: Filling, columns: int) -> Iterator[OnPaper]:
    match element.kind:
        case "line":
            yield from _lines(element, filling, columns)
        case "rule":
            yield Rule()
        case "qr":
            yield QrCode(content=filling.code, module_dots=element.module_dots)
        case "picture":
            yield Picture(png=element.file)
        case "space":
            yield Space(lines=element.lines)
        case "cut":
            yield Cut()
        case _:
            assert_never(element.kind)


def _lines(element: Element, filling: Filling, columns: int) -> Iterator[Line]:
    """Broken here, so that its pieces are about as long as each other."""
    text = _text(element, filling)
    size = fitting(text, columns) if element.size == FIT else int(element.size)
    for piece in balanced(text, columns // size):
        yield Line(text=piece, align=element.align, size=size, bold=element.bold)


def _text(element: Element, filling: Filling) -> str:
    """The text of a line; nothing where all it says is a name that its language does not have."""
    language, text = element.language or CHINESE, element.text.strip()
    if any(text == f"{{{name}}}" and language not in of for name, of in filling.names.items()):
        return ""
    return element.text.format_map(filling.said(language)).strip(LEFT_OVER)


def filling(ticket: Ticket, hall: HallView) -> Filling:
    category = next((one.names for one in hall.categories if one.code == ticket.category), {})
    issued = clock(ticket.issued_at_ms, hall)
    wait = None if ticket.estimate is None else said(ticket.estimate)

    def of_it(language: str) -> Mapping[str, object]:
        return {
            Placeholder.NUMBER: ticket.number,
            Placeholder.CATEGORY: named(category, language),
            Placeholder.CLASS: named(CLASS_NAMES[ticket.ticket_class], language),
            Placeholder.AHEAD: ticket.ahead,
            Placeholder.ABOUT_MIN: "" if wait is None else wait.about_min,
            Placeholder.WITHIN_MIN: "" if wait is None else wait.within_min,
            Placeholder.ISSUED: f"{issued:%Y-%m-%d %H:%M}",
            Placeholder.HALL: named(hall.names, language),
            Placeholder.SLOT: slot(ticket, hall),
            Placeholder.WINDOWS: BETWEEN.get(language, "、").join(stretches(sorted(ticket.windows), "-")),
            Placeholder.WHERE: BETWEEN.get(language, "、").join(
                where(place, language) for place in places(ticket, hall)
            ),
        }

    return Filling(
        said=of_it,
        true=conditions(ticket, hall),
        code=ticket.status_url,
        names={Placeholder.HALL: hall.names, Placeholder.CATEGORY: category},
    )


def clock(at_ms: int, hall: HallView) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, tz=ZoneInfo(hall.timezone))


def slot(ticket: Ticket, hall: HallView) -> str:
    """Its appointment as `10:00-10:30`; empty without one."""
    if ticket.slot is None:
        return ""
    return f"{clock(ticket.slot.starts_at_ms, hall):%H:%M}-{clock(ticket.slot.ends_at_ms, hall):%H:%M}"


def places(ticket: Ticket, hall: HallView) -> list[Place]:
    """Where its windows are; none when there are too many to choose from."""
    found = [one for one in hall.places if set(one.windows) & set(ticket.windows)]
    return found if len(found) <= MOST_PLACES else []


def where(place: Place, language: str) -> str:
    """`主楼 2 楼 B区`, `Main building, floor 2, Zone B`."""
    floor = FLOORS.get(language, "{}").format(place.floor) if place.floor else ""
    parts = (named(place.building, language), floor, named(place.names, language))
    return BETWEEN.get(language, " ").join(part for part in parts if part)


def fitting(text: str, columns: int) -> int:
    """As large as it fits into one line: a number must be read at arm's length without glasses."""
    return max(1, min(LARGEST, columns // max(1, width(text))))


def balanced(text: str, columns: int) -> list[str]:
    """Lines of about the same length, so that no last word stands alone; none for no text.

    As few lines as there is room for. Of all ways to break them, the one that tears the fewest words of hanzi
    apart, and of those the narrowest.
    """
    if not text.strip():
        return []
    widest = wrap(text, columns)
    if len(widest) == 1:
        return widest
    narrowest = max(2, -(-width("".join(text.split())) // len(widest)))  # else its letters have no room
    ways = [wrap(text, narrower) for narrower in range(narrowest, columns + 1)]
    return min((way for way in ways if len(way) <= len(widest)), key=lambda way: _torn(text, way))


def _torn(text: str, lines: list[str]) -> int:
    """How many breaks stand neither at a space nor at a sign."""
    torn, at = 0, 0
    for line, following in pairwise(lines):
        at = text.index(line, at) + len(line)
        is_at_space = text[at : at + 1].isspace()
        torn += not (is_at_space or line[-1] in NEVER_FIRST or following[0] in NEVER_LAST)
    return torn


def named(names: Mapping[str, str], language: str) -> str:
    """The name in a language; Chinese where it has none in that one."""
    return names.get(language) or names.get(CHINESE, "")
