"""What all boards of locks have in common: what can be asked of them, what they tell, and frames in a stream.

A board has channels, from 1, with a lock and a switch each. Boards share one half-duplex line: one request at
a time, and whatever a board tells unasked may come between.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import xor
from typing import final


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorsTold:
    """How doors are: of a whole board when `channel` is None.

    `are_closed` by channel; None where the board itself does not know. Unasked when `is_answer` is False.
    """

    board: int
    channel: int | None
    are_closed: Mapping[int, bool | None]
    is_answer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockTold:
    """The board has taken the command to unlock. Proves nothing about the door."""

    board: int
    channel: int


Report = DoorsTold | UnlockTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Bytes for one board. `channel` None: about all doors of the board."""

    said: bytes
    board: int
    channel: int | None
    unlocks: bool = False

    def is_answered_by(self, report: Report) -> bool:
        about = (report.board, report.channel) == (self.board, self.channel)
        match report:
            case UnlockTold():
                return self.unlocks and about
            case DoorsTold():
                return not self.unlocks and report.is_answer and about


class LockBoards(ABC):
    """The boards of one family on one line: makes requests, and finds reports in what comes back.

    Whatever is no whole frame with a right checksum is passed over.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._expected: Request | None = None

    @abstractmethod
    def unlock(self, board: int, channel: int) -> Request: ...

    @abstractmethod
    def ask(self, board: int, channel: int | None = None) -> Request:
        """How a door is, or all doors of the board."""

    @final
    def expect(self, request: Request) -> None:
        """Says which request is on its way; not all answers can be told apart by themselves."""
        self._expected = request

    @final
    @property
    def is_waiting(self) -> bool:
        """Bytes have come which may be the beginning of a frame."""
        return bool(self._buffer)

    @final
    def feed(self, data: bytes) -> list[Report]:
        self._buffer += data
        return list(iter(self._next, None))

    @final
    def settle(self) -> list[Report]:
        """The line has been silent for longer than a frame takes: what waits for its end is a false start."""
        reports: list[Report] = []
        while self._buffer:
            del self._buffer[0]
            reports += self.feed(b"")
        return reports

    @final
    def _next(self) -> Report | None:
        """The next report, dropping what cannot be one; None when more bytes are needed."""
        while self._buffer:
            length = self._length(self._buffer)
            if length is None:
                del self._buffer[0]
                continue
            if length == 0 or len(self._buffer) < length:
                return None
            frame = bytes(self._buffer[:length])
            report = self._decode(frame) if bcc(frame) == 0 else None
            del self._buffer[: length if report is not None else 1]
            if report is not None:
                return report
        return None

    @abstractmethod
    def _length(self, buffer: bytearray) -> int | None:
        """Of the frame that begins here; 0 while it is not known yet, None when none begins here."""

    @abstractmethod
    def _decode(self, frame: bytes) -> Report | None:
        """The report in a frame with a right checksum; None when it is nothing for us."""


def bcc(data: bytes) -> int:
    """XOR of all bytes; 0 over a frame together with its own."""
    return reduce(xor, data, 0)


def framed(*body: int) -> bytes:
    """The bytes with their checksum behind them."""
    return bytes((*body, bcc(bytes(body))))
