"""`paihao-sim devices`: every simulated device, and how a client gets at it."""

import json
import shlex
import signal
import tempfile
import threading
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sim.errors import SimError
from sim.levers.serving import LeverServer, make_way
from sim.levers.sets import device_levers
from sim.rig.devices import DevicesRig
from sim.rig.hall import LEVERS_SOCKET

_TIDY_EVERY_S = 60
app = typer.Typer(add_completion=False)


@app.command()
def devices(
    is_all: Annotated[bool, typer.Option("--all", help="Every device there is.")] = False,  # noqa: FBT002 - a flag
    run: Annotated[Path | None, typer.Option(help="Folder for devices.json, sockets and tickets.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what devices.json says.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Start simulated devices, print their addresses, and serve their levers until SIGTERM or Ctrl-C."""
    if not is_all:
        raise typer.BadParameter("say --all; the devices of one hall are started by `paihao-sim HALL.toml`")
    try:
        folder = run or Path(tempfile.mkdtemp(prefix="paihao-sim-"))
        make_way((folder / LEVERS_SOCKET).absolute())
        _serve(DevicesRig(folder), as_json=as_json)
    except SimError as error:
        console = Console(stderr=True)
        console.print(f"[bold red]{error.code}[/]: {error}\n{error.remedy}", highlight=False)
        raise typer.Exit(1) from error


def _serve(rig: DevicesRig, *, as_json: bool) -> None:
    asked_to_end = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: asked_to_end.set())
    with rig, LeverServer(rig.hall.levers_socket, device_levers(rig)):
        rig.announce()
        if as_json:
            print(json.dumps(rig.devices(), ensure_ascii=False), flush=True)  # noqa: T201 - asked for
        else:
            _print(rig)
        while not asked_to_end.wait(_TIDY_EVERY_S):
            rig.forget_old_sound()


def _print(rig: DevicesRig) -> None:
    """A line each, never folded: addresses are there to be copied."""
    console = Console(soft_wrap=True, highlight=False, markup=False)
    console.print("Simulated devices 模拟设备", style="bold")
    for device in rig.listed():
        console.print(f"  {device.name:<30}{device.address}")
    console.print("\nFor every client 环境变量", style="bold")
    for name, value in rig.environment.items():
        console.print(f"  export {name}={shlex.quote(value)}")
    console.print("\nAll of them at once, also the mocked /dev/input 全部检查", style="bold")
    console.print(f"  {check_command(rig)}")
    console.print(f"\n  {'levers':<30}{rig.hall.levers_socket}\n  {'all of it':<30}{rig.hall.devices_file}")


def check_command(rig: DevicesRig) -> str:
    """What a shell takes as it is."""
    addresses = " ".join(shlex.quote(device.address) for device in rig.listed())
    settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in rig.environment.items())
    return f"{settings} umockdev-wrapper paihao devices check {addresses}"
