"""The door before every route: closed unless the route names the roles it is open for."""

from typing import Any

from litestar.connection import ASGIConnection, Request
from litestar.handlers import BaseRouteHandler

from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.principal import Principal, forbidden, unauthenticated
from queue_core.wire import IDEMPOTENCY_HEADER
from queue_core.wire.words import Role

KEY_LENGTH = range(8, 129)
_IDEMPOTENCY = IDEMPOTENCY_HEADER.lower().encode()

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Visit(Request[Any, Any, Any]):
    """One admitted request. `principal` is None on public routes; `key` is empty when nothing changes.

    `address` is the client's, for limits only: it is not logged.
    """

    desk: Desk
    principal: Principal | None
    key: str
    address: str

    @property
    def asker(self) -> Principal:
        """Who asks, on a route that is not public."""
        if self.principal is None:
            raise unauthenticated()
        return self.principal

    @property
    def content_length(self) -> int | None:
        """The framework's own makes a table of all headers for this one; the parser let only digits pass."""
        given = _header(self, b"content-length")
        return int(given) if given else None


def open_for(*roles: Role) -> dict[str, Any]:
    """A route's `opt`: these roles may use it."""
    return {"roles": frozenset(roles)}


# What carries its own proof (a code, a secret) or tells nothing that is not public.
PUBLIC: dict[str, Any] = {"public": True}
# Likewise, for those who know nothing of our headers: what they send names itself.
SIGNED: dict[str, Any] = {"public": True, "keyless": True}


async def admit(request: Request[Any, Any, Any]) -> None:
    """Find out who asks, and whether a change has its key. Raises Denied.

    Litestar's `before_request` of all routes, so none may have its own. For a guard it copies the route.
    """
    visit: Visit = request  # type: ignore[assignment]  # the application's `request_class`
    handler, desk = visit.route_handler, visit.app.state.desk
    visit.desk = desk
    visit.principal = None if handler.opt.get("public") else _known(visit, handler, desk)
    is_keyless = visit.scope["method"] in SAFE or handler.opt.get("keyless")
    visit.key = "" if is_keyless else _key(_header(visit, _IDEMPOTENCY), visit.principal)
    if visit.key and visit.principal is not None and visit.principal.role is Role.CLERK:
        desk.reception.seats.acted(visit.principal)
    visit.address = visit.client.host if visit.client else "local"


async def admit_listener(socket: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """The guard of a stream: who listens. Raises Denied."""
    socket.state.principal = _known(socket, handler, socket.app.state.desk)


def _known(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler, desk: Desk
) -> Principal:
    scheme, _, token = _header(connection, b"authorization").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise unauthenticated()
    principal = desk.reception.principal(token, desk.hub.day)
    if principal.role not in handler.opt.get("roles", ()):
        raise forbidden(principal.role)
    return principal


def _header(connection: ASGIConnection[Any, Any, Any, Any], name: bytes) -> str:
    """The first of that name; empty if there is none."""
    return next((value.decode("latin-1") for each, value in connection.scope["headers"] if each == name), "")


def _key(given: str, principal: Principal | None) -> str:
    """The command's idempotency key, in a name space of its own for each actor."""
    if len(given) not in KEY_LENGTH or not given.isascii():
        raise Denied(
            400,
            "idempotency-key-missing",
            f"A change needs the header {IDEMPOTENCY_HEADER} with 8 to 128 characters.",
            "Send a fresh random key with each new command, and the same one with a repetition.",
        )
    return given if principal is None else f"{principal.actor}/{given}"
