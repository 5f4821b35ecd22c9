"""The guard before every route: closed unless the route names the roles it is open for."""

from typing import Any

from litestar.connection import ASGIConnection, Request
from litestar.di import NamedDependency
from litestar.handlers import BaseRouteHandler
from litestar.params import SkipValidation

from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.principal import Principal, forbidden, unauthenticated
from queue_core.wire import IDEMPOTENCY_HEADER
from queue_core.wire.words import Role

KEY_LENGTH = range(8, 129)

Asker = NamedDependency[SkipValidation[Principal]]
TheDesk = NamedDependency[SkipValidation[Desk]]
Key = NamedDependency[SkipValidation[str]]
Address = NamedDependency[SkipValidation[str]]


def open_for(*roles: Role) -> dict[str, Any]:
    """A route's `opt`: these roles may use it."""
    return {"roles": frozenset(roles)}


# What carries its own proof (a code, a secret) or tells nothing that is not public.
PUBLIC: dict[str, Any] = {"public": True}


def admit(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Find out who asks. Raises Denied 401 or 403."""
    if handler.opt.get("public"):
        return
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise unauthenticated()
    desk: Desk = connection.app.state.desk
    principal = desk.reception.principal(token, desk.hub.day)
    if principal.role not in handler.opt.get("roles", ()):
        raise forbidden(principal.role)
    connection.state.principal = principal


def asker(request: Request[Any, Any, Any]) -> Principal:
    principal: Principal = request.state.principal
    return principal


def key(request: Request[Any, Any, Any]) -> str:
    """The command's idempotency key, in a name space of its own for each actor."""
    given = request.headers.get(IDEMPOTENCY_HEADER, "")
    if len(given) not in KEY_LENGTH or not given.isascii():
        raise Denied(
            400,
            "idempotency-key-missing",
            f"A change needs the header {IDEMPOTENCY_HEADER} with 8 to 128 characters.",
            "Send a fresh random key with each new command, and the same one with a repetition.",
        )
    principal: Principal | None = request.state.get("principal")
    return given if principal is None else f"{principal.actor}/{given}"


def address(request: Request[Any, Any, Any]) -> str:
    """The client's address, for limits only; it is not logged."""
    return request.client.host if request.client else "local"
