"""Calls become sound: the announcer with the real speaker, which keeps what it says in a folder."""

import asyncio
import contextlib
import wave
from urllib.parse import quote

import miniaudio
import pytest

from display.voice.announcer import Announcer, CallsSpoken, VoiceChanged
from display.wall.settings import BUILT_IN_CLIPS
from drivers.contract.errors import SoundRefused
from drivers.runtime.supervising import SupervisedSpeaker
from queue_core.wire.words import TicketState
from sim.rig.sound import NullSink

WITHIN_S = 10


class Voice:
    """An announcer at work, and what it posted."""

    def __init__(self, folder, now_ms):
        self.folder, self.now_ms = folder, now_ms
        self.posted = []

    @property
    def files(self):
        return sorted(path.name for path in self.folder.glob("[0-9]*"))

    @property
    def told(self):
        return [call.call_id for each in self.posted if isinstance(each, CallsSpoken) for call in each.calls]

    @property
    def troubles(self):
        return [each.trouble for each in self.posted if isinstance(each, VoiceChanged)]

    async def call(self, *calls, windows=None):
        await self.announcer.announce(calls, windows or {}, self.now_ms)

    async def until(self, claim):
        async with asyncio.timeout(WITHIN_S):
            while not claim():  # noqa: ASYNC110 - files appear without an event
                await asyncio.sleep(0.01)

    @contextlib.asynccontextmanager
    async def at_work(self, *, chimes=False):
        address = f"clips+file://{quote(str(self.folder))}?bank={quote(str(BUILT_IN_CLIPS))}"
        async with SupervisedSpeaker(address) as speaker:
            self.announcer = Announcer(speaker, self.posted.append, chimes=chimes)
            running = asyncio.create_task(self.announcer.run())
            await self.until(lambda: speaker.trouble is not None or speaker.status.state == "online")
            try:
                yield self
            finally:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def voice(tmp_path, now_ms):
    async with Voice(tmp_path / "spoken", now_ms).at_work() as voice:
        yield voice


@pytest.fixture
def sink(monkeypatch):
    """Without ALSA: under umockdev each look for its cards leaves some 600 sockets behind."""
    monkeypatch.setattr("drivers.transport.sound.BACKENDS", [miniaudio.Backend.PULSEAUDIO])
    with NullSink() as sink:
        for name, value in sink.environment.items():
            monkeypatch.setenv(name, value)
        yield sink


def seconds(path):
    with wave.open(str(path)) as sound:
        return sound.getnframes() / sound.getframerate()


async def test_a_call_is_said_and_told_once(voice, call, window):
    await voice.call(call(7), windows={3: window(3, 7)})
    await voice.call(call(7))
    await voice.until(lambda: voice.told == [7])
    assert voice.files == ["0001-zh-CN.wav"]
    assert 2 < seconds(voice.folder / "0001-zh-CN.wav") < 8


async def test_an_english_ticket_is_called_in_mandarin_then_in_english_and_told_once(voice, call):
    await voice.call(call(7, language="en"))
    await voice.until(lambda: len(voice.files) == 2)
    assert voice.files == ["0001-zh-CN.wav", "0002-en.wav"]
    assert voice.told == [7]


async def test_a_ticket_in_traditional_characters_is_called_in_cantonese_too(voice, call):
    await voice.call(call(7, language="zh-Hant"))
    await voice.until(lambda: voice.files == ["0001-zh-CN.wav", "0002-yue.wav"])


async def test_a_call_that_comes_while_the_speaker_is_opened_is_said_and_is_no_trouble(
    voice, call, sink, now_ms
):
    posted = []
    async with SupervisedSpeaker(f"{sink.address}?bank={quote(str(BUILT_IN_CLIPS))}") as speaker:
        announcer = Announcer(speaker, posted.append, chimes=False)
        running = asyncio.create_task(announcer.run())
        await announcer.announce([call(7)], {}, now_ms)
        await voice.until(lambda: sink.heard_s > 0.2)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert posted == []


async def test_close_calls_are_joined(voice, call):
    await voice.call(call(7), call(8, window=5), call(9, window=6))
    await voice.until(lambda: voice.told == [7, 8, 9])
    assert len(voice.files) == 1


async def test_who_already_sits_at_the_window_is_not_called_any_more(voice, call, window):
    await voice.call(call(8, window=5), call(9, window=6), windows={5: window(5, 8, TicketState.SERVING)})
    await voice.until(lambda: voice.told == [9])


async def test_a_tone_goes_before_the_first_call_only(tmp_path, now_ms, call):
    async with Voice(tmp_path / "spoken", now_ms).at_work(chimes=True) as voice:
        await voice.call(call(1))
        await voice.until(lambda: voice.told == [1])
        await voice.call(call(2, number="001"))
        await voice.until(lambda: voice.told == [1, 2])
    first, second = (seconds(voice.folder / name) for name in voice.files)
    assert first > second + 0.5


async def test_what_nobody_heard_is_not_told_as_spoken_and_the_voice_comes_back(voice, call):
    voice.folder.rmdir()
    await voice.call(call(1))
    await voice.until(lambda: len(voice.troubles) == 1)
    assert isinstance(voice.troubles[0], SoundRefused)
    assert voice.troubles[0].remedy
    voice.folder.mkdir()
    await voice.call(call(2))
    await voice.until(lambda: voice.told == [2])
    assert voice.troubles[-1] is None


async def test_a_speaker_that_is_not_there_is_told_at_the_start(tmp_path, now_ms):
    (tmp_path / "file").write_text("")
    async with Voice(tmp_path / "file" / "below", now_ms).at_work() as voice:
        await voice.until(lambda: bool(voice.troubles))
    assert voice.troubles[0].code == "cannot-open"
