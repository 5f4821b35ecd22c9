"""From a phone on the public network to a hall that lets nobody in, and back."""

import json
from urllib.parse import urlsplit

import pytest

from queue_core.wire.words import Role
from sim.crowd.people import invented_people
from tests.integration.relay.networks import HALL, SERVICE


class Phone:
    """A browser on the public network."""

    def __init__(self, network, road):
        self.network, self.road = network, road

    def get(self, path, **headers):
        return self.network.ask("GET", self.road.url + path, self.road.authority, headers=headers)

    def post(self, path, body, key):
        headers = {"Content-Type": "application/json", "Idempotency-Key": key}
        return self.network.ask("POST", self.road.url + path, self.road.authority, headers=headers, body=body)


class Kiosk:
    """In the hall, at the hall's own address."""

    def __init__(self, network, house):
        self.network, self.house = network, house
        self.credential = house.credentials[Role.KIOSK]

    def post(self, path, body, key):
        headers = {
            "Authorization": f"Bearer {self.credential.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        }
        answer = self.network.ask(
            "POST",
            self.credential.server + path,
            self.house.folder / "certificate.pem",
            headers=headers,
            body=body,
            checks_name=False,
        )
        assert answer["status"] in {200, 201}, answer
        return json.loads(answer["body"])

    def take_number(self, person):
        holder = {"name": person.name, "id_number": person.number, "card": "resident_id"}
        body = {"ticket_class": "accept", "category": "registration", "holder": holder}
        return self.post("/api/v1/tickets", body, f"take-{person.number}")


@pytest.fixture
def phone(three, far_road):
    return Phone(three.public, far_road)


@pytest.fixture
def kiosk(three, far_road):
    return Kiosk(three.hall, far_road.house)


def reference_and_secret(link):
    address = urlsplit(link)
    return address.path.removeprefix("/t/"), address.fragment


def logs(road):
    names = ("relay", "uplink", "nginx", "paihao", "paihao.error")
    return "\n".join(map(road.log, names)) + road.house.log.read_text()


def test_a_phone_outside_reads_and_changes_its_number_and_reaches_nothing_else(
    three, far_road, phone, kiosk
) -> None:
    assert three.hall.listen(SERVICE)
    assert three.hall.connects(HALL, SERVICE)
    first, second = invented_people(2)
    ticket = kiosk.take_number(first)
    reference, secret = reference_and_secret(ticket["status_url"])
    document = f"/public/tickets/{reference}"
    far_road.until(lambda: phone.get(document)["status"] == 200, "the first document")

    page = phone.get(f"/t/{reference}?from=singlemessage")
    assert (page["status"], "<html" in page["body"]) == (200, True)
    told = phone.get(document)
    assert json.loads(told["body"])["number"] == ticket["number"]
    again = phone.get(document, **{"If-None-Match": told["headers"]["etag"]})
    assert (again["status"], again["body"]) == (304, "")

    held = phone.post(f"{document}/hold", {"secret": secret}, "hold-12345678")
    assert (held["status"], json.loads(held["body"])["delivery"]) == (200, "paperless")
    deferred = phone.post(f"{document}/deferral", {"secret": secret}, "defer-12345678")
    assert (deferred["status"], json.loads(deferred["body"])["passes_left"]) == (200, 3)
    wrong = phone.post(f"{document}/deferral", {"secret": "x" * len(secret)}, "defer-22345678")
    assert (wrong["status"], json.loads(wrong["body"])["code"]) == (403, "wrong-holder-secret")

    shown = kiosk.take_number(second)
    claim = kiosk.post(f"/api/v1/tickets/{shown['ticket_id']}/claims", None, "claim-12345678")
    claimed_reference, token = reference_and_secret(claim["url"])
    claimed = phone.post(
        f"/public/tickets/{claimed_reference}/claim",
        {"claim": token.removeprefix("claim.")},
        "claim-22345678",
    )
    assert claimed["status"] == 200
    assert json.loads(claimed["body"])["secret"] == reference_and_secret(shown["status_url"])[1]

    for path in ("/api/v1/hall", "/schema/openapi.json", "/uplink", "/public/%2e%2e/api/v1/hall", "/"):
        refused = phone.get(path)
        assert (refused["status"], json.loads(refused["body"])["code"]) == (404, "not-found"), path
    for port in (urlsplit(kiosk.credential.server).port, SERVICE):
        assert not three.public.connects(HALL, port)
        assert not three.dmz.connects(HALL, port)
    assert not [route for route in three.public.routes() if "10.91.1" in route or "default" in route]

    written = logs(far_road)
    assert "/public/tickets/{reference}/{act}" in written
    for private in (reference, secret, claimed_reference, token, "singlemessage", first.number):
        assert private not in written


def test_a_cut_line_leaves_the_last_document_and_mends_by_itself(three, far_road, phone, kiosk) -> None:
    *_, person = invented_people(3)  # the others have numbers of the test above
    ticket = kiosk.take_number(person)
    reference, secret = reference_and_secret(ticket["status_url"])
    document, body = f"/public/tickets/{reference}", {"secret": secret}
    far_road.until(lambda: phone.get(document)["status"] == 200, "the first document")
    phone.get("/t/SOMEBODYELSE")

    three.cut()
    far_road.until(lambda: phone.get(document)["headers"].get("paihao-cache") == "STALE", "a stale document")
    stale = phone.get(document)
    assert (stale["status"], json.loads(stale["body"])["number"]) == (200, ticket["number"])
    assert phone.get(f"/t/{reference}")["status"] == 200
    refused = phone.post(f"{document}/hold", body, "hold-12345678")
    problem = json.loads(refused["body"])
    assert (refused["status"], problem["code"], refused["headers"]["retry-after"]) == (503, "hall-away", "5")
    assert set(problem["said"]) == {"zh-CN", "zh-Hant", "en"}

    three.mend()
    far_road.until(lambda: phone.post(f"{document}/hold", body, "hold-12345678")["status"] == 200, "the hold")
    far_road.until(
        lambda: json.loads(phone.get(document)["body"])["delivery"] == "paperless", "the fresh document"
    )
