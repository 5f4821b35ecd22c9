"""What every speaker does: on a sound system that a test listens to, and into a folder."""

import asyncio
import shutil
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

import miniaudio
import pytest

from display.voice.bank import BUILT_IN
from drivers.contract.device import Device
from drivers.contract.errors import Absent, CannotOpen, DeviceError, LinkLost, SoundRefused, Unspeakable
from drivers.contract.speaker import Speaker, Tongue, Utterance
from drivers.contract.status import State
from drivers.protocol.sound import RATE
from drivers.runtime.opening import open_speaker
from sim.rig.sound import NullSink
from tests.contract.device_suite import WITHIN_S, DeviceSuite, until

SHORT = Utterance(words=("号",), tongue=Tongue.MANDARIN)
AUDIBLE = 300  # of 32,767
AT_ONCE_S = 1.5  # less than a sound system that has gone is waited for
LONG = Utterance(words=("号窗口", "。") * 12, tongue=Tongue.MANDARIN)


class SpeakerSuite(DeviceSuite):
    options: ClassVar = {"bank": quote(str(BUILT_IN)), "look_every_s": 0.2}
    first_pause_s = 0.05

    async def use(self, device: Any, far_end: Any) -> None:
        del far_end
        await device.say(SHORT)

    async def test_it_knows_what_it_can_say_before_it_is_there(self, device: Speaker) -> None:
        assert device.capabilities.clips == frozenset(Tongue)
        assert device.capabilities.synthesizer

    async def test_a_bank_that_is_not_there_is_named(self, far_end: Any) -> None:
        with pytest.raises(Absent, match=r"words\.toml"):
            await open_speaker(f"{far_end.address}?bank=/nowhere/clips")

    async def test_loudness_is_a_share(self, device: Speaker) -> None:
        with pytest.raises(ValueError, match="0 to 1"):
            await device.set_loudness(1.1)


