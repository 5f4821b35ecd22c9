"""What a change of a door means."""

import pytest

from drivers.catalog.locker_doors import DoorBook
from drivers.contract.events import Door, DoorClosed, DoorForced, DoorLeftOpen, DoorOpened
from drivers.contract.locker import DoorState
from drivers.contract.status import Doors, State, Status

A, B = Door(1, 1), Door(2, 1)
LEFT_OPEN_AFTER_S = 60.0


@pytest.fixture
def book() -> DoorBook:
    book = DoorBook([A, B], left_open_after_s=LEFT_OPEN_AFTER_S)
    for door in (A, B):
        assert book.learn(door, DoorState.CLOSED, 0) == []
    return book


def test_doors_of_which_nothing_was_heard_are_unknown() -> None:
    book = DoorBook([A, B], left_open_after_s=LEFT_OPEN_AFTER_S)
    assert set(book.states.values()) == {DoorState.UNKNOWN}
    book.learn(A, DoorState.CLOSED, 0)
    assert book.status == Status(state=State.ONLINE, doors=Doors.UNKNOWN)
    book.learn(B, DoorState.OPEN, 0)
    assert book.status == Status(state=State.ONLINE, doors=Doors.OPEN)


def test_a_door_is_opened_when_it_was_told_to_and_forced_when_not(book: DoorBook) -> None:
    book.expect_opening(A, until_s=5)
    assert book.learn(A, DoorState.OPEN, 4.9) == [DoorOpened(A)]
    assert book.status.state is State.ONLINE
    assert book.learn(B, DoorState.OPEN, 4.9) == [DoorForced(B)]
    assert book.status.state is State.TAMPER_SUSPECTED


def test_a_door_that_opens_too_late_is_forced(book: DoorBook) -> None:
    book.expect_opening(A, until_s=5)
    assert book.learn(A, DoorState.OPEN, 5) == [DoorForced(A)]


def test_a_door_that_says_the_same_again_is_no_event(book: DoorBook) -> None:
    book.learn(A, DoorState.OPEN, 1)
    assert book.learn(A, DoorState.OPEN, 2) == []
    assert book.learn(A, DoorState.CLOSED, 3) == [DoorClosed(A)]
    assert book.learn(A, DoorState.CLOSED, 4) == []
    assert book.openings(A) == 1


def test_suspicion_lasts_until_the_last_forced_door_is_closed(book: DoorBook) -> None:
    book.learn(A, DoorState.OPEN, 1)
    book.learn(B, DoorState.OPEN, 1)
    book.learn(A, DoorState.CLOSED, 2)
    assert book.status.state is State.TAMPER_SUSPECTED
    book.forget(2)
    assert book.status.state is State.TAMPER_SUSPECTED
    book.learn(B, DoorState.CLOSED, 3)
    assert book.status == Status(state=State.ONLINE, doors=Doors.CLOSED)


def test_a_door_left_open_is_told_once_an_opening(book: DoorBook) -> None:
    book.learn(A, DoorState.OPEN, 10)
    assert book.next_left_open_s() == 70
    assert book.left_open(69.9) == []
    assert book.left_open(70) == [DoorLeftOpen(door=A, for_s=60)]
    assert book.left_open(1000) == []
    assert book.next_left_open_s() is None
    book.learn(A, DoorState.CLOSED, 1001)
    book.learn(A, DoorState.OPEN, 1002)
    assert book.left_open(1062) == [DoorLeftOpen(door=A, for_s=60)]


def test_a_board_that_is_silent_has_unknown_doors_and_none_left_open(book: DoorBook) -> None:
    book.learn(A, DoorState.OPEN, 10)
    book.forget(1)
    assert book.states == {A: DoorState.UNKNOWN, B: DoorState.CLOSED}
    assert book.left_open(1000) == []
    assert book.next_left_open_s() is None
    assert book.learn(A, DoorState.OPEN, 1001) == []
    assert book.left_open(1001) == [DoorLeftOpen(door=A, for_s=991)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (DoorState.CLOSED, DoorState.CLOSED, []),
        (DoorState.CLOSED, DoorState.OPEN, [DoorForced(A)]),
        (DoorState.OPEN, DoorState.OPEN, []),
        (DoorState.OPEN, DoorState.CLOSED, [DoorClosed(A)]),
    ],
)
def test_what_happened_while_a_board_was_silent_is_told_when_it_speaks(
    before: DoorState, after: DoorState, expected: list[object]
) -> None:
    book = DoorBook([A], left_open_after_s=LEFT_OPEN_AFTER_S)
    book.learn(A, before, 0)
    book.forget(1)
    assert book.learn(A, after, 1) == expected


def test_a_door_the_board_cannot_tell_of_is_unknown_and_no_event(book: DoorBook) -> None:
    assert book.learn(A, DoorState.UNKNOWN, 1) == []
    assert book.status.doors is Doors.UNKNOWN
    assert book.learn(A, DoorState.CLOSED, 2) == []


def test_a_door_that_is_not_in_the_address_is_passed_over(book: DoorBook) -> None:
    assert book.learn(Door(1, 9), DoorState.OPEN, 1) == []
    assert Door(1, 9) not in book.states
