"""Whether a message is still true when it is about to be sent, and with what it is worded then.

A message was written when something happened, and may be sent hours later: a number that was called and
served meanwhile, a case that was handed over, an appointment that was given back is not told of any more.

The parameters of each kind, written by `notices`:

| kind | parameters |
|---|---|
| result_ready | case; category, matter; serial: of its pickup code, where it has one |
| few_ahead | reference, number |
| called | reference, number, window |
| appointment_tomorrow | appointment: its reference |
| rating_link | reference, number; language |
| locker_expiring | case, serial; until_ms: how long its door keeps it |
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import assert_never

from msgspec import Struct

from queue_core.app.hall import Hall
from queue_core.app.ports import Journal
from queue_core.domain.entry import Entry
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rating import may_be_rated
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.domain.records import Case, CasePlace
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import AppointmentState, CaseState, TicketState
from queue_core.store.message import (
    Claimed,
    DeadCount,
    DeadLetter,
    Message,
    MessageKind,
    MessageState,
    Queued,
    Sent,
)
from queue_core.store.settlements import Settlement

FALLBACK_LANGUAGE = "zh-CN"


class Facts(Struct, frozen=True, kw_only=True):
    """What is true now and a message may tell; all but `serial` and `reference` stand in it as they are.

    `serial` is that of the case's pickup code, 0 for none; `reference` the ticket's, for its link.
    """

    language: str = FALLBACK_LANGUAGE
    number: str = ""
    window: int | None = None
    ahead: int | None = None
    case: str = ""
    category: str = ""
    matter: str = ""
    serial: int = 0
    place: CasePlace | None = None
    reference: str = ""
    until_ms: int | None = None
    starts_at_ms: int | None = None


PastVisit = Callable[[str], FinishedVisit | None]


def still_true(message: Message, day: HallDay, now_ms: int, *, past_visit: PastVisit) -> Facts | None:
    """None when there is nothing to tell any more. On the committer's thread."""
    params = message.params
    match message.kind:
        case MessageKind.RESULT_READY:
            return _of_case(_ready(params.get("case", ""), params.get("serial"), day))
        case MessageKind.LOCKER_EXPIRING:
            case = _ready(params.get("case", ""), params.get("serial"), day)
            kept = case is not None and str(case.keep_until_ms) == params.get("until_ms")
            return _of_case(case) if kept else None
        case MessageKind.FEW_AHEAD:
            return _few_ahead(_ticket(params, day), day)
        case MessageKind.CALLED:
            return _called(_ticket(params, day), params.get("window", ""))
        case MessageKind.APPOINTMENT_TOMORROW:
            return _appointment(params.get("appointment", ""), day, now_ms)
        case MessageKind.RATING_LINK:
            return _rating(params.get("reference", ""), day, now_ms, past_visit)
    assert_never(message.kind)


def _ready(code: str, serial: str | None, day: HallDay) -> Case | None:
    """The case, as long as it waits and its code is the one the message is about."""
    case = day.cases.by_code(code)
    if case is None or case.state is not CaseState.READY or case.is_missing:
        return None
    return case if serial is None or str(case.serial) == serial else None


def _of_case(case: Case | None) -> Facts | None:
    if case is None:
        return None
    return Facts(
        language=case.language,
        case=case.code,
        category=case.unit.category,
        matter=case.matter or "",
        serial=case.serial,
        place=case.place,
        until_ms=case.keep_until_ms,
    )


def _ticket(params: Mapping[str, str], day: HallDay) -> Ticket | None:
    return day.by_reference(params.get("reference", ""))


def _few_ahead(ticket: Ticket | None, day: HallDay) -> Facts | None:
    if ticket is None or not (ticket.is_waiting or ticket.state is TicketState.REMOTE):
        return None
    return Facts(
        language=ticket.language,
        number=ticket.number,
        ahead=day.ahead(ticket),
        category=ticket.unit.category,
        reference=ticket.reference,
    )


def _called(ticket: Ticket | None, window: str) -> Facts | None:
    if ticket is None or ticket.state is not TicketState.CALLED or str(ticket.window) != window:
        return None
    return Facts(
        language=ticket.language,
        number=ticket.number,
        window=ticket.window,
        category=ticket.unit.category,
        reference=ticket.reference,
    )


def _appointment(reference: str, day: HallDay, now_ms: int) -> Facts | None:
    found = day.appointments.by_reference(reference)
    if found is None or found.state is not AppointmentState.BOOKED or found.starts_at_ms <= now_ms:
        return None
    return Facts(category=found.unit.category, matter=found.matter or "", starts_at_ms=found.starts_at_ms)


