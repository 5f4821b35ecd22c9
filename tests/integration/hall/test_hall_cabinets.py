"""Cabinets at a hall: deposits, collections by code, QR and card, and what is refused, counted and told."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from msgspec.structs import replace
from structlog.testing import capture_logs

from queue_core.client import HallClient, HallRefused
from queue_core.client.cabinet import CabinetClient
from queue_core.client.staff import StaffClient
from queue_core.wire.cases import CasePlace, CaseQuery, RecordCase
from queue_core.wire.lockers import (
    AskCollection,
    AskDeposit,
    AskInspection,
    AskReceipt,
    AskRemoval,
    FailUnlocking,
    ReportDoors,
    SayFinding,
    ShowProof,
    ShowStaff,
)
from queue_core.wire.messages import LogIn
from queue_core.wire.problem import Problem
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.supervision import AlarmKind
from queue_core.wire.views import CabinetView
from queue_core.wire.words import (
    CaseState,
    DoorSize,
    DoorUse,
    Finding,
    PlaceKind,
    ReceiptKind,
    UnlockingFailure,
    UnlockingPurpose,
    UnlockingState,
)
from tests.integration.hall.cabinet_hall import (
    CLERK,
    CLOSED,
    COURIER,
    DOORS,
    GUIDE,
    OPEN,
    PEOPLE,
    PHONE,
    SUPERVISOR,
    UNKNOWN,
    deposited,
    opened_and_closed,
)
from tests.integration.hall.conftest import PASSWORD, accept

MINUTE_MS = 60_000
BY_PASSWORD = ShowStaff(clerk=COURIER, password=PASSWORD)


@pytest.fixture
def cabinet_of(at_place) -> Callable[[str], Awaitable[CabinetClient]]:
    async def cabinet_of(name: str) -> CabinetClient:
        """All its doors are closed."""
        cabinet = await at_place(name, CabinetClient)
        await cabinet.report_doors(ReportDoors(doors=dict.fromkeys(DOORS, CLOSED)))
        return cabinet

    return cabinet_of


@pytest.fixture
async def cabinet(cabinet_of) -> CabinetClient:
    return await cabinet_of("L1")


@pytest.fixture
async def supervisor(at_place) -> StaffClient:
    client = await at_place("C1", StaffClient)
    await client.log_in(LogIn(clerk=SUPERVISOR, password=PASSWORD))
    return client


async def refusal(asked: Awaitable[object]) -> Problem:
    with pytest.raises(HallRefused) as refused:
        await asked
    return refused.value.problem


async def code(asked: Awaitable[object]) -> str:
    return (await refusal(asked)).code


def case_of(person: int, **more: object) -> RecordCase:
    return RecordCase(category="registration", holder=accept(person).holder, **more)


async def collect(cabinet: CabinetClient, case: str, proof: ShowProof) -> int:
    shown = await cabinet.show_proof(proof)
    asked = await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))
    await opened_and_closed(cabinet, asked.door)
    return asked.door


# The main road


async def test_a_case_is_deposited_by_a_courier_and_collected_by_code(place, cabinet, supervisor) -> None:
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    typed = place.shown(case).code
    shown = await cabinet.show_proof(ShowProof(code=f"{typed[:3]} {typed[3:6]} {typed[6:]}"))
    (found,) = shown.cases
    assert (found.case.code, found.case.state, found.door) == (case, CaseState.READY, door)
    asked = await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))
    assert (asked.door, asked.purpose, asked.case) == (door, UnlockingPurpose.COLLECTION, case)
    await cabinet.report_doors(ReportDoors(doors={door: OPEN}))
    view = await cabinet.report_doors(ReportDoors(doors={door: CLOSED}))
    assert view.doors[door - 1].use is DoorUse.FREE
    assert await code(cabinet.show_proof(ShowProof(code=typed))) == "proof-refused"


async def test_the_receipt_of_a_collection_is_printed_at_its_cabinet_for_a_while_by_who_collected(
    place, cabinet_of, supervisor
) -> None:
    cabinet = await cabinet_of("L5")
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    order = (await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))).unlocking_id
    wanted = AskReceipt(grant=shown.grant)
    await cabinet.report_doors(ReportDoors(doors={door: OPEN}))
    assert await code(cabinet.receipt(order, wanted)) == "receipt-not-yet"
    place.clock.steer(place.clock() + 3 * MINUTE_MS)  # longer than a grant lives
    await cabinet.report_doors(ReportDoors(doors={door: CLOSED}))
    paper = await cabinet.receipt(order, wanted)
    assert (paper.case.code, paper.kind, paper.nth) == (case, ReceiptKind.HAND_OVER, 1)
    assert (paper.window, paper.clerk, paper.number) == (None, None, None)
    with_staff = await cabinet.show_staff(BY_PASSWORD)
    assert await code(cabinet.receipt(order, AskReceipt(grant=with_staff.grant))) == "grant-over"
    assert await code((await cabinet_of("L2")).receipt(order, wanted)) == "not-your-cabinet"
    assert (await cabinet.report_receipt(order, wanted, key="printed-once")).nth == 2
    assert (await cabinet.report_receipt(order, wanted, key="printed-once")).nth == 2
    assert (await supervisor.receipt(case, ReceiptKind.HAND_OVER)).nth == 2
    (actor,) = place.journal(
        "SELECT actor FROM events WHERE kind = 'receipt-printed' ORDER BY sequence DESC"
    )[0]
    assert actor == "cabinet:L5"
    place.clock.steer(place.clock() + 10 * MINUTE_MS)
    assert await code(cabinet.receipt(order, wanted)) == "grant-over"


async def test_a_hall_started_again_after_a_collection_still_knows_whose_the_receipt_is(
    place, cabinet_of, supervisor
) -> None:
    cabinet = await cabinet_of("L5")
    first, others = [await deposited(cabinet, supervisor, next(PEOPLE)) for _ in range(2)]
    shown = await cabinet.show_proof(ShowProof(code=place.shown(first[0]).code))
    asked = await cabinet.ask_collection(AskCollection(grant=shown.grant, case=first[0]))
    await opened_and_closed(cabinet, asked.door)
    order, wanted = asked.unlocking_id, AskReceipt(grant=shown.grant)
    await asyncio.to_thread(place.hall.stop)
    await asyncio.to_thread(place.hall.start)
    assert (await cabinet.receipt(order, wanted)).case.code == first[0]
    assert (await cabinet.report_receipt(order, wanted)).nth == 2
    assert await code(cabinet.ask_collection(AskCollection(grant=shown.grant, case=first[0]))) == "grant-over"
    strange = await cabinet.show_proof(ShowProof(code=place.shown(others[0]).code))
    assert await code(cabinet.receipt(order, AskReceipt(grant=strange.grant))) == "grant-over"
    place.clock.steer(place.clock() + 10 * MINUTE_MS)
    assert await code(cabinet.receipt(order, wanted)) == "grant-over"


async def test_a_collection_said_to_have_been_empty_has_no_receipt(place, cabinet_of, supervisor) -> None:
    cabinet = await cabinet_of("L5")
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    order = (await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))).unlocking_id
    await opened_and_closed(cabinet, door)
    await cabinet.say_finding(order, SayFinding(finding=Finding.MISSING, grant=shown.grant))
    assert await code(cabinet.receipt(order, AskReceipt(grant=shown.grant))) == "receipt-not-yet"
    assert await code(supervisor.receipt(case, ReceiptKind.HAND_OVER)) == "receipt-not-yet"


async def test_a_qr_code_opens_once_and_a_replayed_or_forged_one_is_counted(
    place, cabinet, supervisor
) -> None:
    case, _ = await deposited(cabinet, supervisor, next(PEOPLE))
    qr = place.shown(case).qr
    counted = place.kinds_of("proof-refused")
    forged = qr[:-1] + ("A" if qr[-1] != "A" else "B")
    assert await code(cabinet.show_proof(ShowProof(scan=forged))) == "proof-refused"
    await collect(cabinet, case, ShowProof(scan=qr))
    assert await code(cabinet.show_proof(ShowProof(scan=qr))) == "proof-refused"
    assert place.kinds_of("proof-refused") == counted + 2
    assert await code(cabinet.show_proof(ShowProof(scan="https://example.org"))) == "no-pickup-code"


async def test_a_card_finds_all_that_waits_for_its_holder_here_and_elsewhere(cabinet, supervisor) -> None:
    person = next(PEOPLE)
    first, _ = await deposited(cabinet, supervisor, person)
    second, _ = await deposited(cabinet, supervisor, person)
    shelved = await supervisor.record_case(case_of(person, is_ready=True))
    shown = await cabinet.show_proof(ShowProof(holder=accept(person).holder))
    assert [(each.case.code, each.door is None) for each in shown.cases] == [
        (first, False),
        (second, False),
        (shelved.code, True),
    ]
    assert await code(cabinet.ask_collection(AskCollection(grant=shown.grant, case=shelved.code))) == (
        "not-granted"
    )
    stranger = ShowProof(holder=accept(next(PEOPLE)).holder)
    assert await code(cabinet.show_proof(stranger)) == "nothing-to-collect"
    for case in (first, second):
        asked = await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))
        await opened_and_closed(cabinet, asked.door)


async def test_one_proof_opens_a_door_once_and_a_repeated_command_is_no_second_time(
    place, cabinet, supervisor
) -> None:
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    wanted = AskCollection(grant=shown.grant, case=case)
    first = await cabinet.ask_collection(wanted, key="collect-once")
    assert await cabinet.ask_collection(wanted, key="collect-once") == first
    assert await code(cabinet.ask_collection(wanted)) == "opened-already"
    stuck = await cabinet.fail_unlocking(
        first.unlocking_id, FailUnlocking(failure=UnlockingFailure.WITHDRAWN)
    )
    assert (stuck.state, stuck.case) == (UnlockingState.FAILED, None)
    again = await cabinet.ask_collection(wanted)
    assert again.unlocking_id > first.unlocking_id
    await opened_and_closed(cabinet, door)


async def test_a_grant_ends_two_minutes_after_its_last_use(place, cabinet, supervisor) -> None:
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    place.clock.steer(place.clock() + 2 * MINUTE_MS)
    wanted = AskCollection(grant=shown.grant, case=case)
    assert await code(cabinet.ask_collection(wanted)) == "grant-over"
    assert await code(cabinet.ask_collection(replace(wanted, grant=""))) == "grant-over"
    assert await collect(cabinet, case, ShowProof(code=place.shown(case).code)) == door


async def test_what_was_inside_may_be_said_by_who_stands_there_alone(place, cabinet, supervisor) -> None:
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    other, _ = await deposited(cabinet, supervisor, next(PEOPLE))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    stranger = await cabinet.show_proof(ShowProof(code=place.shown(other).code))
    courier = await cabinet.show_staff(BY_PASSWORD)
    asked = await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))
    await cabinet.report_doors(ReportDoors(doors={door: OPEN}))
    for grant in (stranger.grant, courier.grant):
        said = SayFinding(finding=Finding.MISSING, grant=grant)
        assert await code(cabinet.say_finding(asked.unlocking_id, said)) == "not-granted"
    await cabinet.say_finding(asked.unlocking_id, SayFinding(finding=Finding.MISSING, grant=shown.grant))
    await cabinet.report_doors(ReportDoors(doors={door: CLOSED}))
    alarms = (await supervisor.supervision()).alarms
    assert (AlarmKind.CASE_MISSING, f"case:{case}") in {(each.kind, each.subject) for each in alarms}
    (found,) = (await cabinet.show_proof(ShowProof(code=place.shown(case).code))).cases
    assert (found.case.is_missing, found.door) == (True, None)


async def test_an_empty_door_is_heard_of_also_when_the_hall_forgot_who_stands_there(
    place, cabinet_of, supervisor
) -> None:
    cabinet = await cabinet_of("L4")
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    asked = await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))
    missing = SayFinding(finding=Finding.MISSING, grant=shown.grant)
    forgotten = cabinet.say_finding(asked.unlocking_id, replace(missing, grant="forgotten"))
    assert await code(forgotten) == "grant-over"
    await cabinet.report_doors(ReportDoors(doors={door: OPEN}))
    place.clock.steer(place.clock() + 2 * MINUTE_MS)
    await cabinet.say_finding(asked.unlocking_id, missing)
    await cabinet.report_doors(ReportDoors(doors={door: CLOSED}))
    (found,) = await supervisor.list_cases(CaseQuery(code=case))
    assert (found.state, found.is_missing) == (CaseState.READY, True)


async def test_how_staff_s_own_opening_ended_is_not_the_holder_s_to_say(
    place, cabinet_of, supervisor
) -> None:
    cabinet = await cabinet_of("L4")
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    courier = await cabinet.show_staff(BY_PASSWORD)
    asked = await cabinet.ask_removal(AskRemoval(case=case, grant=courier.grant))
    await cabinet.report_doors(ReportDoors(doors={door: OPEN}))
    await cabinet.report_doors(ReportDoors(doors=dict.fromkeys(DOORS, CLOSED), in_hand=()))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    assert [each.is_unsure for each in shown.cases] == [False]
    wanted = AskCollection(grant=shown.grant, case=case)
    assert await code(cabinet.ask_collection(wanted)) == "door-in-trouble"
    empty = SayFinding(finding=Finding.EMPTY, grant=shown.grant)
    assert await code(cabinet.say_finding(asked.unlocking_id, empty)) == "not-granted"
    await supervisor.say_finding(asked.unlocking_id, Finding.INSIDE)
    await opened_and_closed(cabinet, (await cabinet.ask_collection(wanted)).door)


async def test_staff_take_out_by_the_door_what_lies_there(cabinet_of, supervisor) -> None:
    cabinet = await cabinet_of("L4")
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    courier = await cabinet.show_staff(BY_PASSWORD)
    removal = AskRemoval(door=door, grant=courier.grant)
    asked = await cabinet.ask_removal(removal)
    assert (asked.door, asked.case) == (door, case)
    await opened_and_closed(cabinet, door)
    assert await code(cabinet.ask_removal(removal)) == "no-such-case"


async def test_a_case_moved_after_its_proof_opens_no_door_of_another_cabinet(
    place, cabinet_of, supervisor
) -> None:
    cabinet, other = await cabinet_of("L4"), await cabinet_of("L2")
    case, _ = await deposited(cabinet, supervisor, next(PEOPLE))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    courier = await cabinet.show_staff(BY_PASSWORD)
    removed = await cabinet.ask_removal(AskRemoval(case=case, grant=courier.grant))
    await opened_and_closed(cabinet, removed.door)
    courier = await other.show_staff(BY_PASSWORD)
    again = await other.ask_deposit(AskDeposit(grant=courier.grant, case=case))
    await opened_and_closed(other, again.door)
    wanted = AskCollection(grant=shown.grant, case=case)
    assert await code(cabinet.ask_collection(wanted)) == "case-not-in-door"
    await collect(other, case, ShowProof(code=place.shown(case).code))


async def test_each_move_of_a_case_is_told_with_who_had_it_done_and_where(
    place, cabinet_of, supervisor
) -> None:
    cabinet = await cabinet_of("L5")
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    courier = await cabinet.show_staff(BY_PASSWORD)
    await cabinet.ask_removal(AskRemoval(case=case, grant=courier.grant))
    await opened_and_closed(cabinet, door)
    await supervisor.place_case(case, CasePlace(kind=PlaceKind.SHELF, label="A-03"))
    await supervisor.keep_longer(case, place.clock() + 20 * 24 * 60 * MINUTE_MS)
    await supervisor.hand_over(case)
    moves = await supervisor.case_history(case)
    at_door = CasePlace(kind=PlaceKind.DOOR, cabinet="L5", door=door)
    by_courier, by_supervisor = ("courier", COURIER), ("supervisor", SUPERVISOR)
    assert [(each.kind, (each.role, each.name), each.place) for each in moves] == [
        ("case-handed-over", by_supervisor, None),
        ("case-kept-longer", by_supervisor, None),
        ("case-placed", by_supervisor, CasePlace(kind=PlaceKind.SHELF, label="A-03")),
        ("case-removed", by_courier, at_door),
        ("case-deposited", by_courier, at_door),
        ("case-ready", by_courier, None),
        ("case-accepted", by_supervisor, None),
    ]
    assert moves[1].until_ms == place.clock() + 20 * 24 * 60 * MINUTE_MS


# What is refused and counted


async def test_five_wrong_codes_lock_a_cabinet_and_a_mistyped_one_is_not_counted(
    place, cabinet_of, supervisor
) -> None:
    cabinet = await cabinet_of("L2")
    case, _ = await deposited(cabinet, supervisor, next(PEOPLE))
    good = place.shown(case).code
    wrong_digit = good[:8] + str((int(good[8]) + 1) % 10)
    used = [place.shown_of_serial(serial) for serial in range(900, 905)]
    for each in used[:4]:
        assert await code(cabinet.show_proof(ShowProof(code=each))) == "proof-refused"
    for typed in (wrong_digit, "12345", "", "abc"):
        assert await code(cabinet.show_proof(ShowProof(code=typed))) == "pickup-code-mistyped"
    locked = await refusal(cabinet.show_proof(ShowProof(code=used[4])))
    assert (locked.code, locked.status, locked.until_ms) == (
        "proofs-locked",
        429,
        place.clock() + 5 * MINUTE_MS,
    )
    assert await code(cabinet.show_proof(ShowProof(code=good))) == "proofs-locked"
    assert await code(cabinet.show_proof(ShowProof(holder=accept(1).holder))) == "proofs-locked"
    alarms = {(each.kind, each.subject) for each in (await supervisor.supervision()).alarms}
    assert (AlarmKind.PROOFS_LOCKED, "cabinet:L2") in alarms
    place.clock.steer(place.clock() + 5 * MINUTE_MS)
    await collect(cabinet, case, ShowProof(code=good))


@pytest.mark.parametrize("attack", ["guessed codes", "a replayed QR code", "someone else's card"])
async def test_five_attacks_of_a_kind_are_refused_counted_in_the_journal_and_alarmed(
    place, cabinet_of, supervisor, attack
) -> None:
    cabinet = await cabinet_of("L7" if attack == "someone else's card" else "L6")
    person = next(PEOPLE)
    case, door = await deposited(cabinet, supervisor, person)
    qr, good = place.shown(case).qr, place.shown(case).code
    if attack == "a replayed QR code":
        await collect(cabinet, case, ShowProof(scan=qr))
    proof = {
        "guessed codes": ShowProof(code=place.shown_of_serial(930)),
        "a replayed QR code": ShowProof(scan=qr),
        "someone else's card": ShowProof(code=good, holder=accept(next(PEOPLE)).holder),
    }[attack]
    counted = place.kinds_of("proof-refused")
    told = [await code(cabinet.show_proof(proof)) for _ in range(5)]
    assert told == ["proof-refused"] * 4 + ["proofs-locked"]
    assert place.kinds_of("proof-refused") == counted + 5
    alarms = {(each.kind, each.subject) for each in (await supervisor.supervision()).alarms}
    assert (AlarmKind.PROOFS_LOCKED, f"cabinet:{cabinet.credential.device}") in alarms
    await supervisor.lift_proof_lock(cabinet.credential.device)
    if attack != "a replayed QR code":
        assert await collect(cabinet, case, ShowProof(code=good, holder=accept(person).holder)) == door


async def test_a_supervisor_ends_a_lock_before_its_time_and_the_next_one_is_longer_all_the_same(
    place, cabinet_of, supervisor
) -> None:
    cabinet = await cabinet_of("L5")
    case, _ = await deposited(cabinet, supervisor, next(PEOPLE))
    guesses = (ShowProof(code=place.shown_of_serial(serial)) for serial in range(950, 960))

    async def locked() -> Problem:
        told = [await refusal(cabinet.show_proof(next(guesses))) for _ in range(5)]
        assert told[-1].code == "proofs-locked"
        return told[-1]

    first = await locked()
    await supervisor.lift_proof_lock("L5")
    alarms = {(each.kind, each.subject) for each in (await supervisor.supervision()).alarms}
    assert (AlarmKind.PROOFS_LOCKED, "cabinet:L5") not in alarms
    second = await locked()
    assert (first.until_ms, second.until_ms) == (
        place.clock() + 5 * MINUTE_MS,
        place.clock() + 10 * MINUTE_MS,
    )
    await supervisor.lift_proof_lock("L5")
    await supervisor.lift_proof_lock("L5")
    lifted = place.journal(
        "SELECT actor, body ->> '$.cabinet' FROM events WHERE kind = 'proof-lock-lifted'"
        " AND body ->> '$.cabinet' = 'L5'"
    )
    assert lifted == [(f"supervisor:{SUPERVISOR}", "L5")] * 2
    await collect(cabinet, case, ShowProof(code=place.shown(case).code))


async def test_a_second_factor_asks_for_the_card_before_anything_is_told_of_the_code(
    place, cabinet_of, supervisor
) -> None:
    cabinet, person = await cabinet_of("L3"), next(PEOPLE)
    case, door = await deposited(cabinet, supervisor, person)
    good, counted = place.shown(case).code, place.kinds_of("proof-refused")
    wrong = place.shown_of_serial(910)
    for each in (good, wrong):
        assert await code(cabinet.show_proof(ShowProof(code=each))) == "card-needed-too"
    assert place.kinds_of("proof-refused") == counted
    others = ShowProof(code=good, holder=accept(next(PEOPLE)).holder)
    assert await code(cabinet.show_proof(others)) == "proof-refused"
    assert place.kinds_of("proof-refused") == counted + 1
    assert await collect(cabinet, case, ShowProof(code=good, holder=accept(person).holder)) == door


async def test_a_cabinet_acts_for_no_other(place, cabinet, cabinet_of, supervisor) -> None:
    other = await cabinet_of("L2")
    case, _ = await deposited(cabinet, supervisor, next(PEOPLE))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    assert await code(other.ask_collection(AskCollection(grant=shown.grant, case=case))) == "grant-over"
    elsewhere = await other.show_proof(ShowProof(code=place.shown(case).code))
    (told,) = elsewhere.cases
    assert (told.door, told.case.place.kind, told.case.place.cabinet) == (None, PlaceKind.DOOR, "L1")
    wanted = AskCollection(grant=elsewhere.grant, case=case)
    assert await code(other.ask_collection(wanted)) == "not-granted"
    courier = await other.show_staff(BY_PASSWORD)
    assert await code(other.ask_removal(AskRemoval(case=case, grant=courier.grant))) == "case-not-in-door"
    asked = await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))
    failed = FailUnlocking(failure=UnlockingFailure.STUCK)
    assert await code(other.fail_unlocking(asked.unlocking_id, failed)) == "not-your-cabinet"
    impostor = CabinetClient(replace(other.credential, device="L1"))
    assert await code(impostor.report_doors(ReportDoors(doors={1: OPEN}))) == "not-your-cabinet"
    await impostor.close()
    await opened_and_closed(cabinet, asked.door)


# Staff


async def test_a_courier_s_card_deposits_and_opens_no_door_with_something_inside(cabinet, supervisor) -> None:
    case, _ = await deposited(cabinet, supervisor, next(PEOPLE))
    by_card = await cabinet.show_staff(ShowStaff(card="04a1b2c3"))
    assert (by_card.clerk, by_card.role) == (COURIER, "courier")
    removal = AskRemoval(case=case, grant=by_card.grant)
    assert await code(cabinet.ask_removal(removal)) == "card-not-enough"
    sure = await cabinet.show_staff(BY_PASSWORD)
    assert await code(cabinet.ask_inspection(AskInspection(door=1, grant=sure.grant))) == "not-granted"
    asked = await cabinet.ask_removal(replace(removal, grant=sure.grant))
    await opened_and_closed(cabinet, asked.door)
    removed = await supervisor.place_case(case, None)
    assert (removed.place, removed.state) == (None, CaseState.READY)
    back = AskDeposit(grant=by_card.grant, case=case, size=DoorSize.LARGE)
    again = await cabinet.ask_deposit(back)
    assert again.door == 8
    assert await code(cabinet.ask_deposit(back)) == "door-busy"
    await opened_and_closed(cabinet, 8)
    lies = await refusal(cabinet.ask_deposit(back))
    assert (lies.code, lies.place.cabinet, lies.place.door) == ("case-in-door", "L1", 8)


async def test_who_works_at_cabinets_and_who_does_not(cabinet, at_place) -> None:
    assert await code(cabinet.show_staff(ShowStaff(clerk=GUIDE, password=PASSWORD))) == "not-at-cabinets"
    assert await code(cabinet.show_staff(ShowStaff(clerk=COURIER, password="guess"))) == "wrong-password"
    assert await code(cabinet.show_staff(ShowStaff(card="04FFFFFF"))) == "unknown-card"
    counter = await at_place("C1")
    assert await code(counter.log_in(LogIn(clerk=COURIER, password=PASSWORD))) == "courier-at-cabinets"
    clerk = await cabinet.show_staff(ShowStaff(clerk=CLERK, password=PASSWORD))
    missing = AskDeposit(grant=clerk.grant, case="NO-SUCH-CASE")
    assert await code(cabinet.ask_deposit(missing)) == "no-such-case"
    secret = await refusal(cabinet.ask_deposit(AskDeposit(grant=clerk.grant, case="PAIHAO:P:1:2")))
    assert "PAIHAO" not in secret.detail


async def test_a_door_found_full_is_left_alone_and_the_next_one_is_offered(cabinet_of, supervisor) -> None:
    cabinet = await cabinet_of("L2")
    grant = (await cabinet.show_staff(BY_PASSWORD)).grant
    case = (await supervisor.record_case(case_of(next(PEOPLE)))).code
    wanted = AskDeposit(grant=grant, case=case, size=DoorSize.MEDIUM)
    first = await cabinet.ask_deposit(wanted)
    await cabinet.report_doors(ReportDoors(doors={first.door: OPEN}))
    await cabinet.fail_unlocking(first.unlocking_id, FailUnlocking(failure=UnlockingFailure.FOUND_FULL))
    view = await cabinet.report_doors(ReportDoors(doors={first.door: CLOSED}))
    assert view.doors[first.door - 1].use is DoorUse.UNSURE
    second = await cabinet.ask_deposit(wanted)
    assert second.door != first.door
    await opened_and_closed(cabinet, second.door)
    alarms = {(each.kind, each.subject) for each in (await supervisor.supervision()).alarms}
    assert (AlarmKind.DOOR_FOUND_FULL, f"door:L2/{first.door}") in alarms


# Views, and a supervisor from afar


class Follow:
    """What a stream has told so far of cabinets."""

    def __init__(self, client: HallClient) -> None:
        self._client = client
        self.views: dict[str, CabinetView] = {}
        self.changed: list[CabinetView] = []
        self.has_begun = asyncio.Event()
        self._news = asyncio.Event()

    async def run(self) -> None:
        async for update in self._client.follow():
            match update:
                case Snapshot():
                    self.views = {each.cabinet: each for each in update.cabinets}
                    self.has_begun.set()
                case Changes():
                    seen = [each for each in update.views if isinstance(each, CabinetView)]
                    self.changed += seen
                    self.views |= {each.cabinet: each for each in seen}
            self._news.set()

    async def until(self, holds: Callable[["Follow"], bool]) -> None:
        async with asyncio.timeout(20):
            while not holds(self):
                self._news.clear()
                await self._news.wait()


@pytest.fixture
async def follow() -> AsyncIterator[Callable[[HallClient], Awaitable[Follow]]]:
    tasks = []

    async def follow(client: HallClient) -> Follow:
        followed = Follow(client)
        tasks.append(asyncio.create_task(followed.run()))
        await asyncio.wait_for(followed.has_begun.wait(), 20)
        return followed

    yield follow
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_supervisor_has_a_door_inspected_by_a_cabinet_that_listens(
    cabinet, supervisor, at_place, follow
) -> None:
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    assert await code(supervisor.ask_inspection("L1", door)) == "cabinet-away"
    assert await code(supervisor.ask_removal("L1", case)) == "cabinet-away"
    itself, seen = await follow(cabinet), await follow(supervisor)
    wall = await follow(await at_place("W1"))
    assert set(itself.views) == {"L1"}
    assert set(seen.views) == {"L1", "L2", "L3", "L4", "L5", "L6", "L7"}
    assert wall.views == {}
    await seen.until(lambda each: each.views["L1"].is_connected)
    assert not seen.views["L2"].is_connected
    assert itself.views["L1"].is_connected
    asked = await supervisor.ask_inspection("L1", door)
    assert asked.case == case

    def is_pending(followed: Follow) -> bool:
        unlocking = followed.views["L1"].doors[door - 1].unlocking
        return unlocking is not None and unlocking.unlocking_id == asked.unlocking_id

    await itself.until(is_pending)
    await seen.until(is_pending)
    assert any(each.doors[door - 1].unlocking is not None for each in itself.changed)
    told, hidden = (each.views["L1"].doors[door - 1] for each in (seen, itself))
    assert (told.case, told.unlocking.case) == (case, case)
    assert (hidden.case, hidden.unlocking.case, hidden.use) == (None, None, DoorUse.PENDING)
    await opened_and_closed(cabinet, door)
    await seen.until(lambda each: each.views["L1"].doors[door - 1].use is DoorUse.UNSURE)
    await supervisor.say_finding(asked.unlocking_id, Finding.INSIDE)
    await seen.until(lambda each: each.views["L1"].doors[door - 1].use is DoorUse.HOLDS)
    assert wall.changed == []


async def test_a_supervisor_takes_a_door_out_of_service_and_hears_of_forced_ones(
    cabinet_of, supervisor
) -> None:
    cabinet = await cabinet_of("L3")
    view = await supervisor.set_door_service("L3", 8, is_in_service=False)
    assert (view.doors[7].use, view.is_connected) == (DoorUse.OUT, False)
    assert (await supervisor.set_door_service("L3", 8, is_in_service=True)).doors[7].use is DoorUse.FREE
    assert await code(supervisor.set_door_service("L3", 99, is_in_service=True)) == "no-such-door"
    assert await code(supervisor.set_door_service("L9", 1, is_in_service=True)) == "no-such-cabinet"
    await cabinet.report_doors(ReportDoors(doors={7: OPEN}))
    view = await cabinet.report_doors(ReportDoors(doors={7: CLOSED, 6: UNKNOWN}))
    assert view.doors[6].use is DoorUse.UNSURE
    alarms = {(each.kind, each.subject) for each in (await supervisor.supervision()).alarms}
    assert {
        (AlarmKind.DOOR_FORCED, "door:L3/7"),
        (AlarmKind.CABINET_AWAY, "cabinet:L3"),
    } <= alarms


async def test_after_a_restart_what_the_cabinet_does_not_know_of_is_unsure(
    place, cabinet, supervisor
) -> None:
    case, door = await deposited(cabinet, supervisor, next(PEOPLE))
    shown = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    await cabinet.ask_collection(AskCollection(grant=shown.grant, case=case))
    await cabinet.report_doors(ReportDoors(doors={door: OPEN}))
    view = await cabinet.report_doors(ReportDoors(doors=dict.fromkeys(DOORS, CLOSED), in_hand=()))
    assert view.doors[door - 1].use is DoorUse.UNSURE
    again = await cabinet.show_proof(ShowProof(code=place.shown(case).code))
    (found,) = again.cases
    assert (found.is_unsure, found.door) == (True, door)
    wanted = AskReceipt(grant=again.grant)
    assert await code(cabinet.receipt(found.unlocking_id, wanted)) == "receipt-not-yet"
    said = SayFinding(finding=Finding.EMPTY, grant=again.grant)
    settled = await cabinet.say_finding(found.unlocking_id, said)
    assert settled.state is UnlockingState.SETTLED
    paper = await cabinet.receipt(found.unlocking_id, wanted)
    assert (paper.case.code, paper.kind) == (case, ReceiptKind.HAND_OVER)


async def test_a_changed_password_or_a_card_taken_away_ends_what_staff_were_let_do(
    place, cabinet_of, supervisor
) -> None:
    cabinet, clerk, serial = await cabinet_of("L5"), "1002", "0A0B0C0D"
    case = await supervisor.record_case(case_of(next(PEOPLE)))
    other = await cabinet.show_staff(BY_PASSWORD)

    async def is_over(grant: str) -> bool:
        wanted = AskDeposit(grant=grant, case=case.receipt_code)
        return await code(cabinet.ask_deposit(wanted)) == "grant-over"

    for first, then in ((PASSWORD, "another horse"), ("another horse", PASSWORD)):
        await place.hall.administer(lambda server, new=first: server.set_password(clerk, new))
        by_password = await cabinet.show_staff(ShowStaff(clerk=clerk, password=first))
        await place.hall.administer(lambda server, new=then: server.set_password(clerk, new))
        assert await is_over(by_password.grant)
    for whose, card in ((clerk, ""), ("1003", serial)):
        await place.hall.administer(lambda server: server.give_card(clerk, serial))
        by_card = await cabinet.show_staff(ShowStaff(card=serial))
        await place.hall.administer(lambda server, to=whose, it=card: server.give_card(to, it))
        assert await is_over(by_card.grant)
    await place.hall.end_administration()
    asked = await cabinet.ask_deposit(AskDeposit(grant=other.grant, case=case.receipt_code))
    await opened_and_closed(cabinet, asked.door)


# Codes at other devices


async def test_a_kiosk_reads_a_pickup_code_and_is_locked_after_five_wrong_ones(
    place, at_place, cabinet, supervisor
) -> None:
    case, _ = await deposited(cabinet, supervisor, next(PEOPLE))
    shown, kiosk, other = place.shown(case), await at_place("K1"), await at_place("K2")
    assert (await kiosk.read_code(shown.code)).case.code == case
    assert (await kiosk.read_code(shown.qr)).case.code == case
    assert (await kiosk.read_code(f"PAIHAO:C:{case}")).case.code == case
    assert (await kiosk.read_code(case.replace("-", ""))).case.code == case
    for serial in range(920, 924):
        assert (await kiosk.read_code(place.shown_of_serial(serial))).case is None
    assert (await kiosk.read_code("123456789" if shown.code != "123456789" else "123456780")).case is None
    locked = await refusal(kiosk.read_code(place.shown_of_serial(924)))
    assert locked.code == "proofs-locked"
    assert await code(kiosk.read_code(shown.code)) == "proofs-locked"
    assert (await other.read_code(shown.code)).case.code == case
    alarms = {(each.kind, each.subject) for each in (await supervisor.supervision()).alarms}
    assert (AlarmKind.PROOFS_LOCKED, "front-end:K1") in alarms
    await supervisor.lift_proof_lock("kiosk:K1")
    assert (await kiosk.read_code(shown.code)).case.code == case


async def test_guesses_under_one_idempotency_key_are_counted_one_by_one(place, cabinet_of) -> None:
    cabinet = await cabinet_of("L3")
    codes = [place.shown_of_serial(serial) for serial in range(930, 935)]
    proofs = [ShowProof(code=each, holder=accept(next(PEOPLE)).holder) for each in codes]
    for proof in proofs[:4]:
        for _ in range(2):
            refused = cabinet.show_proof(proof, key="the-same-key")
            assert await code(refused) == "proof-refused"
    locked = await refusal(cabinet.show_proof(proofs[4], key="the-same-key"))
    assert locked.code == "proofs-locked"
    place.clock.steer(locked.until_ms)


async def test_who_guesses_clears_the_count_with_an_own_code_only_once(
    place, at_place, cabinet, supervisor
) -> None:
    case, _ = await deposited(cabinet, supervisor, next(PEOPLE))
    own, kiosk, guesses = place.shown(case).code, await at_place("K3"), iter(range(940, 950))
    for _ in range(2):
        for _ in range(4):
            assert (await kiosk.read_code(place.shown_of_serial(next(guesses)))).case is None
        assert (await kiosk.read_code(own)).case.code == case
    assert await code(kiosk.read_code(place.shown_of_serial(next(guesses)))) == "proofs-locked"


# What is told, and what is nowhere


async def test_what_a_deposit_finished_is_told_once_also_to_who_wanted_it_at_a_window(
    place, cabinet_of, supervisor
) -> None:
    cabinet = await cabinet_of("L3")
    case = (await supervisor.record_case(case_of(next(PEOPLE), phone=PHONE))).code
    courier = await cabinet.show_staff(BY_PASSWORD)
    asked = await cabinet.ask_deposit(AskDeposit(grant=courier.grant, case=case))
    await opened_and_closed(cabinet, asked.door)
    assert [kind for kind, _, _ in place.messages(case)] == ["result_ready", "locker_expiring"]


async def test_its_holder_is_told_by_message_without_any_code_in_the_hall_s_files(
    place, cabinet, supervisor
) -> None:
    case, _ = await deposited(cabinet, supervisor, next(PEOPLE), phone=PHONE)
    ready, expiring = place.messages(case)
    assert (ready[0], expiring[0]) == ("result_ready", "locker_expiring")
    assert ready[1]["serial"] == expiring[1]["serial"]
    until_ms = int(expiring[1]["until_ms"])
    assert expiring[2] == until_ms - 24 * 60 * MINUTE_MS
    later = until_ms + 24 * 60 * MINUTE_MS
    kept = await supervisor.keep_longer(case, later)
    assert kept.keep_until_ms == later
    assert [(each[0], each[1].get("until_ms")) for each in place.messages(case)[2:]] == [
        ("locker_expiring", str(later))
    ]
    shown = place.shown(case)
    files = b"".join(each.read_bytes() for each in place.folder.path.rglob("*") if each.is_file())
    for secret in (shown.code, shown.qr, PHONE):
        assert secret.encode() not in files


async def test_no_code_grant_card_or_phone_is_in_a_log(place, cabinet, supervisor) -> None:
    person = next(PEOPLE)
    with capture_logs() as logs:
        case, door = await deposited(cabinet, supervisor, person, phone=PHONE)
        shown = place.shown(case)
        by_card = await cabinet.show_staff(ShowStaff(card="04A1B2C3"))
        grant = await cabinet.show_proof(ShowProof(scan=shown.qr))
        await refusal(cabinet.show_proof(ShowProof(code=place.shown_of_serial(930))))
        await refusal(cabinet.show_proof(ShowProof(code=shown.code, holder=accept(person + 500).holder)))
        await refusal(cabinet.show_proof(ShowProof(code=["x", shown.code])))
        await cabinet.ask_collection(AskCollection(grant=grant.grant, case=case))
        await opened_and_closed(cabinet, door)
    secrets = (shown.code, shown.qr, PHONE, grant.grant, by_card.grant, "04A1B2C3", PASSWORD)
    told = repr(logs) + repr(place.journal("SELECT key, actor, CAST(body AS TEXT) FROM events"))
    assert "/proofs" in told
    assert [each for each in (*secrets, accept(person).holder.id_number) if each in told] == []


@pytest.mark.parametrize(
    "report",
    [
        ReportDoors(doors={}),
        ReportDoors(doors={-1: OPEN, 0: OPEN, 99: OPEN}),
        ReportDoors(doors={}, in_hand=(-1, 0, 10**12)),
    ],
)
async def test_doors_nobody_has_are_passed_over(cabinet_of, report) -> None:
    cabinet = await cabinet_of("L2")
    before = await cabinet.report_doors(ReportDoors(doors={}))
    assert await cabinet.report_doors(report) == before


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (ShowProof(), "card-needed"),
        (ShowProof(scan="x" * 5000), "no-pickup-code"),
        (ShowProof(code="９" * 9), "pickup-code-mistyped"),
        (ShowProof(code="1" * 5000), "pickup-code-mistyped"),
    ],
)
async def test_what_is_no_proof_is_refused_and_not_counted(place, cabinet_of, body, said) -> None:
    cabinet, counted = await cabinet_of("L3"), place.kinds_of("proof-refused")
    assert await code(cabinet.show_proof(body)) == said
    assert place.kinds_of("proof-refused") == counted
