"""Who may not come in, and what is said then."""

import asyncio
import re
import ssl

import httpx
import pytest
from msgspec.structs import replace

from queue_core.client import HallClient, HallIsAnother, HallRefused, HallUnreachable, LinkLost, enrol
from queue_core.client.credential import Credential, pinned
from queue_core.client.errors import CodeMistyped, CredentialUnusable
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.wire.enrolment import fingerprint, read_code
from queue_core.wire.messages import CreateEnrolmentCode, LogIn, Rate
from queue_core.wire.words import RatingChannel, Role, WindowAction
from tests.integration.hall.conftest import PASSWORD, consult

BODIES = {
    "/api/v1/tickets": {"ticket_class": "consult", "category": "trade"},
    "/api/v1/tickets/{ticket_id}/delivery": {"outcome": "printed"},
    "/api/v1/windows/{window}/rating": {"ticket_id": 1, "level": 5, "channel": "pad"},
    "/api/v1/windows/{window}/rating/skip": {"ticket_id": 1},
    "/api/v1/tickets/{ticket_id}/rating": {"level": 1},
    "/api/v1/follow-ups/{follow_up_id}/{act}": {"note": "called"},
    "/api/v1/enrolments": {"code": "AAAAAAAA"},
    "/api/v1/enrolment-codes": {"role": "kiosk", "device": "K9"},
    "/api/v1/admin-sessions": {"secret": "guess"},
    "/api/v1/reading-sessions": {"number": "9001", "password": "guess"},
    "/api/v1/clerks/{number}/password": {"password": "long enough"},
    "/api/v1/sessions": {"clerk": "1001", "password": PASSWORD, "window": 1},
    "/public/tickets/{reference}/hold": {"secret": "guess"},
    "/public/tickets/{reference}/cancellation": {"secret": "guess"},
    "/public/tickets/{reference}/deferral": {"secret": "guess"},
    "/public/tickets/{reference}/return": {"secret": "guess"},
    "/public/tickets/{reference}/conversion": {
        "secret": "guess",
        "ticket_class": "consult",
        "category": "trade",
    },
    "/public/tickets/{reference}/estimates": {
        "secret": "guess",
        "ticket_class": "consult",
        "category": "trade",
    },
    "/public/tickets/{reference}/claim": {"claim": "guess"},
    "/public/pickups": {"code": "000000000", "token": "guess"},
    "/public/tickets/{reference}/errands": {
        "secret": "guess",
        "errand": {"ticket_class": "consult", "category": "trade"},
    },
    "/public/tickets/{reference}/rating": {"secret": "guess", "level": 1},
    "/api/v1/clock": {"now_ms": 0},
}
PARAMETERS = {
    "ticket_id": "1",
    "window": "1",
    "number": "1001",
    "call_id": "1",
    "code": "C-1",
    "follow_up_id": "1",
    "act": "contact",
    "notice_id": "1",
    "cabinet": "L1",
    "door": "1",
    "unlocking_id": "1",
    "message_id": "1",
}


@pytest.fixture
async def raw(hall):
    """Bare HTTPS, pinned, without any token."""
    tls = pinned(hall.folder.certificate.read_text())
    async with httpx.AsyncClient(
        base_url=hall.url, verify=tls, headers={"Idempotency-Key": "walk-1234"}
    ) as raw:
        yield raw


async def changing_routes(raw: httpx.AsyncClient) -> list[tuple[str, str]]:
    document = (await raw.get("/schema/openapi.json")).json()
    routes = [
        (method.upper(), path)
        for path, item in document["paths"].items()
        for method in item
        if method in {"post", "put", "patch", "delete"}
    ]
    assert len(routes) >= 10
    return routes


def is_public(path: str) -> bool:
    """What carries its own proof: a code or a secret."""
    sessions = {"/api/v1/enrolments", "/api/v1/admin-sessions", "/api/v1/reading-sessions"}
    return path.startswith(("/public/", "/hooks/")) or path in sessions


def turned_away(path: str) -> set[int]:
    """A one-time claim names a number first, and is told that there is none."""
    return {404} if path.endswith("/claim") else {401, 403}


def filled(path: str) -> list[str]:
    """The path with values for its parameters; for every action where one stands.

    Each act is tried on a number of its own: guesses at one number are counted together.
    """
    values = PARAMETERS | {"reference": path.rsplit("/", 1)[1].ljust(12, "x")[:12]}
    path = re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), path)
    return [path.replace("{action}", action) for action in WindowAction] if "{action}" in path else [path]


async def test_no_route_changes_anything_without_a_token(raw) -> None:
    for method, path in await changing_routes(raw):
        for address in filled(path):
            for headers in ({}, {"Authorization": "Bearer " + "x" * 43}, {"Authorization": "Basic eDp5"}):
                answer = await raw.request(method, address, json=BODIES.get(path), headers=headers)
                assert answer.status_code in turned_away(path), (method, address)
                assert answer.json()["remedy"]


