"""The hall: one queue of requests through one committer thread.

Requests are decided in memory in their order of arrival, appended to the journal in one commit a batch (a
batch is whatever arrived during the commit before), and only then published and answered. So whoever sees a
change sees a durable one; reads pass through the same queue and see the day as it was committed. A commit
that fails ends the process: what was decided in memory is not true then, and nobody was told of it.
"""

import os
import sys
from collections.abc import Callable
from threading import Thread
from typing import Any, NoReturn, TypeVar

import structlog

from queue_core.app.disclosure import Disclosure
from queue_core.app.engine import Engine, Ports
from queue_core.app.errors import HallError, HallStopped
from queue_core.app.jobs import Jobs, Look, settle
from queue_core.app.people import Holder
from queue_core.app.ports import Journal
from queue_core.app.requests import NumberWanted, Outcome, Request, Wanted
from queue_core.app.waits import Newcomer
from queue_core.domain.commands import Command
from queue_core.domain.entry import Entry
from queue_core.domain.events import TicketIssued
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.domain.records import Appointment, Case
from queue_core.domain.refusals import Refusal
from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.ticket import Estimate, Ticket

TICK_S = 0.5
EXIT_CODE = 70  # EX_SOFTWARE of sysexits.h

T = TypeVar("T")
Listener = Callable[[tuple[Entry, ...], HallDay], None]

log = structlog.get_logger(__name__)


def end_process(reason: str) -> NoReturn:
    """Leave at once, without any clean-up that could still tell somebody what did not happen."""
    print(f"paihao hall: {reason}", file=sys.stderr, flush=True)  # noqa: T201 the last word
    os._exit(EXIT_CODE)


