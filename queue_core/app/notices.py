"""Which events are told to a citizen by message, and in which words' slots. Channels are not known here."""

import msgspec

from queue_core.app.people import Contact
from queue_core.app.ports import Vault
from queue_core.domain.events import CaseReady, Event, ServiceFinished, TicketCancelled, TicketExpired
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rating import may_be_rated
from queue_core.store.errors import KeyDestroyed, Unsealable
from queue_core.store.outbox import Message, MessageKind, Recipient
from queue_core.store.retention import Purpose


def messages_for(event: Event, day: HallDay, vault: Vault) -> tuple[Message, ...]:
    """The messages that become due with an event, to be kept in its transaction. Raises the store's error."""
    match event:
        case CaseReady():
            return _result_ready(event, day, vault)
        case ServiceFinished() | TicketCancelled() | TicketExpired():
            return _rating_link(event, day, vault)
        case _:
            return ()


def contact_about(reference: str) -> str:
    """What a ticket's contact is sealed for."""
    return f"{reference}/contact"


def _result_ready(event: CaseReady, day: HallDay, vault: Vault) -> tuple[Message, ...]:
    case = day.cases.get(event.case_id)
    if case is None or case.contact is None or case.sealed_on is None or day.day is None:
        return ()
    phone = _phone(vault, Purpose.PICKUP, case.sealed_on, case.contact, case.code)
    if phone is None:
        return ()
    dedupe_key = f"result-ready:{case.case_id}"
    return (
        Message(
            dedupe_key=dedupe_key,
            kind=MessageKind.RESULT_READY,
            recipient=_recipient(vault, Purpose.PICKUP, day.day, phone, dedupe_key),
            params={"case": case.code, "category": case.unit.category, "matter": case.matter or ""},
            created_at_ms=event.at_ms,
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
