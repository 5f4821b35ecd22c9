"""Who may do what: every route of the hall with every role, against a table written out by hand."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest

from queue_core.client.transport import pinned
from queue_core.wire.words import Role
from tests.integration.hall.conftest import PASSWORD, accept

NOBODY = "nobody"
ALL = frozenset(Role) - {Role.COURIER}


def of(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


KIOSK, COUNTER, CLERK, STATION = Role.KIOSK, Role.COUNTER, Role.CLERK, Role.STATION
WALL, PAD, TERMINAL, GATEWAY = Role.WALL, Role.PAD, Role.TERMINAL, Role.GATEWAY
GUIDE, SUPERVISOR, AUDITOR, ADMIN = Role.GUIDE, Role.SUPERVISOR, Role.AUDITOR, Role.ADMIN
MANAGER, CABINET = Role.MANAGER, Role.CABINET
COURIER = Role.COURIER  # logs in at cabinets alone, where a grant stands for a token
NUMBERS = of(KIOSK, GATEWAY, GUIDE, SUPERVISOR)
CHOICES = NUMBERS | {CLERK}  # a clerk at the own window only
STAFF = of(CLERK, GUIDE, SUPERVISOR)
PUBLIC = None  # carries its own proof, or tells nothing that is not public

TABLE: dict[str, frozenset[Role] | None] = {
    # the hall
    "GET /api/v1/hall": ALL,
    "GET /api/v1/rule": ALL,
    "POST /api/v1/clock": ALL,  # on a hall with a steered clock only
    "POST /api/v1/hall/closing": of(SUPERVISOR),
    "POST /api/v1/notices": of(SUPERVISOR),
    "POST /api/v1/notices/{notice_id}/end": of(SUPERVISOR),
    "GET /api/v1/supervision": of(SUPERVISOR),
    "GET /api/v1/waiting": of(SUPERVISOR),
    "GET /api/v1/figures/today": of(SUPERVISOR, MANAGER, AUDITOR, ADMIN),
    "GET /api/v1/ratings/today": of(SUPERVISOR, AUDITOR),
    "GET /api/v1/follow-ups": of(SUPERVISOR),
    "POST /api/v1/follow-ups/{follow_up_id}/{act}": of(SUPERVISOR),
    "POST /api/v1/calls/{call_id}/spoken": of(WALL),
    "GET /api/v1/messages": of(SUPERVISOR),
    "GET /api/v1/messages/dead-letters": of(SUPERVISOR),
    "POST /api/v1/messages/dead-letters/again": of(SUPERVISOR),
    "POST /api/v1/messages/{message_id}/again": of(SUPERVISOR),
    "POST /hooks/{partner}": PUBLIC,  # signed by the partner
    "GET /api/v1/devices/health": of(SUPERVISOR, ADMIN),
    "POST /api/v1/devices/health": of(KIOSK, COUNTER, STATION, WALL, PAD, TERMINAL, CABINET),
    # people
    "POST /api/v1/enrolments": PUBLIC,
    "POST /api/v1/admin-sessions": PUBLIC,
    "POST /api/v1/reading-sessions": PUBLIC,
    "DELETE /api/v1/reading-sessions/current": of(MANAGER),
    "POST /api/v1/enrolment-codes": of(ADMIN),
    "POST /api/v1/clerks/{number}/password": of(ADMIN),
    "POST /api/v1/clerks/{number}/card": of(ADMIN),
    "POST /api/v1/revocations": of(ADMIN),
    "POST /api/v1/staff-cards/check": of(KIOSK, COUNTER, TERMINAL),
    "POST /api/v1/sessions": of(COUNTER),
    "DELETE /api/v1/sessions/current": STAFF,
    "GET /api/v1/sessions/current/shift": of(CLERK, SUPERVISOR),
    # windows: a clerk, a station and a pad at their own
    "GET /api/v1/windows/{window}": ALL - {KIOSK, GATEWAY},
    "POST /api/v1/windows/{window}/{action}": of(CLERK, STATION, SUPERVISOR),
    "POST /api/v1/windows/{window}/finish-part": of(CLERK, SUPERVISOR),
    "POST /api/v1/windows/{window}/pause": of(CLERK, STATION, TERMINAL, SUPERVISOR),
    "POST /api/v1/windows/{window}/hold": of(CLERK, STATION, SUPERVISOR),
    "POST /api/v1/windows/{window}/note": of(CLERK, SUPERVISOR),
    "POST /api/v1/windows/{window}/transfer": of(CLERK, SUPERVISOR),
    "POST /api/v1/windows/{window}/profile": of(SUPERVISOR),
    "POST /api/v1/windows/{window}/call-ticket": of(SUPERVISOR),
    "POST /api/v1/windows/{window}/emergency-close": of(SUPERVISOR),
    "POST /api/v1/windows/{window}/terminal": of(TERMINAL, SUPERVISOR),
    "POST /api/v1/windows/{window}/tap": of(TERMINAL),
    "POST /api/v1/windows/{window}/leave": of(TERMINAL),
    "POST /api/v1/windows/{window}/rating": of(PAD, STATION),
    "POST /api/v1/windows/{window}/rating/skip": of(PAD, STATION),
    # numbers
    "POST /api/v1/tickets": NUMBERS,
    "POST /api/v1/tickets/preview": NUMBERS,
    "POST /api/v1/tickets/search": of(KIOSK, GUIDE, SUPERVISOR),
    "POST /api/v1/codes/reading": of(KIOSK, TERMINAL, CLERK, GUIDE, SUPERVISOR),
    "GET /api/v1/tickets/{ticket_id}": CHOICES,
    "GET /api/v1/tickets/{ticket_id}/explanation": CHOICES,
    "POST /api/v1/tickets/{ticket_id}/conversion": CHOICES,
    "POST /api/v1/tickets/{ticket_id}/errands": CHOICES,
    "POST /api/v1/tickets/{ticket_id}/estimates": CHOICES,
    "POST /api/v1/tickets/{ticket_id}/deferral": CHOICES,
    "POST /api/v1/tickets/{ticket_id}/return": CHOICES,
    "POST /api/v1/tickets/{ticket_id}/arrival": CHOICES,
    "POST /api/v1/tickets/{ticket_id}/cancellation": CHOICES,
    "POST /api/v1/tickets/{ticket_id}/result": STAFF | {GATEWAY},
    "POST /api/v1/tickets/{ticket_id}/priority": STAFF,
    "POST /api/v1/tickets/{ticket_id}/appointment": STAFF,
    "POST /api/v1/tickets/{ticket_id}/delivery": of(KIOSK, GUIDE, SUPERVISOR),
    "POST /api/v1/tickets/{ticket_id}/claims": of(KIOSK, GUIDE, SUPERVISOR),
    "POST /api/v1/tickets/{ticket_id}/rating": of(KIOSK),
    # appointments, cases and matters
    "GET /api/v1/slots": CHOICES,
    "POST /api/v1/appointments": CHOICES,
    "POST /api/v1/appointments/search": CHOICES,
    "POST /api/v1/appointments/{reference}/cancellation": CHOICES,
    "POST /api/v1/appointments/{reference}/rebooking": CHOICES,
    "POST /api/v1/appointments/import": of(GATEWAY, SUPERVISOR, ADMIN),
    "POST /api/v1/cases": STAFF | {GATEWAY},
    "POST /api/v1/cases/search": CHOICES,
    "POST /api/v1/cases/{code}/ready": STAFF | {GATEWAY},
    "POST /api/v1/cases/{code}/handed-over": STAFF | {GATEWAY},
    "POST /api/v1/cases/{code}/place": STAFF | {GATEWAY},
    "POST /api/v1/cases/{code}/keeping": STAFF,
    "POST /api/v1/cases/{code}/returned": STAFF,
    "GET /api/v1/cases/{code}/receipts/{kind}": STAFF,
    "GET /api/v1/cases/{code}/history": STAFF,
    "POST /api/v1/cases/{code}/receipts": STAFF,
    "POST /api/v1/cases/list": STAFF,
    "POST /api/v1/cases/import": of(GATEWAY, SUPERVISOR, ADMIN),
    # cabinets, each for itself
    "POST /api/v1/cabinets/{cabinet}/proofs": of(CABINET),
    "POST /api/v1/cabinets/{cabinet}/staff": of(CABINET),
    "POST /api/v1/cabinets/{cabinet}/deposits": of(CABINET),
    "POST /api/v1/cabinets/{cabinet}/collections": of(CABINET),
    "POST /api/v1/cabinets/{cabinet}/removals": of(CABINET, SUPERVISOR),
    "POST /api/v1/cabinets/{cabinet}/inspections": of(CABINET, SUPERVISOR),
    "POST /api/v1/cabinets/{cabinet}/doors": of(CABINET),
    "POST /api/v1/cabinets/{cabinet}/doors/{door}/service": of(SUPERVISOR),
    "POST /api/v1/proof-locks/lifting": of(SUPERVISOR),
    "POST /api/v1/unlockings/{unlocking_id}/failure": of(CABINET),
    "POST /api/v1/unlockings/{unlocking_id}/finding": of(CABINET, SUPERVISOR),
    "POST /api/v1/unlockings/{unlocking_id}/receipt": of(CABINET),
    "POST /api/v1/unlockings/{unlocking_id}/receipt/printed": of(CABINET),
    "GET /api/v1/matters": CHOICES | {COUNTER, TERMINAL},
    "GET /api/v1/matters/{code}": CHOICES | {COUNTER, TERMINAL},
}
OPEN_TO_ALL = re.compile(
    r"(GET|POST) /public/.+|GET /(h|m/\{code\}|t/\{reference\}|(phone|managers|schema)(/.+)?)"
)

VALUES = {
    "action": "recall",
    "act": "contact",
    "number": "1001",
    "code": "C-1",
    "reference": "A" * 12,
    "cabinet": "L1",
    "kind": "acceptance",
}
UNIT = {"ticket_class": "accept", "category": "trade"}
AT_WINDOWS = {
    "POST /api/v1/windows/{window}/finish-part": {},
    "POST /api/v1/windows/{window}/pause": {"reason": "lunch"},
    "POST /api/v1/windows/{window}/hold": {"reason": "copy"},
    "POST /api/v1/windows/{window}/note": {"text": "copy is missing"},
    "POST /api/v1/windows/{window}/transfer": {"to_window": 1},
    "POST /api/v1/windows/{window}/tap": {"reference": "A" * 12, "secret": "guess"},
    "POST /api/v1/windows/{window}/rating": {"ticket_id": 1, "level": 5, "channel": "pad"},
    "POST /api/v1/windows/{window}/rating/skip": {"ticket_id": 1},
}
OF_NUMBERS = {
    "POST /api/v1/tickets/{ticket_id}/conversion": UNIT,
    "POST /api/v1/tickets/{ticket_id}/errands": {"errand": UNIT},
    "POST /api/v1/tickets/{ticket_id}/estimates": UNIT,
    "POST /api/v1/tickets/{ticket_id}/result": {"case": "C-1"},
    "POST /api/v1/tickets/{ticket_id}/priority": {"kind": "disability"},
    "POST /api/v1/tickets/{ticket_id}/appointment": {**UNIT, "starts_at_ms": 0},
}
BOUND = of(CLERK, COUNTER, PAD, STATION, TERMINAL)
FAR_WINDOW, FAR_TERMINAL = 4, 14


@dataclass(frozen=True)
class House:
    """The bearer token of each role; all that are bound to a window are to 1, the terminal to 13."""

    http: httpx.AsyncClient
    tokens: dict[str, str]
    number: int

    async def ask(self, route: str, role: str, window: int = 1, body: object = None) -> httpx.Response:
        method, path = route.split(" ")
        values = {**VALUES, "window": str(window), "ticket_id": str(self.number)}
        path = re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], "1"), path)
        headers = {"Idempotency-Key": f"{role}-{abs(hash((route, window)))}"}
        if role in self.tokens:
            headers["Authorization"] = f"Bearer {self.tokens[role]}"
        return await self.http.request(method, path, json=body, headers=headers)

    async def routes(self) -> set[str]:
        document = (await self.http.get("/schema/openapi.json")).json()
        return {
            f"{method.upper()} {path}"
            for path, item in document["paths"].items()
            for method in item
            if method in {"get", "post", "put", "patch", "delete"}
        }


@pytest.fixture
async def house(hall, connect) -> AsyncIterator[House]:
    tls = pinned(hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=hall.url, verify=tls) as http:
        kiosk = await connect(KIOSK)
        tokens = {
            role: (await connect(role, *windows)).credential.token
            for role, *windows in ((KIOSK,), (WALL,), (PAD, 1), (COUNTER, 1))
        }
        for role, *windows in ((STATION, 1), (TERMINAL, 13), (GATEWAY,), (AUDITOR,)):
            tokens[role] = (await hall.enrol(role, f"{role} of the walk", *windows)).token
        tokens[CABINET] = (await hall.enrol(CABINET, "L1")).token
        for role, number in ((CLERK, "1001"), (GUIDE, "2001"), (SUPERVISOR, "9001")):
            await hall.administer(lambda server, of=number: server.set_password(of, PASSWORD))
            session = {"clerk": number, "password": PASSWORD, "window": 1 if role is CLERK else None}
            tokens[role] = await _begin(http, "/api/v1/sessions", session, tokens[COUNTER])
        tokens[ADMIN] = await _begin(http, "/api/v1/admin-sessions", {"secret": hall.secret})
        reading = {"number": "9001", "password": PASSWORD}
        tokens[MANAGER] = await _begin(http, "/api/v1/reading-sessions", reading)
        ticket = await kiosk.take_number(accept(1))
        yield House(http, tokens, ticket.ticket_id)


async def _begin(http: httpx.AsyncClient, path: str, body: dict[str, object], device: str = "") -> str:
    headers = {"Idempotency-Key": f"begin-{path}-{body}"[:60]}
    if device:
        headers["Authorization"] = f"Bearer {device}"
    answer = await http.post(path, json=body, headers=headers)
    assert answer.is_success, answer.text
    return str(answer.json()["token"])


async def test_every_route_has_its_row_and_every_row_its_route(house: House) -> None:
    routes = await house.routes()
    assert len(routes) > 80
    named = {route for route in routes if not OPEN_TO_ALL.fullmatch(route)}
    assert named == set(TABLE)


async def test_every_role_does_what_its_row_says_and_nothing_else(house: House) -> None:
    """Nothing is sent along, so what is allowed ends at the missing body, or in what the hall is like."""
    assert set(house.tokens) == ALL
    ended_last = sorted(TABLE, key=lambda route: route.startswith("DELETE"))
    found: dict[str, set[str]] = {}
    for route in ended_last:
        may = found.setdefault(route, set())
        for role in house.tokens:
            answer = await house.ask(route, role, 13 if role is TERMINAL else 1)
            if answer.status_code != 401 and answer.text.find('"forbidden"') < 0:
                may.add(role)
        answer = await house.ask(route, NOBODY)
        assert (answer.status_code == 401) is (TABLE[route] is not PUBLIC), route
    expected = {route: set(roles) for route, roles in TABLE.items() if roles is not PUBLIC}
    assert {route: may for route, may in found.items() if route in expected} == expected


async def test_who_is_bound_to_a_window_acts_at_no_other(house: House) -> None:
    at_windows = [(route, roles) for route, roles in TABLE.items() if roles and "{window}" in route]
    tried = [(route, role) for route, roles in at_windows for role in BOUND & roles]
    assert {role for _, role in tried} == BOUND
    for route, role in tried:
        far = FAR_TERMINAL if role is TERMINAL else FAR_WINDOW
        answer = await house.ask(route, role, far, AT_WINDOWS.get(route))
        assert answer.json()["code"] == "not-your-window", (route, role)


async def test_a_clerk_does_nothing_with_a_number_that_is_not_at_the_own_window(house: House) -> None:
    tried = 0
    for route, roles in TABLE.items():
        if "/tickets/{ticket_id}" not in route or roles is PUBLIC or CLERK not in roles:
            continue
        answer = await house.ask(route, CLERK, body=OF_NUMBERS.get(route))
        assert answer.json()["code"] == "not-your-number", route
        tried += 1
    assert tried == 12
