"""Decides requests in memory and stages what happened until the next commit. Belongs to one thread.

Between `handle` and `commit` the day runs ahead of the journal: nobody may be told of it before `commit`
returns.
"""

from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

import msgspec
import structlog

from queue_core.app.answers import Answer, Answers
from queue_core.app.errors import (
    ClockMismatch,
    IdempotencyConflict,
    JournalContradicts,
    ReservedKey,
    UndecidedCommand,
)
from queue_core.app.notices import messages_for
from queue_core.app.persons import Persons
from queue_core.app.ports import Calendar, Clock, Journal, References, Vault
from queue_core.app.preparing import Kept, Preparation, Prepared
from queue_core.app.requests import (
    BookingWanted,
    CaseTold,
    ConversionWanted,
    ErrandWantedToo,
    NumberWanted,
    Outcome,
    ProspectWanted,
    Request,
)
from queue_core.app.waits import Waits
from queue_core.domain.commands import (
    Calibrate,
    CallWaiting,
    ChangeRules,
    CloseDay,
    Command,
    KeepTime,
    OpenDay,
    WithdrawUndelivered,
)
from queue_core.domain.decide import decide
from queue_core.domain.entry import Attendance, Entry
from queue_core.domain.events import AppointmentCheckedIn, AppointmentEnded, DayOpened, Event, RulesChanged
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import Refusal
from queue_core.domain.rules import HallRules
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import AppointmentState, CallMode, ExpiryReason
from queue_core.store.outbox import Message
from queue_core.store.parties import Party, Subject
from queue_core.store.retention import Purpose

OWN_KEYS = "hall:"
CLOCK = "hall:clock"
CONFIGURATION = "hall:configuration"
CALLER = "hall:caller"
CLOCK_STEP_MS = 1_000
TIMER_MS = 100

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """`is_steered`: the clock is set by hand, as in a simulation or a training."""

    journal: Journal
    vault: Vault
    clock: Clock
    calendar: Calendar
    references: References
    waits: Waits
    is_steered: bool = False


@dataclass(slots=True)
class _Staged:
    """What the next commit makes durable."""

    entries: list[Entry] = field(default_factory=list)
    tickets: dict[int, Ticket] = field(default_factory=dict)
    attendances: list[Attendance] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)


