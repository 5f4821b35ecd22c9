"""A whole day with the front ends connected: nothing grows, nothing is lost, and the figures are right.

The hall is real and its clock is steered; its visitors and clerks work by requests (`sim.day`). One front end
of each kind runs beside them as a process, as in a hall, but offscreen.
"""

import json
import os
import secrets
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.day_figures import counted_again, differing
from benchmarks.durability.house import PAIHAO
from benchmarks.figures import Figure, Figures
from sim.day.opening import Server, enrolled
from sim.day.playing import News
from sim.day.staging import play_staged, staged
from sim.rig.bus import PtyBus
from sim.story.stage import Stage
from sim.story.waiting import wait_until

VISITORS, SPEED, SEED = 5_000, 60.0, 20261122
GROWTH_AT_MOST_MB = 8.0
"""From a fifth of the day on; Python and Qt keep what they once had, and give pages back late."""
_SUPERVISOR = "9001"
_STAFF = f'\n[[clerks]]\nnumber = "{_SUPERVISOR}"\nname = "陈思远"\nrole = "supervisor"\n'
_WINDOW = 1
_UP_WITHIN_S = 90.0


class NotADay(RuntimeError):
    """Something grew, was lost or was counted wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """`written` follows the credential in its file; a front end without a screen has no stage."""

    program: str
    role: str
    windows: tuple[int, ...] = ()
    written: str = ""
    is_drawn: bool = True


def fronts_of(place: Path) -> tuple[Front, ...]:
    one, bound = f"window = {_WINDOW}\n", (_WINDOW,)
    speaker = f'\n[voice]\nspeaker = "clips+file://{place / "spoken"}"\n'
    station = f'bus = "ff68+serial://{place / "ttyBUS"}"\nwindows = [{{ window = {_WINDOW}, address = 1 }}]\n'
    return (
        Front(program="wall", role="wall", written=speaker),
        Front(program="window-screen", role="wall", written=one),
        Front(program="pad", role="pad", windows=bound, written=one),
        Front(program="counter", role="counter", windows=bound, written=f"windows = [{_WINDOW}]\n"),
        Front(program="supervisor", role="counter"),
        Front(program="guide", role="counter"),
        Front(program="station", role="station", windows=bound, written=station, is_drawn=False),
    )


@dataclass(slots=True)
class Company:
    """The front ends of one day, what they weigh, and what the hall told live at its end."""

    place: Path
    only: frozenset[str] = frozenset()
    weights_mb: list[tuple[int, dict[str, float]]] = field(default_factory=list)
    live: dict[str, Any] = field(default_factory=dict)
    wall_page: str = ""
    _running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    _stages: dict[str, Stage] = field(default_factory=dict)

    @contextmanager
    def beside(self, server: Server) -> Iterator[Callable[[], None]]:
        with ExitStack() as stack:
            stack.enter_context(PtyBus(windows=[_WINDOW], link=self.place / "ttyBUS"))
            stack.callback(self._end)
            office = server.connect("front-ends")
            admin = office.ask("", "/api/v1/admin-sessions", {"secret": server.admin_secret})["token"]
            password = secrets.token_urlsafe(12)
            office.ask(admin, f"/api/v1/clerks/{_SUPERVISOR}/password", {"password": password})
            for front in fronts_of(self.place):
                if not self.only or front.program in self.only:
                    token = enrolled(office, admin, front.role, front.program, front.windows)
                    self._start(server, front, token)
            office.close()
            self._wait_up(password)

            def at_the_end() -> None:
                said = {"number": _SUPERVISOR, "password": password}
                reader = server.connect("reader")
                token = reader.ask("", "/api/v1/reading-sessions", said)["token"]
                self.live = reader.ask(token, "/api/v1/figures/today", method="GET")
                reader.close()
                self._check()
                if "wall" in self._stages:
                    self.wall_page = self._stages["wall"].page()

            yield at_the_end

    def weigh(self, at_ms: int) -> None:
        self._check()
        self.weights_mb.append((at_ms, {name: _weight_mb(each.pid) for name, each in self._running.items()}))

    def said(self) -> list[int]:
        """The ids of calls the wall's voice spoke."""
        lines = (self.place / "wall.log").read_text().splitlines()
        found = [json.loads(line) for line in lines if line.startswith("{")]
        return [each["call_id"] for each in found if each["event"] == "call spoken"]

    def _start(self, server: Server, front: Front, token: str) -> None:
        name = front.program
        credential = {
            "server": server.url,
            "role": front.role,
            "device": name,
            "token": token,
            "certificate": server.certificate,
        }
        file = self.place / f"{name}.json"
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            json.dump(credential, opened)
        configuration = self.place / f"{name}.toml"
        configuration.write_text(f'credential = "{name}.json"\n{front.written}')
        stage = ("--stage", str(self._stage(name))) if front.is_drawn else ()
        with (self.place / f"{name}.log").open("wb") as log:
            self._running[name] = subprocess.Popen(
                [*PAIHAO, name, "--config", str(configuration), *stage],
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
                stdout=log,
                stderr=log,
            )

    def _wait_up(self, password: str) -> None:
        for name in self._running:
            if name != "station":
                place = self._stage(name)
                wait_until(place.exists, within_s=_UP_WITHIN_S, what=f"{name} is up")
                self._stages[name] = Stage(place, name)
        if "supervisor" in self._stages:
            screen = self._stages["supervisor"].wait_page("login", within_s=_UP_WITHIN_S)
            screen.type("clerk", _SUPERVISOR).type("password", password).press("log-in")
            screen.wait("windows", within_s=_UP_WITHIN_S)

    def _check(self) -> None:
        for name, process in self._running.items():
            if process.poll() is not None:
                log = (self.place / f"{name}.log").read_text()[-2000:]
                raise NotADay(f"{name} ended with {process.returncode}:\n{log}")

    def _stage(self, name: str) -> Path:
        return self.place / f"{name}.stage"

    def _end(self) -> None:
        for stage in self._stages.values():
            stage.close()
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            process.wait(30)


