"""kiosk.toml of a kiosk that hosts a cabinet, and the cabinet.toml beside it."""

from pathlib import Path

import pytest

from kiosk.config import read
from kiosk.hosting.config import read_hosted
from queue_core.config import ConfigErrors

KIOSK = """
credential = "kiosk-1.json"
cabinet = "cabinet.toml"
[devices]
readers = ["idcard+pcsc://Reader%2001"]
scanner = "scanner+serial:///dev/ttyS1"
staff_reader = "uid+pcsc://Staff%2000"
"""
CABINET = """
credential = "cabinet-l1.json"
[devices]
locker = "lock8a+serial:///dev/ttyS2?boards=1&channels=12"
[picture]
columns = [[1, 2], ["screen", 3]]
"""


def hosted(folder: Path, cabinet: str = CABINET, kiosk: str = KIOSK):
    (folder / "kiosk.toml").write_text(kiosk)
    (folder / "cabinet.toml").write_text(cabinet)
    return read_hosted(read(folder / "kiosk.toml"))


def mistake(folder: Path, cabinet: str):
    with pytest.raises(ConfigErrors) as caught:
        hosted(folder, cabinet)
    (only,) = caught.value.mistakes
    assert caught.value.path == folder / "cabinet.toml"
    assert only.remedy
    return only


def test_a_kiosk_hosts_the_cabinet_whose_file_lies_beside_its_own(tmp_path: Path) -> None:
    cabinet = hosted(tmp_path)
    assert cabinet is not None
    assert cabinet.credential == tmp_path / "cabinet-l1.json"
    assert cabinet.picture.columns == ((1, 2), ("screen", 3))


def test_a_kiosk_without_one_hosts_none(tmp_path: Path) -> None:
    assert hosted(tmp_path, kiosk=KIOSK.replace('cabinet = "cabinet.toml"\n', "")) is None


@pytest.mark.parametrize(
    "line",
    [
        'readers = ["idcard+pcsc://Reader%2002"]',
        'scanner = "scanner+serial:///dev/ttyS3"',
        'speaker = "clips+sound://default"',
        'printer = "escpos+tcp://10.4.0.31:9100"',
    ],
)
def test_what_is_the_kiosks_is_not_named_again(tmp_path: Path, line: str) -> None:
    found = mistake(tmp_path, CABINET.replace("[picture]", f"{line}\n[picture]"))
    assert (found.line, found.key) == (5, f"devices.{line.split(maxsplit=1)[0]}")


def test_the_screen_is_the_kiosks(tmp_path: Path) -> None:
    assert mistake(tmp_path, CABINET + '[screen]\nmode = "contrast"\n').key == "screen"


@pytest.mark.parametrize(
    "line", ['staff_reader = "uid+pcsc://Staff%2000"', 'staff_reader = "uid+pcsc://Reader%2001"']
)
def test_no_device_is_opened_by_both(tmp_path: Path, line: str) -> None:
    found = mistake(tmp_path, CABINET.replace("[picture]", f"{line}\n[picture]"))
    assert (found.line, found.key) == (5, "devices.staff_reader")


def test_the_boards_are_not_where_the_kiosks_scanner_is(tmp_path: Path) -> None:
    assert mistake(tmp_path, CABINET.replace("ttyS2", "ttyS1")).key == "devices.locker"


def test_a_cabinet_may_have_a_reader_of_staff_cards_of_its_own(tmp_path: Path) -> None:
    line = 'staff_reader = "uid+pcsc://Staff%2001"'
    cabinet = hosted(tmp_path, CABINET.replace("[picture]", f"{line}\n[picture]"))
    assert cabinet is not None
    assert cabinet.devices.staff_reader


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text(KIOSK)
    with pytest.raises(ConfigErrors) as caught:
        read_hosted(read(tmp_path / "kiosk.toml"))
    assert caught.value.path == tmp_path / "cabinet.toml"
