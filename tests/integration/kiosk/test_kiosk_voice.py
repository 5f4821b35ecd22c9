"""A kiosk's window, its voice and a speaker that keeps what was said as files."""

import asyncio
import os
import wave
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import miniaudio
import pytest

from display.kit.bridge import Bridge
from drivers.contract.speaker import Tongue, Utterance
from drivers.contract.status import Card
from drivers.protocol.sound import quieter
from drivers.runtime.registry import Registry
from drivers.transport.clip_bank import ClipBank
from kiosk.app import open_kiosk, voice_of
from kiosk.backstage.sound import CLIPS, LOUDNESS, Sound
from kiosk.config import Patience
from kiosk.flow.events import CardRead, DevicesSeen, HallSeen, Printed, PrinterSeen, ReadersSeen
from kiosk.flow.presses import LanguageChosen, Leave, ModeChosen, TimeOver, VolumeChosen
from kiosk.flow.visit import Mode
from kiosk.samples import HALL, HOLDER, PRINTER, READERS
from kiosk.voice.cues import Cue
from kiosk.voice.sentences import MANDARIN
from sim.rig.sound import NullSink
from tests.unit.kiosk.visits import ACCEPT, REGISTRATION, TO_PRINTING

PATIENCE = Patience(ask_after_s=500, clear_after_s=100, done_for_s=100)
LONG = Utterance(words=(MANDARIN[Cue.CARD_LIES], MANDARIN[Cue.AWAY]), tongue=Tongue.MANDARIN)
SHORT = Utterance(words=(MANDARIN[Cue.LEFT_CARD],), tongue=Tongue.MANDARIN)
BANK = ClipBank.load(CLIPS)


def sound_of(word: str) -> bytes:
    """As it is in a file of a speaker at its loudest."""
    return BANK.clip(Tongue.MANDARIN, word)


def heard(path: Path) -> bytes:
    with wave.open(str(path)) as sound:
        return sound.readframes(sound.getnframes())


class Spoken:
    """A kiosk whose sentences are files."""

    def __init__(self, bot, folder: Path) -> None:
        self._bot, self._folder = bot, folder

        def read_aloud(text: str, language: str) -> None:
            self.voice.read_aloud(text, language)

        self.presenter, self.opened = open_kiosk(PATIENCE, lambda _: None, speak_aloud=read_aloud)
        self.sound = Sound(f"clips+file://{folder}")
        self.bridge = Bridge(lambda _: None)
        self.voice = voice_of(self.presenter, self.bridge, self.sound)
        self.bridge.run(self._watch())
        self.bridge.start()
        bot.waitUntil(lambda: self.sound.is_usable, timeout=20_000)
        self.hear(HallSeen(HALL), ReadersSeen(READERS), PrinterSeen(PRINTER))

    async def _watch(self) -> None:
        async with Registry() as devices:
            await self.sound.watch(devices)

    def hear(self, *events) -> None:
        for event in events:
            self.presenter.receive(event)

    def hears(self, count: int) -> Path:
        """The file of the sentence of that number."""
        self._bot.waitUntil(lambda: len(self.files) >= count, timeout=20_000)
        return self.files[count - 1]

    @property
    def files(self) -> list[Path]:
        return sorted(self._folder.glob("[0-9]*.wav"))

    def close(self) -> None:
        self.bridge.stop()
        self.opened.speak("zh-CN")
        self.opened.dress("day")
        self.opened.close()


@pytest.fixture
def kiosk(qtbot, tmp_path):
    made = Spoken(qtbot, tmp_path / "spoken")
    yield made
    made.close()


def test_the_number_is_said_when_it_is_there_and_nothing_before(kiosk):
    kiosk.presenter.receive(VolumeChosen(3))
    kiosk.hears(1)
    kiosk.hear(*TO_PRINTING)
    kiosk.hear(Printed(visit_id=1))
    number = heard(kiosk.hears(2))
    assert len(kiosk.files) == 2
    places = [
        number.find(sound_of(word)) for word in ("您的号码是", "零", "二", "三", "前面还有", "六", "位")
    ]
    assert -1 not in places
    assert places == sorted(places)


def test_an_elderly_visitor_hears_each_page(kiosk):
    for count, step in enumerate((ModeChosen(Mode.ELDERLY), ACCEPT, REGISTRATION), start=1):
        kiosk.hear(step)  # each page's sentence is waited for: the next one would break it off, or not
        assert kiosk.hears(count).name.endswith("zh-CN.wav")
    kiosk.hear(LanguageChosen("zh-Hant"))
    assert kiosk.hears(4).name.endswith("yue.wav")


