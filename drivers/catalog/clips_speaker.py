"""`clips+sound` and `clips+file`: sentences from recorded words; espeak-ng says what nobody recorded."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, final

from drivers.contract.address import Address
from drivers.contract.errors import CannotOpen, DeviceError, LinkLost, Unspeakable
from drivers.contract.speaker import Speaker, SpeakerCapabilities, Tongue, Utterance
from drivers.contract.status import State, Status
from drivers.protocol.sound import PAUSES_S, Samples, in_one_breath, joined, silence
from drivers.protocol.stretching import stretched
from drivers.transport import synthesizer
from drivers.transport.clip_bank import ClipBank
from drivers.transport.sound import SoundOutput, open_output

BETWEEN_WORDS_S = 0.03
APART = {Tongue.MANDARIN: "", Tongue.CANTONESE: "", Tongue.ENGLISH: " "}


def capabilities(address: Address) -> SpeakerCapabilities:
    try:
        bank = _bank(address)
    except CannotOpen:
        bank = ClipBank.empty()
    return _capabilities(bank)


async def open_device(address: Address) -> Speaker:
    bank = _bank(address)
    speaker = ClipsSpeaker(address, bank, await open_output(address))
    speaker.start()
    return speaker


def _capabilities(bank: ClipBank) -> SpeakerCapabilities:
    return SpeakerCapabilities(clips=bank.tongues(), synthesizer=synthesizer.is_there())


def _bank(address: Address) -> ClipBank:
    folder = address.word("bank")
    return ClipBank.load(Path(folder)) if folder else ClipBank.empty()


@final
class ClipsSpeaker(Speaker):
    """Owns the output. One utterance is said at a time; the next ones wait in their order."""

    def __init__(self, address: Address, bank: ClipBank, output: SoundOutput) -> None:
        super().__init__(address.text, Status())
        self._bank, self._output = bank, output
        self._output.loudness = address.whole("loudness") / 100
        self._capabilities = _capabilities(bank)
        self._look_every_s = address.seconds("look_every_s")
        self._lock = asyncio.Lock()
        self._looking: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._become(Status(state=State.ONLINE))
        self._looking = asyncio.create_task(self._look(), name=f"looking at {self.address}")

    @property
    def capabilities(self) -> SpeakerCapabilities:
        return self._capabilities

    async def say(self, utterance: Utterance) -> None:
        async with self._lock:
            self._require_link()
            self._become(Status(state=State.BUSY))
            try:
                await self._until_lost(asyncio.ensure_future(self._speak(utterance)))
            finally:
                if self.trouble is None:
                    self._become(Status(state=State.ONLINE))

    async def set_loudness(self, loudness: float) -> None:
        self._require_link()
        if not 0 <= loudness <= 1:
            raise ValueError("loudness is from 0 to 1")
        self._output.loudness = loudness

    async def _speak(self, utterance: Utterance) -> None:
        samples = await self._sound_of(utterance)
        try:
            await self._output.play(samples, utterance.tongue.value)
        except LinkLost as error:
            self._lose(error)
            raise

    async def _until_lost(self, speaking: asyncio.Future[None]) -> None:
        """Ends with why the device was lost, also when that is somebody's `close`."""
        lost = asyncio.ensure_future(self.lost())
        both: set[asyncio.Future[Any]] = {speaking, lost}
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            lost.cancel()
            if not speaking.done():
                speaking.cancel()
                await asyncio.wait({speaking})
                speaking.cancelled() or speaking.exception()  # whoever is cancelled hears of no other end
        if speaking.cancelled():
            self._require_link()
        speaking.result()

    async def _sound_of(self, utterance: Utterance) -> Samples:
        words = self._bank.words.get(utterance.tongue, {})
        parts = [await _decoded(self._bank.chime)] if utterance.chime else []
        for group in in_one_breath(utterance.words, words):
            parts += [
                await self._sound_of_words(group, utterance.tongue, utterance.speed),
                silence(BETWEEN_WORDS_S / utterance.speed),
            ]
        return joined(parts)

    async def _sound_of_words(self, group: tuple[str, ...], tongue: Tongue, speed: float) -> Samples:
        match group:
            case (word,) if word in PAUSES_S:
                return silence(PAUSES_S[word] / speed)
            case (word,) if word in self._bank.words.get(tongue, {}):
                return await _decoded(partial(self._bank.clip, tongue, word, speed))
            case _:
                samples = await _synthesized(APART[tongue].join(group), tongue)
                return await asyncio.to_thread(stretched, samples, speed)

    async def _look(self) -> None:
        try:
            while True:
                await asyncio.sleep(self._look_every_s)
                await self.check()
        except DeviceError as error:
            self._lose(error)

    async def _check(self) -> Status:
        try:
            await self._output.check()
        except LinkLost as error:
            self._lose(error)
            raise
        return self.status

    async def _close(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        await self._output.close()


async def _decoded(clip: Callable[[], Samples]) -> Samples:
    try:
        return await asyncio.to_thread(clip)
    except CannotOpen as error:
        raise Unspeakable(error.detail) from error


async def _synthesized(text: str, tongue: Tongue) -> Samples:
    try:
        return await synthesizer.synthesize(text, tongue)
    except Unspeakable as error:
        raise Unspeakable(f"no clip says {text!r} in {tongue}, and {error.detail}") from error
