"""A hall with hours, slots, a quota and a terminal, on a clock that only the test moves.

It opens at 9, closes for lunch from 12 to 13:30, and for good at 17. Instants are told as minutes of the day.
"""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from queue_core.domain.commands import (
    BookAppointment,
    Command,
    ErrandWanted,
    OpenDay,
    TakeNumber,
)
from queue_core.domain.decide import decide
from queue_core.domain.events import Event
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_clock import Session
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Appointment, Case
from queue_core.domain.rules import CategoryRules, HallRules, Policy, SlotRules, Unit, WindowRules
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import TicketClass, WindowKind

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
MIDNIGHT_MS = 20_000 * DAY
ACCEPT, CONSULT, PICKUP = (Unit("registration", each) for each in TicketClass)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)

PLACES = {TicketClass.ACCEPT: 2, TicketClass.CONSULT: 1, TicketClass.PICKUP: 1}
RULES = HallRules(
    categories=(
        CategoryRules(code="registration", classes=tuple(TicketClass)),
        CategoryRules(code="customs", classes=(TicketClass.ACCEPT,)),
    ),
    windows=(
        WindowRules(number=1, profile=(ACCEPT, CONSULT, PICKUP)),
        WindowRules(number=2, profile=(CUSTOMS,)),
        WindowRules(number=9, profile=(PICKUP,), kind=WindowKind.TERMINAL),
    ),
    slots=(SlotRules(category="registration", capacity=2, places=PLACES),),
)
SESSIONS = ((9 * 60, 12 * 60), (13 * 60 + 30, 17 * 60))


class House:
    """`at(minute)` moves the clock to a minute of the present day; `do` decides and lets happen."""

    def __init__(
        self, rules: HallRules = RULES, sessions: tuple[tuple[int, int], ...] = SESSIONS, **policy: object
    ) -> None:
        self.rules = replace(rules, policy=Policy(**policy))
        self.day = HallDay()
        self.sessions = sessions
        self.days = -1
        self.now_ms = 0
        self.events: list[Event] = []
        self.next_day()

    @property
    def midnight_ms(self) -> int:
        return MIDNIGHT_MS + self.days * DAY

    def minute(self, minute: float, days: int = 0) -> int:
        """The instant of a minute of the day, today or so many days on."""
        return self.midnight_ms + days * DAY + int(minute * MINUTE)

    def next_day(self, days: int = 1, **more: object) -> tuple[Event, ...]:
        self.days += days
        self.at(7 * 60)
        sessions = tuple(
            Session(opens_at_ms=self.minute(opens), closes_at_ms=self.minute(closes))
            for opens, closes in self.sessions
        )
        plain = {"rules": self.rules, "midnight_ms": self.midnight_ms, "sessions": sessions}
        return self.do(OpenDay(day=f"2026-11-{self.days + 1:02}", **plain | more))

    def at(self, minute: float) -> "House":
        self.now_ms = self.minute(minute)
        return self

    def do(self, command: Command) -> tuple[Event, ...]:
        events = decide(self.day, command, self.now_ms)
        for event in events:
            self.day = evolve(self.day, event)
        self.events.extend(events)
        return events

    def take(self, *units: Unit, **more: object) -> Ticket:
        ticket_id = self.day.next_ticket_id
        errands = tuple(ErrandWanted(unit=unit) for unit in units)
        self.do(TakeNumber(errands=errands, reference=f"t{ticket_id}", **more))
        return self.day.tickets[ticket_id]

    def book(self, minute: float, unit: Unit = CONSULT, days: int = 0, **more: object) -> Appointment:
        appointment_id = self.day.next_appointment_id
        reference = f"a{appointment_id}"
        starts_at_ms = self.minute(minute, days)
        self.do(BookAppointment(unit=unit, starts_at_ms=starts_at_ms, reference=reference, **more))
        return self.day.appointments.get(appointment_id)

    def now(self, known: Ticket | Appointment | Case) -> Ticket | Appointment | Case | None:
        """The newest form of what is known."""
        match known:
            case Ticket():
                return self.day.tickets[known.ticket_id]
            case Appointment():
                return self.day.appointments.get(known.appointment_id)
            case Case():
                return self.day.cases.get(known.case_id)


@pytest.fixture
def house() -> House:
    """At nine, when the hall opens."""
    return House().at(9 * 60)


@pytest.fixture(scope="session")
def house_by() -> Callable[..., House]:
    return House
