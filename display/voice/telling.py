"""Telling the hall which calls were heard: the time to come to the window begins then.

What the hall does not hear now it is told when it answers again, in the order of the calls.
"""

import asyncio

import structlog

from display.voice.said import Memory
from queue_core.client import ClientError, HallClient, HallUnreachable

AGAIN_AFTER_S = 1.0

_log = structlog.get_logger(__name__)


class Telling:
    """`memory` holds what is still to be told, also by a program before this one."""

    def __init__(self, client: HallClient, memory: Memory) -> None:
        self._client, self._memory = client, memory
        self._news = asyncio.Event()
        self._trouble = ""

    def wake(self) -> None:
        """There is something to tell."""
        self._news.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._news.clear()
            for call_id in self._memory.untold():
                if not await self._is_settled(call_id):
                    break
            else:
                await self._news.wait()
                continue
            await asyncio.sleep(AGAIN_AFTER_S)

    async def _is_settled(self, call_id: int) -> bool:
        """What the hall refuses is not told again: the time to come then counts from the call itself."""
        try:
            await self._client.report_spoken(call_id, key=f"spoken-{call_id}")
        except HallUnreachable as error:
            self._tell(error)
            return False
        except ClientError as error:
            self._tell(error)
        else:
            self._tell(None)
        self._memory.told(call_id)
        return True

    def _tell(self, trouble: ClientError | None) -> None:
        before, self._trouble = self._trouble, trouble.code if trouble else ""
        if trouble and trouble.code != before:
            _log.warning("spoken calls are not told", code=trouble.code, remedy=trouble.remedy)
        elif before and not trouble:
            _log.info("spoken calls are told again")
