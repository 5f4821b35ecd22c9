"""The materials list of a matter on paper (一次性告知), in the visitor's language.

Nothing of a person is on it: it may lie about.
"""

import tomllib
from collections.abc import Iterator
from functools import cache, partial
from importlib import resources
from urllib.parse import quote

from display.ticket.slip import balanced, named
from drivers.contract.slip import Align, Cut, Line, QrCode, Rule, Slip, Space
from drivers.contract.slip import Element as OnPaper
from queue_core.wire.matters import Material, Matter, SelfServiceTerminal
from queue_core.wire.views import HallView

LARGE = 2


def compose_list(matter: Matter, hall: HallView, columns: int, language: str) -> Slip:
    """`columns` are the printer's letters of size 1 in a line: 48 on 80 mm, 32 on 58 mm."""
    say = partial(words, language=language)
    return Slip(
        elements=(
            *centred(named(hall.names, language), columns),
            Space(),
            *centred(named(matter.names, language), columns, size=LARGE, bold=True),
            Space(),
            *centred(named(matter.department, language), columns),
            *centred(say("minutes", minutes=matter.usual_minutes), columns),
            Rule(),
            *centred(say("heading"), columns, bold=True),
            *materials(matter, columns, language),
            *without_queue(matter, language),
            *code(matter, hall, columns, language),
            *centred(say("printed", date=hall.day), columns),
            Cut(),
        )
    )


def list_url(public_url: str, code: str) -> str:
    """The same list as a page for phones."""
    return f"{public_url.rstrip('/')}/m/{quote(code, safe='')}"


def materials(matter: Matter, columns: int, language: str) -> Iterator[OnPaper]:
    if not matter.materials:
        yield from centred(words("nothing", language=language), columns)
    for at, each in enumerate(matter.materials, start=1):
        name = words("material", language=language, at=at, name=named(each.names, language))
        yield Line(text=name, bold=True)
        counts = counts_of(each, language)
        if counts:
            yield Line(text=counts, align=Align.RIGHT)


def counts_of(material: Material, language: str) -> str:
    """How many originals and copies; nothing of what there is none."""
    kinds = (("originals", material.originals), ("copies", material.copies))
    return "  ".join(words(kind, language=language, count=count) for kind, count in kinds if count)


def without_queue(matter: Matter, language: str) -> Iterator[OnPaper]:
    """Where it is done without a number."""
    if not (matter.terminals or matter.web):
        return
    yield Rule()
    yield Line(text=words("without_queue", language=language), bold=True)
    for each in matter.terminals:
        yield Line(text=f"· {where(each, language)}")
    if matter.web:
        yield Line(text="· " + words("web", language=language, web=matter.web))


def where(terminal: SelfServiceTerminal, language: str) -> str:
    """Such as 自助终端 3，A 座，2 楼，南区; as much as the hall says."""
    parts = [words("terminal", language=language, window=terminal.window)]
    if terminal.building:
        parts.append(named(terminal.building, language))
    if terminal.floor:
        parts.append(words("floor", language=language, floor=terminal.floor))
    if terminal.zone:
        parts.append(named(terminal.zone, language))
    return (", " if language == "en" else "，").join(part for part in parts if part)


def code(matter: Matter, hall: HallView, columns: int, language: str) -> Iterator[OnPaper]:
    """Nothing where the hall has no address for phones."""
    if hall.public_url:
        yield Rule()
        yield QrCode(content=list_url(hall.public_url, matter.code))
        yield Space()
        yield from centred(words("scan", language=language), columns)


def centred(text: str, columns: int, *, size: int = 1, bold: bool = False) -> Iterator[Line]:
    for piece in balanced(text, columns // size):
        yield Line(text=piece, align=Align.CENTRE, size=size, bold=bold)


def words(name: str, /, *, language: str, **filled: object) -> str:
    return named(_words()[name], language).format_map(filled)


@cache
def _words() -> dict[str, dict[str, str]]:
    found = resources.files(__package__).joinpath("templates", "list.toml").read_text("utf-8")
    return {
        name: {tag: str(text) for tag, text in each.items()} for name, each in tomllib.loads(found).items()
    }
