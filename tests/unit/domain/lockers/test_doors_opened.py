"""Deposits, collections, removals and inspections: which door opens, and what its closing means."""

import pytest

from queue_core.domain import commands as c
from queue_core.domain import refusals
from queue_core.domain.records import InDoor, OnShelf
from queue_core.domain.rules import MINUTE_MS
from queue_core.domain.words import (
    CaseState,
    DoorSize,
    DoorTrouble,
    Finding,
    UnlockingDoubt,
    UnlockingFailure,
    UnlockingPurpose,
    UnlockingState,
)

SMALL, MEDIUM, LARGE = DoorSize
INSIDE, EMPTY, MISSING = Finding


def test_the_smallest_door_that_fits_is_taken_else_the_next_larger(lobby) -> None:
    assert lobby.ask_deposit(lobby.accept("X1"), SMALL).door == 1
    assert lobby.ask_deposit(lobby.accept("X2"), MEDIUM).door == 3
    assert lobby.ask_deposit(lobby.accept("X3"), MEDIUM).door == 4
    assert lobby.ask_deposit(lobby.accept("X4"), SMALL).door == 2
    with pytest.raises(refusals.NoFreeDoor):
        lobby.ask_deposit(lobby.accept("X5"), SMALL)


def test_a_closed_door_deposits_the_case_with_a_code_of_its_own(lobby) -> None:
    case_id = lobby.accept()
    first = lobby.case(case_id).serial
    lobby.ask_deposit(case_id)
    assert lobby.opens() == ["door-changed"]
    assert lobby.closes() == ["door-changed", "unlocking-settled", "case-deposited"]
    case = lobby.case(case_id)
    assert case.place == InDoor(cabinet="L1", door=1)
    assert case.keep_until_ms == lobby.now_ms + lobby.day.rules.pickup.door_ms
    assert lobby.day.cases.by_serial(first) is None
    assert lobby.day.cases.by_serial(case.serial) == case
    assert lobby.day.lockers.door_of(case_id) == lobby.door(1)


def test_a_case_still_in_work_is_ready_once_it_is_deposited(lobby) -> None:
    case_id = lobby.accept(is_ready=False)
    lobby.ask_deposit(case_id)
    lobby.opens()
    assert lobby.closes()[2:] == ["case-ready", "case-deposited"]
    assert (lobby.case(case_id).state, lobby.case(case_id).serial) == (CaseState.READY, 1)


def test_a_deposit_takes_a_case_from_its_shelf_into_hands(lobby) -> None:
    case_id = lobby.accept()
    lobby.do(c.PlaceCase(case_id=case_id, place=OnShelf(label="A1")))
    lobby.ask_deposit(case_id)
    assert lobby.case(case_id).place is None


def test_what_was_not_put_in_is_behind_no_door(lobby) -> None:
    unlocking = lobby.ask_deposit(lobby.accept())
    lobby.opens()
    assert lobby.say(unlocking, EMPTY) == ["finding-said"]
    assert lobby.closes() == ["door-changed", "unlocking-settled"]
    assert lobby.day.lockers.is_free(lobby.door())


def test_a_door_found_full_is_out_and_another_one_is_offered(lobby) -> None:
    case_id = lobby.accept()
    unlocking = lobby.ask_deposit(case_id)
    lobby.opens()
    assert lobby.fail(unlocking, UnlockingFailure.FOUND_FULL) == ["unlocking-failed"]
    assert lobby.closes() == ["door-changed"]
    assert lobby.door().trouble is DoorTrouble.FOUND_FULL
    assert lobby.ask_deposit(case_id).door == 2


def test_a_closed_door_hands_a_collected_case_over(lobby) -> None:
    case_id = lobby.deposited()
    lobby.collecting(case_id)
    assert lobby.closes() == ["door-changed", "unlocking-settled", "case-handed-over"]
    assert lobby.case(case_id).state is CaseState.HANDED_OVER
    assert lobby.day.lockers.is_free(lobby.door())


def test_who_leaves_it_inside_can_collect_it_later_by_the_same_code(lobby) -> None:
    case_id = lobby.deposited()
    serial = lobby.case(case_id).serial
    lobby.say(lobby.collecting(case_id), INSIDE)
    assert lobby.closes() == ["door-changed", "unlocking-settled"]
    assert lobby.day.cases.by_serial(serial) == lobby.case(case_id)
    lobby.collecting(case_id)
    assert lobby.closes()[-1] == "case-handed-over"


