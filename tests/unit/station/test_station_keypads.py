from pathlib import Path

import pytest

from counter.station.config import StationConfig
from queue_core.config import ConfigErrors, load

KEYPAD = "keypad+input:///dev/input/by-id/usb-keypad-event-kbd"


def written(folder: Path, windows: str) -> StationConfig:
    file = folder / "station.toml"
    file.write_text(f'credential = "station.json"\nwindows = [{windows}]\n')
    return load(file, StationConfig)


def test_a_window_may_have_a_keypad_and_nothing_else(tmp_path: Path) -> None:
    config = written(tmp_path, f'{{ window = 3, keypad = "{KEYPAD}" }}')
    assert (config.windows[0].keypad, config.windows[0].address, config.bus) == (KEYPAD, None, None)


@pytest.mark.parametrize(
    ("windows", "key", "problem", "remedy"),
    [
        (
            '{ window = 3, keypad = "scanner+input:///dev/input/event0" }',
            "windows[0].keypad",
            "wanted",
            "keypad+",
        ),
        (f'{{ window = 3, keypad = "{KEYPAD}?keys=1,2" }}', "windows[0].keypad", "five different", "keypad+"),
        (
            f'{{ window = 3, keypad = "{KEYPAD}" }}, {{ window = 4, keypad = "{KEYPAD}" }}',
            "windows[1].keypad",
            "there already",
            "own",
        ),
        ("{ window = 3 }", "windows[0]", "no keypad", "its keypad"),
    ],
)
def test_each_mistake_with_a_keypad_is_named_with_what_to_write(
    tmp_path: Path, windows: str, key: str, problem: str, remedy: str
) -> None:
    with pytest.raises(ConfigErrors) as refused:
        written(tmp_path, windows)
    (mistake,) = refused.value.mistakes
    assert mistake.key == key
    assert problem in mistake.problem
    assert remedy in mistake.remedy
