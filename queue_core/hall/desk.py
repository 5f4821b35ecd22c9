"""What the routes share: the hall, its settings, its accounts and its stream."""

import hmac
import time
from collections import Counter
from pathlib import Path

from queue_core.app.hall import Hall
from queue_core.app.opening import wall_ms
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import NoSuchWindow
from queue_core.domain.ticket import Ticket
from queue_core.hall.attempts import Attempts
from queue_core.hall.hub import Hub
from queue_core.hall.reception import Reception
from queue_core.hall.settings import HallSettings
from queue_core.hall.views import Projection, WindowNow
from queue_core.matters import Catalogue
from queue_core.store.errors import StoreError
from queue_core.wire import messages, words
from queue_core.wire.views import HolderView


class Desk:
    """`matter_uses` counts the numbers taken by their matter's code; it orders the lists of matters."""

    def __init__(
        self,
        *,
        hall: Hall,
        settings: HallSettings,
        reception: Reception,
        hub: Hub,
        phone_page: Path | None,
        catalogue: Catalogue,
    ) -> None:
        self.hall = hall
        self.catalogue = catalogue
        self.matter_uses: Counter[str] = Counter()
        self.settings = settings
        self.reception = reception
        self.hub = hub
        self.phone_page = phone_page
        self.projection = Projection(settings)
        # By ticket, not by address: behind the relay all phones have the same one.
        self.holds = Attempts(limit=20, within_s=60, clock=time.monotonic)

    def status_url(self, reference: str) -> str:
        return f"{self.settings.public_url}/t/{reference}#{self.hall.holder_secret(reference)}"

    def is_holder_secret(self, reference: str, secret: str) -> bool:
        return hmac.compare_digest(self.hall.holder_secret(reference).encode(), secret.encode())

    async def window_now(self, window: int) -> WindowNow:
        """Raises NoSuchWindow."""

        def look(day: HallDay) -> WindowNow | None:
            return self.projection.window(day, window, wall_ms()) if window in day.windows else None

        found = await self.hall.read(look)
        if found is None:
            raise NoSuchWindow(window)
        return found

    def ticket(self, ticket: Ticket, ahead: int) -> messages.Ticket:
        return messages.Ticket(
            ticket_id=ticket.ticket_id,
            number=ticket.number,
            ticket_class=words.TicketClass(ticket.unit.ticket_class),
            category=ticket.unit.category,
            state=words.TicketState(ticket.state),
            delivery=words.DeliveryState(ticket.delivery),
            issued_at_ms=ticket.issued_at_ms,
            ahead=ahead,
            status_url=self.status_url(ticket.reference),
        )


def holder_view(hall: Hall, window: WindowNow) -> HolderView | None:
    """Who stands at the window, for its clerk; None for an anonymous number or an erased name."""
    if window.ticket is None:
        return None
    try:
        holder = hall.unseal(window.ticket)
    except StoreError:
        return None
    if holder is None:
        return None
    return HolderView(name=holder.name, masked_id_number=holder.masked_id_number)
