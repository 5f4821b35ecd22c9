"""voice.toml, right and wrong."""

from datetime import datetime

import pytest

from display.voice.manner import Hours, Plays
from display.voice.settings import VoiceSettings
from drivers.contract.speaker import Tongue
from queue_core.config import ConfigErrors, load


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "voice.toml"
        path.write_text(f'credential = "voice.json"\n{text}')
        return load(path, VoiceSettings)

    return read


@pytest.fixture
def mistakes(read):
    def mistakes(text):
        with pytest.raises(ConfigErrors) as refused:
            read(text)
        return [(each.line, each.problem, each.remedy) for each in refused.value.mistakes]

    return mistakes


def at(hour, minute=0):
    return datetime(2026, 11, 23, hour, minute)  # noqa: DTZ001 - the hall's own


def test_the_shortest_file_speaks_for_all_windows_over_this_computers_speaker(read):
    plan = read("").plan
    assert [zone.windows for zone in plan.zones] == [None]
    assert plan.zones[0].address.startswith("clips+sound://default?bank=")
    assert plan.manner.tongues == (Tongue.MANDARIN, Tongue.CANTONESE, Tongue.ENGLISH)
    assert plan.without_zone(range(1, 40)) == ()


def test_zones_have_windows_and_the_rest_is_named(read):
    plan = read("elsewhere = [9]\n[[zones]]\nwindows = [1, 2]\n[[zones]]\nwindows = [3]\n").plan
    assert plan.without_zone((1, 2, 3, 4, 9)) == (4,)
    assert plan.zone_of(3) is plan.zones[1]
    assert plan.zone_of(9) is None
    assert plan.zone_of(4) is plan.zones[0], "a window that was added during the day is not silent"


def test_languages_stand_in_the_halls_order(read):
    assert read('languages = ["yue", "zh-CN"]').manner.tongues == (Tongue.CANTONESE, Tongue.MANDARIN)


@pytest.mark.parametrize("languages", ["[]", '["en", "en"]'])
def test_a_language_twice_or_none_is_refused(mistakes, languages):
    ((line, problem, _),) = mistakes(f"languages = {languages}")
    assert (line, problem) == (2, "each language stands once, and one at least")


def test_a_window_of_two_zones_is_refused_since_its_calls_are_spoken_once(mistakes):
    ((line, problem, _),) = mistakes("[[zones]]\nwindows = [1, 2]\n[[zones]]\nwindows = [2]\n")
    assert (line, problem) == (5, "window 2 has a zone already")


def test_one_of_several_zones_must_name_its_windows(mistakes):
    ((line, _, remedy),) = mistakes("[[zones]]\nwindows = [1]\n[[zones]]\n")
    assert (line, remedy) == (4, "write windows = [1, 2, 3]")


def test_hours_speak_and_are_quiet_and_soft(read):
    manner = read(
        '[[quiet]]\nhours = "12:00-14:00"\n[[quiet]]\nhours = "20:00-07:00"\nplays = "nothing"\n'
        '[[loudness]]\nhours = "08:00-09:00"\npercent = 60\n'
    ).manner
    assert [manner.plays(at(hour)) for hour in (11, 12, 14, 20, 3)] == [
        None,
        Plays.CHIME,
        None,
        Plays.NOTHING,
        Plays.NOTHING,
    ]
    assert [manner.loudness_at(at(hour)) for hour in (8, 9)] == [0.6, 1.0]


def test_without_hours_of_loudness_the_speaker_stays_as_it_is_set(read):
    assert read("").manner.loudness_at(at(8)) is None


@pytest.mark.parametrize("hours", ["noon", "12:00", "12:00-12:00", "25:00-26:00", "12:60-13:00"])
def test_hours_that_are_none_are_refused_with_an_example(mistakes, hours):
    ((line, _, remedy),) = mistakes(f'[[quiet]]\nhours = "{hours}"\n')
    assert (line, remedy) == (3, 'write hours such as "12:00-14:00" or "20:00-07:00"')


@pytest.mark.parametrize(("minute", "covered"), [(719, False), (720, True), (839, True), (840, False)])
def test_the_second_of_two_times_does_not_belong_to_them(minute, covered):
    assert Hours.parse("12:00-14:00").cover(at(minute // 60, minute % 60)) is covered


@pytest.mark.parametrize("speed", [0.5, 2])
def test_a_speed_nobody_understands_is_refused(mistakes, speed):
    assert len(mistakes(f"speed = {speed}")) == 1