class Hall:
    """Made by `open_hall`. `execute` and `read` may be used from any event loop."""

    def __init__(
        self, ports: Ports, rules: HallRules, on_failed_commit: Callable[[str], None] = end_process
    ) -> None:
        self._ports = ports
        self._engine = Engine(ports, rules)
        self._on_failed_commit = on_failed_commit
        self.disclosure = Disclosure(ports.vault)
        self._jobs = Jobs()
        self._listeners: list[Listener] = []
        self._thread = Thread(target=self._serve, name="committer", daemon=True)
        self._is_open = False
        self._is_closed = False

    def start(self) -> None:
        """Replay the journal and begin to serve. Blocks; raises the store's errors."""
        self._engine.restore()
        self._is_open = True
        self._thread.start()

    def close(self) -> None:
        """Answer what is queued, then give journal and vault free. Blocks; closing again changes nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._is_open:
            self._is_open = False
            self._jobs.end()
            self._thread.join()
            self._jobs.refuse(HallStopped)
        self._ports.waits.close()
        self._ports.journal.close()
        self._ports.vault.close()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with each committed batch, in order, and the day after it.

        Returns how to stop that. A listener runs on the committer thread, before the requests of the batch
        are answered: it must be quick, must not keep the day, and hands on to an event loop by
        `call_soon_threadsafe`. What it raises is logged.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def now_ms(self) -> int:
        """The hall's time: the wall's, unless the clock is steered. Any thread."""
        return self._ports.clock()

    async def execute(self, what: Command | Wanted, *, key: str, actor: str) -> Outcome:
        """Carry out a command, once for each key. Returns after the commit.

        Raises HallError, and Refusal, which is not remembered: the same key may be tried again.
        """
        outcome: Outcome = await self._ask(Request(key=key, actor=actor, what=what))
        return outcome

    async def has_answered(self, key: str) -> bool:
        """Whether a command with this key was carried out before."""
        return await self.read(lambda _: self._engine.has_answered(key))

    async def foresee(self, wanted: NumberWanted, look: Callable[[TicketIssued, HallDay], T]) -> T:
        """What `look` finds in a number that is only thought of: the event as taking it would lead to.

        It has neither a reference nor a holder, nothing is kept of it, and the day is as it was. Raises as
        `execute` does, but whoever would have to be warned of closing time counts as warned. `look` is as in
        `read`.
        """
        return await self.read(lambda day: look(self._engine.foresee(wanted), day))

    async def tickets_of(self, holder: Holder, look: Callable[[Ticket, HallDay], T]) -> tuple[T, ...]:
        """What `look` finds in each ticket a person took today, in the order they were taken."""

        def each(day: HallDay) -> tuple[T, ...]:
            found = map(day.tickets.get, self._engine.persons.tickets_today_of(holder))
            return tuple(look(ticket, day) for ticket in found if ticket is not None)

        return await self.read(each)

    async def appointments_of(self, holder: Holder) -> tuple[Appointment, ...]:
        """A person's appointments that the hall still knows, in the order they were booked."""

        def look(day: HallDay) -> tuple[Appointment, ...]:
            found = map(day.appointments.get, self._engine.persons.appointments_of(holder))
            return tuple(each for each in found if each is not None)

        return await self.read(look)

    async def cases_of(self, holder: Holder) -> tuple[Case, ...]:
        """A person's cases that were not handed over yet, in the order they were accepted."""

        def look(day: HallDay) -> tuple[Case, ...]:
            found = map(day.cases.get, self._engine.persons.cases_of(holder))
            return tuple(each for each in found if each is not None)

        return await self.read(look)

    async def past_visit(self, reference: str) -> FinishedVisit | None:
        """What was finished, on a day that is over, with the number of that public reference."""
        return await self.read(lambda _: self._ports.journal.past_visit(reference))

    async def read(self, look: Callable[[HallDay], T]) -> T:
        """What `look` finds in the committed day, whose time has passed to within 100 ms of now.

        It runs on the committer thread and must not keep the day.
        """
        result: T = await self._ask(look)
        return result

    async def consult(self, look: Callable[[HallDay, Journal], T]) -> T:
        """As `read`, with the journal: for what stands beside the chain, such as the outbox."""
        return await self.read(lambda day: look(day, self._ports.journal))

    def has_messages(self) -> bool:
        """Whether messages were put into the outbox since this was asked last. In a listener only."""
        return self._ports.journal.outbox.had_news()

    def wait_of(self, ticket: Ticket) -> Estimate | None:
        """How long a ticket still waits, as far as it is known. In a look or a listener only."""
        return self._ports.waits.of_ticket(ticket.ticket_id, self.now_ms) if ticket.is_waiting else None

    def wait_for(self, unit: Unit) -> Estimate | None:
        """How long somebody would wait who took a number now. In a look or a listener only."""
        return self._ports.waits.for_newcomer(Newcomer(units=(unit,)), self.now_ms).estimate

    async def _ask(self, work: Request | Look) -> Any:
        if not self._is_open:
            raise HallStopped
        return await self._jobs.ask(work)

    def _serve(self) -> None:
        is_last = False
        while not is_last:
            jobs, is_last = self._jobs.gather(within_s=TICK_S)
            try:
                self._engine.keep_time()
                for job in jobs:
                    if isinstance(job.work, Request):
                        job.answer = self._handle(job.work)
                entries = self._engine.commit()
            except Exception as error:  # noqa: BLE001 the supervising loop
                log.critical("commit failed", error=repr(error))
                self._is_open = False
                self._on_failed_commit(f"the journal could not be written, the hall stops: {error}")
                return
            if entries:
                self._publish(entries)
            self._engine.tend_waits()
            for job in jobs:
                if not isinstance(job.work, Request):
                    job.answer = self._look(job.work)
            settle(jobs)

    def _handle(self, request: Request) -> object:
        try:
            return self._engine.handle(request)
        except (Refusal, HallError) as refusal:
            return refusal

    def _look(self, look: Look) -> object:
        try:
            return look(self._engine.day)
        except Exception as error:  # noqa: BLE001 what a look raises is its caller's business
            return error

    def _publish(self, entries: tuple[Entry, ...]) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(entries, self._engine.day)
            except Exception:  # one listener's fault must not stop the hall
                log.exception("a listener failed", listener=repr(listener))