def test_who_finds_nothing_says_so_and_the_case_is_missing_not_handed_over(lobby) -> None:
    case_id = lobby.deposited()
    lobby.say(lobby.collecting(case_id), MISSING)
    assert lobby.closes()[-1] == "case-missing"
    case = lobby.case(case_id)
    assert (case.state, case.place, case.is_missing) == (CaseState.READY, None, True)
    lobby.do(c.PlaceCase(case_id=case_id, place=OnShelf(label="A1")))
    assert not lobby.case(case_id).is_missing


@pytest.mark.parametrize(
    ("said", "follows"),
    [(MISSING, "case-missing"), (INSIDE, "case-deposited")],
)
def test_what_is_said_a_moment_after_closing_corrects_it(lobby, said, follows) -> None:
    case_id = lobby.deposited()
    unlocking = lobby.collecting(case_id)
    lobby.closes()
    assert lobby.say(unlocking, said) == ["finding-said", follows]
    assert lobby.case(case_id).state is CaseState.READY
    assert lobby.say(unlocking, said) == []
    assert lobby.say(unlocking, EMPTY)[-1] == "case-handed-over"


def test_a_deposit_closed_too_soon_is_taken_back_by_a_word(lobby) -> None:
    case_id = lobby.accept()
    unlocking = lobby.ask_deposit(case_id)
    lobby.opens()
    lobby.closes()
    assert lobby.say(unlocking, EMPTY) == ["finding-said", "case-removed"]
    assert lobby.case(case_id).place is None
    assert lobby.day.lockers.is_free(lobby.door())


def test_a_correction_has_its_time_and_ends_with_the_next_thing_that_happens(lobby) -> None:
    first, second = lobby.deposited("X1"), lobby.deposited("X2")
    late, busy = lobby.collecting(first), lobby.collecting(second)
    lobby.closes(1)
    lobby.closes(2)
    lobby.ask_deposit(lobby.accept("X3"))
    lobby.ask_deposit(lobby.accept("X4"))
    with pytest.raises(refusals.UnlockingOver):
        lobby.say(busy, MISSING)
    with pytest.raises(refusals.UnlockingOver):
        lobby.say(late, MISSING, after_ms=6 * MINUTE_MS)


def test_a_case_handed_over_elsewhere_is_not_put_back_by_a_word(lobby) -> None:
    case_id = lobby.deposited()
    unlocking = lobby.ask_removal(case_id)
    lobby.opens()
    lobby.closes()
    lobby.do(c.HandOverCase(case_id=case_id))
    with pytest.raises(refusals.UnlockingOver):
        lobby.say(unlocking, INSIDE)


def test_staff_take_a_case_out_and_the_hall_keeps_it(lobby) -> None:
    case_id = lobby.deposited()
    lobby.ask_removal(case_id)
    lobby.opens()
    assert lobby.closes()[-1] == "case-removed"
    case = lobby.case(case_id)
    assert case.place is None
    assert case.keep_until_ms == (case.ready_at_ms or 0) + lobby.day.rules.pickup.keep_ms


def test_an_inspection_needs_a_word_and_finds_a_case_missing(lobby) -> None:
    case_id = lobby.deposited()
    unlocking = lobby.ask_inspection()
    lobby.opens()
    assert lobby.closes() == ["door-changed", "unlocking-unsure"]
    assert lobby.now(unlocking).doubt is UnlockingDoubt.NOT_SAID
    assert lobby.say(unlocking, EMPTY) == ["finding-said", "unlocking-settled", "case-missing"]
    assert lobby.case(case_id).is_missing


def test_an_inspection_ends_a_doors_trouble_or_finds_something_strange(lobby) -> None:
    lobby.opens()
    assert lobby.door().trouble is DoorTrouble.FORCED
    strange = lobby.ask_inspection()
    assert lobby.now(strange).state is UnlockingState.OPEN
    lobby.say(strange, INSIDE)
    lobby.closes()
    assert lobby.door().trouble is DoorTrouble.FOUND_FULL
    bare = lobby.ask_inspection()
    lobby.opens()
    lobby.say(bare, EMPTY)
    lobby.closes()
    assert lobby.day.lockers.is_free(lobby.door())


def test_one_order_at_a_time_for_a_door_and_for_a_case(lobby) -> None:
    case_id = lobby.deposited()
    lobby.ask_collection(case_id)
    for ask in (lobby.ask_collection, lobby.ask_removal, lambda _: lobby.ask_inspection(1)):
        with pytest.raises(refusals.DoorBusy):
            ask(case_id)
    other = lobby.accept("X2")
    lobby.ask_deposit(other)
    for ask in (lobby.ask_deposit, lobby.ask_collection):
        with pytest.raises(refusals.DoorBusy):
            ask(other)


