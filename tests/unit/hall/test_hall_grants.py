"""Grants: good at one cabinet, for their cases, for two minutes after their last use."""

import pytest

from queue_core.domain.words import ProofKind
from queue_core.hall.errors import Denied
from queue_core.hall.grants import LIVES_MS, RECEIPT_FOR_MS, Grants
from queue_core.hall.reception import KnownStaff
from queue_core.wire.messages import StaffMember
from queue_core.wire.words import Role

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
    return Grants(clock)


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


def test_the_receipt_is_for_who_collected_and_outlives_the_grant_for_some_minutes(
    clock: Clock, grants: Grants
) -> None:
    grant, _ = grants.to_holder("L1", frozenset({7}), ProofKind.CODE)
    other, _ = grants.to_holder("L1", frozenset({8}), ProofKind.CODE)
    grants.collects(grant, 31)
    grants.collects(other, 32)
    clock.now_ms += RECEIPT_FOR_MS - 1
    grants.require_collected(grant, 31)
    assert all(has_no_receipt(grants, each) for each in ((other, 31), (grant, 32), ("\ud800", 31), ("", 33)))
    clock.now_ms += 1
    assert has_no_receipt(grants, (grant, 31))


def has_no_receipt(grants: Grants, asked: tuple[str, int]) -> bool:
    with pytest.raises(Denied) as denied:
        grants.require_collected(*asked)
    return denied.value.code == "grant-over"
