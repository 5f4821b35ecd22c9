"""Decides requests in memory and stages what happened until the next commit. Belongs to one thread.

Between `handle` and `commit` the day runs ahead of the journal: nobody may be told of it before `commit`
returns.
"""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

import msgspec
import structlog
from msgspec.structs import replace

from queue_core.app.answers import Answer, Answers
from queue_core.app.errors import IdempotencyConflict, JournalContradicts, ReservedKey, UndecidedCommand
from queue_core.app.ports import Calendar, Clock, Journal, References, Vault
from queue_core.app.requests import NumberWanted, Outcome, Request
from queue_core.domain.commands import ChangeRules, Command, OpenDay, TakeNumber, WithdrawUndelivered
from queue_core.domain.decide import decide
from queue_core.domain.entry import Attendance, Entry
from queue_core.domain.events import DayOpened, Event, RulesChanged, TicketIssued, WindowClosed, WindowOpened
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import HallClosed, Refusal
from queue_core.domain.rules import HallRules
from queue_core.domain.ticket import Ticket
from queue_core.store.retention import Purpose

OWN_KEYS = "hall:"
CLOCK = "hall:clock"
CONFIGURATION = "hall:configuration"
CLOCK_STEP_MS = 1_000

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    journal: Journal
    vault: Vault
    clock: Clock
    calendar: Calendar
    references: References


class Engine:
    """`day` is for the owning thread to read."""

    def __init__(self, ports: Ports, rules: HallRules) -> None:
        self._ports = ports
        self._rules = rules
        self._answers = Answers()
        self._tickets_of: dict[bytes, list[int]] = {}
        self._sequence = 0
        self._staged: list[Entry] = []
        self._changed: dict[int, Ticket] = {}
        self._arrivals: list[Attendance] = []
        self._is_clock_behind = False
        self._started_ms = 0
        self.day = HallDay()

    def restore(self) -> None:
        """Replay the journal; in one commit, let the present day and the configured rules take effect.

        Raises the store's error, or JournalContradicts.
        """
        today = self._ports.journal.last_day_at()
        for _, group in groupby(self._ports.journal.replay(), key=attrgetter("key")):
            self._repeat(tuple(group), today)
        self._changed.clear()
        if self.day.day is not None:
            for attendance in self._ports.journal.attendances(self.day.day):
                self._attend(attendance)
        self._started_ms = self._now_ms()
        self.keep_time()
        self._act(f"{OWN_KEYS}rules:{self._sequence + 1}", CONFIGURATION, ChangeRules(rules=self._rules))
        self.commit()
        self._erase_old()

    def keep_time(self) -> None:
        """What the clock alone brings about: a new business day, numbers that reached nobody in time."""
        now_ms = self._now_ms()
        today = self._ports.calendar(now_ms)
        if self.day.day is None or today > self.day.day:
            self._act(f"{OWN_KEYS}day:{today}", CLOCK, OpenDay(day=today, rules=self._rules))
        if now_ms - self._started_ms < self.day.rules.undelivered_within_ms:
            return  # a kiosk may hold a report back that it could not send while the server was away
        for ticket_id in tuple(self.day.undelivered(now_ms)):
            command = WithdrawUndelivered(ticket_id=ticket_id)
            self._act(f"{OWN_KEYS}undelivered:{ticket_id}", CLOCK, command)

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
        if isinstance(request.what, NumberWanted):
            return self._take_number(request, request.what, body)
        return self._act(request.key, request.actor, request.what, body)

    def commit(self) -> tuple[Entry, ...]:
        """Make durable what was staged, and return it.

        Raises the store's error: memory is not true then, and the process must end.
        """
        if not self._staged:
            return ()
        entries, tickets, arrivals = tuple(self._staged), self._changed, self._arrivals
        self._staged, self._changed, self._arrivals = [], {}, []
        self._ports.journal.append(entries, tickets.values(), arrivals)
        if any(isinstance(entry.event, DayOpened) for entry in entries):
            self._erase_old()
        return entries

    def _repeat(self, entries: tuple[Entry, ...], today: int) -> None:
        """Let the stored events of one command happen again; of yesterday only its answers matter."""
        for entry in entries:
            if entry.sequence < today and not isinstance(entry.event, DayOpened):
                continue
            try:
                self._evolve(entry.event)
            except KeyError as error:
                raise JournalContradicts(entry.sequence) from error
        self._sequence = entries[-1].sequence
        self._answers.keep(Answer(self.day.day or "", entries))

    def _erase_old(self) -> None:
        """Keys of which the time is over are destroyed, then what they were good for is forgotten."""
        kept_from = self._ports.vault.retire(self.day.day or "", self._answers.oldest_day)
        self._ports.journal.forget(kept_from)

    def _take_number(self, request: Request, wanted: NumberWanted, body: bytes) -> Outcome:
        day = self.day.day
        if day is None:
            raise HallClosed
        reference = self._ports.references()
        command = TakeNumber(
            unit=wanted.unit, reference=reference, language=wanted.language, matter=wanted.matter
        )
        if wanted.holder is None:
            return self._act(request.key, request.actor, command, body)
        person = self._ports.vault.person(Purpose.QUEUEING, day, wanted.holder.id_number)
        clear = msgspec.json.encode(wanted.holder)
        sealed = self._ports.vault.seal(Purpose.QUEUEING, day, clear, reference)
        command = replace(command, sealed_holder=sealed, held=tuple(self._tickets_of.get(person, ())))
        outcome = self._act(request.key, request.actor, command, body)
        for event in outcome.events:
            if isinstance(event, TicketIssued):
                attendance = Attendance(ticket_id=event.ticket_id, day=day, person=person)
                self._attend(attendance)
                self._arrivals.append(attendance)
        return outcome

    def _act(self, key: str, actor: str, command: Command, body: bytes = b"") -> Outcome:
        events = self._decide(command)
        if not events:
            return Outcome(events=(), sequence=0)
        for event in events:
            self._evolve(event)
        day = self.day.day or ""
        fingerprint = self._ports.vault.fingerprint(day, body)
        entries = tuple(
            Entry(sequence=sequence, key=key, fingerprint=fingerprint, actor=actor, event=event)
            for sequence, event in enumerate(events, self._sequence + 1)
        )
        self._sequence += len(entries)
        self._staged.extend(entries)
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
        if isinstance(event, DayOpened):
            self._tickets_of.clear()
            self._answers.begin_day(event.day)
        elif not isinstance(event, RulesChanged | WindowOpened | WindowClosed):
            self._changed[event.ticket_id] = self.day.tickets[event.ticket_id]

    def _attend(self, attendance: Attendance) -> None:
        self._tickets_of.setdefault(attendance.person, []).append(attendance.ticket_id)

    def _now_ms(self) -> int:
        """The wall's time, but never before the last event: order and time agree in the journal."""
        wall_ms = self._ports.clock()
        behind_ms = self.day.last_at_ms - wall_ms
        is_behind = behind_ms > CLOCK_STEP_MS
        if is_behind and not self._is_clock_behind:
            log.warning("clock went back", behind_ms=behind_ms, remedy="check the server's time service")
        self._is_clock_behind = is_behind
        return max(wall_ms, self.day.last_at_ms)
