"""The whole simulated hall on a screen: every front end's window, and the bench to play the world with."""

import socket
import tempfile
import tomllib
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from rich.console import Console

from sim.bench.app import run
from sim.story.artefacts import Folder
from sim.story.errors import StoryError
from sim.story.keeper import Keeper
from sim.story.opening import Venue, open_hall
from sim.story.programs import environment
from sim.story.recorder import Recorder
from sim.story.telling import ending_on_signals, work_folder


def open_whole_hall(hall: Path, console: Console) -> int:
    """Run until the bench window is closed; return the exit status."""
    recorder = Recorder(console)
    with ending_on_signals(), ExitStack() as stack:
        logs = Path(tempfile.mkdtemp(prefix="paihao-demo-"))
        try:
            folder = Folder.prepare(logs)
            work = stack.enter_context(work_folder(None))
            keeper = Keeper(folder.logs, environment(headless=False))
            stack.callback(keeper.stop_all)
            play = open_hall(
                keeper, folder, work, recorder, Venue(hall=hall, voice="sound", port=_port(hall))
            )
            play.levers.close()
            console.print(
                f"\nClerk [bold]{play.clerk.number}[/bold] logs in at the counter with the password "
                f"[bold]{play.clerk.password}[/bold].\nClose the sim bench to end. Logs: {folder.logs}",
                highlight=False,
            )
            return run(work.simulator / "devices.json", printers=("tcp",))
        except StoryError as error:
            recorder.explain(error)
            console.print(f"→ logs: {logs / 'logs'}", highlight=False, soft_wrap=True)
            return 1


def _port(hall: Path) -> int:
    """The port of the hall's public address, so that its QR codes lead there; any when it is taken."""
    public = urlsplit(tomllib.loads(hall.read_text())["public_url"])
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", public.port or 0))
        except OSError:
            return 0
    return public.port or 0
