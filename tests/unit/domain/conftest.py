"""A hall day to command, on a clock that only the test moves."""

from collections.abc import Callable

import pytest

from queue_core.domain.commands import CallNext, Command, OpenDay, OpenWindow, StartService, TakeNumber
from queue_core.domain.decide import decide
from queue_core.domain.events import Event, TicketIssued
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import TicketClass

REGISTRATION = Unit("registration", TicketClass.ACCEPT)
REGISTRATION_ADVICE = Unit("registration", TicketClass.CONSULT)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)
MORNING_MS = 1_795_311_000_000

ZONES = HallRules(
    categories=(
        CategoryRules(code="registration", classes=tuple(TicketClass)),
        CategoryRules(code="customs", classes=(TicketClass.ACCEPT,)),
    ),
    windows=(
        WindowRules(number=1, profile=(REGISTRATION, REGISTRATION_ADVICE)),
        WindowRules(number=2, profile=(REGISTRATION,)),
        WindowRules(number=3, profile=(CUSTOMS,)),
        WindowRules(number=4, profile=(REGISTRATION, REGISTRATION_ADVICE, CUSTOMS)),
    ),
)


class Play:
    """Commands a day and keeps all that happened."""

    def __init__(self, rules: HallRules = ZONES) -> None:
        self.day = HallDay()
        self.now_ms = MORNING_MS
        self.events: list[Event] = []
        self.do(OpenDay(day="2026-11-20", rules=rules))

    def do(self, command: Command, after_ms: int = 1_000) -> tuple[Event, ...]:
        self.now_ms += after_ms
        events = decide(self.day, command, self.now_ms)
        for event in events:
            self.day = evolve(self.day, event)
        self.events.extend(events)
        return events

    def take(self, unit: Unit = REGISTRATION, **kwargs: object) -> Ticket:
        reference = f"r{self.day.next_ticket_id}"
        (event,) = self.do(TakeNumber(unit=unit, reference=reference, **kwargs))
        assert isinstance(event, TicketIssued)
        return self.day.tickets[event.ticket_id]

    def open(self, *windows: int) -> None:
        for window in windows:
            self.do(OpenWindow(window=window, clerk=f"clerk {window}"))

    def call(self, window: int) -> Ticket:
        self.do(CallNext(window=window))
        ticket = self.day.ticket_at(window)
        assert ticket is not None
        return ticket

    def serve(self, window: int) -> Ticket:
        ticket = self.call(window)
        self.do(StartService(window=window))
        return ticket

    def now(self, ticket: Ticket) -> Ticket:
        return self.day.tickets[ticket.ticket_id]


@pytest.fixture
def play() -> Play:
    return Play()


@pytest.fixture
def play_by() -> Callable[[HallRules], Play]:
    return Play


@pytest.fixture
def zones() -> HallRules:
    """Windows 1, 2 for registration (1 with advice), 3 for customs, 4 for all."""
    return ZONES