def test_a_visitor_who_wants_silence_has_it_and_the_next_one_does_not(kiosk):
    kiosk.hear(VolumeChosen(0), ModeChosen(Mode.ELDERLY), ACCEPT, REGISTRATION, TimeOver(), Leave())
    kiosk.hear(ACCEPT, TimeOver())
    still_there = quieter(sound_of(MANDARIN[Cue.STILL_THERE]), LOUDNESS[1])
    assert still_there in heard(kiosk.hears(1))


def test_a_card_left_behind_is_told_of_when_the_visit_is_over(kiosk):
    lies = tuple(replace(one, status=replace(one.status, card=Card.PRESENT)) for one in READERS)
    kiosk.hear(VolumeChosen(3))
    kiosk.hears(1)
    kiosk.hear(ReadersSeen(lies), ACCEPT, CardRead(visit_id=1, reader=0, holder=HOLDER), Leave())
    kiosk.hears(2)
    assert len(kiosk.files) == 2


def test_a_kiosk_without_a_speaker_offers_no_volume(kiosk):
    kiosk.hear(DevicesSeen(()))
    assert not kiosk.presenter.shell.can_speak


# The loudspeaker


@pytest.fixture
def sink(monkeypatch):
    """Without ALSA: under umockdev each look for its cards leaves some 600 sockets behind."""
    monkeypatch.setattr("drivers.transport.sound.BACKENDS", [miniaudio.Backend.PULSEAUDIO])
    with NullSink() as sink:
        for name, value in sink.environment.items():
            monkeypatch.setenv(name, value)
        yield sink


async def until(claim):
    async with asyncio.timeout(20):
        while not claim():  # noqa: ASYNC110 a speaker's state is told to one listener, which is the kiosk
            await asyncio.sleep(0)


@asynccontextmanager
async def playing(address: str):
    sound = Sound(address)
    async with Registry() as devices:
        watching = asyncio.create_task(sound.watch(devices))
        await until(lambda: sound.is_usable)
        yield sound
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def test_the_newest_sentence_breaks_off_the_one_before(sink):
    async with playing(sink.address) as sound:
        first = asyncio.create_task(sound.say(LONG))
        await until(lambda: sound.is_saying)
        second = asyncio.create_task(sound.say(LONG))
        async with asyncio.timeout(20):
            await first
        assert not second.done()
        await sound.set_volume(0)
        async with asyncio.timeout(20):
            await second


async def test_nothing_is_queued_up_behind_a_sentence(sink):
    async with playing(sink.address) as sound:
        sentences = [asyncio.create_task(sound.say(LONG)) for _ in range(20)]
        await until(lambda: sound.is_saying)
        async with asyncio.timeout(20):
            await asyncio.gather(*sentences[:-1])
        assert not sentences[-1].done()
        await sound.say(None)
        async with asyncio.timeout(20):
            await sentences[-1]


async def test_a_speaker_that_is_not_there_holds_up_nothing_and_is_logged_once(tmp_path, capfd):
    sound = Sound(f"clips+file://{tmp_path / 'a-file'}")
    (tmp_path / "a-file").write_text("no folder")
    async with Registry() as devices:
        watching = asyncio.create_task(sound.watch(devices))
        await until(lambda: devices.health() and devices.health()[0].trouble)
        for _ in range(3):
            await sound.say(SHORT)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    out = "".join(capfd.readouterr())
    assert out.count("nothing-heard") == 1
    assert MANDARIN[Cue.LEFT_CARD] not in out


async def test_the_volume_is_that_of_the_visit(tmp_path):
    async with playing(f"clips+file://{tmp_path}") as sound:
        loudest = []
        for volume in (1, 2, 3):
            await sound.set_volume(volume)
            await sound.say(SHORT)
            loudest.append(max(samples_of(max(tmp_path.glob("[0-9]*.wav")))))
        assert loudest == sorted(set(loudest))
        await sound.set_volume(0)
        await sound.say(SHORT)
        assert len(list(tmp_path.glob("[0-9]*.wav"))) == 3
        await sound.beep()
        assert len(list(tmp_path.glob("[0-9]*.wav"))) == 4


def samples_of(path: Path):
    return miniaudio.wav_read_file_s16(str(path)).samples
