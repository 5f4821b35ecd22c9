"""A reader of identity cards with a security module, on a serial line or TCP, and the hands at it."""

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from sim.errors import NotInTime
from sim.links.faults import Faults
from sim.links.pty import PtyLink
from sim.links.tcp import TcpLink
from sim.peers.samv import Command, ModuleFault, SamvOptions, SamvReader
from sim.world.idcard import IdCard
from sim.world.residents import Holder

__all__ = ["Command", "IdCard", "ModuleFault", "PtySamv", "SamvOptions", "TcpSamv"]


class SamvRig:
    """What both readers share; every method may be called from any thread."""

    def __init__(self, options: SamvOptions | None = None) -> None:
        self.faults = Faults()
        self._lock = threading.RLock()
        self._moved = threading.Condition(self._lock)
        self._reader = SamvReader(options)

    # The hands' side.

    @property
    def has_card(self) -> bool:
        return self._reader.card is not None

    @property
    def heard(self) -> Counter[Command]:
        """How often each command was answered (broken frames too) since the start."""
        with self._lock:
            return self._reader.heard.copy()

    @property
    def garbage(self) -> int:
        """Bytes from the host that belonged to no frame, since the last power-up."""
        return self._reader.garbage

    def lay(self, card: IdCard | Holder) -> None:
        """A card, or the sound card of somebody; one that lay there is taken away."""
        laid = card if isinstance(card, IdCard) else IdCard(holder=card)
        self._by_hand(lambda reader: reader.lay(laid))

    def lift(self) -> None:
        """While the module reads (`read_takes_s`) too: it then says 41. Also disarms `lift_in_next_read`."""

        def hands(reader: SamvReader) -> None:
            reader.lifts_in_next_read = False
            reader.lay(None)

        self._by_hand(hands)

    def lift_in_next_read(self) -> None:
        """The card here, or else the next, leaves in the middle of the next reading of a selected card."""

        def hands(reader: SamvReader) -> None:
            reader.lifts_in_next_read = True

        self._by_hand(hands)

    def break_module(self, fault: ModuleFault) -> None:
        """Every command is answered with 60 or 66, until `mend_module`."""

        def hands(reader: SamvReader) -> None:
            reader.fault = fault

        self._by_hand(hands)

    def mend_module(self) -> None:
        def hands(reader: SamvReader) -> None:
            reader.fault = None

        self._by_hand(hands)

    def wait_for(self, claim: Callable[[], bool], *, within_s: float = 5) -> None:
        """Until `claim` holds; looked at whenever the host was answered or a hand moved. Raises NotInTime."""
        with self._moved:
            if not self._moved.wait_for(claim, timeout=within_s):
                raise NotInTime(f"it did not happen at the card reader within {within_s} s")

    def wait_heard(self, command: Command, count: int = 1, *, within_s: float = 5) -> None:
        """Until the host has asked this `count` times since the start. Raises NotInTime."""
        self.wait_for(lambda: self._reader.heard[command] >= count, within_s=within_s)

    def _by_hand(self, hands: Callable[[SamvReader], None]) -> None:
        with self._moved:
            hands(self._reader)
            self._moved.notify_all()

    def _power_off(self) -> None:
        self._by_hand(SamvReader.power_off)

    # The link's side.

    def room(self) -> int:
        return self._reader.room()

    def receive(self, data: bytes, now_s: float) -> bytes:
        with self._moved:
            answer = self._reader.receive(data, now_s)
            self._moved.notify_all()
        return answer

    def due(self, now_s: float) -> bytes:
        with self._moved:
            answer = self._reader.due(now_s)
            if answer:
                self._moved.notify_all()
        return answer


class PtySamv(SamvRig):
    """Behind the path `link`, which vanishes while unplugged. It then loses its power too, not the card."""

    def __init__(self, *, link: Path, options: SamvOptions | None = None) -> None:
        super().__init__(options)
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        return f"samv+serial://{self._link.path}"

    @property
    def is_plugged_in(self) -> bool:
        return self._link.is_plugged_in

    def plug(self) -> None:
        if not self.is_plugged_in:
            self._link.plug()

    def unplug(self) -> None:
        self._link.unplug()
        self._power_off()

    def noise(self, data: bytes) -> None:
        """Bytes nobody asked for, towards the host."""
        self._link.send(data)

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._link.unplug()


class TcpSamv(SamvRig):
    """A gateway that passes the frames unchanged, on a port of 127.0.0.1 that it keeps while unplugged."""

    def __init__(self, options: SamvOptions | None = None) -> None:
        super().__init__(options)
        self._noise = bytearray()
        self._link = TcpLink(self, self.faults, self._lock)

    @property
    def port(self) -> int:
        return self._link.port

    @property
    def address(self) -> str:
        return f"samv+tcp://127.0.0.1:{self.port}"

    @property
    def is_plugged_in(self) -> bool:
        return self._link.is_plugged_in

    def plug(self) -> None:
        if not self.is_plugged_in:
            self._link.plug()

    def unplug(self, *, is_silent: bool = False) -> None:
        """Connections are reset and refused; `is_silent`: as with a dead cable, bytes just go nowhere."""
        self._link.unplug(is_silent=is_silent)
        self._power_off()

    def noise(self, data: bytes) -> None:
        """Bytes nobody asked for, towards the host when it is connected; within some 20 ms."""
        with self._lock:
            self._noise += data

    def due(self, now_s: float) -> bytes:
        noise = bytes(self._noise)
        self._noise.clear()
        return noise + super().due(now_s)

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._link.unplug()