def test_who_shows_the_code_again_at_an_open_door_goes_on_with_it(lobby) -> None:
    case_id = lobby.deposited()
    first = lobby.collecting(case_id)
    again = lobby.ask_collection(case_id)
    assert (lobby.now(first).state, lobby.now(first).said) == (UnlockingState.SETTLED, INSIDE)
    assert lobby.now(again).state is UnlockingState.OPEN
    assert lobby.closes()[-1] == "case-handed-over"


@pytest.mark.parametrize("said", [EMPTY, MISSING])
def test_what_was_said_of_an_open_door_goes_before_a_code_shown_again(lobby, said) -> None:
    case_id = lobby.deposited()
    lobby.say(lobby.collecting(case_id), said)
    with pytest.raises(refusals.DoorBusy):
        lobby.ask_collection(case_id)


def test_a_case_behind_a_door_is_moved_by_its_door_alone(lobby) -> None:
    case_id = lobby.deposited()
    for command in (
        c.HandOverCase(case_id=case_id),
        c.PlaceCase(case_id=case_id, place=OnShelf(label="A1")),
        c.ReturnCase(case_id=case_id),
        c.AskDeposit(cabinet="L1", case_id=case_id, size=SMALL),
    ):
        with pytest.raises(refusals.CaseInDoor) as refused:
            lobby.do(command)
        assert (refused.value.door.cabinet, refused.value.door.number) == ("L1", 1)


def test_only_what_lies_behind_a_door_is_collected_or_taken_out(lobby) -> None:
    case_id = lobby.accept()
    for ask in (lobby.ask_collection, lobby.ask_removal):
        with pytest.raises(refusals.CaseNotInDoor):
            ask(case_id)


def test_cabinets_and_doors_that_do_not_exist_are_refused(lobby) -> None:
    case_id = lobby.accept()
    with pytest.raises(refusals.NoSuchCabinet):
        lobby.do(c.AskDeposit(cabinet="L9", case_id=case_id, size=SMALL))
    with pytest.raises(refusals.NoSuchDoor):
        lobby.ask_inspection(7)
    with pytest.raises(refusals.NoSuchUnlocking):
        lobby.do(c.SayFinding(unlocking_id=5, finding=INSIDE))


def test_nothing_can_be_missing_at_a_deposit_nor_full_at_a_collection(lobby) -> None:
    collecting = lobby.collecting(lobby.deposited())
    with pytest.raises(refusals.FailureMisfits):
        lobby.fail(collecting, UnlockingFailure.FOUND_FULL)
    with pytest.raises(refusals.FailureMisfits):
        lobby.fail(collecting, UnlockingFailure.STUCK)
    depositing = lobby.ask_deposit(lobby.accept("X2"))
    with pytest.raises(refusals.FindingMisfits):
        lobby.say(depositing, MISSING)
    with pytest.raises(refusals.FailureMisfits):
        lobby.fail(depositing, UnlockingFailure.SUPERSEDED)


def test_an_inspection_settles_the_unsure_order_in_whose_place_it_was_asked(lobby) -> None:
    case_id = lobby.accept()
    depositing = lobby.ask_deposit(case_id)
    lobby.opens()
    lobby.tell({1: "closed"}, in_hand=())
    inspecting = lobby.ask_inspection()
    assert lobby.now(depositing).state is UnlockingState.FAILED
    assert (inspecting.case_id, inspecting.doubted) == (case_id, UnlockingPurpose.DEPOSIT)
    assert lobby.fail(inspecting, UnlockingFailure.STUCK) == ["unlocking-unsure"]
    assert lobby.fail(inspecting, UnlockingFailure.STUCK) == []
    again = lobby.ask_inspection()
    assert again.doubted is UnlockingPurpose.DEPOSIT
    lobby.opens()
    lobby.say(again, INSIDE)
    assert lobby.closes()[-1] == "case-deposited"


def test_nothing_is_corrected_once_the_door_came_open_again(lobby) -> None:
    unlocking = lobby.collecting(lobby.deposited())
    lobby.closes()
    lobby.opens()
    with pytest.raises(refusals.UnlockingOver):
        lobby.say(unlocking, MISSING)
    lobby.closes()
    with pytest.raises(refusals.UnlockingOver):
        lobby.say(unlocking, INSIDE)


def test_a_case_taken_out_and_put_on_a_shelf_is_not_put_back_by_a_word(lobby) -> None:
    case_id = lobby.deposited()
    unlocking = lobby.ask_removal(case_id)
    lobby.opens()
    lobby.closes()
    lobby.do(c.PlaceCase(case_id=case_id, place=OnShelf(label="A1")))
    with pytest.raises(refusals.UnlockingOver):
        lobby.say(unlocking, INSIDE)
