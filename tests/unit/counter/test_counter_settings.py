"""COUNTER.toml: what is wrong in it is said with its line, and what to write instead."""

from pathlib import Path

import pytest

from counter.flow.state import Layout
from counter.keys import DEFAULT_KEYS, is_key, key_of, keys_in_effect
from counter.settings import CounterSettings
from queue_core.config import ConfigErrors, load

HEAD = 'credential = "counter-3.credential"\nwindows = [3]\n'


def written(folder: Path, text: str) -> CounterSettings:
    path = folder / "counter.toml"
    path.write_text(HEAD + text)
    return load(path, CounterSettings)


def complaint(folder: Path, text: str) -> str:
    with pytest.raises(ConfigErrors) as caught:
        written(folder, text)
    return str(caught.value)


def test_a_counter_needs_its_credential_and_windows_alone(tmp_path: Path) -> None:
    settings = written(tmp_path, "")
    assert (settings.layout, settings.on_top, settings.look) == (Layout.DOCK, True, "day")
    assert keys_in_effect(settings.keys) == dict(DEFAULT_KEYS)


def test_a_written_key_takes_the_place_of_its_default(tmp_path: Path) -> None:
    settings = written(tmp_path, '[keys]\ncall-next = "F1"\nhold = "Ctrl+H"\n')
    keys = keys_in_effect(settings.keys)
    assert (keys["call-next"], keys["hold"], keys["recall"]) == ("F1", "Ctrl+H", "F3")


def test_keys_may_change_places(tmp_path: Path) -> None:
    settings = written(tmp_path, '[keys]\nstart = "F5"\nfinish = "F4"\n')
    assert keys_in_effect(settings.keys)["start"] == "F5"


@pytest.mark.parametrize(
    ("keys", "line", "words"),
    [
        ('applaud = "F1"\n', 4, "nothing is called so"),
        ('recall = "F3"\nstart = "1"\n', 5, "no key"),
        ('start = "Enter"\n', 4, "no key"),
        ('start = "F13"\n', 4, "no key"),
        ('start = "t"\n', 4, "no key"),
        ('start = "F5"\n', 4, "F5 does finish already"),
        ('hold = "Ctrl+H"\nbook = "Ctrl+H"\n', 5, "Ctrl+H does hold already"),
    ],
)
def test_a_mistake_in_the_keys_is_said_with_its_line(
    tmp_path: Path, keys: str, line: int, words: str
) -> None:
    said = complaint(tmp_path, f"[keys]\n{keys}")
    assert words in said
    assert f":{line}" in said


def test_no_two_defaults_are_the_same_key_and_each_is_one() -> None:
    assert len(set(DEFAULT_KEYS.values())) == len(DEFAULT_KEYS)
    assert all(map(is_key, DEFAULT_KEYS.values()))


def test_what_is_never_possible_together_has_one_key() -> None:
    keys = keys_in_effect({})
    assert key_of("resume", keys) == key_of("pause", keys) == "F8"
    assert key_of("close", keys) == key_of("open", keys) == "F9"


def test_a_card_reader_for_citizens_is_no_reader_of_staff_cards(tmp_path: Path) -> None:
    assert "staff_reader" in complaint(tmp_path, 'staff_reader = "nonsense+serial:///dev/ttyS1"\n')
