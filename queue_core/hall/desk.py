"""What the routes share: the hall, its settings, its accounts and its stream."""

import asyncio
import hmac
import time
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from queue_core.app.business_days import BusinessDays
from queue_core.app.hall import Hall
from queue_core.app.opening import SteeredClock
from queue_core.domain.entry import Entry
from queue_core.domain.events import TicketIssued
from queue_core.domain.hall_day import HallDay
from queue_core.domain.refusals import NoSuchCabinet, NoSuchTicket, NoSuchWindow
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Ticket
from queue_core.hall import entering, explanations, told
from queue_core.hall.attempts import Attempts
from queue_core.hall.claim_book import ClaimBook
from queue_core.hall.errors import Denied
from queue_core.hall.grants import Grants
from queue_core.hall.hub import Audience, Hub, Outlet, Subscriber
from queue_core.hall.picture import Picture
from queue_core.hall.projection import Projection
from queue_core.hall.proof_locks import ProofLocks
from queue_core.hall.reception import Reception
from queue_core.hall.settings import HallSettings
from queue_core.hall.tokens import Tokens
from queue_core.hall.window_views import WindowNow
from queue_core.matters import Catalogue, ClassNotOffered, NoSuchMatter
from queue_core.store.errors import StoreError
from queue_core.wire import choices, messages
from queue_core.wire.views import CabinetView, HolderView