class TestOnASoundSystem(SpeakerSuite):
    @pytest.fixture
    def far_end(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[NullSink]:
        """Without ALSA: under umockdev each look for its cards leaves some 600 sockets behind."""
        monkeypatch.setattr("drivers.transport.sound.BACKENDS", [miniaudio.Backend.PULSEAUDIO])
        with NullSink() as sink:
            for name, value in sink.environment.items():
                monkeypatch.setenv(name, value)
            yield sink

    async def test_a_sentence_is_heard_from_beginning_to_end(
        self, device: Speaker, far_end: NullSink
    ) -> None:
        words = ("请", "三", "号窗口")
        await device.say(Utterance(words=words, tongue=Tongue.MANDARIN))
        clips_s = sum(clip_s(word) for word in words)
        assert 0.7 * clips_s < far_end.heard_s < 1.2 * clips_s

    async def test_it_can_be_made_quieter_and_silent_and_a_tone_goes_before(
        self, device: Speaker, far_end: NullSink
    ) -> None:
        await device.say(SHORT)
        full, without_s = far_end.loudest, far_end.heard_s
        far_end.forget()
        await device.set_loudness(0.5)
        await device.say(SHORT)
        assert 0.15 * full < far_end.loudest < 0.4 * full
        far_end.forget()
        await device.set_loudness(0)
        await device.say(SHORT)
        assert far_end.loudest == 0
        await device.set_loudness(1)
        await device.say(Utterance(words=SHORT.words, tongue=SHORT.tongue, chime=True))
        assert far_end.heard_s > without_s + 0.5

    async def test_a_sentence_that_is_given_up_is_broken_off_and_the_next_is_said(
        self, device: Speaker, far_end: NullSink
    ) -> None:
        saying = asyncio.create_task(device.say(LONG))
        await until(lambda: far_end.heard_s > 0.2)
        saying.cancel()
        await asyncio.wait({saying}, timeout=WITHIN_S)
        assert saying.cancelled()
        far_end.forget()
        await device.say(SHORT)
        assert 0 < far_end.heard_s < 3

    async def test_closing_ends_a_sentence_at_once(self, device: Speaker, far_end: NullSink) -> None:
        """And that of who waits for his turn, unless he gives up before."""
        saying, waiting, impatient = (asyncio.create_task(device.say(LONG)) for _ in range(3))
        await until(lambda: far_end.heard_s > 0.1)
        assert device.status.state is State.BUSY
        impatient.cancel()
        await asyncio.wait({impatient}, timeout=WITHIN_S)
        assert impatient.cancelled()
        await device.close()
        for call in (saying, waiting):
            with pytest.raises(DeviceError, match="closed"):
                async with asyncio.timeout(AT_ONCE_S):
                    await call

    async def test_a_sentence_that_is_given_up_before_it_is_heard_is_in_nobodys_way(
        self, device: Speaker
    ) -> None:
        for moments in range(6):
            saying = asyncio.create_task(device.say(LONG))
            for _ in range(moments):
                await asyncio.sleep(0)
            saying.cancel()
            await asyncio.wait({saying}, timeout=WITHIN_S)
            assert saying.cancelled()
        await device.say(SHORT)

    async def test_a_sound_system_that_hangs_is_told_and_left(self, far_end: NullSink) -> None:
        async with await open_speaker(self.address(far_end, answer_within_s=0.5)) as device:
            await device.say(SHORT)
            far_end.freeze(is_frozen=True)
            with pytest.raises(LinkLost):
                async with asyncio.timeout(WITHIN_S):
                    await device.say(SHORT)
            assert device.status.state is State.POWER_OFF
            far_end.freeze(is_frozen=False)

    async def test_a_sound_system_that_dies_in_a_sentence_is_told(
        self, device: Speaker, far_end: NullSink
    ) -> None:
        saying = asyncio.create_task(device.say(LONG))
        await until(lambda: far_end.heard_s > 0.1)
        await asyncio.to_thread(far_end.unplug)
        with pytest.raises(DeviceError):
            async with asyncio.timeout(WITHIN_S):
                await saying
        assert device.status.state is State.POWER_OFF

    async def test_an_output_that_the_computer_does_not_have_is_named(self, far_end: NullSink) -> None:
        with pytest.raises(Absent, match="no output 'Stage'"):
            await open_speaker(f"{far_end.address.replace('default', 'Stage')}")

    async def test_without_bank_and_synthesizer_nothing_can_be_said(
        self, far_end: NullSink, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with await open_speaker(far_end.address) as device:
            monkeypatch.setenv("PATH", "/nowhere")
            with pytest.raises(Unspeakable, match="no clip says '号'") as refused:
                await device.say(SHORT)
            assert "espeak-ng" in refused.value.remedy


class Folder:
    """A folder that can be taken away."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.plug()

    @property
    def address(self) -> str:
        return f"clips+file://{quote(str(self.path / 'spoken'))}"

    def plug(self) -> None:
        if self.path.is_file():
            self.path.unlink()
        (self.path / "spoken").mkdir(parents=True, exist_ok=True)

    def unplug(self) -> None:
        """What is there now is not even a folder."""
        shutil.rmtree(self.path)
        self.path.write_text("")


class TestIntoAFolder(SpeakerSuite):
    away: ClassVar = (CannotOpen,)

    @pytest.fixture
    def far_end(self, tmp_path: Path) -> Folder:
        return Folder(tmp_path / "wall")

    @pytest.mark.parametrize(
        ("index", "complaint"),
        [
            ('["zh-CN"]\n"请" = "please"'.encode("gbk"), "utf-8"),
            (b'["zh-CN"\n', "words.toml"),
            (b'[mandarin]\n"1" = "one"', "no language.*zh-CN"),
            (b"[en]\n1 = 1", "must hold lines"),
        ],
        ids=["not UTF-8", "not TOML", "no language", "no file's name"],
    )
    async def test_a_bank_with_a_mistaken_index_is_told_what_is_wrong(
        self, far_end: Any, tmp_path: Path, index: bytes, complaint: str
    ) -> None:
        (tmp_path / "words.toml").write_bytes(index)
        with pytest.raises(CannotOpen, match=complaint):
            await open_speaker(f"{far_end.address}?bank={quote(str(tmp_path))}")

    @pytest.mark.parametrize("broken", ["chime", "en/hall"])
    async def test_a_clip_that_is_no_sound_is_named(self, far_end: Any, tmp_path: Path, broken: str) -> None:
        (tmp_path / "en").mkdir()
        (tmp_path / "words.toml").write_text('[en]\nhall = "hall"')
        with wave.open(str(tmp_path / "en" / "hall.wav"), "wb") as sound:
            sound.setparams((1, 2, RATE, 0, "NONE", ""))
            sound.writeframes(bytes(RATE))
        (tmp_path / f"{broken}.flac").write_bytes(b"no sound")
        async with await open_speaker(f"{far_end.address}?bank={quote(str(tmp_path))}") as device:
            with pytest.raises(Unspeakable, match=broken):
                await device.say(Utterance(words=("hall",), tongue=Tongue.ENGLISH, chime=True))

    async def test_each_sentence_is_a_file(self, device: Speaker, far_end: Folder) -> None:
        await device.say(SHORT)
        await device.say(Utterance(words=("ticket",), tongue=Tongue.ENGLISH))
        files = sorted((far_end.path / "spoken").iterdir())
        assert [path.name for path in files] == ["0001-zh-CN.wav", "0002-en.wav"]
        with wave.open(str(files[0])) as sound:
            assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (RATE, 1, 2)
            assert sound.getnframes() > 0.9 * clip_s("号") * RATE

    @pytest.mark.parametrize(
        ("tongue", "word"), [(Tongue.MANDARIN, "大厅"), (Tongue.CANTONESE, "大厅"), (Tongue.ENGLISH, "hall")]
    )
    async def test_what_nobody_recorded_is_still_said(
        self, device: Speaker, far_end: Folder, tongue: Tongue, word: str
    ) -> None:
        await device.say(Utterance(words=(word,), tongue=tongue))
        with wave.open(str(far_end.path / "spoken" / f"0001-{tongue}.wav")) as sound:
            samples = array("h", sound.readframes(sound.getnframes()))
        assert sum(abs(sample) > AUDIBLE for sample in samples) > 0.1 * RATE

    async def test_a_folder_that_is_opened_again_keeps_what_it_has(self, far_end: Folder) -> None:
        for _ in range(2):
            async with await open_speaker(self.address(far_end)) as device:
                await device.say(SHORT)
        files = sorted(path.name for path in (far_end.path / "spoken").iterdir())
        assert files == ["0001-zh-CN.wav", "0002-zh-CN.wav"]

    async def test_a_full_disk_is_told_and_the_next_sentence_is_tried(
        self, device: Device, far_end: Folder
    ) -> None:
        far_end.unplug()
        with pytest.raises(SoundRefused):
            await self.use(device, far_end)
        far_end.plug()
        await self.use(device, far_end)


def clip_s(word: str) -> float:
    from drivers.transport.clip_bank import ClipBank  # noqa: PLC0415 - one use

    return len(ClipBank.load(BUILT_IN).clip(Tongue.MANDARIN, word)) / 2 / RATE
