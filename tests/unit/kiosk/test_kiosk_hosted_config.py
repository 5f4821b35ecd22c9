"""kiosk.toml of a kiosk that hosts a cabinet, and the cabinet.toml beside it."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from kiosk.app import hosting_of
from kiosk.config import read
from kiosk.hosting.config import read_hosted, require_one_hall
from queue_core.client import Credential
from queue_core.config import ConfigErrors, load
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.settings import HallSettings
from queue_core.wire.words import Role

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
DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"


@pytest.fixture(scope="module")
def halls(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The certificates of two halls."""
    settings = load(DEMO, HallSettings)
    folders = [DataFolder(tmp_path_factory.mktemp("halls") / name) for name in ("north", "south")]
    for folder in folders:
        found(folder, settings)
    north, south = (folder.certificate.read_text() for folder in folders)
    return north, south


def enrolled(role: Role, certificate: str, server: str = "https://10.4.0.2:8443") -> Credential:
    device = {Role.KIOSK: "K1", Role.CABINET: "L1"}[role]
    return Credential(server=server, role=role, device=device, token="secret", certificate=certificate)


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


@pytest.mark.parametrize("server", ["https://10.4.0.2:8443", "https://south.example.org:8443"])
def test_a_cabinet_of_another_hall_keeps_the_kiosk_from_starting(tmp_path: Path, halls, server: str) -> None:
    north, south = halls
    kiosk = enrolled(Role.KIOSK, north)
    enrolled(Role.CABINET, south, server).save(tmp_path / "cabinet-l1.json")
    (tmp_path / "kiosk.toml").write_text(KIOSK)
    (tmp_path / "cabinet.toml").write_text(CABINET)
    with pytest.raises(ConfigErrors) as caught:
        hosting_of(read(tmp_path / "kiosk.toml"), kiosk)
    (only,) = caught.value.mistakes
    assert (caught.value.path, only.line, only.key) == (tmp_path / "cabinet.toml", 2, "credential")
    assert (server in only.problem) is (server != kiosk.server)
    assert "enrolment-code" in only.remedy
    assert "secret" not in str(caught.value)


def test_one_hall_may_have_two_addresses(tmp_path: Path, halls) -> None:
    north, _ = halls
    cabinet = enrolled(Role.CABINET, north.replace("\n", "\r\n"), "https://hall.example.org:8443")
    require_one_hall(enrolled(Role.KIOSK, north), cabinet, tmp_path / "cabinet.toml")
