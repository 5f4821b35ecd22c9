"""The printer's built-in letters: 24x24 dots for hanzi, 12x24 (font A) and 9x17 (font B) for ASCII.

Real printers hold bitmaps in ROM and double their dots for larger sizes; so does this one, from Noto Sans
Mono CJK SC.
"""

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from sim.errors import NotThere

_FACE = "Noto Sans Mono CJK SC"
_FILES = (
    Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
    Path("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"),
)
_INK_FROM = 96  # grey level from which a dot is burnt
HANZI_DOTS = 24


@lru_cache(maxsize=4)
def _font(size: int) -> ImageFont.FreeTypeFont:
    for file in _FILES:
        for index in range(20 if file.exists() else 0):
            try:
                font = ImageFont.truetype(str(file), size, index=index)
            except OSError:
                break
            if font.getname()[0] == _FACE:
                return font
    raise NotThere(f"the font {_FACE} is missing", remedy="apt-get install fonts-noto-cjk")


def load_font() -> None:
    """Reading it takes a moment that no ticket should wait for. Raises NotThere."""
    glyph("国", HANZI_DOTS, HANZI_DOTS)


@lru_cache(maxsize=8192)
def glyph(letter: str, width: int, height: int) -> Image.Image:
    """One cell of `width` x `height` dots, ink is 1; nothing of the letter leaves the cell."""
    cell = Image.new("L", (width, height), 0)
    font = _font(height if height != 17 else 18)
    box = font.getbbox(letter, anchor="ls")
    baseline = min(round(height * 0.86), height - round(box[3]))
    left = (width - round(font.getlength(letter))) // 2
    left = max(left, -round(box[0])) if box[2] - box[0] <= width else (width - round(box[2] + box[0])) // 2
    ImageDraw.Draw(cell).text((left, max(baseline, -round(box[1]))), letter, fill=255, font=font, anchor="ls")
    return cell.point(lambda level: 255 if level >= _INK_FROM else 0, mode="1")


@lru_cache(maxsize=4)
def missing(width: int, height: int) -> Image.Image:
    """What is printed for a code the ROM does not have: an empty frame."""
    cell = Image.new("1", (width, height), 0)
    ImageDraw.Draw(cell).rectangle((2, 2, width - 3, height - 3), outline=1)
    return cell


def styled(
    cell: Image.Image, *, scale: tuple[int, int], is_bold: bool, underline: int, is_reverse: bool
) -> Image.Image:
    """Dots doubled, struck twice one dot apart, underlined, white on black."""
    if is_bold:
        cell = ImageChops.logical_or(cell, ImageChops.offset(cell, 1, 0))
    if scale != (1, 1):
        cell = cell.resize((cell.width * scale[0], cell.height * scale[1]), Image.Resampling.NEAREST)
    if underline:
        cell = cell.copy()
        ImageDraw.Draw(cell).rectangle((0, cell.height - underline, cell.width, cell.height), fill=1)
    return ImageChops.invert(cell) if is_reverse else cell
