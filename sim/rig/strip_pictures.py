"""What a strip looks like, for people: lit and dark dots, as PNG."""

from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PIL import Image, ImageDraw

from sim.peers.escpos.glyphs import glyph

_DOT, _GAP = 4, 1
_LETTERS = (32, 24, 16, 12)  # heights of a hanzi, the greatest that fits is taken
_HOUSING, _DARK = (12, 12, 12), (34, 30, 30)
_LIGHT = {"red": (255, 48, 32), "green": (48, 230, 64), "yellow": (255, 196, 24)}
_WHITE = (230, 230, 230)  # a colour whose meaning is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """Text in a rectangle of dots; `runs` are pieces of text with their colours."""

    left: int
    top: int
    width: int
    height: int
    runs: tuple[tuple[str, str], ...]


def save_picture(path: Path, dots: tuple[int, int], letterings: list[Lettering]) -> Path:
    """Raises NotThere without the font."""
    lit = Image.new("RGB", dots, _DARK)
    for lettering in letterings:
        lit.paste(_draw(lettering, dots), (lettering.left, lettering.top))
    _as_leds(lit).save(path)
    return path


def _draw(lettering: Lettering, dots: tuple[int, int]) -> Image.Image:
    """One area; what does not fit is cut off."""
    size = (min(lettering.width, dots[0]), min(lettering.height, dots[1]))
    area = Image.new("RGB", size, _DARK)
    letter_height = next((height for height in _LETTERS if height <= lettering.height), _LETTERS[-1])
    x = y = 0
    for text, colour in lettering.runs:
        for letter in text:
            if letter == "\n":
                x, y = 0, y + letter_height
                continue
            width = letter_height // 2 if letter.isascii() else letter_height
            area.paste(_LIGHT.get(colour, _WHITE), (x, y), glyph(letter, width, letter_height))
            x += width
    return area


def _as_leds(lit: Image.Image) -> Image.Image:
    pitch = _DOT + _GAP
    picture = Image.new("RGB", (lit.width * pitch + _GAP, lit.height * pitch + _GAP), _HOUSING)
    draw = ImageDraw.Draw(picture)
    for x, y in product(range(lit.width), range(lit.height)):
        left, top = x * pitch + _GAP, y * pitch + _GAP
        draw.ellipse((left, top, left + _DOT - 1, top + _DOT - 1), fill=lit.getpixel((x, y)))
    return picture
