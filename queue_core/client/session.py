"""What front ends ask of their hall."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from datetime import date
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from msgspec import Struct

from queue_core.client.credential import Credential
from queue_core.client.errors import HallRefused
from queue_core.client.stream import Follower, Update
from queue_core.client.transport import Transport, new_key
from queue_core.wire.appointments import Appointment, BookAppointment, FindAppointments, FreeSlot
from queue_core.wire.cases import Case, FindCases
from queue_core.wire.choices import AddErrand, AskEstimate, Convert, Explanation, Hold, Pause, Prospect, Rule
from queue_core.wire.devices import FrontEndHealth, ReportDevices
from queue_core.wire.finding import Claim, CodeRead, FindTickets, Preview, ReadCode
from queue_core.wire.matters import FoundMatters, Matter
from queue_core.wire.messages import (
    CardHolder,
    LogIn,
    Rate,
    RateVisit,
    Rating,
    ReportDelivery,
    Session,
    SkipRating,
    StaffCard,
    StaffMember,
    TakeNumber,
    Ticket,
)
from queue_core.wire.views import HallView, WindowView
from queue_core.wire.words import TicketClass, WindowAction


class HallClient:
    """The session of one device, in one asyncio loop.

    Every command is sent again with the same key until answered or `deadline_s` has passed; pass a `key` of
    your own to go on with the same command after that. Each method raises HallRefused (the hall's answer),
    HallUnreachable (no answer) or HallIsAnother (another certificate).
    """

    def __init__(self, credential: Credential, *, deadline_s: float = 8.0) -> None:
        self.credential = credential
        self.session: Session | None = None
        self._transport = Transport(credential.server, credential.certificate, deadline_s=deadline_s)
        self._followers: list[Follower] = []
        self._changing_session = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._transport.close()

    async def take_number(self, request: TakeNumber, *, key: str | None = None) -> Ticket:
        return await self._transport.send(
            "POST", "/api/v1/tickets", Ticket, token=self._token(), body=request, key=key
        )

    async def report_delivery(
        self, ticket_id: int, report: ReportDelivery, *, key: str | None = None
    ) -> Ticket:
        path = f"/api/v1/tickets/{ticket_id}/delivery"
        return await self._transport.send("POST", path, Ticket, token=self._token(), body=report, key=key)

    async def convert(self, ticket_id: int, wanted: Convert, *, key: str | None = None) -> Ticket:
        return await self._of_ticket(ticket_id, "conversion", wanted, key)

    async def prospect(self, ticket_id: int, wanted: AskEstimate) -> Prospect:
        """What a conversion would mean: the place and wait before and after. Refused as `no-estimate`."""
        path = f"/api/v1/tickets/{ticket_id}/estimates"
        return await self._transport.send("POST", path, Prospect, token=self._token(), body=wanted)

    async def add_errand(self, ticket_id: int, wanted: AddErrand, *, key: str | None = None) -> Ticket:
        return await self._of_ticket(ticket_id, "errands", wanted, key)

    async def defer(self, ticket_id: int, *, key: str | None = None) -> Ticket:
        return await self._of_ticket(ticket_id, "deferral", None, key)

    async def cancel(self, ticket_id: int, *, key: str | None = None) -> Ticket:
        return await self._of_ticket(ticket_id, "cancellation", None, key)

    async def come_back(self, ticket_id: int, *, key: str | None = None) -> Ticket:
        return await self._of_ticket(ticket_id, "return", None, key)

    async def arrive(self, ticket_id: int, *, key: str | None = None) -> Ticket:
        """Check a remote number in: from now on it waits. One that waits already stays as it is."""
        return await self._of_ticket(ticket_id, "arrival", None, key)

    async def explanation(self, ticket_id: int) -> Explanation:
        path = f"/api/v1/tickets/{ticket_id}/explanation"
        return await self._transport.send("GET", path, Explanation, token=self._token())

    async def slots(self, category: str, ticket_class: TicketClass, day: date) -> tuple[FreeSlot, ...]:
        """The slots of a day (by the hall's time) with room."""
        asked = urlencode({"category": category, "ticket_class": ticket_class.value, "day": day.isoformat()})
        return await self._transport.send(
            "GET", f"/api/v1/slots?{asked}", tuple[FreeSlot, ...], token=self._token()
        )

    async def book(self, wanted: BookAppointment, *, key: str | None = None) -> Appointment:
        return await self._transport.send(
            "POST", "/api/v1/appointments", Appointment, token=self._token(), body=wanted, key=key
        )

    async def appointments_of(self, holder: CardHolder) -> tuple[Appointment, ...]:
        """Those of a person, live ones first."""
        path, body = "/api/v1/appointments/search", FindAppointments(holder=holder)
        return await self._transport.send(
            "POST", path, tuple[Appointment, ...], token=self._token(), body=body
        )

    async def cases_of(self, holder: CardHolder) -> tuple[Case, ...]:
        """The finished cases of a person."""
        path, body = "/api/v1/cases/search", FindCases(holder=holder)
        return await self._transport.send("POST", path, tuple[Case, ...], token=self._token(), body=body)

    async def matters(self, query: str = "", *, category: str | None = None, limit: int = 20) -> FoundMatters:
        asked = {"query": query, "limit": str(limit)} | ({} if category is None else {"category": category})
        path = f"/api/v1/matters?{urlencode(asked)}"
        return await self._transport.send("GET", path, FoundMatters, token=self._token())

    async def matter(self, code: str) -> Matter:
        return await self._transport.send("GET", f"/api/v1/matters/{code}", Matter, token=self._token())

    async def preview(self, request: TakeNumber) -> Preview:
        """What the number would be; refused as the taking would be. Nothing is taken."""
        path = "/api/v1/tickets/preview"
        return await self._transport.send("POST", path, Preview, token=self._token(), body=request)

    async def tickets_of(self, holder: CardHolder) -> tuple[Ticket, ...]:
        """Today's numbers of a person, open ones first."""
        path, body = "/api/v1/tickets/search", FindTickets(holder=holder)
        return await self._transport.send("POST", path, tuple[Ticket, ...], token=self._token(), body=body)

    async def read_code(self, text: str) -> CodeRead:
        """What a scanned or typed text stands for; empty when nobody knows it."""
        path, body = "/api/v1/codes/reading", ReadCode(text=text)
        return await self._transport.send("POST", path, CodeRead, token=self._token(), body=body)

    async def claim(self, ticket_id: int) -> Claim:
        """A one-time link for the phone that shall hold the number."""
        path = f"/api/v1/tickets/{ticket_id}/claims"
        return await self._transport.send("POST", path, Claim, token=self._token())

    async def rate_visit(
        self, ticket_id: int, level: int, *, labels: tuple[str, ...] = (), key: str | None = None
    ) -> Ticket:
        return await self._of_ticket(ticket_id, "rating", RateVisit(level=level, labels=labels), key)

    async def rule(self) -> Rule:
        return await self._transport.send("GET", "/api/v1/rule", Rule, token=self._token())

    async def staff_member(self, serial: str) -> StaffMember:
        """Whose staff card it is. Refused as `unknown-card`."""
        path, body = "/api/v1/staff-cards/check", StaffCard(serial=serial)
        return await self._transport.send("POST", path, StaffMember, token=self._token(), body=body)

    async def _of_ticket(self, ticket_id: int, act: str, body: Struct | None, key: str | None) -> Ticket:
        path = f"/api/v1/tickets/{ticket_id}/{act}"
        return await self._transport.send("POST", path, Ticket, token=self._token(), body=body, key=key)

    async def log_in(self, request: LogIn) -> Session:
        """Log a clerk in at this counter; later commands and the stream are the clerk's.

        The window stays closed until the clerk opens it. The same clerk again resumes the session.
        """
        path = "/api/v1/sessions"
        async with self._changing_session:
            self.session = await self._transport.send(
                "POST", path, Session, token=self.credential.token, body=request, key=new_key()
            )
        await self._begin_streams_anew()
        return self.session

    async def log_out(self) -> None:
        """Refused while a ticket is called or served at the window. An ended session is no error."""
        path = "/api/v1/sessions/current"
        async with self._changing_session:
            try:
                await self._transport.send("DELETE", path, type(None), token=self._token())
            except HallRefused as refused:
                if refused.code != "unauthenticated":  # the reply to the first sending may have been lost
                    raise
            self.session = None
        await self._begin_streams_anew()

    async def forget_session(self) -> None:
        """After the hall has ended the session by itself (problem `session-ended`)."""
        self.session = None
        await self._begin_streams_anew()

    async def act(self, window: int, action: WindowAction, *, key: str | None = None) -> WindowView:
        path = f"/api/v1/windows/{window}/{action.value}"
        return await self._transport.send("POST", path, WindowView, token=self._token(), key=key)

    async def pause(
        self, window: int, reason: str, *, minutes: int | None = None, key: str | None = None
    ) -> WindowView:
        """Pause the window, now or after the ticket in hand; `act` with RESUME ends it.

        `minutes` is for how long, as displays tell; nothing ends by itself.
        """
        path = f"/api/v1/windows/{window}/pause"
        return await self._transport.send(
            "POST", path, WindowView, token=self._token(), body=Pause(reason=reason, minutes=minutes), key=key
        )

    async def hold(self, window: int, reason: str, *, key: str | None = None) -> WindowView:
        """Keep the number in hand while its holder fetches what is missing."""
        path = f"/api/v1/windows/{window}/hold"
        return await self._transport.send(
            "POST", path, WindowView, token=self._token(), body=Hold(reason=reason), key=key
        )

    async def rate(self, window: int, rating: Rate, *, key: str | None = None) -> Rating:
        path = f"/api/v1/windows/{window}/rating"
        return await self._transport.send("POST", path, Rating, token=self._token(), body=rating, key=key)

    async def skip_rating(self, window: int, ticket_id: int, *, key: str | None = None) -> WindowView:
        """The citizen does not want to rate here: nobody is asked again, who wants to still may by phone."""
        path, body = f"/api/v1/windows/{window}/rating/skip", SkipRating(ticket_id=ticket_id)
        return await self._transport.send("POST", path, WindowView, token=self._token(), body=body, key=key)

    async def report_spoken(self, call_id: int, *, key: str | None = None) -> None:
        """A wall's word that this call was heard."""
        path = f"/api/v1/calls/{call_id}/spoken"
        await self._transport.send("POST", path, type(None), token=self._token(), key=key)

    async def report_devices(self, report: ReportDevices) -> None:
        """How all devices of this front end are, whoever is logged in there."""
        path, token = "/api/v1/devices/health", self.credential.token
        await self._transport.send("POST", path, type(None), token=token, body=report)

    async def devices(self) -> tuple[FrontEndHealth, ...]:
        """How the devices of all front ends are; for supervisors."""
        path = "/api/v1/devices/health"
        return await self._transport.send("GET", path, tuple[FrontEndHealth, ...], token=self._token())

    async def hall(self) -> HallView:
        return await self._transport.send("GET", "/api/v1/hall", HallView, token=self._token())

    async def window(self, window: int) -> WindowView:
        return await self._transport.send("GET", f"/api/v1/windows/{window}", WindowView, token=self._token())

    async def ticket(self, ticket_id: int) -> Ticket:
        return await self._transport.send("GET", f"/api/v1/tickets/{ticket_id}", Ticket, token=self._token())

    async def follow(self) -> AsyncGenerator[Update, None]:
        """All views this device may see, from a Snapshot on: never ends, missing nothing."""
        follower = Follower(self._transport.server, self._transport.tls, self._token, self._settled)
        self._followers.append(follower)
        try:
            async with contextlib.aclosing(follower.updates()) as updates:
                async for update in updates:
                    yield update
        finally:
            self._followers.remove(follower)

    def _token(self) -> str:
        return self.session.token if self.session is not None else self.credential.token

    async def _settled(self) -> None:
        async with self._changing_session:
            """Nobody logs in or out now."""

    async def _begin_streams_anew(self) -> None:
        for follower in list(self._followers):
            await follower.reopen()
