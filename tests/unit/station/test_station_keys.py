from pathlib import Path

import pytest

from counter.station.config import StationConfig
from counter.station.plan import Step, due
from queue_core.config import ConfigErrors, load
from queue_core.wire.words import WindowAction, WindowState

LEAST = """
credential = "station.json"
bus = "ff68+serial:///dev/ttyS1"

[[windows]]
window = 3
address = 1
"""


def written(folder: Path, text: str) -> StationConfig:
    file = folder / "station.toml"
    file.write_text(text)
    return load(file, StationConfig)


@pytest.mark.parametrize(
    ("digits", "key", "steps"),
    [
        ((), 0x0A, (Step.START,)),
        ((), 0x0B, (Step.FINISH,)),
        ((), 0x0C, (Step.FINISH_IF_SERVING, Step.CALL_NEXT)),
        ((), 0x0D, (Step.RECALL,)),
        ((6,), 0x0F, (Step.NO_SHOW,)),
        ((5,), 0x0F, None),
        ((0, 6), 0x0F, None),
        ((), 0x0F, None),
    ],
)
def test_keys_mean_what_halls_are_used_to(
    tmp_path: Path, digits: tuple[int, ...], key: int, steps: tuple[Step, ...] | None
) -> None:
    assert written(tmp_path, LEAST).steps(digits, key) == steps


def test_a_hall_says_itself_what_its_keys_mean(tmp_path: Path) -> None:
    config = written(tmp_path, LEAST + '[keys]\n"12+0C" = ["no-show", "call-next"]\n[rating_levels]\n0 = 1\n')
    assert config.steps((1, 2), 0x0C) == (Step.NO_SHOW, Step.CALL_NEXT)
    assert config.steps((), 0x0C) is None
    assert (config.level(0), config.level(3)) == (1, None)


def test_four_keys_say_four_of_the_five_levels(tmp_path: Path) -> None:
    config = written(tmp_path, LEAST)
    assert [config.level(value) for value in range(5)] == [2, 3, 4, 5, None]


def test_the_credential_lies_beside_the_file(tmp_path: Path) -> None:
    assert written(tmp_path, LEAST).credential == tmp_path / "station.json"


@pytest.mark.parametrize(
    ("mistake", "key", "remedy"),
    [
        ('bus = "ff68+serial:///dev/ttyS1?bauds=9600"', "bus", "ff68+serial"),
        ('bus = "escpos+tcp://10.4.0.31"', "bus", "ff68+serial"),
        ('keys = { "C" = ["start"] }', "keys.C.[key]", "0A"),
        ('keys = { "1F" = ["start"] }', "keys.1F.[key]", "13"),
        ('keys = { "123+0C" = ["start"] }', "keys.123+0C.[key]", "two digits"),
        ('keys = { "0C" = ["cal"] }', "keys.0C[0]", "call-next"),
        ("rating_levels = { 5 = 5 }", "rating_levels.5.[key]", "0, 1, 2, 3 or 4"),
        ('reasons = { hold = "" }', "reasons.hold", ""),
        ("rating_levels = { 3 = 6 }", "rating_levels.3", "5"),
        ("windows = []", "windows", ""),
        ("windows = [{ window = 1, address = 128 }]", "windows[0].address", "127"),
        ("windows = [{ window = 1, address = 1 }, { window = 2, address = 1 }]", "windows[1].address", "own"),
        ("windows = [{ window = 1, address = 1 }, { window = 1, address = 2 }]", "windows[1].window", "own"),
    ],
)
def test_each_mistake_is_named_with_its_key_and_what_to_write(
    tmp_path: Path, mistake: str, key: str, remedy: str
) -> None:
    whole = {"credential": 'credential = "station.json"', "bus": 'bus = "ff68+serial:///dev/ttyS1"'}
    whole["windows"] = "windows = [{ window = 3, address = 1 }]"
    whole[mistake.split(" ", 1)[0]] = mistake
    with pytest.raises(ConfigErrors) as refused:
        written(tmp_path, "\n".join(whole.values()))
    assert [found.key for found in refused.value.mistakes] == [key]
    assert remedy in refused.value.mistakes[0].remedy


@pytest.mark.parametrize(
    ("state", "planned"),
    [
        (WindowState.SERVING, (Step.FINISH, Step.CALL_NEXT)),
        (WindowState.FREE, (Step.CALL_NEXT,)),
        (WindowState.CALLED, (Step.CALL_NEXT,)),
        (None, (Step.CALL_NEXT,)),
    ],
)
def test_the_call_key_finishes_first_only_while_serving(
    state: WindowState | None, planned: tuple[Step, ...]
) -> None:
    assert due((Step.FINISH_IF_SERVING, Step.CALL_NEXT), state) == planned


@pytest.mark.parametrize("step", sorted(set(Step) - {Step.FINISH_IF_SERVING}))
def test_every_other_step_applies_always(step: Step) -> None:
    assert due((step,), WindowState.FREE) == (step,)


def test_what_needs_no_reason_is_an_action_of_that_name() -> None:
    assert set(Step) - {Step.FINISH_IF_SERVING, Step.HOLD, Step.PAUSE} == {
        Step(action.value) for action in WindowAction
    }
