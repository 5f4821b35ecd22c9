"""What the kiosk lets be heard: a tone, and sentences said to whoever stands before it.

A kiosk without a speaker is silent. That a speaker does not play is logged and stops nothing.
"""

import asyncio

from drivers.contract.errors import DeviceError
from drivers.contract.speaker import Tongue, Utterance
from drivers.contract.status import SILENT, StatusChanged
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedSpeaker
from queue_core import log

logger = log.logger("kiosk.sound")
LOUDNESS = (0.0, 0.35, 0.65, 1.0)  # of the volumes 0 … 3 a visitor may choose
TONE = Utterance(words=(), tongue=Tongue.MANDARIN, chime=True)


class Sound:
    """The newest sentence counts: it breaks off the one before it."""

    def __init__(self, address: str | None) -> None:
        self._address = address
        self._speaker: SupervisedSpeaker | None = None
        self._volume = 1
        self._saying: asyncio.Task[None] | None = None

    async def watch(self, devices: Registry) -> None:
        """Opens the speaker, until cancelled. Nothing to do where there is none."""
        if self._address is None:
            return
        self._speaker = speaker = await devices.add("speaker", SupervisedSpeaker(self._address))
        with speaker.subscribe() as events:
            await self._tune()
            async for event in events:
                if isinstance(event, StatusChanged) and event.before.state in SILENT:
                    await self._tune()

    async def say(self, utterance: Utterance) -> None:
        """Returns when it was said, or broken off by the next one. Nothing is said at volume 0."""
        self.hush()
        if self._volume == 0:
            return
        self._saying = saying = asyncio.ensure_future(self._play(utterance))
        try:
            await asyncio.wait({saying})
        finally:
            saying.cancel()

    def hush(self) -> None:
        """Break off what is being said."""
        if self._saying is not None:
            self._saying.cancel()
            self._saying = None

    async def beep(self) -> None:
        """A tone, after what is being said; at volume 0 as well: it is for whoever walks away."""
        await self._play(TONE)

    async def set_volume(self, volume: int) -> None:
        """0 … 3; takes effect at once."""
        self._volume = volume
        if volume == 0:
            self.hush()
        await self._tune()

    async def _tune(self) -> None:
        if self._speaker is None or self._speaker.status.state in SILENT:
            return
        try:
            await self._speaker.set_loudness(LOUDNESS[max(1, self._volume)])
        except DeviceError as error:
            logger.warning("volume-not-set", code=error.code)

    async def _play(self, utterance: Utterance) -> None:
        if self._speaker is None:
            return
        try:
            await self._speaker.say(utterance)
        except DeviceError as error:
            logger.warning("nothing-heard", code=error.code)
