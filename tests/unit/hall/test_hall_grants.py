"""Grants: good at one cabinet, for their cases, for two minutes after their last use."""

import pytest
from msgspec.structs import replace

from queue_core.domain.records import Unlocking
from queue_core.domain.words import ProofKind, UnlockingPurpose, UnlockingState
from queue_core.hall.errors import Denied
from queue_core.hall.grants import LIVES_MS, RECEIPT_FOR_MS, Grants
from queue_core.hall.reception import KnownStaff
from queue_core.hall.tokens import Tokens
from queue_core.wire.messages import StaffMember
from queue_core.wire.words import Role

KEY = b"k" * 32
COURIER = KnownStaff(member=StaffMember(clerk="3001", display_name="杨帆", role=Role.COURIER), is_sure=True)


class Clock:
    now_ms = 1_000

    def __call__(self) -> int:
        return self.now_ms


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def grants(clock: Clock) -> Grants:
    return Grants(clock, Tokens(KEY).derived)


def is_over(grants: Grants, grant: str, cabinet: str = "L1") -> bool:
    with pytest.raises(Denied) as denied:
        grants.use(grant, cabinet)
    return denied.value.code == "grant-over"


def test_it_lives_two_minutes_after_each_use(clock: Clock, grants: Grants) -> None:
    grant, until_ms = grants.to_holder("L1", frozenset({7}), ProofKind.QR)
    assert until_ms == 1_000 + LIVES_MS
    for _ in range(3):
        clock.now_ms += LIVES_MS - 1
        used = grants.use(grant, "L1")
        assert (used.cases, used.proof, used.actor) == (frozenset({7}), ProofKind.QR, None)
    clock.now_ms += LIVES_MS
    assert is_over(grants, grant)


def test_it_is_good_at_its_own_cabinet_alone_and_nobody_guesses_it(grants: Grants) -> None:
    grant, _ = grants.to_staff("L1", COURIER)
    other, _ = grants.to_staff("L1", COURIER)
    assert grant != other
    assert grants.use(grant, "L1").actor == "courier:3001"
    assert is_over(grants, grant, "L2")
    assert all(is_over(grants, each) for each in ("", "x", grant[:-1], "x" * 10_000))


def test_a_door_is_opened_once_unless_it_did_not_open(grants: Grants) -> None:
    grant, _ = grants.to_holder("L1", frozenset({7, 8}), ProofKind.CODE)
    grants.open_once(grant, 7, "key-1")
    grants.open_once(grant, 7, "key-1")
    grants.open_once(grant, 8, "key-2")
    with pytest.raises(Denied) as denied:
        grants.open_once(grant, 7, "key-3")
    assert denied.value.code == "opened-already"
    grants.may_open_again(7)
    grants.open_once(grant, 7, "key-3")


def test_what_is_over_is_forgotten(clock: Clock, grants: Grants) -> None:
    grant, _ = grants.to_holder("L1", frozenset({7}), ProofKind.CODE)
    grants.open_once(grant, 7, "key-1")
    clock.now_ms += LIVES_MS
    grants.to_staff("L2", COURIER)
    assert len(grants._granted) == 1
    assert grants._opened == {}


COLLECTED = Unlocking(
    unlocking_id=31,
    cabinet="L1",
    door=3,
    purpose=UnlockingPurpose.COLLECTION,
    state=UnlockingState.SETTLED,
    asked_at_ms=1_000,
    ended_at_ms=1_000 + 5 * LIVES_MS,
    case_id=7,
)


def test_the_receipt_outlives_the_grant_and_the_hall_and_counts_from_the_closed_door(
    clock: Clock, grants: Grants
) -> None:
    grant, _ = grants.to_holder("L1", frozenset({7, 8}), ProofKind.CODE)
    clock.now_ms = 1_000 + 5 * LIVES_MS + RECEIPT_FOR_MS - 1
    started_again = Grants(clock, Tokens(KEY).derived)
    for each in (grants, started_again):
        each.require_collected(grant, COLLECTED)
        each.require_collected(grant, replace(COLLECTED, case_id=8))
    clock.now_ms += 1
    assert has_no_receipt(grants, grant)
    assert has_no_receipt(started_again, grant)


@pytest.mark.parametrize(
    "other",
    [
        replace(COLLECTED, case_id=78),
        replace(COLLECTED, case_id=None),
        replace(COLLECTED, cabinet="L2"),
        replace(COLLECTED, purpose=UnlockingPurpose.REMOVAL),
        replace(COLLECTED, purpose=UnlockingPurpose.INSPECTION),
    ],
)
def test_the_receipt_is_of_that_case_alone_and_only_of_a_collection(grants: Grants, other: Unlocking) -> None:
    grant, _ = grants.to_holder("L1", frozenset({7, 8}), ProofKind.CODE)
    assert has_no_receipt(grants, grant, other)


def test_nobody_forges_the_right_to_a_receipt(clock: Clock, grants: Grants) -> None:
    of_another, _ = grants.to_holder("L1", frozenset({9}), ProofKind.CODE)
    of_nothing, _ = grants.to_holder("L1", frozenset(), ProofKind.CODE)
    of_staff, _ = grants.to_staff("L1", COURIER)
    strangers, _ = Grants(clock, Tokens(b"s" * 32).derived).to_holder("L1", frozenset({7}), ProofKind.CODE)
    renamed = of_another.replace(".9.", ".7.")
    assert renamed != of_another
    tried = (
        of_another,
        of_nothing,
        of_staff,
        strangers,
        renamed,
        "x.7.y",
        "\ud800.7.",
        "",
        "7",
        "." * 10_000,
    )
    assert all(has_no_receipt(grants, each) for each in tried)


def has_no_receipt(grants: Grants, grant: str, unlocking: Unlocking = COLLECTED) -> bool:
    with pytest.raises(Denied) as denied:
        grants.require_collected(grant, unlocking)
    return denied.value.code == "grant-over"
