"""Tables as an Office Open XML workbook (ECMA-376, .xlsx), written without a library for it.

Only what reports need: texts, numbers with a format, bold headings that stay in sight, widths, a filter.
"""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

from queue_core.reports.errors import NotWritten
from queue_core.reports.sheets import Cell, Kind, Sheet, shown

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WRITTEN = (1980, 1, 1, 0, 0, 0)  # the same figures make the same file
_DAY_S = 86_400
_FORMATS = {
    Kind.COUNT: "#,##0",
    Kind.SPAN: "[m]:ss",
    Kind.LONG: "[h]:mm",
    Kind.SHARE: "0.0%",
    Kind.TIME: "hh:mm",
}
_STYLES = {Kind.TEXT: 0, Kind.COUNT: 2, Kind.SPAN: 3, Kind.LONG: 4, Kind.SHARE: 5, Kind.TIME: 6}
_HEADING_STYLE = 1
_IN_DAYS = frozenset({Kind.SPAN, Kind.LONG, Kind.TIME})
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_NARROWEST, _WIDEST = 9, 48


def write(sheets: Sequence[Sheet], path: Path) -> None:
    """Raises NotWritten."""
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name, text in _files(sheets):
                file.writestr(zipfile.ZipInfo(name, _WRITTEN), text, zipfile.ZIP_DEFLATED)
    except OSError as error:
        raise NotWritten(path, error.strerror) from error


def _files(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    yield "[Content_Types].xml", _content_types(numbers)
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    yield "xl/workbook.xml", _workbook(sheets)
    targets = [
        *(("worksheet", f"worksheets/sheet{number}.xml") for number in numbers),
        ("styles", "styles.xml"),
    ]
    yield "xl/_rels/workbook.xml.rels", _relations(targets)
    yield "xl/styles.xml", _styles()
    for number, sheet in zip(numbers, sheets, strict=True):
        yield f"xl/worksheets/sheet{number}.xml", _sheet(sheet)


def _content_types(numbers: range) -> str:
    parts = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    parts += [(f"/xl/worksheets/sheet{number}.xml", "worksheet") for number in numbers]
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in parts
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _workbook(sheets: Sequence[Sheet]) -> str:
    each = "".join(
        f'<sheet name={quoteattr(_name(sheet))} sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{each}</sheets></workbook>'


def _name(sheet: Sheet) -> str:
    """At most 31 characters, none of which a reference to a cell needs for itself."""
    return " ".join(sheet.title).translate(_FORBIDDEN_IN_NAMES)[:31]


def _styles() -> str:
    kinds = [Kind.COUNT, Kind.SPAN, Kind.LONG, Kind.SHARE, Kind.TIME]
    formats = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode={quoteattr(_FORMATS[kind])}/>'
        for at, kind in enumerate(kinds)
    )
    numbers = "".join(
        f'<xf numFmtId="{164 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for at, _ in enumerate(kinds)
    )
    font = '<name val="Microsoft YaHei"/><family val="2"/>'
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(kinds)}">{formats}</numFmts>'
        f'<fonts count="2"><font><sz val="10"/>{font}</font><font><b/><sz val="10"/>{font}</font></fonts>'
        '<fills count="3"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill>'
        '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(kinds) + 2}">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"'
        ' applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf>'
        f"{numbers}</cellXfs>"
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(sheet: Sheet) -> str:
    headings = [
        _text(0, at, "\n".join(filter(None, each)), _HEADING_STYLE) for at, each in enumerate(sheet.headings)
    ]
    rows = [f'<row r="1" ht="30" customHeight="1">{"".join(headings)}</row>']
    for number, row in enumerate(sheet.rows, 1):
        cells = "".join(_cell(number, at, cell) for at, cell in enumerate(row))
        rows.append(f'<row r="{number + 1}">{cells}</row>')
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(_widths(sheet), 1)
    )
    last = _reference(len(sheet.rows), len(sheet.headings) - 1)
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{widths}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="A1:{last}"/></worksheet>'
    )


def _cell(row: int, column: int, cell: Cell) -> str:
    if cell.value is None:
        return ""
    if isinstance(cell.value, str):
        return _text(row, column, cell.value, _STYLES[Kind.TEXT])
    value = cell.value / _DAY_S if cell.kind in _IN_DAYS else cell.value
    return f'<c r="{_reference(row, column)}" s="{_STYLES[cell.kind]}"><v>{value!r}</v></c>'


def _text(row: int, column: int, text: str, style: int) -> str:
    """Text is text, whatever it begins with: nothing in a report is ever a formula."""
    said = escape("".join(each for each in text if each.isprintable() or each == "\n"))
    place = _reference(row, column)
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


def _reference(row: int, column: int) -> str:
    """Such as B3, for row 2 and column 1 from 0."""
    letters, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def _widths(sheet: Sheet) -> Iterator[int]:
    for at, heading in enumerate(sheet.headings):
        texts = [*heading, *(shown(row[at]) for row in sheet.rows)]
        yield min(max(_NARROWEST, *map(_width, texts)) + 2, _WIDEST)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)
