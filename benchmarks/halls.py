"""The hall of the engine's benchmarks: its rules and what is asked of it, here and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

from queue_core.app.business_days import BusinessDay
from queue_core.app.engine import Engine, Ports
from queue_core.app.opening import JOURNAL, KEYS, new_reference, wall_ms
from queue_core.app.people import CardKind, Holder
from queue_core.app.ports import Calendar, Clock
from queue_core.app.requests import ErrandAsked, NumberWanted
from queue_core.app.waits import Waits
from queue_core.domain.commands import CallNext, Command, FinishService, OpenWindow, StartService
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import TicketClass
from queue_core.store.journal import SqliteJournal
from queue_core.store.vault import FileVault
from sim.world.person import Person

UNIT = Unit("registration", TicketClass.ACCEPT)
SERVING = (CallNext, StartService, FinishService)
DAY_MS = 86_400_000
_DAY = BusinessDay(day="2026-11-20", midnight_ms=wall_ms() // DAY_MS * DAY_MS)


def rules(*, windows: int = 1) -> HallRules:
    return HallRules(
        categories=(CategoryRules(code=UNIT.category, classes=(UNIT.ticket_class,)),),
        windows=tuple(WindowRules(number=number, profile=(UNIT,)) for number in range(1, windows + 1)),
        number_digits=6,
        undelivered_within_ms=365 * 86_400_000,
    )


def number_for(person: Person | None) -> NumberWanted:
    errands = (ErrandAsked(unit=UNIT),)
    if person is None:
        return NumberWanted(errands=errands)
    holder = Holder(name=person.name, id_number=person.number, card=CardKind.RESIDENT_ID)
    return NumberWanted(errands=errands, holder=holder)


def opening(window: int) -> Command:
    return OpenWindow(window=window, clerk=f"100{window}")


def service(window: int) -> Iterator[Command]:
    """Call the next, start and finish."""
    for command in SERVING:
        yield command(window=window)


def one_day(at_ms: int) -> BusinessDay:
    """A calendar in which it is always the same day, open around the clock."""
    del at_ms
    return _DAY


def engine_on(
    folder: Path, *, windows: int = 1, calendar: Calendar = one_day, clock: Clock = wall_ms
) -> tuple[Engine, Ports]:
    """The engine as a hall has it, on the real journal and vault, for one thread; already restored."""
    ports = ports_on(folder, calendar=calendar, clock=clock)
    engine = Engine(ports, rules(windows=windows))
    engine.restore()
    return engine, ports


def ports_on(folder: Path, *, calendar: Calendar = one_day, clock: Clock = wall_ms) -> Ports:
    folder.mkdir(parents=True, exist_ok=True)
    return Ports(
        journal=SqliteJournal(folder / JOURNAL),
        vault=FileVault(folder / KEYS),
        clock=clock,
        calendar=calendar,
        references=new_reference,
        waits=Waits(),
    )


def close(ports: Ports) -> None:
    ports.waits.close()
    ports.journal.close()
    ports.vault.close()