class Engine:
    """`day` is for the owning thread to read."""

    def __init__(self, ports: Ports, rules: HallRules) -> None:
        self._ports = ports
        self._rules = rules
        self._answers = Answers()
        self._persons = Persons(ports.vault)
        self.preparation = Preparation(
            vault=ports.vault,
            references=ports.references,
            persons=self._persons,
            waits=ports.waits,
        )
        self._sequence = 0
        self._staged = _Staged()
        self._calls_by_itself = False
        self._is_clock_behind = False
        self._started_ms = 0
        self._kept_time_ms = 0
        self.day = HallDay()

    def restore(self) -> None:
        """Replay the journal; in one commit, let the present day and the configured rules take effect.

        Raises the store's error, or JournalContradicts.
        """
        journal = self._ports.journal
        today = journal.last_day_at()
        for _, group in groupby(journal.replay(), key=attrgetter("key")):
            self._repeat(tuple(group), today)
        self._staged = _Staged()
        if self.day.day is not None and self.day.is_steered is not self._ports.is_steered:
            raise ClockMismatch(is_steered=self._ports.is_steered)
        if self.day.day is not None:
            for attendance in journal.attendances(self.day.day):
                self._persons.attend(attendance)
        for subject in Subject:
            self._persons.know(journal.parties(subject))
        self._started_ms = self._now_ms()
        self.keep_time()
        self._act(f"{OWN_KEYS}rules:{self._sequence + 1}", CONFIGURATION, ChangeRules(rules=self._rules))
        self._call_waiting()
        self.commit()
        self._erase_old()

    def keep_time(self) -> None:
        """What the clock alone brings about: a new business day, and whatever is due in it."""
        now_ms = self._now_ms()
        if now_ms - self._kept_time_ms < TIMER_MS:
            return
        self._kept_time_ms = now_ms
        today = self._ports.calendar(now_ms)
        if self.day.day is None or today.day > self.day.day:
            opening = OpenDay(
                day=today.day,
                rules=self._rules,
                midnight_ms=today.midnight_ms,
                sessions=today.sessions,
                is_steered=self._ports.is_steered,
            )
            self._calibrate()
            self._act(f"{OWN_KEYS}day:{today.day}", CLOCK, opening)
            if today.is_closed:
                closing = CloseDay(reason=ExpiryReason.DAY_ENDED)
                self._act(f"{OWN_KEYS}closed:{today.day}", CLOCK, closing)
        self._act(f"{OWN_KEYS}time:{self._sequence + 1}", CLOCK, KeepTime())
        self._withdraw_undelivered(now_ms)
        self._call_waiting()

    def handle(self, request: Request) -> Outcome:
        """Decide a request, or find its first answer. Raises Refusal or HallError."""
        if request.key.startswith(OWN_KEYS):
            raise ReservedKey(request.key)
        body = msgspec.json.encode((request.actor, request.what))
        answer = self._answers.of(request.key)
        if answer is not None:
            if not self._ports.vault.is_fingerprint(answer.fingerprint, answer.day, body):
                raise IdempotencyConflict(request.key)
            return answer.outcome(is_repeated=True)
        outcome = self._carry_out(request, self._prepared(request), body)
        self._call_waiting()
        return outcome

    def commit(self) -> tuple[Entry, ...]:
        """Make durable what was staged, and return it.

        Raises the store's error: memory is not true then, and the process must end.
        """
        if not self._staged.entries:
            return ()
        staged, self._staged = self._staged, _Staged()
        entries = tuple(staged.entries)
        self._ports.journal.append(
            entries, staged.tickets.values(), staged.attendances, staged.messages, staged.parties
        )
        self._ports.waits.hear(entry.event for entry in entries)
        if any(isinstance(entry.event, DayOpened) for entry in entries):
            self._erase_old()
        return entries

    def tend_waits(self) -> None:
        """Let the estimates follow the committed day."""
        self._ports.waits.tend(self.day, self._now_ms())

    def _repeat(self, entries: tuple[Entry, ...], today: int) -> None:
        """Let the stored events of one command happen again; of yesterday only its answers matter."""
        for entry in entries:
            if entry.sequence < today and not isinstance(entry.event, DayOpened):
                continue
            try:
                self._evolve(entry.event)
            except KeyError as error:
                raise JournalContradicts(entry.sequence) from error
            self._ports.waits.hear((entry.event,))
        self._sequence = entries[-1].sequence
        self._answers.keep(Answer(self.day.day or "", entries))

    def _erase_old(self) -> None:
        """Keys of which the time is over are destroyed, then what they were good for is forgotten."""
        kept_from = self._ports.vault.retire(self.day.day or "", self._answers.oldest_day)
        self._ports.journal.forget(kept_from)

    def _prepared(self, request: Request) -> Prepared:
        match request.what:
            case (
                NumberWanted()
                | ConversionWanted()
                | ErrandWantedToo()
                | ProspectWanted()
                | BookingWanted()
                | CaseTold()
            ):
                return self.preparation.prepare(request.what, self.day, self._now_ms())
            case _:
                return Prepared(command=request.what)

    def _carry_out(self, request: Request, prepared: Prepared, body: bytes) -> Outcome:
        outcome = self._act(request.key, request.actor, prepared.command, body)
        for event in outcome.events:
            self._keep(prepared.kept(event))
        return outcome

    def _keep(self, kept: Kept) -> None:
        for attendance in kept.attendances:
            self._persons.attend(attendance)
        self._persons.know(kept.parties)
        self._staged.attendances.extend(kept.attendances)
        self._staged.parties.extend(kept.parties)

    def _calibrate(self) -> None:
        """What the estimates have learned goes over midnight with the day."""
        if self.day.day is not None:
            learned = Calibrate(calibration=self._ports.waits.calibration())
            self._act(f"{OWN_KEYS}calibration:{self._sequence + 1}", CLOCK, learned)

    def _withdraw_undelivered(self, now_ms: int) -> None:
        if now_ms - self._started_ms < self.day.rules.undelivered_within_ms:
            return  # a kiosk may hold a report back that it could not send while the server was away
        for ticket_id in tuple(self.day.undelivered(now_ms)):
            command = WithdrawUndelivered(ticket_id=ticket_id)
            self._act(f"{OWN_KEYS}undelivered:{ticket_id}:{self._sequence + 1}", CLOCK, command)

    def _call_waiting(self) -> None:
        """Give each window that calls by itself its next number."""
        if not self._calls_by_itself:
            return
        while self._act(f"{OWN_KEYS}call:{self._sequence + 1}", CALLER, CallWaiting()).events:
            pass

    def _act(self, key: str, actor: str, command: Command, body: bytes = b"") -> Outcome:
        events = self._decide(command)
        if not events:
            return Outcome(events=(), sequence=0)
        for event in events:
            self._evolve(event)
            self._stage(event)
        day = self.day.day or ""
        fingerprint = self._ports.vault.fingerprint(day, body)
        entries = tuple(
            Entry(sequence=sequence, key=key, fingerprint=fingerprint, actor=actor, event=event)
            for sequence, event in enumerate(events, self._sequence + 1)
        )
        self._sequence += len(entries)
        self._staged.entries.extend(entries)
        answer = Answer(day, entries)
        self._answers.keep(answer)
        return answer.outcome(is_repeated=False)

    def _decide(self, command: Command) -> tuple[Event, ...]:
        try:
            return decide(self.day, command, self._now_ms())
        except Refusal:
            raise
        except Exception as error:  # deciding changes nothing: one bad command must not stop the hall
            log.exception("a command could not be decided", command=type(command).__name__)
            raise UndecidedCommand from error

    def _evolve(self, event: Event) -> None:
        self.day = evolve(self.day, event)
        if isinstance(event, DayOpened | RulesChanged):
            self._calls_by_itself = any(each.calls is CallMode.AUTO for each in event.rules.windows)
        if isinstance(event, DayOpened):
            self._persons.begin_day()
            self._answers.begin_day(event.day)

    def _stage(self, event: Event) -> None:
        """Keep beside the chain what follows from an event that has just happened."""
        ticket_id = getattr(event, "ticket_id", None)
        if ticket_id is not None:
            self._staged.tickets[ticket_id] = self.day.tickets[ticket_id]
        if isinstance(event, AppointmentCheckedIn | AppointmentEnded):
            self._settle_appointment(event)
        self._staged.messages.extend(messages_for(event, self.day, self._ports.vault))

    def _settle_appointment(self, event: AppointmentCheckedIn | AppointmentEnded) -> None:
        """One that was kept or given back is not counted as missed."""
        if isinstance(event, AppointmentEnded) and event.state is AppointmentState.MISSED:
            return
        party = Party(
            subject=Subject.APPOINTMENT,
            subject_id=event.appointment_id,
            purpose=Purpose.FOLLOW_UP,
            day=self.day.day or "",
            person=b"",
        )
        self._persons.know((party,))
        self._staged.parties.append(party)

    def _now_ms(self) -> int:
        """The wall's time, but never before the last event: order and time agree in the journal."""
        wall_ms = self._ports.clock()
        behind_ms = self.day.last_at_ms - wall_ms
        is_behind = behind_ms > CLOCK_STEP_MS
        if is_behind and not self._is_clock_behind:
            log.warning("clock went back", behind_ms=behind_ms, remedy="check the server's time service")
        self._is_clock_behind = is_behind
        return max(wall_ms, self.day.last_at_ms)
