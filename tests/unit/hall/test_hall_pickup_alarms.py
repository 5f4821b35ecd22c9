"""Alarms of cabinets and cases: each by its rule, gone when it holds no more."""

import pytest

from queue_core.domain import commands as c
from queue_core.domain.rules import MINUTE_MS
from queue_core.domain.words import Finding, ProofKind, UnlockingFailure
from queue_core.hall.alarms import Standing
from queue_core.hall.alarms_pickup import of_pickup
from queue_core.wire.supervision import AlarmKind
from tests.unit.domain.lockers.conftest import LARGE, MEDIUM, Lobby

DAY_MS = 24 * 60 * MINUTE_MS


@pytest.fixture
def lobby() -> Lobby:
    return Lobby()


def standing(lobby: Lobby, *, is_connected: bool = True) -> dict[tuple[AlarmKind, str], Standing]:
    look = of_pickup(lambda _: is_connected, few_free_percent=25)
    return {(each.kind, each.subject): each for each in look(lobby.day, lobby.now_ms)}


def test_a_cabinet_in_order_alarms_nobody(lobby: Lobby) -> None:
    lobby.deposited()
    assert standing(lobby) == {}


def test_a_cabinet_without_a_line_is_away_and_of_its_boards_nothing_is_said(lobby: Lobby) -> None:
    lobby.tell(dict.fromkeys((1, 2), "unknown"))
    assert set(standing(lobby, is_connected=False)) == {(AlarmKind.CABINET_AWAY, "cabinet:L1")}
    away = standing(lobby)[AlarmKind.BOARD_AWAY, "cabinet:L1"]
    assert (away.figures, away.since_ms) == ({"doors": 2}, lobby.now_ms)
    lobby.tell(dict.fromkeys((1, 2), "closed"))
    assert standing(lobby) == {}


def test_a_forced_door_alarms_until_it_was_inspected(lobby: Lobby) -> None:
    lobby.deposited("X7")
    lobby.opens()
    lobby.closes()
    found = standing(lobby)[AlarmKind.DOOR_FORCED, "door:L1/1"]
    assert found.figures == {"case": "X7"}
    looking = lobby.ask_inspection()
    lobby.opens()
    lobby.say(looking, Finding.INSIDE)
    lobby.closes()
    assert standing(lobby) == {}


def test_a_door_left_open_alarms_from_when_it_was_opened(lobby: Lobby) -> None:
    lobby.ask_deposit(lobby.accept("X8"))
    lobby.opens()
    opened_ms = lobby.now_ms
    lobby.keep_time(2 * MINUTE_MS)
    assert standing(lobby)[AlarmKind.DOOR_LEFT_OPEN, "door:L1/1"].since_ms == opened_ms
    lobby.closes()
    assert standing(lobby) == {}


def test_a_stuck_door_and_one_found_full_alarm(lobby: Lobby) -> None:
    case_id = lobby.accept()
    lobby.fail(lobby.ask_deposit(case_id), UnlockingFailure.STUCK)
    second = lobby.ask_deposit(case_id)
    lobby.opens(second.door)
    lobby.fail(second, UnlockingFailure.FOUND_FULL)
    assert {(AlarmKind.DOOR_STUCK, "door:L1/1"), (AlarmKind.DOOR_FOUND_FULL, "door:L1/2")} <= set(
        standing(lobby)
    )


def test_an_unsure_door_says_what_was_to_be_done_and_why_it_is_not_known(lobby: Lobby) -> None:
    case_id = lobby.deposited("X9")
    unlocking = lobby.collecting(case_id)
    lobby.tell(dict.fromkeys((1, 2, 3, 4), "closed"), in_hand=())
    found = standing(lobby)[AlarmKind.DOOR_UNSURE, "door:L1/1"]
    assert found.figures == {"case": "X9", "purpose": "collection", "doubt": "gone"}
    lobby.say(unlocking, Finding.EMPTY)
    assert standing(lobby) == {}


def test_what_lies_too_long_is_overdue_and_what_is_gone_is_missing(lobby: Lobby) -> None:
    late, gone = lobby.deposited("X1"), lobby.deposited("X2")
    lobby.say(lobby.collecting(gone), Finding.MISSING)
    lobby.closes(2)
    assert set(standing(lobby)) == {(AlarmKind.CASE_MISSING, "case:X2")}
    until_ms = lobby.case(late).keep_until_ms
    lobby.keep_time(3 * DAY_MS)
    assert standing(lobby)[AlarmKind.DOOR_OVERDUE, "door:L1/1"].since_ms == until_ms
    lobby.do(c.PlaceCase(case_id=gone, place=None))
    assert (AlarmKind.CASE_MISSING, "case:X2") in standing(lobby)


def test_a_cabinet_is_nearly_full_at_its_few_percent(lobby: Lobby) -> None:
    key = (AlarmKind.CABINET_NEARLY_FULL, "cabinet:L1")
    lobby.deposited("X1")
    lobby.deposited("X2", MEDIUM)
    assert key not in standing(lobby)
    lobby.deposited("X3", LARGE)
    assert standing(lobby)[key].figures == {"free": 1, "doors": 4}


def test_while_a_board_is_away_nobody_is_told_that_its_doors_are_full(lobby: Lobby) -> None:
    lobby.tell(dict.fromkeys((1, 2, 3, 4), "unknown"))
    assert set(standing(lobby)) == {(AlarmKind.BOARD_AWAY, "cabinet:L1")}


@pytest.mark.parametrize(("place", "subject"), [("L1", "cabinet:L1"), ("kiosk:K1", "front-end:K1")])
def test_locked_proofs_alarm_where_they_were_shown_until_the_lock_is_over(
    lobby: Lobby, place: str, subject: str
) -> None:
    for _ in range(5):
        lobby.do(c.CountProof(cabinet=place, proof=ProofKind.CODE, is_right=False))
    found = standing(lobby)[AlarmKind.PROOFS_LOCKED, subject]
    assert found.figures == {"until_ms": lobby.now_ms + 5 * MINUTE_MS, "locks": 1, "place": place}
    lobby.now_ms += 5 * MINUTE_MS
    assert standing(lobby) == {}
