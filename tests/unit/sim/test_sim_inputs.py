"""The mocked /dev/input, seen by python-evdev, pyudev and evtest. Runs under umockdev-wrapper."""

import errno
import os
import select
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import evdev
import pytest
import pyudev
from evdev import ecodes

from sim.errors import BadLever, NotInTime
from sim.links.input_events import EV_KEY, KeyState
from sim.peers.hid_keyboard import ALT, CTRL, SHIFT, Report, alt_typed, typed
from sim.rig.inputs import InputWorld

pytestmark = pytest.mark.mocked_input

WITHIN_S = 5


@pytest.fixture(scope="module")
def running() -> Iterator[InputWorld]:
    with InputWorld() as world:
        yield world


@pytest.fixture
def world(running: InputWorld, monkeypatch: pytest.MonkeyPatch) -> InputWorld:
    for name, value in running.environment.items():
        monkeypatch.setenv(name, value)
    return running


@pytest.fixture
def open_device(world: InputWorld) -> Iterator[Callable[[str], evdev.InputDevice]]:
    """Opens devices of the world, and closes them."""
    assert world.root.exists()
    opened = []

    def open_device(path: str) -> evdev.InputDevice:
        opened.append(evdev.InputDevice(path))
        return opened[-1]

    yield open_device
    for device in opened:
        device.close()


def events(device: evdev.InputDevice, count: int) -> list[evdev.InputEvent]:
    """The next so many events, as one reader sees them."""
    seen: list[evdev.InputEvent] = []
    while len(seen) < count:
        assert select.select([device.fd], [], [], WITHIN_S)[0], f"only {len(seen)} of {count} events came"
        seen += device.read()
    return seen


def keys(device: evdev.InputDevice, count: int) -> list[tuple[str, int]]:
    """The next so many key events."""
    seen: list[tuple[str, int]] = []
    while len(seen) < count:
        assert select.select([device.fd], [], [], WITHIN_S)[0], f"only {seen} came"
        seen += [(str(ecodes.KEY[e.code]), e.value) for e in device.read() if e.type == ecodes.EV_KEY]
    return seen


def down(device: evdev.InputDevice, count: int) -> list[str]:
    return [key for key, value in keys(device, count) if value]


def test_a_scanner_is_listed_with_name_ids_and_the_link_that_stays(world: InputWorld, open_device) -> None:
    scanner = world.scanner(name="Keyed Scanner", serial="K1", vendor=0x1234, product=0x5678)
    assert scanner.event_path in evdev.list_devices()
    assert Path(scanner.path).name == "usb-Keyed_Scanner_K1-event-kbd"
    device = open_device(scanner.path)
    assert (device.name, device.uniq, device.info.vendor, device.info.product) == (
        "Keyed Scanner",
        "K1",
        0x1234,
        0x5678,
    )
    assert {ecodes.KEY_A, ecodes.KEY_KP0, ecodes.KEY_LEFTALT} <= set(device.capabilities()[ecodes.EV_KEY])


def test_a_scan_comes_as_keys_with_shift_and_ends_on_enter(world: InputWorld, open_device) -> None:
    scanner = world.scanner()
    device = open_device(scanner.path)
    scanner.scan("aB_")
    assert keys(device, 12) == [
        ("KEY_A", 1),
        ("KEY_A", 0),
        ("KEY_LEFTSHIFT", 1),
        ("KEY_B", 1),
        ("KEY_LEFTSHIFT", 0),
        ("KEY_B", 0),
        ("KEY_LEFTSHIFT", 1),
        ("KEY_MINUS", 1),
        ("KEY_LEFTSHIFT", 0),
        ("KEY_MINUS", 0),
        ("KEY_ENTER", 1),
        ("KEY_ENTER", 0),
    ]


def test_the_end_of_a_scan_is_chosen(world: InputWorld, open_device) -> None:
    scanner = world.scanner()
    device = open_device(scanner.path)
    scanner.scan("1", end="tab")
    scanner.scan("2", end="none")
    scanner.type("3")
    scanner.press_end()
    assert down(device, 10) == ["KEY_1", "KEY_TAB", "KEY_2", "KEY_3", "KEY_ENTER"]


def test_a_paced_scan_is_the_same_scan(world: InputWorld, open_device) -> None:
    scanner = world.scanner(pace_s=0.001)
    device = open_device(scanner.path)
    scanner.scan("12")
    assert down(device, 6) == ["KEY_1", "KEY_2", "KEY_ENTER"]


