"""The wall's work on the asyncio loop: the hall's stream, and the voice."""

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Mapping

import structlog

from display.voice.announcer import Announcer, CallsSpoken, VoiceChanged
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedSpeaker
from queue_core.client import ClientError, HallClient, Update
from queue_core.client.device_reports import report_devices
from queue_core.wire.views import CallView, WindowView

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


class VoiceWork:
    """`post` hands to the GUI what was spoken, and whether anything can be. The hall hears of the speaker."""

    def __init__(
        self,
        address: str,
        post: Callable[[CallsSpoken | VoiceChanged], None],
        client: HallClient,
        *,
        chimes: bool,
    ) -> None:
        self._address, self._post, self._client, self._chimes = address, post, client, chimes
        self._announcer: Announcer | None = None
        self._is_ready = asyncio.Event()

    async def run(self) -> None:
        """Opens the speaker and speaks, until cancelled."""
        async with Registry() as devices:
            speaker = await devices.add("speaker", SupervisedSpeaker(self._address))
            self._announcer = Announcer(speaker, self._post, chimes=self._chimes)
            self._is_ready.set()
            async with asyncio.TaskGroup() as group:
                group.create_task(self._announcer.run())
                group.create_task(report_devices(devices, self._client))

    async def announce(
        self, calls: Iterable[CallView], windows: Mapping[int, WindowView], now_ms: int
    ) -> None:
        await self._is_ready.wait()
        assert self._announcer is not None
        await self._announcer.announce(calls, windows, now_ms)
