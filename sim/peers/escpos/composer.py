"""From commands to what the head and the cutter do: bands of dots, and cuts, in order.

Knows no paper: whether and when its operations are carried out is the printer's business.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image

from sim.peers.escpos.line import Line
from sim.peers.escpos.models import Model
from sim.peers.escpos.modes import Modes
from sim.peers.escpos.qr import QR_SYMBOLS, QrStore
from sim.peers.escpos.strip import CUTTER_ROWS
from sim.peers.escpos.tokens import TEXT, UNKNOWN, Token

_TAB_DOTS = 8 * 12
_PRINT_QR = 81
_STORED = b"0"
_HARMLESS = {"CR", "CAN", "DLE EOT", "ESC =", "ESC R", "GS |"}


@dataclass(frozen=True, slots=True)
class Cut:
    """The cutter closes."""


@dataclass(frozen=True, slots=True)
class Band:
    """Rows of dots, ink is 1; with the line of text or the QR data one can read when all of it is printed."""

    picture: Image.Image
    says: str | None = None
    codes: str | None = None


class Composer:
    """`operations` fills as tokens are taken; bands are as wide as the head. `strange`: what was odd."""

    def __init__(self, width_dots: int, model: Model) -> None:
        self._width, self._model = width_dots, model
        self.operations: deque[Band | Cut] = deque()
        self.strange: list[str] = []
        self._initialise()
        self._actions: dict[str, Callable[[bytes], None]] = {
            TEXT: lambda letters: self._say(self._line.letters(letters, self._modes)),
            "LF": lambda _: self._end_line(self._modes.spacing_dots),
            "ESC d": lambda n: self._end_line(n[0] * self._modes.spacing_dots),
            "ESC J": lambda n: self._end_line(n[0]),
            "ESC @": lambda _: self._initialise(),
            "HT": lambda _: self._line.move_to((self._line.x_dots // _TAB_DOTS + 1) * _TAB_DOTS),
            "ESC $": lambda x: self._line.move_to(int.from_bytes(x, "little")),
            "GS V": self._feed_and_cut,
            "GS (": self._two_dimensional,
            "GS v": self._raster,
        }

    def new_ticket(self) -> None:
        self.strange = []
        self._modes.strange = self.strange

    def take(self, token: Token) -> None:
        if token.name != TEXT:
            self._say(self._line.end_of_text(self._modes))
        if token.name in self._actions:
            self._actions[token.name](token.arguments)
        elif not self._modes.take(token) and token.name not in _HARMLESS:
            what = "unknown bytes" if token.name == UNKNOWN else f"not modelled: {token.name}"
            self.strange.append(f"{what} {token.raw[:8].hex(' ')}")

    def _initialise(self) -> None:
        """`ESC @`, and power-up: settings and the unprinted line are forgotten."""
        model = self._model
        self._modes = Modes(
            hanzi_bits=model.hanzi_bits,
            has_hanzi=model.has_hanzi,
            is_hanzi=model.has_hanzi,
            strange=self.strange,
        )
        self._line = Line(self._width)
        self._qr = QrStore(model.largest_module)

    def _say(self, lines: Iterator[tuple[Image.Image, str]]) -> None:
        for band, text in lines:
            self._spool_line(band, text, self._modes.spacing_dots)

    def _end_line(self, advance_dots: int) -> None:
        band, text = self._line.flush(self._modes.align)
        self._spool_line(band, text, advance_dots)

    def _spool_line(self, band: Image.Image | None, text: str, advance_dots: int) -> None:
        """A line's feed is never less than its letters are high."""
        if band is None:
            self._feed(advance_dots, says=text)
            return
        self.operations.append(Band(band, says=text))
        self._feed(advance_dots - band.height)

    def _feed(self, dots: int, says: str | None = None) -> None:
        if dots > 0:
            self.operations.append(Band(Image.new("1", (self._width, dots)), says=says))

    def _feed_and_cut(self, mode: bytes) -> None:
        self._end_started_line("a cut")
        if len(mode) > 1:
            self._feed(CUTTER_ROWS + mode[1])
        self.operations.append(Cut())

    def _end_started_line(self, why: str) -> None:
        if not self._line.is_empty:
            self.strange.append(f"{why} while a line was not ended")
            self._end_line(self._modes.spacing_dots)

    def _two_dimensional(self, function: bytes) -> None:
        """`GS ( k` pL pH cn fn …; cn 49 is QR, fn 81 prints."""
        is_qr = function[:1] == b"k" and len(function) >= 5 and function[3] == QR_SYMBOLS
        if not is_qr or not self._model.largest_module:
            self.strange.append(f"not modelled: GS ( {function[:5].hex(' ')}")
        elif function[4:] == bytes((_PRINT_QR,)) + _STORED:
            self._print_qr()
        else:
            strange = self._qr.take(function[4], function[5:])
            self.strange.extend([strange] if strange else [])

    def _print_qr(self) -> None:
        symbol = self._qr.symbol()
        if symbol is None or symbol.width > self._width:
            self.strange.append("QR cannot be printed: no data, too much data, or too wide")
            return
        self._picture(symbol, codes=self._qr.data.decode("utf-8", "replace"))

    def _raster(self, arguments: bytes) -> None:
        """`GS v 0`: mode bit 0 doubles the width, bit 1 the height; a set bit is a black dot."""
        mode, across = arguments[1] & 3, int.from_bytes(arguments[2:4], "little")
        down = int.from_bytes(arguments[4:6], "little")
        if across == 0 or down == 0:
            self.strange.append("an empty raster image")
            return
        image = Image.frombytes("1", (across * 8, down), arguments[6:])
        size = (image.width * (1 + (mode & 1)), image.height * (1 + (mode >> 1)))
        self._picture(image.resize(size, Image.Resampling.NEAREST))

    def _picture(self, image: Image.Image, codes: str | None = None) -> None:
        """A picture stands on lines of its own; what is wider than the paper is lost."""
        self._end_started_line("a picture")
        band = Image.new("1", (self._width, image.height))
        band.paste(image, (max(0, (self._width - image.width) * self._modes.align // 2), 0))
        self.operations.append(Band(band, codes=codes))
