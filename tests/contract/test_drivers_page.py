"""docs/drivers.md, tried: its driver is put together from the page and taken through its contract."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner

from drivers.catalog.ledger import Row
from drivers.catalog.table import DRIVERS
from drivers.cli import app
from drivers.runtime.addresses import resolve
from sim.rig import PtyBus, TcpPrinter

PAGE = (Path(__file__).parents[2] / "docs/drivers.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
FILES = {file: code for _, file, code in BLOCKS if file}


def run(file: str) -> ModuleType:
    """A file of the page, as the module that it says it is."""
    module = ModuleType(file.removesuffix(".py").replace("/", "."))
    sys.modules[module.__name__] = module
    exec(compile(FILES[file], file, "exec"), module.__dict__)
    return module


for each in ("drivers/protocol/knobs.py", "drivers/catalog/knobs_keypad.py", "sim/rig/knobs.py"):
    run(each)
KNOBS = run("drivers/catalog/entries/knobs.py").KNOBS
frames = run("tests/unit/drivers/test_knobs_frames.py")
test_frames_are_told_from_noise = frames.test_frames_are_told_from_noise
TestKnobBox: Any = run("tests/contract/test_knobs.py").TestKnobBox


@pytest.fixture(autouse=True)
def with_its_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drivers.runtime.addresses.DRIVERS", {**DRIVERS, KNOBS.scheme: KNOBS})


def test_the_entry_of_the_page_is_an_entry() -> None:
    entry, address = resolve(f"{KNOBS.example}?baud=19200")
    assert entry is KNOBS
    assert address.whole("baud") == 19200


def test_the_row_of_the_page_is_a_row() -> None:
    rows = msgspec.convert(tomllib.loads(FILES["drivers/catalog/ledger.toml"]), dict[str, Row])
    assert list(rows) == [KNOBS.scheme]


@pytest.fixture
def devices(tmp_path: Path) -> Iterator[tuple[Any, Any]]:
    with TcpPrinter(tickets=tmp_path) as printer, PtyBus(windows=[1], link=tmp_path / "ttyBUS") as bus:
        yield printer, bus


async def test_the_program_of_the_page_prints_a_number(devices: tuple[Any, Any]) -> None:
    printer, bus = devices
    program: dict[str, Any] = {}
    (code,) = [code for language, file, code in BLOCKS if language == "python" and not file]
    exec(compile(code, "docs/drivers.md", "exec"), program)
    assert await program["print_a_number"](printer.address, bus.address) == "printed"
    assert "023" in printer.wait_for_ticket(1).text


def test_the_commands_of_the_page_exist() -> None:
    (console,) = [code for language, _, code in BLOCKS if language == "console"]
    commands = [line.split()[2] for line in console.splitlines()]
    assert commands == ["find", "list", "check", "watch"]
    for command in commands:
        assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


@pytest.mark.parametrize("address", re.findall(r"`(\w+\+\w+://[^`]+)`", PAGE))
def test_every_address_of_the_page_is_one(address: str) -> None:
    assert resolve(address)
