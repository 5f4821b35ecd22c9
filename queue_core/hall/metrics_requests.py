"""How often each route was asked and how long answers took, counted around all requests."""

import time
from bisect import bisect_left
from collections import Counter
from typing import Any

BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Requests:
    """`asked` counts by (method, route, status); `within` is a histogram by `BOUNDS_S`, the last one open.

    A route is its template, never a path: tickets' references stand in some.
    """

    def __init__(self) -> None:
        self.asked: Counter[tuple[str, str, int]] = Counter()
        self.within = [0] * (len(BOUNDS_S) + 1)
        self.seconds = 0.0

    def count(self, method: str, route: str, status: int, took_s: float) -> None:
        self.asked[method, route, status] += 1
        self.within[bisect_left(BOUNDS_S, took_s)] += 1
        self.seconds += took_s


class Counted:
    """An ASGI application whose HTTP requests are counted, answered or not (status 0)."""

    def __init__(self, app: Any, requests: Requests) -> None:
        self._app = app
        self._requests = requests

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 0

        async def listening(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, listening)
        finally:
            route = scope.get("path_template") or "-"
            self._requests.count(scope["method"], route, status, time.perf_counter() - begun)
