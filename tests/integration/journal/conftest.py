"""A hall in a folder, on a clock and calendar that only the test moves."""

from collections.abc import AsyncIterator, Callable

import pytest

from queue_core.app import BusinessDay, CardKind, ErrandAsked, Hall, Holder, NumberWanted, open_hall
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import TicketClass

UNIT = Unit("registration", TicketClass.ACCEPT)
DAY_MS = 100_000_000


class Time:
    """Stands still unless moved; a day is 100,000,000 ms long and never closed."""

    def __init__(self) -> None:
        self.now_ms = 1_700_000_000

    def clock(self) -> int:
        return self.now_ms

    def calendar(self, at_ms: int) -> BusinessDay:
        day = at_ms // DAY_MS
        return BusinessDay(day=f"2026-11-{day:02d}", midnight_ms=day * DAY_MS)

    def next_day(self) -> None:
        self.now_ms += DAY_MS


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def rules() -> HallRules:
    return HallRules(
        categories=(CategoryRules(code="registration", classes=(TicketClass.ACCEPT,)),),
        windows=tuple(WindowRules(number=number, profile=(UNIT,)) for number in (1, 2)),
    )


@pytest.fixture
async def reopen(tmp_path, rules, time) -> AsyncIterator[Callable[..., Hall]]:
    """Opens the hall of this test, closing it first where it is open: a restart."""
    halls: list[Hall] = []

    def again(other_rules: HallRules = rules) -> Hall:
        while halls:
            halls.pop().close()
        halls.append(open_hall(tmp_path, other_rules, calendar=time.calendar, clock=time.clock))
        return halls[-1]

    yield again
    while halls:
        halls.pop().close()


@pytest.fixture
async def hall(reopen) -> Hall:
    return reopen()


@pytest.fixture
def a_number() -> NumberWanted:
    return NumberWanted(errands=(ErrandAsked(unit=UNIT),))


@pytest.fixture
def canary() -> Holder:
    return Holder(name="金丝雀", id_number="440106199003075136", card=CardKind.RESIDENT_ID)
