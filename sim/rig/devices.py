"""Every simulated device there is, in one run folder: a hall's own, and one at least of each other kind."""

import shutil
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import quote

from sim.halls.residents import RESIDENTS_FILE
from sim.links.faults import Faults
from sim.rig.announcing import announced
from sim.rig.hall import HallRig
from sim.rig.inputs import InputWorld, Keypad, WedgeScanner
from sim.rig.lockers import PtyLocker, PtyLocker8A, PtyLockerWkly
from sim.rig.printer import FilePrinter, PtyPrinter, TcpPrinter
from sim.rig.samv import PtySamv, TcpSamv
from sim.rig.sound import RATE, NullSink
from sim.rig.strips import PtyBxStrip, PtyStrip51, Strips, TcpBxStrip

WINDOWS = (1, 2, 3)
_HEARD_AT_MOST_S = 600
SamvName = Literal["serial", "tcp"]
_BOARDS = {"lock8a": (1, 12), "wkly": (0, 8)}  # the board's address, and its doors


@dataclass(frozen=True, slots=True)
class Listed:
    """A device, what a person calls it, and how a driver gets at it."""

    name: str
    address: str


class DevicesRig:
    """Context manager. Staff cards are laid on the hall's contactless reader, `hall.slots["id"]`.

    `environment` belongs into every client; for the devices of `inputs` it must also run under
    umockdev-wrapper. Raises NotThere when a program is missing.
    """

    def __init__(self, run: Path) -> None:
        self.hall = HallRig(WINDOWS, run)
        self.run = self.hall.run
        self.samvs: dict[SamvName, PtySamv | TcpSamv] = {
            "serial": self.hall.id_reader,
            "tcp": TcpSamv(),
        }
        tickets = self.run / "tickets"
        self.usb_printer = FilePrinter(tickets=tickets, link=self.run / "lp0")
        self.kiosk_printer = PtyPrinter(
            tickets=tickets, name="kiosk", model="presenter", link=self.run / "ttyKIOSK"
        )
        self.printers: dict[str, TcpPrinter | PtyPrinter] = {
            "tcp": self.hall.tcp_printer,
            "serial": self.hall.pty_printer,
            "file": self.usb_printer,
            "kiosk": self.kiosk_printer,
        }
        self.strips: dict[str, Strips[Any]] = {
            "bx-serial": PtyBxStrip(link=self.run / "ttyBX", addresses=(1, 2)),
            "bx-tcp": TcpBxStrip(),
            "strip51": PtyStrip51(link=self.run / "ttySTRIP51", addresses=(1, 2)),
        }
        self.lockers: dict[str, PtyLocker] = {
            "lock8a": PtyLocker8A(link=self.run / "ttyLOCK8A", boards=(1,), channels=12),
            "wkly": PtyLockerWkly(link=self.run / "ttyWKLY", boards=(0,), channels=8),
        }
        self.scanner = self.hall.scanner
        self.sound = NullSink()
        self._stack = ExitStack()

    @property
    def spoken(self) -> Path:
        """Where `clips+file` keeps its sentences."""
        return self.run / "spoken"

    @property
    def pictures(self) -> Path:
        """Where the strips' pictures are written; it goes in the end."""
        return self.run / "strips"

    @property
    def environment(self) -> dict[str, str]:
        """Without LD_PRELOAD, which umockdev-wrapper brings."""
        mocked = {"UMOCKDEV_DIR": str(self.inputs.root)}
        return {**self.hall.pcscd.environment, **self.sound.environment, **mocked}

    def faults(self) -> dict[str, Faults]:
        """Of every line, by its name."""
        return {
            **{f"printer.{name}": printer.faults for name, printer in self.printers.items()},
            "bus": self.hall.bus.faults,
            **{f"samv.{name}": samv.faults for name, samv in self.samvs.items()},
            **{f"strip.{name}": strip.faults for name, strip in self.strips.items()},
            **{f"locker.{name}": locker.faults for name, locker in self.lockers.items()},
            "scanner.serial": self.scanner.faults,
        }

    def listed(self) -> list[Listed]:
        """In the order of the drivers' families."""
        slots = [quote(self.hall.pcscd.reader(slot)) for slot in (0, 1)]
        return [
            Listed("card reader, social security", f"ssc+pcsc://{slots[0]}"),
            Listed("card reader, identity", f"idcard+pcsc://{slots[1]}"),
            *(Listed(f"security module ({name})", samv.address) for name, samv in self.samvs.items()),
            Listed("staff card reader", f"uid+pcsc://{slots[1]}"),
            *(Listed(f"ticket printer ({name})", self._printer_address(name)) for name in self.printers),
            Listed("scanner (serial)", self.scanner.address),
            Listed("scanner (keyboard)", f"scanner+input://{self.input_scanner.path}"),
            Listed("window bus", self.hall.bus.address),
            Listed("rating keypad", f"keypad+input://{self.keypad.path}"),
            *(Listed(f"LED strips ({name})", strips.address) for name, strips in self.strips.items()),
            *(Listed(f"locker ({name})", self._locker_address(name)) for name in self.lockers),
            Listed("loudspeaker", self.sound.address),
            Listed("loudspeaker (file)", f"clips+file://{self.spoken}"),
        ]

    def _printer_address(self, name: str) -> str:
        printer = self.printers[name]
        return f"{printer.address}?presenter=custom" if printer.has_presenter else printer.address

    def _locker_address(self, name: str) -> str:
        board, doors = _BOARDS[name]
        return f"{self.lockers[name].address}?boards={board}&channels={doors}"

    def devices(self) -> dict[str, object]:
        """What devices.json says: all a hall's has, and more; see sim/README.md."""
        return {
            **self.hall.devices(),
            "env": self.environment,
            "addresses": [device.address for device in self.listed()],
            "printers": {name: self._printer_address(name) for name in self.printers},
            "residents": str(RESIDENTS_FILE),
            "samv": {name: samv.address for name, samv in self.samvs.items()},
            "strips": {
                name: {"address": strips.address, "strips": list(strips.addresses)}
                for name, strips in self.strips.items()
            },
            "lockers": {
                name: {"address": self._locker_address(name), "board": board, "doors": doors}
                for name, (board, doors) in _BOARDS.items()
            },
            "scanners": {
                "serial": self.scanner.address,
                "input": f"scanner+input://{self.input_scanner.path}",
            },
            "keypad": f"keypad+input://{self.keypad.path}",
            "sound": {"heard": self.sound.address, "spoken": str(self.spoken)},
        }

    def forget_old_sound(self) -> None:
        """The ear writes down silence too: after ten minutes it begins anew."""
        if len(self.sound.heard) > _HEARD_AT_MOST_S * RATE:
            self.sound.forget()

    def announce(self) -> None:
        """Writes devices.json; it goes when the rig ends."""
        self._stack.enter_context(announced(self.hall.devices_file, self.devices()))

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self.hall)
            self.inputs = stack.enter_context(InputWorld())
            self.input_scanner: WedgeScanner = self.inputs.scanner()
            self.keypad: Keypad = self.inputs.keypad()
            for part in (
                self.samvs["tcp"],
                self.usb_printer,
                self.kiosk_printer,
                *self.strips.values(),
                *self.lockers.values(),
                self.sound,
            ):
                stack.enter_context(part)
            self.spoken.mkdir(exist_ok=True, mode=0o700)
            self.pictures.mkdir(exist_ok=True, mode=0o700)
            stack.callback(shutil.rmtree, self.pictures, ignore_errors=True)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
