"""The hall's engine alone, without a server: numbers a second, and what "next" costs when many wait."""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4
from zoneinfo import ZoneInfo

from benchmarks.figures import Figure, Figures, median_of
from benchmarks.raw import fdatasync_per_second, requests_per_second
from queue_core.app import CardKind, Hall, Holder, NumberWanted, days_in, open_hall
from queue_core.domain.commands import CallNext, FinishService, OpenWindow, StartService
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import TicketClass
from sim.crowd.people import invented_people
from sim.world.person import Person

_UNIT = Unit("registration", TicketClass.ACCEPT)
_RULES = HallRules(
    categories=(CategoryRules(code=_UNIT.category, classes=(_UNIT.ticket_class,)),),
    windows=(WindowRules(number=1, profile=(_UNIT,)),),
    undelivered_within_ms=3_600_000,
)
_CLERK = "clerk:bench"
_CALLS = 100


async def measure_engine(figures: Figures, *, for_s: float) -> None:
    """Compare with one fdatasync a row; the engine may do better, since it commits in groups."""
    with TemporaryDirectory(prefix="paihao-bench-") as folder:
        raw = fdatasync_per_second(Path(folder), for_s=for_s / 2)
        figures.add(Figure(name="raw fdatasync of one row", value=raw, unit="/s"))
        hall = open_hall(Path(folder) / "hall", _RULES, calendar=days_in(ZoneInfo("Asia/Shanghai")))
        try:
            people = invented_people(2_000_000)
            await hall.execute(OpenWindow(window=1, clerk="bench"), key=uuid4().hex, actor=_CLERK)
            for _ in range(2 * _CALLS):
                await _take(hall, people)
            await _calls(figures, hall)
            await _numbers(figures, hall, people, raw, for_s)
            await _calls(figures, hall)
        finally:
            hall.close()


async def _take(hall: Hall, people: Iterator[Person]) -> None:
    person = next(people)
    holder = Holder(name=person.name, id_number=person.number, card=CardKind.RESIDENT_ID)
    await hall.take_number(NumberWanted(unit=_UNIT, holder=holder), key=uuid4().hex, actor="kiosk:bench")


async def _numbers(figures: Figures, hall: Hall, people: Iterator[Person], raw: float, for_s: float) -> None:
    for at_once in (1, 64):
        found = await requests_per_second(lambda: _take(hall, people), at_once=at_once, for_s=for_s)
        name = f"engine: numbers issued, {at_once} at once"
        figures.add(Figure(name=name, value=found, unit="/s", ratio=found / raw, against="raw fdatasync"))


async def _calls(figures: Figures, hall: Hall) -> None:
    waiting = await hall.read(lambda day: day.lanes.waiting_at(1))
    took_ms = [await _serve_one(hall) for _ in range(_CALLS)]
    figures.add(median_of(f"engine: call next, {waiting:,} waiting", took_ms))


async def _serve_one(hall: Hall) -> float:
    """Serve the next; the milliseconds of the call alone."""
    begun = time.perf_counter()
    await hall.execute(CallNext(window=1), key=uuid4().hex, actor=_CLERK)
    took_ms = (time.perf_counter() - begun) * 1000
    for command in (StartService, FinishService):
        await hall.execute(command(window=1), key=uuid4().hex, actor=_CLERK)
    return took_ms
