"""The guard before every route: closed unless the route names the roles it is open for."""

from dataclasses import dataclass
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

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
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


# The one dependency of all routes: Litestar starts a task for each of several.
TheVisit = NamedDependency[SkipValidation[Visit]]


def open_for(*roles: Role) -> dict[str, Any]:
    """A route's `opt`: these roles may use it."""
    return {"roles": frozenset(roles)}


# What carries its own proof (a code, a secret) or tells nothing that is not public.
PUBLIC: dict[str, Any] = {"public": True}


async def admit(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Find out who asks, and whether a change has its key. Raises Denied.

    A coroutine, since Litestar sends a plain function's every call through a thread.
    """
    desk: Desk = connection.app.state.desk
    principal = None if handler.opt.get("public") else _known(connection, handler, desk)
    given = connection.headers.get(IDEMPOTENCY_HEADER, "")
    connection.state.visit = Visit(
        desk=desk,
        principal=principal,
        key="" if connection.scope.get("method", "GET") in SAFE else _key(given, principal),
        address=connection.client.host if connection.client else "local",
    )


def visit(request: Request[Any, Any, Any]) -> Visit:
    admitted: Visit = request.state.visit
    return admitted


def _known(
    connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler, desk: Desk
) -> Principal:
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise unauthenticated()
    principal = desk.reception.principal(token, desk.hub.day)
    if principal.role not in handler.opt.get("roles", ()):
        raise forbidden(principal.role)
    return principal


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
