"""`script/bench`: measures a whole hall on this machine: figures and ratios. Only `--soak` asserts."""

import argparse
import os
import platform
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from rich.console import Console

from benchmarks.day_front_ends import VISITORS as DAYS_VISITORS
from benchmarks.day_front_ends import soak_day
from benchmarks.devices import measure_devices
from benchmarks.devices_faults import SUBJECTS
from benchmarks.devices_soak import ROUNDS, soak_devices
from benchmarks.displays import measure_displays
from benchmarks.durability.house import House
from benchmarks.engine import measure_engine
from benchmarks.figures import Figures
from benchmarks.kiosk import STEPS, VISITS, measure_kiosk, soak_kiosk
from benchmarks.outbox import MESSAGES, measure_outbox
from benchmarks.painted import measure_painted
from benchmarks.phones import measure_phones
from benchmarks.probing import NATIVE, SLOW
from benchmarks.ratios import Ratio
from benchmarks.screens import (
    measure_call_to_wall,
    measure_kiosk_start,
    measure_server_start,
    measure_touch_to_paper,
)
from benchmarks.server import measure_contest, measure_server
from benchmarks.soak import KILLS, soak
from benchmarks.stories_soak import soak_stories
from benchmarks.voice import measure_voice
from benchmarks.waiting import MANY, measure_waiting
from benchmarks.year import DAYS, measure_year
from sim.story.artefacts import Folder
from sim.story.errors import StoryError
from sim.story.keeper import Keeper
from sim.story.opening import Venue, open_hall
from sim.story.performance import Performance
from sim.story.programs import environment
from sim.story.recorder import Recorder
from sim.story.telling import ending_on_signals, work_folder

_OUT = Path(__file__).parent / "output" / "figures.json"
_HALL = Path(__file__).parents[1] / "halls" / "demo.toml"
_QUICK_WAITING, _QUICK_DAYS = 50_000, 20


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
    with tempfile.TemporaryDirectory(prefix="paihao-bench-") as place:
        if asked.soak is not None:
            _soak(figures, console, asked, Path(place))
            return
        if not asked.screens:
            _hold_to_ratios(figures, console, asked, Path(place))
        if not asked.ratios:
            _measure_voice(figures, console, asked, Path(place) / "voice")
            with _noting(figures, console, "call to wall painted, a great hall"):
                measure_painted(figures, Path(place) / "painted", calls=20 if asked.quick else 200)
    if not asked.ratios:
        _measure_screens(figures, console, asked)
        _measure_kiosk(figures, console, asked)


def _soak(figures: Figures, console: Console, asked: argparse.Namespace, place: Path) -> None:
    if asked.soak in {"all", "hall"}:
        with _noting(figures, console, "soak"):
            soak(figures, _founded(place), place, console, kills=asked.rounds or KILLS)
    if asked.soak in {"all", "devices"}:
        with _noting(figures, console, "soak, devices"):
            soak_devices(figures, console, rounds=asked.rounds or ROUNDS, names=asked.devices)
    if asked.soak in {"all", "kiosk"}:
        with _noting(figures, console, "soak, kiosk"):
            soak_kiosk(figures, console, visits=asked.rounds or VISITS)
    if asked.soak in {"all", "day-front-ends"}:
        with _noting(figures, console, "soak, a day with all front ends"):
            soak_day(figures, console, place / "day", visitors=asked.rounds or DAYS_VISITORS)
    if asked.soak in {"all", "stories"}:
        with _noting(figures, console, "soak, stories"):
            soak_stories(figures, console)


