"""`paihao-sim`: simulated hardware for a hall, its story, and its bench."""

import importlib
import signal
import sys
import tempfile
import threading
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sim import halls
from sim.errors import SimError
from sim.halls.scenario import scenario as read_scenario
from sim.levers.serving import LeverServer, make_way
from sim.levers.sets import hall_levers
from sim.peers.ff68.devices import AckForm
from sim.rig.beside import locker_address
from sim.rig.bus import DEFAULT_EVALUATOR_OFFSET
from sim.rig.hall import LEVERS_SOCKET, HallRig
from sim.rig.printer import PaperWidth

# Each is a Typer of its own, loaded when it is asked for: the bench brings Qt, the day matplotlib.
_ROOMS = {
    "story": "sim.story.cli",
    "bench": "sim.bench.cli",
    "day": "sim.day.cli",
    "devices": "sim.devices_cli",
}
app = typer.Typer(
    add_completion=False, epilog="Also: paihao-sim devices, story, bench or day, each with --help"
)


def main() -> None:
    arguments = sys.argv[1:]
    if arguments and arguments[0] in _ROOMS:
        room = importlib.import_module(_ROOMS[arguments[0]])
        room.app(arguments[1:], prog_name=f"paihao-sim {arguments[0]}")
    else:
        app(prog_name="paihao-sim")


@app.command()
def run(  # noqa: PLR0917  # typer calls it by name
    hall: Annotated[Path, typer.Argument(help="The hall's file; only its windows are read.")],
    run: Annotated[Path | None, typer.Option(help="Folder for devices.json, sockets and tickets.")] = None,
    scenario: Annotated[
        Path | None, typer.Option(help="TOML with lockers and message gateways: sim/halls/pickup.toml.")
    ] = None,
    paper: Annotated[PaperWidth, typer.Option(help="Width of the rolls.")] = "80mm",
    evaluator_offset: Annotated[
        int, typer.Option(help="A window's pad listens at the caller's address plus this.", min=0, max=128)
    ] = DEFAULT_EVALUATOR_OFFSET,
    evaluator_ack: Annotated[AckForm, typer.Option(help="Which acknowledgement the pads expect.")] = "value",
    print_addresses: Annotated[bool, typer.Option(help="Print the addresses when all is up.")] = True,  # noqa: FBT002  # a flag
) -> None:
    """Start the simulated card readers, printers, callers and pads of a hall, and serve their levers."""
    console = Console(stderr=True)
    try:
        windows = halls.windows(hall)
        folder = run or Path(tempfile.mkdtemp(prefix="paihao-sim-"))
        make_way((folder / LEVERS_SOCKET).absolute())
        rig = HallRig(
            windows,
            folder,
            paper=paper,
            evaluator_offset=evaluator_offset,
            ack_form=evaluator_ack,
            scenario=read_scenario(scenario) if scenario else None,
        )
        _serve(rig, print_addresses=print_addresses)
    except SimError as error:
        console.print(f"[bold red]{error.code}[/]: {error}\n{error.remedy}", highlight=False)
        raise typer.Exit(1) from error


def _serve(rig: HallRig, *, print_addresses: bool) -> None:
    """Until SIGTERM or SIGINT."""
    asked_to_end = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: asked_to_end.set())
    with rig, LeverServer(rig.levers_socket, hall_levers(rig)):
        rig.announce()
        if print_addresses:
            _print(rig)
        asked_to_end.wait()


def _print(rig: HallRig) -> None:
    """A line each, never folded: addresses are there to be copied."""
    slots = rig.devices()["card_readers"]
    assert isinstance(slots, dict)
    rows = [
        *((f"card reader ({name})", address) for name, address in slots.items()),
        *((f"ticket printer ({name})", made.address) for name, made in rig.printers.items()),
        ("window bus", rig.bus.address),
        *((f"locker ({name})", locker_address(locker)) for name, locker in rig.lockers.items()),
        *((f"gateway ({name})", gateway.address) for name, gateway in rig.gateways.items()),
        *(("environment", f"{name}={value}") for name, value in rig.pcscd.environment.items()),
        ("levers", rig.levers_socket),
        ("all of it", rig.devices_file),
    ]
    console = Console(soft_wrap=True, highlight=False)
    console.print("[bold]Simulated devices 模拟设备[/]")
    for device, address in rows:
        console.print(f"  [cyan]{device:<24}[/]{address}")
