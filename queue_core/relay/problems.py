"""What is answered on the road itself, in the form the hall answers in."""

import msgspec

from queue_core.relay.errors import Turned
from queue_core.relay.messages import Answered
from queue_core.wire import REQUEST_ID_HEADER, texts
from queue_core.wire.problem import MEDIA_TYPE, Problem

_TYPE = "urn:paihao:problem:"


def problem(turned: Turned, request_id: str) -> Problem:
    return Problem(
        type=_TYPE + turned.code,
        title=turned.title,
        status=turned.status,
        detail=str(turned),
        code=turned.code,
        remedy=turned.remedy,
        request_id=request_id,
        said=texts.said(turned.code),
    )


def answer(turned: Turned, number: int, request_id: str) -> Answered:
    headers = [
        ("content-type", MEDIA_TYPE),
        ("cache-control", "no-store"),
        (REQUEST_ID_HEADER.lower(), request_id),
    ]
    if turned.retry_after_s is not None:
        headers.append(("retry-after", str(turned.retry_after_s)))
    return Answered(
        number=number,
        status=turned.status,
        headers=tuple(headers),
        body=msgspec.json.encode(problem(turned, request_id)),
    )
