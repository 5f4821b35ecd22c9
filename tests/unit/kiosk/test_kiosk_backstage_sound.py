"""What the kiosk lets be heard, on a speaker that writes files."""

import asyncio
from pathlib import Path

import pytest

from drivers.contract.speaker import Tongue, Utterance
from drivers.runtime.registry import Registry
from kiosk.backstage.sound import Sound
from tests.contract.device_suite import until

LONG = Utterance(words=tuple("请把身份证放在读卡处" * 20), tongue=Tongue.MANDARIN)
SHORT = Utterance(words=("好",), tongue=Tongue.MANDARIN)


@pytest.fixture
async def sound(tmp_path: Path):
    sound = Sound(f"clips+file://{tmp_path}")
    async with Registry() as devices:
        watching = asyncio.create_task(sound.watch(devices))
        await until(lambda: any(each.state == "online" for each in devices.health()))
        yield sound
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


def heard(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.wav"))


async def test_a_tone_is_heard_and_at_volume_0_as_well(sound, tmp_path):
    await sound.beep()
    assert len(heard(tmp_path)) == 1
    await sound.set_volume(0)
    await sound.beep()
    assert len(heard(tmp_path)) == 2


async def test_nothing_is_said_to_who_wants_silence(sound, tmp_path):
    await sound.set_volume(0)
    await sound.say(SHORT)
    assert heard(tmp_path) == []


async def test_the_newest_sentence_breaks_off_the_one_before(sound, tmp_path):
    first = asyncio.create_task(sound.say(LONG))
    await asyncio.sleep(0)
    await sound.say(SHORT)
    await first
    assert len(heard(tmp_path)) == 1


async def test_a_kiosk_without_a_speaker_is_silent():
    sound = Sound(None)
    async with Registry() as devices:
        await sound.watch(devices)
        await sound.beep()
        await sound.say(SHORT)
        await sound.set_volume(3)
        assert devices.health() == ()
