"""A reader of identity cards with a security module (SAM_V, GA 467), on whatever line its frames come.

Find, select, read; what was found, selected or read is forgotten when the card is lifted, the module reset or
its power gone. After a card was read readers differ: `AfterRead`. Where a card of a given fault is refused is
not public: here the reading is, and never the selection (but for UNSELECTABLE cards).

Not modelled: the USB form of the same frames, the real authentication, WLT photographs and fingerprints
(filler of the right size), the management number and the appended messages (their commands are not public and
answered as unknown), the sleep of one vendor's readers, the speed of a serial line other than by `baud`, and
that such a line at another speed than the module's hears rubbish.
"""

import struct
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Literal

from sim.peers.idcard import FILLER_PHOTO
from sim.peers.idcard_text import TEXT_BYTES, text_block
from sim.peers.samv_frames import Request, RequestReader, reply
from sim.world.idcard import CardFault, IdCard

AfterRead = Literal["finds-no-card", "finds-the-card"]
Baud = Literal[115_200, 57_600, 38_400, 19_200, 9_600]
_BAUDS: tuple[Baud, ...] = (115_200, 57_600, 38_400, 19_200, 9_600)
_BITS_PER_BYTE = 10
_NEW_ADDRESS_BYTES = 70
_IIN, _SN = bytes(4), bytes(8)
_OK, _NO_CONTENT, _FOUND = 0x90, 0x91, 0x9F
_WRONG_CHECK, _WRONG_LENGTH, _UNKNOWN_COMMAND = 0x10, 0x11, 0x21
_NO_CARD, _NOT_SELECTED, _NOT_READ = 0x80, 0x81, 0x41
_REFUSALS = {
    CardFault.REFUSES_MODULE: 0x31,
    CardFault.REFUSED_BY_MODULE: 0x32,
    CardFault.FORGED: 0x33,
    CardFault.UNKNOWN: 0x40,
    CardFault.UNREADABLE: 0x41,
}
# Model, version, date of manufacture, serial number, random number: invented.
DEFAULT_SAM_ID = struct.pack("<HHIII", 5, 1, 20210318, 12_345_678, 987_654_321)


class ModuleFault(StrEnum):
    """SELF_TEST_FAILED (status 60) or UNAUTHORISED (66): every command is answered so."""

    SELF_TEST_FAILED = "self-test-failed"
    UNAUTHORISED = "unauthorised"


_FAULT_STATUS = {ModuleFault.SELF_TEST_FAILED: 0x60, ModuleFault.UNAUTHORISED: 0x66}


class Command(StrEnum):
    """What a host can ask; the last three name what no command could be made of."""

    RESET = "reset"
    STATUS = "status"
    SAM_ID = "sam-id"
    FIND = "find"
    SELECT = "select"
    READ = "read"
    READ_FINGERPRINT = "read-fingerprint"
    NEW_ADDRESS = "new-address"
    SET_BAUD = "set-baud"
    SET_RF_BYTES = "set-rf-bytes"
    WRONG_CHECK = "wrong-check"
    WRONG_LENGTH = "wrong-length"
    UNKNOWN = "unknown"


_READINGS = (Command.READ, Command.READ_FINGERPRINT, Command.NEW_ADDRESS)
_MOST_WAITING = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class SamvOptions:
    """How this reader differs from the quickest one.

    `after_read`: both kinds are in use. `baud`: answers leave at this speed (None: at once). `read_takes_s`:
    how long the module works on the card for one reading.
    """

    after_read: AfterRead = "finds-no-card"
    baud: Baud | None = None
    read_takes_s: float = 0.0
    sam_id: bytes = DEFAULT_SAM_ID


class _Stage(IntEnum):
    LAID = 0
    FOUND = 1
    SELECTED = 2
    READ = 3


