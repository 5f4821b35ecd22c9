"""What the wall asks of the hall, on the asyncio loop: its stream, and that it takes note of spoken calls."""

import contextlib
from collections.abc import Callable, Iterable

import structlog

from queue_core.client import ClientError, HallClient, Update
from queue_core.wire.views import CallView

_log = structlog.get_logger(__name__)


class HallWork:
    """`post` hands an update of the stream to the GUI."""

    def __init__(self, client: HallClient, post: Callable[[Update], None]) -> None:
        self._client = client
        self._post = post
        self._trouble_code = ""

    async def follow(self) -> None:
        """Until cancelled; then the client is closed."""
        try:
            async with contextlib.aclosing(self._client.follow()) as updates:
                async for update in updates:
                    self._post(update)
        finally:
            await self._client.close()

    async def report_spoken(self, calls: Iterable[CallView]) -> None:
        """Tell that these calls were heard. What the hall does not take is dropped; the log says so once.

        The time to come to the window then counts from the call itself.
        """
        for call in calls:
            try:
                await self._client.report_spoken(call.call_id, key=f"spoken-{call.call_id}")
            except ClientError as error:
                self._set_trouble(error.code, error.remedy)
            else:
                self._set_trouble("", "")

    def _set_trouble(self, code: str, remedy: str) -> None:
        before, self._trouble_code = self._trouble_code, code
        if code and code != before:
            _log.warning("spoken calls are not told", code=code, remedy=remedy)
        elif before and not code:
            _log.info("spoken calls are told again")
