"""Calls become sound: the announcer with the real speaker, which keeps what it says in a folder."""

import asyncio
import contextlib
import wave
from array import array
from datetime import datetime
from urllib.parse import quote

import miniaudio
import pytest

from display.voice.announcer import Announcer, CallsSpoken, CallsUnspoken, Surroundings, VoiceChanged
from display.voice.bank import BUILT_IN
from display.voice.manner import Hours, LoudnessHours, Manner, Plays, QuietHours
from display.voice.said import Memory
from drivers.contract.errors import SoundRefused
from drivers.runtime.supervising import SupervisedSpeaker
from queue_core.wire.words import TicketState
from sim.rig.sound import NullSink
from tests.unit.voice.conftest import BEEP_S

WITHIN_S = 10


class Voice:
    """An announcer at work, and what it posted."""

    def __init__(self, folder, manner=None, memory=None):
        self.folder, self.manner, self.memory = folder, manner or Manner(chimes=False), memory or Memory(None)
        self.posted = []
        self.hour = 10

    @property
    def files(self):
        return sorted(path.name for path in self.folder.glob("[0-9]*"))

    @property
    def told(self):
        return [call.call_id for each in self.posted if isinstance(each, CallsSpoken) for call in each.calls]

    @property
    def troubles(self):
        return [each.trouble for each in self.posted if isinstance(each, VoiceChanged)]

    @property
    def around(self):
        return Surroundings(now=lambda: datetime(2026, 11, 23, self.hour, 30))  # noqa: DTZ001 - the hall's own

    async def call(self, *calls, windows=None):
        self.announcer.announce(calls, windows or {})

    async def until(self, claim):
        async with asyncio.timeout(WITHIN_S):
            while not claim():  # noqa: ASYNC110 - files appear without an event
                await asyncio.sleep(0.01)

    @contextlib.asynccontextmanager
    async def at_work(self):
        address = f"clips+file://{quote(str(self.folder))}?bank={quote(str(BUILT_IN))}"
        async with SupervisedSpeaker(address) as speaker:
            self.announcer = Announcer(speaker, self.posted.append, self.manner, self.memory, self.around)
            running = asyncio.create_task(self.announcer.run())
            await self.until(lambda: speaker.trouble is not None or speaker.status.state == "online")
            try:
                yield self
            finally:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def voice(tmp_path):
    async with Voice(tmp_path / "spoken").at_work() as voice:
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


def loudest(path):
    with wave.open(str(path)) as sound:
        return max(map(abs, array("h", sound.readframes(sound.getnframes()))))


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


async def test_a_call_that_comes_while_the_speaker_is_opened_is_said_and_is_no_trouble(voice, call, sink):
    posted = []
    async with SupervisedSpeaker(f"{sink.address}?bank={quote(str(BUILT_IN))}") as speaker:
        announcer = Announcer(speaker, posted.append, Manner(), Memory(None), voice.around)
        running = asyncio.create_task(announcer.run())
        announcer.announce([call(7)], {})
        await voice.until(lambda: sink.heard_s > 0.2)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert posted == []


async def test_close_calls_are_joined_and_each_is_told_when_it_was_heard(voice, call):
    await voice.call(call(7, number="001"), call(8, window=3, number="001"), call(9, window=6))
    await voice.until(lambda: voice.told == [7, 8, 9])
    first, second, _ = (seconds(voice.folder / name) for name in voice.files)
    assert first > second, "only the first says please"


async def test_who_already_sits_at_the_window_is_not_called_any_more(voice, call, window):
    await voice.call(call(8, window=5), call(9, window=6), windows={5: window(5, 8, TicketState.SERVING)})
    await voice.until(lambda: voice.told == [9])


async def test_a_tone_goes_before_the_first_call_only(tmp_path, call):
    async with Voice(tmp_path / "spoken", Manner()).at_work() as voice:
        await voice.call(call(1, number="001"))
        await voice.until(lambda: voice.told == [1])
        await voice.call(call(2, number="001"))
        await voice.until(lambda: voice.told == [1, 2])
    first, second = (seconds(voice.folder / name) for name in voice.files)
    assert first > second + 0.5


async def test_what_nobody_heard_is_told_as_trouble_and_said_when_the_voice_is_back(voice, call):
    voice.folder.rmdir()
    await voice.call(call(1))
    await voice.until(lambda: len(voice.troubles) == 1)
    assert isinstance(voice.troubles[0], SoundRefused)
    assert voice.troubles[0].remedy
    assert voice.told == []
    voice.folder.mkdir()
    await voice.until(lambda: voice.told == [1])
    assert voice.troubles[-1] is None


async def test_a_speaker_that_is_not_there_is_told_at_the_start(tmp_path):
    (tmp_path / "file").write_text("")
    async with Voice(tmp_path / "file" / "below").at_work() as voice:
        await voice.until(lambda: bool(voice.troubles))
    assert voice.troubles[0].code == "cannot-open"


