"""ticket.toml: what stands on a ticket, in which order. `display.ticket.slip` makes a slip of it.

All mistakes of a file are told at once, and what would lose a number (no number on it, no cut) is one. Other
slips that a hall can change have a `Vocabulary` of their own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, PlainValidator, ValidationInfo, field_validator

from drivers.contract.slip import Align
from drivers.protocol.escpos_job import WIDTH_DOTS, picture
from queue_core.config import Contradiction, Section, WriteInstead, load

DEFAULT = Path(__file__).parent / "templates" / "ticket.toml"
CHINESE = "zh-CN"
PAPERS = tuple(WIDTH_DOTS)
LARGEST = 8
FIT = "fit"
LONGEST_TEXT = 200


class Placeholder(StrEnum):
    """What a line can say of a ticket."""

    NUMBER = "number"
    CATEGORY = "category"
    CLASS = "class"
    AHEAD = "ahead"
    ABOUT_MIN = "about_min"
    WITHIN_MIN = "within_min"
    ISSUED = "issued"
    HALL = "hall"
    SLOT = "slot"
    WINDOWS = "windows"
    WHERE = "where"


class Condition(StrEnum):
    """What can be true of a ticket."""

    ESTIMATE = "estimate"
    AHEAD = "ahead"
    NOBODY_AHEAD = "nobody-ahead"
    ACCEPT = "accept"
    CONSULT = "consult"
    PICKUP = "pickup"
    APPOINTMENT = "appointment"
    MAY_NOT_BE_CALLED = "may-not-be-called"
    PRIORITY = "priority"
    WINDOWS = "windows"
    PLACE = "place"


# What not every ticket has, and what it is called.
NOT_ALWAYS: Mapping[str, tuple[str, str]] = {
    Placeholder.ABOUT_MIN: (Condition.ESTIMATE, "an estimate"),
    Placeholder.WITHIN_MIN: (Condition.ESTIMATE, "an estimate"),
    Placeholder.SLOT: (Condition.APPOINTMENT, "an appointment"),
    Placeholder.WINDOWS: (Condition.WINDOWS, "windows"),
    Placeholder.WHERE: (Condition.PLACE, "a place"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What lines of a kind of slip (`slip` is its name) can say, and what `when` can ask.

    `named` is the placeholder by which one is told from another; `not_always` says which condition must hold
    for a placeholder to stand for something, and what is missing otherwise.
    """

    slip: str
    named: str
    placeholders: tuple[str, ...]
    conditions: tuple[str, ...]
    not_always: Mapping[str, tuple[str, str]]


OF_A_TICKET = Vocabulary(
    slip="ticket",
    named=Placeholder.NUMBER,
    placeholders=tuple(Placeholder),
    conditions=tuple(Condition),
    not_always=NOT_ALWAYS,
)
NOT = "not "
BELONG_TO_ALL = frozenset({"kind", "when", "paper"})
BELONG_TO = {
    "line": frozenset({"text", "language", "size", "bold", "align"}),
    "rule": frozenset[str](),
    "qr": frozenset({"module_dots"}),
    "picture": frozenset({"file"}),
    "space": frozenset({"lines"}),
    "cut": frozenset[str](),
}
NEEDED = {"line": "text", "picture": "file"}


def placeholders(text: str) -> list[str]:
    """The names in braces. Raises ValueError where braces are not paired."""
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def _size(size: Any) -> int | str:
    if size == FIT or (type(size) is int and 1 <= size <= LARGEST):
        return size  # type: ignore[no-any-return]
    raise WriteInstead(f"{size!r} is no size", f'write a whole number from 1 to {LARGEST}, or "{FIT}"')


def _drawing(name: Any, info: ValidationInfo) -> bytes:
    """The PNG file's bytes: read once, so that it is there when a ticket is printed."""
    if not isinstance(name, str):
        raise WriteInstead(f"{name!r} is no name of a file", 'write it in quotes, such as "emblem.png"')
    path = Path((info.context or {}).get("folder", Path()), name)
    try:
        png = path.read_bytes()
        picture(png, max(WIDTH_DOTS.values()))
    except OSError as error:
        raise WriteInstead(f"{path} cannot be read: {error.strerror}", "put the picture there") from error
    except ValueError as error:
        raise WriteInstead(f"{path} is no PNG picture", "save it as PNG, black on white") from error
    return png


Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$", examples=[CHINESE])]


class Element(Section):
    """One thing on the ticket; which keys go with which kind, `BELONG_TO` says."""

    vocabulary: ClassVar[Vocabulary] = OF_A_TICKET

    kind: Literal["line", "rule", "qr", "picture", "space", "cut"] = Field(examples=["line"])
    text: str = Field(default="", max_length=LONGEST_TEXT)
    language: Language | None = Field(default=None, examples=[CHINESE])
    size: Annotated[int | str, PlainValidator(_size)] = 1
    bold: bool = False
    align: Align = Align.CENTRE
    when: tuple[str, ...] = ()
    paper: Literal[58, 80] | None = None
    module_dots: int = Field(default=6, ge=1, le=16)
    file: Annotated[bytes, PlainValidator(_drawing)] = b""
    lines: int = Field(default=1, ge=1, le=20)

    @field_validator("text")
    @classmethod
    def _known(cls, text: str) -> str:
        words = cls.vocabulary
        try:
            parts = list(Formatter().parse(text))
        except ValueError as error:
            remedy = f"write {{{words.named}}}, and {{{{ for a brace itself"
            raise WriteInstead("its braces are not paired", remedy) from error
        for _, name, form, conversion in parts:
            if name is not None and (name not in words.placeholders or form or conversion):
                near = get_close_matches(name, words.placeholders, 1)
                known = " ".join(f"{{{one}}}" for one in words.placeholders)
                remedy = f"write {{{near[0]}}}" if near else f"write one of {known}"
                raise WriteInstead(f"{{{name}}} stands for nothing", remedy)
        return text

    @field_validator("when", mode="plain")
    @classmethod
    def _conditions(cls, when: Any) -> tuple[str, ...]:
        known = cls.vocabulary.conditions
        conditions = tuple(when) if isinstance(when, list | tuple) else (when,)
        for condition in conditions:
            if not isinstance(condition, str) or condition.removeprefix(NOT) not in known:
                near = get_close_matches(str(condition).removeprefix(NOT), known, 1)
                all_of_them = f"write one of {', '.join(known)}, or not with one"
                raise WriteInstead(
                    f'"{condition}" is no condition', f'write "{near[0]}"' if near else all_of_them
                )
        return conditions


