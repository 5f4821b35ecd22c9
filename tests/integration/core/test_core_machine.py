"""Any sequence of all commands: the call rule keeps its promises, the journal alone makes the same day."""

import os
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from queue_core.domain import commands as c
from queue_core.domain import events as e
from queue_core.domain import refusals
from queue_core.domain.decide import decide
from queue_core.domain.evolve import evolve
from queue_core.domain.explaining import why
from queue_core.domain.hall_clock import Session
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Calibration
from queue_core.domain.rules import (
    MINUTE_MS,
    CategoryRules,
    HallRules,
    Policy,
    Quota,
    SlotRules,
    Unit,
    WindowRules,
)
from queue_core.domain.ticket import Estimate, Priority, Ticket
from queue_core.domain.words import (
    CallMode,
    CallWay,
    DeliveryState,
    ExpiryReason,
    Origin,
    PriorityKind,
    RatingChannel,
    Reason,
    TicketClass,
    TicketState,
    WindowKind,
    WindowState,
)

_spec = spec_from_file_location("oracle", Path(__file__).with_name("oracle.py"))
oracle = module_from_spec(_spec)
_spec.loader.exec_module(oracle)

IS_SOAK = bool(os.environ.get("PAIHAO_SOAK"))
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
MIDNIGHT_MS = 1_795_276_800_000
UNITS = [Unit(category, each) for category in "ab" for each in TicketClass]
A_UNITS, B_UNITS = tuple(UNITS[:3]), tuple(UNITS[3:])
PLACES = {TicketClass.ACCEPT: 2, TicketClass.CONSULT: 1, TicketClass.PICKUP: 1}
RULES = HallRules(
    categories=tuple(CategoryRules(code=code, classes=tuple(TicketClass)) for code in "ab"),
    windows=(
        WindowRules(number=1, profile=A_UNITS),
        WindowRules(number=2, profile=B_UNITS),
        WindowRules(number=3, profile=tuple(UNITS), calls=CallMode.AUTO),
        WindowRules(number=4, profile=(UNITS[0], UNITS[4])),
        WindowRules(number=5, profile=(UNITS[2], UNITS[5]), kind=WindowKind.TERMINAL),
    ),
    slots=(SlotRules(category="a", capacity=2, places=PLACES),),
    policy=Policy(issue_before_opening_ms=90 * MINUTE_MS, hold_ms=5 * MINUTE_MS),
    quotas=(Quota(limit=60, category="b"),),
)
OTHER_RULES = HallRules(
    categories=RULES.categories,
    windows=(*RULES.windows[:3], WindowRules(number=6, profile=B_UNITS, calls=CallMode.AUTO)),
    slots=RULES.slots,
    policy=RULES.policy,
)
NUMBERS = st.sampled_from([1, 2, 3, 4, 5])
SOME_UNITS = st.sampled_from(UNITS)
AT_A_WINDOW = [
    c.CallNext,
    c.Recall,
    c.StartService,
    c.FinishService,
    c.MarkNoShow,
    c.CloseWindow,
    c.ResumeWindow,
]
OF_A_TICKET = [c.Arrive, c.Defer, c.Return, c.Cancel, c.WithdrawUndelivered]
ENDED = {TicketState.FINISHED, TicketState.CANCELLED, TicketState.EXPIRED, TicketState.WITHDRAWN}
MAY_MOVE_A_PLACE = (e.TicketArrived, e.TicketReturned)


HAPPENED: Counter[type] = Counter()


