"""Frames between a host and a security module (GA 467), as the module sees them.

To the module: `AA AA AA 96 69 | length (2) | command, parameter, data | check`; from it three status bytes
stand where command and parameter stood. The length, big endian, counts from there to the check; the check is
the XOR of everything from the length to the last data byte.
"""

from dataclasses import dataclass
from functools import reduce
from operator import xor

PREAMBLE = bytes.fromhex("AAAAAA9669")
_HEAD_BYTES = len(PREAMBLE) + 2
_SHORTEST, _LONGEST = 3, 64


@dataclass(frozen=True, slots=True)
class Request:
    """`body` is command, parameter and data; what is wrong is the first thing that is."""

    body: bytes
    is_length_wrong: bool = False
    is_check_wrong: bool = False


def reply(status: bytes, data: bytes = b"") -> bytes:
    """`status`: three bytes."""
    length = len(status) + len(data) + 1
    checked = length.to_bytes(2, "big") + status + data
    return PREAMBLE + checked + bytes((reduce(xor, checked),))


class RequestReader:
    """Finds requests in a stream; `garbage` counts the bytes that belonged to none.

    A request that was cut short ends where the next preamble begins.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.garbage = 0

    def feed(self, data: bytes) -> list[Request]:
        self._buffer += data
        found = []
        while (request := self._next()) is not None:
            found.append(request)
        return found

    def _next(self) -> Request | None:
        self._skip_to(self._start())
        if len(self._buffer) < _HEAD_BYTES:
            return None
        length = self._length_at(0)
        if not _SHORTEST <= length <= _LONGEST:
            del self._buffer[:_HEAD_BYTES]
            return Request(b"", is_length_wrong=True)
        if len(self._buffer) < _HEAD_BYTES + length:
            return None
        checked = bytes(self._buffer[len(PREAMBLE) : _HEAD_BYTES + length])
        del self._buffer[: _HEAD_BYTES + length]
        return Request(checked[2:-1], is_check_wrong=reduce(xor, checked) != 0)

    def _start(self) -> int:
        """Of the first request that is not cut short by the next; without one, of its possible beginning."""
        at = self._buffer.find(PREAMBLE)
        while at >= 0:
            following = self._buffer.find(PREAMBLE, at + 1)
            if not at < following < at + _HEAD_BYTES + min(self._length_at(at), _LONGEST):
                return at
            at = following
        return max(0, len(self._buffer) - len(PREAMBLE) + 1)

    def _length_at(self, start: int) -> int:
        return int.from_bytes(self._buffer[start + len(PREAMBLE) : start + _HEAD_BYTES], "big")

    def _skip_to(self, at: int) -> None:
        self.garbage += at
        del self._buffer[:at]
