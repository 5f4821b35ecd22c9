"""What anybody may read and any phone may do: documents that caches keep, and the pages that show them."""

import asyncio
import gzip
from collections.abc import Callable
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from msgspec.structs import asdict

from queue_core.client.credential import pinned
from queue_core.wire.messages import Ticket
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import accept, consult

DEADLINE_S = 10.0
SOLE_TRADER = "/public/matters/sole-trader-setup"


@pytest.fixture
async def phone(hall):
    tls = pinned(hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=hall.url, verify=tls) as phone:
        yield phone


def link(ticket: Ticket) -> tuple[str, str]:
    address = urlsplit(ticket.status_url)
    return address.path.removeprefix("/t/"), address.fragment


async def until(phone: httpx.AsyncClient, path: str, is_there: Callable[[Any], bool]) -> Any:
    """The document once it says so; it may be some seconds old."""
    async with asyncio.timeout(DEADLINE_S):
        found = (await phone.get(path)).json()
        while not is_there(found):
            found = (await phone.get(path)).json()
    return found


def waiting(hall: Any, ticket_class: str) -> int:
    return next(
        each["waiting"]
        for each in hall["units"]
        if (each["category"], each["ticket_class"]) == ("registration", ticket_class)
    )


async def test_everybody_may_know_how_many_wait_and_nobody_learns_who(connect, phone) -> None:
    kiosk = await connect(Role.KIOSK)
    tickets = [await kiosk.take_number(accept(1)), await kiosk.take_number(consult())]
    hall = await until(phone, "/public/hall", lambda found: waiting(found, "accept") == 1)
    assert (waiting(hall, "consult"), hall["is_closed"], hall["poll_within_s"]) == (1, False, 10)
    assert hall["told_at_ms"] % 60_000 == 0
    assert {each["code"] for each in hall["categories"]} >= {"registration"}
    text = (await phone.get("/public/hall")).text
    for ticket in tickets:
        assert ticket.reference not in text
    assert "测试1" not in text


async def test_the_hall_s_document_is_kept_by_caches_and_stays_the_same_for_all(phone) -> None:
    first = await phone.get("/public/hall")
    assert first.headers["Cache-Control"] == "public, max-age=10"
    answers = await asyncio.gather(
        *(
            phone.get("/public/hall", headers={"If-None-Match": f"W/{first.headers['ETag']}"})
            for _ in range(20)
        )
    )
    assert {(each.status_code, each.content) for each in answers} == {(304, b"")}


async def test_a_hall_open_around_the_clock_shows_its_hours_from_eight_to_eight(connect, phone) -> None:
    kiosk = await connect(Role.KIOSK)
    await kiosk.take_number(consult())
    hours = (await phone.get("/public/hall")).json()["hours"]
    assert len(hours) == 24
    assert {each["usual"] for each in hours} == {None}
    starts = [each["starts_at_ms"] for each in hours]
    assert {later - each for each, later in pairwise(starts)} == {30 * 60_000}


