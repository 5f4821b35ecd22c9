"""Frames of the bus: `FF 68 L L 68 ADDR FUNC [DATA] CS 16`.

L, sent twice, counts ADDR, FUNC and DATA; CS is their sum modulo 256. One host leaves the leading FF away in
its answers to evaluators, so the devices do not insist on it.
"""

from dataclasses import dataclass

_START, _END = 0x68, 0x16
_MAX_LENGTH = 16
_AROUND = 6  # 68 L L 68 in front, CS 16 behind


@dataclass(frozen=True, slots=True)
class Frame:
    address: int
    function: int
    data: bytes

    def encode(self) -> bytes:
        body = bytes((self.address, self.function)) + self.data
        head = bytes((0xFF, _START, len(body), len(body), _START))
        return head + body + bytes((sum(body) % 256, _END))


class FrameReader:
    """Finds frames in a stream with noise in it; `garbage` counts the bytes that belonged to none."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.garbage = 0

    def feed(self, data: bytes) -> list[Frame]:
        self._buffer += data
        frames = []
        while self._buffer:
            frame = self._frame_at_start()
            if frame is not None:
                del self._buffer[: _AROUND + 2 + len(frame.data)]
                frames.append(frame)
            elif self._may_become_a_frame():
                break
            else:
                self.garbage += self._buffer[0] != 0xFF
                del self._buffer[0]
        return frames

    def _may_become_a_frame(self) -> bool:
        """False as soon as the bytes at hand contradict a frame that starts here."""
        head = self._buffer[:4]
        fits_head = head[0] == _START and (len(head) < 4 or head[3] == _START)
        fits_length = len(head) < 3 or (head[1] == head[2] and 2 <= head[1] <= _MAX_LENGTH)
        is_whole = len(head) == 4 and len(self._buffer) >= _AROUND + head[1]
        return fits_head and fits_length and not is_whole

    def _frame_at_start(self) -> Frame | None:
        head = self._buffer[:4]
        if len(head) < 4 or head[0] != _START or head[3] != _START or head[1] != head[2] or head[1] < 2:
            return None
        body = self._buffer[4 : 4 + head[1]]
        end = self._buffer[4 + head[1] : 6 + head[1]]
        if len(end) < 2 or end[0] != sum(body) % 256 or end[1] != _END:
            return None
        return Frame(body[0], body[1], bytes(body[2:]))
