"""Displays that watch the stream and remember when they heard of each call."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from sim.crowd.hall_api import Credential

_PROTOCOL = 1


class Display:
    """A wall without a screen. `heard_at` maps (number, nth call) to time.perf_counter() of its arrival."""

    def __init__(self, connection: ClientConnection) -> None:
        self.heard_at: dict[tuple[str, int], float] = {}
        self.missed = 0
        self._connection = connection
        self._cursor: int | None = None
        self._news = asyncio.Condition()

    @classmethod
    @asynccontextmanager
    async def watching(cls, credential: Credential) -> AsyncIterator["Display"]:
        """Follow the stream from its snapshot on, while the block runs."""
        address = credential.server.replace("http", "ws", 1) + "/api/v1/stream"
        headers = {"Authorization": f"Bearer {credential.token}"}
        async with connect(
            address,
            ssl=credential.trust(),
            additional_headers=headers,
            close_timeout=1,
            compression=None,
            proxy=None,
        ) as connection:
            await connection.send(json.dumps({"type": "hello", "protocol": _PROTOCOL, "cursor": None}))
            display = cls(connection)
            display._take(json.loads(await connection.recv()))
            following = asyncio.create_task(display._follow())
            try:
                yield display
            finally:
                following.cancel()
                await asyncio.gather(following, return_exceptions=True)

    async def heard(self, number: str, nth: int = 1, *, within_s: float = 5.0) -> float:
        async with asyncio.timeout(within_s), self._news:
            await self._news.wait_for(lambda: (number, nth) in self.heard_at)
        return self.heard_at[number, nth]

    async def _follow(self) -> None:
        async for message in self._connection:
            self._take(json.loads(message))
            async with self._news:
                self._news.notify_all()

    def _take(self, frame: dict[str, Any]) -> None:
        now = time.perf_counter()
        if frame["type"] == "changes":
            self.missed += frame["previous"] != self._cursor
            for view in frame["views"]:
                if view["type"] == "call":
                    self.heard_at[view["number"], view["nth"]] = now
        self._cursor = frame["cursor"]
