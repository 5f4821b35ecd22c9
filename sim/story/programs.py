"""The programs of a hall, by the commands a person would type, and where each keeps its things."""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from sim.story.keeper import Keeper

_BIN = Path(sys.executable).parent
_STARTS_WITHIN_S = 30.0
STRIP_LINE = "ttySTRIPS"
LOCK_LINE = "ttyLOCKS"
RECEIPT_LINE = "ttyRECEIPTS"
BOARD, CHANNELS = 1, 8  # of the demo's cabinet
AT_ONCE = "?settles_within_s=0.1"  # a virtual reader finds its card sooner than those on a cable
PAIHAO = str(_BIN / "paihao")
PAIHAO_SIM = str(_BIN / "paihao-sim")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkFolder:
    """What a running hall needs and nobody may keep: credentials, passwords' hashes, keys, sockets."""

    root: Path

    @property
    def data(self) -> Path:
        return self.root / "hall"

    @property
    def simulator(self) -> Path:
        return self.root / "sim"

    @property
    def ready_file(self) -> Path:
        return self.root / "ready.json"

    @property
    def voice(self) -> Path:
        return self.root / "voice"

    def credential(self, device: str) -> Path:
        return self.root / f"{device}.credential"

    def configuration(self, device: str) -> Path:
        return self.root / f"{device}.toml"

    def stage(self, device: str) -> Path:
        return self.root / f"{device}.stage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Devices:
    """The addresses of the simulated devices, as `devices.json` gives them."""

    contact_reader: str
    id_reader: str
    id_reader_on_line: str
    staff_reader: str
    scanner: str
    printer: str
    receipt_printer: str
    window_bus: str
    bus_addresses: Sequence[dict[str, int]]
    levers: Path
    environment: dict[str, str] = field(repr=False)

    @property
    def strip_line(self) -> Path:
        """Where a story lays the line of its strips."""
        return self.levers.with_name(STRIP_LINE)

    @property
    def cabinet_addresses(self) -> tuple[str, ...]:
        """Of a story's cabinet: locks, reader, scanner, reader of staff cards, printer."""
        locks = f"lock8a+serial://{self.lock_line}?boards={BOARD}&channels={CHANNELS}"
        printer = f"escpos+serial://{self.levers.with_name(RECEIPT_LINE)}"
        return locks, self.id_reader_on_line, self.scanner, self.staff_reader, printer

    @property
    def lock_line(self) -> Path:
        """Where a story lays the line of its cabinet's locks."""
        return self.levers.with_name(LOCK_LINE)

    def reader_name(self, slot: str) -> str:
        """The name by which PC/SC knows the reader at a slot, `contact` or `id`."""
        address = self.contact_reader if slot == "contact" else self.id_reader
        return unquote(address.partition("://")[2].partition("?")[0])

    @classmethod
    def read(cls, path: Path) -> "Devices":
        stored = json.loads(path.read_text())
        return cls(
            contact_reader=stored["card_readers"]["contact"] + AT_ONCE,
            id_reader=stored["card_readers"]["id"] + AT_ONCE,
            id_reader_on_line=stored["kiosk"]["id_reader"],
            staff_reader=stored["kiosk"]["staff_reader"] + AT_ONCE,
            scanner=stored["kiosk"]["scanner"],
            printer=stored["printers"]["tcp"],
            receipt_printer=stored["printers"]["serial"],
            window_bus=stored["window_bus"],
            bus_addresses=stored["windows"],
            levers=Path(stored["levers"]),
            environment=stored["env"],
        )


def environment(*, headless: bool) -> dict[str, str]:
    """What every program of the story inherits."""
    inherited = dict(os.environ)
    inherited["PYTHONUNBUFFERED"] = "1"
    if headless:
        inherited["QT_QPA_PLATFORM"] = "offscreen"
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            inherited.pop(name, None)
    return inherited


def start_simulator(keeper: Keeper, hall: Path, work: WorkFolder) -> Devices:
    begin_simulator(keeper, hall, work)
    return wait_for_simulator(keeper, work)


def begin_simulator(keeper: Keeper, hall: Path, work: WorkFolder) -> None:
    work.simulator.mkdir(exist_ok=True)
    keeper.start("simulator", [PAIHAO_SIM, str(hall), "--run", str(work.simulator)])


def wait_for_simulator(keeper: Keeper, work: WorkFolder) -> Devices:
    described = work.simulator / "devices.json"
    keeper.wait_until(described.exists, within_s=_STARTS_WITHIN_S, what="the simulated devices are up")
    return Devices.read(described)


def start_server(
    keeper: Keeper, hall: Path, work: WorkFolder, *, port: int = 0, steered_from: str = ""
) -> str:
    """Start the hall server, on a free port unless one is given; return its address.

    `steered_from`, such as 2026-11-23T09:00:00 by the hall's time: its clock stands there until it is moved.
    """
    work.ready_file.unlink(missing_ok=True)
    clock = ["--clock", "steered", "--clock-from", steered_from] if steered_from else []
    keeper.start(
        "server",
        [
            *(PAIHAO, "hall", "--config", str(hall), "--data", str(work.data), "--port", str(port)),
            *("--ready-file", str(work.ready_file), *clock),
        ],
    )
    keeper.wait_until(work.ready_file.exists, within_s=_STARTS_WITHIN_S, what="the hall server is ready")
    return str(json.loads(work.ready_file.read_text())["url"])
