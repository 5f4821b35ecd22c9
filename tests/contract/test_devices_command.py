import importlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from drivers.catalog.table import DRIVERS
from drivers.cli import _told, app
from drivers.contract.errors import BadAddress
from drivers.contract.events import Scanned
from drivers.runtime.opening import load
from sim.halls import person
from sim.peers.ssc import SocialSecurityChip
from sim.rig import PrivatePcscd, PtyBus, PtyPrinter, TcpPrinter
from sim.rig.inputs import InputWorld

PLUGGED_IN = """\
P: /devices/pci0000:00/usb1/1-1
E: SUBSYSTEM=usb
E: DEVTYPE=usb_device
A: idVendor=0400
A: idProduct=c35a

P: /devices/pci0000:00/usb1/1-2
E: SUBSYSTEM=usb
E: DEVTYPE=usb_device
A: idVendor=1eab
A: idProduct=0c06

P: /devices/pci0000:00/usb1/1-2/1-2:1.0/ttyUSB0
E: SUBSYSTEM=usb-serial

P: /devices/pci0000:00/usb1/1-2/1-2:1.0/ttyUSB0/tty/ttyUSB0
N: ttyUSB0
S: serial/by-id/usb-Newland_FM420_NL1-if00-port0
E: SUBSYSTEM=tty
E: DEVNAME=/dev/ttyUSB0
E: DEVLINKS=/dev/serial/by-id/usb-Newland_FM420_NL1-if00-port0

P: /devices/pci0000:00/usb1/1-3
E: SUBSYSTEM=usb
E: DEVTYPE=usb_device
A: idVendor=0483
A: idProduct=5743

P: /devices/pci0000:00/usb1/1-3/1-3:1.0/usbmisc/lp0
N: usb/lp0
E: SUBSYSTEM=usbmisc
E: DEVNAME=/dev/usb/lp0
"""


def run(*words: str, code: int = 0) -> str:
    ran = CliRunner().invoke(app, list(words))
    assert ran.exit_code == code, ran.output
    return ran.stdout


