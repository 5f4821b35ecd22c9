"""What the kiosk lets be heard: a tone, and sentences said to whoever stands before it.

A kiosk without a speaker is silent. That a speaker does not play is logged once and stops nothing.
"""

import asyncio
from pathlib import Path
from urllib.parse import quote

from drivers.contract.device import Kind
from drivers.contract.errors import DeviceError
from drivers.contract.speaker import Tongue, Utterance
from drivers.contract.status import SILENT, State, StatusChanged
from drivers.runtime.opening import require
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedSpeaker
from kiosk import voice
from queue_core import log

logger = log.logger("kiosk.sound")
LOUDNESS = (0.0, 0.5, 0.75, 1.0)  # of the volumes 0 … 3 a visitor may choose; a half sounds half as loud
TONE = Utterance(words=(), tongue=Tongue.MANDARIN, chime=True)
CLIPS = Path(voice.__file__).parent / "clips"


def with_clips(address: str) -> str:
    """The speaker with the recorded sentences that come with us, unless the hall names its own."""
    _, resolved = require(address, Kind.SPEAKER)
    if resolved.word("bank"):
        return address
    return f"{address}{'&' if '?' in address else '?'}bank={quote(str(CLIPS))}"


class Sound:
    """The newest sentence counts: it breaks off the one before it."""

    def __init__(self, address: str | None) -> None:
        self._address = None if address is None else with_clips(address)
        self._speaker: SupervisedSpeaker | None = None
        self._volume = 1
        self._saying: asyncio.Task[None] | None = None
        self._is_beeping = False
        self._trouble = ""

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

    @property
    def is_usable(self) -> bool:
        return self._speaker is not None and self._speaker.status.state not in SILENT

    @property
    def is_saying(self) -> bool:
        """The speaker is at work on a sentence or a tone."""
        return self._speaker is not None and self._speaker.status.state is State.BUSY

    async def say(self, utterance: Utterance | None) -> None:
        """Returns when it was said, or broken off by the next one. None breaks off and says nothing.

        Nothing is said at volume 0.
        """
        self.hush()
        if utterance is None or self._volume == 0:
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
        """A tone, after what is being said; at volume 0 as well: it is for whoever walks away.

        One that still waits for its turn is not joined by another.
        """
        if self._is_beeping:
            return
        self._is_beeping = True
        try:
            await self._play(TONE)
        finally:
            self._is_beeping = False

    async def set_volume(self, volume: int) -> None:
        """0 … 3; takes effect at once."""
        self._volume = volume
        if volume == 0:
            self.hush()
        await self._tune()

    async def _tune(self) -> None:
        if self._speaker is None or not self.is_usable:
            return
        try:
            await self._speaker.set_loudness(LOUDNESS[max(1, self._volume)])
        except DeviceError as error:
            self._tell(error)

    async def _play(self, utterance: Utterance) -> None:
        if self._speaker is None:
            return
        try:
            await self._speaker.say(utterance)
        except DeviceError as error:
            self._tell(error)
        else:
            self._trouble = ""

    def _tell(self, error: DeviceError) -> None:
        """Once, as long as it stays the same. What was to be said is no business of the log."""
        if error.code != self._trouble:
            self._trouble = error.code
            logger.warning("nothing-heard", code=error.code, remedy=error.remedy)
