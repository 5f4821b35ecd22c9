"""The card reader on its lines, as a host with plain bytes sees it."""

import socket
from pathlib import Path

import pytest
import serial

from sim.errors import NotInTime
from sim.halls import person
from sim.halls.residents import resident
from sim.rig.samv import Command, IdCard, ModuleFault, PtySamv, SamvOptions, TcpSamv

FIND, SELECT, READ = (bytes.fromhex(f"AAAAAA96690003{rest}") for rest in ("200122", "200221", "300132"))
STATUS = bytes.fromhex("AAAAAA9669000311FFED")
CITIZEN = person("chen-jianguo")


def read_once(line: serial.Serial) -> bytes:
    line.write(FIND)
    assert line.read(15)[9] == 0x9F
    line.write(SELECT)
    assert line.read(19)[9] == 0x90
    line.write(READ)
    return line.read(1295)


def test_a_card_is_read_over_the_serial_line(tmp_path: Path) -> None:
    link = tmp_path / "ttySAM"
    with PtySamv(link=link) as reader, serial.Serial(str(link), 115_200, timeout=5) as line:
        assert reader.address == f"samv+serial://{link}"
        reader.lay(resident("santos"))
        assert "SANTOS".encode("utf-16-le") in read_once(line)
        reader.wait_heard(Command.READ)
        assert reader.heard == {Command.FIND: 1, Command.SELECT: 1, Command.READ: 1}


def test_a_card_lifted_while_the_module_reads_is_told_at_once(tmp_path: Path) -> None:
    link = tmp_path / "ttySAM"
    slow = SamvOptions(read_takes_s=60)
    with PtySamv(link=link, options=slow) as reader, serial.Serial(str(link), timeout=5) as line:
        reader.lay(IdCard(holder=CITIZEN))
        line.write(FIND + SELECT + READ)
        assert len(line.read(34)) == 34
        reader.lift()
        assert line.read(11)[9] == 0x41
        assert not reader.has_card


def test_a_reading_at_the_pace_of_the_line_comes_whole(tmp_path: Path) -> None:
    link = tmp_path / "ttySAM"
    paced = SamvOptions(baud=115_200)
    with PtySamv(link=link, options=paced) as reader, serial.Serial(str(link), timeout=5) as line:
        reader.lay(CITIZEN)
        assert len(read_once(line)) == 1295


def test_a_gateway_that_was_unplugged_is_there_again_on_the_same_port() -> None:
    with TcpSamv() as reader:
        port = reader.port
        reader.break_module(ModuleFault.UNAUTHORISED)
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            line.sendall(STATUS)
            assert line.recv(11, socket.MSG_WAITALL)[9] == 0x66
            reader.unplug()
            with pytest.raises(ConnectionError):
                line.recv(1)
        reader.plug()
        reader.mend_module()
        with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
            reader.noise(b"\xaa\x55")
            assert line.recv(2, socket.MSG_WAITALL) == b"\xaa\x55"


def test_what_nobody_does_is_not_waited_for_for_ever() -> None:
    with TcpSamv() as reader, pytest.raises(NotInTime):
        reader.wait_heard(Command.FIND, within_s=0.01)
