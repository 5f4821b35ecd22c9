"""All the simulated hardware of one hall in one run folder."""

import os
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType
from typing import Literal, Self
from urllib.parse import quote

from sim.errors import BadScenario
from sim.halls import PEOPLE_FILE
from sim.halls.scenario import Scenario
from sim.peers.ff68.devices import AckForm
from sim.rig import beside
from sim.rig.announcing import announced
from sim.rig.bus import DEFAULT_EVALUATOR_OFFSET, PtyBus
from sim.rig.pcscd import PrivatePcscd, ReaderSlot
from sim.rig.printer import PaperWidth, PtyPrinter, TcpPrinter
from sim.rig.samv import PtySamv
from sim.rig.scanners import PtyScanner

SlotName = Literal["contact", "id"]
PrinterName = Literal["tcp", "serial"]
LEVERS_SOCKET = "levers.sock"


class HallRig:
    """Slot 0 is the contact reader for social security cards, slot 1 the reader with the security module.

    `scenario` adds lockers and gateways by name.

    A kiosk that keeps slot 1 for staff cards reads identity cards with `id_reader`, on a line of its own.
    """

    def __init__(
        self,
        windows: tuple[int, ...],
        run: Path,
        *,
        paper: PaperWidth = "80mm",
        evaluator_offset: int = DEFAULT_EVALUATOR_OFFSET,
        ack_form: AckForm = "value",
        scenario: Scenario | None = None,
    ) -> None:
        self.run = run.absolute()
        tickets = self.run / "tickets"
        self.pcscd = PrivatePcscd()
        self.slots: dict[SlotName, ReaderSlot] = {"contact": self.pcscd.slots[0], "id": self.pcscd.slots[1]}
        self.tcp_printer = TcpPrinter(tickets=tickets, paper=paper)
        self.pty_printer = PtyPrinter(tickets=tickets, paper=paper, link=self.run / "ttyPRINTER")
        self.printers: dict[PrinterName, TcpPrinter | PtyPrinter] = {
            "tcp": self.tcp_printer,
            "serial": self.pty_printer,
        }
        self.bus = PtyBus(
            windows=windows, link=self.run / "ttyBUS", evaluator_offset=evaluator_offset, ack_form=ack_form
        )
        self.id_reader = PtySamv(link=self.run / "ttySAMV")
        self.scanner = PtyScanner(link=self.run / "ttyACM0")
        more = scenario or Scenario()
        self.lockers = beside.lockers(more.lockers, self.run)
        self.gateways = beside.gateways(more.gateways)
        self._stack = ExitStack()

    @property
    def levers_socket(self) -> Path:
        return self.run / LEVERS_SOCKET

    @property
    def devices_file(self) -> Path:
        return self.run / "devices.json"

    def devices(self) -> dict[str, object]:
        """What devices.json says; see sim/README.md."""
        return {
            "version": 1,
            "env": self.pcscd.environment,
            "levers": str(self.levers_socket),
            "card_readers": {
                "contact": f"ssc+pcsc://{quote(self.pcscd.reader(0))}",
                "id": f"idcard+pcsc://{quote(self.pcscd.reader(1))}",
            },
            "printers": {name: printer.address for name, printer in self.printers.items()},
            "kiosk": {
                "id_reader": self.id_reader.address,
                "staff_reader": f"uid+pcsc://{quote(self.pcscd.reader(1))}",
                "scanner": self.scanner.address,
            },
            "window_bus": self.bus.address,
            "windows": [
                {"window": window, "caller": caller, "evaluator": evaluator}
                for window, caller, evaluator in self.bus.windows
            ],
            "lockers": {
                name: {"address": beside.locker_address(locker), "boards": locker.numbers}
                for name, locker in self.lockers.items()
            },
            "gateways": {name: gateway.address for name, gateway in self.gateways.items()},
            "tickets": str(self.run / "tickets"),
            "people": str(PEOPLE_FILE),
            "pid": os.getpid(),
        }

    def announce(self) -> None:
        """Writes devices.json, whole or not at all; it goes when the rig ends."""
        self._stack.enter_context(announced(self.devices_file, self.devices()))

    def _parts(self) -> tuple[AbstractContextManager[object], ...]:
        return (
            self.pcscd,
            self.tcp_printer,
            self.pty_printer,
            self.bus,
            self.id_reader,
            self.scanner,
            *self.lockers.values(),
            *self.gateways.values(),
        )

    def __enter__(self) -> Self:
        try:
            (self.run / "tickets").mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise BadScenario(f"{self.run} cannot be used as the run folder: {error}") from error
        # One that was killed may have left its announcement.
        self.devices_file.unlink(missing_ok=True)
        with ExitStack() as stack:
            for part in self._parts():
                stack.enter_context(part)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
