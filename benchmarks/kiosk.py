"""What a kiosk costs and how quickly it answers: the real program with simulated devices at a real hall.

Memory and CPU are those of its process. Its goals stand beside the figures.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from rich.console import Console

from benchmarks.figures import Figure, Figures, median_of
from benchmarks.kiosk_fingers import Fingers
from sim.crowd.people import invented_people
from sim.story.artefacts import Folder
from sim.story.configurations import KioskFit
from sim.story.keeper import Keeper
from sim.story.opening import Venue, open_hall
from sim.story.performance import Performance, start_screens
from sim.story.programs import environment
from sim.story.recorder import Recorder
from sim.story.telling import work_folder

STEPS = 2_000  # pressed at random
VISITS, EARLY = 500, 100  # memory after so many visits, against so many
AT_REST_S = 20.0
REST_GOAL_PERCENT, MEMORY_GOAL_MB, TOUCH_GOAL_MS, START_GOAL_MS, GROWTH_GOAL_PERCENT = 2, 250, 100, 3000, 5
SETTLE_S = 3.0
ROLL_EVERY = 40  # visits; a roll of paper holds more
ROLL_MM = 80_000.0
PRINTER, SLOT, MATTER = "tcp", "id", "sole-trader-setup"
STARTS = 5
SEEDS = 4  # walks through the window at a time
HALL = Path(__file__).parents[1] / "halls" / "demo.toml"
NS_A_SECOND = 1e9


class Grown(RuntimeError):
    """The kiosk takes more and more memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Of one process, in MB: all that is in memory, and its share of what it has in common with others."""

    rss: float
    pss: float

    @classmethod
    def of(cls, pid: int) -> "Memory":
        rows = [line.split() for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]]
        kb = {row[0]: int(row[1]) for row in rows}
        return cls(rss=kb["Rss:"] / 1024, pss=kb["Pss:"] / 1024)


def measure_kiosk(figures: Figures, console: Console, *, visits: int, rest_s: float = AT_REST_S) -> None:
    """Touches in a process of their own, then a kiosk at a hall: starting, at rest, and after some visits."""
    measure_touches(figures)
    with kiosk_at_a_hall(console) as play:
        measure_starts(figures, play)
        figures.add(percent("kiosk: CPU at rest, of a core", cpu_percent(play, rest_s), REST_GOAL_PERCENT))
        took_ms = [ms for each in visit_after_visit(play, visits) for ms in each]
        figures.add(median_of("kiosk: press → page, as a stranger sees it", took_ms, target=TOUCH_GOAL_MS))
        figures.add(percent("kiosk: CPU at rest after visits", cpu_percent(play, rest_s), REST_GOAL_PERCENT))
        memory = Memory.of(play.keeper.pid("kiosk"))
        figures.add(megabytes(f"kiosk: memory (RSS) after {visits} visits", memory.rss, MEMORY_GOAL_MB))
        figures.add(megabytes(f"kiosk: memory (PSS) after {visits} visits", memory.pss, MEMORY_GOAL_MB))
        speak(play)
        figures.add(
            percent("kiosk: CPU at rest, having spoken", cpu_percent(play, rest_s), REST_GOAL_PERCENT)
        )
        memory = Memory.of(play.keeper.pid("kiosk"))
        figures.add(megabytes("kiosk: memory (RSS), having spoken", memory.rss, MEMORY_GOAL_MB))


def speak(play: Performance) -> None:
    """The same kiosk anew with a speaker, which reads a visit in large letters."""
    play.leave_stage("kiosk")
    configuration = play.work.configuration("kiosk")
    speaker = f'speaker = "clips+file://{quote(str(play.work.root / "said"))}"'
    configuration.write_text(configuration.read_text().replace("[devices]", f"[devices]\n{speaker}"))
    play.stages |= start_screens(play.keeper, play.work, play.devices, ("kiosk",))
    play.kiosk.wait_page("home", within_s=60).press("mode-elderly")
    play.kiosk.press("class-accept").wait_page("category").press("back").wait_page("home")
    play.kiosk.press("mode-day")


def endure(figures: Figures, console: Console, *, visits: int = VISITS, early: int = EARLY) -> None:
    """Raises Grown when memory after the last visit is more than 5 % above that after the early one."""
    with kiosk_at_a_hall(console) as play:
        pid = play.keeper.pid("kiosk")
        before = Memory.of(pid)
        for nth, _ in enumerate(visit_after_visit(play, visits), 1):
            if nth == early:
                time.sleep(SETTLE_S)
                before = Memory.of(pid)
            if nth % EARLY == 0:
                console.print(f"  {nth} visits: {Memory.of(pid)}", highlight=False)
        time.sleep(SETTLE_S)
        after = Memory.of(pid)
    grown = 100 * (after.rss / before.rss - 1)
    name = f"soak, {visits} visits"
    figures.add(percent(f"{name}: growth since visit {early}", grown, GROWTH_GOAL_PERCENT))
    figures.add(megabytes(f"{name}: memory (RSS)", after.rss, MEMORY_GOAL_MB))
    figures.add(megabytes(f"{name}: memory (PSS)", after.pss, MEMORY_GOAL_MB))
    if grown > GROWTH_GOAL_PERCENT:
        raise Grown(f"{before} after {early} visits, {after} after {visits}")


def measure_touches(figures: Figures, *, rounds: int = 20) -> None:
    """In a process of its own, where frames can be seen: from the press to the next page's first frame."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.kiosk_touch", str(rounds)],
        env=environment(headless=True),
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    for name, took_ms in json.loads(told).items():
        figures.add(median_of(f"kiosk: touch → next page drawn, {name}", took_ms, target=TOUCH_GOAL_MS))


