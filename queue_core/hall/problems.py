"""Every refusal and error as a problem with a stable code and a remedy, the framework's own ones too."""

from typing import Any, NamedTuple

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, WebSocketException

from queue_core.app.errors import HallError
from queue_core.domain.records import Door
from queue_core.domain.refusals import AlreadyWaiting, CaseInDoor, ProofsLocked, Refusal
from queue_core.domain.ticket import Ticket
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.wire import texts
from queue_core.wire.cases import CasePlace
from queue_core.wire.problem import MEDIA_TYPE, ExistingTicket, Problem
from queue_core.wire.words import PlaceKind

log = structlog.get_logger(__name__)

_TYPE = "urn:paihao:problem:"
_CONFLICT = 409
STATUS = {
    **dict.fromkeys(
        (
            "no-such-ticket",
            "no-such-window",
            "no-such-errand",
            "no-such-call",
            "no-such-case",
            "no-such-appointment",
            "appointment-not-found",
            "no-such-visit",
            "no-such-follow-up",
            "no-such-notice",
            "no-such-project",
            "no-such-cabinet",
            "no-such-door",
            "no-such-unlocking",
        ),
        404,
    ),
    **dict.fromkeys(
        (
            "not-offered",
            "no-such-level",
            "no-such-slot",
            "no-appointments",
            "too-many-errands",
            "too-many-items",
            "reason-needed",
            "not-served-there",
            "nowhere-to-go",
            "priority-unverified",
            "result-needed",
            "notice-unreadable",
            "not-in-channel",
            "time-is-past",
            "finding-misfits",
            "failure-misfits",
        ),
        422,
    ),
    "not-your-appointment": 403,
    "barred": 403,
    "proofs-locked": 429,
    "rating-expired": 410,
    "reserved-key": 400,
    "undecided-command": 500,
    "keys-unavailable": 503,
    "hall-stopped": 503,
}
_TITLES = {
    400: "Not a good request",
    401: "Not known",
    403: "Not allowed",
    404: "Not there",
    405: "Not done so",
    409: "Not possible now",
    410: "No longer there",
    413: "Too large",
    415: "Not this kind of content",
    422: "Not offered",
    429: "Too often",
    500: "Our mistake",
    503: "Not ready",
}
FRAMEWORK = {
    400: ("invalid-request", "Correct the request as the detail says; the OpenAPI document shows its form."),
    401: ("unauthenticated", "Send a token the hall knows."),
    403: ("forbidden", "Use an account of the role this belongs to."),
    404: ("not-found", "Check the path against the OpenAPI document at /schema/openapi.json."),
    405: ("method-not-allowed", "Changes are made by POST; see the OpenAPI document."),
    413: ("too-large", "Send less than 64 KiB."),
    415: ("unsupported-media-type", "Send JSON with Content-Type: application/json."),
}
_INTERNAL_REMEDY = "Look into the hall server's log for this request id."


def answer(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """The problem an exception is told as. For Litestar's `exception_handlers`."""
    request_id = str(request.scope.get("request_id", ""))
    found = problem(error, request_id, request.app.state.desk)
    headers = {}
    if isinstance(error, Denied) and error.retry_after_s is not None:
        headers["Retry-After"] = str(error.retry_after_s)
    if isinstance(error, ProofsLocked):
        wait_ms = max(0, error.until_ms - request.app.state.desk.hall.now_ms)
        headers["Retry-After"] = str(-(-wait_ms // 1000))
    if isinstance(error, HTTPException) and error.headers and "Allow" in error.headers:
        headers["Allow"] = error.headers["Allow"]
    if found.status == 401:  # noqa: PLR2004 - Unauthorized
        headers["WWW-Authenticate"] = "Bearer"
    return Response(
        msgspec.json.encode(found), status_code=found.status, media_type=MEDIA_TYPE, headers=headers
    )


def problem(error: Exception, request_id: str, desk: Desk) -> Problem:
    status, code, detail, remedy = _told(error, request_id)
    return Problem(
        type=_TYPE + code,
        title=_TITLES.get(status, "Refused"),
        status=status,
        detail=detail,
        code=code,
        remedy=remedy,
        request_id=request_id,
        existing=_existing(error.ticket, desk) if isinstance(error, AlreadyWaiting) else None,
        said=texts.said(code),
        until_ms=error.until_ms if isinstance(error, ProofsLocked) else None,
        place=_place(error.door) if isinstance(error, CaseInDoor) else None,
    )


def _place(door: Door) -> CasePlace:
    return CasePlace(kind=PlaceKind.DOOR, cabinet=door.cabinet, door=door.number)


class _Told(NamedTuple):
    status: int
    code: str
    detail: str
    remedy: str


def _told(error: Exception, request_id: str) -> _Told:
    match error:
        case Denied():
            return _Told(error.status, error.code, error.detail, error.remedy)
        case Refusal() | HallError():
            return _Told(STATUS.get(error.code, _CONFLICT), error.code, str(error), error.remedy)
        case HTTPException() | WebSocketException():
            status = getattr(error, "status_code", 500)
            if status in FRAMEWORK:
                code, remedy = FRAMEWORK[status]
                return _Told(status, code, _detail(error), remedy)
    # The value of an unforeseen error may quote a body: only where it happened is logged.
    log.error("request failed", request_id=request_id, error=type(error).__name__, where=_where(error))
    return _Told(500, "internal", "The hall server made a mistake.", _INTERNAL_REMEDY)


def _existing(ticket: Ticket, desk: Desk) -> ExistingTicket:
    return ExistingTicket(
        ticket_id=ticket.ticket_id, number=ticket.number, status_url=desk.status_url(ticket.reference)
    )


def _detail(error: Exception) -> str:
    extra = getattr(error, "extra", None)
    if isinstance(extra, list):
        return "; ".join(f"{each.get('key', '')}: {each.get('message', '')}".strip(": ") for each in extra)
    return str(getattr(error, "detail", "") or "The request could not be understood.")


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "" if trace is None else f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
