"""Speech made quicker or slower."""

import math
from array import array
from itertools import pairwise

import pytest

from drivers.protocol.sound import RATE
from drivers.protocol.stretching import QUICKEST, SLOWEST, stretched

HUM_HZ = 150


@pytest.fixture(scope="module")
def hum():
    """A second of a voice that hums."""
    waves = (math.sin(2 * math.pi * HUM_HZ * at / RATE) for at in range(RATE))
    return array("h", (round(9000 * each) for each in waves)).tobytes()


def crossings(samples):
    sound = array("h", samples)
    return sum(before < 0 <= after for before, after in pairwise(sound))


@pytest.mark.parametrize("speed", [SLOWEST, 0.9, 1.1, 1.25, QUICKEST])
def test_it_is_so_much_shorter_and_as_high(hum, speed):
    made = stretched(hum, speed)
    assert len(made) == pytest.approx(len(hum) / speed, rel=0.06)
    pitch_hz = crossings(made) / (len(made) / 2 / RATE)
    assert pitch_hz == pytest.approx(HUM_HZ, rel=0.03)


@pytest.mark.parametrize("speed", [SLOWEST, 1.25, QUICKEST])
def test_nothing_is_louder_than_it_was(hum, speed):
    made = array("h", stretched(hum, speed))
    assert max(map(abs, made)) <= max(map(abs, array("h", hum)))


def test_at_its_own_speed_it_is_the_same(hum):
    assert stretched(hum, 1) is hum


def test_what_is_too_short_to_be_stretched_stays(hum):
    assert stretched(hum[:400], 1.25) == hum[:400]


@pytest.mark.parametrize("speed", [SLOWEST - 0.01, QUICKEST + 0.01])
def test_beyond_what_is_understood_it_is_refused(hum, speed):
    with pytest.raises(ValueError, match="speed is from"):
        stretched(hum, speed)
