"""The printer itself: a receive buffer, a head over paper, a cutter, perhaps a presenter, and its answers.

Modelled: text in Chinese and single-byte mode, sizes, emphasis, alignment, feeds, QR, raster, cuts, DLE EOT 1
to 4 (answered on arrival, even in the middle of other commands and even from inside picture data, as hardware
does), GS r 1 and GS a (in turn, so not while paper or cover stop the work), paper end and open cover in the
middle of a line; with a presenter GS e (carried out even when nothing can be printed), DLE EOT 17 and 20,
GS E0, and the hardware reset FS C0.
Not modelled: speed (all is printed at once), GS I, bar codes, page mode, column images, most code pages,
margins, black marks, density, the drawer, the feed button: such commands are taken with their right length
and noted in `strange`; unknown ones too, and those the model does not have. A printer without automatic
status may print a letter for GS a; this one only notes it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from PIL import Image

from sim.peers.escpos import ejector, status
from sim.peers.escpos.automatic import AutomaticFullStatus, AutomaticStatus
from sim.peers.escpos.composer import Band, Composer, Cut
from sim.peers.escpos.ejector import Ejector
from sim.peers.escpos.models import ORDINARY, Model
from sim.peers.escpos.strip import Strip
from sim.peers.escpos.tokens import Token, Tokenizer
from sim.world.casing import Casing
from sim.world.presenter import Presenter
from sim.world.roll import PaperState, Roll

WIDTHS_DOTS = {"80mm": 576, "58mm": 384}
_DLE_EOT = re.compile(rb"\x10\x04[\x01-\x04\x11\x14]")
_NOT_OF_A_TICKET = {"DLE EOT", "GS r", "GS a", "GS e", "GS E0", "FS C0"}
_EJECTOR = b"\x1de"
_RESET = b"\x18\x10\x14\x1a"


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
    """Not safe to use from several threads: whoever owns it brings a lock.

    `presenter` is None without one; tickets are numbered from 1 in the order they are cut.
    """

    def __init__(
        self,
        *,
        roll: Roll,
        casing: Casing,
        width_dots: int = 576,
        model: Model = ORDINARY,
        buffer_bytes: int = 65_536,
    ) -> None:
        self.roll, self.casing = roll, casing
        self.presenter = Presenter() if model.has_presenter else None
        self.tickets: list[Piece] = []
        self.scraps: list[Piece] = []
        self.received_bytes = 0
        self._width, self._model = width_dots, model
        self._buffer_bytes = buffer_bytes
        self._strip = Strip(width_dots)
        self._cuts = 0
        self._power_up()

    def _power_up(self) -> None:
        self._tokens = Tokenizer()
        self._composer = Composer(self._width, self._model)
        self._tail = b""
        self._answers = bytearray()
        self._raw = bytearray()
        self._said: list[str] = []
        self._coded: list[str] = []
        self._first_byte_s = 0.0
        self._ejector = Ejector(self.presenter, self.casing, self.roll) if self.presenter else None
        self._automatic = AutomaticStatus(lambda: status.block(self.casing, self.roll))
        self._automatic_full = AutomaticFullStatus(self._ejector.full_status if self._ejector else bytes)
        self._own_commands: dict[str, Callable[[bytes], None]] = {
            **({"GS r": self._tell_paper} if self._model.has_gs_r else {}),
            **({"GS a": self._switch_automatic} if self._model.has_automatic else {}),
            **(
                {"GS e": self._eject, "GS E0": self._switch_automatic_full, "FS C0": self._reset}
                if self._ejector
                else {}
            ),
        }

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

    def due(self, now_s: float) -> bytes:
        """Status that comes unasked."""
        del now_s
        self._tell_news()
        return self._take_answers()

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
            self._answers += self._real_time(window[question.end() - 1])
            start = end
        self._tokens.feed(data[start:])
        self._tail = window[-2:]
        self.work(now_s)
        return self._take_answers()

    def work(self, now_s: float) -> None:
        """Prints until the buffer is empty or something stops it. Also to be called after a hand's work."""
        while self._can_go_on():
            if self._composer.operations:
                self._carry_out(self._composer.operations[0], now_s)
            elif (token := self._tokens.take()) is not None:
                self._take(token, now_s)
            else:
                break
        self._tell_news()

    def power_off(self, now_s: float) -> None:
        """The plug is out: buffer, job and settings are gone; what hung out half printed is torn off."""
        self.tear(now_s)
        self._power_up()

    def tear(self, now_s: float) -> None:
        """A hand tears off an unfinished ticket, if there is one; the rest of it may still come."""
        if self._strip.has_print:
            self.scraps.append(self._piece(self._strip.tear(), now_s))

    def _can_go_on(self) -> bool:
        """The presenter's commands wait for no paper, but for what was to be printed before them."""
        if self.casing.lets_print and self.roll.state is not PaperState.END:
            return True
        waits = bool(self._composer.operations)
        return self._ejector is not None and not waits and self._tokens.starts_with(_EJECTOR)

    def _take(self, token: Token, now_s: float) -> None:
        if not self._raw and token.name not in _NOT_OF_A_TICKET:
            self._first_byte_s = now_s
        if self._raw or token.name not in _NOT_OF_A_TICKET:
            self._raw += token.raw
        if token.name in self._own_commands:
            self._own_commands[token.name](token.arguments)
            return
        if token.name == "ESC @" and self._model.is_forgetful:
            self._automatic.switch(0)
        self._composer.take(token)

    # What it says.

    def _take_answers(self) -> bytes:
        answers, self._answers = bytes(self._answers), bytearray()
        return answers if self._model.is_two_way else b""

    def _real_time(self, n: int) -> bytes:
        """The answer to `DLE EOT n`; without a presenter 17 and 20 have none."""
        if n not in (ejector.PRINT_STATUS, ejector.FULL_STATUS):
            return bytes((status.real_time(n, self.casing, self.roll),))
        if self._ejector is None:
            return b""
        if n == ejector.PRINT_STATUS:
            return bytes((self._ejector.print_status(),))
        return b"\x10\x0f" + self._ejector.full_status()

    def _tell_news(self) -> None:
        self._answers += self._automatic.news() + self._automatic_full.news()

    def _tell_paper(self, _: bytes) -> None:
        self._answers.append(status.paper(self.roll))

    def _switch_automatic(self, n: bytes) -> None:
        self._answers += self._automatic.switch(n[0])

    def _switch_automatic_full(self, n: bytes) -> None:
        self._automatic_full.switch(n[0])

    # What only a presenter does.

    def _eject(self, arguments: bytes) -> None:
        assert self._ejector is not None
        answer, strange = self._ejector.take(arguments)
        self._answers += answer
        self._composer.strange.extend([strange] if strange else [])

    def _reset(self, arguments: bytes) -> None:
        """As if the plug had been out, but nobody tears anything."""
        if arguments == _RESET:
            self._power_up()
        else:
            self._composer.strange.append(f"unknown bytes 1c c0 {arguments.hex(' ')}")

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
        self._cuts += 1
        if self.presenter is not None:
            self.presenter.feed(self._cuts)
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
