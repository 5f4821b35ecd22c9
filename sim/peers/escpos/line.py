"""One line of letters on its way to the paper: wraps, aligns, and keeps what it says as text.

The Chinese letters in ROM are those of two bytes. A letter of four bytes in GB18030 is taken for two of two
bytes that are not there, and each leaves a blank.
"""

from collections.abc import Iterator

from PIL import Image

from sim.peers.escpos.glyphs import HANZI_DOTS, glyph, missing, styled
from sim.peers.escpos.modes import Modes

BLANK = "\u3000"


class Line:
    """Collects cells; `letters` gives the images of lines that became full meanwhile."""

    def __init__(self, width_dots: int) -> None:
        self._width = width_dots
        self._lead: int | None = None
        self._forget()

    def _forget(self) -> None:
        self._cells: list[tuple[int, Image.Image]] = []
        self._x = 0
        self.text = ""

    @property
    def is_empty(self) -> bool:
        return not self._cells

    def letters(self, data: bytes, modes: Modes) -> Iterator[tuple[Image.Image, str]]:
        """Bytes to cells. Two bytes are a hanzi in Chinese mode; all else is the code page's letter."""
        for byte in data:
            for letter, is_hanzi in self._letters_of(byte, modes):
                yield from self._put(letter, modes, is_hanzi=is_hanzi)

    def end_of_text(self, modes: Modes) -> Iterator[tuple[Image.Image, str]]:
        """A command came: the first half of a hanzi that waited for its second is printed as what it is."""
        if self._lead is not None:
            lead, self._lead = self._lead, None
            yield from self._put(_single(lead, modes), modes, is_hanzi=False)

    def move_to(self, x_dots: int) -> None:
        self._x = min(x_dots, self._width)

    @property
    def x_dots(self) -> int:
        return self._x

    def flush(self, align: int) -> tuple[Image.Image | None, str]:
        """The line as one band over the whole width (None if nothing stands on it), and its text."""
        cells, text, used = self._cells, self.text, self._x
        self._forget()
        if not cells:
            return None, text
        band = Image.new("1", (self._width, max(cell.height for _, cell in cells)))
        shift = (self._width - used) * align // 2
        for x, cell in cells:
            band.paste(cell, (x + shift, band.height - cell.height))
        return band, text

    def _letters_of(self, byte: int, modes: Modes) -> Iterator[tuple[str, bool]]:
        if self._lead is not None:
            lead, self._lead = self._lead, None
            if 0x30 <= byte <= 0x39:
                modes.strange.append(f"half of a letter of four bytes: {lead:02X} {byte:02X}")
                yield BLANK, True
                return
            if 0x40 <= byte <= 0xFE and byte != 0x7F:
                yield _double(lead, byte, modes), True
                return
            yield _single(lead, modes), False
        if modes.is_hanzi and 0x81 <= byte <= 0xFE:
            self._lead = byte
        else:
            yield (chr(byte) if byte < 0x80 else _single(byte, modes)), False

    def _put(self, letter: str, modes: Modes, *, is_hanzi: bool) -> Iterator[tuple[Image.Image, str]]:
        cell = _cell(letter, modes, is_hanzi=is_hanzi)
        if self._x + cell.width > self._width and self._cells:
            band, text = self.flush(modes.align)
            assert band is not None
            yield band, text
        self._cells.append((self._x, cell))
        self._x += cell.width
        self.text += letter or "□"


def _cell(letter: str, modes: Modes, *, is_hanzi: bool) -> Image.Image:
    width, height = (HANZI_DOTS, HANZI_DOTS) if is_hanzi else modes.ascii_cell
    return styled(
        glyph(letter, width, height) if letter else missing(width, height),
        scale=modes.hanzi_scale if is_hanzi else modes.ascii_scale,
        is_bold=modes.is_bold,
        underline=modes.hanzi_underline if is_hanzi else modes.underline,
        is_reverse=modes.is_reverse,
    )


def _double(lead: int, trail: int, modes: Modes) -> str:
    """Empty when the ROM has no such hanzi."""
    try:
        letter = bytes((lead, trail)).decode("gb18030")
    except UnicodeDecodeError:
        letter = ""
    if not letter or "\ue000" <= letter <= "\uf8ff":
        modes.strange.append(f"no hanzi for {lead:02X} {trail:02X}")
        return ""
    return letter


def _single(byte: int, modes: Modes) -> str:
    modes.strange.append(f"byte {byte:02X} printed as a letter of {modes.code_page}")
    return bytes((byte,)).decode(modes.code_page, "replace")
