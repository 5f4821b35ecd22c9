"""The caller (呼叫器) and the four-key evaluator (评价器) at a window.

Not modelled: the devices' own menus, collisions on the wire, how long a display holds, the evaluator's own
time-out (the host's business in the known systems). An evaluator's keys work whether or not the host asked:
in the known halls it is usually started by a key of the caller itself.
"""

from typing import Literal

from sim.peers.ff68.frames import Frame
from sim.peers.ff68.presses import Presses

AckForm = Literal["value", "bare"]
KEYS = {
    "start": 0x0A,
    "wait": 0x0B,
    "call": 0x0C,
    "recall": 0x0D,
    "cancel": 0x0E,
    "function": 0x0F,
    "one_metre": 0x11,
    "pause": 0x12,
    "transfer": 0x13,
}
_KEY, _SHOW, _BEEP, _RESULT = 0x01, 0x02, 0x03, 0x11
_START = 0x0B
_BLANK = 0x0A
_FULL_STARS = 5


class Caller:
    """Six digits of display, keys, a beeper."""

    def __init__(self, address: int) -> None:
        self.address = address
        self.presses = Presses()
        self.display = "______"
        self.is_ok: bool | None = None
        self.beeps = 0

    def press(self, key: int, digits: str, now_s: float) -> None:
        """Digits are sent as 00 to 09 in front of the key."""
        data = bytes(int(digit) for digit in digits) + bytes((key,))
        self.presses.add(Frame(self.address, _KEY, data), now_s)

    def hear(self, frame: Frame, now_s: float) -> None:
        """The host acknowledges a key by sending its frame back unchanged."""
        if self.presses.acknowledge(lambda sent: sent == frame, now_s):
            return
        if frame.function == _BEEP:
            self.beeps += 1
        elif frame.function == _SHOW and len(frame.data) == 1:
            self.is_ok = frame.data[0] == 1
        elif frame.function == _SHOW:
            self.display = "".join(_digit(byte) for byte in frame.data).rjust(6, "_")


class Evaluator:
    """Four keys (values 0 to 3) and five stars, all lit after power-up."""

    def __init__(self, address: int, ack_form: AckForm = "value") -> None:
        self.address = address
        self.presses = Presses()
        self.is_asked = False
        self.asks = 0
        self.stars = _FULL_STARS
        self._ack_form = ack_form

    def press(self, value: int, now_s: float) -> None:
        self.presses.add(Frame(self.address, _RESULT, bytes((value,))), now_s)

    def hear(self, frame: Frame, now_s: float) -> None:
        if frame.function == _KEY and frame.data == bytes((_START,)):
            self.is_asked = True
            self.asks += 1
        elif frame.function == _KEY and self.presses.acknowledge(lambda sent: self._fits(frame, sent), now_s):
            self.is_asked = False
        elif frame.function == _SHOW and len(frame.data) == 1 and frame.data[0] <= _FULL_STARS:
            self.stars = frame.data[0]

    def _fits(self, answer: Frame, sent: Frame) -> bool:
        """Two known hosts differ: one repeats the value, the other sends none."""
        return answer.data == (sent.data if self._ack_form == "value" else b"")


def _digit(byte: int) -> str:
    if byte == _BLANK:
        return "_"
    return str(byte) if byte <= 9 else "?"
