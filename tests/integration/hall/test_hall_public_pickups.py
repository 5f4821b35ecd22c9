"""The link of a finished case: what a phone is told by it, and that nobody learns anything without."""

import httpx
import pytest
from structlog.testing import capture_logs

from queue_core.client.cabinet import CabinetClient
from queue_core.client.credential import pinned
from queue_core.client.staff import StaffClient
from queue_core.wire.cases import CasePlace, RecordCase
from queue_core.wire.lockers import AskCollection, AskDeposit, AskRemoval, ReportDoors, ShowProof, ShowStaff
from queue_core.wire.messages import LogIn
from queue_core.wire.words import PlaceKind
from tests.integration.hall.cabinet_hall import (
    CLOSED,
    COURIER,
    DOORS,
    PEOPLE,
    PHONE,
    SUPERVISOR,
    deposited,
    opened_and_closed,
)
from tests.integration.hall.conftest import PASSWORD, accept

DAY_MS = 24 * 60 * 60 * 1000


@pytest.fixture
async def phone(place):
    tls = pinned(place.hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=place.hall.url, verify=tls) as phone:
        yield phone


@pytest.fixture
async def cabinet(at_place) -> CabinetClient:
    cabinet = await at_place("L2", CabinetClient)
    await cabinet.report_doors(ReportDoors(doors=dict.fromkeys(DOORS, CLOSED)))
    return cabinet


@pytest.fixture
async def staff(at_place) -> StaffClient:
    client = await at_place("C1", StaffClient)
    await client.log_in(LogIn(clerk=SUPERVISOR, password=PASSWORD))
    return client


async def ask(phone: httpx.AsyncClient, qr: str, **more: object) -> httpx.Response:
    _, _, code, token = qr.split(":")
    wanted = {"code": code, "token": token, **more}
    return await phone.post("/public/pickups", json=wanted, headers={"Idempotency-Key": "look-at-it"})


async def told(phone: httpx.AsyncClient, qr: str, **more: object) -> dict:
    answer = await ask(phone, qr, **more)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_case_in_a_door_is_told_with_its_cabinet_its_day_and_a_code_to_show(
    place, cabinet, staff, phone
) -> None:
    person = next(PEOPLE)
    case, door = await deposited(cabinet, staff, person, phone=PHONE)
    answer = await ask(phone, place.shown(case).qr)
    found = answer.json()
    assert answer.headers["Cache-Control"] == "no-store"
    assert (found["state"], found["case"], found["needs_card"]) == ("waiting", case, False)
    assert (found["place"]["kind"], found["place"]["door"]) == ("door", door)
    assert found["place"]["names"]["zh-CN"] == "一号取件柜"
    assert [each["code"] for each in found["places"]] == ["first-floor-a"]
    assert found["until_ms"] == place.clock() + 3 * DAY_MS
    assert {len(row) for row in found["qr"]} == {len(found["qr"])}
    assert set("".join(found["qr"])) == {"0", "1"}
    assert accept(person).holder.name not in answer.text
    assert PHONE not in answer.text
    assert (await told(phone, place.shown(case).qr, with_qr=False))["qr"] == []


async def test_a_kiosk_calls_a_cabinet_as_a_phone_does(place, cabinet, staff, phone, at_place) -> None:
    case, _ = await deposited(cabinet, staff, next(PEOPLE))
    found = await told(phone, place.shown(case).qr)
    named = {each.code: each.names for each in (await (await at_place("K1")).hall()).pickup_points}
    assert named["L2"] == found["place"]["names"] != {}


async def test_what_was_collected_is_told_as_such(place, cabinet, staff, phone) -> None:
    case, _ = await deposited(cabinet, staff, next(PEOPLE))
    shown = place.shown(case)
    grant = await cabinet.show_proof(ShowProof(scan=shown.qr))
    asked = await cabinet.ask_collection(AskCollection(grant=grant.grant, case=case))
    await opened_and_closed(cabinet, asked.door)
    found = await told(phone, shown.qr)
    assert (found["state"], found["place"], found["until_ms"], found["qr"]) == ("collected", None, None, [])


async def test_a_case_taken_out_waits_at_the_hall_until_a_newer_code_ends_the_link(
    place, cabinet, staff, phone
) -> None:
    case, _ = await deposited(cabinet, staff, next(PEOPLE))
    older = place.shown(case).qr
    courier = (await cabinet.show_staff(ShowStaff(clerk=COURIER, password=PASSWORD))).grant
    removed = await cabinet.ask_removal(AskRemoval(case=case, grant=courier))
    await opened_and_closed(cabinet, removed.door)
    found = await told(phone, older)
    assert (found["state"], found["place"], found["qr"] != []) == ("waiting", None, True)
    again = await cabinet.ask_deposit(AskDeposit(case=case, grant=courier))
    await opened_and_closed(cabinet, again.door)
    found = await told(phone, older)
    assert (found["state"], found["case"], found["matter_names"]) == ("over", "", {})
    assert (await told(phone, place.shown(case).qr))["place"]["door"] == again.door


async def test_a_case_at_the_window_with_a_partner_and_in_the_post_is_told_by_where_it_is(
    place, staff, phone
) -> None:
    wanted = RecordCase(category="registration", holder=accept(next(PEOPLE)).holder, is_ready=True)
    case = (await staff.record_case(wanted)).code
    shown = place.shown(case).qr
    at_hall = await told(phone, shown)
    assert (at_hall["place"], at_hall["windows"] != [], at_hall["qr"] != []) == (None, True, True)
    shelf = CasePlace(kind=PlaceKind.SHELF, label="A-3")
    partner = CasePlace(kind=PlaceKind.PARTNER, label="fengxiang", reference="B-17")
    post = CasePlace(kind=PlaceKind.POSTED, label="EMS", reference="E123CN")
    for waits, is_at_hall in ((shelf, True), (partner, False), (post, False)):
        await staff.place_case(case, waits)
        found = await told(phone, shown)
        assert (found["place"]["kind"], found["place"]["label"]) == (waits.kind, waits.label)
        told_here = (found["windows"] != [], found["qr"] != [], found["until_ms"] is not None)
        assert told_here == (is_at_hall, is_at_hall, is_at_hall)


async def test_without_the_right_token_nothing_is_told_and_wrong_ones_keep_nobody_else_away(
    place, cabinet, staff, phone
) -> None:
    case, _ = await deposited(cabinet, staff, next(PEOPLE))
    qr = place.shown(case).qr
    code, token = qr.split(":")[2:]
    forged = token[:-2] + ("AA" if token[-2:] != "AA" else "BB")
    mistyped = f"{(int(code) + 1) % 10**9:09d}"
    with capture_logs() as logs:
        for wrong in (
            (code, forged),
            (mistyped, token),
            (code, ""),
            ("", ""),
            (code, "字" * 22),
            ("1" * 600, token),
        ):
            answer = await ask(phone, "PAIHAO:P:{}:{}".format(*wrong))
            assert (answer.status_code, answer.json()["code"]) == (403, "proof-refused")
            assert set(answer.json()["said"]) == {"zh-CN", "zh-Hant", "en"}
        many = [(await ask(phone, f"PAIHAO:P:{code}:{forged}")).json()["code"] for _ in range(20)]
        assert many[-1] == "too-many-attempts"
        assert (await told(phone, qr))["state"] == "waiting"
    assert code not in str(logs)
    assert token not in str(logs)
    eager = [(await ask(phone, qr, with_qr=False)).status_code for _ in range(20)]
    assert (eager[0], eager[-1]) == (200, 429)
