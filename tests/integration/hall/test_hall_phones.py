from urllib.parse import urlsplit

import httpx
import pytest

from queue_core.client.credential import pinned
from queue_core.wire.words import DeliveryState, Role, WindowAction
from tests.integration.hall.conftest import accept, consult


@pytest.fixture
async def phone(hall):
    tls = pinned(hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=hall.url, verify=tls) as phone:
        yield phone


def reference_and_secret(status_url: str) -> tuple[str, str]:
    address = urlsplit(status_url)
    return address.path.removeprefix("/t/"), address.fragment


async def test_a_phone_polls_a_small_document_that_changes_only_when_the_place_does(connect, phone) -> None:
    kiosk = await connect(Role.KIOSK)
    ahead = [await kiosk.take_number(consult()) for _ in range(3)]
    reference, _ = reference_and_secret((await kiosk.take_number(accept(1))).status_url)
    first = await phone.get(f"/public/tickets/{reference}")
    assert (first.json()["ahead"], first.json()["number"]) == (3, "004")
    assert first.headers["Cache-Control"] == "public, max-age=9"
    again = await phone.get(f"/public/tickets/{reference}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert len(ahead) == 3


async def test_the_document_says_where_the_number_is_called(connect, clerk_at, phone) -> None:
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    reference, _ = reference_and_secret((await kiosk.take_number(accept(1))).status_url)
    before = await phone.get(f"/public/tickets/{reference}")
    await counter.act(1, WindowAction.OPEN)
    await counter.act(1, WindowAction.CALL_NEXT)
    after = await phone.get(f"/public/tickets/{reference}", headers={"If-None-Match": before.headers["ETag"]})
    assert (after.status_code, after.json()["state"], after.json()["window"]) == (200, "called", 1)
    assert "测试1" not in after.text


async def test_a_recall_changes_the_document(connect, clerk_at, phone) -> None:
    kiosk, counter = await connect(Role.KIOSK), await clerk_at(1)
    reference, _ = reference_and_secret((await kiosk.take_number(accept(1))).status_url)
    documents = [await phone.get(f"/public/tickets/{reference}")]
    await counter.act(1, WindowAction.OPEN)
    for action in (WindowAction.CALL_NEXT, WindowAction.RECALL, WindowAction.RECALL):
        await counter.act(1, action)
        etag = documents[-1].headers["ETag"]
        documents.append(await phone.get(f"/public/tickets/{reference}", headers={"If-None-Match": etag}))
    assert [document.status_code for document in documents] == [200] * 4
    assert [document.json()["calls"] for document in documents] == [0, 1, 2, 3]


async def test_the_phone_holds_the_number_with_the_secret_of_its_link(connect, phone) -> None:
    kiosk = await connect(Role.KIOSK)
    ticket = await kiosk.take_number(accept(1))
    reference, secret = reference_and_secret(ticket.status_url)
    headers = {"Idempotency-Key": f"hold-{reference}"}
    wrong = await phone.post(
        f"/public/tickets/{reference}/hold", json={"secret": "x" * len(secret)}, headers=headers
    )
    assert (wrong.status_code, wrong.json()["code"]) == (403, "wrong-holder-secret")
    for _ in range(2):
        held = await phone.post(f"/public/tickets/{reference}/hold", json={"secret": secret}, headers=headers)
        assert held.json()["delivery"] == "paperless"
    assert (await kiosk.ticket(ticket.ticket_id)).delivery is DeliveryState.PAPERLESS


async def test_a_number_of_nobody_is_not_there(phone) -> None:
    answer = await phone.get("/public/tickets/AAAAAAAAAAAA")
    assert (answer.status_code, answer.json()["code"]) == (404, "no-such-ticket")


async def test_the_page_is_served_with_its_parts_and_nothing_beside_them(phone) -> None:
    page = await phone.get("/t/AAAAAAAAAAAA")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    assert "viewport" in page.text
    for path in ("/phone/..%2f__init__.py", "/phone/.hidden.js", "/phone/none.js", "/phone/x.py"):
        assert (await phone.get(path)).status_code == 404


async def test_the_openapi_document_is_served_and_nothing_from_elsewhere(phone) -> None:
    document = (await phone.get("/schema/openapi.json")).json()
    assert document["paths"]["/api/v1/windows/{window}/{action}"]["post"].get("security") is None
    assert document["security"] == [{"token": []}]
    assert document["paths"]["/public/tickets/{reference}"]["get"]["security"] == [{}]
    assert (await phone.get("/schema")).status_code == 404 or "cdn" not in (await phone.get("/schema")).text


async def test_the_openapi_document_names_the_key_of_a_change_and_the_form_of_a_refusal(phone) -> None:
    document = (await phone.get("/schema/openapi.json")).json()
    assert {"title", "code", "remedy"} <= set(document["components"]["schemas"]["Problem"]["properties"])
    operations = [(method, each) for item in document["paths"].values() for method, each in item.items()]
    assert len(operations) > 12
    ours = [
        each for path, item in document["paths"].items() if path[1:7] != "schema" for each in item.values()
    ]
    assert [each["operationId"] for each in ours if not each.get("description")] == []
    for method, operation in operations:
        required = {each["name"] for each in operation.get("parameters", ()) if each["required"]}
        assert ("Idempotency-Key" in required) is (method != "get")
        refused = operation["responses"]["default"]["content"]
        assert refused["application/problem+json"]["schema"] == {"$ref": "#/components/schemas/Problem"}
        assert not [status for status in operation["responses"] if status.startswith(("4", "5"))]


async def test_guessing_at_one_number_s_secret_stops_nobody_else(connect, phone) -> None:
    kiosk = await connect(Role.KIOSK)
    mine, other = [reference_and_secret((await kiosk.take_number(accept(n))).status_url) for n in (1, 2)]

    async def hold(reference: str, secret: str) -> int:
        body, headers = {"secret": secret}, {"Idempotency-Key": f"hold-{reference}"}
        return (await phone.post(f"/public/tickets/{reference}/hold", json=body, headers=headers)).status_code

    assert [await hold(mine[0], "guess") for _ in range(21)] == [403] * 20 + [429]
    assert await hold(*other) == 200
