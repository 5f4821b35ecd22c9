"""Asks the hall how it calls, for the text on the wall."""

import asyncio
from collections.abc import Callable

import structlog

from display.wall.flow import RuleTold
from queue_core.client import ClientError, HallClient

RETRY_S = 5.0

_log = structlog.get_logger(__name__)


class RuleWork:
    """`post` hands the rule to the GUI, which asks again when the hall calls by other minutes."""

    def __init__(self, client: HallClient, post: Callable[[RuleTold], None]) -> None:
        self._client, self._post = client, post
        self._is_wanted = asyncio.Event()

    async def want(self) -> None:
        self._is_wanted.set()

    async def run(self) -> None:
        """Until cancelled. A hall that does not answer is asked again."""
        while True:
            await self._is_wanted.wait()
            try:
                rule = await self._client.rule()
            except ClientError as error:
                _log.warning("the rule is not told", code=error.code, remedy=error.remedy)
                await asyncio.sleep(RETRY_S)
            else:
                self._is_wanted.clear()
                self._post(RuleTold(rule=rule))