async def test_matters_are_found_and_told_without_a_login(phone) -> None:
    found = await phone.get("/public/matters", params={"query": "gtgshsldj"})
    assert found.json()["matters"][0]["code"] == "sole-trader-setup"
    assert found.headers["Cache-Control"] == "public, max-age=300"
    only = await phone.get("/public/matters", params={"category": "business", "limit": 1})
    assert [each["category"] for each in only.json()["matters"]] == ["business"]
    matter = await phone.get(SOLE_TRADER)
    assert matter.json()["materials"][1]["names"]["zh-CN"] == "经营者身份证"
    again = await phone.get(SOLE_TRADER, headers={"If-None-Match": matter.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_a_matter_nobody_knows_is_refused_as_such(phone) -> None:
    answer = await phone.get("/public/matters/passport")
    assert (answer.status_code, answer.json()["code"]) == (404, "no-such-matter")
    assert "Cache-Control" not in answer.headers


async def test_a_phone_adds_a_second_matter_to_its_number(connect, phone) -> None:
    kiosk = await connect(Role.KIOSK)
    reference, secret = link(await kiosk.take_number(accept(1)))
    errand = {"ticket_class": "accept", "category": "business", "matter": "food-business-licence"}
    path, headers = f"/public/tickets/{reference}/errands", {"Idempotency-Key": f"errand-{reference}"}
    refused = await phone.post(path, json={"secret": "guess", "errand": errand}, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "wrong-holder-secret")
    for _ in range(2):
        added = await phone.post(path, json={"secret": secret, "errand": errand}, headers=headers)
        assert [each["category"] for each in added.json()["errands"]] == ["registration", "business"]


async def test_a_phone_finds_its_holder_s_own_case_and_nobody_else_s(hall, connect, phone) -> None:
    kiosk, gateway = await connect(Role.KIOSK), await hall.enrol(Role.GATEWAY, "G1")
    for serial in (1, 2):
        told = {
            "code": f"C-{serial}",
            "category": "registration",
            "holder": asdict(accept(serial).holder),
            "is_ready": True,
        }
        headers = {"Idempotency-Key": f"case-{serial}-1", "Authorization": f"Bearer {gateway.token}"}
        assert (await phone.post("/api/v1/cases", json=told, headers=headers)).is_success
    wish = {"ticket_class": "pickup", "category": "registration", "case": "C-2"}
    for serial, own in ((1, "C-1"), (3, None)):
        ticket = await kiosk.take_number(accept(serial))
        reference, secret = link(ticket)
        headers = {"Idempotency-Key": f"wish-{reference}"}
        path = f"/public/tickets/{reference}"
        body = {"secret": secret, "errand": wish}
        added = await phone.post(f"{path}/errands", json=body, headers=headers)
        assert [each["ticket_class"] for each in added.json()["errands"]] == ["accept", "pickup"]
        assert "C-" not in added.text + (await phone.get(path)).text
        assert (await kiosk.ticket(ticket.ticket_id)).errands[1].case == own


async def test_a_ticket_says_where_to_go(connect, clerk_at, phone) -> None:
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    reference, _ = link(await kiosk.take_number(accept(1)))
    before = (await phone.get(f"/public/tickets/{reference}")).json()
    assert set(before["windows"]) <= {window for place in before["places"] for window in place["windows"]}
    await counter.act(1, WindowAction.OPEN)
    await counter.act(1, WindowAction.CALL_NEXT)
    (place,) = (await phone.get(f"/public/tickets/{reference}")).json()["places"]
    assert 1 in place["windows"]
    assert place["floor"]


async def test_a_service_is_rated_on_the_phone_once(connect, clerk_at, phone) -> None:
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    reference, secret = link(await kiosk.take_number(accept(1)))
    path, body = f"/public/tickets/{reference}/rating", {"secret": secret, "level": 4}
    key = {"Idempotency-Key": f"rating-{reference}"}
    early = await phone.post(path, json=body, headers=key)
    assert (early.status_code, early.json()["code"]) == (409, "not-served-yet")
    for action in (WindowAction.OPEN, WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH):
        await counter.act(1, action)
    before = (await phone.get(f"/public/tickets/{reference}")).json()
    assert (before["may_rate"], before["rated"], before["served_at"]) == (True, None, 1)
    guess = await phone.post(path, json=body | {"secret": "guess"}, headers=key)
    assert guess.status_code == 403
    for _ in range(2):
        after = (await phone.post(path, json=body, headers=key)).json()
        assert (after["may_rate"], after["rated"], after["served_at"]) == (False, 4, 1)
    again = await phone.post(path, json=body, headers={"Idempotency-Key": f"again-{reference}"})
    assert (again.status_code, again.json()["code"]) == (409, "already-rated")


async def test_an_explanation_is_sent_again_only_when_it_changed(connect, clerk_at, phone) -> None:
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    await kiosk.take_number(accept(1))
    path = f"/public/tickets/{link(await kiosk.take_number(accept(2)))[0]}/explanation"
    first = await phone.get(path)
    known = {"If-None-Match": first.headers["ETag"]}
    assert (await phone.get(path, headers=known)).status_code == 304
    await counter.act(1, WindowAction.OPEN)
    await counter.act(1, WindowAction.CALL_NEXT)
    changed = await phone.get(path, headers=known)
    assert (changed.status_code, changed.json()["before"][0]["number"]) == (200, "001")


async def test_parts_of_a_page_travel_small_and_once(phone) -> None:
    plain = await phone.get("/phone/index.html", headers={"Accept-Encoding": "identity"})
    small = await phone.get("/phone/index.html", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert small.text == plain.text
    assert int(small.headers["Content-Length"]) == len(gzip.compress(plain.content, mtime=0))
    assert (small.headers["Vary"], small.headers["Cache-Control"]) == ("Accept-Encoding", "no-cache")
    assert small.headers["ETag"] != plain.headers["ETag"]
    for answer, encoding in ((plain, "identity"), (small, "gzip")):
        known = {"Accept-Encoding": encoding, "If-None-Match": answer.headers["ETag"]}
        again = await phone.get("/phone/index.html", headers=known)
        assert (again.status_code, again.content) == (304, b"")


@pytest.fixture
def own_page(hall, tmp_path):
    """The hall with pages of its own."""
    folder = tmp_path / "pages"
    folder.mkdir()
    hall.stop()
    hall.settings = hall.settings.model_copy(update={"phone_page": folder})
    hall.start()
    return folder


async def test_pages_are_found_by_their_short_addresses(own_page, phone) -> None:
    addresses = {
        "index.html": "/t/AAAAAAAAAAAA",
        "hall.html": "/h",
        "matter.html": "/m/new-company",
        "pickup.html": "/p",
    }
    for name, address in addresses.items():
        assert (await phone.get(address)).status_code == 404
        (own_page / name).write_text(name)
        assert (await phone.get(address)).text == name


async def test_an_updated_part_is_sent_anew(own_page, phone) -> None:
    (own_page / "page.js").write_text("one")
    first = await phone.get("/phone/page.js")
    (own_page / "page.js").write_text("three")
    second = await phone.get("/phone/page.js", headers={"If-None-Match": first.headers["ETag"]})
    assert (second.status_code, second.text) == (200, "three")


async def test_the_worker_of_the_pages_may_serve_all_of_them(own_page, phone) -> None:
    (own_page / "sw.js").write_text("")
    (own_page / "page.js").write_text("")
    assert (await phone.get("/phone/sw.js")).headers["Service-Worker-Allowed"] == "/"
    assert "Service-Worker-Allowed" not in (await phone.get("/phone/page.js")).headers
