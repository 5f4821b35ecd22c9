"""What a voice has said, and who else speaks."""

import subprocess
import sys

import pytest

from display.voice.alone import alone_at
from display.voice.errors import SpeakerInUse
from display.voice.said import KEPT, Memory

HOLD = """
import sys
from display.voice.alone import alone_at
with alone_at(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def place(tmp_path):
    return tmp_path / "voice.said.json"


def test_what_was_said_is_known_to_the_next_program_and_told_by_it(place, call):
    Memory(place).keep([call(1), call(2)], to_be_told=True)
    after = Memory(place)
    assert after.has(call(1))
    assert after.untold() == (1, 2)


def test_what_the_hall_was_told_is_not_told_again(place, call):
    memory = Memory(place)
    memory.keep([call(1)], to_be_told=True)
    memory.told(1)
    assert Memory(place).untold() == ()
    assert Memory(place).has(call(1))


def test_a_hall_that_counts_its_calls_anew_is_not_taken_for_the_old_one(place, call):
    Memory(place).keep([call(1)], to_be_told=True)
    assert not Memory(place).has(call(1, age_ms=5))


def test_only_the_last_calls_are_kept(place, call):
    memory = Memory(place)
    for number in range(1, KEPT + 2):
        memory.keep([call(number)], to_be_told=False)
    assert not Memory(place).has(call(1))
    assert Memory(place).has(call(KEPT + 1))


def test_others_may_not_read_it(place, call):
    Memory(place).keep([call(1)], to_be_told=True)
    assert place.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"{", b'[{"call_id": "one"}]', bytes(20)])
def test_a_file_that_is_not_ours_is_nothing(place, call, content):
    place.write_bytes(content)
    assert not Memory(place).has(call(1))


def test_a_disk_that_cannot_be_written_stops_no_voice(tmp_path, call):
    memory = Memory(tmp_path / "nowhere" / "said.json")
    memory.keep([call(1)], to_be_told=True)
    assert memory.untold() == (1,)


def test_one_speaker_has_one_voice_however_its_address_is_written():
    with alone_at("clips+sound://Hall"):
        with pytest.raises(SpeakerInUse), alone_at("clips+sound://Hall?loudness=50"):
            pass
        with alone_at("clips+sound://Yard"):
            pass
    with alone_at("clips+sound://Hall"):
        pass


def test_a_speaker_is_free_the_instant_its_voice_is_killed():
    command = [sys.executable, "-c", HOLD, "clips+sound://Killed"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(SpeakerInUse), alone_at("clips+sound://Killed"):
            pass
        other.kill()
        other.wait()
    with alone_at("clips+sound://Killed"):
        pass