def measure_starts(figures: Figures, play: Performance, *, times: int = STARTS) -> None:
    """From the start of the program to home, devices opened and the hall seen."""
    took_ms = []
    for _ in range(times):
        play.leave_stage("kiosk")
        begun = time.monotonic()
        play.stages |= start_screens(play.keeper, play.work, play.devices, ("kiosk",))
        play.kiosk.wait_page("home", within_s=60)
        took_ms.append((time.monotonic() - begun) * 1000)
    figures.add(median_of("kiosk: start → first page", took_ms, target=START_GOAL_MS))


def visit_after_visit(play: Performance, visits: int) -> Iterator[list[float]]:
    """Numbers on paper, every other one for a matter; yields how long pages took to come, in ms."""
    printed = play.levers.pull("printer.state", printer=PRINTER)["tickets"]
    for nth, person in zip(range(visits), invented_people(visits, after=printed), strict=True):
        took_ms: list[float] = []
        if nth % ROLL_EVERY == 0:
            play.levers.pull("printer.paper", printer=PRINTER, remaining_mm=ROLL_MM)
        play.kiosk.wait_page("home")
        go(play, "class-accept", "category", took_ms)
        go(play, "category-registration", "matters", took_ms)
        if nth % 2:
            play.kiosk.wait("no-matter")
            go(play, "no-matter", "card", took_ms)
        else:
            play.kiosk.press(f"matter-{MATTER}").wait_page("matter")
            go(play, "take", "card", took_ms)
        play.levers.pull("card.lay", slot=SLOT, card="id", person=asdict(person))
        play.kiosk.wait_page("confirm").press("way-paper")
        play.levers.pull("printer.wait", printer=PRINTER, count=printed + nth + 1, within_s=20)
        play.kiosk.wait_page("done")
        play.levers.pull("card.lift", slot=SLOT)
        play.levers.pull("printer.take", printer=PRINTER)
        go(play, "leave", "home", took_ms)
        yield took_ms


def go(play: Performance, name: str, page: str, took_ms: list[float]) -> None:
    play.kiosk.wait(name)
    begun = time.monotonic()
    play.kiosk.press(name).wait_page(page)
    took_ms.append((time.monotonic() - begun) * 1000)


def cpu_percent(play: Performance, for_s: float) -> float:
    """Of one core, by a kiosk that nobody touches."""
    time.sleep(SETTLE_S)
    pid = play.keeper.pid("kiosk")
    before_s, begun = cpu_s(pid), time.monotonic()
    time.sleep(for_s)
    return 100 * (cpu_s(pid) - before_s) / (time.monotonic() - begun)


def cpu_s(pid: int) -> float:
    """By all threads that live, as the scheduler counts it: ticks are too coarse for a kiosk at rest."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(each.read_text().split()[0]) for each in threads) / NS_A_SECOND


def percent(name: str, value: float, goal: float) -> Figure:
    return Figure(name=name, value=value, unit="%", target=goal)


def megabytes(name: str, value: float, goal: float) -> Figure:
    return Figure(name=name, value=value, unit="MB", target=goal)


@contextmanager
def kiosk_at_a_hall(console: Console, fit: KioskFit = KioskFit()) -> Iterator[Performance]:  # noqa: B008 a frozen value
    """A hall with a kiosk and nothing else, on a screen nobody sees."""
    with ExitStack() as stack:
        logs = stack.enter_context(tempfile.TemporaryDirectory(prefix="paihao-bench-"))
        work = stack.enter_context(work_folder(None))
        folder = Folder.prepare(Path(logs))
        keeper = Keeper(folder.logs, environment(headless=True))
        stack.callback(keeper.stop_all)
        venue = Venue(
            hall=HALL, voice="none", screens=("kiosk",), has_station=False, by_commands=False, fit=fit
        )
        play = open_hall(keeper, folder, work, Recorder(console), venue)
        stack.callback(play.levers.close)
        yield play


def walk_through_windows(figures: Figures, console: Console, *, steps: int) -> None:
    """In processes of their own, one after the other: RuntimeError with what led to a broken promise."""
    for seed in range(SEEDS):
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.kiosk_walk", str(seed), str(steps // SEEDS)],
            env=environment(headless=True),
            capture_output=True,
            text=True,
            check=False,
        )
        if told.returncode:
            raise RuntimeError(f"walk {seed}: {told.stdout}{told.stderr}")
        console.print(f"  walk {seed}: {told.stdout.strip()}", highlight=False, markup=False)
    figures.add(Figure(name=f"soak, {steps} random steps: broken promises", value=0, unit="", target=0))


def press_at_a_hall(figures: Figures, console: Console, *, presses: int) -> None:
    """Raises FingersBroken, or ProgramDied."""
    with kiosk_at_a_hall(console, KioskFit(is_full=True, types=True)) as play:
        fingers = Fingers(play, seed=presses)
        fingers.walk(presses)
    name = f"soak, {presses} presses at a hall: broken promises"
    figures.add(Figure(name=name, value=0, unit="", target=0))


def soak_kiosk(figures: Figures, console: Console, *, steps: int = STEPS, visits: int = VISITS) -> None:
    walk_through_windows(figures, console, steps=steps)
    press_at_a_hall(figures, console, presses=steps // 10)
    endure(figures, console, visits=visits)