def test_chinese_comes_as_the_bytes_of_gbk_on_the_keypad_while_alt_is_held(
    world: InputWorld, open_device
) -> None:
    scanner = world.scanner()
    device = open_device(scanner.path)
    scanner.scan_alt_keypad("中", end="none")  # D6 D0 = 214 208
    assert down(device, 20) == [
        "KEY_LEFTALT",
        *("KEY_KP0", "KEY_KP2", "KEY_KP1", "KEY_KP4"),
        "KEY_LEFTALT",
        *("KEY_KP0", "KEY_KP2", "KEY_KP0", "KEY_KP8"),
    ]


def test_a_scanner_that_toggles_caps_lock_types_letters_the_other_way_round(
    world: InputWorld, open_device
) -> None:
    scanner = world.scanner()
    device = open_device(scanner.path)
    scanner.scan("Ab1", toggles_caps_lock=True, end="none")
    assert down(device, 12) == ["KEY_CAPSLOCK", "KEY_A", "KEY_LEFTSHIFT", "KEY_B", "KEY_1", "KEY_CAPSLOCK"]


def test_a_long_scan_loses_nothing(world: InputWorld, open_device) -> None:
    scanner = world.scanner()
    device = open_device(scanner.path)
    scanner.scan("0123456789" * 200, end="none")
    assert down(device, 4000) == [f"KEY_{digit}" for digit in "0123456789"] * 200


def test_who_grabs_a_device_has_it_alone_until_it_lets_go(world: InputWorld, open_device) -> None:
    scanner = world.scanner()
    first, second = open_device(scanner.path), open_device(scanner.path)
    first.grab()
    assert scanner.is_grabbed
    with pytest.raises(OSError, match="busy") as refused:
        second.grab()
    assert refused.value.errno == errno.EBUSY
    scanner.scan("1", end="none")
    assert second.read_one() is None
    assert down(first, 2) == ["KEY_1"]
    first.close()
    scanner.wait_for(lambda: not scanner.is_grabbed)
    second.grab()


def test_what_is_typed_while_nobody_listens_is_gone(world: InputWorld, open_device) -> None:
    scanner = world.scanner()
    scanner.scan("1")
    device = open_device(scanner.path)
    scanner.scan("2", end="none")
    assert down(device, 2) == ["KEY_2"]
    scanner.scan("3")
    device.close()
    scanner.wait_for(lambda: scanner.readers == 0)
    again = open_device(scanner.path)
    scanner.scan("4", end="none")
    assert down(again, 2) == ["KEY_4"]


def test_a_pulled_device_ends_its_readers_with_no_such_device(world: InputWorld, open_device) -> None:
    scanner = world.scanner()
    device = open_device(scanner.path)
    scanner.type("1")
    scanner.unplug()
    assert select.select([device.fd], [], [], WITHIN_S)[0]
    for _ in range(2):
        with pytest.raises(OSError, match="No such device") as gone:
            device.read_one()
        assert gone.value.errno == errno.ENODEV
    assert scanner.event_path not in evdev.list_devices()
    assert not os.path.lexists(scanner.path)


def test_a_device_that_is_plugged_in_again_works_and_the_old_opening_stays_dead(
    world: InputWorld, open_device
) -> None:
    scanner = world.scanner()
    before = open_device(scanner.path)
    scanner.unplug()
    scanner.plug()
    after = open_device(scanner.path)
    after.grab()
    scanner.scan("5", end="none")
    assert down(after, 2) == ["KEY_5"]
    with pytest.raises(OSError, match="No such device"):
        before.read_one()


def test_plugging_and_pulling_is_told_once_each_and_the_link_is_there_by_then(world: InputWorld) -> None:
    monitor = pyudev.Monitor.from_netlink(pyudev.Context())
    monitor.filter_by("input")
    monitor.start()
    scanner = world.scanner(name="Told Scanner")
    told = [monitor.poll(WITHIN_S) for _ in range(2)]
    assert [(device.action, device.device_node) for device in told] == [
        ("add", None),
        ("add", scanner.event_path),
    ]
    assert told[1].properties["DEVLINKS"] == scanner.path
    assert Path(scanner.path).exists()
    scanner.unplug()
    gone = [monitor.poll(WITHIN_S) for _ in range(2)]
    assert [(device.action, device.device_node) for device in gone] == [
        ("remove", scanner.event_path),
        ("remove", None),
    ]
    assert monitor.poll(0) is None


