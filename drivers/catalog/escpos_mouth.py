"""What happens in the mouth of a printer with a presenter, from one look to the next.

Knows nothing of bytes; times are the event loop's, in seconds.
"""

from drivers.contract.events import TicketRetracted, TicketTaken
from drivers.contract.status import Presenter

APPEARS_WITHIN_S = 3.0  # a ticket that was never seen by then was taken before the first look


class Mouth:
    """Tells a ticket that was taken from one that was drawn back."""

    def __init__(self) -> None:
        self._since_s: float | None = None
        self._was_seen = False
        self._is_withdrawn = False

    @property
    def holds_ticket(self) -> bool:
        """Or is about to."""
        return self._since_s is not None

    def held_s(self, now_s: float) -> float:
        """For how long a ticket has waited; 0 without one, and once it was told to go back."""
        return 0.0 if self._since_s is None or self._is_withdrawn else now_s - self._since_s

    def present(self, now_s: float) -> None:
        """A ticket is printed and held out."""
        self._since_s, self._was_seen, self._is_withdrawn = now_s, False, False

    def withdraw(self) -> None:
        """It was told to go back or out; it is not told so twice."""
        self._is_withdrawn = True

    def see(self, presenter: Presenter, now_s: float) -> TicketTaken | TicketRetracted | None:
        """What a look means. A ticket that lies there at the first look of all counts from then."""
        if presenter is Presenter.TICKET:
            if self._since_s is None:
                self.present(now_s)
            self._was_seen = True
            return None
        if presenter is not Presenter.EMPTY or self._since_s is None:
            return None
        if not self._was_seen and now_s - self._since_s < APPEARS_WITHIN_S:
            return None
        event = TicketRetracted() if self._is_withdrawn else TicketTaken()
        self._since_s = None
        return event
