"""`paihao-sim devices --all`: a far end for every driver, checked by the command it prints itself."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import serial
from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from sim.bench.app import Bench

README = Path(__file__).parents[3] / "sim" / "README.md"
START = [sys.executable, "-c", "from sim.cli import main; main()", "devices", "--all"]
ANSWERS_WITHIN_S = 15
pytestmark = pytest.mark.timeout(60)


class Devices:
    def __init__(self, run: Path) -> None:
        self.run = run
        self.process = subprocess.Popen([*START, "--run", str(run)], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.printed: list[str] = []
        for line in self.process.stdout:
            self.printed.append(line.strip())
            if line.strip().endswith("devices.json"):
                break
        self.described = json.loads((run / "devices.json").read_text())

    def pull(self, lever: str, **arguments: object) -> dict:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(ANSWERS_WITHIN_S)
            line.connect(self.described["levers"])
            line.sendall(json.dumps({"lever": lever, **arguments}).encode() + b"\n")
            with line.makefile() as replies:
                return json.loads(replies.readline())

    def end(self) -> int:
        self.process.terminate()
        self.process.communicate(timeout=20)
        return self.process.returncode


@pytest.fixture(scope="module")
def devices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Devices]:
    running = Devices(tmp_path_factory.mktemp("all"))
    yield running
    assert running.end() == 0
    assert {path.name for path in running.run.iterdir()} <= {"tickets", "spoken"}
    assert not any(Path(place).exists() for place in left_elsewhere(running.described["env"]))


@pytest.fixture
def bench(devices: Devices, qtbot) -> Iterator[Bench]:
    opened = Bench(devices.run / "devices.json")
    qtbot.waitUntil(lambda: len(opened.model.further.lockers) == 2, timeout=5000)
    yield opened
    opened.close()


@pytest.fixture
def press(bench: Bench, qtbot) -> Callable[[int, str], None]:
    """Presses what has a name, on a page."""

    def pressed(page: int, name: str) -> None:
        bench.window.setProperty("page", page)
        qtbot.waitUntil(lambda: is_shown(item_named(bench.window.contentItem(), name)), timeout=5000)
        bench.window.grabWindow()  # draws it: now all of it is where it stays
        item = item_named(bench.window.contentItem(), name)
        assert item is not None
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(bench.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    return pressed


def is_shown(item: QQuickItem | None) -> bool:
    return item is not None and item.isVisible() and item.width() * item.height() > 0


def item_named(root: QQuickItem, name: str) -> QQuickItem | None:
    if root.objectName() == name:
        return root
    return next((found for child in root.childItems() if (found := item_named(child, name))), None)


def left_elsewhere(env: dict[str, str]) -> list[str]:
    return [env["UMOCKDEV_DIR"], env["PULSE_COOKIE"], env["PCSCLITE_CSOCK_NAME"]]


def schemes(addresses: list[str]) -> set[str]:
    return {address.partition("://")[0] for address in addresses}


def test_every_driver_has_an_address_and_all_of_them_are_online(devices: Devices) -> None:
    command = next(line for line in devices.printed if "umockdev-wrapper paihao devices check" in line)
    folder = Path(sys.executable).parent
    checked = subprocess.run(
        ["sh", "-c", f"{command} --json"],
        env=os.environ | {"PATH": f"{folder}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    rows = json.loads(checked.stdout)
    assert [row["address"] for row in rows] == devices.described["addresses"]
    assert {row["address"]: row["state"] for row in rows if row["state"] != "online"} == {}
    listed = subprocess.run(
        [str(folder / "paihao"), "devices", "list", "--json"], capture_output=True, text=True, check=True
    )
    known = {driver["scheme"] for driver in json.loads(listed.stdout)["drivers"]}
    assert schemes(devices.described["addresses"]) == known
    assert checked.returncode == 0


def test_the_readme_lists_every_lever_and_no_other(devices: Devices) -> None:
    rows = [
        row
        for table in ("lever", "more levers")
        for row in README.read_text().split(f"| {table} |")[1].split("\n\n")[0].splitlines()
    ]
    told = {name for row in rows for name in re.findall(r"`([a-z_.]+)`", row.split(" | ")[0])}
    assert told == set(devices.pull("levers")["levers"])


def test_residence_permits_and_staff_cards_lie_where_hands_lay_them(devices: Devices) -> None:
    keys = [one["key"] for one in devices.pull("residents")["residents"]]
    assert {"he-yongshi", "lemaire-new"} <= set(keys)
    for reader in ("serial", "tcp"):
        assert devices.pull("samv.lay", reader=reader, person=keys[0])["ok"]
        assert devices.pull("samv.wait", reader=reader, present=True)["ok"]
        assert devices.pull("samv.lift", reader=reader)["ok"]
        assert not devices.pull("samv.state", reader=reader)["present"]
    assert devices.pull("card.lay", slot="id", card="staff", options={"serial": "04A1B2C3D4E5F6"})["ok"]
    assert devices.pull("card.state", slot="id")["card"] == "staff"
    devices.pull("card.lift", slot="id")


def test_a_forced_door_stands_open_until_it_is_shut(devices: Devices) -> None:
    door = {"locker": "lock8a", "board": 1, "door": 5}
    assert devices.pull("door.force", **door)["ok"]
    assert devices.pull("door.wait", **door, open=True)["ok"]
    assert devices.pull("locker.state", locker="lock8a")["boards"][0]["open"] == [5]
    devices.pull("door.block", **door, blocked=True)
    devices.pull("door.close", **door)
    assert devices.pull("door.wait", **door, open=False, within_s=0.05)["code"] == "not-in-time"
    devices.pull("door.block", **door, blocked=False)
    devices.pull("door.close", **door)
    assert devices.pull("door.wait", **door, open=False)["ok"]


def test_a_ticket_is_presented_taken_or_drawn_back_at_the_kiosk(devices: Devices) -> None:
    before = devices.pull("printer.state", printer="kiosk")["tickets"]
    with Path(devices.run / "ttyKIOSK").open("wb", buffering=0) as line:
        line.write(b"A\n\x1dVB\x00\x1de\x03\x20")
        devices.pull("printer.wait", printer="kiosk", count=before + 1)
        taken = devices.pull("printer.take", printer="kiosk")["ticket"]
        assert (taken["n"], taken["place"]) == (before + 1, "taken")
        line.write(b"B\n\x1dVB\x00\x1de\x03\x20\x1de\x02")
        devices.pull("printer.wait", printer="kiosk", count=before + 2)
        assert devices.pull("printer.state", printer="kiosk")["retracted"] == [before + 2]
    assert devices.pull("printer.jam", printer="tcp", jammed=True)["code"] == "bad-lever"


def test_a_sound_system_that_died_cannot_hang(devices: Devices) -> None:
    assert devices.pull("link.plug", link="sound", **{"in": False})["ok"]
    assert devices.pull("sound.freeze", frozen=True)["code"] == "bad-lever"
    assert devices.pull("link.plug", link="sound", **{"in": True})["ok"]
    assert devices.pull("link.plug", link="sound", **{"in": True})["ok"]
    assert devices.pull("sound.freeze", frozen=False)["ok"]


def test_every_line_can_be_pulled_and_put_in_again(devices: Devices) -> None:
    links = devices.pull("links")["links"]
    assert set(devices.described["strips"]) == {
        link.removeprefix("strip.") for link in links if link[:6] == "strip."
    }
    for link in links:
        assert devices.pull("link.plug", link=link, **{"in": False})["ok"], link
        assert devices.pull("link.plug", link=link, **{"in": True})["ok"], link


def test_a_line_that_babbles_is_quiet_again_when_it_is_mended(devices: Devices) -> None:
    with serial.Serial(str(devices.run / "ttySAMV"), timeout=5) as line:
        assert devices.pull("fault.set", link="samv.serial", flood_per_s=5000)["ok"]
        assert len(line.read(300)) == 300
        assert devices.pull("fault.clear", link="samv.serial")["ok"]
        line.timeout = 0.2
        while line.read(4096):
            pass
        line.write(bytes.fromhex("AAAAAA96690003 11FF ED".replace(" ", "")))  # asks how it is
        line.timeout = 5
        assert line.read(5) == bytes.fromhex("AAAAAA9669")


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({"lever": "samv.lay", "reader": "serial", "person": "nobody"}, "bad-lever"),
        ({"lever": "strip.state", "strip": "roof"}, "bad-lever"),
        ({"lever": "strip.state", "strip": "bx-tcp", "address": 9}, "bad-lever"),
        ({"lever": "door.force", "locker": "wkly", "board": 0, "door": 99}, "bad-lever"),
        ({"lever": "locker.state", "locker": "safe"}, "bad-lever"),
        ({"lever": "keypad.press", "key": "SMILE"}, "bad-lever"),
        ({"lever": "link.noise", "link": "keypad", "hex": "00"}, "bad-lever"),
        ({"lever": "link.plug", "link": "moon", "in": True}, "bad-lever"),
        ({"lever": "fault.set", "link": "moon"}, "bad-lever"),
        ({"lever": "printer.state", "printer": "laser"}, "bad-lever"),
        ({"lever": "card.lay", "slot": "id", "card": "staff", "options": {"serial": "0102"}}, "bad-lever"),
        ({"lever": "strip.wait", "strip": "strip51", "text": "号", "within_s": 0.05}, "not-in-time"),
        ({"lever": "sound.wait", "heard_s": 1, "within_s": 0.05}, "not-in-time"),
        ({"lever": "inputs.drop", "device": "mouse"}, "bad-lever"),
    ],
)
def test_a_lever_that_cannot_be_pulled_says_why(devices: Devices, request_: dict, code: str) -> None:
    reply = devices.pull(**request_)
    assert (reply["ok"], reply["code"]) == (False, code)
    assert reply["remedy"]


def test_a_permit_is_laid_and_a_door_forced_and_shut_with_the_mouse(bench: Bench, press, qtbot) -> None:
    press(2, "holder-he-yongshi")
    press(2, "samv-lay-tcp")
    qtbot.waitUntil(lambda: bench.model.further.samvs[1]["present"], timeout=5000)
    press(2, "samv-lift-tcp")
    qtbot.waitUntil(lambda: not bench.model.further.samvs[1]["present"], timeout=5000)
    press(3, "door-wkly-3")
    qtbot.waitUntil(lambda: bench.model.further.lockers[1]["boards"][0]["open"] == [3], timeout=5000)
    press(3, "door-wkly-3")
    qtbot.waitUntil(lambda: bench.model.further.lockers[1]["boards"][0]["open"] == [], timeout=5000)
    assert bench.model.refusal == ""


def test_a_code_is_scanned_and_a_strip_read_on_the_bench(
    bench: Bench, devices: Devices, press, qtbot
) -> None:
    with serial.Serial(str(devices.run / "ttyACM0"), timeout=5) as line:
        press(2, "scan-serial")
        assert line.read(17) == b"PH-20260301-A023\r"
    press(2, "keypad-KP5")
    qtbot.waitUntil(lambda: all(strip["url"] for strip in bench.model.further.strips), timeout=5000)
    press(3, "hand-jam")
    press(2, "sound-listen")
    qtbot.waitUntil(lambda: "听到 0.0 s" in bench.model.further.heard, timeout=5000)
    assert bench.model.refusal == ""


def test_a_presented_ticket_is_taken_with_the_mouse(bench: Bench, devices: Devices, press, qtbot) -> None:
    def seen() -> dict[int, str]:
        return {ticket["n"]: ticket["place"] for ticket in bench.model.printers[3]["printed"]}

    with Path(devices.run / "ttyKIOSK").open("wb", buffering=0) as line:
        line.write(b"C\n\x1dVB\x00\x1de\x03\x20")
    qtbot.waitUntil(lambda: "at_output" in seen().values(), timeout=5000)
    number = max(seen())
    press(1, f"ticket-kiosk-{number}")
    qtbot.waitUntil(lambda: number not in seen(), timeout=5000)
    assert devices.pull("printer.tickets", printer="kiosk")["tickets"][-1]["taken"]


def test_the_addresses_come_as_json_too(tmp_path: Path) -> None:
    process = subprocess.Popen([*START, "--json", "--run", str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = json.loads(process.stdout.readline())
    assert told == json.loads((tmp_path / "devices.json").read_text())
    process.terminate()
    process.communicate(timeout=20)
    assert process.returncode == 0


def test_not_saying_all_starts_nothing(tmp_path: Path) -> None:
    refused = subprocess.run(
        [*START[:-1], "--run", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert refused.returncode != 0
    assert "--all" in refused.stderr
    assert list(tmp_path.iterdir()) == []
