"""A real hall in a folder of its own, on a clock that only the test moves."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from queue_core.app import Hall, open_hall
from queue_core.app.business_days import BusinessDay
from queue_core.domain.hall_clock import Session
from queue_core.domain.rules import CategoryRules, HallRules, SlotRules, Unit, WindowRules
from queue_core.domain.words import CallMode, TicketClass, WindowKind

MINUTE = 60_000
DAY = 1440 * MINUTE
MIDNIGHT = int(datetime(2026, 11, 23, tzinfo=UTC).timestamp() * 1000)
REGISTRATION = tuple(Unit("registration", each) for each in TicketClass)
TRADE = tuple(Unit("trade", each) for each in TicketClass)

RULES = HallRules(
    categories=tuple(
        CategoryRules(code=each, classes=tuple(TicketClass)) for each in ("registration", "trade")
    ),
    windows=(
        WindowRules(number=1, profile=REGISTRATION),
        WindowRules(number=2, profile=REGISTRATION + TRADE),
        WindowRules(number=3, profile=TRADE, calls=CallMode.AUTO),
        WindowRules(number=4, profile=REGISTRATION, calls=CallMode.AUTO),
        WindowRules(number=5, profile=(REGISTRATION[2],), kind=WindowKind.TERMINAL),
    ),
    slots=(SlotRules(category="registration", capacity=3), SlotRules(category="trade", capacity=1)),
)


class Time:
    def __init__(self) -> None:
        self.now_ms = MIDNIGHT + 500 * MINUTE

    def clock(self) -> int:
        return self.now_ms

    def calendar(self, at_ms: int) -> BusinessDay:
        midnight_ms = at_ms - at_ms % DAY
        return BusinessDay(
            day=datetime.fromtimestamp(at_ms / 1000, UTC).date().isoformat(),
            midnight_ms=midnight_ms,
            sessions=tuple(
                Session(opens_at_ms=midnight_ms + opens * MINUTE, closes_at_ms=midnight_ms + closes * MINUTE)
                for opens, closes in ((510, 720), (810, 1020))
            ),
        )


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def hall(tmp_path, time) -> AsyncIterator[Hall]:
    opened = open_hall(tmp_path, RULES, calendar=time.calendar, clock=time.clock)
    yield opened
    opened.close()
