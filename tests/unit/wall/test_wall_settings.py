"""wall.toml, right and wrong."""

import re
from pathlib import Path

import pytest

import display.wall
from display.wall.legibility import Screen
from display.wall.samples import STANDPOINT, hall_view
from display.wall.settings import WallSettings
from display.wall.standpoint import Direction, Standpoint, strangers
from queue_core.config import ConfigErrors, load

README = Path(display.wall.__file__).parent / "README.md"


def test_the_shortest_file_that_works(tmp_path):
    path = tmp_path / "wall.toml"
    path.write_text('credential = "wall.json"\n')
    settings = load(path, WallSettings)
    assert settings.credential == tmp_path / "wall.json"
    assert settings.voice.plan.zones[0].address.startswith("clips+sound://default?bank=")


def test_a_wall_can_be_silent_and_a_hall_can_have_its_own_announcer(tmp_path):
    path = tmp_path / "wall.toml"
    path.write_text('credential = "wall.json"\n[voice]\nspeaker = ""\n')
    assert load(path, WallSettings).voice.plan is None
    path.write_text(
        'credential = "wall.json"\n[voice]\nspeaker = "clips+sound://Hall?loudness=60"\nclips = "ours"\n'
    )
    assert (
        load(path, WallSettings).voice.plan.zones[0].address
        == f"clips+sound://Hall?loudness=60&bank={tmp_path}/ours"
    )


def test_three_mistakes_are_named_at_once_with_line_and_remedy(tmp_path):
    path = tmp_path / "wall.toml"
    path.write_text('credential = 3\nmode = "day"\n[voice]\nspeaker = "loud"\n')
    with pytest.raises(ConfigErrors) as refused:
        load(path, WallSettings)
    assert [mistake.line for mistake in refused.value.mistakes] == [1, 2, 4]
    assert refused.value.mistakes[2].remedy == 'write like speaker = "clips+sound://default"'


def test_clips_in_the_speakers_address_are_told_to_stand_beside_it(tmp_path):
    path = tmp_path / "wall.toml"
    path.write_text('credential = "wall.json"\n[voice]\nspeaker = "clips+sound://default?bank=/srv/ours"\n')
    with pytest.raises(ConfigErrors) as refused:
        load(path, WallSettings)
    assert [mistake.remedy for mistake in refused.value.mistakes] == ['write clips = "FOLDER"']


def test_a_wall_says_where_it_stands_and_how_far_people_sit(tmp_path):
    path = tmp_path / "wall.toml"
    path.write_text(
        """
credential = "wall.json"
language = "zh-Hant"
places = ["a"]
[[arrows]]
to = "left"
windows = [1, 2]
[[arrows]]
to = "upstairs"
places = ["b"]
[screen]
diagonal_in = 55
viewing_m = 12
"""
    )
    settings = load(path, WallSettings)
    assert settings.screen.screen == Screen(diagonal_in=55, viewing_m=12)
    assert settings.standpoint == Standpoint(
        places=frozenset({"a"}),
        window_arrows={1: Direction.LEFT, 2: Direction.LEFT},
        place_arrows={"b": Direction.UPSTAIRS},
    )


@pytest.mark.parametrize(
    ("written", "key", "remedy"),
    [
        ('[[arrows]]\nto = "sideways"\nwindows = [1]', "arrows[0].to", "ahead-left"),
        (
            '[[arrows]]\nto = "left"\nwindows = [1, 2]\n[[arrows]]\nto = "right"\nwindows = [2]',
            "arrows[1].windows",
            "in one table",
        ),
        ("[screen]\ndiagonal_in = 5", "screen.diagonal_in", "10"),
        ("[screen]\nviewing_m = 0", "screen.viewing_m", "1"),
        ('language = "en"', "language", "zh-Hant"),
        ("windows = [0]", "windows[0]", "1"),
    ],
)
def test_each_mistake_about_the_place_of_a_wall_is_named(tmp_path, written, key, remedy):
    path = tmp_path / "wall.toml"
    path.write_text(f'credential = "wall.json"\n{written}\n')
    with pytest.raises(ConfigErrors) as refused:
        load(path, WallSettings)
    assert [mistake.key for mistake in refused.value.mistakes] == [key]
    assert remedy in refused.value.mistakes[0].remedy


def test_windows_and_places_that_the_hall_does_not_have_are_named():
    standpoint = Standpoint(
        windows=frozenset({3, 40}), places=frozenset({"a", "roof"}), window_arrows={41: Direction.LEFT}
    )
    assert strangers(standpoint, hall_view()) == ["40", "41", "roof"]
    assert strangers(STANDPOINT, hall_view()) == []


def test_the_documented_file_can_be_read(tmp_path):
    found = re.search(r"```toml\n(credential.*?)```", README.read_text(), re.DOTALL)
    path = tmp_path / "wall.toml"
    path.write_text(found[1])
    assert load(path, WallSettings).standpoint.has_arrows
