"""A table of appointments or cases on disk, in parts a server takes in one request each."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from queue_core.hall.errors import ListUnreadable
from queue_core.wire.appointments import ImportRows, RowMistake

ROWS_A_PART = 200
_SAVE = 'Save it as "CSV UTF-8" from the spreadsheet, then try again.'


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """`lines` are the file's lines of its rows, of which each is one line of `rows`."""

    rows: ImportRows
    lines: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.lines)

    def in_file(self, mistake: RowMistake) -> RowMistake:
        """The same by the file's line; the part has its headings in the first."""
        return replace(mistake, line=self.lines[mistake.line - 2])


def parts_of(file: Path) -> list[Part]:
    """Raises ListUnreadable."""
    reader = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    try:
        headings = next(reader, None)
        rows = [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells))]
    except csv.Error as error:
        raise ListUnreadable(file, f"line {reader.line_num} is no line of CSV: {error}", _SAVE) from error
    if headings is None:
        raise ListUnreadable(file, "it is empty", "Write the headings in its first line.")
    starts = range(0, len(rows), ROWS_A_PART)
    return [_part(headings, rows[start : start + ROWS_A_PART]) for start in starts]


def _part(headings: list[str], rows: list[tuple[int, list[str]]]) -> Part:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([" ".join(cell.split()) for cell in cells] for _, cells in rows)
    return Part(rows=ImportRows(csv=written.getvalue()), lines=tuple(line for line, _ in rows))


def _text(file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise ListUnreadable(file, error.strerror or str(error), "Name a file that you may read.") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ListUnreadable(file, "it is neither UTF-8 nor GB18030 text", _SAVE)
