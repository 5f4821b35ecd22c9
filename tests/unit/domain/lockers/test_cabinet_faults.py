"""What goes wrong at a cabinet: doors forced, stuck, left open; boards, lines and programs that die."""

import pytest

from queue_core.domain import commands as c
from queue_core.domain import refusals
from queue_core.domain.lockers import doors
from queue_core.domain.rules import MINUTE_MS, CabinetRules, DoorRules, HallRules
from queue_core.domain.words import (
    CaseState,
    DoorCondition,
    DoorSize,
    DoorTrouble,
    ExpiryReason,
    Finding,
    ProofKind,
    UnlockingDoubt,
    UnlockingFailure,
    UnlockingState,
)
from tests.unit.domain.lockers.conftest import rules

INSIDE, EMPTY, MISSING = Finding


def test_a_door_that_opens_without_an_order_was_forced_and_is_not_sure_any_more(lobby) -> None:
    case_id = lobby.deposited()
    assert lobby.opens() == ["door-changed", "door-forced"]
    assert lobby.day.lockers.is_unsure(lobby.door())
    lobby.closes()
    with pytest.raises(refusals.DoorInTrouble):
        lobby.ask_collection(case_id)
    inspecting = lobby.ask_inspection()
    lobby.opens()
    lobby.say(inspecting, INSIDE)
    lobby.closes()
    assert not lobby.day.lockers.is_unsure(lobby.door())
    assert lobby.ask_collection(case_id).door == 1


def test_a_new_cabinet_may_have_its_doors_open(lobby) -> None:
    lobby.do(c.ChangeRules(rules=HallRules(categories=(), windows=(), cabinets=(one_door("L2"),))))
    told = c.ReportDoors(cabinet="L2", doors={1: DoorCondition.OPEN}, in_hand=())
    assert len(lobby.do(told)) == 1
    assert lobby.day.lockers.doors("L2")[0].trouble is None


def one_door(code: str) -> CabinetRules:
    return CabinetRules(code=code, doors=(DoorRules(number=1, size=DoorSize.SMALL, board=1, channel=1),))


def test_after_a_restart_what_the_cabinet_does_not_know_of_is_unsure(lobby) -> None:
    case_id = lobby.deposited()
    unlocking = lobby.collecting(case_id)
    told = dict.fromkeys((1, 2, 3, 4), "closed")
    assert lobby.tell(told, in_hand=()) == ["unlocking-unsure", "door-changed"]
    assert lobby.now(unlocking).doubt is UnlockingDoubt.GONE
    assert lobby.case(case_id).state is CaseState.READY
    assert lobby.say(unlocking, EMPTY) == ["finding-said", "unlocking-settled", "case-handed-over"]


def test_what_the_cabinet_still_has_in_hand_goes_on(lobby) -> None:
    unlocking = lobby.collecting(lobby.deposited())
    assert lobby.tell({1: "open"}, in_hand=(unlocking.unlocking_id,)) == []
    assert lobby.closes()[-1] == "case-handed-over"


def test_a_door_found_open_at_a_restart_was_opened_by_its_order(lobby) -> None:
    lobby.ask_collection(lobby.deposited())
    assert lobby.tell({1: "open"}, in_hand=()) == ["door-changed", "unlocking-unsure"]
    assert lobby.closes() == ["door-changed"]
    assert lobby.opens() == ["door-changed", "door-forced"]


def test_who_took_it_says_so_and_who_did_not_shows_the_code_again(lobby) -> None:
    case_id = lobby.deposited()
    unlocking = lobby.collecting(case_id)
    lobby.tell({1: "closed"}, in_hand=())
    lobby.collecting(case_id)
    assert lobby.now(unlocking).said is INSIDE
    assert lobby.closes()[-1] == "case-handed-over"


def test_what_was_said_before_a_cabinet_died_does_not_count(lobby) -> None:
    unlocking = lobby.collecting(lobby.deposited())
    lobby.say(unlocking, INSIDE)
    lobby.tell({1: "open"}, in_hand=())
    assert lobby.now(unlocking).said is None
    assert lobby.closes() == ["door-changed"]


def test_of_an_unsure_door_that_stands_open_a_word_counts_when_it_is_closed(lobby) -> None:
    unlocking = lobby.collecting(lobby.deposited())
    lobby.tell({1: "open"}, in_hand=())
    assert lobby.say(unlocking, EMPTY) == ["finding-said"]
    assert lobby.closes() == ["door-changed", "unlocking-settled", "case-handed-over"]


def test_a_cabinet_that_is_silent_for_long_leaves_its_order_unsure(lobby) -> None:
    unlocking = lobby.ask_collection(lobby.deposited())
    assert lobby.keep_time(59_000) == []
    assert lobby.keep_time(1_000) == ["unlocking-unsure"]
    assert lobby.keep_time(MINUTE_MS) == []
    assert lobby.opens() == ["door-changed"]
    assert lobby.now(unlocking).state is UnlockingState.UNSURE