class AnyDay(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.now_ms = MIDNIGHT_MS + 8 * HOUR_MS
        self.day_number = 0
        self.day = HallDay()
        self.events: list[e.Event] = []
        self.numbers: set[str] = set()
        self.declared: dict[tuple[int, int], int] = {}
        self.rights: dict[int, e.TicketIssued] = {}

    # The hall

    @initialize()
    def first_day(self) -> None:
        self.open_day()
        self.now_ms += 40 * MINUTE_MS
        self.staff_all()
        for unit in UNITS:
            self.walk_in(unit=unit)

    @rule()
    def staff_all(self) -> None:
        for window in (1, 2, 3, 4):
            self.try_to(c.OpenWindow(window=window, clerk="a"))
            self.try_to(c.ResumeWindow(window=window))

    def open_day(self) -> None:
        midnight_ms = MIDNIGHT_MS + self.day_number * DAY_MS
        sessions = ((8.5, 12), (13.5, 17))
        self.try_to(
            c.OpenDay(
                day=f"2026-11-{self.day_number + 1:02d}",
                rules=RULES,
                midnight_ms=midnight_ms,
                sessions=tuple(
                    Session(
                        opens_at_ms=int(midnight_ms + a * HOUR_MS),
                        closes_at_ms=int(midnight_ms + b * HOUR_MS),
                    )
                    for a, b in sessions
                ),
            )
        )

    @rule(seconds=st.one_of(st.integers(1, 90), st.integers(60, 2400)))
    def time_passes(self, seconds: int) -> None:
        self.now_ms += seconds * 1000
        self.try_to(c.KeepTime())

    @rule(dice=st.integers(0, 99))
    def days_end(self, dice: int) -> None:
        if dice in (0, 4, 5):
            self.day_number += 1
            self.now_ms = max(self.now_ms, MIDNIGHT_MS + self.day_number * DAY_MS + 8 * HOUR_MS)
            self.open_day()
        if dice == 1:
            self.try_to(c.CloseDay(reason=ExpiryReason.HALL_CLOSED))
        if dice in (2, 3):
            self.try_to(c.ChangeRules(rules=RULES if dice == 2 else OTHER_RULES))

    @rule()
    def restart(self) -> None:
        """The day is thrown away and made again from what was written down."""
        again = self.replayed()
        assert facts(again) == facts(self.day)
        self.day = again

    # Citizens

    @rule(
        units=st.lists(SOME_UNITS, min_size=1, max_size=3),
        data=st.data(),
        origin=st.sampled_from(Origin),
        kind=st.sampled_from([None, None, None, *PriorityKind]),
        remote=st.sampled_from([False, False, False, True]),
    )
    def take(self, units, data, origin, kind, remote) -> None:
        held = () if data.draw(st.booleans()) else (self.ticket(data),)
        case = self.case(data)
        wanted = tuple(
            c.ErrandWanted(unit=unit, case_id=case if unit.ticket_class is TicketClass.PICKUP else None)
            for unit in units
        )
        priority = None if kind is None else Priority(kind=kind, verified_by="card")
        self.try_to(
            c.TakeNumber(
                errands=wanted,
                reference=f"r{len(self.events)}",
                origin=origin,
                held=held,
                priority=priority,
                is_remote=remote,
            )
        )

    @rule(unit=SOME_UNITS)
    def walk_in(self, unit: Unit) -> None:
        self.try_to(c.TakeNumber(errands=(c.ErrandWanted(unit=unit),), reference=f"r{len(self.events)}"))

    @rule(half_hours=st.integers(16, 33), unit=st.sampled_from(A_UNITS))
    def book(self, half_hours: int, unit: Unit) -> None:
        starts_at_ms = self.day.midnight_ms + half_hours * 30 * MINUTE_MS
        self.try_to(c.BookAppointment(unit=unit, starts_at_ms=starts_at_ms, reference=f"b{len(self.events)}"))

    @rule(data=st.data())
    def check_in(self, data) -> None:
        booked = [each.appointment_id for each in self.day.appointments]
        appointment_id = data.draw(st.sampled_from(booked)) if booked else 0
        command = c.TakeNumber(errands=(), reference=f"r{len(self.events)}", appointment_id=appointment_id)
        self.try_to(command)

    @rule(data=st.data())
    def give_up_an_appointment(self, data) -> None:
        booked = [each.appointment_id for each in self.day.appointments]
        self.try_to(c.CancelAppointment(appointment_id=data.draw(st.sampled_from(booked)) if booked else 0))

    @rule(data=st.data(), command=st.sampled_from(OF_A_TICKET))
    def of_a_ticket(self, data, command) -> None:
        self.try_to(command(ticket_id=self.ticket(data)))

    @rule(data=st.data(), unit=SOME_UNITS, errand=st.sampled_from([0, 0, 0, 1, 2]))
    def convert(self, data, unit, errand) -> None:
        case = self.case(data) if unit.ticket_class is TicketClass.PICKUP else None
        self.try_to(c.Convert(ticket_id=self.ticket(data), unit=unit, errand=errand, case_id=case))

    @rule(data=st.data(), unit=SOME_UNITS)
    def add_errand(self, data, unit) -> None:
        self.try_to(c.AddErrand(ticket_id=self.ticket(data), wanted=c.ErrandWanted(unit=unit)))

    @rule(data=st.data(), kind=st.sampled_from(PriorityKind))
    def grant_priority(self, data, kind) -> None:
        priority = Priority(kind=kind, verified_by="clerk:1")
        self.try_to(c.GrantPriority(ticket_id=self.ticket(data), priority=priority))

    @rule(data=st.data(), unit=SOME_UNITS)
    def show_estimate(self, data, unit) -> None:
        estimate = Estimate(p50_ms=1, p90_ms=2)
        self.try_to(c.ShowEstimate(ticket_id=self.ticket(data), unit=unit, ahead=1, estimate=estimate))

    @rule(data=st.data(), outcome=st.sampled_from(DeliveryState))
    def report_delivery(self, data, outcome) -> None:
        self.try_to(c.ReportDelivery(ticket_id=self.ticket(data), outcome=outcome))

    @rule(data=st.data(), window=NUMBERS)
    def rate(self, data, window) -> None:
        rating = c.Rate(window=window, ticket_id=self.ticket(data), level=5, channel=RatingChannel.PAD)
        self.try_to(rating)

    @rule(data=st.data(), channel=st.sampled_from([RatingChannel.PHONE, RatingChannel.KIOSK]))
    def rate_visit(self, data, channel) -> None:
        self.try_to(c.RateVisit(ticket_id=self.ticket(data), level=3, channel=channel))

    # Cases

    @rule(unit=SOME_UNITS, is_ready=st.booleans(), code=st.integers(1, 9))
    def record_case(self, unit, is_ready, code) -> None:
        self.try_to(c.RecordCase(code=f"case {code}", unit=unit, is_ready=is_ready))

    @rule(data=st.data(), dice=st.integers(0, 2))
    def of_a_case(self, data, dice) -> None:
        case_id = self.case(data) or 0
        match dice:
            case 0:
                self.try_to(c.MarkCaseReady(case_id=case_id))
            case 1:
                self.try_to(c.HandOverCase(case_id=case_id))
            case _:
                self.try_to(c.AnnounceResult(ticket_id=self.ticket(data), case_id=case_id))

    # Windows

    @rule(window=NUMBERS, clerk=st.sampled_from(["a", None]))
    def open_window(self, window, clerk) -> None:
        self.try_to(c.OpenWindow(window=window, clerk=clerk))

    @rule(window=NUMBERS, command=st.sampled_from(AT_A_WINDOW))
    def press(self, window, command) -> None:
        self.try_to(command(window=window))

    @rule(window=NUMBERS)
    def serve_one(self, window) -> None:
        for command in (c.CallNext, c.StartService, c.FinishService):
            self.try_to(command(window=window))

    @rule(window=NUMBERS)
    def call_and_start(self, window) -> None:
        for command in (c.CallNext, c.StartService):
            self.try_to(command(window=window))

    @rule(window=NUMBERS, back_after=st.integers(0, 1500))
    def miss_one(self, window, back_after) -> None:
        for command in (c.CallNext, c.Recall, c.Recall):
            self.try_to(command(window=window))
        at = self.day.windows.get(window)
        if at is not None and at.ticket_id is not None:
            missed = at.ticket_id
            self.now_ms += 60_000
            self.try_to(c.MarkNoShow(window=window))
            self.now_ms += back_after * 1000
            self.try_to(c.Return(ticket_id=missed))

    @rule(window=NUMBERS, others=st.lists(SOME_UNITS, max_size=3), back_after=st.integers(0, 400))
    def hold_with_others_waiting(self, window, others, back_after) -> None:
        self.call_and_start(window=window)
        at = self.day.windows.get(window)
        held = at.ticket_id if at is not None else None
        self.try_to(c.HoldTicket(window=window, reason="copies"))
        for unit in others:
            self.walk_in(unit=unit)
        self.now_ms += back_after * 1000
        self.try_to(c.Return(ticket_id=held or 0))

    @rule(window=NUMBERS, unit=SOME_UNITS)
    def second_number(self, window, unit) -> None:
        """Who is at a window, or was the last to come, takes another number."""
        at = self.day.windows.get(window)
        first = (at and at.ticket_id) or self.day.next_ticket_id - 1
        wanted = (c.ErrandWanted(unit=unit),)
        self.try_to(c.TakeNumber(errands=wanted, reference=f"r{len(self.events)}", held=(first,)))

    @rule(minutes=st.integers(5, 60), unit=st.sampled_from(A_UNITS))
    def come_with_an_appointment(self, minutes, unit) -> None:
        half_hour_ms = 30 * MINUTE_MS
        starts_at_ms = -(-(self.now_ms + minutes * MINUTE_MS) // half_hour_ms) * half_hour_ms
        self.try_to(c.BookAppointment(unit=unit, starts_at_ms=starts_at_ms, reference=f"b{len(self.events)}"))
        booked = self.day.next_appointment_id - 1
        self.try_to(c.TakeNumber(errands=(), reference=f"r{len(self.events)}", appointment_id=booked))

    @rule(window=NUMBERS, to=NUMBERS)
    def send_on(self, window, to) -> None:
        self.call_and_start(window=window)
        self.try_to(c.Transfer(window=window, to_window=to))

    @rule(window=NUMBERS, unit=SOME_UNITS, data=st.data())
    def convert_at_a_window(self, window, unit, data) -> None:
        case = self.case(data) if unit.ticket_class is TicketClass.PICKUP else None
        at = self.day.windows.get(window)
        if at is not None and at.ticket_id is not None:
            errand = self.day.tickets[at.ticket_id].in_hand[0]
            self.try_to(c.Convert(ticket_id=at.ticket_id, unit=unit, errand=errand, case_id=case))

    @rule(window=NUMBERS, back_after=st.integers(0, 400))
    def hold_one(self, window, back_after) -> None:
        at = self.day.windows.get(window)
        held = at.ticket_id if at is not None else None
        self.try_to(c.HoldTicket(window=window, reason="copies"))
        if held is not None and back_after:
            self.now_ms += back_after * 1000
            self.try_to(c.Return(ticket_id=held))

    @rule(window=NUMBERS, unfinished=st.sampled_from([(), (0,), (1,)]))
    def finish_some(self, window, unfinished) -> None:
        self.try_to(c.FinishService(window=window, unfinished=unfinished))

    @rule(window=NUMBERS, dice=st.integers(0, 3))
    def emergency(self, window, dice) -> None:
        if not dice:
            self.try_to(c.CloseWindow(window=window, emergency="water"))

    @rule(window=NUMBERS, reason=st.sampled_from(["lunch", "printer"]))
    def pause(self, window, reason) -> None:
        self.try_to(c.PauseWindow(window=window, reason=reason))

    @rule(window=NUMBERS, profile=st.lists(SOME_UNITS, max_size=6), dice=st.integers(0, 7))
    def change_profile(self, window, profile, dice) -> None:
        if not dice:
            self.try_to(c.ChangeProfile(window=window, profile=tuple(profile)))

    @rule(window=NUMBERS, data=st.data(), reason=st.sampled_from(["a child cries", "  "]))
    def override(self, window, data, reason) -> None:
        self.try_to(c.CallTicket(window=window, ticket_id=self.ticket(data), reason=reason))

    @rule(window=NUMBERS, unit=st.none() | SOME_UNITS, to=st.none() | NUMBERS)
    def transfer(self, window, unit, to) -> None:
        self.try_to(c.Transfer(window=window, unit=unit, to_window=to))

    @rule(back=st.integers(0, 4))
    def speak(self, back) -> None:
        self.try_to(c.ReportSpoken(call_id=self.day.next_call_id - back))

    @rule(ratio=st.integers(1, 3))
    def calibrate(self, ratio) -> None:
        self.try_to(c.Calibrate(calibration=Calibration(ratio=ratio)))

    # What must hold

    @invariant()
    def no_number_is_lost_and_each_is_where_its_state_says(self) -> None:
        """I7: one window one ticket, one ticket one window, one person at most one live call."""
        tickets = self.day.tickets.values()
        assert {each.ticket_id for each in tickets} == set(self.rights)
        at_windows = {w.ticket_id: w for w in self.day.windows.values() if w.ticket_id is not None}
        live = [each for each in tickets if each.state in oracle.AT_WINDOW]
        assert sorted(at_windows) == sorted(each.ticket_id for each in live)
        assert all(at_windows[each.ticket_id].state.value == each.state.value for each in live)
        assert all(each.window == at_windows[each.ticket_id].number and each.in_hand for each in live)
        assert len({each.visitor for each in live}) == len(live)
        assert all(
            w.ticket_id is not None
            for w in self.day.windows.values()
            if w.state.value in ("called", "serving")
        )
        for ticket in tickets:
            assert (ticket.deferral is not None) is (ticket.state is TicketState.DEFERRED)
            assert ticket.state in ENDED or ticket.open_errands
        assert dict(self.day.absent) == {
            each.ticket_id: each.missed_at_ms for each in tickets if each.state is TicketState.ABSENT
        }

    @invariant()
    def every_window_knows_whom_to_call(self) -> None:
        """I1 and I8: whom a window would call is what the written rule says, for all windows at any time."""
        self.day.pass_time(self.now_ms)
        look = oracle.Oracle(self.day, self.now_ms)
        for number in self.day.windows:
            expected = look.next_at(number)
            assert self.day.waiting.next_at(number) == (expected and expected[0])
            assert self.day.waiting.waiting_at(number) == len(look.eligible(number))
        waiting = [each for each in self.day.tickets.values() if each.is_waiting]
        assert len(self.day.waiting) == len(waiting)
        for unit in UNITS:
            count = sum(any(one.unit == unit for one in each.open_errands) for each in waiting)
            assert self.day.waiting.waiting_for(unit) == count
        ages = [
            min(one.seniority_ms for one in each.open_errands)
            for each in waiting
            if each.state is TicketState.WAITING and not each.misses
        ]
        assert self.day.oldest_waiting() == min(ages, default=None)
        for each in waiting:
            if each.state is TicketState.WAITING and (each.hold is None or each.hold.back_at_ms is None):
                assert self.day.ahead(each) == look.ahead(each)

    @invariant()
    def no_right_costs_and_no_conversion_gains(self) -> None:
        """I6, and the key after any conversions is never below that of who came for it from the start."""
        look = oracle.Oracle(self.day, self.now_ms)
        self.day.pass_time(self.now_ms)
        for ticket in self.day.tickets.values():
            issued = self.rights[ticket.ticket_id]
            for at, errand in enumerate(ticket.errands):
                declared_ms = self.declared[ticket.ticket_id, at]
                assert errand.seniority_ms >= declared_ms
                key = look.key(ticket, errand)
                assert self.day.standing(ticket, errand).key == key
                assert key <= errand.seniority_ms
                lead_ms = 0
                if errand.case_id is not None and errand.unit.ticket_class is TicketClass.PICKUP:
                    lead_ms = RULES.policy.pickup_head_start_ms
                if ticket.priority is not None:
                    lead_ms = RULES.policy.priority_head_start_ms
                assert ticket.slot in (None, issued.slot)
                if ticket.slot is None:
                    assert key >= declared_ms - lead_ms

    @invariant()
    def nobody_waits_before_an_idle_window_that_calls_by_itself(self) -> None:
        """I2."""
        look = oracle.Oracle(self.day, self.now_ms)
        for window in self.day.windows.values():
            if (
                window.state is WindowState.FREE
                and self.calls_itself(window.number)
                and not self.day.is_closed
            ):
                assert look.next_at(window.number) is None

    def teardown(self) -> None:
        HAPPENED.update(map(type, self.events))
        assert facts(self.replayed()) == facts(self.replayed(has_lines=False)) == facts(self.day)
        for called, following in self.calls_and_what_followed():
            assert following is None or isinstance(following, FOLLOWS_A_CALL), (called, following)

    # Means

    def calls_itself(self, number: int) -> bool:
        rules = next((each for each in self.day.rules.windows if each.number == number), None)
        return rules is not None and (rules.calls is CallMode.AUTO or rules.kind is WindowKind.TERMINAL)

    def calls_and_what_followed(self):
        """I7: each call is followed by a recall, a start, a miss, or an end."""
        for at, event in enumerate(self.events):
            if isinstance(event, e.TicketCalled):
                later = (
                    each
                    for each in self.events[at + 1 :]
                    if getattr(each, "ticket_id", None) == event.ticket_id
                )
                yield event, next((each for each in later if isinstance(each, LEADS_ON)), None)

    def ticket(self, data) -> int:
        """Mostly one that is open."""
        is_open = [each.ticket_id for each in self.day.tickets.values() if each.is_open]
        some = (
            (is_open or sorted(self.day.tickets))
            if data.draw(st.integers(0, 5))
            else sorted(self.day.tickets)
        )
        return data.draw(st.sampled_from(some)) if some else 0

    def case(self, data) -> int | None:
        cases = [each.case_id for each in self.day.cases]
        return data.draw(st.sampled_from([None, *cases]))

    def replayed(self, *, has_lines: bool = True) -> HallDay:
        """As it was lived, or as a restart does it, with nobody in a line until the end."""
        again = HallDay()
        if not has_lines:
            again.suspend_lines()
        for event in self.events:
            again = evolve(again, event)
        if not has_lines:
            again.resume_lines()
        if self.day.day is not None:
            again.pass_time(self.day.now_ms)
        return again

    def try_to(self, command: c.Command) -> None:
        before = (dict(self.day.tickets), dict(self.day.windows))
        look = oracle.Oracle(self.day, self.now_ms + 1)
        refused = None
        try:
            events = self.do(command)
        except refusals.Refusal as refusal:
            events = ()
            refused = refusal
        if isinstance(refused, refusals.NobodyWaiting):
            assert self.day.is_closed or look.next_at(refused.window) is None
        if not events:
            assert (self.day.tickets, self.day.windows) == before
        self.let_windows_call()

    def let_windows_call(self) -> None:
        """As the engine does after each command."""
        while True:
            look = oracle.Oracle(self.day, self.now_ms)
            idle = [
                window
                for window in self.day.windows.values()
                if window.state is WindowState.FREE and self.calls_itself(window.number)
            ]
            idle.sort(key=lambda each: (each.free_since_ms, each.number))
            able = [each.number for each in idle if not self.day.is_closed and look.next_at(each.number)]
            events = self.do(c.CallWaiting(), after_ms=0)
            called = [each.window for each in events if isinstance(each, e.TicketCalled)]
            assert called == able[:1]
            if not events:
                return

    def do(self, command: c.Command, after_ms: int = 1) -> tuple[e.Event, ...]:
        self.now_ms += after_ms
        if self.day.day is not None:
            look = oracle.Oracle(self.day, self.now_ms)
        events = decide(self.day, command, self.now_ms)
        for event in events:
            if isinstance(event, e.TicketCalled):
                self.check_call(event, look)
            places = self.places()
            self.day = evolve(self.day, event)
            self.events.append(event)
            self.note(event)
            if isinstance(event, e.TicketCalled):
                self.check_reasons(event, look)
            if not isinstance(event, e.DayOpened):
                self.check_places(event, places)
        return events

    def check_call(self, event: e.TicketCalled, look) -> None:
        window = look.windows[event.window]
        called: Ticket = self.day.tickets[event.ticket_id]
        hand = [called.errands[at] for at in event.in_hand]
        assert look.key(called, hand[0]) == min(look.key(called, each) for each in hand)
        if event.way is CallWay.OVERRIDE:
            assert event.reason
            return
        assert look.next_at(event.window) == (event.ticket_id, event.way)
        assert sorted(map(repr, hand)) == sorted(map(repr, look.mine(called, window)))
        if event.way is CallWay.HAND_BACK or called.state is TicketState.DEFERRED:
            return
        for other in look.eligible(event.window):
            if other.state is TicketState.WAITING:
                least_ms = min(each.seniority_ms for each in look.mine(other, window))
                lead_ms = hand[0].seniority_ms - least_ms
                assert lead_ms <= look.lead_ms(event.right)  # I3 for an arrival, I4 for the others

    def check_reasons(self, event: e.TicketCalled, look) -> None:
        """Nobody whom the window might have called is without a reason why it called another one."""
        for other in look.eligible(event.window):
            if other.ticket_id == event.ticket_id:
                continue
            overtaking = why(self.day, self.day.tickets[other.ticket_id])[-1]
            assert overtaking.call.call_id == event.call_id
            assert overtaking.reason is not Reason.NOT_SERVED_HERE
            if overtaking.reason is Reason.APPOINTMENT:
                assert overtaking.slot_starts_at_ms is not None

    def places(self) -> dict[tuple[int, int], int]:
        return {
            (ticket.ticket_id, at): errand.seniority_ms
            for ticket in self.day.tickets.values()
            for at, errand in enumerate(ticket.errands)
        }

    def check_places(self, event: e.Event, before: dict[tuple[int, int], int]) -> None:
        """I5: a place stays, but that a late return makes it later."""
        after = self.places()
        moved = {each for each, place in before.items() if after[each] != place}
        assert not moved or isinstance(event, MAY_MOVE_A_PLACE)
        assert {ticket_id for ticket_id, _ in moved} <= {getattr(event, "ticket_id", 0)}
        assert all(after[each] > before[each] for each in moved)

    def note(self, event: e.Event) -> None:
        match event:
            case e.DayOpened():
                self.numbers.clear()
                self.declared.clear()
                self.rights.clear()
            case e.TicketIssued():
                assert event.number not in self.numbers
                self.numbers.add(event.number)
                self.rights[event.ticket_id] = event
                for at, errand in enumerate(event.errands):
                    self.declared[event.ticket_id, at] = errand.seniority_ms
            case e.ErrandAdded() | e.ResultReady():
                at = len(self.day.tickets[event.ticket_id].errands) - 1
                self.declared[event.ticket_id, at] = event.errand.seniority_ms


LEADS_ON = (
    e.TicketRecalled,
    e.ServiceStarted,
    e.TicketMissed,
    e.TicketCancelled,
    e.TicketExpired,
    e.TicketSentBack,
    e.TicketCalled,
)
FOLLOWS_A_CALL = LEADS_ON[:-1]


def facts(day: HallDay) -> dict[str, object]:
    """All that can be asked of a day."""
    numbers = list(day.windows)
    return {
        "tickets": day.tickets,
        "windows": day.windows,
        "rules": day.rules,
        "calls": day.all_calls,
        "last": list(day.calls),
        "absent": list(day.absent.items()),
        "deferred": list(day.deferred),
        "ids": (day.next_ticket_id, day.next_call_id, day.next_appointment_id, day.next_case_id),
        "appointments": list(day.appointments),
        "cases": list(day.cases),
        "undelivered": list(day.undelivered(2**60)),
        "next": [day.waiting.next_at(each) for each in numbers],
        "waiting": [day.waiting.waiting_at(each) for each in numbers],
        "ahead": [day.ahead(each) for each in day.tickets.values()],
        "oldest": day.oldest_waiting(),
        "head start": day.head_start_ms,
        "day": (day.day, day.is_closed, day.issued, day.last_at_ms, day.open_windows, day.free_auto),
    }


def test_whatever_people_do_the_hall_keeps_its_promises() -> None:
    examples, steps = (400, 300) if IS_SOAK else (12, 60)
    run_state_machine_as_test(
        AnyDay,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    elsewhere = {*get_args(e.CaseEvent), *get_args(e.CabinetEvent)}
    missing = {each for each in get_args(e.Event) if not HAPPENED[each]} - elsewhere
    assert not (IS_SOAK and missing)
