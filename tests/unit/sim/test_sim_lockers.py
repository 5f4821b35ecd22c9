"""Locker boards and their doors, against the published frames."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import serial
from hypothesis import given
from hypothesis import strategies as st

from sim.errors import BadLever
from sim.peers.lock8a import Lock8ALine, Lock8AOptions
from sim.peers.wkly import WklyFrame, WklyLine, WklyOptions, WklyReader
from sim.rig.lockers import PtyLocker8A, PtyLockerWkly
from sim.world.doors import LockerDoor

OPEN_8A = bytes.fromhex("8A 01 01 11 9B")
ASK_8A = bytes.fromhex("80 01 01 33 B3")
ASK_ALL_8A = bytes.fromhex("80 01 00 33 B2")
OPEN_WKLY = bytes.fromhex("57 4B 4C 59 09 00 82 01 83")
ASK_WKLY = bytes.fromhex("57 4B 4C 59 09 00 83 01 82")
ASK_ALL_WKLY = bytes.fromhex("57 4B 4C 59 08 00 84 85")


def boards_8a(**options: Any) -> Lock8ALine:
    return Lock8ALine([1, 2], Lock8AOptions(**options))


def boards_wkly(**options: Any) -> WklyLine:
    return WklyLine([0, 1], WklyOptions(**options))


# Doors.


def test_an_unlocked_door_jumps_open_and_stays_so_until_a_hand_closes_it() -> None:
    door = LockerDoor()
    door.unlock(0.0, for_s=0.3)
    assert not door.is_open
    door.pass_time(1.0)
    assert door.is_open
    door.close(1.1)
    door.pass_time(9.0)
    assert not door.is_open


def test_a_bolt_that_is_drawn_too_shortly_opens_nothing() -> None:
    door = LockerDoor()
    door.unlock(0.0, for_s=0.05)
    door.pass_time(1.0)
    assert not door.is_open


@pytest.mark.parametrize("hindrance", ["is_jammed", "is_blocked"])
def test_a_door_that_cannot_move_is_caught_again_and_opens_at_the_next_try(hindrance: str) -> None:
    door = LockerDoor()
    setattr(door, hindrance, True)
    door.unlock(0.0, for_s=0.3)
    door.pass_time(1.0)
    setattr(door, hindrance, False)
    door.pass_time(2.0)
    assert not door.is_open
    door.unlock(3.0, for_s=0.3)
    door.pass_time(3.3)
    assert door.is_open


def test_what_is_taken_away_while_the_bolt_is_drawn_lets_the_door_jump() -> None:
    door = LockerDoor()
    door.is_blocked = True
    door.unlock(0.0, for_s=5)
    door.is_blocked = False
    door.pass_time(2.0)
    door.pass_time(2.2)
    assert door.is_open


def test_a_door_with_something_in_its_way_cannot_be_closed() -> None:
    door = LockerDoor()
    door.force()
    door.is_blocked = True
    door.close(0.0)
    assert door.is_open


def test_a_door_whose_bolt_is_held_jumps_open_again_until_it_is_let_go() -> None:
    door = LockerDoor()
    door.hold_unlocked(0.0, is_held=True)
    door.pass_time(1.0)
    door.close(2.0)
    door.pass_time(3.0)
    assert door.is_open
    door.hold_unlocked(4.0, is_held=False)
    door.close(5.0)
    door.pass_time(6.0)
    assert not door.is_open


# Family 8A.


def test_open_is_answered_after_the_pulse_with_what_the_switch_says() -> None:
    line = boards_8a(event_header=None)
    assert line.receive(OPEN_8A, 0.0) == b""
    assert line.due(0.29) == b""
    assert line.due(0.3) == bytes.fromhex("8A 01 01 00 8A")
    assert line.due(1.0) == b""


def test_a_jammed_door_answers_open_and_has_not_moved() -> None:
    line = boards_8a(event_header=None)
    line.rows[1].doors[1].is_jammed = True
    line.receive(OPEN_8A, 0.0)
    assert line.due(0.3) == bytes.fromhex("8A 01 01 11 9B")


@pytest.mark.parametrize(
    ("shorted_when", "is_open", "published"),
    [
        ("closed", False, "80 01 01 11 91"),
        ("closed", True, "80 01 01 00 80"),
        ("open", True, "80 01 01 11 91"),
        ("open", False, "80 01 01 00 80"),
    ],
)
def test_the_state_of_one_door_has_either_polarity(
    shorted_when: str, *, is_open: bool, published: str
) -> None:
    line = boards_8a(shorted_when=shorted_when, event_header=None)
    line.rows[1].doors[1].is_open = is_open
    assert line.receive(ASK_8A, 0.0) == bytes.fromhex(published)


@pytest.mark.parametrize(
    ("options", "open_doors", "published"),
    [
        ({"channels": 8, "shorted_when": "open"}, [], "80 01 00 00 00 33 B2"),
        ({"channels": 24, "shorted_when": "open"}, [2], "80 01 00 00 02 33 B0"),
        ({"channels": 24, "shorted_when": "open", "order": "first"}, [2], "80 01 02 00 00 33 B0"),
        ({"channels": 8}, [2], "80 01 00 00 FD 33 4F"),
        ({"channels": 50, "shorted_when": "open"}, [1, 50], "80 01 02 00 00 00 00 00 01 33 B1"),
    ],
)
def test_the_state_of_all_doors_is_three_bytes_or_more(
    options: Any, open_doors: list[int], published: str
) -> None:
    line = boards_8a(event_header=None, **options)
    for channel in open_doors:
        line.rows[1].doors[channel].is_open = True
    assert line.receive(ASK_ALL_8A, 0.0) == bytes.fromhex(published)


@pytest.mark.parametrize(
    ("request_hex", "opened"),
    [
        ("8A 01 01 11 9B", [1]),
        ("8A 01 00 11 9A", list(range(1, 25))),
        ("8A 01 03 11 05 9C", [3]),
        ("90 01 02 02 02 93", [2, 10, 18]),
        ("9A 01 01 11 8B", [1]),
        ("8A 03 01 11 99", []),  # a board that is not there
        ("8A 01 19 11 83", []),  # a channel that is not there
        ("8A 01 01 11 9A", []),  # a wrong check
        ("80 01 00 99 18", []),
        ("82 01 00 22 A1", []),
    ],
)
def test_commands_open_the_doors_they_name(request_hex: str, opened: list[int]) -> None:
    line = boards_8a(event_header=None)
    line.receive(bytes.fromhex(request_hex), 0.0)
    line.due(0.2)
    assert [channel for channel, door in line.rows[1].doors.items() if door.is_open] == opened
    assert not any(door.is_open for door in line.rows[2].doors.values())


def test_a_bolt_is_held_and_let_go() -> None:
    line = boards_8a()
    line.receive(bytes.fromhex("9A 01 01 11 8B"), 0.0)
    assert line.rows[1].doors[1].is_held_unlocked
    line.receive(bytes.fromhex("9B 01 01 11 8A"), 1.0)
    assert not line.rows[1].doors[1].is_held_unlocked


def test_the_other_variant_holds_with_10() -> None:
    line = boards_8a(hold_byte=0x10)
    line.receive(bytes.fromhex("9A 01 01 11 8B"), 0.0)
    assert not line.rows[1].doors[1].is_held_unlocked
    line.receive(bytes.fromhex("9A 01 01 10 8A"), 1.0)
    assert line.rows[1].doors[1].is_held_unlocked


@pytest.mark.parametrize(
    ("header", "opened", "closed"),
    [
        (0x81, "81 01 01 00 81", "81 01 01 11 90"),
        (0x82, "82 01 01 00 82", "82 01 01 11 93"),
        (None, "", ""),
    ],
)
def test_a_change_is_told_once_where_the_board_tells_it(header: Any, opened: str, closed: str) -> None:
    line = boards_8a(event_header=header)
    door = line.rows[1].doors[1]
    door.force()
    assert line.due(0.0) == bytes.fromhex(opened)
    assert line.due(0.1) == b""
    door.close(0.2)
    assert line.due(0.2) == bytes.fromhex(closed)


def test_a_board_without_power_is_mute_and_tells_nothing_of_that_time() -> None:
    line = boards_8a()
    row = line.rows[1]
    line.receive(OPEN_8A, 0.0)
    row.set_power(0.01, is_on=False)
    assert line.due(0.5) == b""
    assert line.receive(ASK_8A, 0.6) == b""
    row.doors[1].force()
    row.set_power(1.0, is_on=True)
    assert line.due(1.0) == b""
    assert line.receive(ASK_8A, 1.1) == bytes.fromhex("80 01 01 00 80")


def test_a_request_before_the_answer_to_open_is_counted() -> None:
    line = boards_8a()
    line.receive(OPEN_8A, 0.0)
    line.receive(ASK_8A, 0.1)
    line.receive(ASK_8A, 0.5)
    assert line.overlaps == 1


@pytest.mark.parametrize("noise", ["00 FF 33", "8A 01", "80 80", "8A 01 01 11 03", "90"])
def test_a_request_behind_noise_is_heard(noise: str) -> None:
    line = boards_8a(event_header=None)
    line.receive(bytes.fromhex(noise), 0.0)
    assert line.receive(ASK_8A, 0.2) == bytes.fromhex("80 01 01 11 91")
    assert line.garbage == len(bytes.fromhex(noise))
    assert list(line.heard) == [ASK_8A]


# Family WKLY.


@pytest.mark.parametrize(
    ("published", "frame"),
    [
        (OPEN_WKLY.hex(), WklyFrame(0, 0x82, b"\x01")),
        ("57 4B 4C 59 0B 00 82 00 01 00 81", WklyFrame(0, 0x82, b"\x00\x01\x00")),
        ("57 4B 4C 59 0B 00 83 00 01 00 80", WklyFrame(0, 0x83, b"\x00\x01\x00")),
        ("57 4B 4C 59 09 0A 82 01 89", WklyFrame(10, 0x82, b"\x01")),
        ("57 4B 4C 59 0C 00 80 03 01 02 03 86", WklyFrame(0, 0x80, b"\x03\x01\x02\x03")),
        (ASK_ALL_WKLY.hex(), WklyFrame(0, 0x84)),
    ],
)
def test_wkly_frames_are_the_published_ones(published: str, frame: WklyFrame) -> None:
    assert frame.encode() == bytes.fromhex(published)
    assert WklyReader().feed(bytes.fromhex(published), 0.0) == [frame]


def test_a_wkly_board_answers_open_when_the_door_has_jumped() -> None:
    line = boards_wkly(tells_changes=False)
    assert line.receive(OPEN_WKLY, 0.0) == b""
    assert line.due(0.3) == bytes.fromhex("57 4B 4C 59 0B 00 82 00 01 00 81")


def test_a_wkly_board_may_say_nothing_to_open() -> None:
    line = boards_wkly(answers_open=False, tells_changes=False)
    line.receive(OPEN_WKLY, 0.0)
    assert line.due(0.3) == b""
    assert line.receive(ASK_WKLY, 0.4) == bytes.fromhex("57 4B 4C 59 0B 00 83 00 01 00 80")


@pytest.mark.parametrize(("closed_is", "state"), [(1, "01"), (0, "00")])
def test_either_state_byte_may_mean_closed(closed_is: Any, state: str) -> None:
    line = boards_wkly(closed_is=closed_is)
    answer = line.receive(ASK_WKLY, 0.0)
    assert answer[:-1] == bytes.fromhex(f"57 4B 4C 59 0B 00 83 00 01 {state}")


@pytest.mark.parametrize(
    ("channels", "opened", "published"),
    [
        (4, [1, 4], "57 4B 4C 59 0E 00 84 00 04 00 01 01 00 87"),
        (24, range(1, 25), "57 4B 4C 59 22 00 84 00 18" + " 00" * 24 + " B7"),
    ],
)
def test_all_wkly_doors_are_told_one_byte_each(channels: int, opened: Any, published: str) -> None:
    line = boards_wkly(channels=channels, tells_changes=False)
    for channel in opened:
        line.rows[0].doors[channel].is_open = True
    assert line.receive(ASK_ALL_WKLY, 0.0) == bytes.fromhex(published)


@pytest.mark.parametrize(
    ("request_hex", "answer", "opened"),
    [
        ("57 4B 4C 59 0C 00 80 03 01 02 03 86", "57 4B 4C 59 09 00 80 00 80", [1, 2, 3]),
        ("57 4B 4C 59 0C 00 87 03 01 02 03 81", "57 4B 4C 59 09 00 87 00 87", [1]),
        ("57 4B 4C 59 08 00 86 87", "57 4B 4C 59 09 00 86 00 86", list(range(1, 25))),
        ("57 4B 4C 59 09 00 81 01 80", "57 4B 4C 59 0A 00 81 00 01 83", []),
        ("57 4B 4C 59 09 00 88 08 80", "57 4B 4C 59 0A 00 88 00 08 83", [8]),
        ("57 4B 4C 59 09 00 89 08 81", "57 4B 4C 59 0A 00 89 00 08 82", []),
        ("57 4B 4C 59 09 00 83 19 9A", "57 4B 4C 59 0B 00 83 FF 19 FF 98", []),
        ("57 4B 4C 59 09 00 81 19 98", "57 4B 4C 59 0A 00 81 FF 19 64", []),
        ("57 4B 4C 59 09 05 82 01 86", "", []),
    ],
)
def test_wkly_commands_do_what_they_say(request_hex: str, answer: str, opened: list[int]) -> None:
    line = boards_wkly(tells_changes=False)
    assert line.receive(bytes.fromhex(request_hex), 0.0) == bytes.fromhex(answer)
    line.due(0.2)
    assert [channel for channel, door in line.rows[0].doors.items() if door.is_open] == opened


def test_doors_opened_in_sequence_open_one_after_the_other() -> None:
    line = boards_wkly(tells_changes=False)
    line.receive(bytes.fromhex("57 4B 4C 59 0C 00 87 03 01 02 03 81"), 0.0)
    counts = []
    for at_s in (0.2, 0.5, 0.8):
        line.due(at_s)
        line.due(at_s)
        counts.append(sum(door.is_open for door in line.rows[0].doors.values()))
    assert counts == [1, 2, 3]


def test_a_wkly_board_tells_a_change_unasked() -> None:
    line = boards_wkly()
    door = line.rows[0].doors[1]
    door.force()
    assert line.due(0.0) == bytes.fromhex("57 4B 4C 59 0A 00 85 01 00 87")
    door.close(0.1)
    assert line.due(0.1) == bytes.fromhex("57 4B 4C 59 0A 00 85 01 01 86")


@given(st.lists(st.binary(max_size=12), max_size=6), st.binary(max_size=10))
def test_wkly_frames_are_found_again_behind_noise_that_holds_no_start(
    bodies: list[bytes], noise: bytes
) -> None:
    quiet = noise.replace(b"W", b"")
    frames = [WklyFrame(board, 0x83, body) for board, body in enumerate(bodies)]
    reader = WklyReader()
    stream = b"".join(quiet + frame.encode() for frame in frames)
    assert [found for byte in stream for found in reader.feed(bytes((byte,)), 0.0)] == frames


@given(st.lists(st.binary(max_size=64), max_size=4))
def test_noise_never_upsets_a_line(pieces: list[bytes]) -> None:
    for line in (boards_8a(), boards_wkly()):
        for at_s, piece in enumerate(pieces):
            line.receive(piece, float(at_s))


# On a pty, as a host with plain pyserial sees them.


@pytest.fixture
def locker(tmp_path: Path) -> Iterator[PtyLocker8A]:
    with PtyLocker8A(link=tmp_path / "ttyLOCKER", boards=[1, 2], channels=8) as made:
        yield made


def host(locker: PtyLocker8A | PtyLockerWkly) -> serial.Serial:
    return serial.Serial(locker.address.partition("://")[2], 9_600, timeout=5)


def test_a_door_opens_over_the_wire_and_a_hand_closes_it(locker: PtyLocker8A) -> None:
    with host(locker) as line:
        line.write(OPEN_8A)
        assert line.read(10) == bytes.fromhex("81 01 01 00 81 8A 01 01 00 8A")
        locker.wait_for(lambda: locker.door(1, 1).is_open)
        locker.door(1, 1).close()
        assert line.read(5) == bytes.fromhex("81 01 01 11 90")
    assert locker.heard == [OPEN_8A]


def test_hands_jam_block_force_and_cut_the_power_of_one_board(locker: PtyLocker8A) -> None:
    locker.door(1, 1).jam()
    locker.door(1, 2).put_before()
    with host(locker) as line:
        line.write(OPEN_8A)
        assert line.read(5) == bytes.fromhex("8A 01 01 11 9B")
        line.write(bytes.fromhex("8A 01 02 11 98"))
        assert line.read(5) == bytes.fromhex("8A 01 02 11 98")
        locker.door(1, 2).take_away()
        locker.door(2, 8).force()
        assert line.read(5) == bytes.fromhex("81 02 08 00 8B")
        locker.board(1).power_off()
        line.write(ASK_8A + bytes.fromhex("80 02 08 33 B9"))
        assert line.read(5) == bytes.fromhex("80 02 08 00 8A")
        assert not locker.board(1).is_powered
        locker.board(1).power_on()
        line.write(ASK_8A)
        assert line.read(5) == bytes.fromhex("80 01 01 11 91")


def test_the_adapter_of_a_locker_is_pulled_and_plugged(tmp_path: Path) -> None:
    with PtyLockerWkly(link=tmp_path / "ttyLOCKER", channels=4) as locker:
        with host(locker) as line:
            locker.unplug()
            with pytest.raises(serial.SerialException):
                line.read(1)
        assert not locker.is_plugged_in
        locker.plug()
        with host(locker) as line:
            line.write(ASK_ALL_WKLY)
            assert line.read(14) == bytes.fromhex("57 4B 4C 59 0E 00 84 00 04 01 01 01 01 87")


def test_hands_find_no_door_or_board_that_is_not_there(locker: PtyLocker8A) -> None:
    with pytest.raises(BadLever, match="door 9"):
        locker.door(1, 9)
    with pytest.raises(BadLever, match="boards: 1, 2"):
        locker.board(3)
