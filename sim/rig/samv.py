"""A reader of identity cards with a security module, on a serial line or TCP, and the hands at it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from sim.links.pty import PtyLink
from sim.links.tcp import TcpLink
from sim.peers.samv import Command, ModuleFault, SamvOptions, SamvReader
from sim.rig.wired import Link, Wired
from sim.world.idcard import IdCard
from sim.world.residents import Holder

__all__ = ["Command", "IdCard", "ModuleFault", "PtySamv", "SamvOptions", "TcpSamv"]


class SamvRig(Wired[Link]):
    """What both readers share."""

    place = "at the card reader"

    def __init__(self, options: SamvOptions | None = None) -> None:
        self._reader = SamvReader(options)
        super().__init__(self._reader)

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

    def due(self, now_s: float) -> bytes:
        with self._moved:
            answer = super().due(now_s)
            if answer:
                self._moved.notify_all()
        return answer


class PtySamv(SamvRig[PtyLink]):
    """Behind the path `link`, which vanishes while unplugged. It then loses its power too, not the card."""

    def __init__(self, *, link: Path, options: SamvOptions | None = None) -> None:
        super().__init__(options)
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        return f"samv+serial://{self._link.path}"

    def unplug(self) -> None:
        super().unplug()
        self._power_off()

    def noise(self, data: bytes) -> None:
        """Bytes nobody asked for, towards the host."""
        self._link.send(data)


class TcpSamv(SamvRig[TcpLink]):
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
