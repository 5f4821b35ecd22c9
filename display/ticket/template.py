"""ticket.toml: what stands on a ticket, in which order. `display.ticket.slip` makes a slip of it.

All mistakes of a file are told at once, and what would lose a number (no number on it, no cut) is one. Other
slips that a hall can change have a `Vocabulary` of their own.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, PlainValidator, ValidationInfo, field_validator

from display.ticket.mistakes import lost, misplaced, unwritten
from display.ticket.vocabulary import NOT, OF_A_TICKET, Vocabulary
from drivers.contract.slip import Align
from drivers.protocol.escpos_job import WIDTH_DOTS, picture
from queue_core.config import Contradiction, Section, WriteInstead, load

DEFAULT = Path(__file__).parent / "templates" / "ticket.toml"
CHINESE = "zh-CN"
LARGEST = 8
FIT = "fit"
LONGEST_TEXT = 200


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
    """One thing on the ticket; which keys go with which kind, `mistakes.BELONG_TO` says."""

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
                yield from misplaced(index, element, cls.vocabulary)
            yield from lost(elements, cls.vocabulary)
            yield from unwritten(document.get("languages"), elements)


def read(path: Path) -> Template:
    """Raises ConfigErrors with every mistake of the file."""
    return load(path, Template)


@cache
def default() -> Template:
    return read(DEFAULT)