def test_a_door_left_open_is_told_once(lobby) -> None:
    lobby.collecting(lobby.deposited())
    assert lobby.keep_time(2 * MINUTE_MS) == ["door-left-open"]
    assert lobby.keep_time(2 * MINUTE_MS) == []
    assert lobby.door().is_left_open
    lobby.closes()
    assert not lobby.door().is_left_open


def test_a_stuck_door_still_holds_its_case_and_takes_no_other(lobby) -> None:
    case_id = lobby.deposited()
    unlocking = lobby.ask_collection(case_id)
    assert lobby.fail(unlocking, UnlockingFailure.STUCK) == ["unlocking-failed"]
    assert lobby.fail(unlocking, UnlockingFailure.STUCK) == []
    assert lobby.door().trouble is DoorTrouble.STUCK
    assert not lobby.day.lockers.is_unsure(lobby.door())
    assert lobby.ask_collection(case_id).door == 1


def test_an_order_that_was_withdrawn_changes_nothing(lobby) -> None:
    unlocking = lobby.ask_deposit(lobby.accept())
    lobby.fail(unlocking, UnlockingFailure.WITHDRAWN)
    assert lobby.day.lockers.is_free(lobby.door())
    with pytest.raises(refusals.UnlockingOver):
        lobby.say(unlocking, INSIDE)


def test_without_its_board_a_collection_is_unsure_and_a_deposit_goes_elsewhere(lobby) -> None:
    collecting = lobby.ask_collection(lobby.deposited())
    assert lobby.fail(collecting, UnlockingFailure.BOARD_AWAY) == ["unlocking-unsure"]
    assert lobby.fail(collecting, UnlockingFailure.BOARD_AWAY) == []
    depositing = lobby.ask_deposit(lobby.accept("X2"))
    assert lobby.fail(depositing, UnlockingFailure.BOARD_AWAY) == ["unlocking-failed"]


def test_a_board_that_goes_while_a_door_is_open_leaves_it_unsure(lobby) -> None:
    unlocking = lobby.collecting(lobby.deposited())
    assert lobby.tell({1: "unknown"}) == ["door-changed", "unlocking-unsure"]
    assert lobby.closes() == ["door-changed"]
    assert lobby.now(unlocking).doubt is UnlockingDoubt.BOARD_AWAY


def test_while_its_board_is_away_a_holder_is_refused_and_staff_are_not(lobby) -> None:
    case_id = lobby.deposited()
    lobby.tell({1: "unknown", 2: "unknown"})
    with pytest.raises(refusals.BoardAway):
        lobby.ask_collection(case_id)
    assert lobby.ask_deposit(lobby.accept("X2")).door == 3
    assert lobby.ask_removal(case_id).door == 1


def test_two_doors_closed_in_one_report_get_two_codes(lobby) -> None:
    first, second = lobby.accept("X1"), lobby.accept("X2")
    lobby.ask_deposit(first)
    lobby.ask_deposit(second)
    lobby.tell({1: "open", 2: "open"})
    lobby.tell({1: "closed", 2: "closed"})
    serials = {lobby.case(each).serial for each in (first, second)}
    assert len(serials) == 2
    assert lobby.day.next_serial == max(serials) + 1


def test_what_is_known_already_is_no_news(lobby) -> None:
    closed = c.ReportDoors(cabinet="L1", doors={1: DoorCondition.CLOSED, 77: DoorCondition.OPEN})
    assert not doors.is_news(lobby.day, closed)
    assert doors.is_news(lobby.day, c.ReportDoors(cabinet="L1", doors={1: DoorCondition.OPEN}))


def test_a_door_is_put_out_of_service_only_when_it_is_empty_and_back_without_its_trouble(lobby) -> None:
    lobby.deposited()
    with pytest.raises(refusals.DoorNotEmpty):
        lobby.do(c.SetDoorService(cabinet="L1", door=1, is_in_service=False))
    lobby.do(c.SetDoorService(cabinet="L1", door=2, is_in_service=False))
    assert lobby.ask_deposit(lobby.accept("X2")).door == 3
    with pytest.raises(refusals.DoorBusy):
        lobby.do(c.SetDoorService(cabinet="L1", door=3, is_in_service=False))
    lobby.opens(2)
    lobby.closes(2)
    lobby.do(c.SetDoorService(cabinet="L1", door=2, is_in_service=True))
    assert lobby.day.lockers.is_free(lobby.door(2))
    assert lobby.do(c.SetDoorService(cabinet="L1", door=2, is_in_service=True)) == ()


