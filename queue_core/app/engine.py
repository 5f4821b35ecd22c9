"""Decides requests in memory and stages what happened until the next commit. Belongs to one thread.

Between `handle` and `commit` the day runs ahead of the journal: nobody may be told of it before `commit`
returns.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import msgspec
import structlog
from msgspec.structs import replace

from queue_core.app.answering import Answering
from queue_core.app.answers import Answer, Answers
from queue_core.app.business_days import BusinessDay, plain_deadline
from queue_core.app.errors import (
    ClockMismatch,
    HallError,
    IdempotencyConflict,
    JournalContradicts,
    KeysUnavailable,
    ReservedKey,
    UndecidedCommand,
)
from queue_core.app.persons import Persons
from queue_core.app.ports import Calendar, Clock, Deadline, Journal, References, Vault
from queue_core.app.prepared import Prepared
from queue_core.app.preparing import Preparation
from queue_core.app.requests import NumberWanted, Outcome, Request, Wanted
from queue_core.app.staging import Staging
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
from queue_core.domain.entry import Entry
from queue_core.domain.events import DayOpened, Event, TicketIssued
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import Refusal
from queue_core.domain.rules import HallRules
from queue_core.domain.words import ExpiryReason
from queue_core.store.errors import StoreError
from queue_core.store.parties import Subject

OWN_KEYS = "hall:"
CLOCK = "hall:clock"
CONFIGURATION = "hall:configuration"
CALLER = "hall:caller"
CLOCK_STEP_MS = 1_000
TIMER_MS = 100

T = TypeVar("T")

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
    deadline: Deadline = plain_deadline


class Engine:
    """`day` and `persons` are for the owning thread to read."""

    def __init__(self, ports: Ports, rules: HallRules) -> None:
        self._ports = ports
        self._rules = rules
        self._answers = Answers(ports.journal.entries_at)
        self.persons = Persons(ports.vault)
        self._preparation = Preparation(
            vault=ports.vault,
            references=ports.references,
            persons=self.persons,
            waits=ports.waits,
            answering=Answering(
                vault=ports.vault, deadline=ports.deadline, past_visit=ports.journal.past_visit
            ),
        )
        self._sequence = 0
        self._staging = Staging(self.persons, ports.vault)
        self._is_clock_behind = False
        self._started_ms = 0
        self._kept_time_ms = -TIMER_MS
        self.day = HallDay()

    def restore(self) -> None:
        """Replay the journal; in one commit, let the present day and the configured rules take effect.

        Raises the store's error, or JournalContradicts.
        """
        journal = self._ports.journal
        self._replay()
        if self.day.day is not None and self.day.is_steered is not self._ports.is_steered:
            raise ClockMismatch(is_steered=self._ports.is_steered)
        if self.day.day is not None:
            for attendance in journal.attendances(self.day.day):
                self.persons.attend(attendance)
        for subject in Subject:
            self.persons.know(journal.parties(subject))
        self._started_ms = self._now_ms()
        self.keep_time()
        self._act(f"{OWN_KEYS}rules:{self._sequence + 1}", CONFIGURATION, ChangeRules(rules=self._rules))
        self._call_waiting()
        self.commit()
        self._erase_old()

    def keep_time(self) -> None:
        """What the clock alone brings about: a new business day, and whatever is due in it.

        Days on which nobody asked the time, as over a weekend without power, are never opened: the next one
        ends what they left. What fell due meanwhile happens now.
        """
        now_ms = self._now_ms()
        if 0 <= now_ms - self._kept_time_ms < TIMER_MS:
            return
        self._kept_time_ms = now_ms
        today = self._ports.calendar(now_ms)
        if self.day.day is None or today.day > self.day.day:
            self._open(today)
        self._act_unasked("time", KeepTime())
        self._withdraw_undelivered(now_ms)
        self._call_waiting()

    def handle(self, request: Request) -> Outcome:
        """Decide a request, or find its first answer. Raises Refusal or HallError."""
        if request.key.startswith(OWN_KEYS):
            raise ReservedKey(request.key)
        body = msgspec.json.encode((request.actor, request.what))
        answer = self._answer(request.key)
        if answer is not None:
            if not self._ports.vault.is_fingerprint(answer.fingerprint, answer.day, body):
                raise IdempotencyConflict(request.key)
            return answer.outcome(is_repeated=True)
        outcome = self._carry_out(request, self._prepared(request), body)
        self._call_waiting()
        return outcome

    def has_answered(self, key: str) -> bool:
        """Whether this command was carried out before: it will only be told its first answer."""
        return self._answer(key) is not None

    def foresee(self, wanted: NumberWanted) -> TicketIssued:
        """The event that taking the number would lead to now, with neither a reference nor a sealed holder.

        Nothing is staged, sealed or remembered. Raises as `handle` does, but for the warning before closing:
        the event has the chance.
        """
        warned = replace(wanted, accepts_risk=True)
        command = self._careful(wanted, lambda: self._preparation.foreseen(warned, self.day, self._now_ms()))
        return next(event for event in self._decide(command) if isinstance(event, TicketIssued))

    def commit(self) -> tuple[Entry, ...]:
        """Make durable what was staged, and return it.

        Raises the store's error: memory is not true then, and the process must end.
        """
        staged = self._staging.take()
        if not staged.entries:
            return ()
        entries = tuple(staged.entries)
        # Before the disk, while all is at hand: nobody is told until it is done, nor if it fails.
        self._ports.waits.hear(entry.event for entry in entries)
        self._ports.journal.append(entries, staged.attendances, staged.messages, staged.parties)
        self._answers.settle()
        if any(isinstance(entry.event, DayOpened) for entry in entries):
            self._erase_old()
        return entries

    def tend_waits(self) -> None:
        """Let the estimates follow the committed day."""
        self._ports.waits.tend(self.day, self._now_ms())

    def _replay(self) -> None:
        """Let the stored events happen again."""
        self.day.suspend_lines()
        for stretch in self._ports.journal.replay():
            self._sequence = stretch.first - 1
            for event in stretch.events:
                self._sequence += 1
                try:
                    self._evolve(event)
                except KeyError as error:
                    raise JournalContradicts(self._sequence) from error
            self._sequence = stretch.first + len(stretch.keys) - 1
            self._answers.know(stretch.first, stretch.keys)
            self._ports.waits.hear(stretch.events)
        self.day.resume_lines()

    def _erase_old(self) -> None:
        """Keys of which the time is over are destroyed, then what they were good for is forgotten."""
        kept_from = self._ports.vault.retire(self.day.day or "", self._answers.oldest_day)
        self._ports.journal.forget(kept_from)

    def _answer(self, key: str) -> Answer | None:
        try:
            return self._answers.of(key)
        except StoreError as error:
            log.exception("an earlier answer could not be read")
            raise UndecidedCommand from error

    def _prepared(self, request: Request) -> Prepared:
        """Preparing changes nothing: whatever goes wrong there is the answer to this one request."""
        wanted = request.what
        if not isinstance(wanted, Wanted):
            return Prepared(command=wanted)
        return self._careful(wanted, lambda: self._preparation.prepare(wanted, self.day, self._now_ms()))

    def _careful(self, wanted: Wanted, prepare: Callable[[], T]) -> T:
        try:
            return prepare()
        except (Refusal, HallError):
            raise
        except StoreError as error:
            log.exception("a person could not be found or sealed", wanted=type(wanted).__name__)
            raise KeysUnavailable from error
        except Exception as error:
            log.exception("a command could not be prepared", wanted=type(wanted).__name__)
            raise UndecidedCommand from error

    def _carry_out(self, request: Request, prepared: Prepared, body: bytes) -> Outcome:
        outcome = self._act(request.key, request.actor, prepared.command, body)
        for event in outcome.events:
            self._staging.keep(prepared.kept(event))
        return outcome

    def _open(self, today: BusinessDay) -> None:
        """What the estimates have learned goes over midnight with the day."""
        if self.day.day is not None:
            self._act_unasked("calibration", Calibrate(calibration=self._ports.waits.calibration()))
        opening = OpenDay(
            day=today.day,
            rules=self._rules,
            midnight_ms=today.midnight_ms,
            sessions=today.sessions,
            is_steered=self._ports.is_steered,
        )
        self._act_unasked("day", opening)
        if today.is_closed:
            self._act_unasked("closed", CloseDay(reason=ExpiryReason.DAY_ENDED))

    def _withdraw_undelivered(self, now_ms: int) -> None:
        if now_ms - self._started_ms < self.day.rules.undelivered_within_ms:
            return  # a kiosk may hold a report back that it could not send while the server was away
        for ticket_id in tuple(self.day.undelivered(now_ms)):
            self._act_unasked("undelivered", WithdrawUndelivered(ticket_id=ticket_id))

    def _call_waiting(self) -> None:
        """Give each idle window that calls by itself its next number."""
        while self.day.free_auto and self._act_unasked("call", CallWaiting(), CALLER):
            pass

    def _act_unasked(self, about: str, command: Command, actor: str = CLOCK) -> bool:
        """Carry out a command of the hall's own; returns whether anything happened.

        One that cannot be decided was logged and must not stop the hall either: it is tried again in time.
        """
        try:
            return bool(self._act(f"{OWN_KEYS}{about}:{self._sequence + 1}", actor, command).events)
        except UndecidedCommand:
            return False

    def _act(self, key: str, actor: str, command: Command, body: bytes = b"") -> Outcome:
        events = self._decide(command)
        if not events:
            return Outcome(events=(), sequence=0)
        for event in events:
            self._evolve(event)
            self._staging.follow(event, self.day)
        fingerprint = self._ports.vault.fingerprint(self.day.day or "", body)
        for event in events:
            self._sequence += 1
            entry = Entry(sequence=self._sequence, key=key, fingerprint=fingerprint, actor=actor, event=event)
            self._staging.append(entry)
            self._answers.stage(entry)
        return Outcome(events=events, sequence=self._sequence)

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
        if isinstance(event, DayOpened):
            self.persons.begin_day()
            self._answers.begin_day(event.day)

    def _now_ms(self) -> int:
        """The wall's time, but never before the last event: order and time agree in the journal."""
        wall_ms = self._ports.clock()
        behind_ms = self.day.last_at_ms - wall_ms
        is_behind = behind_ms > CLOCK_STEP_MS
        if is_behind and not self._is_clock_behind:
            log.warning("clock went back", behind_ms=behind_ms, remedy="check the server's time service")
        self._is_clock_behind = is_behind
        return max(wall_ms, self.day.last_at_ms)
