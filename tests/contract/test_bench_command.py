"""`--bench` and `--hands`: the suites on devices outside this process, with somebody who does as asked."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sim.rig import PtyPrinter, TcpPrinter

ROOT = Path(__file__).parents[2]
NOT_NEEDED = ("randomly", "faker", "hypothesispytest", "anyio", "xdist")  # and slow to load


def bench(tmp_path: Path, *addresses: str) -> Path:
    file = tmp_path / "bench.toml"
    file.write_text(f"devices = {list(addresses)!r}")
    return file


def suites(*words: str | Path) -> subprocess.Popen[str]:
    here = "tests/contract/test_on_the_bench.py"
    command = [sys.executable, "-m", "pytest", here, *(f"-pno:{each}" for each in NOT_NEEDED), "-rs", *words]
    return subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def said_by_suites(running: subprocess.Popen[str], does: Callable[[str], Any]) -> str:
    """Does whatever line asks for it, and presses Enter; everything that was said."""
    said = []
    with running:
        for line in running.stdout:
            said.append(line)
            if does(line):
                running.stdin.write("\n")
                running.stdin.flush()
    return "".join(said)


def test_a_person_who_does_as_asked_takes_real_devices_through_their_suite(tmp_path: Path) -> None:
    with (
        TcpPrinter(tickets=tmp_path) as network,
        PtyPrinter(tickets=tmp_path, link=tmp_path / "ttyPRINTER") as serial,
    ):
        rigs = {network.address: network, serial.address: serial}
        before: list[Any] = []

        def does(line: str) -> bool:
            before.extend(rigs[address] for address in rigs if line.strip() == address)
            if line.startswith("Pull the device's plug"):
                before[-1].unplug()
            elif line.startswith("Plug the device in"):
                before[-1].plug()
            else:
                return False
            return True

        running = suites(
            *("--bench", bench(tmp_path, *rigs), "--hands", "ask"),
            *("-k", "unplugged_is_lost or order_is_online"),
        )
        said = said_by_suites(running, does)
    assert running.returncode == 0, said
    assert "4 passed" in said
    assert before == [network, network, serial, serial]


def test_without_a_person_what_needs_hands_is_skipped(tmp_path: Path) -> None:
    with TcpPrinter(tickets=tmp_path) as printer:
        running = suites(
            "--bench", bench(tmp_path, printer.address), "-k", "unplugged_is_lost or order_is_online"
        )
        said = said_by_suites(running, lambda _line: False)
    assert running.returncode == 0, said
    assert "needs hands" in said
    assert "1 passed, 1 skipped" in said


def test_a_file_that_is_no_bench_is_told(tmp_path: Path) -> None:
    said = said_by_suites(suites("--bench", bench(tmp_path, "escpos+tpc://10.4.0.31")), lambda _line: False)
    assert "did you mean 'escpos+tcp'" in said