def test_doors_and_their_orders_cross_midnight_as_they_are(lobby) -> None:
    lobby.deposited("X1")
    collecting = lobby.collecting(lobby.deposited("X2"))
    lobby.do(c.CountProof(cabinet="L1", proof=ProofKind.CODE, is_right=False))
    lobby.do(c.CloseDay(reason=ExpiryReason.DAY_ENDED))
    before = (lobby.day.lockers.doors(), lobby.day.lockers.pending(), dict(lobby.day.lockers.proofs))
    lobby.next_day()
    after = (lobby.day.lockers.doors(), lobby.day.lockers.pending(), lobby.day.lockers.proofs)
    assert before == after
    lobby.closes(2)
    assert lobby.now(collecting).state is UnlockingState.SETTLED
    assert lobby.ask_deposit(lobby.accept("X3")).unlocking_id == collecting.unlocking_id + 1


def test_a_cabinet_serves_after_the_hall_has_closed(lobby) -> None:
    case_id = lobby.deposited()
    lobby.do(c.CloseDay(reason=ExpiryReason.DAY_ENDED))
    lobby.collecting(case_id)
    assert lobby.keep_time(2 * MINUTE_MS) == ["door-left-open"]
    assert lobby.closes()[-1] == "case-handed-over"


def test_a_door_the_rules_drop_stays_until_it_is_empty(lobby) -> None:
    case_id = lobby.deposited()
    lobby.do(c.ChangeRules(rules=rules(2, 3)))
    assert [each.number for each in lobby.day.lockers.doors("L1")] == [1, 2, 3]
    lobby.next_day(by=rules(2, 3))
    lobby.collecting(case_id)
    lobby.closes()
    assert [each.number for each in lobby.day.lockers.doors("L1")] == [2, 3]


def test_a_deposit_into_a_door_the_rules_drop_meanwhile_is_kept(lobby) -> None:
    case_id = lobby.accept()
    lobby.ask_deposit(case_id)
    lobby.do(c.ChangeRules(rules=rules(2, 3)))
    lobby.opens()
    assert lobby.closes()[-1] == "case-deposited"
    assert lobby.door().case_id == case_id


def test_an_order_of_yesterday_is_over(lobby) -> None:
    unlocking = lobby.collecting(lobby.deposited())
    lobby.closes()
    lobby.next_day()
    with pytest.raises(refusals.UnlockingOver):
        lobby.say(unlocking, MISSING)


@pytest.mark.parametrize("doubled", [(), (1,)])
def test_a_cabinet_or_a_door_stands_once_in_the_rules(doubled) -> None:
    door = DoorRules(number=1, size=DoorSize.SMALL, board=1, channel=1)
    cabinet = CabinetRules(code="L1", doors=(door, *(door for _ in doubled)))
    with pytest.raises(ValueError, match="stands twice"):
        HallRules(categories=(), windows=(), cabinets=(cabinet, *(() if doubled else (cabinet,))))


def show(lobby, *, is_right: bool = False, after_ms: int = 1_000):
    return lobby.do(c.CountProof(cabinet="L1", proof=ProofKind.CODE, is_right=is_right), after_ms)


def test_five_wrong_proofs_lock_a_cabinet_longer_each_time(lobby) -> None:
    for minutes in (5, 10, 20, 40, 60, 60):
        refused = [show(lobby)[0] for _ in range(5)]
        assert [each.locked_until_ms for each in refused[:4]] == [None] * 4
        assert refused[4].locked_until_ms == lobby.now_ms + minutes * MINUTE_MS
        with pytest.raises(refusals.ProofsLocked) as locked:
            show(lobby, is_right=True, after_ms=minutes * MINUTE_MS - 1_000)
        assert locked.value.until_ms == refused[4].locked_until_ms


def test_a_right_proof_ends_the_count(lobby) -> None:
    assert show(lobby, is_right=True) == ()
    for _ in range(4):
        show(lobby)
    assert len(show(lobby, is_right=True)) == 1
    assert show(lobby)[0].locked_until_ms is None


def test_a_lock_is_lifted_once_and_its_place_in_the_row_is_not_forgotten(lobby) -> None:
    lift = c.LiftProofLock(cabinet="L1")
    assert lobby.do(lift) == ()
    for _ in range(5):
        show(lobby)
    assert len(lobby.do(lift)) == 1
    assert lobby.do(lift) == ()
    longer = [show(lobby)[0].locked_until_ms for _ in range(5)]
    assert longer == [None] * 4 + [lobby.now_ms + 10 * MINUTE_MS]


def test_nobody_is_told_of_a_door_left_open_that_is_out_of_service(lobby) -> None:
    lobby.do(c.SetDoorService(cabinet="L1", door=2, is_in_service=False))
    lobby.opens(2)
    assert lobby.keep_time(10 * MINUTE_MS) == []
