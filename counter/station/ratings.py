"""Ratings on their way from a window's keys to the hall; they are kept while the hall is away."""

import asyncio
from uuid import uuid4

from queue_core.client import ClientError, HallClient, HallUnreachable
from queue_core.log import logger
from queue_core.wire.messages import Rate
from queue_core.wire.views import RatingRequest, WindowView
from queue_core.wire.words import RatingChannel

MOST_WAITING = 4  # more is somebody leaning on a key while the hall is away
KEPT_S = 120.0  # how long halls let a service be rated, unless configured otherwise

log = logger("station")


class Ratings:
    """Those of one window; `serve` runs for as long as the station does.

    Only the end of a service arms the keys, for that citizen, once, until the next one sits down, who would
    rate somebody else's service. Whether its time is over the hall decides: the clock here may be wrong.
    """

    def __init__(self, window: int, hall: HallClient) -> None:
        self._window, self._hall = window, hall
        self._view: WindowView | None = None
        self._needs_proof = False
        self._is_proof_told = False
        self._given: int | None = None
        self._waiting: asyncio.Queue[Rate] = asyncio.Queue(MOST_WAITING)

    def see(self, view: WindowView) -> None:
        """The hall's newest view of this window."""
        self._view = view
        if view.rating is None:
            self._given = None

    def require_proof(self, *, needs_proof: bool) -> None:
        """Whether only a shown ticket or a phone rates in this hall: who pressed a key cannot be told."""
        self._needs_proof = needs_proof
        self._is_proof_told = self._is_proof_told and needs_proof

    @property
    def armed(self) -> RatingRequest | None:
        """The service that a key rates now."""
        view = self._view
        if self._needs_proof or view is None or view.rating is None:
            return None
        if view.ticket is not None and view.ticket.started_at_ms is not None:
            return None
        return None if view.rating.ticket_id == self._given else view.rating

    def take(self, level: int | None) -> None:
        """A press is for the service that ended when it was pressed, whatever comes before it is sent."""
        request = self.armed
        if self._needs_proof:
            self._tell_of_proof()
        elif level is None:
            log.info("rating-key-without-level", window=self._window)
        elif request is None:
            log.info("rating-without-service", window=self._window)
        elif self._waiting.full():
            log.warning("rating-dropped", window=self._window)
        else:
            self._given = request.ticket_id
            self._waiting.put_nowait(
                Rate(ticket_id=request.ticket_id, level=level, channel=RatingChannel.KEYPAD)
            )

    def _tell_of_proof(self) -> None:
        """Once: people press such keys all day."""
        if not self._is_proof_told:
            log.warning("rating-needs-proof", window=self._window)
            self._is_proof_told = True

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
