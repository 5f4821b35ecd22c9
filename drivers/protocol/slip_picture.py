"""A slip as it looks on paper, for whoever changes the layout of tickets; no printer is asked.

Letters are those of Noto's monospaced face at the printer's own 24 dots, enlarged as printers enlarge theirs.
A real printer's letters look different and take the same room, so that lines break at the same places. Lines
that the printer would be sent as pictures are those pictures.
"""

from collections.abc import Iterator
from typing import assert_never

from PIL import Image

from drivers.contract.slip import Align, Cut, Element, Line, Picture, QrCode, Rule, Slip, Space
from drivers.protocol.columns import wrap
from drivers.protocol.escpos_job import LINE_DOTS, Dialect, own_letters, picture, qr_picture, rule_picture
from drivers.protocol.letters import LETTER_DOTS, draw, draw_own

DOTS_PER_MM = 8  # 203 dpi
ABOVE_DOTS = 72  # from the knife to the first line that can be printed, about
BELOW_DOTS = 24


def draw_slip(slip: Slip, dialect: Dialect) -> Image.Image:
    """Grey, as wide as the paper, one pixel a dot. Raises NotCapable without fonts."""
    bands = [band for element in slip.elements for band in _bands(element, dialect)]
    height = ABOVE_DOTS + sum(band.height for band in bands) + BELOW_DOTS
    paper = Image.new("L", (dialect.paper_mm * DOTS_PER_MM, height), color=255)
    top = ABOVE_DOTS
    for band in bands:
        paper.paste(band, ((paper.width - band.width) // 2, top))
        top += band.height
    return paper


def _bands(element: Element, dialect: Dialect) -> Iterator[Image.Image]:
    match element:
        case Line():
            for text in wrap(element.text, dialect.columns // element.size):
                if own_letters(text, dialect.letters) is None:
                    yield draw(
                        text,
                        width_dots=dialect.width_dots,
                        size=element.size,
                        align=element.align,
                        bold=element.bold,
                    )
                else:
                    yield _line(text, element, dialect.width_dots)
        case Rule():
            yield rule_picture(dialect.width_dots)
        case QrCode():
            yield qr_picture(element)
        case Picture(png=png):
            yield picture(png, dialect.width_dots)
        case Space(lines=lines):
            yield _blank(1, lines * LINE_DOTS)
        case Cut():
            yield _blank(1, LINE_DOTS)
        case _:
            assert_never(element)


def _line(text: str, line: Line, width_dots: int) -> Image.Image:
    letters = draw_own(text, bold=line.bold)
    letters = letters.resize(
        (letters.width * line.size, letters.height * line.size), Image.Resampling.NEAREST
    )
    band = _blank(width_dots, max(LINE_DOTS, LETTER_DOTS * line.size))
    spare = max(0, width_dots - letters.width)
    left = {Align.LEFT: 0, Align.CENTRE: spare // 2, Align.RIGHT: spare}[line.align]
    band.paste(letters, (left, (band.height - letters.height) // 2))
    return band


def _blank(width_dots: int, height_dots: int) -> Image.Image:
    return Image.new("1", (width_dots, height_dots), color=1)