def _hold_to_ratios(figures: Figures, console: Console, asked: argparse.Namespace, place: Path) -> None:
    """Each section in processes of its own; a million waiting and a year's history need no slow disk."""
    rounds, for_s, calls = (3, 0.4, 20) if asked.quick else (7, 1.0, 100)
    founded = _founded(place)
    copies = count()

    def house() -> House:
        return founded.copy(place / f"hall-{next(copies)}")

    sections: dict[str, Callable[[], list[Ratio]]] = {
        "devices": lambda: measure_devices(times=10 if asked.quick else 50, idle_s=15 if asked.quick else 60),
        "many waiting, and replay": lambda: measure_waiting(
            NATIVE, many=_QUICK_WAITING if asked.quick else MANY
        ),
        "a year's history": lambda: measure_year(NATIVE, days=_QUICK_DAYS if asked.quick else DAYS),
        "messages": lambda: measure_outbox(messages=1_000 if asked.quick else MESSAGES),
        "a contest": lambda: measure_contest(house()),
        "phones": lambda: measure_phones(
            house(), place / "phones", phones=500, documents=50, for_s=5 if asked.quick else 20
        ),
    }
    for disk in (NATIVE, SLOW):
        sections |= {
            f"the engine, {disk}": partial(measure_engine, disk, rounds=rounds, for_s=for_s),
            f"the server, {disk}": lambda disk=disk: measure_server(
                house(), disk, rounds=rounds, for_s=for_s
            ),
            f"200 displays, {disk}": lambda disk=disk: measure_displays(house(), disk, calls=calls),
        }
    for name, section in sections.items():
        with _noting(figures, console, name):
            figures.ratios += section()


def _founded(place: Path) -> House:
    return House.found(place / "founded")


def _measure_screens(figures: Figures, console: Console, asked: argparse.Namespace) -> None:
    times = 3 if asked.quick else 10
    with _noting(figures, console, "the hall"), running_hall(console) as play:
        sections: dict[str, Callable[[], None]] = {
            "touch to paper": lambda: measure_touch_to_paper(figures, play, tickets=times),
            "call to wall": lambda: measure_call_to_wall(figures, play, calls=times),
            "starting": lambda: _start(figures, play, times=max(3, times // 2)),
        }
        for name, section in sections.items():
            with _noting(figures, console, name):
                section()


def _measure_voice(figures: Figures, console: Console, asked: argparse.Namespace, place: Path) -> None:
    with _noting(figures, console, "the voice"):
        measure_voice(figures, _founded(place), place / "its", calls=3 if asked.quick else 20)


def _measure_kiosk(figures: Figures, console: Console, asked: argparse.Namespace) -> None:
    with _noting(figures, console, "the kiosk"):
        measure_kiosk(figures, console, visits=6 if asked.quick else 30)


def _start(figures: Figures, play: Performance, *, times: int) -> None:
    for name in tuple(play.stages):
        play.leave_stage(name)
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
    parser.add_argument(
        "--quick", action="store_true", help="fewer samples and fewer waiting, about three minutes"
    )
    parser.add_argument("--ratios", action="store_true", help="the ratios alone, without screens")
    parser.add_argument(
        "--screens", action="store_true", help="what a person waits for alone, without ratios"
    )
    parser.add_argument(
        "--soak",
        nargs="?",
        const="all",
        choices=("all", "hall", "devices", "stories", "kiosk", "day-front-ends"),
        help="nothing of that: kill the server and cut its power under load; do to devices what halls do; "
        "play the demo's stories; press anything at the kiosk, and let it serve visit after visit; "
        "play a day of 5,000 visitors with all front ends connected",
    )
    parser.add_argument(
        "--rounds",
        type=int,
        help=f"of --soak: {KILLS} kills, {ROUNDS} times each fault of a device, {VISITS} visits at the kiosk,"
        f" after {STEPS:,} random steps; {DAYS_VISITORS:,} visitors of the day",
    )
    parser.add_argument(
        "--devices",
        nargs="+",
        choices=tuple(SUBJECTS),
        default=(),
        metavar="DRIVER",
        help="of --soak: these alone, such as samv+tcp",
    )
    parser.add_argument("--json", type=Path, default=_OUT, help="where figures go")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
