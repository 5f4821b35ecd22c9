"""Lines of text as pictures, for letters that a printer does not have, such as rare hanzi in names."""

from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from drivers.contract.errors import NotCapable
from drivers.contract.slip import Align

LETTER_DOTS = 24  # the height of a printer's own letter, and the width of its hanzi, at 203 dpi
SIMPLIFIED_CHINESE = 2  # the face's place in Noto's collection
FONTS = Path("/usr/share/fonts/opentype/noto")
LEADING = 1.25  # Noto Sans CJK's ascent and descent, in its size


def draw(text: str, *, width_dots: int, size: int, align: Align, bold: bool) -> Image.Image:
    """One line, 1 bit deep, black on white, as wide as the paper; smaller where it would not fit."""
    font = _font(LETTER_DOTS * size, bold=bold)
    if (needed := font.getlength(text)) > width_dots:
        font = _font(int(font.size * width_dots / needed), bold=bold)
    image = Image.new("1", (width_dots, round(LETTER_DOTS * size * LEADING)), color=1)
    spare = max(0, width_dots - round(font.getlength(text)))
    left = {Align.LEFT: 0, Align.CENTRE: spare // 2, Align.RIGHT: spare}[align]
    ImageDraw.Draw(image).text((left, image.height // 2), text, font=font, fill=0, anchor="lm")
    return image


@cache
def _font(dots: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    path = FONTS / f"NotoSansCJK-{'Bold' if bold else 'Regular'}.ttc"
    try:
        return ImageFont.truetype(path, dots, index=SIMPLIFIED_CHINESE, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise NotCapable(f"{path.name} is missing: install fonts-noto-cjk") from error
