"""`paihao-sim` as a person or a story uses it: started, pulled at, ended."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import serial

from sim.gateways import send_hook

README = Path(__file__).parents[3] / "sim" / "README.md"
START = [sys.executable, "-c", "from sim.cli import main; main()"]


@dataclass
class Running:
    process: subprocess.Popen[str]
    devices: dict

    def pull(self, lever: str, **arguments: object) -> dict:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(15)
            line.connect(self.devices["levers"])
            line.sendall(json.dumps({"lever": lever, **arguments}).encode() + b"\n")
            with line.makefile() as replies:
                return json.loads(replies.readline())


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("hall") / "hall.toml"
    file.write_text("[[windows]]\nnumber = 1\n[[windows]]\nnumber = 7\n", encoding="utf-8")
    return file


SCENARIO = """
[lockers.pickup]
channels = 8

[gateways]
cmpp = {}
webhook = { secret = "both know it" }
"""


def started(hall: Path, run: Path, *more: str) -> Running:
    program = [*START, str(hall), "--run", str(run), *more]
    process = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if "devices.json" in line:
            break
    return Running(process, json.loads((run / "devices.json").read_text()))


@pytest.fixture(scope="module")
def sim(hall: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    scenario = hall.with_name("scenario.toml")
    scenario.write_text(SCENARIO, encoding="utf-8")
    running = started(hall, tmp_path_factory.mktemp("run"), "--scenario", str(scenario))
    yield running
    running.process.terminate()
    running.process.communicate(timeout=10)


def test_devices_json_has_the_layout_the_readme_gives(sim: Running) -> None:
    layout = json.loads(re.search(r"```json\n(.*?)```", README.read_text(), re.DOTALL).group(1))
    assert sim.devices.keys() == layout.keys()
    assert sim.devices["card_readers"] == layout["card_readers"]
    assert sim.devices["printers"].keys() == layout["printers"].keys()
    assert sim.devices["windows"] == [
        {"window": 1, "caller": 1, "evaluator": 129},
        {"window": 7, "caller": 7, "evaluator": 135},
    ]


def levers_told(table: str) -> set[str]:
    rows = README.read_text().split(f"| {table} |")[1].split("\n\n")[0].splitlines()
    return {name for row in rows for name in re.findall(r"`([a-z_.]+)`", row.split(" | ")[0])}


def test_the_readme_lists_every_lever_and_no_other(sim: Running) -> None:
    assert levers_told("lever") == set(sim.pull("levers")["levers"])


def test_a_card_laid_by_lever_is_seen_by_a_stranger(sim: Running) -> None:
    assert sim.pull("card.lay", slot="contact", person="chen-jianguo")["ok"]
    told = subprocess.run(
        ["opensc-tool", "-r", "0", "-a"],
        env=os.environ | sim.devices["env"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.startswith("3b:6d")
    assert sim.pull("card.state", slot="contact") == {"ok": True, "present": True, "card": "ssc", "apdus": 0}
    sim.pull("card.lift", slot="contact")
    assert sim.pull("card.wait", slot="contact", present=False)["ok"]


def test_a_scenarios_locker_has_doors_for_hands(sim: Running) -> None:
    assert sim.devices["lockers"]["pickup"]["boards"] == {"1": list(range(1, 9))}
    door = {"locker": "pickup", "board": 1, "door": 3}
    sim.pull("door.force", **door)
    assert sim.pull("door.wait", **door, open=True)["open"]
    assert sim.pull("locker.state", locker="pickup")["boards"][0]["open"] == [3]
    sim.pull("door.close", **door)
    assert not sim.pull("door.wait", **door, open=False)["open"]


def test_a_scenarios_gateways_are_reached_broken_and_mended_by_lever(sim: Running) -> None:
    partner = sim.devices["gateways"]["webhook"]
    assert send_hook(partner, {"case": "ready"}, secret="both know it", key="k1")[0] == 200
    (hook,) = sim.pull("gateway.received", gateway="webhook")["hooks"]
    assert (hook["key"], hook["content"]) == ("k1", {"case": "ready"})
    sim.pull("gateway.fault", gateway="webhook", refuse_with="503")
    assert send_hook(partner, {}, secret="both know it", key="k2")[0] == 503
    sim.pull("gateway.mend", gateway="webhook")
    sim.pull("gateway.power", gateway="webhook", on=False)
    with pytest.raises(ConnectionRefusedError):
        send_hook(partner, {}, secret="both know it", key="k2")
    sim.pull("gateway.power", gateway="webhook", on=True)
    assert send_hook(partner, {}, secret="both know it", key="k2")[0] == 200
    host, port = sim.devices["gateways"]["cmpp"].split(":")
    with socket.create_connection((host, int(port)), timeout=5) as line:
        line.sendall(b"GET / HTTP/1.1\r\n\r\n")
        assert line.recv(1) == b""
    assert len(sim.pull("gateway.state", gateway="cmpp")["violations"]) == 1
    assert sim.pull("phone.inbox", gateway="cmpp", number="15400000001")["texts"] == []


def test_any_invented_person_can_be_given(sim: Running) -> None:
    somebody = {"name": "何一一", "number": "440106200001010016"}
    assert sim.pull("card.lay", slot="id", person=somebody, options={"check_digit": "wrong"})["ok"]


def test_a_ticket_printed_over_tcp_is_waited_for_listed_and_taken(sim: Running) -> None:
    host, port = sim.devices["printers"]["tcp"].removeprefix("escpos+tcp://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as line:
        line.sendall("受理 023\n\x1dVB\x00".encode("gbk"))
        ticket = sim.pull("printer.wait", printer="tcp", count=1)["ticket"]
    assert ticket["text"] == "受理 023"
    assert Path(ticket["png"]).stat().st_size > 0
    assert sim.pull("printer.tickets", printer="tcp")["tickets"] == [ticket]
    assert sim.pull("printer.take", printer="tcp")["ticket"]["taken"]


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({"lever": "rocket"}, "bad-lever"),
        ({"lever": "card.lay", "slot": "drawer"}, "bad-lever"),
        ({"lever": "card.lay", "slot": "id"}, "bad-lever"),
        ({"lever": "card.lay", "slot": "id", "person": "nobody"}, "bad-scenario"),
        ({"lever": "card.lift", "slot": "id", "now": True}, "bad-lever"),
        ({"lever": "caller.press", "window": 2, "key": "call"}, "bad-lever"),
        ({"lever": "bus.noise", "hex": "zz"}, "bad-lever"),
        ({"lever": "pad.wait", "window": 1, "asked": True, "within_s": 0.05}, "not-in-time"),
        ({"lever": "printer.plug", "printer": "serial", "in": False, "silent": True}, "bad-lever"),
        ({"lever": "gateway.mend", "gateway": "pigeon"}, "bad-lever"),
        ({"lever": "gateway.test_link", "gateway": "webhook"}, "bad-lever"),
        ({"lever": "gateway.fault", "gateway": "cmpp", "reports": "sometimes"}, "bad-lever"),
        ({"lever": "phone.wait", "gateway": "cmpp", "number": "1", "within_s": 0.05}, "not-in-time"),
    ],
)
def test_a_lever_that_cannot_be_pulled_says_why(sim: Running, request_: dict, code: str) -> None:
    reply = sim.pull(**request_)
    assert (reply["ok"], reply["code"]) == (False, code)
    assert reply["error"]
    assert reply["remedy"]


def test_hands_at_the_printer_change_its_state(sim: Running) -> None:
    def state() -> dict:
        return sim.pull("printer.state", printer="serial")

    sim.pull("printer.paper", printer="serial", remaining_mm=100)
    sim.pull("printer.cover", printer="serial", open=True)
    sim.pull("printer.offline", printer="serial", offline=True)
    sim.pull("printer.fault", printer="serial", cutter=True)
    assert (state()["paper"], state()["cover_open"], state()["offline"]) == ("near_end", True, True)
    with serial.Serial(sim.devices["printers"]["serial"].removeprefix("escpos+serial://"), timeout=5) as line:
        line.write(b"\x10\x04\x02\x10\x04\x03")
        assert line.read(2) == b"\x56\x1a"
    sim.pull("printer.plug", printer="serial", **{"in": False})
    assert not state()["plugged_in"]
    sim.pull("printer.plug", printer="serial", **{"in": True})
    sim.pull("printer.cover", printer="serial", open=False)
    sim.pull("printer.offline", printer="serial", offline=False)
    sim.pull("printer.fault", printer="serial", cutter=False)
    assert (state()["plugged_in"], state()["cover_open"], state()["offline"]) == (True, False, False)


def test_a_caller_a_pad_and_their_line_obey_the_levers(sim: Running) -> None:
    with serial.Serial(sim.devices["window_bus"].removeprefix("ff68+serial://"), 9_600, timeout=5) as line:
        sim.pull("caller.press", window=7, key="function", digits="6")
        key = bytes.fromhex("FF 68 04 04 68 07 01 06 0F 1D 16")
        assert line.read(11) == key
        line.write(key + bytes.fromhex("FF 68 08 08 68 07 02 0A 0A 0A 00 02 03 2C 16"))
        caller = sim.pull("caller.wait", window=7, acknowledged=1, display="___023")
        assert caller["presses"][0]["sent"] == 1
        assert sim.pull("caller.display", window=7)["display"] == "___023"
        line.write(bytes.fromhex("FF 68 03 03 68 87 01 0B 93 16"))
        assert sim.pull("pad.wait", window=7, asked=True)["ok"]
        sim.pull("fault.set", link="bus", garble_every=1)
        sim.pull("bus.noise", hex="00 ff")
        assert line.read(2) == b"\x20\xdf"
        sim.pull("fault.clear", link="bus")
        sim.pull("pad.press", window=7, value=3)
        assert line.read(10) == bytes.fromhex("FF 68 03 03 68 87 11 03 9B 16")
        line.write(bytes.fromhex("FF 68 03 03 68 87 01 03 8B 16"))
        assert sim.pull("pad.wait", window=7, asked=False, acknowledged=1)["ok"]


def test_a_card_pulled_by_lever_is_gone_after_the_armed_apdu(sim: Running) -> None:
    sim.pull("card.pull_mid_read", slot="contact", after_apdus=1)
    sim.pull("card.lay", slot="contact", person="li-xiaomei")
    subprocess.run(
        ["scriptor", "-r", "Virtual PCD 00 00"],
        env=os.environ | sim.devices["env"],
        input="00A404000F7378312E73682EC9E7BBE1B1A3D5CF\n00A4020002EF06\n",
        capture_output=True,
        text=True,
        timeout=15,
        check=False,
    )
    assert sim.pull("card.wait", slot="contact", present=False)["ok"]


def test_a_killed_card_service_comes_back_at_the_same_socket(sim: Running) -> None:
    assert sim.pull("pcscd.kill")["ok"]
    assert sim.pull("pcscd.start")["ok"]
    told = subprocess.run(
        ["opensc-tool", "-l"], env=os.environ | sim.devices["env"], capture_output=True, text=True, check=True
    )
    assert "Virtual PCD 00 01" in told.stdout


def test_bytes_that_are_no_request_get_an_answer_too(sim: Running) -> None:
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(sim.devices["levers"])
        line.sendall(b"{{\n[]\n")
        with line.makefile() as replies:
            assert [json.loads(replies.readline())["code"] for _ in range(2)] == ["bad-lever", "bad-lever"]


def test_only_its_owner_may_pull(sim: Running) -> None:
    assert Path(sim.devices["levers"]).stat().st_mode & 0o777 == 0o600


def test_a_second_simulator_leaves_the_first_ones_folder_alone(sim: Running, hall: Path) -> None:
    folder = Path(sim.devices["levers"]).parent
    second = subprocess.run(
        [*START, str(hall), "--run", str(folder)], capture_output=True, text=True, check=False
    )
    assert second.returncode == 1
    assert "another simulator" in second.stderr
    assert sim.pull("levers")["ok"]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_and_leaves_only_the_tickets(hall: Path, tmp_path: Path, how: signal.Signals) -> None:
    running = started(hall, tmp_path)
    home = Path(running.devices["env"]["PCSCLITE_CSOCK_NAME"]).parent.parent
    running.pull("card.lay", slot="contact", card="mute")
    running.process.send_signal(how)
    running.process.communicate(timeout=10)
    assert running.process.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["tickets"]
    assert not home.exists()
    assert not any(home.name.encode() in line for line in command_lines())


def command_lines() -> Iterator[bytes]:
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield process.read_bytes()
        except OSError:
            continue


def test_a_hall_file_it_cannot_use_is_named(tmp_path: Path) -> None:
    done = subprocess.run([*START, str(tmp_path / "none.toml")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "none.toml" in done.stderr.replace("\n", "")
