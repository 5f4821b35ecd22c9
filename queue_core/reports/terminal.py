"""The tables of a report in a terminal."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from queue_core.reports.sheets import Kind, Sheet, shown

_MOST_ROWS = 60
"""Of a part such as matters; a workbook holds all of them."""


def show(sheets: Iterable[Sheet], title: str) -> None:
    console = Console()
    if not console.is_terminal:  # in a file or a pipe nothing is to be cut off
        console = Console(width=240)
    console.rule(title, style="dim")
    for sheet in sheets:
        console.print(_table(sheet))
        if (hidden := len(sheet.rows) - _MOST_ROWS) > 0:
            console.print(f"  … {hidden} more; --xlsx and --json have all", style="dim")


def _table(sheet: Sheet) -> Table:
    table = Table(title=" ".join(sheet.title), title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    for at, heading in enumerate(sheet.headings):
        is_text = all(row[at].kind is Kind.TEXT for row in sheet.rows)
        table.add_column(
            "\n".join(filter(None, heading)), justify="left" if is_text else "right", no_wrap=True
        )
    for row in sheet.rows[:_MOST_ROWS]:
        table.add_row(*map(shown, row))
    return table
