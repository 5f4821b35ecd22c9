"""Lock boards of the family WKLY on one RS-485 line, 9600 8N1.

`57 4B 4C 59 | total length | board 0-31 | command | data | XOR of all before`. Commands 80 open several at
once (count, channels), 81 flash a lamp, 82 open one, 83 query one, 84 query all, 86 open all, 87 open in
sequence (count, channels), 88 hold open, 89 close a channel. Answers carry a status (00 done, FF failed)
and: 80, 86, 87 nothing more; 81, 88, 89 the channel; 82, 83 channel and lock state; 84 the number of
channels and the state of each. Unasked, 85: channel and state. Frames and layouts after the vendor's
examples, as the tests of "LockDemo" (Kotlin) and an ESP32 controller quote them.

What differs between boards is in WklyOptions. Assumed here: a frame that stops for 100 ms is forgotten;
"open" is answered when the bolt is let go again; a query of a channel that is not there fails with the
state FF; 87 draws one bolt after the other. Not modelled: collisions on the wire, its speed, the lamps'
blinking beyond that they were told to.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import xor
from typing import Literal

from sim.world.doors import DoorRow

HEADER = b"WKLY"
OPEN_SEVERAL, FLASH, OPEN, QUERY, QUERY_ALL = 0x80, 0x81, 0x82, 0x83, 0x84
CHANGED, OPEN_ALL, OPEN_IN_TURN, HOLD, CLOSE = 0x85, 0x86, 0x87, 0x88, 0x89
DONE, FAILED = 0x00, 0xFF
_AROUND = 8  # WKLY, length, board, command, XOR
_FORGET_AFTER_S = 0.1
_HEARD = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class WklyOptions:
    """`closed_is`: the state byte of a closed door; an open one has the other.

    `answers_open`: False as at the site whose boards say nothing to 82. `tells_changes`: sends 85 unasked.
    """

    channels: int = 24
    closed_is: Literal[0, 1] = 1
    answers_open: bool = True
    tells_changes: bool = True
    pulse_s: float = 0.3


@dataclass(frozen=True, slots=True)
class WklyFrame:
    board: int
    command: int
    data: bytes = b""

    def encode(self) -> bytes:
        body = HEADER + bytes((_AROUND + len(self.data), self.board, self.command)) + self.data
        return body + bytes((reduce(xor, body),))


class WklyReader:
    """Finds frames in a stream with noise in it; `garbage` counts the bytes that belonged to none."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._last_s = 0.0
        self.garbage = 0

    def feed(self, data: bytes, now_s: float) -> list[WklyFrame]:
        if self._buffer and now_s - self._last_s > _FORGET_AFTER_S:
            self.garbage += len(self._buffer)
            self._buffer.clear()
        self._last_s = now_s
        self._buffer += data
        found = []
        while self._buffer and (length := self._length_at_start()) is not None:
            if length == 0:
                self.garbage += 1
                del self._buffer[0]
                continue
            found.append(WklyFrame(self._buffer[5], self._buffer[6], bytes(self._buffer[7 : length - 1])))
            del self._buffer[:length]
        return found

    def _length_at_start(self) -> int | None:
        """Of the frame the buffer starts with; 0: it starts with none; None: the rest has to come first."""
        data = self._buffer
        if not HEADER.startswith(data[:4]):
            return 0
        if len(data) < 5:
            return None
        length = data[4]
        if length < _AROUND:
            return 0
        if len(data) < length:
            return None
        return length if reduce(xor, data[: length - 1]) == data[length - 1] else 0