class Template(Section):
    """`languages` are printed, one below the other as the elements stand."""

    vocabulary: ClassVar[Vocabulary] = OF_A_TICKET

    languages: tuple[Language, ...] = Field(default=(CHINESE, "en"), min_length=1, examples=[[CHINESE, "en"]])
    element: tuple[Element, ...] = Field(min_length=1, examples=[[{"kind": "line", "text": "{number}"}]])

    @property
    def written(self) -> frozenset[str]:
        """The languages that some line is in."""
        return frozenset(one.language for one in self.element if one.language is not None)

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        found = document.get("element")
        elements = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
        if isinstance(found, list) and len(elements) == len(found):
            for index, element in enumerate(elements):
                yield from _misplaced(index, element, cls.vocabulary)
            yield from _lost(elements, cls.vocabulary)
            yield from _unwritten(document.get("languages"), elements)


def read(path: Path) -> Template:
    """Raises ConfigErrors with every mistake of the file."""
    return load(path, Template)


@cache
def default() -> Template:
    return read(DEFAULT)


def _misplaced(index: int, element: Mapping[str, Any], words: Vocabulary) -> Iterator[Contradiction]:
    """Keys that do not go with the kind, and lines that would say nothing."""
    kind = element.get("kind")
    if not isinstance(kind, str) or kind not in BELONG_TO:
        return
    for key in sorted(set(element) & frozenset().union(*BELONG_TO.values()) - BELONG_TO[kind]):
        yield Contradiction(
            location=("element", index, key),
            problem=f"a {kind} has no `{key}`",
            remedy=f"remove the line, or write {_kinds_with(key)}",
        )
    needed = NEEDED.get(kind, "")
    if needed and not element.get(needed):
        yield Contradiction(
            location=("element", index, "kind"),
            problem=f"a {kind} needs `{needed}`",
            remedy=f"add `{_example(needed, words)}`",
        )
    if kind == "line":
        named = _named(element)
        for condition, what in sorted({told for one, told in words.not_always.items() if one in named}):
            if condition not in _told(element.get("when")):
                yield Contradiction(
                    location=("element", index, "text"),
                    problem=f"not every {words.slip} has {what}",
                    remedy=f'add `when = "{condition}"` to this line',
                )


def _kinds_with(key: str) -> str:
    return " or ".join(f'kind = "{kind}"' for kind, keys in BELONG_TO.items() if key in keys)


def _example(key: str, words: Vocabulary) -> str:
    return f'text = "{{{words.named}}}"' if key == "text" else 'file = "emblem.png"'


def _lost(elements: list[dict[str, Any]], words: Vocabulary) -> Iterator[Contradiction]:
    """What would make tickets useless: each paper shows the number, always, and ends with one cut."""
    without = [paper for paper in PAPERS if not any(_names_it(each, paper, words) for each in elements)]
    if elements and without:
        yield Contradiction(
            location=("element", 0),
            problem=f"on paper of {' and '.join(map(str, without))} mm "
            f"not every {words.slip} shows its {words.named}",
            remedy=f"add a line with {_example('text', words)} and without `when` and `language`",
        )
    for index, element in enumerate(elements):
        if element.get("kind") == "cut" and (
            index < len(elements) - 1 or "when" in element or "paper" in element
        ):
            yield Contradiction(
                location=("element", index),
                problem="a cut stands at the end, on all papers and always",
                remedy="move it there, without `when` and `paper`",
            )
    if elements and elements[-1].get("kind") != "cut":
        yield Contradiction(
            location=("element", len(elements) - 1),
            problem=f"the {words.slip} is not cut off",
            remedy='add [[element]] with kind = "cut" at the end',
        )


def _unwritten(languages: object, elements: list[dict[str, Any]]) -> Iterator[Contradiction]:
    written = [element.get("language") for element in elements]
    for index, language in enumerate(languages if isinstance(languages, list) else []):
        if isinstance(language, str) and language not in written:
            yield Contradiction(
                location=("languages", index),
                problem=f'no line is in "{language}"',
                remedy=f'add lines with language = "{language}", or leave it out here',
            )


def _names_it(element: Mapping[str, Any], paper: int, words: Vocabulary) -> bool:
    return (
        element.get("kind") == "line"
        and words.named in _named(element)
        and not {"when", "language"} & set(element)
        and element.get("paper", paper) == paper
    )


def _named(element: Mapping[str, Any]) -> list[str]:
    try:
        return placeholders(element.get("text", ""))
    except (ValueError, TypeError):
        return []


def _told(when: object) -> list[object]:
    return when if isinstance(when, list) else [when]
