"""`script/bench`: measures a whole hall on this machine and prints figures. Nothing is asserted."""

import argparse
import asyncio
import os
import platform
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from rich.console import Console

from benchmarks.engine import measure_engine
from benchmarks.figures import Figures
from benchmarks.screens import (
    measure_call_to_wall,
    measure_kiosk_start,
    measure_server_start,
    measure_touch_to_paper,
)
from benchmarks.server import measure_server
from benchmarks.soak import soak
from sim.story.artefacts import Folder
from sim.story.errors import StoryError
from sim.story.keeper import Keeper
from sim.story.performance import Performance
from sim.story.programs import environment
from sim.story.recorder import Recorder
from sim.story.telling import Venue, ending_on_signals, open_hall, work_folder

_OUT = Path(__file__).parent / "output" / "figures.json"
_HALL = Path(__file__).parents[1] / "halls" / "demo.toml"


def main() -> int:
    asked = _arguments()
    console = Console(width=120 if not os.isatty(1) else None)
    figures = Figures()
    console.print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} cores")
    with ending_on_signals():
        _measure(figures, console, asked)
    figures.show(console)
    figures.write(asked.json)
    console.print(f"figures: {asked.json}", soft_wrap=True)
    return 1 if figures.not_measured else 0


def _measure(figures: Figures, console: Console, asked: argparse.Namespace) -> None:
    times, for_s = (3, 1.0) if asked.quick else (10, 3.0)
    with _noting(figures, console, "the engine"):
        asyncio.run(measure_engine(figures, for_s=for_s))
    with _noting(figures, console, "the hall"), running_hall(console) as play:
        sections: dict[str, Callable[[], None]] = {
            "touch to paper": lambda: measure_touch_to_paper(figures, play, tickets=times),
            "call to wall": lambda: measure_call_to_wall(figures, play, calls=times),
            "the server": lambda: _serve(figures, play, for_s=for_s),
            "starting": lambda: _start(figures, play, times=max(3, times // 2)),
        }
        if asked.soak:
            sections["soak"] = lambda: asyncio.run(soak(figures, play, console, rounds=asked.rounds))
        for name, section in sections.items():
            with _noting(figures, console, name):
                section()


def _serve(figures: Figures, play: Performance, *, for_s: float) -> None:
    for name in tuple(play.stages):
        play.leave_stage(name)
    asyncio.run(measure_server(figures, play, for_s=for_s))


def _start(figures: Figures, play: Performance, *, times: int) -> None:
    measure_server_start(figures, play, times=times)
    measure_kiosk_start(figures, play, times=times)


@contextmanager
def running_hall(console: Console) -> Iterator[Performance]:
    with ExitStack() as stack:
        logs = stack.enter_context(tempfile.TemporaryDirectory(prefix="paihao-bench-"))
        work = stack.enter_context(work_folder(None))
        folder = Folder.prepare(Path(logs))
        keeper = Keeper(folder.logs, environment(headless=True))
        stack.callback(keeper.stop_all)
        play = open_hall(keeper, folder, work, Recorder(console), Venue(hall=_HALL, voice="folder"))
        stack.callback(play.levers.close)
        yield play


@contextmanager
def _noting(figures: Figures, console: Console, name: str) -> Iterator[None]:
    """Go on with the rest when one thing cannot be measured, and say so at the end."""
    console.print(f"[bold]{name}[/bold] …")
    try:
        yield
    except (StoryError, OSError, RuntimeError, TimeoutError) as error:
        console.print(traceback.format_exc(), style="dim", markup=False, highlight=False)
        figures.not_measured[name] = f"{type(error).__name__}: {error}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer samples, about half a minute")
    parser.add_argument("--soak", action="store_true", help="also kill the server again and again under load")
    parser.add_argument("--rounds", type=int, default=20, help="kills of --soak")
    parser.add_argument("--json", type=Path, default=_OUT, help="where figures go")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