class WklyLine:
    """All boards of one line by their address; not safe to use from several threads."""

    def __init__(self, boards: Iterable[int], options: WklyOptions) -> None:
        self.rows = {board: DoorRow(options.channels) for board in boards}
        self.heard: deque[bytes] = deque(maxlen=_HEARD)
        self.overlaps = 0
        self.flashed: set[tuple[int, int]] = set()
        self._options = options
        self._reader = WklyReader()
        self._owed: list[tuple[float, WklyFrame]] = []
        self._turns: list[tuple[float, int, int]] = []

    @property
    def garbage(self) -> int:
        return self._reader.garbage

    def room(self) -> int:
        return 4096

    def receive(self, data: bytes, now_s: float) -> bytes:
        said = b""
        for frame in self._reader.feed(data, now_s):
            self.heard.append(frame.encode())
            self.overlaps += any(owed[0] > now_s for owed in self._owed)
            row = self.rows.get(frame.board)
            if row is not None and row.is_powered:
                said += self._answer(frame, row, now_s)
        return said + self.due(now_s)

    def due(self, now_s: float) -> bytes:
        """Answers to "open" whose time has come, then what boards tell unasked."""
        self._take_turns(now_s)
        for row in self.rows.values():
            row.pass_time(now_s)
        ready = [request for at_s, request in self._owed if at_s <= now_s]
        self._owed = [owed for owed in self._owed if owed[0] > now_s]
        said = b"".join(
            self._with_state(request).encode() for request in ready if self.rows[request.board].is_powered
        )
        return said + b"".join(self._events(board) for board in self.rows)

    def _take_turns(self, now_s: float) -> None:
        ready = [turn for turn in self._turns if turn[0] <= now_s]
        self._turns = [turn for turn in self._turns if turn[0] > now_s]
        for at_s, board, channel in ready:
            if self.rows[board].is_powered:
                self.rows[board].unlock([channel], at_s, for_s=self._options.pulse_s)

    def _events(self, board: int) -> bytes:
        changes = self.rows[board].changes()
        if not self._options.tells_changes:
            return b""
        return b"".join(
            WklyFrame(board, CHANGED, bytes((channel, self._state(board, channel)))).encode()
            for channel in changes
        )

    def _answer(self, request: WklyFrame, row: DoorRow, now_s: float) -> bytes:
        command, data = request.command, request.data
        if command in {OPEN, QUERY, FLASH, HOLD, CLOSE}:
            return self._answer_about_one(request, row, now_s) if len(data) == 1 else b""
        if command == QUERY_ALL and not data:
            states = bytes(self._state(request.board, channel) for channel in row.doors)
            return _answer(request, bytes((DONE, len(states))) + states)
        if command == OPEN_ALL and not data:
            row.unlock(row.doors, now_s, for_s=self._options.pulse_s)
            return _answer(request, bytes((DONE,)))
        if command in {OPEN_SEVERAL, OPEN_IN_TURN} and data and data[0] == len(data) - 1:
            return self._open_several(request, row, now_s)
        return b""

    def _answer_about_one(self, request: WklyFrame, row: DoorRow, now_s: float) -> bytes:
        channel = request.data[0]
        is_there = channel in row.doors
        match request.command:
            case 0x83:
                return self._with_state(request).encode()
            case 0x82 if is_there:
                row.unlock([channel], now_s, for_s=self._options.pulse_s)
                if self._options.answers_open:
                    self._owed.append((now_s + self._options.pulse_s, request))
                return b""
            case 0x82:
                return self._with_state(request).encode() if self._options.answers_open else b""
            case 0x81 if is_there:
                self.flashed.add((request.board, channel))
            case _ if is_there:
                row.doors[channel].hold_unlocked(now_s, is_held=request.command == HOLD)
        return _answer(request, bytes((DONE if is_there else FAILED, channel)))

    def _open_several(self, request: WklyFrame, row: DoorRow, now_s: float) -> bytes:
        channels = request.data[1:]
        if not all(channel in row.doors for channel in channels):
            return _answer(request, bytes((FAILED,)))
        for turn, channel in enumerate(channels):
            wait_s = turn * self._options.pulse_s if request.command == OPEN_IN_TURN else 0
            self._turns.append((now_s + wait_s, request.board, channel))
        return _answer(request, bytes((DONE,)))

    def _with_state(self, request: WklyFrame) -> WklyFrame:
        channel = request.data[0]
        if channel not in self.rows[request.board].doors:
            data = bytes((FAILED, channel, FAILED))
        else:
            data = bytes((DONE, channel, self._state(request.board, channel)))
        return WklyFrame(request.board, request.command, data)

    def _state(self, board: int, channel: int) -> int:
        closed_is = self._options.closed_is
        return 1 - closed_is if self.rows[board].doors[channel].is_open else closed_is


def _answer(request: WklyFrame, data: bytes) -> bytes:
    return WklyFrame(request.board, request.command, data).encode()
