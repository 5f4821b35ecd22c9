"""Staff cards 员工卡: whose a card is, by a keyed hash of its serial, which is never kept, told or logged."""

import re
import time
from collections.abc import Callable

from queue_core.hall.attempts import Attempts
from queue_core.hall.errors import Denied
from queue_core.hall.principal import Principal
from queue_core.hall.settings import HallSettings
from queue_core.hall.tokens import Tokens
from queue_core.store.accounts import Accounts
from queue_core.wire.messages import StaffMember
from queue_core.wire.words import Role

_SERIAL = re.compile(r"([0-9A-F]{2}){4,10}")  # 4, 7 or 10 bytes by ISO 14443-3; other readers tell 5 or 8


class StaffCards:
    """Each device may hold up ten unknown cards a minute: serials are short enough to be tried out."""

    def __init__(
        self,
        *,
        accounts: Accounts,
        tokens: Tokens,
        settings: HallSettings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._accounts = accounts
        self._tokens = tokens
        self._staff = {each.number: each for each in settings.clerks}
        self._unknown = Attempts(limit=10, within_s=60, clock=clock)

    def give(self, clerk: str, serial: str) -> tuple[str, ...]:
        """Make a card that of a person of hall.toml; an empty serial takes all of the person's cards away.

        The answer is who lost cards by it. Several cards a person are fine; a card has one person. Raises
        Denied. Somebody who is no longer in hall.toml can still lose cards.
        """
        if not serial.strip():
            self._accounts.take_cards_of(clerk)
            return (clerk,)
        if clerk not in self._staff:
            raise Denied(404, "no-such-clerk", f"There is no clerk {clerk}.", "Add the clerk to hall.toml.")
        card = self._tokens.card_hash(_serial(serial))
        before = self._accounts.card_holder(card)
        self._accounts.give_card(card, clerk)
        return () if before in (None, clerk) else (before,)

    def member(self, serial: str, asker: Principal) -> StaffMember:
        """Whose card it is. Raises Denied for one of nobody who works here now."""
        self._unknown.require(asker.token_hash)
        clerk = self._accounts.card_holder(self._tokens.card_hash(_serial(serial)))
        member = None if clerk is None else self._staff.get(clerk)
        if member is None:
            self._unknown.failed(asker.token_hash)
            raise Denied(
                403,
                "unknown-card",
                "This card is no staff card of this hall.",
                "Make it one with `paihao hall staff-card NUMBER`.",
            )
        return StaffMember(clerk=member.number, display_name=member.name, role=Role(member.role))


def _serial(text: str) -> str:
    serial = text.strip().upper()
    if not _SERIAL.fullmatch(serial):
        raise Denied(
            400, "invalid-request", "serial: not 4 to 10 bytes in hexadecimal", "Send what the reader read."
        )
    return serial
