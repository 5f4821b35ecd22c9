"""wall.toml, right and wrong."""

import pytest

from display.wall.settings import WallSettings
from queue_core.config import ConfigErrors, load


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
