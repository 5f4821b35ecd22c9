"""Lock boards of the family 8A/80/90/9A on one RS-485 line, 9600 8N1.

Requests `8A bb cc 11 [SS] BCC` open (cc 00: all; SS seconds 1 to 9), `80 bb cc 33 BCC` status (cc 00: all),
`90 bb S1 S2 S3 BCC` open several (bit 0 of S1 = channel 1), `9A|9B bb cc 11 BCC` hold the bolt drawn or let
it go; BCC is the XOR of all bytes before it. Unasked: `81 bb cc st BCC`. After the vendor's
"485锁控板24路通讯协议2021" and "2024A1".

What differs between boards is in Lock8AOptions. Assumed here: a bit of status-all is 1 where status-one
says 11, and 0 where no lock is wired; a frame that stops for 100 ms is forgotten; the answer to "open"
tells the switch when the bolt is let go again. Not modelled: what boards answer to "open all" (it differs,
so they say nothing), to "read firmware" and "ask address" (not published: heard, no answer), collisions on
the wire, its speed.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import xor
from typing import Literal

from sim.world.doors import DoorRow

OPEN, STATUS, OPEN_SEVERAL, HOLD, LET_GO = 0x8A, 0x80, 0x90, 0x9A, 0x9B
FIRMWARE, ASK_ADDRESS = 0x82, 0x99
SHORTED, NOT_SHORTED = 0x11, 0x00
READ_STATUS = 0x33
_FORGET_AFTER_S = 0.1
_HEARD = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock8AOptions:
    """`shorted_when`: the state of a door that is told as 11 (上锁短路: closed; 开锁短路: open).

    `order`: whether the last or the first byte of status-all holds channels 1 to 8. `event_header`: of
    unasked changes; None: the board tells nothing unasked. `hold_byte`: 11, on one variant 10.
    """

    channels: int = 24
    shorted_when: Literal["closed", "open"] = "closed"
    order: Literal["last", "first"] = "last"
    event_header: Literal[0x81, 0x82] | None = 0x81
    hold_byte: Literal[0x11, 0x10] = 0x11
    pulse_s: float = 0.3

    @property
    def status_bytes(self) -> int:
        """Boards with 8 channels also send three."""
        return max(3, -(-self.channels // 8))


def sealed(*parts: int) -> bytes:
    """The bytes with their BCC."""
    return bytes((*parts, reduce(xor, parts)))


class Lock8ALine:
    """All boards of one line by their address; not safe to use from several threads."""

    def __init__(self, boards: Iterable[int], options: Lock8AOptions) -> None:
        self.rows = {board: DoorRow(options.channels) for board in boards}
        self.heard: deque[bytes] = deque(maxlen=_HEARD)
        self.garbage = 0
        self.overlaps = 0
        self._options = options
        self._buffer = bytearray()
        self._last_s = 0.0
        self._owed: list[tuple[float, int, int]] = []

    def room(self) -> int:
        return 4096

    def receive(self, data: bytes, now_s: float) -> bytes:
        if self._buffer and now_s - self._last_s > _FORGET_AFTER_S:
            self.garbage += len(self._buffer)
            self._buffer.clear()
        self._last_s = now_s
        self._buffer += data
        said = b""
        for request in self._requests():
            self.heard.append(request)
            self.overlaps += any(owed[0] > now_s for owed in self._owed)
            said += self._answer(request, now_s)
        return said + self.due(now_s)

    def due(self, now_s: float) -> bytes:
        """Answers to "open" whose time has come, then what boards tell unasked."""
        for row in self.rows.values():
            row.pass_time(now_s)
        ready = [owed for owed in self._owed if owed[0] <= now_s]
        self._owed = [owed for owed in self._owed if owed[0] > now_s]
        said = b"".join(
            sealed(OPEN, board, channel, self._switch(board, channel))
            for _, board, channel in ready
            if self.rows[board].is_powered
        )
        return said + b"".join(self._events(board) for board in self.rows)

    def _events(self, board: int) -> bytes:
        changes, header = self.rows[board].changes(), self._options.event_header
        if header is None:
            return b""
        return b"".join(sealed(header, board, channel, self._switch(board, channel)) for channel in changes)

    def _requests(self) -> list[bytes]:
        """Takes whole requests out of the buffer; a byte that starts none is passed over."""
        found = []
        while self._buffer:
            length = self._length_at_start()
            if length is None:
                break
            if length == 0:
                self.garbage += 1
                del self._buffer[0]
                continue
            found.append(bytes(self._buffer[:length]))
            del self._buffer[:length]
        return found

    def _length_at_start(self) -> int | None:
        """Of the request the buffer starts with; 0: it starts with none; None: the rest has to come first."""
        data = self._buffer
        marks_by_request: dict[int, set[int]] = {
            OPEN: {0x11},
            STATUS: {READ_STATUS, ASK_ADDRESS},
            OPEN_SEVERAL: set(range(256)),
            HOLD: {self._options.hold_byte},
            LET_GO: {self._options.hold_byte},
            FIRMWARE: {0x22},
        }
        marks = marks_by_request.get(data[0], set())
        if not marks or (len(data) > 3 and data[3] not in marks):
            return 0
        sizes = [6] if data[0] == OPEN_SEVERAL else [5, 6] if data[0] == OPEN else [5]
        for size in sizes:
            if len(data) < size:
                return None
            if reduce(xor, data[: size - 1]) == data[size - 1]:
                return size
            if data[0] == OPEN and not 1 <= data[4] <= 9:
                return 0
        return 0

    def _answer(self, request: bytes, now_s: float) -> bytes:
        header, board, channel = request[:3]
        row = self.rows.get(board)
        if row is None or not row.is_powered:
            return b""
        if header == OPEN_SEVERAL:
            bits = int.from_bytes(request[2:5], "little")
            wanted = [channel for channel in row.doors if bits >> (channel - 1) & 1]
            row.unlock(wanted, now_s, for_s=self._options.pulse_s)
        elif header == STATUS and request[3] == READ_STATUS:
            return self._status(board, channel)
        elif header == OPEN and channel == 0:
            row.unlock(row.doors, now_s, for_s=_drawn_s(request, self._options.pulse_s))
        elif channel in row.doors:
            self._move_bolt(request, row, now_s)
        return b""

    def _move_bolt(self, request: bytes, row: DoorRow, now_s: float) -> None:
        header, board, channel = request[:3]
        if header in {HOLD, LET_GO}:
            row.doors[channel].hold_unlocked(now_s, is_held=header == HOLD)
        elif header == OPEN:
            for_s = _drawn_s(request, self._options.pulse_s)
            row.unlock([channel], now_s, for_s=for_s)
            self._owed.append((now_s + self._options.pulse_s, board, channel))

    def _status(self, board: int, channel: int) -> bytes:
        if channel in self.rows[board].doors:
            return sealed(STATUS, board, channel, self._switch(board, channel))
        if channel:
            return b""
        bits = sum(
            1 << (channel - 1)
            for channel in self.rows[board].doors
            if self._switch(board, channel) == SHORTED
        )
        order: Literal["big", "little"] = "big" if self._options.order == "last" else "little"
        return sealed(STATUS, board, *bits.to_bytes(self._options.status_bytes, order), READ_STATUS)

    def _switch(self, board: int, channel: int) -> int:
        is_open = self.rows[board].doors[channel].is_open
        return SHORTED if is_open == (self._options.shorted_when == "open") else NOT_SHORTED


def _drawn_s(request: bytes, pulse_s: float) -> float:
    return float(request[4]) if len(request) == 6 else pulse_s