@pytest.fixture
def plugged_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A scanner at a serial port, a printer, and a card module on raw USB."""
    monkeypatch.setattr(sys, "path", [*sys.path, "/usr/lib/python3/dist-packages"])  # Debian's python3-gi
    gi = importlib.import_module("gi")
    gi.require_version("UMockdev", "1.0")
    world = importlib.import_module("gi.repository.UMockdev").Testbed.new()
    world.add_from_string(PLUGGED_IN)
    monkeypatch.setitem(os.environ, "UMOCKDEV_DIR", world.get_root_dir())
    yield
    del world


def test_the_list_names_every_driver_its_options_and_the_readers_that_are_there(
    private_pcscd: PrivatePcscd,
) -> None:
    shown = CliRunner().invoke(app, ["list", "--json"])
    assert shown.exit_code == 0
    listed = json.loads(shown.stdout)
    assert private_pcscd.reader(0) in [found["place"] for found in listed["found"]]
    drivers = {driver["scheme"]: driver for driver in listed["drivers"]}
    assert set(drivers) == set(DRIVERS)
    for scheme, entry in DRIVERS.items():
        assert drivers[scheme]["ledger"] == entry.ledger
        assert [option["name"] for option in drivers[scheme]["options"]] == [o.name for o in entry.options]


@pytest.mark.usefixtures("private_pcscd")
def test_the_list_can_be_read_by_a_person() -> None:
    shown = CliRunner().invoke(app, ["list"])
    assert shown.exit_code == 0
    assert all(scheme in shown.stdout for scheme in DRIVERS)


@pytest.mark.parametrize("entry", DRIVERS.values(), ids=list(DRIVERS))
def test_every_module_of_the_table_opens_devices_and_knows_what_they_can_do(entry: object) -> None:
    module = load(entry)  # type: ignore[arg-type]
    assert callable(module.open_device)
    assert callable(module.capabilities)


@pytest.mark.mocked_input
@pytest.mark.usefixtures("private_pcscd", "plugged_in")
@pytest.mark.filterwarnings("ignore::ImportWarning")
def test_what_is_plugged_in_is_found_with_addresses_that_can_be_pasted() -> None:
    found = {place["place"]: place for place in json.loads(run("find", "--json"))}
    scanner = found["/dev/serial/by-id/usb-Newland_FM420_NL1-if00-port0"]
    assert scanner["usb"] == "1EAB:0C06"
    assert scanner["addresses"] == ["scanner+serial:///dev/serial/by-id/usb-Newland_FM420_NL1-if00-port0"]
    assert found["/dev/usb/lp0"]["usb"] == "0483:5743"
    assert "SAM_V" in found["1-1"]["known"]
    assert not found["1-1"]["addresses"]


@pytest.mark.parametrize(
    "address",
    ["escpos+tcp://..printer:9100", "escpos+file:///dev/null"],
    ids=["no name of a computer", "a device that cannot be waited for"],
)
def test_an_address_at_which_nothing_can_be_costs_no_other_device_its_line(
    address: str, tmp_path: Path
) -> None:
    mistaken, speaker = json.loads(run("check", "--json", address, f"clips+file://{tmp_path}", code=1))
    assert mistaken["trouble"]["code"] == "cannot-open"
    assert speaker["online"]


@pytest.mark.mocked_input
def test_scanners_keypads_and_readers_are_found_by_the_names_that_stay(
    private_pcscd: PrivatePcscd, monkeypatch: pytest.MonkeyPatch
) -> None:
    with InputWorld() as world:
        monkeypatch.setitem(os.environ, "UMOCKDEV_DIR", world.environment["UMOCKDEV_DIR"])
        scanner, keypad = world.scanner(), world.keypad()
        found = {place["place"]: place for place in json.loads(run("find", "--json"))}
        shown = run("find")
    assert found[scanner.path]["addresses"] == [f"scanner+input://{scanner.path}"]
    assert f"keypad+input://{keypad.path}" in found[keypad.path]["addresses"]
    assert "ssc+pcsc://Virtual%20PCD%2000%2000" in found[private_pcscd.reader(0)]["addresses"]
    assert f"scanner+input://{scanner.path}\n" in shown


@pytest.mark.usefixtures("private_pcscd")
def test_addresses_that_are_found_are_addresses_that_can_be_opened() -> None:
    (reader, *_) = [place for place in json.loads(run("find", "--json")) if place["link"] == "pcsc"]
    opened = json.loads(run("check", "--json", *reader["addresses"]))
    assert all(report["state"] == "online" for report in opened)


@pytest.fixture
def hall(tmp_path: Path, private_pcscd: PrivatePcscd) -> Iterator[list[str]]:
    """Devices of three links: one in order, one without paper, one bus, one card on a reader."""
    private_pcscd.slots[0].lay(SocialSecurityChip(person("wang-wei")))
    with (
        TcpPrinter(tickets=tmp_path) as network,
        PtyPrinter(tickets=tmp_path, link=tmp_path / "ttyPRINTER") as serial,
        PtyBus(windows=[1], link=tmp_path / "ttyBUS") as bus,
    ):
        serial.load_paper(remaining_mm=0)
        yield [network.address, serial.address, bus.address, "ssc+pcsc://Virtual%20PCD%2000%2000"]


def test_many_devices_are_checked_at_once_with_parts_and_abilities(hall: list[str]) -> None:
    network, serial, bus, reader = json.loads(run("check", "--json", *hall))
    assert (network["online"], network["state"], network["kind"]) == (True, "online", "ticket_printer")
    assert network["parts"] == {"paper": "enough", "cover": "closed", "cutter": "fine"}
    assert network["capabilities"]["columns"] == 48
    assert (serial["online"], serial["state"], serial["parts"]["paper"]) == (False, "user_error", "out")
    assert (bus["online"], bus["parts"]) == (True, {})
    assert reader["capabilities"]["cards"] == ["social_security"]
    assert not any("trouble" in report for report in (network, serial, bus, reader))


def test_one_device_that_is_away_fails_the_check_and_hides_no_other(hall: list[str], tmp_path: Path) -> None:
    away = f"escpos+serial://{tmp_path}/ttyNONE"
    reports = json.loads(run("check", "--json", away, *hall, "escpos+tpc://10.4.0.31", code=1))
    assert [report["address"] for report in reports] == [away, *hall, "escpos+tpc://10.4.0.31"]
    assert reports[0]["trouble"]["code"] == "absent"
    assert "plug it in" in reports[0]["trouble"]["remedy"]
    assert reports[-1]["trouble"]["code"] == "bad-address"
    assert [report["online"] for report in reports[1:-1]] == [True, False, True, True]


def test_a_check_can_be_read_by_a_person(hall: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = run("check", *hall, "escpos+tcp://127.0.0.1:1", code=1)
    for word in ("paper out", "columns 48", "cards social_security", "absent", "Switch the device on"):
        assert word in shown


def test_a_mistaken_address_is_not_watched() -> None:
    refused = CliRunner().invoke(app, ["watch", "escpos+tcp://10.4.0.31?paper=58"])
    assert isinstance(refused.exception, BadAddress)
    assert refused.exception.remedy


def test_a_watch_shows_no_code_that_was_scanned() -> None:
    told: dict[str, Any] = _told(Scanned(text="440100199001011234"))
    assert list(told) == ["kind"]
