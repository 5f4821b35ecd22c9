"""Which events are told to a citizen by message, and in which words' slots. Carriers are not known here.

What a message says is made when it is sent (`outgoing`), also the pickup code behind its serial: here stand
neither codes nor anything of a person.
"""

from typing import assert_never

import msgspec

from queue_core.app.few_ahead import FewAhead
from queue_core.app.people import Contact
from queue_core.app.ports import Vault
from queue_core.domain.booking import DAY_MS, local_day
from queue_core.domain.events import (
    CaseDeposited,
    CaseKeptLonger,
    CasePlaced,
    CaseReady,
    Event,
    ServiceFinished,
    TicketCalled,
    TicketCancelled,
    TicketExpired,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rating import may_be_rated
from queue_core.domain.records import AtPartner, Case, InDoor, OnShelf, Posted
from queue_core.domain.rules import MINUTE_MS
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import PickupWay
from queue_core.store.errors import KeyDestroyed, Unsealable
from queue_core.store.message import Message, MessageKind, Recipient
from queue_core.store.retention import Purpose

CALLED_WITHIN_MS = 10 * MINUTE_MS
FEW_AHEAD_WITHIN_MS = 30 * MINUTE_MS
REMINDED_AT_MS = 18 * 60 * MINUTE_MS
"""After midnight of the day before an appointment."""
_AT_WINDOW = "window"


def messages_for(event: Event, day: HallDay, vault: Vault, few_ahead: FewAhead) -> tuple[Message, ...]:
    """The messages that become due with an event, to be kept in its transaction. Raises the store's error."""
    near = few_ahead.after(event, day)
    told = tuple(each for ticket in near for each in _few_ahead(ticket, event.at_ms, vault))
    match event:
        case CaseReady() | CasePlaced() | CaseDeposited() | CaseKeptLonger():
            return _of_case(event, day, vault)
        case TicketCalled():
            return (*_called(event, day, vault), *told)
        case ServiceFinished() | TicketCancelled() | TicketExpired():
            return _rating_link(event, day, vault)
        case _:
            return told


def contact_about(reference: str) -> str:
    """What a ticket's contact is sealed for."""
    return f"{reference}/contact"


def appointment_tomorrow(
    reference: str,
    starts_at_ms: int,
    phone: str,
    *,
    slot_day: str,
    day: HallDay,
    now_ms: int,
    vault: Vault,
) -> tuple[Message, ...]:
    """The reminder at 18:00 of the day before; none for who books later than that.

    `slot_day` (ISO date) is the one whose key seals the booking. Raises the store's error.
    """
    days_ahead = local_day(day, starts_at_ms)
    remind_at_ms = day.midnight_ms + (days_ahead - 1) * DAY_MS + REMINDED_AT_MS
    if remind_at_ms <= now_ms:
        return ()
    dedupe_key = f"appointment-tomorrow:{reference}"
    return (
        Message(
            dedupe_key=dedupe_key,
            kind=MessageKind.APPOINTMENT_TOMORROW,
            recipient=_recipient(vault, Purpose.APPOINTMENT, slot_day, phone, dedupe_key),
            params={"appointment": reference},
            created_at_ms=now_ms,
            not_before_ms=remind_at_ms,
            expires_at_ms=starts_at_ms,
        ),
    )


def _of_case(
    event: CaseReady | CasePlaced | CaseDeposited | CaseKeptLonger, day: HallDay, vault: Vault
) -> tuple[Message, ...]:
    case = day.cases.get(event.case_id)
    if case is None or case.contact is None or case.sealed_on is None or day.day is None:
        return ()
    wanted = _wanted(event, case)
    phone = _phone(vault, Purpose.PICKUP, case.sealed_on, case.contact, case.code) if wanted else None
    if phone is None:
        return ()
    return tuple(
        _pickup_message(kind, case, where, phone, today=day.day, at_ms=event.at_ms, vault=vault)
        for kind, where in wanted
    )


def _wanted(
    event: CaseReady | CasePlaced | CaseDeposited | CaseKeptLonger, case: Case
) -> tuple[tuple[MessageKind, str], ...]:
    """Which messages, and where the case waits then: for one place and code the holder is told once.

    Who wants it from a cabinet or by post is told when it is there, and not when it is finished; nor is who
    wants it at a window of what a deposit finished, without a code of its own.
    """
    ready, expiring = MessageKind.RESULT_READY, MessageKind.LOCKER_EXPIRING
    match event:
        case CaseReady():
            is_told = event.serial and case.way is PickupWay.WINDOW and case.place is None
            return ((ready, _AT_WINDOW),) if is_told else ()
        case CaseDeposited():
            return ((ready, f"{event.cabinet}/{event.door}"), (expiring, str(event.keep_until_ms)))
        case CaseKeptLonger():
            return ((expiring, str(event.until_ms)),) if isinstance(case.place, InDoor) else ()
        case CasePlaced():
            return _wanted_at(event.place)
        case _:
            assert_never(event)


def _wanted_at(place: OnShelf | AtPartner | Posted | None) -> tuple[tuple[MessageKind, str], ...]:
    match place:
        case None:
            return ()
        case OnShelf():
            return ((MessageKind.RESULT_READY, _AT_WINDOW),)
        case AtPartner():
            return ((MessageKind.RESULT_READY, f"{place.partner}/{place.reference}"),)
        case Posted():
            return ((MessageKind.RESULT_READY, f"{place.carrier}/{place.reference}"),)
        case _:
            assert_never(place)


def _pickup_message(
    kind: MessageKind, case: Case, where: str, phone: str, *, today: str, at_ms: int, vault: Vault
) -> Message:
    dedupe_key = f"{kind.value.replace('_', '-')}:{case.case_id}:{case.serial}:{where}"
    params = {"case": case.code, "category": case.unit.category, "matter": case.matter or ""}
    if case.serial:
        params["serial"] = str(case.serial)
    until_ms = case.keep_until_ms
    is_expiring = kind is MessageKind.LOCKER_EXPIRING and until_ms is not None
    if is_expiring:
        params["until_ms"] = str(until_ms)
    return Message(
        dedupe_key=dedupe_key,
        kind=kind,
        recipient=_recipient(vault, Purpose.PICKUP, today, phone, dedupe_key),
        params=params,
        created_at_ms=at_ms,
        not_before_ms=_reminded_at_ms(at_ms, until_ms) if is_expiring and until_ms is not None else None,
        expires_at_ms=until_ms if is_expiring else None,
    )


def _reminded_at_ms(at_ms: int, until_ms: int) -> int:
    """A day before it is too late; where a door keeps it no longer than two, half of the time before."""
    return until_ms - min(DAY_MS, (until_ms - at_ms) // 2)


def _called(event: TicketCalled, day: HallDay, vault: Vault) -> tuple[Message, ...]:
    ticket = day.tickets[event.ticket_id]
    return _of_ticket(
        MessageKind.CALLED,
        ticket,
        vault,
        dedupe_key=f"called:{event.call_id}",
        params={"reference": ticket.reference, "number": ticket.number, "window": str(event.window)},
        at_ms=event.at_ms,
        lasts_ms=CALLED_WITHIN_MS,
    )


def _few_ahead(ticket: Ticket, at_ms: int, vault: Vault) -> tuple[Message, ...]:
    return _of_ticket(
        MessageKind.FEW_AHEAD,
        ticket,
        vault,
        dedupe_key=f"few-ahead:{ticket.ticket_id}",
        params={"reference": ticket.reference, "number": ticket.number},
        at_ms=at_ms,
        lasts_ms=FEW_AHEAD_WITHIN_MS,
    )


def _of_ticket(
    kind: MessageKind,
    ticket: Ticket,
    vault: Vault,
    *,
    dedupe_key: str,
    params: dict[str, str],
    at_ms: int,
    lasts_ms: int,
) -> tuple[Message, ...]:
    """To a number's phone, of which nothing is left when the day's key is destroyed."""
    if ticket.contact is None:
        return ()
    about = contact_about(ticket.reference)
    phone = _phone(vault, Purpose.FOLLOW_UP, ticket.day, ticket.contact, about)
    if phone is None:
        return ()
    return (
        Message(
            dedupe_key=dedupe_key,
            kind=kind,
            recipient=_recipient(vault, Purpose.QUEUEING, ticket.day, phone, dedupe_key),
            params=params,
            created_at_ms=at_ms,
            expires_at_ms=at_ms + lasts_ms,
        ),
    )


def _rating_link(
    event: ServiceFinished | TicketCancelled | TicketExpired, day: HallDay, vault: Vault
) -> tuple[Message, ...]:
    """When a visit is over in which something was done; one that goes on after all is asked about once.

    The link itself holds the holder's secret: who sends it makes it of the reference.
    """
    ticket = day.tickets[event.ticket_id]
    if ticket.contact is None or not may_be_rated(ticket):
        return ()
    about = contact_about(ticket.reference)
    phone = _phone(vault, Purpose.FOLLOW_UP, ticket.day, ticket.contact, about)
    if phone is None:
        return ()
    dedupe_key = f"rating-link:{ticket.ticket_id}"
    return (
        Message(
            dedupe_key=dedupe_key,
            kind=MessageKind.RATING_LINK,
            recipient=_recipient(vault, Purpose.FOLLOW_UP, ticket.day, phone, dedupe_key),
            params={"reference": ticket.reference, "number": ticket.number, "language": ticket.language},
            created_at_ms=event.at_ms,
        ),
    )


def _phone(vault: Vault, purpose: Purpose, sealed_on: str, sealed: bytes, about: str) -> str | None:
    """None, too, when its retention is over, or its key was lost with another disk."""
    try:
        clear = vault.unseal(purpose, sealed_on, sealed, about)
    except (KeyDestroyed, Unsealable):
        return None
    return msgspec.json.decode(clear, type=Contact).phone


def _recipient(vault: Vault, purpose: Purpose, day: str, phone: str, dedupe_key: str) -> Recipient:
    return Recipient(purpose=purpose, day=day, sealed=vault.seal(purpose, day, phone.encode(), dedupe_key))
