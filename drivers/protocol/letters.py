"""Lines of text as pictures, for letters that a printer does not have, such as rare hanzi in names."""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from drivers.contract.errors import NotCapable
from drivers.contract.slip import Align
from drivers.protocol.columns import width

LETTER_DOTS = 24  # the height of a printer's own letter, and the width of its hanzi, at 203 dpi
SIMPLIFIED_CHINESE, MONOSPACED = 2, 7  # the faces' places in Noto's collection
CELL_DOTS = 12  # the width of a letter that is no hanzi
HANZI_BASELINE_DOTS, BASELINE_DOTS = (
    21,
    19,
)  # below the upper edge of a letter's cell, so that none is cut off
FONTS = Path("/usr/share/fonts/opentype/noto")
LEADING = 1.25  # from line to line, in the size of the letters
BASELINE = 0.78  # of the line's height: hanzi stand in its middle, and nothing of a g is cut off


def draw(text: str, *, width_dots: int, size: int, align: Align, bold: bool) -> Image.Image:
    """One line, 1 bit deep, black on white, as wide as the paper; smaller where it would not fit."""
    font = _font(LETTER_DOTS * size, bold=bold)
    if (needed := font.getlength(text)) > width_dots:
        font = _font(int(font.size * width_dots / needed), bold=bold)
    image = Image.new("1", (width_dots, round(LETTER_DOTS * size * LEADING)), color=1)
    spare = max(0, width_dots - round(font.getlength(text)))
    left = {Align.LEFT: 0, Align.CENTRE: spare // 2, Align.RIGHT: spare}[align]
    ImageDraw.Draw(image).text((left, round(image.height * BASELINE)), text, font=font, fill=0, anchor="ls")
    return image


def draw_own(text: str, *, bold: bool) -> Image.Image:
    """Letters as a printer's own: each in a cell of its own, 12 dots wide, or 24 for a hanzi; 24 high."""
    image = Image.new("1", (max(1, width(text) * CELL_DOTS), LETTER_DOTS), color=1)
    pen, left = ImageDraw.Draw(image), 0
    for letter in text:
        cell_dots = width(letter) * CELL_DOTS
        font, baseline = own_font(letter, bold=bold)
        pen.text((left + cell_dots // 2, baseline), letter, font=font, fill=0, anchor="ms")
        left += cell_dots
    return image


def own_font(letter: str, *, bold: bool) -> tuple[ImageFont.FreeTypeFont, int]:
    """And the baseline, below the upper edge of the cell, at which nothing of the letter is cut off."""
    dots, baseline = (LETTER_DOTS, 21) if width(letter) > 1 else (21, 18)
    return _font(dots, bold=bold, face=MONOSPACED), baseline


@cache
def _font(dots: int, *, bold: bool, face: int = SIMPLIFIED_CHINESE) -> ImageFont.FreeTypeFont:
    path = FONTS / f"NotoSansCJK-{'Bold' if bold else 'Regular'}.ttc"
    try:
        return ImageFont.truetype(path, dots, index=face, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise NotCapable(f"{path.name} is missing: install fonts-noto-cjk") from error
