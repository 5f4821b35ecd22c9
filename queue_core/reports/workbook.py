"""Tables as an Excel workbook: numbers with formats, headings that stay in sight, widths, a filter."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import east_asian_width

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from queue_core.reports.errors import NotWritten
from queue_core.reports.sheets import Cell, Kind, Sheet, shown

_WRITTEN = datetime(1980, 1, 1, tzinfo=UTC)  # the same figures make the same file
_DAY_S = 86_400
_FONT = {"font_name": "Microsoft YaHei", "font_size": 10}
_HEADING = {"bold": True, "bg_color": "#E8EDF3", "text_wrap": True, "valign": "vcenter"}
_HEADING_HEIGHT = 30
_FORMATS = {
    Kind.TEXT: "@",
    Kind.COUNT: "#,##0",
    Kind.SPAN: "[m]:ss",
    Kind.LONG: "[h]:mm",
    Kind.SHARE: "0.0%",
    Kind.TIME: "hh:mm",
}
_IN_DAYS = frozenset({Kind.SPAN, Kind.LONG, Kind.TIME})
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31
_NARROWEST, _WIDEST = 9, 48


def write(sheets: Sequence[Sheet], path: Path) -> None:
    """Raises NotWritten."""
    book = Workbook(path)
    book.set_properties({"created": _WRITTEN})
    heading = book.add_format(_FONT | _HEADING)
    formats = {kind: book.add_format(_FONT | {"num_format": each}) for kind, each in _FORMATS.items()}
    for sheet in sheets:
        _fill(book.add_worksheet(_name(sheet)), sheet, heading, formats)
    try:
        book.close()
    except FileCreateError as error:
        raise NotWritten(path, error) from error


def _name(sheet: Sheet) -> str:
    """At most 31 characters, none of which a reference to a cell needs for itself."""
    return " ".join(sheet.title).translate(_FORBIDDEN_IN_NAMES)[:_LONGEST_NAME]


def _fill(page: Worksheet, sheet: Sheet, heading: Format, formats: dict[Kind, Format]) -> None:
    page.set_row(0, _HEADING_HEIGHT)
    for at, (words, width) in enumerate(zip(sheet.headings, _widths(sheet), strict=True)):
        page.set_column(at, at, width)
        page.write_string(0, at, "\n".join(filter(None, words)), heading)
    for row, cells in enumerate(sheet.rows, 1):
        for at, cell in enumerate(cells):
            _put(page, row, at, cell, formats[cell.kind])
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)


def _put(page: Worksheet, row: int, column: int, cell: Cell, form: Format) -> None:
    """Text is text, whatever it begins with: nothing in a report is ever a formula."""
    if isinstance(cell.value, str):
        page.write_string(row, column, cell.value, form)
    elif cell.value is not None:
        page.write_number(row, column, cell.value / _DAY_S if cell.kind in _IN_DAYS else cell.value, form)


def _widths(sheet: Sheet) -> Iterator[int]:
    for at, heading in enumerate(sheet.headings):
        texts = [*heading, *(shown(row[at]) for row in sheet.rows)]
        yield min(max(_NARROWEST, *map(_width, texts)) + 2, _WIDEST)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)
