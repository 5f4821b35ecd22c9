"""No call twice and none never: voices, halls and networks that come and go."""

import asyncio
import shutil
import subprocess

import pytest

from display.voice.alone import alone_at
from display.voice.announcer import VoiceChanged
from display.voice.app import speak
from display.voice.errors import NotAWall, SpeakerInUse
from display.voice.said import Memory
from display.wall.settings import VoiceSettings
from display.wall.work import VoiceWork
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import accept
from tests.integration.voice.conftest import PAIHAO, WITHIN_S, until

# A voice may end while it opens a connection. Of what is left of that uvloop warns when the hall ends; were
# the warning an error, its loop would never close, and the hall never end.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed resource:ResourceWarning")


def files(folder):
    return sorted(folder.glob("[0-9]*-zh-CN.wav"))


@pytest.fixture
async def desk(connect, clerk_at):
    """Two clerks at open windows, and a kiosk."""
    kiosk = await connect(Role.KIOSK)
    clerks = {window: await clerk_at(window) for window in (1, 2)}
    for window, clerk in clerks.items():
        await clerk.act(window, WindowAction.OPEN)
    serials = iter(range(1, 100))

    class Desk:
        async def call(self, window):
            await kiosk.take_number(accept(next(serials)))
            await clerks[window].act(window, WindowAction.CALL_NEXT)

        async def recall(self, window):
            await clerks[window].act(window, WindowAction.RECALL)

        async def serve(self, window):
            for action in (WindowAction.START, WindowAction.FINISH):
                await clerks[window].act(window, action)

    return Desk()


async def test_a_call_is_spoken_in_the_zone_of_its_window_and_the_hall_is_told(
    desk, voice_with, hall, tmp_path, spoken
):
    zones = {window: tmp_path / f"zone-{window}" for window in (1, 2)}
    voice = voice_with(server=hall.url)
    voice.configure(*(([at], f"clips+file://{zone}") for at, zone in zones.items())).join()
    await desk.call(1)
    await until(lambda: len(files(zones[1])) == 1)
    await desk.call(2)
    await until(lambda: len(files(zones[2])) == 1)
    await desk.recall(2)
    await until(lambda: len(files(zones[2])) == 2)
    await until(lambda: spoken() == 3)
    assert len(files(zones[1])) == 1
    await until(lambda: len(list(zones[2].glob("*-en.wav"))) == 1)  # a recall is said in all languages


async def test_calls_made_while_the_network_was_cut_are_spoken_once_when_it_is_back(
    desk, voice_with, tmp_path, spoken, cable
):
    folder = tmp_path / "zone"
    voice = voice_with(server=cable.url).configure([[1, 2], f"clips+file://{folder}"]).join()
    await desk.call(1)
    await until(lambda: spoken() == 1)
    cable.cut()
    await desk.call(2)
    await desk.serve(1)
    await desk.call(1)
    assert voice.said == [1]
    cable.mend()
    await until(lambda: spoken() == 3)
    assert voice.said == [1, 2, 3]
    assert len(files(folder)) == 3


async def test_a_hall_that_ends_during_a_sentence_is_told_of_it_when_it_is_back(
    desk, voice_with, hall, sink, spoken
):
    voice = voice_with(server=hall.url).configure([[1, 2], sink.address]).join()
    await desk.call(1)
    await until(lambda: sink.heard_s > 0)
    await asyncio.to_thread(hall.stop)
    await until(lambda: voice.said == [1])
    hall.start()
    await until(lambda: spoken() == 1)
    assert voice.said == [1]


async def test_a_voice_killed_in_the_middle_of_a_sentence_says_it_again_and_once(
    desk, voice_with, hall, sink, spoken
):
    voice = voice_with(server=hall.url).configure([[1, 2], sink.address]).start()
    await desk.call(1)
    await until(lambda: sink.heard_s > 0)
    voice.die()
    assert voice.said == []
    voice.join()
    await until(lambda: spoken() == 1)
    assert voice.said == [1]


