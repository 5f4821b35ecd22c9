"""Any sequence of commands: no number twice, none lost, none called twice, nobody overtaken."""

from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from queue_core.domain.commands import (
    CallNext,
    CloseWindow,
    Command,
    FinishService,
    MarkNoShow,
    OpenDay,
    OpenWindow,
    Rate,
    Recall,
    ReportDelivery,
    StartService,
    TakeNumber,
    WithdrawUndelivered,
)
from queue_core.domain.decide import decide
from queue_core.domain.events import DayOpened, Event, TicketCalled, TicketIssued
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import NobodyWaiting, Refusal
from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import DeliveryState, RatingChannel, TicketState, WindowState

UNITS = [Unit(code, "accept") for code in ("registration", "customs")]
WINDOWS = st.sampled_from([1, 2, 3, 4])
AT_A_WINDOW = [CallNext, Recall, StartService, FinishService, MarkNoShow, CloseWindow]


class AnyDay(RuleBasedStateMachine):
    """What the hall should be is kept beside it in plain sets and lists, by other means than its own."""

    hall_rules: HallRules

    def __init__(self) -> None:
        super().__init__()
        self.now_ms = 1_795_311_000_000
        self.day = HallDay()
        self.events: list[Event] = []
        self.issued: list[TicketIssued] = []
        self.day_number = 1

    @initialize()
    def open_hall(self) -> None:
        self.do(OpenDay(day="2026-11-01", rules=self.hall_rules))
        for window in (1, 4):
            self.do(OpenWindow(window=window, clerk="a"))

    @rule(unit=st.sampled_from(UNITS))
    def take_number(self, unit: Unit) -> None:
        (event,) = self.do(TakeNumber(unit=unit, reference=f"r{len(self.events)}"))
        assert event.number not in {each.number for each in self.issued}
        self.issued.append(event)

    @rule(window=WINDOWS, clerk=st.sampled_from("ab"))
    def open_window(self, window: int, clerk: str) -> None:
        self.try_to(OpenWindow(window=window, clerk=clerk))

    @rule(window=WINDOWS, command=st.sampled_from(AT_A_WINDOW))
    def press(self, window: int, command: type[Command]) -> None:
        self.try_to(command(window=window))

    @rule(window=WINDOWS)
    def serve_one(self, window: int) -> None:
        for command in (CallNext, StartService, FinishService):
            self.try_to(command(window=window))

    @rule(data=st.data(), outcome=st.sampled_from(DeliveryState))
    def report_delivery(self, data: st.DataObject, outcome: DeliveryState) -> None:
        self.try_to(ReportDelivery(ticket_id=self.some_ticket(data), outcome=outcome))

    @rule(data=st.data(), window=WINDOWS)
    def rate(self, data: st.DataObject, window: int) -> None:
        ticket_id = self.some_ticket(data)
        self.try_to(Rate(window=window, ticket_id=ticket_id, level=5, channel=RatingChannel.PAD))

    @rule(seconds=st.integers(1, 100))
    def time_passes(self, seconds: int) -> None:
        self.now_ms += seconds * 1000
        for ticket_id in list(self.day.undelivered(self.now_ms)):
            assert self.do(WithdrawUndelivered(ticket_id=ticket_id)) != ()

    @rule()
    def next_day(self) -> None:
        self.day_number += 1
        self.do(OpenDay(day=f"2026-11-{self.day_number:02d}", rules=self.hall_rules))
        self.issued = []

    @invariant()
    def every_number_is_somewhere(self) -> None:
        assert sorted(self.day.tickets) == [each.ticket_id for each in self.issued]
        waiting = [each for each in self.day.tickets.values() if each.state is TicketState.WAITING]
        assert sum(self.day.lanes.waiting_for(unit) for unit in UNITS) == len(waiting)

    @invariant()
    def one_ticket_a_window_and_one_window_a_ticket(self) -> None:
        at_windows = Counter(
            window.ticket_id for window in self.day.windows.values() if window.ticket_id is not None
        )
        busy = {TicketState.CALLED, TicketState.SERVING}
        assert set(at_windows) == {each.ticket_id for each in self.day.tickets.values() if each.state in busy}
        assert all(count == 1 for count in at_windows.values())

    @invariant()
    def no_ticket_is_called_twice(self) -> None:
        calls = Counter(event.ticket_id for event in self.events if isinstance(event, TicketCalled))
        assert all(count == 1 for count in calls.values())

    def teardown(self) -> None:
        again = HallDay()
        for event in self.events:
            again = evolve(again, event)
        assert again.tickets == self.day.tickets
        assert again.windows == self.day.windows
        assert list(again.calls) == list(self.day.calls)
        assert list(again.undelivered(2**60)) == list(self.day.undelivered(2**60))
        assert [again.lanes.next_at(n) for n in range(1, 5)] == [
            self.day.lanes.next_at(n) for n in range(1, 5)
        ]
        assert (again.next_ticket_id, again.next_call_id) == (self.day.next_ticket_id, self.day.next_call_id)

    def some_ticket(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(self.issued)).ticket_id if self.issued else 0

    def try_to(self, command: Command) -> None:
        before = (dict(self.day.tickets), dict(self.day.windows))
        eligible = self.eligible(command.window) if isinstance(command, CallNext) else []
        try:
            events = self.do(command)
        except NobodyWaiting:
            assert eligible == []
            events = ()
        except Refusal:
            events = ()
        assert events or (self.day.tickets, self.day.windows) == before
        for event in events:
            if isinstance(event, TicketCalled):
                self.nobody_is_overtaken(event, eligible)

    def nobody_is_overtaken(self, call: TicketCalled, eligible: list[Ticket]) -> None:
        """I1 and I3 of the policy: the earliest seniority of all whom the window may call."""
        first = min(eligible, key=lambda each: (each.seniority_ms, each.ticket_id))
        assert call.ticket_id == first.ticket_id

    def eligible(self, window: int) -> list[Ticket]:
        profile = next(each.profile for each in self.hall_rules.windows if each.number == window)
        waiting = (each for each in self.day.tickets.values() if each.state is TicketState.WAITING)
        return [each for each in waiting if each.unit in profile]

    def do(self, command: Command) -> tuple[Event, ...]:
        self.now_ms += 1
        events = decide(self.day, command, self.now_ms)
        for event in events:
            self.day = evolve(self.day, event)
            assert event.at_ms >= (self.events[-1].at_ms if self.events else 0)
            self.events.append(event)
        if any(isinstance(event, DayOpened) for event in events):
            assert all(window.state is WindowState.CLOSED for window in self.day.windows.values())
        return events


def test_whatever_people_press_the_hall_keeps_its_promises(zones) -> None:
    machine = type("ZonesDay", (AnyDay,), {"hall_rules": zones})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=60, stateful_step_count=40, deadline=None)
    )
