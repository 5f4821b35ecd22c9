"""The printer itself: a receive buffer, a head over paper, a cutter, and real-time answers.

Modelled: text in Chinese and single-byte mode, sizes, emphasis, alignment, feeds, QR, raster, cuts, DLE EOT 1
to 4 (answered on arrival, even in the middle of other commands and even from inside picture data, as hardware
does), GS r 1, paper end and open cover in the middle of a line. Not modelled: speed (all is printed at once),
GS a, GS I, bar codes, page mode, column images, most code pages, margins, the presenter, the drawer: such
commands are taken with their right length and noted in `strange`; unknown ones too.
"""

import re
from dataclasses import dataclass, replace

from PIL import Image

from sim.peers.escpos import status
from sim.peers.escpos.composer import Band, Composer, Cut
from sim.peers.escpos.modes import HanziBits
from sim.peers.escpos.strip import Strip
from sim.peers.escpos.tokens import Token, Tokenizer
from sim.world.casing import Casing
from sim.world.roll import PaperState, Roll

WIDTHS_DOTS = {"80mm": 576, "58mm": 384}
_DLE_EOT = re.compile(rb"\x10\x04[\x01-\x04]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of paper that left the printer: a ticket that was cut, or a scrap that was torn out.

    `picture` has ink 1; `raw` are the bytes since the last cut, `text` the whole lines on it, `qr` the data
    of the whole QR symbols on it. Times are those given to `receive`.
    """

    picture: Image.Image
    raw: bytes
    text: str
    qr: tuple[str, ...]
    strange: tuple[str, ...]
    first_byte_s: float
    cut_s: float


class Printer:
    """Not safe to use from several threads: whoever owns it brings a lock."""

    def __init__(
        self,
        *,
        roll: Roll,
        casing: Casing,
        width_dots: int = 576,
        hanzi_bits: HanziBits = "epson",
        buffer_bytes: int = 65_536,
    ) -> None:
        self.roll, self.casing = roll, casing
        self.tickets: list[Piece] = []
        self.scraps: list[Piece] = []
        self.received_bytes = 0
        self._width, self._hanzi_bits = width_dots, hanzi_bits
        self._buffer_bytes = buffer_bytes
        self._strip = Strip(width_dots)
        self._power_up()

    def _power_up(self) -> None:
        self._tokens = Tokenizer()
        self._composer = Composer(self._width, self._hanzi_bits)
        self._tail = b""
        self._answers = bytearray()
        self._raw = bytearray()
        self._said: list[str] = []
        self._coded: list[str] = []
        self._first_byte_s = 0.0

    @property
    def buffered_bytes(self) -> int:
        return len(self._tokens)

    @property
    def strange(self) -> tuple[str, ...]:
        """What was odd about the bytes since the last cut."""
        return tuple(self._composer.strange)

    def room(self) -> int:
        """How many bytes the buffer still takes; 0 while it is full."""
        return max(0, self._buffer_bytes - len(self._tokens))

    def due(self, now_s: float) -> bytes:  # noqa: ARG002  # a printer without automatic status says nothing unasked
        return b""

    def receive(self, data: bytes, now_s: float) -> bytes:
        """Takes bytes, prints what can be printed, and gives the answers they ask for."""
        self.received_bytes += len(data)
        seen = len(self._tail)
        window = self._tail + data
        start = 0
        for question in _DLE_EOT.finditer(window):
            end = question.end() - seen
            self._tokens.feed(data[start:end])
            self.work(now_s)
            self._answers.append(status.real_time(window[question.end() - 1], self.casing, self.roll))
            start = end
        self._tokens.feed(data[start:])
        self._tail = window[-2:]
        self.work(now_s)
        answers, self._answers = bytes(self._answers), bytearray()
        return answers

    def work(self, now_s: float) -> None:
        """Prints until the buffer is empty or something stops it. Also to be called after a hand's work."""
        while self._can_print():
            if self._composer.operations:
                self._carry_out(self._composer.operations[0], now_s)
            elif (token := self._tokens.take()) is not None:
                self._take(token, now_s)
            else:
                return

    def power_off(self, now_s: float) -> None:
        """The plug is out: buffer, job and settings are gone; what hung out half printed is torn off."""
        self.tear(now_s)
        self._power_up()

    def tear(self, now_s: float) -> None:
        """A hand tears off an unfinished ticket, if there is one; the rest of it may still come."""
        if self._strip.has_print:
            self.scraps.append(self._piece(self._strip.tear(), now_s))

    def _can_print(self) -> bool:
        return self.casing.lets_print and self.roll.state is not PaperState.END

    def _take(self, token: Token, now_s: float) -> None:
        is_status = token.name == "DLE EOT"
        if not self._raw and not is_status:
            self._first_byte_s = now_s
        if self._raw or not is_status:
            self._raw += token.raw
        if token.name == "GS r":
            self._answers.append(status.paper(self.roll))
        self._composer.take(token)

    def _carry_out(self, operation: Band | Cut, now_s: float) -> None:
        operations = self._composer.operations
        if isinstance(operation, Cut):
            operations.popleft()
            self._cut(now_s)
            return
        picture = operation.picture
        rows = self.casing.rows_until_cover(min(picture.height, self.roll.rows))
        self._strip.append(picture.crop((0, 0, self._width, rows)))
        self.roll.use(rows)
        self.casing.note_printed(rows)
        if rows == picture.height:
            operations.popleft()
            self._said += [operation.says] if operation.says is not None else []
            self._coded += [operation.codes] if operation.codes is not None else []
        else:
            operations[0] = replace(operation, picture=picture.crop((0, rows, self._width, picture.height)))

    def _cut(self, now_s: float) -> None:
        picture = self._strip.cut()
        strange = self._composer.strange
        if picture is None:
            strange.append("cut without paper past the cutter")
            return
        if self._strip.has_print:
            strange.append("cut through the print: feed before the cut")
        self.tickets.append(self._piece(picture, now_s))
        self._composer.new_ticket()
        self._raw.clear()

    def _piece(self, picture: Image.Image, now_s: float) -> Piece:
        said, self._said = self._said, []
        coded, self._coded = self._coded, []
        return Piece(
            picture=picture,
            raw=bytes(self._raw),
            text="\n".join(said),
            qr=tuple(coded),
            strange=tuple(self._composer.strange),
            first_byte_s=self._first_byte_s,
            cut_s=now_s,
        )