async def test_a_voice_killed_before_it_could_tell_says_nothing_twice_and_tells_it_then(
    desk, voice_with, hall, sink, spoken
):
    voice = voice_with(server=hall.url).configure([[1, 2], sink.address]).start()
    await desk.call(1)
    await until(lambda: sink.heard_s > 0)
    await asyncio.to_thread(hall.stop)
    await until(lambda: voice.said == [1])
    voice.die()
    hall.start()
    assert spoken() == 0
    voice.join()
    await until(lambda: spoken() == 1)
    await desk.call(2)
    await until(lambda: spoken() == 2)
    assert voice.said == [2]


async def test_a_second_voice_on_the_same_speaker_is_refused_until_the_first_ends(
    desk, voice_with, hall, tmp_path, spoken
):
    address = f"clips+file://{tmp_path / 'zone'}"
    first = voice_with(server=hall.url).configure([[1, 2], address]).join()
    await desk.call(1)
    await until(lambda: spoken() == 1)
    second = voice_with("second", server=hall.url).configure([[1, 2], f"{address}?loudness=50"])
    with pytest.raises(SpeakerInUse, match="Another voice on this computer speaks over"):
        await second.join().ended()
    await first.end()
    second.join()
    await desk.call(2)
    await until(lambda: spoken() == 2)
    assert second.said == [2]


async def test_a_wall_whose_speaker_another_voice_has_says_so_and_speaks_when_it_is_free(
    desk, connect, tmp_path, spoken, monkeypatch
):
    monkeypatch.setattr("display.wall.work.AGAIN_AFTER_S", 0.05)
    posted, settings = [], VoiceSettings(speaker=f"clips+file://{tmp_path / 'zone'}")
    work = VoiceWork(await connect(Role.WALL), settings.plan, Memory(None), posted.append)
    async with asyncio.TaskGroup() as group:
        with alone_at(settings.speaker):
            speaking = group.create_task(work.run())
            await until(lambda: posted)
            assert posted[0].trouble.code == "speaker-in-use"
        await desk.call(1)
        await until(lambda: spoken() == 1)
        speaking.cancel()
    assert posted[1] == VoiceChanged(None)


@pytest.fixture
def without_english(tmp_path, beeps, monkeypatch):
    """A clip bank, and no synthesizer."""
    monkeypatch.setenv("PATH", str(tmp_path))
    bank = shutil.copytree(beeps, tmp_path / "bank")
    (bank / "en" / "beep.wav").unlink()
    return bank


async def test_a_wall_whose_clips_lack_words_says_so_still_when_its_speaker_is_free(
    desk, connect, without_english, monkeypatch, spoken
):
    monkeypatch.setattr("display.wall.work.AGAIN_AFTER_S", 0.05)
    speaker = f"clips+file://{without_english.with_name('zone')}"
    posted, settings = [], VoiceSettings(speaker=speaker, clips=without_english)
    work = VoiceWork(await connect(Role.WALL), settings.plan, Memory(None), posted.append)
    async with asyncio.TaskGroup() as group:
        with alone_at(settings.speaker):
            speaking = group.create_task(work.run())
            await until(lambda: len(posted) == 2)
        await desk.call(1)
        await until(lambda: spoken() == 1)
        speaking.cancel()
    troubles = [each.trouble.code for each in posted if isinstance(each, VoiceChanged)]
    assert troubles == ["words-missing", "speaker-in-use", "words-missing"]


async def test_windows_that_no_zone_speaks_for_are_named_at_the_start(voice_with, hall, tmp_path):
    voice = voice_with(server=hall.url).configure([[1], f"clips+file://{tmp_path / 'zone'}"])
    assert await asyncio.to_thread(voice.start().wait) == 2, voice.log
    assert "No zone speaks for window 2." in voice.log


async def test_a_device_that_is_no_wall_may_not_speak(voice_with, tmp_path):
    voice = voice_with(role=Role.KIOSK).configure([[1, 2], f"clips+file://{tmp_path / 'zone'}"])
    with pytest.raises(NotAWall, match="only a wall may say that calls were spoken"):
        await speak(voice.settings)


async def test_the_clips_of_a_hall_are_looked_through_without_a_hall(voice_with, tmp_path):
    voice = voice_with().configure([[1, 2], f"clips+file://{tmp_path / 'zone'}"])
    command = [PAIHAO, "voice", "--config", voice.configuration, "--check"]
    checked = await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, check=True, timeout=WITHIN_S
    )
    assert checked.stdout == "every word has a clip\n"