def _rating(reference: str, day: HallDay, now_ms: int, past_visit: PastVisit) -> Facts | None:
    ticket = day.by_reference(reference)
    if ticket is not None:
        if not may_be_rated(ticket):
            return None
        return Facts(language=ticket.language, number=ticket.number, reference=reference)
    visit = past_visit(reference)
    if visit is None or visit.is_rated or now_ms >= visit.may_be_rated_until_ms(day.rules.rating.late_days):
        return None
    return Facts(language=visit.language, number=visit.number, reference=reference)


class Due(Struct, frozen=True, kw_only=True):
    """A claimed message; without `facts` it is no longer true."""

    claimed: Claimed
    facts: Facts | None


class Outgoing:
    """The outbox of a running hall, as a messenger reaches it. Raises the store's errors and HallStopped."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    @property
    def now_ms(self) -> int:
        return self._hall.now_ms

    async def claim(
        self, *, limit: int, lease_ms: int, kinds: Collection[MessageKind], carrier: str | None = None
    ) -> tuple[Due, ...]:
        """What is to be sent now, each with what is true of it.

        Of these kinds, or of any that the carrier may have already.
        """

        def look(day: HallDay, journal: Journal) -> tuple[Due, ...]:
            now_ms = self.now_ms
            claimed = journal.outbox.claim(
                now_ms, limit=limit, lease_ms=lease_ms, kinds=kinds, carrier=carrier
            )
            return tuple(
                Due(
                    claimed=each,
                    facts=still_true(each.message, day, now_ms, past_visit=journal.past_visit),
                )
                for each in claimed
            )

        return await self._hall.consult(look)

    async def settle(self, settlements: Collection[Settlement]) -> None:
        await self._hall.consult(lambda _, journal: journal.outbox.settle(settlements))

    async def report(self, receipt: str, *, is_delivered: bool, reason: str) -> bool:
        """A delivery report; whether the receipt is known."""
        at_ms = self.now_ms
        return await self._hall.consult(
            lambda _, journal: journal.outbox.report(
                receipt, is_delivered=is_delivered, reason=reason, at_ms=at_ms
            )
        )

    async def heard(self, receipt: str, part: str) -> bool:
        """One part of a message arrived; whether the receipt is known."""
        return await self._hall.consult(lambda _, journal: journal.outbox.heard(receipt, part))

    async def again(self, message_id: int, *, key: str, expires_at_ms: int) -> bool:
        """Send a dead letter once more; False when it is none, or its recipient is gone.

        The same `key` again is the same wish, and answered as before.
        """
        now_ms = self.now_ms
        return await self._hall.consult(
            lambda _, journal: journal.outbox.again(
                message_id, key=key, now_ms=now_ms, expires_at_ms=expires_at_ms
            )
        )

    async def all_again(self, reason: str, *, key: str, expires_at_ms: int) -> int:
        """Send all dead letters of a reason once more, likewise; how many will go."""
        now_ms = self.now_ms
        return await self._hall.consult(
            lambda _, journal: journal.outbox.all_again(
                reason, key=key, now_ms=now_ms, expires_at_ms=expires_at_ms
            )
        )

    async def disown(self, carriers: Collection[str]) -> int:
        """Give up what carriers other than these may have; how many."""
        at_ms = self.now_ms
        return await self._hall.consult(lambda _, journal: journal.outbox.disown(carriers, at_ms=at_ms))

    async def dead(self, limit: int) -> list[DeadLetter]:
        return await self._hall.consult(lambda _, journal: journal.outbox.dead(limit))

    async def dead_by_reason(self) -> list[DeadCount]:
        return await self._hall.consult(lambda _, journal: journal.outbox.dead_by_reason())

    async def queued(self) -> list[Queued]:
        now_ms = self.now_ms
        return await self._hall.consult(lambda _, journal: journal.outbox.queued(now_ms))

    async def counts(self, since_ms: int) -> Counter[MessageState]:
        return await self._hall.consult(lambda _, journal: journal.outbox.counts(since_ms))

    async def sent_since(self, at_ms: int) -> list[Sent]:
        return await self._hall.consult(lambda _, journal: journal.outbox.sent_since(at_ms))

    def phone(self, message: Message) -> str:
        """In clear. Raises KeyDestroyed when its retention is over. Any thread."""
        return self._hall.disclosure.recipient_of(message)

    def hear(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Call `wake`, on the committer's thread, when there is something to send; returns how to stop."""

        def committed(_entries: tuple[Entry, ...], _day: HallDay) -> None:
            if self._hall.has_messages():
                wake()

        return self._hall.subscribe(committed)
