"""A slip as the bytes of an ESC/POS job, in the dialect that real Chinese 58 and 80 mm printers take.

Text goes out as two-byte GBK in Chinese mode (FS &), never through python-escpos' `text`, which switches code
pages under it; a line with a letter outside GBK goes out as a picture, since those printers know no four-byte
GB18030.
"""

from io import BytesIO
from typing import assert_never

from escpos.image import EscposImage
from escpos.printer import Dummy
from PIL import Image

from drivers.contract.slip import Align, Cut, Element, Line, Picture, QrCode, Rule, Slip, Space
from drivers.protocol.columns import wrap
from drivers.protocol.letters import draw

WIDTH_DOTS = {58: 384, 80: 576}  # at 203 dpi
LETTER_WIDTH_DOTS = 12
RESET, CHINESE = b"\x1b@", b"\x1c&"
FEED = b"\x1bd"
RASTER = b"\x1dv0\x00"  # GS v 0, normal size
QR_LEVEL_M = 1  # python-escpos' number for it
ALIGNMENT = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


def columns(paper_mm: int) -> int:
    return WIDTH_DOTS[paper_mm] // LETTER_WIDTH_DOTS


def encode(slip: Slip, paper_mm: int) -> bytes:
    """The whole job from reset to cut. Raises NotCapable when a picture is needed and no font is there."""
    job = Dummy()
    job._raw(RESET + CHINESE)  # noqa: SLF001 - the library's one way to send bytes as they are
    for element in slip.elements:
        _put(job, element, paper_mm)
    return bytes(job.output)


def _put(job: Dummy, element: Element, paper_mm: int) -> None:
    match element:
        case Line():
            _put_text(job, element, paper_mm)
        case Rule():
            _put_text(job, Line(text="─" * (columns(paper_mm) // 2)), paper_mm)
        case QrCode(content=content, module_dots=dots):
            job.set(align="center")
            job.qr(content, ec=QR_LEVEL_M, size=dots, native=True)
        case Picture(png=png):
            job.set(align="center")
            job._raw(_raster(picture(png, WIDTH_DOTS[paper_mm])))  # noqa: SLF001
        case Space(lines=lines):
            job._raw(FEED + bytes((lines,)))  # noqa: SLF001
        case Cut():
            job.cut()
        case _:
            assert_never(element)


def _put_text(job: Dummy, line: Line, paper_mm: int) -> None:
    for text in wrap(_without_controls(line.text), columns(paper_mm) // line.size):
        try:
            letters = text.encode("gbk")
        except UnicodeEncodeError:
            width_dots = WIDTH_DOTS[paper_mm]
            drawn = draw(text, width_dots=width_dots, size=line.size, align=line.align, bold=line.bold)
            job.set(align="left")
            job._raw(_raster(drawn))  # noqa: SLF001
        else:
            job.set(
                align=ALIGNMENT[line.align],
                bold=line.bold,
                custom_size=True,
                width=line.size,
                height=line.size,
            )
            job._raw(letters + b"\n")  # noqa: SLF001


def picture(png: bytes, width_dots: int) -> Image.Image:
    """Black and white, no wider than the paper; what is transparent is white. Raises ValueError."""
    try:
        with Image.open(BytesIO(png), formats=["PNG"]) as opened:
            coloured = opened.convert("RGBA")
    except (OSError, Image.DecompressionBombError) as error:
        raise ValueError(f"not a picture: {error}") from error
    white = Image.new("RGBA", coloured.size, "white")
    white.alpha_composite(coloured)
    white.thumbnail((width_dots, coloured.height))
    return white.convert("1")


def _raster(picture: Image.Image) -> bytes:
    """GS v 0; python-escpos' `image` would send the same, and write warnings to standard output."""
    image = EscposImage(picture)
    rows: bytes = image.to_raster_format()
    across: int = image.width_bytes
    return RASTER + across.to_bytes(2, "little") + picture.height.to_bytes(2, "little") + rows


def _without_controls(text: str) -> str:
    """A control character in a name would be a command to the printer."""
    return "".join(character if character.isprintable() else " " for character in text)
