"""The tables of a report in a terminal; a wide one has its columns in blocks below each other."""

from collections.abc import Iterable, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from queue_core.reports.sheets import Kind, Sheet, shown

_MOST_ROWS = 60
"""Of a part such as matters; a workbook holds all of them."""
_BETWEEN = 3
"""What the frame adds to each column."""


def show(sheets: Iterable[Sheet], title: str) -> None:
    console = Console()
    if not console.is_terminal:  # in a file or a pipe nothing has to be narrow
        console = Console(width=240)
    console.rule(title, style="dim")
    for sheet in sheets:
        for at, columns in enumerate(_blocks(sheet, console.width)):
            console.print(_table(sheet, columns, is_first=at == 0))
        if (hidden := len(sheet.rows) - _MOST_ROWS) > 0:
            console.print(f"  … {hidden} more; --xlsx and --json have all", style="dim")


def _blocks(sheet: Sheet, width: int) -> Iterator[list[int]]:
    """Columns (indexes) that fit beside each other; each block begins with the first, which names the row."""
    first, room = _width(sheet, 0), width - 1
    block, taken = [0], first
    for at in range(1, len(sheet.headings)):
        needed = _width(sheet, at)
        if taken + needed > room and len(block) > 1:
            yield block
            block, taken = [0], first
        block.append(at)
        taken += needed
    yield block


def _width(sheet: Sheet, column: int) -> int:
    cells = (shown(row[column]) for row in sheet.rows[:_MOST_ROWS])
    return max(map(cell_len, (*sheet.headings[column], *cells))) + _BETWEEN


def _table(sheet: Sheet, columns: Sequence[int], *, is_first: bool) -> Table:
    title = " ".join(sheet.title) if is_first else None
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    for at in columns:
        is_text = all(row[at].kind is Kind.TEXT for row in sheet.rows)
        table.add_column(
            "\n".join(filter(None, sheet.headings[at])),
            justify="left" if is_text else "right",
            no_wrap=not is_text,
            overflow="fold",
        )
    for row in sheet.rows[:_MOST_ROWS]:
        table.add_row(*(shown(row[at]) for at in columns))
    return table
