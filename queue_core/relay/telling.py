"""One line in the log for each request: never a path, a query, a header or a body."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from queue_core.log import logger

log = logger("relay")


@dataclass(slots=True)
class Told:
    """What is filled in while a request is handled."""

    method: str
    request_id: str
    road: str = "-"
    status: int = 0


@contextmanager
def telling(method: str, request_id: str) -> Iterator[Told]:
    told, begun = Told(method=method, request_id=request_id), time.perf_counter()
    yield told
    log.info(
        "request",
        request_id=told.request_id,
        method=told.method if told.method in {"GET", "HEAD", "POST"} else "-",
        route=told.road,
        status=told.status,
        ms=round((time.perf_counter() - begun) * 1000, 1),
    )
