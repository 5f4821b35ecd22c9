"""The cabinet as it is drawn, and CABINET.toml."""

import pytest

from kiosk.cabinet import samples as sample
from kiosk.cabinet.config import CabinetConfig
from kiosk.cabinet.viewmodels.picture import draw
from queue_core.config import ConfigErrors, load

DOORS = sample.VIEW.doors
LOCKER = 'credential = "c"\n[devices]\nlocker = "lock8a+serial:///dev/ttyS1?boards=1"\n'


@pytest.mark.parametrize("columns", [sample.COLUMNS, ()], ids=["as configured", "by the boards"])
def test_each_door_is_drawn_once_and_none_over_another(columns) -> None:
    drawn = draw(DOORS, columns, here=12, opened=(3,))
    numbers = [one.number for one in drawn if one.number]
    assert sorted(numbers) == [one.number for one in DOORS]
    assert [one.number for one in drawn if one.is_here] == [12]
    assert sum(one.width * one.height for one in drawn) == pytest.approx(1)
    assert all(one.x + one.width <= 1.001 and one.y + one.height <= 1.001 for one in drawn)


def test_a_column_of_doors_that_the_hall_does_not_have_is_left_out() -> None:
    drawn = draw(DOORS, ((1, 2), (77,)), here=None, opened=())
    assert [one.number for one in drawn] == [1, 2]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("[picture]\ncolumns = [[1, 2], [2]]\n", "draws 2 twice"),
        (
            'readers = ["idcard+pcsc://A"]\nstaff_reader = "uid+pcsc://A"\n',
            "is the reader that citizens use",
        ),
        ('scanner = "escpos+tcp://10.4.0.31:9100"\n', "scanner"),
    ],
    ids=["drawn twice", "one reader for both", "no scanner"],
)
def test_what_contradicts_itself_is_told(tmp_path, lines, problem) -> None:
    file = tmp_path / "cabinet.toml"
    file.write_text(LOCKER + lines)
    with pytest.raises(ConfigErrors, match=problem):
        load(file, CabinetConfig)


def test_a_cabinet_needs_only_its_credential_and_its_locker(tmp_path) -> None:
    file = tmp_path / "cabinet.toml"
    file.write_text(LOCKER)
    assert load(file, CabinetConfig).devices.readers == ()
