"""The columns of a catalogue's file, and what its cells mean.

A column with a language stands once for each: `name zh-CN`, `name en`.
"""

import difflib
import re
from collections.abc import Iterator, Sequence

from queue_core.config import WriteInstead

PLAIN = ("code", "category", "classes", "minutes", "originals", "copies", "terminals", "web")
BY_LANGUAGE = ("name", "department", "material")
REQUIRED = ("code", "category", "name zh-CN", "classes", "minutes")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CODE = re.compile(r"[a-z][a-z0-9-]{0,39}")
_WEB = re.compile(r"https?://[^\s/]+(/\S*)?")
_LONGEST = 200


def letter(index: int) -> str:
    """As spreadsheets call a column: 0 is A, 26 is AA."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)  # noqa: PLR2004 - letters of the alphabet


def heading_mistakes(headings: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """(index of the column or -1, what is wrong, what to write instead)."""
    for index, heading in enumerate(headings):
        if not _is_known(heading):
            near = difflib.get_close_matches(
                heading, [*PLAIN, *REQUIRED, "department zh-CN", "material zh-CN"], n=1
            )
            remedy = (
                f'write "{near[0]}"' if near else f"remove the column; the headings are {_all_headings()}"
            )
            yield index, f'"{heading}" is not a heading', remedy
        elif heading in headings[:index]:
            yield index, f'"{heading}" is there twice', "remove one of the two columns"
    for heading in REQUIRED:
        if heading not in headings:
            yield -1, f'there is no column "{heading}"', f"add one; the headings are {_all_headings()}"


def _is_known(heading: str) -> bool:
    word, _, tag = heading.partition(" ")
    return heading in PLAIN or (word in BY_LANGUAGE and _TAG.fullmatch(tag) is not None)


def _all_headings() -> str:
    return ", ".join([*PLAIN, *(f"{each} zh-CN" for each in BY_LANGUAGE)]) + " (and en, zh-Hant …)"


def text(cell: str) -> str:
    if len(cell) > _LONGEST or not cell.isprintable():
        raise WriteInstead(
            "is too long, or holds what cannot be printed", f"write one line of at most {_LONGEST} characters"
        )
    return cell


def needed_text(cell: str) -> str:
    if not cell:
        raise WriteInstead("is empty", "write the name in this language")
    return text(cell)


def code(cell: str) -> str:
    if _CODE.fullmatch(cell) is None:
        raise WriteInstead(
            f'"{cell}" is not a code',
            'write small letters, digits and dashes, a letter first, at most 40, such as "company-setup"',
        )
    return cell


def minutes(cell: str) -> int:
    return _number(cell, 1, 480, "the usual length of the service in minutes")


def count(cell: str) -> int:
    """How many of a paper; an empty cell is none."""
    return _number(cell, 0, 99, "how many") if cell else 0


def web(cell: str) -> str | None:
    if cell and _WEB.fullmatch(cell) is None:
        raise WriteInstead(
            f'"{cell}" is not a web address', 'write one such as "https://www.example.org/form"'
        )
    return cell or None


def numbers(cell: str) -> tuple[int, ...]:
    return tuple(_number(each, 1, 999, "the numbers of terminals") for each in words(cell))


def words(cell: str) -> tuple[str, ...]:
    """What stands in a cell one after the other, between spaces, commas or semicolons, also Chinese ones."""
    return tuple(dict.fromkeys(filter(None, re.split(r"[\s,;/、，；]+", cell))))


def _number(cell: str, least: int, most: int, meaning: str) -> int:
    if not (cell.isascii() and cell.isdigit() and least <= int(cell) <= most):
        raise WriteInstead(f'"{cell}" is not {meaning}', f"write a whole number from {least} to {most}")
    return int(cell)