def test_lost_events_are_said_as_syn_dropped(world: InputWorld, open_device) -> None:
    scanner = world.scanner()
    device = open_device(scanner.path)
    scanner.drop_events()
    assert [(e.type, e.code) for e in events(device, 2)] == [
        (ecodes.EV_SYN, ecodes.SYN_DROPPED),
        (ecodes.EV_SYN, ecodes.SYN_REPORT),
    ]


def test_a_key_that_is_held_repeats_until_it_is_released(world: InputWorld, open_device) -> None:
    keypad = world.keypad()
    device = open_device(keypad.path)
    keypad.hold("KP5", repeats=2)
    assert keys(device, 3) == [("KEY_KP5", 1), ("KEY_KP5", 2), ("KEY_KP5", 2)]
    assert device.active_keys() == [ecodes.KEY_KP5]
    keypad.release()
    keypad.press("1")
    assert keys(device, 3) == [("KEY_KP5", 0), ("KEY_1", 1), ("KEY_1", 0)]


def test_a_key_that_no_keypad_has_is_refused(world: InputWorld) -> None:
    with pytest.raises(BadLever, match="no key 'BEST'"):
        world.keypad().press("BEST")


def test_a_wait_in_vain_ends(world: InputWorld) -> None:
    keypad = world.keypad()
    with pytest.raises(NotInTime):
        keypad.wait_for(lambda: keypad.is_grabbed, within_s=0.01)


def test_evtest_sees_the_name_and_the_keys(world: InputWorld) -> None:
    keypad = world.keypad(name="Witnessed Keypad")
    evtest = subprocess.Popen(["evtest", keypad.event_path], stdout=subprocess.PIPE, text=True)
    try:
        keypad.wait_for(lambda: keypad.readers > 0)
        keypad.press("KP3")
        keypad.wait_for(lambda: keypad.is_all_read)
    finally:
        evtest.terminate()
        said, _ = evtest.communicate(timeout=WITHIN_S)
    assert 'Input device name: "Witnessed Keypad"' in said
    assert "Input device ID: bus 0x3 vendor 0x1c4f product 0x2" in said
    pressed = [line.partition(", ")[2] for line in said.splitlines() if "(EV_KEY), code" in line]
    assert pressed == [
        "type 1 (EV_KEY), code 81 (KEY_KP3), value 1",
        "type 1 (EV_KEY), code 81 (KEY_KP3), value 0",
    ]


def test_a_world_that_ends_leaves_nothing_behind() -> None:
    with InputWorld() as world:
        world.scanner()
        root = world.root
        assert (root / "dev/input/event0").exists()
    assert not root.exists()


@pytest.mark.parametrize(
    ("letter", "report"),
    [
        ("a", Report(0, (0x04,))),
        ("Z", Report(SHIFT, (0x1D,))),
        ("0", Report(0, (0x27,))),
        ("!", Report(SHIFT, (0x1E,))),
        ('"', Report(SHIFT, (0x34,))),
        ("|", Report(SHIFT, (0x31,))),
        ("?", Report(SHIFT, (0x38,))),
        (" ", Report(0, (0x2C,))),
        ("\x1d", Report(CTRL, (0x30,))),  # GS is Ctrl+]
        ("\x04", Report(CTRL, (0x07,))),  # EOT is Ctrl+D
    ],
)
def test_a_letter_is_the_key_of_a_us_keyboard(letter: str, report: Report) -> None:
    assert typed(letter) == [report, Report()]


def test_every_printable_letter_has_a_key_of_its_own() -> None:
    letters = [chr(code) for code in range(0x20, 0x7F)]
    assert len({typed(letter)[0] for letter in letters}) == len(letters)


def test_a_letter_without_a_key_is_refused_without_telling_the_code() -> None:
    with pytest.raises(BadLever, match=r"U\+4E2D") as refused:
        typed("secret 中")
    assert "secret" not in str(refused.value)


def test_an_alt_number_has_a_leading_zero_and_alt_is_held_throughout() -> None:
    reports = alt_typed([29])
    assert [report.keys for report in reports if report.keys] == [(0x62,), (0x5A,), (0x61,)]
    assert all(report.modifiers == ALT for report in reports[:-1])
    assert reports[-1] == Report()


def test_a_report_that_says_nothing_new_makes_no_frame() -> None:
    state = KeyState()
    assert [event.code for event in state.report(SHIFT, (0x04,)) if event.type == EV_KEY] == [42, 30]
    assert state.report(SHIFT, (0x04,)) == []
    assert [event.value for event in state.report(0, ()) if event.type == EV_KEY] == [0, 0]
