"""What of the hall can be reached from outside: all that is public, and nothing else."""

import re
import ssl

import httpx
import pytest

from queue_core.client.credential import pinned
from queue_core.relay.roads import road_to
from sim.story.waiting import wait_until

ABOUT_THE_BODY = (
    "Content-Type",
    "Content-Security-Policy",
    "Referrer-Policy",
    "Service-Worker-Allowed",
    "ETag",
)


@pytest.fixture
def hall(road):
    """The hall server itself, as its own devices reach it."""
    credential = next(iter(road.house.credentials.values()))
    with httpx.Client(base_url=credential.server, verify=pinned(credential.certificate)) as hall:
        yield hall


@pytest.fixture
def operations(hall) -> dict[tuple[str, str], bool]:
    """What the hall's own document says that it does: (method, path) and whether anybody may."""
    document = hall.get("/schema/openapi.json").json()
    return {
        (method.upper(), re.sub(r"\{\w+\}", "x1", path)): operation.get("security") == [{}]
        for path, each in document["paths"].items()
        for method, operation in each.items()
    }


def test_the_road_leads_to_every_public_route_and_to_no_other(operations) -> None:
    under_public = {each for each in operations if each[1].startswith("/public/")}
    assert len(under_public) > 8
    assert {each for each in under_public if not operations[each]} == set()
    for method, path in operations:
        road = road_to(path)
        assert (road is not None and road.leads(method)) is ((method, path) in under_public), path


@pytest.mark.parametrize("path", ["/t/AAAAAAAAAAAA", "/h", "/p", "/m/sole-trader-setup", "/phone/sw.js"])
def test_every_page_comes_through_whole_and_packed_as_the_phone_likes(hall, phone, path) -> None:
    plain = {"Accept-Encoding": "identity"}
    page, own = phone.get(path, headers=plain), hall.get(path, headers=plain)
    assert (page.status_code, page.content) == (200, own.content)
    for name in ABOUT_THE_BODY:
        assert page.headers.get(name) == own.headers.get(name), name
    assert "Content-Encoding" not in page.headers
    packed = phone.get(path, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.text == page.text
    assert phone.head(path).status_code == 200
    assert phone.post(path).status_code == 404


def test_what_is_not_public_is_answered_by_nginx_and_asks_nobody(road, phone) -> None:
    before = road.log("relay").count('"request"')
    paths = (
        "/api/v1/hall",
        "/api/v1/stream",
        "/schema/openapi.json",
        "/",
        "/t/",
        "/phone/../api",
        "/.git/config",
    )
    for path in paths:
        refused = phone.get(path)
        assert (refused.status_code, refused.json()["code"]) == (404, "not-found"), path
        assert refused.headers["Content-Type"] == "application/problem+json"
    assert road.log("relay").count('"request"') == before


def wait_logged(road, request_id: str) -> None:
    """The relay writes a request down after it was answered."""
    wait_until(lambda: request_id in road.log("relay"), within_s=30, what=f"{request_id} in the relay's log")


def test_what_is_asked_of_a_case_reaches_the_hall_each_time_and_stands_in_no_log(road, phone) -> None:
    wanted = {"code": "123456789", "token": "not-a-token-of-a-hall-"}
    for _ in range(2):
        told = phone.post("/public/pickups", json=wanted, headers={"Idempotency-Key": "k" * 8})
        assert (told.status_code, told.json()["code"]) == (403, "proof-refused")
        wait_logged(road, told.json()["request_id"])
        assert told.headers.get("Paihao-Cache", "") == ""
    logs = "".join(road.log(name) for name in ("paihao", "paihao.error", "nginx", "relay"))
    assert "/public/pickups" in logs
    assert wanted["code"] not in logs
    assert wanted["token"] not in logs


def test_the_door_in_plain_http_only_points_to_the_other(road) -> None:
    conf = (road.root / "paihao.conf").read_text()
    port = re.search(r"listen 127\.0\.0\.1:(\d+);", conf)[1]
    answer = httpx.get(
        f"http://127.0.0.1:{port}/t/AAAAAAAAAAAA",
        headers={"Host": "elsewhere.example"},
        verify=ssl.create_default_context(),
    )
    assert (answer.status_code, answer.headers["Location"]) == (
        308,
        "https://localhost/t/AAAAAAAAAAAA",
    )


def test_too_large_a_body_and_too_many_changes_are_told_in_three_languages(road, another_phone) -> None:
    path, headers = "/public/tickets/NOBODY/hold", {"Idempotency-Key": "k" * 8}
    large = another_phone.post(path, content=b"x" * 70_000, headers=headers)
    assert (large.status_code, large.json()["code"]) == (413, "too-large")
    many = [another_phone.post(path, json={"secret": "x"}, headers=headers) for _ in range(90)]
    refused = [
        each for each in many if each.json()["code"] == "too-many-attempts" and not each.json()["request_id"]
    ]
    assert refused
    assert refused[0].headers["Retry-After"] == "5"
    assert set(refused[0].json()["said"]) == {"zh-CN", "zh-Hant", "en"}
    assert "NOBODY" not in road.log("paihao") + road.log("paihao.error") + road.log("nginx")
