"""A hall in a folder, on a clock and calendar that only the test moves, and a person to be erased."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from queue_core.app import CardKind, Hall, Holder, NumberWanted, open_hall
from queue_core.app.business_days import BusinessDay
from queue_core.app.requests import ErrandAsked
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import TicketClass

UNIT = Unit("registration", TicketClass.ACCEPT)
DAYS = tuple(f"2026-10-{day:02d}" for day in range(10, 32))
DAY_MS = 100_000_000


class Time:
    """Stands still unless moved; a day is 100,000,000 ms long."""

    def __init__(self) -> None:
        self.now_ms = DAY_MS

    def clock(self) -> int:
        return self.now_ms

    def calendar(self, at_ms: int) -> BusinessDay:
        return BusinessDay(day=DAYS[at_ms // DAY_MS - 1], midnight_ms=at_ms // DAY_MS * DAY_MS)

    def next_day(self) -> None:
        self.now_ms += DAY_MS


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "hall"


@pytest.fixture
def opened(folder: Path, time: Time) -> Iterator[Callable[[], Hall]]:
    """Opens the hall; the test closes it, or its end does."""
    halls: list[Hall] = []
    rules = HallRules(
        categories=(CategoryRules(code="registration", classes=(TicketClass.ACCEPT,)),),
        windows=(WindowRules(number=1, profile=(UNIT,)),),
    )

    def again() -> Hall:
        halls.append(open_hall(folder, rules, calendar=time.calendar, clock=time.clock))
        return halls[-1]

    yield again
    for hall in halls:
        hall.close()


@pytest.fixture
def a_number() -> NumberWanted:
    return NumberWanted(errands=(ErrandAsked(unit=UNIT),))


@pytest.fixture
def canary() -> Holder:
    return Holder(name="金丝雀", id_number="440106199003075136", card=CardKind.RESIDENT_ID)
