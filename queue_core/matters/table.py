"""Reading a catalogue from CSV: every mistake named at once, with line, column and what to write instead.

A row with a code begins a matter. A row without one adds a material to the matter above it, so that a matter
takes as many rows as it needs papers.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from queue_core.config import ConfigErrors, Mistake, WriteInstead
from queue_core.domain.words import TicketClass
from queue_core.matters import columns
from queue_core.matters.catalogue import Catalogue
from queue_core.matters.matter import Material, Matter

T = TypeVar("T")
_OF_A_MATERIAL = ("material", "originals", "copies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What of the hall the file refers to: the classes of each category, and its unattended terminals."""

    classes: Mapping[str, tuple[TicketClass, ...]]
    terminals: tuple[int, ...] = ()


def load_catalogue(path: Path, offered: Offered) -> Catalogue:
    """The catalogue in a CSV file, UTF-8 with or without a byte order mark. Raises ConfigErrors."""
    reading = _Reading(offered)
    matters = reading.matters(_text(path))
    if reading.mistakes:
        raise ConfigErrors(path, tuple(reading.mistakes))
    return Catalogue(matters)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise _unreadable(
            path, "there is no such file", "check the path of `matters` in hall.toml"
        ) from error
    except OSError as error:
        raise _unreadable(
            path, f"cannot be read: {error.strerror}", "name a file that you may read"
        ) from error
    except UnicodeDecodeError as error:
        remedy = 'save it as "CSV UTF-8" (not as GBK, which spreadsheets take for plain CSV)'
        raise _unreadable(path, "is not UTF-8 text", remedy) from error


def _unreadable(path: Path, problem: str, remedy: str) -> ConfigErrors:
    return ConfigErrors(path, (Mistake(line=0, key="", problem=problem, remedy=remedy),))


@dataclass(slots=True)
class _Row:
    """Cells by heading, stripped. `line` is the line of the file on which the row begins."""

    line: int
    cells: dict[str, str]

    def languages(self, heading: str) -> Iterator[str]:
        """The language tags of a heading's columns."""
        return (name.partition(" ")[2] for name in self.cells if name.startswith(f"{heading} "))

    def begins_matter(self) -> bool:
        return any(
            cell and heading.partition(" ")[0] not in _OF_A_MATERIAL for heading, cell in self.cells.items()
        )

    def has_material(self) -> bool:
        return any(
            cell and heading.partition(" ")[0] in _OF_A_MATERIAL for heading, cell in self.cells.items()
        )


@dataclass(slots=True)
class _Begun:
    """A matter whose materials are still being read."""

    row: _Row
    materials: list[Material] = field(default_factory=list)


