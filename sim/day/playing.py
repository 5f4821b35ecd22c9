"""One day on a real server: from the first booking until the last clerk goes home."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from sim.day.agenda import Agenda
from sim.day.citizens import Citizens
from sim.day.demand import Ask, Demand, demand
from sim.day.house import house_of
from sim.day.opening import Server, admit, export_journal, running_hall
from sim.day.pace import Pace
from sim.day.scene import Scene
from sim.day.timetable import Timetable, read_hall

_NEWS_EVERY = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """`configuration` is the hall.toml; `journal` where the export goes. `speed` 0 is as fast as it goes.

    `one_number`: people with several matters bring them on one number, not on one after another.
    """

    configuration: Path
    journal: Path
    ask: Ask
    seed: int
    times: Timetable
    has_rights: bool = True
    one_number: bool = True
    speed: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """How far the day is, for whoever watches."""

    at_ms: int
    waiting: int
    requests: int
    server: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """`estimates` are what was told at issue: (P50, P90) in seconds by ticket. `took_s` is the day alone."""

    journal: Path
    estimates: dict[int, tuple[int, int]]
    refusals: dict[str, int]
    requests: int
    numbers: int
    took_s: float


Beside = Callable[[Server], AbstractContextManager[Callable[[], None]]]
"""What lives through the day at the same hall. What it gives is called at the end, while the server runs."""


def play(
    wanted: Play,
    watch: Callable[[News], None] = lambda _: None,
    *,
    beside: Beside = lambda _: nullcontext(lambda: None),
) -> Played:
    """Let the day happen. Raises DayError, Refused; leaves nothing running."""
    house = house_of(read_hall(wanted.configuration.read_text(encoding="utf-8")))
    coming = demand(wanted.ask, wanted.seed, wanted.times)
    with running_hall(wanted.configuration, wanted.times) as server, beside(server) as at_the_end:
        keys = admit(server, house)
        begun_s = time.perf_counter()
        agenda = Agenda(wanted.times.set_up_ms)
        line = server.connect("day")
        scene = Scene(line=line, keys=keys, house=house, times=wanted.times, agenda=agenda)

        def tell() -> None:
            watch(
                News(
                    at_ms=scene.now_ms, waiting=scene.lobby.count(), requests=line.requests, server=server.url
                )
            )

        _happen(scene, wanted, coming, tell)
        took_s = time.perf_counter() - begun_s
        line.close()
        at_the_end()
        return Played(
            journal=export_journal(server, wanted.journal),
            estimates={
                held.ticket_id: (held.estimate["p50_s"], held.estimate["p90_s"])
                for held in scene.lobby.numbers.values()
                if held.estimate is not None
            },
            refusals=dict(scene.refusals),
            requests=line.requests,
            numbers=len(scene.lobby.numbers),
            took_s=took_s,
        )


def _happen(scene: Scene, wanted: Play, coming: Demand, tell: Callable[[], None]) -> None:
    def tick(at_ms: int) -> None:
        scene.let_it_be(at_ms)
        scene.line.ask(scene.keys.kiosk, "/api/v1/hall", method="GET")
        tell()

    scene.let_it_be(wanted.times.set_up_ms)
    citizens = Citizens(scene, has_rights=wanted.has_rights, one_number=wanted.one_number)
    citizens.prepare(coming)
    _keep_hours(scene, citizens)
    pace = Pace(wanted.speed, wanted.times.set_up_ms, tick)
    for nth, (at_ms, act) in enumerate(scene.agenda.acts()):
        pace.wait_until(at_ms)
        scene.let_it_be(at_ms)
        act()
        if nth % _NEWS_EVERY == 0:
            tell()
    tell()


def _keep_hours(scene: Scene, citizens: Citizens) -> None:
    """Windows open with the first session, pause between two, and close when the last is over."""
    (opens_ms, _), *later = scene.times.sessions
    scene.agenda.at(opens_ms, citizens.clerks.open_windows)
    for (_, closes_ms), (reopens_ms, _) in zip(scene.times.sessions, later, strict=False):
        scene.agenda.at(closes_ms, citizens.clerks.take_break)
        scene.agenda.at(reopens_ms, citizens.clerks.go_on)
    scene.agenda.at(scene.times.closes_ms, citizens.clerks.close_when_done)