class Desk:
    """`matter_uses` counts the numbers taken by their matter's code; it orders the lists of matters.

    `calendar` tells the opening of any day, on any thread; it may block when it is asked of a new year.
    `clock` is there when the hall's clock is steered.
    """

    def __init__(
        self,
        *,
        hall: Hall,
        settings: HallSettings,
        reception: Reception,
        tokens: Tokens,
        hub: Hub,
        projection: Projection,
        phone_page: Path | None,
        catalogue: Catalogue,
        calendar: BusinessDays,
        clock: SteeredClock | None,
    ) -> None:
        self.hall = hall
        self.calendar = calendar
        self.catalogue = catalogue
        self.matter_uses: Counter[str] = Counter()
        self.settings = settings
        self.zone = ZoneInfo(settings.timezone)
        self.reception = reception
        self.hub = hub
        self.phone_page = phone_page
        self.clock = clock
        self.projection = projection
        self.picture = Picture(projection)
        self._door = asyncio.Lock()
        # By ticket, not by address: behind the relay all phones have the same one.
        self.asked_by_phone = Attempts(limit=20, within_s=60, clock=time.monotonic)
        self.codes_read = Attempts(limit=30, within_s=60, clock=time.monotonic)
        self.claims = ClaimBook(lambda: hall.now_ms)
        self.grants = Grants(lambda: hall.now_ms, tokens.derived)
        self.proof_locks = ProofLocks()
        self.proofs_shown = Attempts(limit=20, within_s=60, clock=time.monotonic)

    def count_uses(self, entries: tuple[Entry, ...]) -> None:
        """Let what was just taken a number for stand nearer the top of the lists."""
        self.matter_uses.update(
            errand.matter
            for entry in entries
            if isinstance(entry.event, TicketIssued)
            for errand in entry.event.errands
            if errand.matter is not None
        )

    async def join(self, sees: Audience, cursor: int | None, outlet: Outlet, *, owner: bytes) -> Subscriber:
        """Let somebody listen. The first to come brings the hub up to date for all."""
        async with self._door:
            if not self.hub.has_listeners:
                with self.hub.expecting():
                    await self.catch_up()
                    return self.hub.join(sees, cursor, outlet, owner=owner)
        return self.hub.join(sees, cursor, outlet, owner=owner)

    async def catch_up(self) -> None:
        """Let the hub know the present moment: while nobody listened it was told of none."""
        loop = asyncio.get_running_loop()

        def look(day: HallDay) -> None:
            # By the same road as a commit's views, so that none overtakes another.
            loop.call_soon_threadsafe(
                self.hub.publish, self.picture.of(day, self.hall.now_ms, with_hall=True)
            )

        await self.hall.read(look)

    def status_url(self, reference: str) -> str:
        return f"{self.ticket_url(reference)}#{self.hall.disclosure.holder_secret(reference)}"

    def ticket_url(self, reference: str) -> str:
        """The phone page without what makes its reader the holder."""
        return f"{self.settings.public_url}/t/{reference}"

    def is_holder_secret(self, reference: str, secret: str) -> bool:
        return hmac.compare_digest(self.hall.disclosure.holder_secret(reference).encode(), secret.encode())

    async def window_now(self, window: int) -> WindowNow:
        """Raises NoSuchWindow."""

        def look(day: HallDay) -> WindowNow | None:
            windows = self.projection.windows
            return windows.window(day, window, self.hall.now_ms) if window in day.windows else None

        found = await self.hall.read(look)
        if found is None:
            raise NoSuchWindow(window)
        return found

    async def cabinet(self, code: str, *, for_staff: bool) -> CabinetView:
        """Raises NoSuchCabinet."""

        def look(day: HallDay) -> CabinetView | None:
            if not day.lockers.has(code):
                return None
            now = self.projection.cabinets.cabinet(day, code)
            return now.for_staff if for_staff else now.for_itself

        found = await self.hall.read(look)
        if found is None:
            raise NoSuchCabinet(code)
        return replace(found, is_connected=self.hub.is_connected(code) or not for_staff)

    async def ticket_now(self, ticket_id: int) -> told.TicketNow:
        """Raises NoSuchTicket."""

        def look(day: HallDay) -> told.TicketNow | None:
            ticket = day.tickets.get(ticket_id)
            return None if ticket is None else told.now(ticket, day, self.hall.wait_of(ticket))

        found = await self.hall.read(look)
        if found is None:
            raise NoSuchTicket(ticket_id)
        return found

    async def ticket(self, ticket_id: int) -> messages.Ticket:
        """Raises NoSuchTicket."""
        return self.told(await self.ticket_now(ticket_id))

    def told(self, now: told.TicketNow) -> messages.Ticket:
        """The ticket with its link, for its holder and its kiosk."""
        ticket = now.ticket
        return told.told(
            now, self.status_url(ticket.reference), is_claimed=self.claims.is_used(ticket.ticket_id)
        )

    async def windows_of(self, unit: Unit, project: str | None) -> tuple[int, ...]:
        """Those that serve it now; of a green channel its own."""
        return await self.hall.read(lambda day: told.windows_for(unit, project, day))

    async def holders_ticket(self, reference: str, secret: str) -> int:
        """The id of the ticket of today whose holder proves to be one. Raises Denied."""
        self.require_holder(reference, secret)
        return (await self.ticket_of(reference)).ticket_id

    def require_holder(self, reference: str, secret: str) -> None:
        """Raises Denied for who does not know the secret, and for who asks too often.

        What is asked rightly counts as well: much of it is journaled.
        """
        self.asked_by_phone.require(reference)
        self.asked_by_phone.failed(reference)
        if not self.is_holder_secret(reference, secret):
            raise Denied(
                403,
                "wrong-holder-secret",
                "This is not the link that came with the number.",
                "Scan the code on the kiosk's screen or on the ticket again.",
            )

    async def ticket_of(self, reference: str) -> Ticket:
        """The ticket of a link. Raises Denied for one that is not of today."""
        ticket = await self.hall.read(lambda day: day.by_reference(reference))
        if ticket is None:
            raise no_such_ticket()
        return ticket

    async def explanation(self, ticket_id: int) -> choices.Explanation:
        """Raises NoSuchTicket."""

        def look(day: HallDay) -> choices.Explanation | None:
            ticket = day.tickets.get(ticket_id)
            return None if ticket is None else explanations.explanation(day, ticket, self.zone)

        found = await self.hall.read(look)
        if found is None:
            raise NoSuchTicket(ticket_id)
        return found

    def matter(self, code: str | None, unit: Unit | None = None) -> str | None:
        """A matter's code as sent, if the catalogue has it (any code without one), and has it for `unit`.

        Raises Denied.
        """
        entering.code("matter", code, "Send the matter's code, such as new-company.")
        if code is None or not len(self.catalogue):
            return code
        try:
            matter = self.catalogue.matter(code)
        except NoSuchMatter as error:
            raise Denied(404, error.code, str(error), error.remedy) from error
        if unit is not None and unit not in matter.units:
            refused = ClassNotOffered(code, f"{unit.category}/{unit.ticket_class}", matter.classes)
            raise Denied(422, refused.code, str(refused), refused.remedy)
        return code

    async def case_id(self, code: str) -> int:
        """Raises Denied when no such case waits."""

        def look(day: HallDay) -> int | None:
            case = day.cases.by_code(code)
            return None if case is None else case.case_id

        case_id = await self.hall.read(look)
        if case_id is None:
            raise Denied(404, "no-such-case", f"There is no case {code}.", "Check its number.")
        return case_id


def no_such_ticket() -> Denied:
    return Denied(404, "no-such-ticket", "There is no such number today.", "Take a new number at a kiosk.")


def holder_view(hall: Hall, window: WindowNow) -> HolderView | None:
    """Who stands at the window, for its clerk; None for an anonymous number or an erased name."""
    if window.ticket is None:
        return None
    try:
        holder = hall.disclosure.holder_of(window.ticket)
    except StoreError:
        return None
    if holder is None:
        return None
    return HolderView(name=holder.name, masked_id_number=holder.masked_id_number)


def note_view(hall: Hall, window: WindowNow) -> str | None:
    """What the window before wrote for this one; nothing for who wrote it, nor once it was erased."""
    ticket = window.ticket
    if ticket is None or ticket.note is None or ticket.note.written_in == ticket.called_at_ms:
        return None
    try:
        return hall.disclosure.note_on(ticket)
    except StoreError:
        return None
