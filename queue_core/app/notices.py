"""Which events are told to a citizen by message, and in which words' slots. Channels are not known here."""

import msgspec

from queue_core.app.people import Contact
from queue_core.app.ports import Vault
from queue_core.domain.events import CaseReady, Event
from queue_core.domain.hall_day import HallDay
from queue_core.store.errors import KeyDestroyed, Unsealable
from queue_core.store.outbox import Message, MessageKind, Recipient
from queue_core.store.retention import Purpose


def messages_for(event: Event, day: HallDay, vault: Vault) -> tuple[Message, ...]:
    """The messages that become due with an event, to be kept in its transaction. Raises the store's error."""
    return _result_ready(event, day, vault) if isinstance(event, CaseReady) else ()


def _result_ready(event: CaseReady, day: HallDay, vault: Vault) -> tuple[Message, ...]:
    case = day.cases.get(event.case_id)
    if case is None or case.contact is None or case.sealed_on is None or day.day is None:
        return ()
    try:
        clear = vault.unseal(Purpose.PICKUP, case.sealed_on, case.contact, case.code)
    except (KeyDestroyed, Unsealable):  # its retention is over, or its key was lost with another disk
        return ()
    contact = msgspec.json.decode(clear, type=Contact)
    if contact.phone is None:
        return ()
    dedupe_key = f"result-ready:{case.case_id}"
    sealed = vault.seal(Purpose.PICKUP, day.day, contact.phone.encode(), dedupe_key)
    return (
        Message(
            dedupe_key=dedupe_key,
            kind=MessageKind.RESULT_READY,
            recipient=Recipient(purpose=Purpose.PICKUP, day=day.day, sealed=sealed),
            params={"case": case.code, "category": case.unit.category, "matter": case.matter or ""},
            created_at_ms=event.at_ms,
        ),
    )