def quiet(plays):
    return Manner(quiet=(QuietHours(hours=Hours.parse("12:00-14:00"), plays=plays),))


async def test_in_quiet_hours_nothing_is_heard_and_nothing_is_told_as_spoken(tmp_path, call):
    async with Voice(tmp_path / "spoken", quiet(Plays.NOTHING)).at_work() as voice:
        voice.hour = 13
        await voice.call(call(1))
        await voice.until(lambda: voice.memory.has(call(1)))
        assert voice.files == []
        voice.hour = 14
        await voice.call(call(1), call(2))
        await voice.until(lambda: voice.told == [2])
    assert voice.memory.untold() == (2,)


async def test_in_quiet_hours_the_tone_alone_may_be_heard(tmp_path, call):
    async with Voice(tmp_path / "spoken", quiet(Plays.CHIME)).at_work() as voice:
        voice.hour = 12
        await voice.call(call(1))
        await voice.until(lambda: len(voice.files) == 1)
        await voice.until(lambda: voice.memory.has(call(1)))
    assert seconds(voice.folder / voice.files[0]) < 2
    assert voice.told == []


async def test_in_quiet_hours_a_call_in_two_languages_is_one_tone(tmp_path, call):
    async with Voice(tmp_path / "spoken", quiet(Plays.CHIME)).at_work() as voice:
        voice.hour = 12
        await voice.call(call(1, language="en"))
        await voice.until(lambda: voice.memory.has(call(1)) and not voice.announcer._channel.later)
        voice.hour = 15
        await voice.call(call(2))
        await voice.until(lambda: voice.told == [2])
    assert voice.files == ["0001-zh-CN.wav", "0002-zh-CN.wav"]


async def test_the_voice_is_as_loud_as_the_hour_wants(tmp_path, call):
    softly = LoudnessHours(hours=Hours.parse("08:00-09:00"), loudness=0.5)
    async with Voice(tmp_path / "spoken", Manner(chimes=False, loudness=(softly,))).at_work() as voice:
        for hour, number in ((8, 1), (10, 2)):
            voice.hour = hour
            await voice.call(call(number, number="001"))
            await voice.until(lambda number=number: voice.told[-1:] == [number])
    soft, full = (loudest(voice.folder / name) for name in voice.files)
    assert soft == pytest.approx(full / 4, rel=0.02), "half as loud to the ear"


async def test_a_quicker_voice_says_the_same_in_less_time(tmp_path, call):
    lengths = {}
    for speed in (0.8, 1.0, 1.25):
        async with Voice(tmp_path / str(speed), Manner(chimes=False, speed=speed)).at_work() as voice:
            await voice.call(call(1))
            await voice.until(lambda voice=voice: voice.told == [1])
            lengths[speed] = seconds(voice.folder / voice.files[0])
    assert lengths[0.8] == pytest.approx(lengths[1.0] / 0.8, rel=0.05)
    assert lengths[1.25] == pytest.approx(lengths[1.0] / 1.25, rel=0.05)


async def test_what_a_voice_before_this_one_has_said_is_not_said_again(tmp_path, call):
    place = tmp_path / "said.json"
    Memory(place).keep([call(1)], to_be_told=True)
    async with Voice(tmp_path / "spoken", memory=Memory(place)).at_work() as voice:
        await voice.call(call(1), call(2))
        await voice.until(lambda: voice.told == [2])
    assert len(voice.files) == 1


async def test_a_word_that_nobody_can_say_is_given_up_and_the_next_call_is_said(tmp_path, call, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    async with Voice(tmp_path / "spoken").at_work() as voice:
        await voice.call(call(1, number="é1"), call(2, window=5))
        await voice.until(lambda: voice.told == [2])
    given_up = [each.calls for each in voice.posted if isinstance(each, CallsUnspoken)]
    assert [one.call_id for calls in given_up for one in calls] == [1]


async def test_calls_in_a_rush_follow_one_another_over_a_loudspeaker(voice, call, sink, beeps):
    """Real time and a real sound system: nothing is said at once with something else, and nothing is cut."""
    calls = [call(number, window=number, language="en") for number in range(1, 4)]
    posted, manner = [], Manner(chimes=False, hurried_speed=1.0)
    async with SupervisedSpeaker(f"{sink.address}?bank={quote(str(beeps))}") as speaker:
        announcer = Announcer(speaker, posted.append, manner, Memory(None), voice.around)
        running = asyncio.create_task(announcer.run())
        for one in calls:
            announcer.announce([one], {})
            await asyncio.sleep(0)
        await voice.until(lambda: len(posted) == 3)
        alone_s = sink.heard_s / 3
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert posted == [CallsSpoken((one,)) for one in calls]
    assert alone_s > 6 * BEEP_S, "three numbers said at once would be heard as long as one"
