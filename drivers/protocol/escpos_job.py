"""A slip as the bytes of an ESC/POS job, in the dialect that real Chinese 58 and 80 mm printers take.

Text goes out as two-byte GBK in Chinese mode (FS &), never through python-escpos' `text`, which switches code
pages under it; a line with a letter that the printer does not have goes out as a picture. None of those
printers knows four-byte GB18030, cheap ones have the letters of GB2312 only, and some no Chinese at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import assert_never

import qrcode
from PIL import Image

from drivers.contract.slip import Align, Cut, Element, Line, Picture, QrCode, Rule, Slip, Space
from drivers.protocol.columns import wrap
from drivers.protocol.escpos_library import Dummy, EscposImage
from drivers.protocol.letters import draw

WIDTH_DOTS = {58: 384, 80: 576}  # at 203 dpi
LETTER_WIDTH_DOTS = 12
LINE_DOTS = 30  # from one line of size 1 to the next
RULE_DOTS = 2  # thick, where it is drawn
RESET, CHINESE = b"\x1b@", b"\x1c&"
FEED = b"\x1bd"
RASTER = b"\x1dv0\x00"  # GS v 0, normal size
BAND_DOTS = 512  # a higher picture goes out in bands, since printers keep one in their memory
QR_LEVEL_M = 1  # python-escpos' number for it
ALIGNMENT = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
HALF_LIGHT = 128
PAPER_AND_INK = (64, 192)  # what is darker is ink, what is lighter paper
MOST_BETWEEN = 0.15  # of a drawing's dots are neither
ASCII_END = 0x80
GB2312_TRAILS = range(0xA1, 0xFF)
GB2312_ROWS = (*range(0xA1, 0xAA), *range(0xB0, 0xF8))  # signs, then hanzi


class Letters(StrEnum):
    """Which letters a printer has of its own; the others are drawn."""

    GBK = "gbk"  # all of two bytes: simplified, traditional and Cantonese
    GB2312 = "gb2312"  # simplified only
    RASTER = "raster"  # none: every line is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What a printer must be told differently. `setup` stands behind the reset, `ending` behind the cut.

    `draws_qr`: codes go out as pictures, for a printer that draws none or only small ones.
    """

    paper_mm: int = 80
    letters: Letters = Letters.GBK
    draws_qr: bool = False
    setup: bytes = b""
    ending: bytes = b""

    @property
    def width_dots(self) -> int:
        return WIDTH_DOTS[self.paper_mm]

    @property
    def columns(self) -> int:
        return columns(self.paper_mm)


def columns(paper_mm: int) -> int:
    return WIDTH_DOTS[paper_mm] // LETTER_WIDTH_DOTS


def encode(slip: Slip, dialect: Dialect) -> bytes:
    """The whole job from reset to cut. Raises NotCapable when a picture is needed and no font is there."""
    job = Dummy()
    mode = b"" if dialect.letters is Letters.RASTER else CHINESE
    job._raw(RESET + mode + dialect.setup)  # noqa: SLF001 - the library's one way to send bytes as they are
    for element in slip.elements:
        _put(job, element, dialect)
    job._raw(dialect.ending)  # noqa: SLF001
    return bytes(job.output)


