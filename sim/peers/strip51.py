"""The strip of `AA addr BB 51 54 SUM play speed stop colour valid text FF`, and the line with many of them.

SUM is the low byte of the sum from `play` to the end of the text (GB2312); address FF is for all; `44` in
place of `54` saves the text and lacks the byte `valid`. A strip says nothing, whatever it hears. A frame with
a wrong sum is passed over.

What play and colour mean is not in the frame's descriptions but in one teaching kit (enums PlayType and
DisplayColor of nle mylibrary): play 01 left … 08 at once; colours 00 red, 01 green, 02 yellow. Other codes
are shown as `code 0B`.

Not modelled: speed, stop and valid time (a text stays until the next), the ROM that saved texts go to, how
long a strip is deaf after a frame (one host leaves it 100 ms).
"""

from collections.abc import Iterable
from dataclasses import dataclass

PLAYS = {
    0x01: "leftwards",
    0x02: "upwards",
    0x03: "downwards",
    0x04: "cover down",
    0x05: "cover up",
    0x06: "inverse",
    0x07: "blinking",
    0x08: "still",
}
COLOURS = {0x00: "red", 0x01: "green", 0x02: "yellow"}
EVERYBODY = 0xFF
_START, _MIDDLE = 0xAA, b"\xbb\x51"
_PARAMETERS = {0x54: 5, 0x44: 4}
_SHOW = 0x54
_HEAD = 6  # AA addr BB 51 54 SUM
_END = b"\xff"
_MAX_FRAME = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    text: str
    colour: str
    motion: str


class Strip:
    def __init__(self, address: int) -> None:
        self.address = address
        self.shown: Shown | None = None
        self.saved: bytes | None = None
        self.frames = 0

    def hear(self, frame: bytes) -> None:
        if frame[1] not in {self.address, EVERYBODY}:
            return
        self.frames += 1
        parameters, text = _split(frame)
        if frame[4] != _SHOW:
            self.saved = text
            return
        self.shown = Shown(
            text=text.decode("gb2312", errors="replace"),
            colour=COLOURS.get(parameters[3], f"code {parameters[3]:02X}"),
            motion=PLAYS.get(parameters[0], f"code {parameters[0]:02X}"),
        )


class Line:
    """Not safe to use from several threads: whoever owns it brings a lock."""

    def __init__(self, addresses: Iterable[int]) -> None:
        self.strips = {address: Strip(address) for address in addresses}
        self.garbage = 0
        self._buffer = bytearray()

    def room(self) -> int:
        return 4096

    def receive(self, data: bytes, now_s: float) -> bytes:
        self._buffer += data
        while self._buffer:
            size = _frame_size(self._buffer)
            if size is None:
                break
            if size:
                self._tell(bytes(self._buffer[:size]))
            self.garbage += size == 0
            del self._buffer[: size or 1]
        return self.due(now_s)

    def due(self, now_s: float) -> bytes:  # noqa: ARG002 - the link's side asks all peers alike
        return b""

    def _tell(self, frame: bytes) -> None:
        for strip in self.strips.values():
            strip.hear(frame)


def _split(frame: bytes) -> tuple[bytes, bytes]:
    """Parameters and text."""
    at = _HEAD + _PARAMETERS[frame[4]]
    return frame[_HEAD:at], frame[at:-1]


def _frame_size(buffer: bytearray) -> int | None:
    """Of the frame at the start; 0 if none starts here, None if more has to come to tell."""
    head = buffer[:_HEAD]
    if (
        head[0] != _START
        or not _MIDDLE.startswith(head[2:4])
        or (len(head) > 4 and head[4] not in _PARAMETERS)
    ):
        return 0
    if len(head) < _HEAD:
        return None
    end = buffer.find(_END, _HEAD + _PARAMETERS[head[4]], _MAX_FRAME)
    if end < 0:
        return 0 if len(buffer) >= _MAX_FRAME else None
    return end + 1 if sum(buffer[_HEAD:end]) & 0xFF == head[5] else 0
