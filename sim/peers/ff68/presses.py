"""A key frame on its way to the host: sent again until it is acknowledged, three times at most.

Hosts acknowledge at once (one waits 80 ms before going on); how long the devices wait is not public: 300 ms
here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sim.peers.ff68.frames import Frame

RESEND_AFTER_S = 0.3
MAX_SENT = 3


@dataclass(slots=True)
class Press:
    """`sent` counts the sendings; `after_s`: how long after the press it was acknowledged."""

    frame: Frame
    pressed_s: float
    sent: int = 0
    sent_s: float = 0.0
    after_s: float | None = None

    @property
    def is_acknowledged(self) -> bool:
        return self.after_s is not None

    def is_waiting(self, now_s: float) -> bool:
        """It was sent and the acknowledgement may still come."""
        return self.sent > 0 and now_s < self.sent_s + RESEND_AFTER_S

    def is_over(self, now_s: float) -> bool:
        return self.is_acknowledged or (self.sent >= MAX_SENT and not self.is_waiting(now_s))


class Presses:
    """One device's key frames, one at a time on the wire, oldest first."""

    def __init__(self) -> None:
        self.made: list[Press] = []

    @property
    def acknowledged(self) -> int:
        return sum(press.is_acknowledged for press in self.made)

    def add(self, frame: Frame, now_s: float) -> None:
        self.made.append(Press(frame, now_s))

    def due(self, now_s: float) -> bytes:
        """What goes out now."""
        press = next((press for press in self.made if not press.is_over(now_s)), None)
        if press is None or press.is_waiting(now_s):
            return b""
        press.sent += 1
        press.sent_s = now_s
        return press.frame.encode()

    def acknowledge(self, is_answer: Callable[[Frame], bool], now_s: float) -> bool:
        """True when a frame that was sent is thereby acknowledged, even one already given up."""
        for press in reversed(self.made):
            if press.sent and not press.is_acknowledged and is_answer(press.frame):
                press.after_s = now_s - press.pressed_s
                return True
        return False
