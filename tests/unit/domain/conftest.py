"""A hall day to command, on a clock that only the test moves."""

from collections.abc import Callable

import pytest

from queue_core.domain.commands import (
    BookAppointment,
    CallNext,
    Command,
    ErrandWanted,
    FinishService,
    MarkNoShow,
    OpenDay,
    OpenWindow,
    Recall,
    RecordCase,
    StartService,
    TakeNumber,
)
from queue_core.domain.decide import decide
from queue_core.domain.events import Event, TicketIssued
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS, CategoryRules, HallRules, SlotRules, Unit, WindowRules
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import TicketClass

REGISTRATION = Unit("registration", TicketClass.ACCEPT)
REGISTRATION_ADVICE = Unit("registration", TicketClass.CONSULT)
COLLECTION = Unit("registration", TicketClass.PICKUP)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)
MORNING_MS = 1_795_311_000_000

PLACES = {TicketClass.ACCEPT: 2, TicketClass.CONSULT: 1, TicketClass.PICKUP: 1}
ZONES = HallRules(
    categories=(
        CategoryRules(code="registration", classes=tuple(TicketClass)),
        CategoryRules(code="customs", classes=(TicketClass.ACCEPT,)),
    ),
    windows=(
        WindowRules(number=1, profile=(REGISTRATION, REGISTRATION_ADVICE, COLLECTION)),
        WindowRules(number=2, profile=(REGISTRATION,)),
        WindowRules(number=3, profile=(CUSTOMS,)),
        WindowRules(number=4, profile=(REGISTRATION, REGISTRATION_ADVICE, COLLECTION, CUSTOMS)),
    ),
    slots=(SlotRules(category="registration", capacity=2, places=PLACES),),
)


class Play:
    """Commands a day and keeps all that happened."""

    def __init__(self, rules: HallRules = ZONES) -> None:
        self.day = HallDay()
        self.now_ms = MORNING_MS
        self.events: list[Event] = []
        self.do(OpenDay(day="2026-11-20", rules=rules, midnight_ms=MORNING_MS - 19 * 30 * MINUTE_MS))

    def do(self, command: Command, after_ms: int = 1_000) -> tuple[Event, ...]:
        self.now_ms += after_ms
        events = decide(self.day, command, self.now_ms)
        for event in events:
            self.day = evolve(self.day, event)
        self.events.extend(events)
        return events

    def take(self, *units: Unit, case_id: int | None = None, **kwargs: object) -> Ticket:
        reference = f"r{self.day.next_ticket_id}"
        errands = tuple(ErrandWanted(unit=unit, case_id=case_id) for unit in units or (REGISTRATION,))
        if "appointment_id" in kwargs:
            errands = ()
        (event, *_) = self.do(TakeNumber(errands=errands, reference=reference, **kwargs))
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

    def finish(self, window: int) -> tuple[Event, ...]:
        return self.do(FinishService(window=window))

    def miss(self, window: int) -> Ticket:
        """Call, recall twice, wait a minute, and give up."""
        ticket = self.call(window)
        self.do(Recall(window=window))
        self.do(Recall(window=window))
        self.do(MarkNoShow(window=window), after_ms=MINUTE_MS)
        return ticket

    def finished_case(self, unit: Unit = REGISTRATION) -> int:
        self.do(RecordCase(code=f"case {len(self.events)}", unit=unit, is_ready=True))
        return self.day.next_case_id - 1

    def book(self, minutes: int, unit: Unit = REGISTRATION_ADVICE) -> int:
        """An appointment for the first slot that begins so many minutes from now or later."""
        slot_ms = 30 * MINUTE_MS
        starts_at_ms = -(-(self.now_ms + minutes * MINUTE_MS) // slot_ms) * slot_ms
        self.do(BookAppointment(unit=unit, starts_at_ms=starts_at_ms, reference=f"b{len(self.events)}"))
        return self.day.next_appointment_id - 1

    def wait(self, minutes: float) -> None:
        self.now_ms += int(minutes * MINUTE_MS)

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
