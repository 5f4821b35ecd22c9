"""Ratings on their way from a window's keys to the hall; they are kept while the hall is away."""

import asyncio
from uuid import uuid4

from queue_core.client import ClientError, HallClient, HallUnreachable
from queue_core.log import logger
from queue_core.wire.messages import Rate
from queue_core.wire.views import RatingRequest
from queue_core.wire.words import RatingChannel

MOST_WAITING = 4  # more is somebody leaning on a key while the hall is away
KEPT_S = 120.0  # how long halls let a service be rated, unless configured otherwise

log = logger("station")


class Ratings:
    """Those of one window; `serve` runs for as long as the station does."""

    def __init__(self, window: int, hall: HallClient) -> None:
        self._window, self._hall = window, hall
        self._waiting: asyncio.Queue[Rate] = asyncio.Queue(MOST_WAITING)

    def take(self, request: RatingRequest | None, level: int | None) -> None:
        """A press is for the service that ended when it was pressed, whatever comes before it is sent."""
        if level is None:
            log.info("rating-key-without-level", window=self._window)
        elif request is None:
            log.info("rating-without-service", window=self._window)
        elif self._waiting.full():
            log.warning("rating-dropped", window=self._window)
        else:
            self._waiting.put_nowait(
                Rate(ticket_id=request.ticket_id, level=level, channel=RatingChannel.KEYPAD)
            )

    async def serve(self) -> None:
        while True:
            await self._send(await self._waiting.get())

    async def _send(self, rate: Rate) -> None:
        """The hall counts the first rating of a service."""
        key, end = uuid4().hex, asyncio.get_running_loop().time() + KEPT_S
        while True:
            try:
                await self._hall.rate(self._window, rate, key=key)
            except HallUnreachable:
                if asyncio.get_running_loop().time() < end:
                    continue
                log.warning("rating-lost", window=self._window)
            except ClientError as error:
                log.info("rating-refused", window=self._window, code=error.code)
            return