def play_with_front_ends(
    place: Path,
    *,
    hall: str,
    visitors: int,
    speed: float,
    only: frozenset[str] = frozenset(),
    watch: Callable[[News], None] = lambda _: None,
) -> Company:
    """Raises NotADay with all that is wrong."""
    place.mkdir(parents=True, exist_ok=True)
    staging = staged(hall, arrangement=None, visitors=visitors)
    staging = replace(staging, text=staging.text + _STAFF)
    company = Company(place, only)
    begins_ms, closes_ms = staging.times.sessions[0][0], staging.times.closes_ms
    weigh_from_ms = [begins_ms + (closes_ms - begins_ms) * tenth // 10 for tenth in range(2, 11)]

    def look(news: News) -> None:
        watch(news)
        if weigh_from_ms and news.at_ms >= weigh_from_ms[0]:
            weigh_from_ms.pop(0)
            company.weigh(news.at_ms)

    played = play_staged(staging, place, seed=SEED, speed=speed, watch=look, beside=company.beside)
    report = place / "report-day.json"
    subprocess.run(
        [*PAIHAO, "report", "day", "--journal", str(played.journal), "--json", str(report)],
        check=True,
        capture_output=True,
    )
    wrong = [*_wrong(company, played.journal, played.numbers, json.loads(report.read_text()))]
    if wrong:
        raise NotADay("; ".join(wrong))
    return company


def _wrong(company: Company, journal: Path, numbers: int, report: Mapping[str, Any]) -> Iterator[str]:
    again = counted_again(journal)
    for name, figures in (("paihao report day", report), ("figures/today", company.live)):
        differ = differing(figures, again)
        if differ:
            yield f"{name} differs from the second count in {', '.join(differ)}"
    if again["totals"]["taken"] + again["totals"]["withdrawn"] != numbers:
        yield f"{numbers} numbers were given, the journal has {again['totals']['taken']}"
    calls = [line["body"] for line in map(json.loads, journal.read_text().splitlines())]
    called = [each["call_id"] for each in calls if each["kind"] == "ticket-called"]
    if not company.only or "wall" in company.only:
        said = company.said()
        if len(set(said)) != len(said):
            yield "a call was spoken twice"
        if not said or not set(said) <= {each.get("call_id") for each in calls}:
            yield f"the voice spoke {len(said)} of {len(called)} calls, or others"
    for name, grown_mb in growth(company).items():
        if grown_mb > GROWTH_AT_MOST_MB:
            weights = ", ".join(f"{weights_mb[name]:.0f}" for _, weights_mb in company.weights_mb)
            yield f"{name} grew by {grown_mb:.0f} MB; by tenths of the day from the second on: {weights}"


def growth(company: Company) -> dict[str, float]:
    """MB by front end, between the first and the last weighing."""
    if not company.weights_mb:
        return {}
    (_, first), (_, last) = company.weights_mb[0], company.weights_mb[-1]
    return {name: last[name] - first[name] for name in first}


def soak_day(figures: Figures, console: Console, place: Path, *, visitors: int) -> None:
    """Raises NotADay."""
    begun = time.perf_counter()
    told_at = [0.0]

    def tell(news: News) -> None:
        if time.perf_counter() - told_at[0] >= 30:  # noqa: PLR2004 seconds
            told_at[0] = time.perf_counter()
            console.print(f"  {news.requests:,} requests, {news.waiting} wait", highlight=False)

    company = play_with_front_ends(place, hall="reference-L", visitors=visitors, speed=SPEED, watch=tell)
    for name, grown_mb in growth(company).items():
        figure = Figure(
            name=f"soak, a day: {name} grew by", value=grown_mb, unit="MB", target=GROWTH_AT_MOST_MB
        )
        figures.add(figure)
    took = Figure(name=f"soak, a day of {visitors:,}", value=time.perf_counter() - begun, unit="s")
    figures.add(took)


def _weight_mb(pid: int) -> float:
    """What it made itself, also if swapped out; its part in shared files depends on who else runs."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    own = ("Anonymous:", "Pss_Shmem:", "Swap:")
    return sum(int(line.split()[1]) for line in lines if line.startswith(own)) / 1024
