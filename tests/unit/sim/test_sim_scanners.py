"""The scanner on a serial line, seen by whoever opens its port."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import serial

from sim.peers.scanner import said
from sim.rig.scanners import PtyScanner


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[PtyScanner]:
    with PtyScanner(link=tmp_path / "ttyACM0") as scanner:
        yield scanner


@pytest.fixture
def port(scanner: PtyScanner) -> Iterator[serial.Serial]:
    with serial.Serial(scanner.address.removeprefix("scanner+serial://"), timeout=5) as port:
        yield port


@pytest.mark.parametrize(
    ("encoding", "suffix", "expected"),
    [
        ("utf-8", "CR", "E4 B8 AD 31 0D"),
        ("gb18030", "CRLF", "D6 D0 31 0D 0A"),
        ("utf-8", "TAB", "E4 B8 AD 31 09"),
        ("gb18030", "none", "D6 D0 31"),
    ],
)
def test_a_scan_goes_out_in_its_encoding_with_its_suffix(
    scanner: PtyScanner, port: serial.Serial, encoding, suffix, expected: str
) -> None:
    scanner.scan("中1", encoding=encoding, suffix=suffix)
    assert port.read(len(bytes.fromhex(expected))) == bytes.fromhex(expected)


def test_bytes_go_out_as_they_are() -> None:
    assert said(b"\xff\x00\x1d", encoding="utf-8", suffix="LF") == b"\xff\x00\x1d\n"


def test_noise_has_no_suffix(scanner: PtyScanner, port: serial.Serial) -> None:
    scanner.noise(b"ab")
    scanner.scan("c")
    assert port.read(4) == b"abc\r"


def test_what_the_host_says_is_kept(scanner: PtyScanner, port: serial.Serial) -> None:
    port.write(b"\x16T\r")
    scanner.wait_for(lambda: scanner.heard == b"\x16T\r")


def test_a_pulled_scanner_takes_its_path_along_and_comes_back(scanner: PtyScanner, tmp_path: Path) -> None:
    path = tmp_path / "ttyACM0"
    scanner.unplug()
    assert not os.path.lexists(path)
    scanner.plug()
    with serial.Serial(str(path), timeout=5) as port:
        scanner.scan("again")
        assert port.read(6) == b"again\r"
