"""All devices of one line. Each hears every frame and minds its own address; the line is half duplex."""

from collections.abc import Iterable

from sim.peers.ff68.devices import Caller, Evaluator
from sim.peers.ff68.frames import FrameReader


class Bus:
    """Not safe to use from several threads: whoever owns it brings a lock."""

    def __init__(self, callers: Iterable[Caller], evaluators: Iterable[Evaluator]) -> None:
        self._devices: tuple[Caller | Evaluator, ...] = (*callers, *evaluators)
        self._reader = FrameReader()

    @property
    def garbage(self) -> int:
        """Bytes from the host that belonged to no frame."""
        return self._reader.garbage

    def room(self) -> int:
        return 4096

    def receive(self, data: bytes, now_s: float) -> bytes:
        for frame in self._reader.feed(data):
            for device in self._devices:
                if device.address == frame.address:
                    device.hear(frame, now_s)
        return self.due(now_s)

    def due(self, now_s: float) -> bytes:
        """Key frames whose turn has come, first sent or sent again."""
        return b"".join(device.presses.due(now_s) for device in self._devices)
