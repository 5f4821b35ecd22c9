"""Today in a hall, as the events so far make it.

One owner changes it through `evolve`; what it hands out (tickets, windows, calls) is frozen. The indexes
inside follow from the events and the time that has passed alone, so that a replay gives the same day.
"""

from collections import deque
from collections.abc import Iterator

from msgspec.structs import replace

from queue_core.domain.appointments import AppointmentBook
from queue_core.domain.calling import Standing, Yardstick
from queue_core.domain.cases import CaseRegister
from queue_core.domain.events import DayOpened
from queue_core.domain.follow_up import FollowUpRegister
from queue_core.domain.hall_clock import HallClock
from queue_core.domain.history import History
from queue_core.domain.lockers.register import LockerRegister
from queue_core.domain.quotas import QuotaCounts
from queue_core.domain.records import Calibration, Notice
from queue_core.domain.rules import HallRules, Unit, WindowRules
from queue_core.domain.shifts import Shifts
from queue_core.domain.ticket import Call, Errand, Slot, Ticket, Window
from queue_core.domain.waiting import Waiting
from queue_core.domain.words import CallMode, TicketState, WindowKind, WindowState

REMEMBERED_CALLS = 50


class HallDay:
    """`day` is the ISO date of the business day, None before the first. Ids never start anew.

    `absent` are the absent in order of their miss, with its instant on the hall
    clock. `deferred` are the ids of those who let others pass. `calls` are the last ones,
    `all_calls` all of today. `held` are, by window, the ids of those it keeps or who are back to go on there.
    `notices` by id; the table is replaced, never changed. `rated_late` are tickets of days before that were
    rated today. `broken_devices` are the kinds of those that do not work, by front end and name.
    """

    def __init__(self) -> None:
        self.last_at_ms = 0
        self.next_ticket_id = 1
        self.next_call_id = 1
        self.next_appointment_id = 1
        self.next_case_id = 1
        self.next_follow_up_id = 1
        self.next_notice_id = 1
        self.next_serial = 1
        self.next_unlocking_id = 1
        self.day: str | None = None
        self.rules = HallRules(categories=(), windows=())
        self.calibration = Calibration()
        self.is_steered = False
        self._has_lines = True
        self._forget(midnight_ms=0, clock=HallClock())

    def _forget(self, midnight_ms: int, clock: HallClock) -> None:
        self.midnight_ms = midnight_ms
        self.is_closed = False
        self.issued = 0
        self.tickets: dict[int, Ticket] = {}
        self.windows: dict[int, Window] = {}
        self.open_windows: frozenset[int] = frozenset()
        self.notices: dict[int, Notice] = {}
        self.broken_devices: dict[tuple[str, str], str] = {}
        self.held: dict[int, tuple[int, ...]] = {}
        self.calls: deque[Call] = deque(maxlen=REMEMBERED_CALLS)
        self.all_calls: list[Call] = []
        self.first_call_id = self.next_call_id
        self.history = History()
        self.shifts = Shifts(self.windows, self.tickets)
        self.absent: dict[int, int] = {}
        self.deferred: dict[int, None] = {}
        self.free_auto: set[int] = set()
        self.offered = self.rules.offered()
        self.appointments = AppointmentBook()
        self.cases = CaseRegister()
        self.lockers = LockerRegister()
        self.follow_ups = FollowUpRegister()
        self.rated_late: set[int] = set()
        self.quotas = QuotaCounts(self.rules.quotas, midnight_ms)
        self._by = Yardstick(self.rules.policy, clock, self.rules.policy.appointment_head_start_ms)
        self._by_reference: dict[str, int] = {}
        self._undelivered: dict[int, int] = {}
        self._window_rules: dict[int, WindowRules] = {}
        self.waiting = Waiting(self._by, self.tickets, self.windows, has_lines=self._has_lines)

    # What `evolve` does

    def begin(self, event: DayOpened) -> None:
        """Start a day with nobody in the house. For `evolve` only."""
        self.day = event.day
        self.next_ticket_id, self.next_call_id = event.next_ticket_id, event.next_call_id
        self.next_appointment_id, self.next_case_id = event.next_appointment_id, event.next_case_id
        self.calibration = event.calibration
        self.is_steered = event.is_steered
        self._forget(event.midnight_ms, HallClock(event.sessions))
        self._by.now_ms = event.at_ms
        self.appointments = AppointmentBook(event.appointments)
        self.cases = CaseRegister(event.cases)
        self.next_follow_up_id = event.next_follow_up_id
        self.follow_ups = FollowUpRegister(event.follow_ups)
        self.next_notice_id = event.next_notice_id
        self.notices = {each.notice_id: each for each in event.notices}
        self.next_serial, self.next_unlocking_id = event.next_serial, event.next_unlocking_id
        self.lockers = LockerRegister(event.doors, event.unlockings, event.proof_counts)
        self.rules = HallRules(categories=(), windows=())
        self._by.head_start_ms = event.rules.policy.appointment_head_start_ms
        self.follow(event.rules)

    def follow(self, rules: HallRules) -> None:
        """Let `rules` take effect; a window they drop stays until its ticket is done. For `evolve` only.

        A profile that was changed today stays as it is where the rules do not name another one than before.
        """
        is_raised = self._by.head_start_ms > self.rules.policy.appointment_head_start_ms
        wanted_ms = rules.policy.appointment_head_start_ms
        self._by.head_start_ms = max(wanted_ms, self._by.head_start_ms) if is_raised else wanted_ms
        self._by.policy = rules.policy
        windows = {
            number: replace(window, profile=())
            for number, window in self.windows.items()
            if window.ticket_id is not None
        } | {each.number: self._window_by(each, rules) for each in rules.windows}
        self.rules = rules
        self._window_rules = {each.number: each for each in rules.windows}
        self.lockers.follow(rules.cabinets)
        self.windows.clear()
        self.windows.update(windows)
        self._count_again()
        self._look_at_windows()
        self.waiting.open_channels(rules.channels)
        self.waiting.rebuild()

    def _window_by(self, rules: WindowRules, of: HallRules) -> Window:
        window = self.windows.get(rules.number)
        if window is None:
            return Window(number=rules.number, state=WindowState.CLOSED, profile=rules.profile)
        before = self._window_rules.get(rules.number)
        if before is None or before.profile != rules.profile:
            return replace(window, profile=rules.profile)
        units = of.units()
        return replace(window, profile=tuple(unit for unit in window.profile if unit in units))

    def _count_again(self) -> None:
        self.quotas = QuotaCounts(self.rules.quotas, self.midnight_ms)
        for ticket in self.tickets.values():
            self.quotas.count((errand.unit for errand in ticket.errands), ticket.issued_at_ms)

    def change_profile(self, window: Window) -> None:
        """Keep the newest form of a window with another profile. For `evolve` only."""
        self.windows[window.number] = window
        self._look_at_windows()
        self.waiting.rebuild()

    def start_ahead(self, head_start_ms: int) -> None:
        """Let another head start of appointments take effect. For `evolve` only."""
        self._by.head_start_ms = head_start_ms
        self.waiting.measure_due_anew()

    def admit(self, ticket: Ticket) -> None:
        """Keep a ticket just issued: it has reached nobody. For `evolve` only."""
        ticket_id = ticket.ticket_id
        self.issued += 1
        self.next_ticket_id = ticket_id + 1
        self.tickets[ticket_id] = ticket
        self._by_reference[ticket.reference] = ticket_id
        if self.rules.quotas:
            self.quotas.count((errand.unit for errand in ticket.errands), ticket.issued_at_ms)
        if ticket.is_waiting:
            self._undelivered[ticket_id] = ticket.delivery_at_ms
            self.history.begin_wait(ticket_id, len(self.all_calls))
        self.waiting.admit(ticket)

    def announce(self, call: Call) -> None:
        """Keep a call. For `evolve` only."""
        self.next_call_id = call.call_id + 1
        self.calls.append(call)
        self.all_calls.append(call)

    def hear(self, call_id: int) -> None:
        """Remember that a call of today was spoken. For `evolve` only."""
        heard = replace(self.all_calls[call_id - self.first_call_id], is_spoken=True)
        self.all_calls[call_id - self.first_call_id] = heard
        newest = self.calls[-1].call_id
        if newest - call_id < len(self.calls):
            self.calls[len(self.calls) - 1 - (newest - call_id)] = heard

    def put(self, ticket: Ticket) -> None:
        """Keep the newest form of a ticket. For `evolve` only."""
        before = self.tickets[ticket.ticket_id]
        self.tickets[ticket.ticket_id] = ticket
        if before.state is not ticket.state or before.errands is not ticket.errands:
            if before.is_waiting:
                self.history.end_wait(before, len(self.all_calls))
            if ticket.is_waiting:
                self.history.begin_wait(ticket.ticket_id, len(self.all_calls))
            self._follow_state(before, ticket)
        if before.hold is not ticket.hold or (ticket.hold is not None and not ticket.is_open):
            self._follow_hold(before, ticket)
        self.waiting.change(before, ticket)
        self._watch_delivery(ticket)

    def place(self, window: Window) -> None:
        """Keep the newest form of a window. For `evolve` only."""
        before = self.windows[window.number]
        self.windows[window.number] = window
        if before.state is not window.state:
            if (window.number in self.open_windows) is (window.state is WindowState.CLOSED):
                self.open_windows = self.open_windows ^ {window.number}
            self._watch_auto(window)
            self.waiting.change_window(before, window)

    def pass_time(self, now_ms: int) -> None:
        """Move what time alone changes: rights that begin, reservations that end. Never back."""
        if now_ms > self._by.now_ms:
            self.waiting.pass_time(now_ms)

    def suspend_lines(self) -> None:
        """Nobody asks who is next until `resume_lines`, as in a replay, which is much quicker so."""
        self._has_lines = False
        self.waiting.suspend()

    def resume_lines(self) -> None:
        self._has_lines = True
        self.waiting.resume()

    def _follow_state(self, before: Ticket, after: Ticket) -> None:
        if before.state is after.state:
            return
        if before.state is TicketState.ABSENT:
            del self.absent[after.ticket_id]
        elif before.state is TicketState.DEFERRED:
            del self.deferred[after.ticket_id]
        if after.state is TicketState.ABSENT:
            self.absent[after.ticket_id] = after.missed_at_ms or 0
        elif after.state is TicketState.DEFERRED:
            self.deferred[after.ticket_id] = None

    def _follow_hold(self, before: Ticket, after: Ticket) -> None:
        if before.hold is not None:
            left = tuple(each for each in self.held[before.hold.window] if each != before.ticket_id)
            self.held[before.hold.window] = left
        if after.hold is not None and after.is_open:
            self.held[after.hold.window] = (*self.held.get(after.hold.window, ()), after.ticket_id)

    def _look_at_windows(self) -> None:
        self.open_windows = frozenset(
            number for number, window in self.windows.items() if window.state is not WindowState.CLOSED
        )
        self.offered = frozenset(unit for each in self.rules.windows for unit in each.profile) | frozenset(
            unit for window in self.windows.values() for unit in window.profile
        )
        self.free_auto = set()
        for window in self.windows.values():
            self._watch_auto(window)

    def _watch_auto(self, window: Window) -> None:
        if window.state is WindowState.FREE and self.calls_itself(window.number):
            self.free_auto.add(window.number)
        else:
            self.free_auto.discard(window.number)

    # What others ask

    @property
    def lanes(self) -> Waiting:
        return self.waiting

    @property
    def clock(self) -> HallClock:
        return self._by.clock

    @property
    def head_start_ms(self) -> int:
        """The appointment head start in effect."""
        return self._by.head_start_ms

    @property
    def now_ms(self) -> int:
        """The wall instant up to which time has passed here."""
        return self._by.now_ms

    def call(self, call_id: int) -> Call | None:
        """A call of today."""
        at = call_id - self.first_call_id
        return self.all_calls[at] if 0 <= at < len(self.all_calls) else None

    def letting_pass(self, window: Window) -> list[Ticket]:
        """Those who let others pass and for whom a call by this window counts: it serves them too."""
        deferred = [self.tickets[each] for each in self.deferred]
        return [each for each in deferred if any(one.unit in window.profile for one in each.open_errands)]

    def window_rules(self, number: int) -> WindowRules | None:
        return self._window_rules.get(number)

    def calls_itself(self, number: int) -> bool:
        """Whether numbers are called to a window without a key pressed there."""
        rules = self._window_rules.get(number)
        return rules is not None and (rules.calls is CallMode.AUTO or rules.kind is WindowKind.TERMINAL)

    def terminals(self) -> Iterator[Window]:
        """The unattended windows."""
        for number, rules in self._window_rules.items():
            if rules.kind is WindowKind.TERMINAL:
                yield self.windows[number]

    def standing(self, ticket: Ticket, errand: Errand) -> Standing:
        """The key of an errand as it is now, and the right it rests on."""
        return self._by.standing(ticket, errand)

    def key_at(self, ticket: Ticket, window: int) -> int | None:
        """The ticket's key at a window, None when that one serves nothing of it."""
        return self._by.key_for(ticket, self.windows[window].profile)

    def due_from_ms(self, slot: Slot) -> int:
        """From which wall instant on an appointment that is checked in gives its right."""
        return self._by.due_from_ms(slot.starts_at_ms)

    def by_reference(self, reference: str) -> Ticket | None:
        """The ticket of today with that public reference."""
        ticket_id = self._by_reference.get(reference)
        return None if ticket_id is None else self.tickets[ticket_id]

    def ticket_at(self, window: int) -> Ticket | None:
        """The ticket called or served at a window."""
        at = self.windows.get(window)
        return None if at is None or at.ticket_id is None else self.tickets[at.ticket_id]

    def windows_open_for(self, unit: Unit) -> int:
        """How many open windows may call a unit."""
        return len(self.open_windows.intersection(self.waiting.windows_for(unit)))

    def ahead(self, ticket: Ticket) -> int:
        """How many waiting tickets rank before a waiting one, at the window most favourable to it; else 0.

        The ticket need not be one of today: one that is only thought of may be asked for.
        """
        return self.waiting.ahead(ticket, self.open_windows) if ticket.is_waiting else 0

    def oldest_waiting(self) -> int | None:
        """The least seniority (hall clock) among the waiting who never missed a call and let nobody pass."""
        return self.waiting.oldest()

    def rateable_at(self, window: int) -> Ticket | None:
        """The last service finished at a window, as long as nobody rated it. Time is the asker's business."""
        at = self.windows.get(window)
        if at is None or at.finished_id is None:
            return None
        ticket = self.tickets[at.finished_id]
        return ticket if ticket.is_asked_at(window) else None

    def undelivered(self, now_ms: int) -> Iterator[int]:
        """Ids of waiting tickets that reached nobody for longer than the rules allow, longest first."""
        for ticket_id, since_ms in self._undelivered.items():
            if now_ms - since_ms < self.rules.undelivered_within_ms:
                return
            yield ticket_id

    def _watch_delivery(self, ticket: Ticket) -> None:
        """Keep the watched in order of time: instants never decrease, so the newest goes to the end."""
        if not ticket.is_undelivered:
            self._undelivered.pop(ticket.ticket_id, None)
        elif self._undelivered.get(ticket.ticket_id) != ticket.delivery_at_ms:
            self._undelivered.pop(ticket.ticket_id, None)
            self._undelivered[ticket.ticket_id] = ticket.delivery_at_ms