def _put(job: Dummy, element: Element, dialect: Dialect) -> None:
    match element:
        case Line():
            _put_text(job, element, dialect)
        case Rule() if dialect.letters is Letters.RASTER:
            _put_picture(job, rule_picture(dialect.width_dots))
        case Rule():
            _put_text(job, Line(text="─" * (dialect.columns // 2)), dialect)
        case QrCode() if dialect.draws_qr:
            _put_picture(job, qr_picture(element))
        case QrCode(content=content, module_dots=dots):
            job.set(align="center")
            job.qr(content, ec=QR_LEVEL_M, size=dots, native=True)
        case Picture(png=png):
            _put_picture(job, picture(png, dialect.width_dots))
        case Space(lines=lines):
            job._raw(FEED + bytes((lines,)))  # noqa: SLF001
        case Cut():
            job.cut()
        case _:
            assert_never(element)


def _put_text(job: Dummy, line: Line, dialect: Dialect) -> None:
    for text in wrap(_without_controls(line.text), dialect.columns // line.size):
        if (letters := own_letters(text, dialect.letters)) is None:
            _put_picture(
                job,
                draw(text, width_dots=dialect.width_dots, size=line.size, align=line.align, bold=line.bold),
            )
        else:
            job.set(
                align=ALIGNMENT[line.align],
                bold=line.bold,
                custom_size=True,
                width=line.size,
                height=line.size,
            )
            job._raw(letters + b"\n")  # noqa: SLF001


def own_letters(text: str, letters: Letters) -> bytes | None:
    """The bytes of a text the printer has all letters of, else None. An empty line is no picture."""
    try:
        encoded = text.encode("gbk")
    except UnicodeEncodeError:
        return None
    match letters:
        case Letters.GBK:
            return encoded
        case Letters.GB2312:
            return encoded if _is_gb2312(encoded) else None
        case Letters.RASTER:
            return None if encoded else encoded
        case _:
            assert_never(letters)


def _is_gb2312(encoded: bytes) -> bool:
    """Looks at the bytes, as Python's codec of that name turns some signs into others."""
    following = iter(encoded)
    return all(
        lead < ASCII_END or (lead in GB2312_ROWS and next(following) in GB2312_TRAILS) for lead in following
    )


def rule_picture(width_dots: int) -> Image.Image:
    """In the middle of a line."""
    drawn = Image.new("1", (width_dots, LINE_DOTS), color=1)
    top = (LINE_DOTS - RULE_DOTS) // 2
    drawn.paste(0, (0, top, width_dots, top + RULE_DOTS))
    return drawn


def qr_picture(code: QrCode) -> Image.Image:
    """Without its quiet zone, which the paper is."""
    drawn = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, box_size=1, border=0)
    drawn.add_data(code.content)
    rows = drawn.get_matrix()
    image = Image.new("1", (len(rows), len(rows)), color=1)
    image.putdata([0 if is_dark else 1 for row in rows for is_dark in row])
    return image.resize((len(rows) * code.module_dots, len(rows) * code.module_dots))


def picture(png: bytes, width_dots: int) -> Image.Image:
    """Black and white, no wider than the paper; what is transparent is white. Raises ValueError.

    A photograph is dithered. A drawing is not: dots would fray its edges.
    """
    try:
        with Image.open(BytesIO(png), formats=["PNG"]) as opened:
            coloured = opened.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise ValueError(f"not a picture: {error}") from error
    white = Image.new("RGBA", coloured.size, "white")
    white.alpha_composite(coloured)
    white.thumbnail((width_dots, coloured.height))
    grey = white.convert("L")
    if _is_drawing(grey):
        return grey.point(lambda light: 255 * (light >= HALF_LIGHT), mode="1")
    return grey.convert("1")


def _is_drawing(grey: Image.Image) -> bool:
    """Nearly all of it is about as dark as paper or ink."""
    counts = grey.histogram()
    between = sum(counts[PAPER_AND_INK[0] : PAPER_AND_INK[1]])
    return between <= sum(counts) * MOST_BETWEEN


def _put_picture(job: Dummy, drawn: Image.Image) -> None:
    """In the middle, where it is not as wide as the paper."""
    job.set(align="center")
    for band in _bands(drawn):
        job._raw(_raster(band))  # noqa: SLF001


def _bands(drawn: Image.Image) -> Iterator[Image.Image]:
    for top in range(0, drawn.height, BAND_DOTS):
        yield drawn.crop((0, top, drawn.width, min(drawn.height, top + BAND_DOTS)))


def _raster(picture: Image.Image) -> bytes:
    """GS v 0; python-escpos' `image` would send the same, and write warnings to standard output."""
    image = EscposImage(picture)
    rows: bytes = image.to_raster_format()
    across: int = image.width_bytes
    return RASTER + across.to_bytes(2, "little") + picture.height.to_bytes(2, "little") + rows


def _without_controls(text: str) -> str:
    """A control character in a name would be a command to the printer."""
    return "".join(character if character.isprintable() else " " for character in text)
