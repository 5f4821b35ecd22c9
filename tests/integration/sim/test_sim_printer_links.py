"""The printer on its wires, as python-escpos, pyserial and plain sockets see it."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import serial
import zxingcpp
from escpos.printer import Network
from PIL import Image

from sim.errors import NotInTime
from sim.rig import PtyPrinter, TcpPrinter
from sim.rig.printer import FilePrinter
from sim.world.presenter import Place

URL = "https://127.0.0.1:8443/t/q7Yw2Kp0aB#s3cretpart"
TICKET = "\x1b@\x1c&请023号到3号窗口\n\x1dVB\x00".encode("gbk")


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[TcpPrinter]:
    with TcpPrinter(tickets=tmp_path / "tickets") as made:
        yield made


@pytest.fixture
def on_serial(tmp_path: Path) -> Iterator[PtyPrinter]:
    with PtyPrinter(tickets=tmp_path / "tickets", link=tmp_path / "ttyPRINTER") as made:
        yield made


def connected(printer: TcpPrinter) -> socket.socket:
    return socket.create_connection(("127.0.0.1", printer.port), timeout=5)


def test_python_escpos_prints_a_ticket_that_a_stranger_decodes(printer: TcpPrinter) -> None:
    client = Network("127.0.0.1", port=printer.port, timeout=5)
    assert client.is_online()
    assert client.paper_status() == 2
    client.text("请023号到3号窗口\n")
    client.qr(URL, native=True, size=6)
    client.cut()
    ticket = printer.wait_for_ticket(1)
    client.close()
    assert ticket.text.startswith("请023号到3号窗口")
    assert [found.text for found in zxingcpp.read_barcodes(Image.open(ticket.png))] == [URL]
    assert ticket.raw.read_bytes().endswith(b"\x1dV\x00")


@pytest.mark.parametrize(("remaining_mm", "seen"), [(10_000, 2), (1_000, 1), (0, 0)])
def test_python_escpos_sees_the_paper(printer: TcpPrinter, remaining_mm: float, seen: int) -> None:
    printer.load_paper(remaining_mm=remaining_mm)
    client = Network("127.0.0.1", port=printer.port, timeout=5)
    assert client.paper_status() == seen
    assert client.is_online() is bool(seen)
    client.close()


def test_paper_ends_in_a_ticket_and_the_rest_is_printed_on_the_new_roll(printer: TcpPrinter) -> None:
    printer.load_paper(remaining_mm=2)
    with connected(printer) as line:
        line.sendall(TICKET + b"\x10\x04\x04")
        assert line.recv(1) == b"\x7e"
        printer.load_paper(remaining_mm=10_000)
        printer.wait_for_ticket(1)
    assert len(printer.scraps) == 1


def test_a_lifted_cover_is_seen_and_printing_goes_on_when_it_is_closed(printer: TcpPrinter) -> None:
    printer.open_cover(after_mm=1)
    with connected(printer) as line:
        line.sendall(TICKET + b"\x10\x04\x02")
        assert line.recv(1) == b"\x16"
        printer.close_cover()
        printer.wait_for_ticket(1)


def test_an_unplugged_printer_resets_its_connection_and_comes_back_on_its_port(printer: TcpPrinter) -> None:
    address = printer.address
    with connected(printer) as line:
        line.sendall(b"\x10\x04\x01")
        assert line.recv(1) == b"\x12"
        printer.unplug()
        with pytest.raises(ConnectionResetError):
            line.recv(1)
    with pytest.raises(ConnectionRefusedError):
        connected(printer)
    printer.plug()
    assert printer.address == address
    with connected(printer) as line:
        line.sendall(b"\x10\x04\x01")
        assert line.recv(1) == b"\x12"


def test_a_dead_cable_says_nothing(printer: TcpPrinter) -> None:
    with connected(printer) as line:
        line.sendall(b"\x10\x04\x01")
        assert line.recv(1) == b"\x12"
        printer.unplug(is_silent=True)
        line.sendall(b"\x10\x04\x01")
        line.settimeout(0.2)
        with pytest.raises(TimeoutError):
            line.recv(1)


def test_a_cut_link_loses_the_rest_of_the_ticket(printer: TcpPrinter) -> None:
    printer.faults.cut_after_bytes = len(TICKET) - 3
    with connected(printer) as line:
        line.sendall(TICKET)
        with pytest.raises(ConnectionResetError):
            line.recv(1)
    with pytest.raises(NotInTime):
        printer.wait_for_ticket(1, within_s=0.1)


def test_answers_can_be_split_garbled_and_swallowed(printer: TcpPrinter) -> None:
    with connected(printer) as line:
        printer.faults.garble_every = 2
        printer.faults.split_bytes = 1
        line.sendall(b"\x10\x04\x01\x10\x04\x02")
        assert line.recv(1) + line.recv(1) == b"\x12\x32"
        printer.faults.silent = True
        line.settimeout(0.2)
        line.sendall(b"\x10\x04\x01")
        with pytest.raises(TimeoutError):
            line.recv(1)


def test_a_full_buffer_stops_the_host(tmp_path: Path) -> None:
    with TcpPrinter(tickets=tmp_path, buffer_bytes=1_000) as printer:
        printer.load_paper(remaining_mm=0)
        with connected(printer) as line:
            line.settimeout(0.3)
            with pytest.raises(TimeoutError):
                line.sendall(b"x\n" * 8_000_000)
        assert printer.buffered_bytes == 1_000


def test_a_hand_takes_each_ticket_once(printer: TcpPrinter) -> None:
    with connected(printer) as line:
        line.sendall(TICKET)
        printer.wait_for_ticket(1)
    taken = printer.take()
    assert taken is not None
    assert taken.n == 1
    assert printer.take() is None


def test_the_serial_printer_answers_and_prints(on_serial: PtyPrinter, tmp_path: Path) -> None:
    with serial.Serial(str(tmp_path / "ttyPRINTER"), 38_400, timeout=5) as line:
        line.write(b"\x10\x04\x01")
        assert line.read(1) == b"\x12"
        line.write(TICKET)
        assert on_serial.wait_for_ticket(1).text == "请023号到3号窗口"


def test_the_serial_path_vanishes_with_the_plug_and_points_elsewhere_afterwards(
    on_serial: PtyPrinter, tmp_path: Path
) -> None:
    path = tmp_path / "ttyPRINTER"
    with serial.Serial(str(path), timeout=5) as line:
        on_serial.unplug()
        assert not path.is_symlink()
        with pytest.raises(serial.SerialException):
            line.read(1)
    on_serial.plug()
    with serial.Serial(str(path), timeout=5) as line:
        line.write(b"\x10\x04\x04")
        assert line.read(1) == b"\x12"


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    with PtyPrinter(tickets=tmp_path / "t", link=tmp_path / "tty"), TcpPrinter(tickets=tmp_path / "t") as tcp:
        port = tcp.port
    assert list(tmp_path.iterdir()) == []
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    with socket.socket() as probe, pytest.raises(ConnectionRefusedError):
        probe.connect(("127.0.0.1", port))


def test_hands_are_told_unasked_on_the_line(on_serial: PtyPrinter, tmp_path: Path) -> None:
    with serial.Serial(str(tmp_path / "ttyPRINTER"), timeout=5) as line:
        line.write(b"\x1da\x0f")
        assert line.read(4).hex(" ") == "10 00 00 00"
        on_serial.open_cover()
        assert line.read(4).hex(" ") == "38 00 00 00"
        on_serial.load_paper(remaining_mm=1_000)
        on_serial.close_cover()
        assert line.read(8).endswith(b"\x10\x00\x03\x00")


def test_a_usb_node_is_written_and_read_like_a_file(tmp_path: Path) -> None:
    with FilePrinter(tickets=tmp_path / "tickets", link=tmp_path / "lp0") as printer:
        assert printer.address == f"escpos+file://{tmp_path}/lp0"
        with (tmp_path / "lp0").open("r+b", buffering=0) as node:
            node.write(TICKET + b"\x10\x04\x01")
            assert node.read(1) == b"\x12"
        printer.wait_for_ticket(1)
        printer.unplug()
        assert not (tmp_path / "lp0").exists()


def test_a_one_way_node_prints_and_says_nothing(tmp_path: Path) -> None:
    lp0 = tmp_path / "lp0"
    with (
        FilePrinter(tickets=tmp_path / "tickets", link=lp0, model="one-way") as printer,
        serial.Serial(str(lp0), timeout=0.2) as node,
    ):
        node.write(b"\x10\x04\x01" + TICKET)
        printer.wait_for_ticket(1)
        assert node.read(1) == b""


def test_a_hand_takes_only_what_sticks_out_of_a_presenter(tmp_path: Path) -> None:
    with TcpPrinter(tickets=tmp_path, model="presenter") as printer, connected(printer) as line:
        line.sendall(TICKET + TICKET)
        printer.wait_for_ticket(2)
        assert [printer.place(1), printer.place(2)] == [Place.OUTSIDE, Place.INSIDE]
        assert printer.take(2) is None
        line.sendall(b"\x1de\x03\x20")
        printer.wait_for(lambda: printer.presented == 2)
        taken = printer.take(2)
        assert taken is not None
        assert taken.taken
        line.sendall(TICKET + b"\x1de\x03\x20\x1de\x02")
        printer.wait_for(lambda: printer.retracted == [3])
        assert printer.take() is not None  # the first one
        assert printer.take() is None