class SamvReader:
    """Not safe to use from several threads: whoever owns it brings a lock.

    `heard` counts the commands; `garbage` the bytes that belonged to none.
    """

    def __init__(self, options: SamvOptions | None = None) -> None:
        self._options = options or SamvOptions()
        self.heard: Counter[Command] = Counter()
        self.fault: ModuleFault | None = None
        self._commands: dict[bytes, tuple[Command, int, Callable[[bytes], bytes]]] = {
            b"\x10\xff": (Command.RESET, 2, self._reset),
            b"\x11\xff": (Command.STATUS, 2, lambda _: _status(_OK)),
            b"\x12\xff": (Command.SAM_ID, 2, lambda _: _status(_OK, self._options.sam_id)),
            b"\x20\x01": (Command.FIND, 2, self._find),
            b"\x20\x02": (Command.SELECT, 2, self._select),
            b"\x30\x01": (Command.READ, 2, self._read),
            b"\x30\x10": (Command.READ_FINGERPRINT, 2, self._read),
            b"\x30\x03": (Command.NEW_ADDRESS, 2, self._new_address),
            b"\x61\xff": (Command.SET_RF_BYTES, 3, lambda _: _status(_OK)),
        } | {bytes((0x60, n)): (Command.SET_BAUD, 2, self._set_baud) for n in range(len(_BAUDS))}
        self.card: IdCard | None = None
        self.lifts_in_next_read = False
        self._presence = 0
        self.power_off()

    @property
    def garbage(self) -> int:
        return self._reader.garbage

    def power_off(self) -> None:
        """And on again: half a request, unsent answers and the card's state are forgotten."""
        self._reader = RequestReader()
        self._waiting: deque[Request] = deque()
        self._line = _Line(self._options.baud)
        self._reading: tuple[Request, float, int] | None = None
        self._stage, self._was_read = _Stage.LAID, False

    def lay(self, card: IdCard | None) -> None:
        """None lifts whatever lies there."""
        self.card = card
        self._presence += 1
        self._stage, self._was_read = _Stage.LAID, False

    # The link's side.

    def room(self) -> int:
        return 4096 if len(self._waiting) < _MOST_WAITING else 0

    def receive(self, data: bytes, now_s: float) -> bytes:
        self._waiting += self._reader.feed(data)
        return self.due(now_s)

    def due(self, now_s: float) -> bytes:
        while self._reading is not None or self._waiting:
            if self._reading is None:
                self._begin(self._waiting.popleft(), now_s)
            if self._reading is not None and not self._finish(now_s):
                break
        return self._line.take(now_s)

    def _begin(self, request: Request, now_s: float) -> None:
        command, _ = self._understand(request)
        if command in _READINGS and self.fault is None and self._stage >= _Stage.SELECTED:
            self._reading = (request, now_s + self._options.read_takes_s, self._presence)
        else:
            self._line.put(self._answer(request), now_s)

    def _finish(self, now_s: float) -> bool:
        """False while the module still works on the card; a card lifted meanwhile cannot be read."""
        assert self._reading is not None
        request, ready_s, presence = self._reading
        if now_s < ready_s and presence == self._presence:
            return False
        self._reading = None
        self._line.put(self._answer(request), now_s)
        return True

    def _answer(self, request: Request) -> bytes:
        command, answer = self._understand(request)
        self.heard[command] += 1
        if self.fault is not None:
            return _status(_FAULT_STATUS[self.fault])
        return answer(request.body)

    def _understand(self, request: Request) -> tuple[Command, Callable[[bytes], bytes]]:
        if request.is_length_wrong:
            return Command.WRONG_LENGTH, lambda _: _status(_WRONG_LENGTH)
        if request.is_check_wrong:
            return Command.WRONG_CHECK, lambda _: _status(_WRONG_CHECK)
        known = self._commands.get(request.body[:2])
        if known is None:
            return Command.UNKNOWN, lambda _: _status(_UNKNOWN_COMMAND)
        command, length, answer = known
        if len(request.body) != length:
            return Command.WRONG_LENGTH, lambda _: _status(_WRONG_LENGTH)
        return command, answer

    # The commands.

    def _reset(self, _: bytes) -> bytes:
        self._stage, self._was_read = _Stage.LAID, False
        return _status(_OK)

    def _find(self, _: bytes) -> bytes:
        is_hidden = self._was_read and self._options.after_read == "finds-no-card"
        if self.card is None or is_hidden:
            return _status(_NO_CARD)
        if self.card.fault is CardFault.FOREIGN:
            return self._refuse(_REFUSALS[CardFault.UNKNOWN])
        self._stage = _Stage.FOUND
        return _status(_FOUND, _IIN)

    def _select(self, _: bytes) -> bytes:
        if self.card is None or self._stage < _Stage.FOUND or self.card.fault is CardFault.UNSELECTABLE:
            return self._refuse(_NOT_SELECTED)
        self._stage = _Stage.SELECTED
        return _status(_OK, _SN)

    def _read(self, body: bytes) -> bytes:
        card = self._readable()
        if isinstance(card, bytes):
            return card
        self._stage, self._was_read = _Stage.READ, True
        parts = [text_block(card.holder), FILLER_PHOTO]
        if body[1] == 0x10:
            parts.append(bytes((53 * n + 7) % 256 for n in range(card.fingerprint_bytes)))
        assert len(parts[0]) == TEXT_BYTES
        lengths = b"".join(len(part).to_bytes(2, "big") for part in parts)
        return _status(_OK, lengths + b"".join(parts))

    def _new_address(self, _: bytes) -> bytes:
        card = self._readable()
        if isinstance(card, bytes):
            return card
        if not card.new_address:
            return _status(_NO_CONTENT)
        text = card.new_address.ljust(_NEW_ADDRESS_BYTES // 2).encode("utf-16-le")
        return _status(_OK, text[:_NEW_ADDRESS_BYTES])

    def _readable(self) -> IdCard | bytes:
        """The selected card, or the answer that says why there is none to read."""
        if self.lifts_in_next_read and self._stage >= _Stage.SELECTED:
            self.lifts_in_next_read = False
            self.lay(None)
        if self.card is None or self._stage < _Stage.SELECTED:
            return _status(_NOT_READ)
        refusal = None if self.card.fault is None else _REFUSALS.get(self.card.fault)
        return self.card if refusal is None else self._refuse(refusal)

    def _refuse(self, status: int) -> bytes:
        return reply((bytes(2) if self.card is None else self.card.chip_status) + bytes((status,)))

    def _set_baud(self, body: bytes) -> bytes:
        if self._options.baud is not None:
            self._line.baud = _BAUDS[body[1]]
        return _status(_OK)


class _Line:
    """Answers on their way out, at the pace of a serial line or at once."""

    def __init__(self, baud: Baud | None) -> None:
        self.baud = baud
        self._going = bytearray()
        self._since_s = 0.0

    def put(self, data: bytes, now_s: float) -> None:
        if not self._going:
            self._since_s = now_s
        self._going += data

    def take(self, now_s: float) -> bytes:
        """What has left since the last look."""
        count = len(self._going)
        if self.baud is not None:
            byte_s = _BITS_PER_BYTE / self.baud
            count = min(count, int((now_s - self._since_s) / byte_s))
            self._since_s += count * byte_s
        out = bytes(self._going[:count])
        del self._going[:count]
        return out


def _status(sw3: int, data: bytes = b"") -> bytes:
    return reply(bytes((0, 0, sw3)), data)
