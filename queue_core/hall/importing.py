"""Lists of rows from other systems: a table with headings, taken in row by row, each mistake by its line.

A refused row stops no other. What a mistake says never repeats a cell that may hold a person.
"""

import asyncio
import csv
import hashlib
import io
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from queue_core.app.errors import HallError, HallStopped
from queue_core.app.people import CardKind, Holder
from queue_core.domain.refusals import Refusal
from queue_core.domain.words import PickupWay, TicketClass
from queue_core.hall import entering
from queue_core.hall.errors import Denied
from queue_core.wire.appointments import Imported, RowMistake
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CardKind as WireCardKind

MAX_FILE = 4 * 1024 * 1024
SIDE_BY_SIDE = 100
"""Rows asked for at once, so that they share a commit; they are decided in their order all the same."""
_YES, _NO = {"yes", "true", "1", "是"}, {"", "no", "false", "0", "否"}


class CellMistake(Exception):
    """One cell that cannot be read. Stays inside this module and the columns' readers."""

    def __init__(self, column: str, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.column = column
        self.remedy = remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """`needed` are headings that must be there; `known` all that may be."""

    needed: tuple[str, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by heading, stripped; `line` is where the row ends in the text."""

    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str | None:
        """None for an empty cell, or a column that is not there."""
        return self.cells.get(column) or None

    def needed(self, column: str) -> str:
        found = self.text(column)
        if found is None:
            raise CellMistake(column, "is empty", "fill it in")
        return found

    def ticket_class(self, column: str, otherwise: TicketClass | None = None) -> TicketClass:
        written = self.text(column)
        if written is None and otherwise is not None:
            return otherwise
        if written not in set(TicketClass):
            raise CellMistake(column, "is no class", f"write one of {', '.join(TicketClass)}")
        return TicketClass(written)

    def instant_ms(self, column: str, zone: tzinfo) -> int:
        """A local time such as `2026-11-23 09:30`."""
        try:
            at = datetime.fromisoformat(self.needed(column))
        except ValueError as error:
            raise CellMistake(column, "is no date and time", "write it like 2026-11-23 09:30") from error
        return int((at if at.tzinfo else at.replace(tzinfo=zone)).timestamp() * 1000)

    def holder(self) -> Holder | None:
        """The person of the columns `name`, `id_number` and `card`; None when both are empty."""
        name, number = self.text("name"), self.text("id_number")
        if name is None and number is None:
            return None
        card = self.text("card") or WireCardKind.RESIDENT_ID
        if card not in set(CardKind):
            raise CellMistake("card", "is no kind of card", f"write one of {', '.join(CardKind)}")
        try:
            return entering.person(
                CardHolder(
                    name=self.needed("name"), id_number=self.needed("id_number"), card=WireCardKind(card)
                )
            )
        except Denied as denied:
            raise CellMistake("id_number", denied.detail.rstrip("."), "check it with the person") from denied

    def is_yes(self, column: str) -> bool:
        written = (self.text(column) or "").lower()
        if written not in _YES | _NO:
            raise CellMistake(column, "is neither yes nor no", "write yes or no")
        return written in _YES

    def way(self, column: str) -> PickupWay:
        """Collected at a window where nothing is written."""
        written = self.text(column)
        if written is None:
            return PickupWay.WINDOW
        if written not in tuple(PickupWay):
            raise CellMistake(column, "is no way of pickup", f"write one of {', '.join(PickupWay)}")
        return PickupWay(written)

    def mark(self, column: str) -> str:
        """A short name of the row for its idempotency key, from the column that tells it from others."""
        return hashlib.blake2b(self.needed(column).encode(), digest_size=9).hexdigest()


async def import_rows(text: str, columns: Columns, take: Callable[[Row], Awaitable[bool]]) -> Imported:
    """Take in each row; `take` says whether it was new. Raises Denied when the table itself is not one."""
    taken, mistakes = 0, []
    rows = list(_rows(text, columns))
    for begin in range(0, len(rows), SIDE_BY_SIDE):
        for found in await asyncio.gather(*(_told(row, take) for row in rows[begin : begin + SIDE_BY_SIDE])):
            if isinstance(found, RowMistake):
                mistakes.append(found)
            else:
                taken += found
    return Imported(taken=taken, known=len(rows) - taken - len(mistakes), mistakes=tuple(mistakes))


async def _told(row: Row, take: Callable[[Row], Awaitable[bool]]) -> bool | RowMistake:
    try:
        return await take(row)
    except HallStopped:
        raise
    except CellMistake as wrong:
        return RowMistake(line=row.line, column=wrong.column, problem=str(wrong), remedy=wrong.remedy)
    except (Refusal, HallError, Denied) as refused:
        return RowMistake(line=row.line, column="", problem=str(refused), remedy=refused.remedy)


def _rows(text: str, columns: Columns) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        headings = [each.strip().lower() for each in next(reader, [])]
        _require_headings(headings, columns)
        for cells in reader:
            if any(map(str.strip, cells)):
                named = dict(zip(headings, map(str.strip, cells), strict=False))
                yield Row(reader.line_num, named)
    except csv.Error as error:
        raise Denied(
            422,
            "csv-unreadable",
            f"Line {reader.line_num} is no line of a CSV table: {error}.",
            'Close every quote; save the table as "CSV UTF-8".',
        ) from error


def _require_headings(headings: list[str], columns: Columns) -> None:
    missing = [each for each in columns.needed if each not in headings]
    strange = [each for each in headings if each not in columns.known]
    if missing or strange:
        said = [f"missing: {', '.join(missing)}"] if missing else []
        said += [f"unknown: {', '.join(strange)[:100]}"] if strange else []
        raise Denied(
            422,
            "csv-columns",
            f"The headings of the table are not the right ones ({'; '.join(said)}).",
            f"Write these headings in the first line: {', '.join(columns.known)}.",
        )
