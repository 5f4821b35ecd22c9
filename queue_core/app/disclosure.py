"""What is kept sealed, in clear for those whose business it is, and what only the hall's keys can tell.

Nothing of it is kept. Any thread.
"""

import msgspec

from queue_core.app.answering import about
from queue_core.app.notices import contact_about
from queue_core.app.people import Contact, Holder
from queue_core.app.ports import Vault
from queue_core.app.preparing import note_about
from queue_core.domain.follow_up import FollowUp
from queue_core.domain.records import Case
from queue_core.domain.ticket import Ticket
from queue_core.store.errors import KeyDestroyed, Unsealable
from queue_core.store.message import Message
from queue_core.store.retention import Purpose


class Disclosure:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def holder_of(self, ticket: Ticket) -> Holder | None:
        """The holder of a ticket, for the clerk's eyes; None for an anonymous one.

        Raises the store's error when the key of its day was destroyed.
        """
        if ticket.holder is None:
            return None
        clear = self._vault.unseal(Purpose.QUEUEING, ticket.day, ticket.holder, ticket.reference)
        return msgspec.json.decode(clear, type=Holder)

    def contact_of(self, ticket: Ticket) -> Contact:
        """Who holds a ticket and where messages go, as far as it is known and kept."""
        try:
            holder = self.holder_of(ticket)
        except (KeyDestroyed, Unsealable):
            holder = None
        given = self._contact(Purpose.FOLLOW_UP, ticket.day, ticket.contact, contact_about(ticket.reference))
        return Contact(holder=holder, phone=None if given is None else given.phone)

    def contact_of_case(self, case: Case) -> Contact | None:
        """Whose a case is, as far as it is known and kept."""
        return self._contact(Purpose.PICKUP, case.sealed_on, case.contact, case.code)

    def note_on(self, ticket: Ticket) -> str | None:
        """The note on a ticket, for the clerk's eyes. Raises as `holder_of`."""
        if ticket.note is None:
            return None
        about = note_about(ticket.reference)
        return self._vault.unseal(Purpose.QUEUEING, ticket.day, ticket.note.sealed, about).decode()

    def notes_of(self, follow_up: FollowUp) -> tuple[str | None, ...]:
        """What was noted at each step; None where nothing was, or its key is gone."""
        return tuple(
            None
            if each.note is None or each.sealed_on is None
            else self._note(follow_up.follow_up_id, each.sealed_on, each.note)
            for each in follow_up.steps
        )

    def recipient_of(self, message: Message) -> str:
        """To whom a message goes, for its carrier. Raises as `holder_of`."""
        to = message.recipient
        return self._vault.unseal(to.purpose, to.day, to.sealed, message.dedupe_key).decode()

    def holder_secret(self, reference: str) -> str:
        """The secret in the fragment of a ticket's `status_url`; the same each time."""
        return self._vault.holder_secret(reference)

    def pickup_code(self, serial: int) -> str:
        """The nine digits of a pickup code."""
        return self._vault.pickup_code(serial)

    def pickup_serial(self, code: str) -> int:
        """The serial behind nine digits, given out or not. Raises CodeMistyped."""
        return self._vault.pickup_serial(code)

    def pickup_token(self, serial: int) -> str:
        """What the QR code of a serial has besides its code."""
        return self._vault.pickup_token(serial)

    def is_pickup_token(self, serial: int, token: str) -> bool:
        return self._vault.is_pickup_token(serial, token)

    def _contact(self, purpose: Purpose, day: str | None, sealed: bytes | None, about: str) -> Contact | None:
        if sealed is None or day is None:
            return None
        try:
            clear = self._vault.unseal(purpose, day, sealed, about)
        except (KeyDestroyed, Unsealable):
            return None
        return msgspec.json.decode(clear, type=Contact)

    def _note(self, follow_up_id: int, sealed_on: str, sealed: bytes) -> str | None:
        try:
            return self._vault.unseal(Purpose.FOLLOW_UP, sealed_on, sealed, about(follow_up_id)).decode()
        except (KeyDestroyed, Unsealable):
            return None
