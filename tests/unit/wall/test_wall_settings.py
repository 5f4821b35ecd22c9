"""wall.toml, right and wrong."""

import pytest

from display.wall.settings import WallSettings
from queue_core.config import ConfigErrors, load


def test_the_shortest_file_that_works(tmp_path):
    path = tmp_path / "wall.toml"
    path.write_text('credential = "wall.json"\n')
    settings = load(path, WallSettings)
    assert settings.credential == tmp_path / "wall.json"
    assert settings.voice.output == "sound"


def test_three_mistakes_are_named_at_once_with_line_and_remedy(tmp_path):
    path = tmp_path / "wall.toml"
    path.write_text('credential = 3\nmode = "day"\n[voice]\noutput = "folder"\n')
    with pytest.raises(ConfigErrors) as refused:
        load(path, WallSettings)
    assert [mistake.line for mistake in refused.value.mistakes] == [1, 2, 4]
    assert refused.value.mistakes[2].remedy == 'add `folder = "spoken"`'
