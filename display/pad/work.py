"""What the pad asks of the hall, on the asyncio loop. Answers are posted as happenings."""

import contextlib
from collections.abc import Callable

from display.kit.hall_stream import follow
from display.pad.flow import state as s
from queue_core.client import ClientError, HallClient, Update
from queue_core.wire.messages import Rate
from queue_core.wire.words import RatingChannel


class HallWork:
    """`post` hands a happening, or an update of the stream, to the GUI."""

    def __init__(
        self, client: HallClient, *, window: int, post: Callable[[s.Happening | Update], None]
    ) -> None:
        self._client = client
        self._window = window
        self._post = post

    async def follow(self) -> None:
        """Until cancelled; then the client is closed."""
        await follow(self._client, self._post)

    async def rate(self, wanted: s.SendRating) -> None:
        rating = Rate(
            ticket_id=wanted.ticket_id, level=wanted.level, channel=RatingChannel.PAD, labels=wanted.labels
        )
        try:
            await self._client.rate(self._window, rating, key=wanted.key)
        except ClientError as error:
            self._post(s.NotTaken(key=wanted.key, code=error.code))
        else:
            self._post(s.Taken(key=wanted.key))

    async def skip(self, wanted: s.SendSkip) -> None:
        """The hall then asks no more at the window's keys either; where it is away its own time ends that."""
        with contextlib.suppress(ClientError):
            await self._client.skip_rating(self._window, wanted.ticket_id, key=wanted.key)