class _Reading:
    """One pass over a file; gathers mistakes and goes on."""

    def __init__(self, offered: Offered) -> None:
        self.mistakes: list[Mistake] = []
        self._offered = offered
        self._places: dict[str, str] = {}

    def matters(self, text: str) -> list[Matter]:
        begun: list[_Begun] = []
        for row in self._rows(text):
            if row.begins_matter():
                begun.append(_Begun(row))
            elif not begun:
                self._mistake(
                    row.line, "code", "a material stands before any matter", "write the code of its matter"
                )
                continue
            if row.has_material():
                begun[-1].materials.append(self._material(row))
        if not begun and not self.mistakes:
            self._mistake(
                1, "", "there is no matter in this file", "write one row a matter below the headings"
            )
        self._name_twins(begun)
        return [self._matter(each) for each in begun]

    def _rows(self, text: str) -> Iterator[_Row]:
        """The rows below the headings, without empty ones."""
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        headings: list[str] | None = None
        line = 1
        try:
            for cells in reader:
                begun, line = line, reader.line_num + 1
                stripped = [cell.strip() for cell in cells]
                if not any(stripped):
                    continue
                if headings is None:
                    headings = stripped
                    if not self._accept_headings(begun, headings):
                        return
                    continue
                if len(stripped) > len(headings) and any(stripped[len(headings) :]):
                    self._mistake(
                        begun,
                        f"column {columns.letter(len(headings))}",
                        f"the row has more cells than the {len(headings)} headings",
                        'put a text that contains a comma in quotes: "…, …"',
                    )
                padded = [*stripped, *[""] * (len(headings) - len(stripped))]
                yield _Row(begun, dict(zip(headings, padded, strict=False)))
        except csv.Error as error:
            self._mistake(
                line, "", f"is not CSV from here on: {error}", 'end each quoted text with a quote: "…"'
            )

    def _accept_headings(self, line: int, headings: list[str]) -> bool:
        """Whether the rows below can be read at all."""
        while headings and not headings[-1]:
            headings.pop()
        for mark, called in ((";", "semicolons"), ("\t", "tabs")):
            if len(headings) == 1 and mark in headings[0]:
                self._mistake(
                    line, "", f"the cells are separated by {called}", "save it with commas between cells"
                )
                return False
        self._places = {heading: columns.letter(index) for index, heading in reversed([*enumerate(headings)])}
        for index, problem, remedy in columns.heading_mistakes(headings):
            self._mistake(line, "" if index < 0 else f"column {columns.letter(index)}", problem, remedy)
        return all(heading in headings for heading in columns.REQUIRED)

    def _material(self, row: _Row) -> Material:
        languages = dict.fromkeys(["zh-CN", *row.languages("material")])
        material = Material(
            names=self._by_language(row, "material", languages),
            originals=self._read(row, "originals", columns.count, 0),
            copies=self._read(row, "copies", columns.count, 0),
        )
        if not any(row.cells.get(heading) for heading in ("originals", "copies")):
            problem = "how many of this material to bring is not said"
            self._mistake(row.line, self._named("originals"), problem, "write a number here or under copies")
        return material

    def _matter(self, begun: _Begun) -> Matter:
        row = begun.row
        category = row.cells["category"]
        if category not in self._offered.classes:
            known = ", ".join(self._offered.classes)
            problem = f'"{category}" is no category of this hall'
            self._mistake(row.line, self._named("category"), problem, f"write one of {known}")
        languages = dict.fromkeys(["zh-CN", *row.languages("name")])
        department = dict.fromkeys(
            tag for tag in row.languages("department") if row.cells[f"department {tag}"]
        )
        return Matter(
            code=self._read(row, "code", columns.code, ""),
            names=self._by_language(row, "name", languages),
            category=category,
            classes=self._classes(row, category),
            usual_minutes=self._read(row, "minutes", columns.minutes, 1),
            department=self._by_language(row, "department", department),
            materials=tuple(begun.materials),
            terminals=self._terminals(row),
            web=self._read(row, "web", columns.web, None),
        )

    def _by_language(self, row: _Row, heading: str, languages: Mapping[str, None]) -> dict[str, str]:
        """The names in these languages; one other than zh-CN may be left out."""
        names = {}
        for tag in languages:
            reads = columns.needed_text if tag == "zh-CN" else columns.text
            names[tag] = self._read(row, f"{heading} {tag}", reads, "")
        return {tag: name for tag, name in names.items() if name}

    def _classes(self, row: _Row, category: str) -> tuple[TicketClass, ...]:
        offered = self._offered.classes.get(category, tuple(TicketClass))
        written = columns.words(row.cells["classes"])
        for each in written:
            if each not in offered:
                problem = f'"{each}" is not a class of this category'
                self._mistake(
                    row.line, self._named("classes"), problem, f"write one or more of {' '.join(offered)}"
                )
        if not written:
            remedy = f"write one or more of {' '.join(offered)}"
            self._mistake(row.line, self._named("classes"), "is empty", remedy)
        return tuple(each for each in offered if each in written)

    def _terminals(self, row: _Row) -> tuple[int, ...]:
        none: tuple[int, ...] = ()
        terminals = self._read(row, "terminals", columns.numbers, none)
        for each in terminals:
            if each not in self._offered.terminals:
                known = " ".join(map(str, self._offered.terminals))
                remedy = (
                    f"write one or more of {known}" if known else "leave it empty: this hall has no terminals"
                )
                self._mistake(row.line, self._named("terminals"), f"window {each} is no terminal", remedy)
        return terminals

    def _name_twins(self, begun: list[_Begun]) -> None:
        lines: dict[str, int] = {}
        for each in begun:
            code, line = each.row.cells["code"], each.row.line
            first = lines.setdefault(code, line)
            if first != line and code:
                remedy = "give each matter its own code"
                self._mistake(line, self._named("code"), f'"{code}" stands on line {first} already', remedy)

    def _read(self, row: _Row, heading: str, reads: Callable[[str], T], otherwise: T) -> T:
        """The cell as `reads` understands it; `otherwise` with a mistake."""
        try:
            return reads(row.cells.get(heading, ""))
        except WriteInstead as error:
            self._mistake(row.line, self._named(heading), str(error), error.remedy)
            return otherwise

    def _named(self, heading: str) -> str:
        place = self._places.get(heading)
        return f"{heading} (column {place})" if place else heading

    def _mistake(self, line: int, key: str, problem: str, remedy: str) -> None:
        self.mistakes.append(Mistake(line=line, key=key, problem=problem, remedy=remedy))
