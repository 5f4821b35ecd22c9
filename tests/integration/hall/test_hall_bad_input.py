"""Whatever is sent to whatever route: the answer is a problem with a stable code, and the hall goes on."""

import asyncio
import re
from collections.abc import Iterable
from typing import Any

import httpx
import pytest

from queue_core.client.credential import pinned
from queue_core.wire.messages import LogIn
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import PASSWORD, consult

GARBAGE = [
    b"",
    b"null",
    b"[]",
    b"42",
    b'"text"',
    b"{",
    b"\xff\xfe\x00",
    b'{"nothing": "known"}',
    b'{"reason": "\\ud800", "units": [null], "secret": 7, "csv": []}',
    b'{"ticket_id": -1, "level": "five", "channel": "smoke", "starts_at_ms": 1e400, "errand": 99}',
    b'{"starts_at_ms": 99999999999999999999, "now_ms": "soon", "outcome": 3, "kind": "rich"}',
]
RIGHT = {
    "secret": "guess",
    "ticket_class": "consult",
    "category": "nowhere",
    "reason": "1234567 is a number",
    "errand": {"ticket_class": "pickup", "category": "nowhere", "case": "none"},
    "units": ["nowhere/accept"],
    "ticket_id": 4711,
    "case": "C-nowhere",
    "code": "C 1/2",
    "kind": "age",
    "outcome": "printed",
    "level": 9,
    "channel": "keypad",
    "csv": "what,is,this\n1,2,3\n",
    "starts_at_ms": 2**62,
    "holder": {"name": "", "id_number": "123", "card": "resident_id"},
    "clerk": "9999",
    "password": "x",
    "role": "clerk",
    "device": "",
    "reference": "nothing",
    "to_window": 998,
    "unfinished": [7],
    "now_ms": -1,
}
UNKNOWN = {
    "ticket_id": "4711",
    "window": "998",
    "number": "9999",
    "reference": "nothing",
    "call_id": "99",
    "cabinet": "L1",
    "door": "99",
    "unlocking_id": "4711",
}


async def posts(raw: httpx.AsyncClient) -> dict[str, bool]:
    """Each POST path with its parameters filled in by what is not there, and whether it takes a body."""
    document = (await raw.get("/schema/openapi.json")).json()
    found = {}
    for path, item in document["paths"].items():
        if "post" not in item:
            continue
        filled = re.sub(r"\{(\w+)\}", lambda name: UNKNOWN.get(name[1], "C-nowhere"), path)
        for each in (
            [filled.replace("C-nowhere", act) for act in WindowAction] if "{action}" in path else [filled]
        ):
            found[each] = "requestBody" in item["post"]
    assert len(found) > 40
    return found


@pytest.fixture
async def askers(hall, connect) -> dict[Role, dict[str, str]]:
    """A token of every role that may change something."""
    for clerk in ("2001", "9001"):
        await hall.administer(lambda server, clerk=clerk: server.set_password(clerk, PASSWORD))
    counter = await connect(Role.COUNTER, 1)
    tokens = {}
    for role, clerk, window in (
        (Role.CLERK, "1001", 1),
        (Role.GUIDE, "2001", None),
        (Role.SUPERVISOR, "9001", None),
    ):
        session = await counter.log_in(LogIn(clerk=clerk, password=PASSWORD, window=window))
        tokens[role] = session.token
    tokens[Role.KIOSK] = (await connect(Role.KIOSK)).credential.token
    tokens[Role.PAD] = (await connect(Role.PAD, 1)).credential.token
    tokens[Role.WALL] = (await connect(Role.WALL)).credential.token
    tokens[Role.GATEWAY] = (await hall.enrol(Role.GATEWAY, "G1")).token
    tokens[Role.CABINET] = (await hall.enrol(Role.CABINET, "L1")).token
    tokens[Role.TERMINAL] = (await hall.enrol(Role.TERMINAL, "T13", 13)).token
    return {role: {"Authorization": f"Bearer {token}"} for role, token in tokens.items()}


@pytest.fixture
async def raw(hall):
    tls = pinned(hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=hall.url, verify=tls, timeout=30) as raw:
        yield raw


def require_problem(answer: httpx.Response, path: str) -> None:
    assert 400 <= answer.status_code < 500, (path, answer.status_code, answer.text)
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == answer.status_code
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", problem["code"])
    assert problem["remedy"]
    assert set(problem["said"]) == {"zh-CN", "zh-Hant", "en"}, problem["code"]


async def post_each(raw: httpx.AsyncClient, paths: Iterable[str], **what: Any) -> list[httpx.Response]:
    """A few at a time: a client that has all of them in hand is mostly busy with itself."""
    few = asyncio.Semaphore(4)

    async def post(path: str) -> httpx.Response:
        async with few:
            return await raw.post(path, **what)

    return await asyncio.gather(*(post(path) for path in paths))


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.KIOSK, Role.GATEWAY, Role.CABINET])
async def test_garbage_is_answered_with_a_problem(raw, askers, connect, role: Role) -> None:
    paths = [path for path, has_body in (await posts(raw)).items() if has_body]
    for number, garbage in enumerate(GARBAGE):
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": f"garbage-{role}-{number}",
        } | askers[role]
        answers = await post_each(raw, paths, content=garbage, headers=headers)
        for path, answer in zip(paths, answers, strict=True):
            require_problem(answer, path)
    assert (await (await connect(Role.KIOSK)).take_number(consult())).number


async def test_what_names_nothing_that_is_there_is_answered_with_a_problem_for_every_role(
    raw, askers, connect
) -> None:
    paths = await posts(raw)
    for role, token in askers.items():
        headers = {"Idempotency-Key": f"unknown-{role}"} | token
        answers = await post_each(raw, paths, json=RIGHT, headers=headers)
        for path, answer in zip(paths, answers, strict=True):
            require_problem(answer, path)
    assert (await (await connect(Role.KIOSK)).take_number(consult())).number