async def test_no_route_changes_anything_for_a_wall_or_an_auditor(hall, connect, raw) -> None:
    """But that a wall may say what was spoken, and how its devices are; the clock is steered by nobody."""
    wall = (await connect(Role.WALL)).credential
    auditor = await hall.enrol(Role.AUDITOR, "A1")
    others = {("POST", "/api/v1/clock"): "clock-not-steered"}
    walls = {
        ("POST", "/api/v1/calls/1/spoken"): "no-such-call",
        ("POST", "/api/v1/devices/health"): "invalid-request",
    }
    for credential, own in ((wall, walls), (auditor, {})):
        headers = {"Authorization": f"Bearer {credential.token}"}
        for method, path in await changing_routes(raw):
            for address in filled(path):
                answer = await raw.request(method, address, json=BODIES.get(path), headers=headers)
                expected = (others | own).get((method, address), "forbidden")
                assert answer.json()["code"] == expected or (
                    is_public(path) and answer.status_code in turned_away(path)
                ), (method, address)


async def test_each_role_does_only_its_own(connect, clerk_at) -> None:
    kiosk, counter, pad = (
        await connect(Role.KIOSK),
        await connect(Role.COUNTER, 1),
        await connect(Role.PAD, 1),
    )
    clerk = await clerk_at(2)
    rating = Rate(ticket_id=1, level=5, channel=RatingChannel.PAD)
    attempts = [
        kiosk.act(1, WindowAction.CALL_NEXT),
        counter.act(1, WindowAction.CALL_NEXT),
        counter.take_number(consult()),
        pad.take_number(consult()),
        pad.act(1, WindowAction.OPEN),
        clerk.act(1, WindowAction.OPEN),
        clerk.rate(2, rating),
        counter.rate(1, rating),
        pad.rate(2, rating),
        pad.rate(1, Rate(ticket_id=1, level=5, channel=RatingChannel.KEYPAD)),
        pad.log_in(LogIn(clerk="1003", password=PASSWORD, window=1)),
        counter.log_in(LogIn(clerk="1003", password=PASSWORD, window=2)),
    ]
    for attempt in attempts:
        with pytest.raises(HallRefused) as caught:
            await attempt
        assert caught.value.problem.status == 403


async def test_guessing_a_password_is_stopped_after_five_times(connect) -> None:
    counter = await connect(Role.COUNTER, 1)
    codes = []
    for _ in range(6):
        with pytest.raises(HallRefused) as caught:
            await counter.log_in(LogIn(clerk="1001", password="wrong guess", window=1))
        codes.append(caught.value.code)
    assert codes == ["wrong-password"] * 5 + ["too-many-attempts"]


async def test_guesses_sent_side_by_side_are_stopped_too(connect, raw) -> None:
    """Each is sent once: a client that gives up waiting would send it again, which is a guess of its own."""
    counter = await connect(Role.COUNTER, 1)
    guesses = [
        raw.post(
            "/api/v1/sessions",
            json={"clerk": "1001", "password": f"guess {nth:03d}", "window": 1},
            headers={
                "Authorization": f"Bearer {counter.credential.token}",
                "Idempotency-Key": f"guess-{nth:03d}",
            },
            timeout=30,
        )
        for nth in range(12)
    ]
    answers = await asyncio.gather(*guesses)
    assert [answer.json()["code"] for answer in answers].count("wrong-password") == 5


async def test_guessing_enrolment_codes_is_stopped_and_says_how_long(raw) -> None:
    answers = [await raw.post("/api/v1/enrolments", json={"code": f"0000000{nth % 10}"}) for nth in range(11)]
    assert [answer.status_code for answer in answers] == [403] * 10 + [429]
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60


async def test_a_code_enrols_once_and_knows_its_server(hall) -> None:
    wanted = CreateEnrolmentCode(role=Role.KIOSK, device="K7")
    code = (await hall.administer(lambda server: server.enrolment_code(wanted))).code
    credential = await enrol(code.lower().replace("-", " "), hall.url)
    assert (credential.role, credential.device) == (Role.KIOSK, "K7")
    with pytest.raises(HallRefused) as caught:
        await enrol(code, hall.url)
    assert caught.value.code == "code-not-valid"
    with pytest.raises(CodeMistyped):
        await enrol(code[:-1], hall.url)
    other_end = "0" if code[-1] != "0" else "1"
    with pytest.raises(HallIsAnother):
        await enrol(code[:-1] + other_end, hall.url)


