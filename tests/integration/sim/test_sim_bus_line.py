"""The window bus on its pty, as a host with plain pyserial sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import serial

from sim.errors import BadLever, NotInTime
from sim.rig import PtyBus

CALL_KEY_2 = bytes.fromhex("FF 68 03 03 68 02 01 0C 0F 16")


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[PtyBus]:
    with PtyBus(windows=[1, 2], link=tmp_path / "ttyBUS") as made:
        yield made


@pytest.fixture
def host(bus: PtyBus) -> Iterator[serial.Serial]:
    with serial.Serial(bus.address.removeprefix("ff68+serial://"), 9_600, timeout=5) as line:
        yield line


def test_a_pressed_key_arrives_and_its_echo_settles_it(bus: PtyBus, host: serial.Serial) -> None:
    bus.caller(2).press("call")
    assert host.read(10) == CALL_KEY_2
    host.write(CALL_KEY_2)
    bus.wait_for(lambda: bus.caller(2).acknowledged == 1)
    assert bus.caller(2).presses[0].sent == 1


def test_a_key_nobody_echoes_arrives_three_times(bus: PtyBus, host: serial.Serial) -> None:
    bus.caller(2).press("call")
    assert host.read(30) == CALL_KEY_2 * 3
    assert bus.caller(2).acknowledged == 0


def test_the_host_writes_on_the_display_and_asks_the_pad(bus: PtyBus, host: serial.Serial) -> None:
    host.write(bytes.fromhex("FF 68 08 08 68 01 02 0A 0A 0A 00 02 03 26 16"))
    bus.wait_for(lambda: bus.caller(1).display == "___023")
    host.write(bytes.fromhex("FF 68 03 03 68 81 01 0B 8D 16"))
    bus.wait_for(lambda: bus.pad(1).is_asked)
    bus.pad(1).press(2)
    assert host.read(10) == bytes.fromhex("FF 68 03 03 68 81 11 02 94 16")
    host.write(bytes.fromhex("FF 68 03 03 68 81 01 02 84 16"))
    bus.wait_for(lambda: not bus.pad(1).is_asked)


def test_noise_and_an_unplugged_adapter_reach_the_host(
    bus: PtyBus, host: serial.Serial, tmp_path: Path
) -> None:
    bus.noise(b"\xfe\x68")
    assert host.read(2) == b"\xfe\x68"
    bus.unplug()
    with pytest.raises(serial.SerialException):
        host.read(1)
    bus.plug()
    with serial.Serial(str(tmp_path / "ttyBUS"), timeout=5) as again:
        bus.caller(2).press("call")
        assert again.read(10) == CALL_KEY_2


def test_one_address_can_serve_caller_and_pad(tmp_path: Path) -> None:
    with PtyBus(windows=[3], link=tmp_path / "tty", evaluator_offset=0) as bus:
        assert bus.windows == [(3, 3, 3)]


def test_hands_cannot_press_what_is_not_there(bus: PtyBus) -> None:
    with pytest.raises(BadLever, match="no window 9"):
        bus.caller(9)
    with pytest.raises(BadLever, match="call"):
        bus.caller(1).press("rocket")
    with pytest.raises(BadLever):
        bus.caller(1).press("call", digits="x")
    with pytest.raises(BadLever):
        bus.pad(1).press(4)


def test_waiting_in_vain_says_so(bus: PtyBus) -> None:
    with pytest.raises(NotInTime):
        bus.wait_for(lambda: False, within_s=0.05)
