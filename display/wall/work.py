"""The wall's voice, at work on the asyncio loop."""

import asyncio
import contextlib
from collections.abc import Callable

import structlog

from display.voice.alone import alone_at
from display.voice.announcer import News, VoiceChanged
from display.voice.bank import look_through
from display.voice.errors import SpeakerInUse, VoiceError, WordsMissing
from display.voice.hall import HallVoice, Plan
from display.voice.said import Memory
from drivers.contract.errors import DeviceError
from queue_core.client import HallClient

AGAIN_AFTER_S = 2.0
"""Another program speaks over the speaker: so soon it is asked for again."""

_log = structlog.get_logger(__name__)


class VoiceWork:
    """`post` hands on what was spoken, and whether anything can be. The hall hears of the speaker."""

    def __init__(self, client: HallClient, plan: Plan, memory: Memory, post: Callable[[News], None]) -> None:
        self._client, self._plan, self._memory, self._post = client, plan, memory, post
        self._missing: WordsMissing | None = None

    async def run(self) -> None:
        """Until cancelled. A wall shows calls whether it can speak them or not."""
        await self._look_through()
        while True:
            await self._until_free(self._plan.zones[0].address)
            with contextlib.suppress(SpeakerInUse):  # somebody was quicker
                await HallVoice(self._client, self._plan, self._memory, self._on).run()

    async def _until_free(self, address: str) -> None:
        was_told = False
        while True:
            try:
                with alone_at(address):
                    break
            except SpeakerInUse as error:
                if not was_told:
                    self._tell(error)
                was_told = True
            await asyncio.sleep(AGAIN_AFTER_S)
        if was_told:
            self._on(VoiceChanged(None))

    def _on(self, news: News) -> None:
        """Words that are missing are missing still when the speaker is back."""
        self._post(VoiceChanged(self._missing) if news == VoiceChanged(None) else news)

    async def _look_through(self) -> None:
        try:
            await asyncio.to_thread(look_through, self._plan.bank, self._plan.manner)
        except WordsMissing as error:
            self._missing = error
            self._tell(error)
        except DeviceError as error:
            self._tell(error)

    def _tell(self, trouble: VoiceError | DeviceError) -> None:
        _log.error("voice is silent", code=trouble.code, reason=str(trouble), remedy=trouble.remedy)
        self._post(VoiceChanged(trouble))