async def test_a_lost_reply_to_an_enrolment_is_asked_for_again(hall, raw) -> None:
    wanted = CreateEnrolmentCode(role=Role.KIOSK, device="K7")
    typed = read_code((await hall.administer(lambda server: server.enrolment_code(wanted))).code)
    first, second = [await raw.post("/api/v1/enrolments", json={"code": typed.secret}) for _ in range(2)]
    assert first.json() == second.json()
    other = await raw.post(
        "/api/v1/enrolments", json={"code": typed.secret}, headers={"Idempotency-Key": "another-one"}
    )
    assert other.status_code == 403


async def test_another_certificate_is_not_talked_to(connect, tmp_path, settings) -> None:
    kiosk = await connect(Role.KIOSK)
    strangers = DataFolder(tmp_path / "stranger")
    found(strangers, settings)
    mistaken = replace(kiosk.credential, certificate=strangers.certificate.read_text())
    async with HallClient(mistaken) as client:
        with pytest.raises(HallIsAnother):
            await client.hall()
        updates = client.follow()
        first = await anext(updates)
        await updates.aclose()
    assert isinstance(first, LinkLost)
    assert first.code == "hall-is-another"


async def test_a_server_away_is_unreachable_within_the_deadline(hall, connect) -> None:
    kiosk = await connect(Role.KIOSK, deadline_s=0.3)
    hall.stop()
    with pytest.raises(HallUnreachable):
        await kiosk.take_number(consult())


async def test_the_framework_s_own_errors_are_problems_too(connect, raw) -> None:
    token = (await connect(Role.KIOSK)).credential.token
    raw.headers["Authorization"] = f"Bearer {token}"
    answers = {
        "not-found": await raw.get("/api/v1/nowhere"),
        "method-not-allowed": await raw.delete("/api/v1/tickets"),
        "invalid-request": await raw.post("/api/v1/tickets", json={"ticket_class": "accept"}),
        "too-large": await raw.post("/api/v1/tickets", content=b" " * 70_000),
        "idempotency-key-missing": await raw.post(
            "/api/v1/tickets", json=BODIES["/api/v1/tickets"], headers={"Idempotency-Key": "short"}
        ),
        "no-such-ticket": await raw.get("/api/v1/tickets/4711"),
        "protocol-mismatch": await raw.get("/api/v1/hall", headers={"Paihao-Protocol": "99"}),
        "not-offered": await raw.post(
            "/api/v1/tickets", json={"ticket_class": "consult", "category": "fishing"}
        ),
    }
    for code, answer in answers.items():
        problem = answer.json()
        assert answer.headers["content-type"] == "application/problem+json"
        assert (problem["code"], problem["status"]) == (code, answer.status_code)
        assert problem["remedy"]
        assert problem["request_id"] == answer.headers["X-Request-Id"]


@pytest.mark.parametrize(
    "said",
    [{"matter": "Zhang San asks for his mother"}, {"matter": "m" * 41}, {"language": "en" + "-abc" * 99}],
)
async def test_nothing_a_person_wrote_enters_the_journal(connect, raw, said) -> None:
    token = (await connect(Role.KIOSK)).credential.token
    wanted = BODIES["/api/v1/tickets"] | said
    answer = await raw.post("/api/v1/tickets", json=wanted, headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid-request")
    assert "Zhang" not in answer.text


async def test_broken_json_is_a_problem_that_quotes_nothing(connect, raw) -> None:
    token = (await connect(Role.KIOSK)).credential.token
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    answer = await raw.post("/api/v1/tickets", content=b'{"holder": {"name": "Zhang', headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid-request")
    assert "Zhang" not in answer.text


async def test_the_request_id_of_the_client_is_kept(raw) -> None:
    answer = await raw.get("/api/v1/hall", headers={"X-Request-Id": "kiosk-1-42-abc"})
    assert answer.headers["X-Request-Id"] == "kiosk-1-42-abc"


def test_a_credential_that_others_may_read_is_refused(tmp_path, founded) -> None:
    path = tmp_path / "k.json"
    certificate = founded.folder.certificate.read_text()
    credential = Credential(
        server="https://x", role=Role.KIOSK, device="K", token="t", certificate=certificate
    )
    credential.save(path)
    assert Credential.load(path) == credential
    assert credential.token not in repr(Credential.load(path)).split()
    path.chmod(0o644)
    with pytest.raises(CredentialUnusable):
        Credential.load(path)


def test_a_credential_without_a_certificate_is_refused(tmp_path) -> None:
    path = tmp_path / "k.json"
    Credential(server="https://x", role=Role.KIOSK, device="K", token="t", certificate="c").save(path)
    with pytest.raises(CredentialUnusable, match="holds no certificate"):
        Credential.load(path)


def test_the_fingerprint_is_of_the_certificate(founded) -> None:
    der = ssl.PEM_cert_to_DER_cert(founded.folder.certificate.read_text())
    assert len(fingerprint(der)) == 16
    assert fingerprint(der) != fingerprint(der + b"x")
