"""The place on a reader where a card lies; both kinds of card reader have one."""

from typing import final

from drivers.contract.device import Device
from drivers.contract.events import CardGone, CardPresent
from drivers.contract.status import Card, Status


class CardPlace(Device):
    """Announces CardPresent and CardGone as `status.card` changes.

    `status.card` is UNKNOWN from the opening on, and after a fault, until the reader has found a card or has
    looked for as long as it needs to be sure that none lies there. A card that is found meanwhile was lying
    there: nobody can say that a hand has just laid it down.
    """

    @final
    def _tell_place(self, status: Status) -> None:
        """Takes over a status, and announces the card that comes or goes by it."""
        before = self.status.card
        self._become(status)
        if status.card is before:
            return
        if status.card is Card.PRESENT:
            self._announce(CardPresent(was_lying=before is Card.UNKNOWN))
        elif before is Card.PRESENT and status.card is Card.ABSENT:
            self._announce(CardGone())
