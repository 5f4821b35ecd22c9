"""What phones read and do: small cacheable documents without personal data, and the page that shows them."""

import hashlib
import re
from pathlib import Path
from typing import Annotated

import msgspec
from litestar import Controller, Response, get, post
from litestar.params import FromPath, HeaderParameter, JSONBody

from queue_core.domain import commands
from queue_core.domain.hall_day import HallDay
from queue_core.domain.ticket import Ticket
from queue_core.domain.words import DeliveryState
from queue_core.hall import explanations, told
from queue_core.hall.admission import PUBLIC, Visit
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.wire import choices, messages, words

_NEAREST_S, _FARTHEST_S, _SECONDS_A_PLACE = 3, 30, 2
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}
IfNoneMatch = Annotated[str | None, HeaderParameter(name="If-None-Match")]


class Phones(Controller):
    tags = ("phones",)

    @get("/public/tickets/{reference:str}", opt=PUBLIC, security=[{}])
    async def ticket(
        self, reference: FromPath[str], request: Visit, if_none_match: IfNoneMatch = None
    ) -> Response[messages.PublicTicket | None]:
        """Tell a ticket's place; 304 while nothing changed."""
        document = await public_ticket(request.desk, reference)
        body = msgspec.json.encode(document)
        etag = f'"{hashlib.blake2b(body, digest_size=9).hexdigest()}"'
        headers = {"ETag": etag, "Cache-Control": f"public, max-age={document.poll_within_s}"}
        if if_none_match is not None and etag in if_none_match:
            return Response(None, status_code=304, headers=headers)
        return Response(document, headers=headers)

    @post("/public/tickets/{reference:str}/hold", opt=PUBLIC, security=[{}], status_code=200)
    async def hold(
        self,
        reference: FromPath[str],
        data: JSONBody[messages.HoldPaperless],
        request: Visit,
    ) -> messages.PublicTicket:
        """Hold the number on the phone, without paper; the holder's secret proves the right to."""
        ticket_id = await request.desk.holders_ticket(reference, data.secret)
        command = commands.ReportDelivery(ticket_id=ticket_id, outcome=DeliveryState.PAPERLESS)
        await request.desk.hall.execute(command, key=f"phone:{reference}/{request.key}", actor="phone")
        return await public_ticket(request.desk, reference)

    @get("/public/rule", opt=PUBLIC, security=[{}])
    async def rule(self, request: Visit) -> choices.Rule:
        """Tell how numbers are called, in words for the wall."""
        return await request.desk.hall.read(explanations.rule)

    @get("/t/{reference:str}", opt=PUBLIC, security=[{}], include_in_schema=False)
    async def page(self, reference: FromPath[str], request: Visit) -> Response[bytes]:
        """Show the page; it reads the reference from its own address, and keeps the secret to itself."""
        del reference
        return _file(request.desk, "index.html")

    @get("/phone/{name:str}", opt=PUBLIC, security=[{}], include_in_schema=False)
    async def asset(self, name: FromPath[str], request: Visit) -> Response[bytes]:
        return _file(request.desk, name)


async def public_ticket(desk: Desk, reference: str) -> messages.PublicTicket:
    """Raises Denied for a number that is not of today."""

    def look(day: HallDay) -> told.TicketNow | None:
        ticket = day.by_reference(reference)
        return None if ticket is None else told.now(ticket, day, desk.hall.wait_of(ticket))

    found = await desk.hall.read(look)
    if found is None:
        raise no_such_ticket()
    ticket, ahead = found.ticket, found.ahead
    names = {category.code: category.names for category in desk.settings.categories}
    return messages.PublicTicket(
        number=ticket.number,
        ticket_class=words.TicketClass(ticket.unit.ticket_class),
        category=ticket.unit.category,
        category_names=names.get(ticket.unit.category, {}),
        hall_names=desk.settings.names,
        state=words.TicketState(ticket.state),
        delivery=words.DeliveryState(ticket.delivery),
        ahead=ahead,
        window=ticket.window,
        poll_within_s=_poll_within_s(ticket, ahead),
        calls=ticket.calls,
        estimate=found.estimate,
        errands=found.errands,
        passes_left=0 if ticket.deferral is None else ticket.deferral.passes_left,
        slot=found.slot,
        windows=found.windows,
    )


def _poll_within_s(ticket: Ticket, ahead: int) -> int:
    """3 s at the front or called, 30 s far behind or done."""
    if not ticket.is_open:
        return _FARTHEST_S
    return min(_FARTHEST_S, _NEAREST_S + _SECONDS_A_PLACE * ahead)


def no_such_ticket() -> Denied:
    return Denied(404, "no-such-ticket", "There is no such number today.", "Take a new number at a kiosk.")


def _file(desk: Desk, name: str) -> Response[bytes]:
    """A file directly inside the page's folder, of a known type; nothing else is served."""
    path = None if desk.phone_page is None else Path(desk.phone_page, name)
    kind = _TYPES.get(Path(name).suffix)
    if path is None or kind is None or not re.fullmatch(r"[A-Za-z0-9_-]+(\.[a-z0-9]+)+", name):
        raise _no_such_file()
    try:
        return Response(path.read_bytes(), media_type=kind, headers=_PAGE_HEADERS)
    except OSError as error:
        raise _no_such_file() from error


def _no_such_file() -> Denied:
    return Denied(404, "not-found", "There is no such page.", "Check `phone_page` in hall.toml.")
