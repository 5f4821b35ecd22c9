"""The moves of a case, as a journal has them."""

from contextlib import closing

import pytest

from queue_core.domain.entry import Entry
from queue_core.domain.events import (
    CaseDeposited,
    CaseHandedOver,
    CaseMissing,
    CasePlaced,
    CaseReady,
    CaseRemoved,
    Event,
    UnlockingAsked,
)
from queue_core.domain.records import InDoor, OnShelf, Unlocking
from queue_core.domain.words import UnlockingPurpose, UnlockingState
from queue_core.store.case_history import CaseMove
from queue_core.store.journal import SqliteJournal

CABINET, COURIER, SUPERVISOR, HOLDER = "cabinet:L1", "courier:3001", "supervisor:9001", "cabinet:L1"
DOOR, SHELF = InDoor(cabinet="L1", door=4), OnShelf(label="A-03")


@pytest.fixture
def journal(tmp_path):
    with closing(SqliteJournal(tmp_path / "journal.db")) as journal:
        yield journal


def moves(journal: SqliteJournal, *happened: tuple[str, Event]) -> list[CaseMove]:
    journal.append(
        [
            Entry(sequence=at, key=f"k{at}", fingerprint=bytes(32), actor=actor, event=event)
            for at, (actor, event) in enumerate(happened, 1)
        ],
        [],
    )
    return list(journal.case_history(1))


def asked(purpose: UnlockingPurpose, number: int) -> UnlockingAsked:
    unlocking = Unlocking(
        unlocking_id=number,
        cabinet=DOOR.cabinet,
        door=DOOR.door,
        purpose=purpose,
        state=UnlockingState.ASKED,
        asked_at_ms=number,
        case_id=1,
    )
    return UnlockingAsked(at_ms=number, unlocking=unlocking)


def deposited() -> tuple[tuple[str, Event], ...]:
    put_in = CaseDeposited(at_ms=11, case_id=1, cabinet="L1", door=4, serial=2, keep_until_ms=90)
    return (COURIER, asked(UnlockingPurpose.DEPOSIT, 10)), (CABINET, put_in)


PUT_IN = CaseMove(at_ms=11, kind="case-deposited", actor=COURIER, place=DOOR, until_ms=90)


def test_what_a_closed_door_says_was_done_by_who_had_it_opened(journal) -> None:
    assert moves(
        journal,
        *deposited(),
        (HOLDER, asked(UnlockingPurpose.COLLECTION, 20)),
        (CABINET, CaseHandedOver(at_ms=21, case_id=1)),
        (CABINET, CaseMissing(at_ms=22, case_id=1)),
    ) == [
        PUT_IN,
        CaseMove(at_ms=21, kind="case-handed-over", actor=HOLDER, place=DOOR),
        CaseMove(at_ms=22, kind="case-missing", actor=HOLDER, place=DOOR),
    ]


def test_what_staff_say_of_a_door_is_theirs_and_tells_the_door_it_left(journal) -> None:
    assert moves(
        journal,
        *deposited(),
        (COURIER, asked(UnlockingPurpose.REMOVAL, 20)),
        (SUPERVISOR, CaseRemoved(at_ms=21, case_id=1, keep_until_ms=99)),
        (SUPERVISOR, CasePlaced(at_ms=22, case_id=1, place=SHELF)),
        (SUPERVISOR, CaseHandedOver(at_ms=23, case_id=1)),
    ) == [
        PUT_IN,
        CaseMove(at_ms=21, kind="case-removed", actor=SUPERVISOR, place=DOOR, until_ms=99),
        CaseMove(at_ms=22, kind="case-placed", actor=SUPERVISOR, place=SHELF),
        CaseMove(at_ms=23, kind="case-handed-over", actor=SUPERVISOR),
    ]


def test_a_case_that_no_door_ever_had_was_ready_at_no_place(journal) -> None:
    assert moves(journal, ("hall", CaseReady(at_ms=5, case_id=1, serial=1, keep_until_ms=80))) == [
        CaseMove(at_ms=5, kind="case-ready", actor="hall", until_ms=80)
    ]
