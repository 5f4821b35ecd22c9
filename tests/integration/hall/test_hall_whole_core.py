"""A training day of the demo hall over HTTP: each act of a number's life once, and the audit of it all."""

import asyncio
import itertools
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest

from queue_core.app.opening import SteeredClock
from queue_core.client.credential import pinned
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.wire.words import Role
from tests.integration.hall.conftest import PASSWORD, HallInThread, id_number

PAIHAO = Path(sys.executable).with_name("paihao")
NINE = int(datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp() * 1000)
MINUTE_MS = 60_000
LANGUAGES = {"zh-CN", "zh-Hant", "en"}


def person(serial: int) -> dict[str, str]:
    return {"name": f"测试{serial}", "id_number": id_number(serial), "card": "resident_id"}


def wanted(ticket_class: str, category: str = "registration", serial: int | None = None, **more: object):
    holder = {} if serial is None else {"holder": person(serial)}
    return {"ticket_class": ticket_class, "category": category} | holder | more


def phone_of(ticket: dict) -> tuple[str, dict[str, str]]:
    """The path of a number for phones, and the secret of its link."""
    return f"/public/tickets/{ticket['reference']}", {"secret": ticket["status_url"].partition("#")[2]}


class Day:
    """The hall, and a token of everybody in it. Each act has a key of its own."""

    def __init__(self, hall: HallInThread, http: httpx.AsyncClient) -> None:
        self.hall = hall
        self._http = http
        self._tokens: dict[str, str] = {}
        self._keys = itertools.count(1)
        self.now_ms = NINE

    async def furnish(self) -> None:
        for device, role, windows in (
            ("kiosk", Role.KIOSK, ()),
            ("counter", Role.COUNTER, ()),
            ("gateway", Role.GATEWAY, ()),
            ("terminal", Role.TERMINAL, (13,)),
        ):
            self._tokens[device] = (await self.hall.enrol(role, device, *windows)).token
        for name, number, window in (("guide", "2001", None), ("supervisor", "9001", None), *CLERKS):
            await self.hall.administer(lambda server, number=number: server.set_password(number, PASSWORD))
            body = {"clerk": number, "password": PASSWORD, "window": window}
            self._tokens[name] = (await self.post("counter", "/api/v1/sessions", body))["token"]

    async def post(self, who: str | None, path: str, body: object = None) -> dict:
        answer = await self.ask(who, path, body)
        assert answer.is_success, (path, answer.text)
        return answer.json() if answer.content else {}

    async def refused(self, who: str | None, path: str, body: object = None) -> str:
        answer = await self.ask(who, path, body)
        assert set(answer.json()["said"]) == LANGUAGES
        return answer.json()["code"]

    async def ask(self, who: str | None, path: str, body: object = None) -> httpx.Response:
        headers = {"Idempotency-Key": f"act-{next(self._keys):04}"}
        if who is not None:
            headers["Authorization"] = f"Bearer {self._tokens[who]}"
        return await self._http.post(path, json=body, headers=headers)

    async def get(self, who: str | None, path: str) -> dict:
        headers = {} if who is None else {"Authorization": f"Bearer {self._tokens[who]}"}
        answer = await self._http.get(path, headers=headers)
        assert answer.is_success, (path, answer.text)
        return answer.json()

    async def later(self, minutes: float) -> None:
        self.now_ms += int(minutes * MINUTE_MS)
        await self.post("kiosk", "/api/v1/clock", {"now_ms": self.now_ms})

    async def take(self, who: str, *of: object, **more: object) -> dict:
        """A number that reached its holder, on paper or, taken elsewhere, on the phone."""
        taken = await self.post(who, "/api/v1/tickets", wanted(*of, **more))
        if who == "gateway":
            path, secret = phone_of(taken)
            await self.post(None, f"{path}/hold", secret)
        else:
            path = f"/api/v1/tickets/{taken['ticket_id']}/delivery"
            await self.post(who, path, {"outcome": "printed"})
        return taken

    async def at(self, window: int, act: str, body: object = None, who: str | None = None) -> dict:
        return await self.post(who or f"clerk {window}", f"/api/v1/windows/{window}/{act}", body)

    async def state(self, ticket: dict) -> str:
        return (await self.get("kiosk", f"/api/v1/tickets/{ticket['ticket_id']}"))["state"]

    async def serve(self, window: int) -> dict:
        """Call the next number at a window, serve it to its end."""
        for act in ("call-next", "start"):
            called = await self.at(window, act)
        await self.at(window, "finish")
        return called["ticket"]


CLERKS = (("clerk 1", "1001", 1), ("clerk 4", "1004", 4), ("clerk 10", "1005", 10))


@pytest.fixture
async def day(tmp_path: Path, settings) -> AsyncIterator[Day]:
    folder = DataFolder(tmp_path / "hall")
    hall = HallInThread(folder, settings, found(folder, settings), clock=SteeredClock(NINE))
    hall.start()
    tls = pinned(folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=hall.url, verify=tls, timeout=20) as http:
        day = Day(hall, http)
        await day.furnish()
        yield day
    await hall.end_administration()
    await asyncio.to_thread(hall.stop)


@pytest.fixture
def require_right_journal(tmp_path: Path) -> Callable[[], None]:
    """Export the journal beside the running server, and audit what was exported."""

    def require() -> None:
        journal = tmp_path / "journal.jsonl"
        for command in (
            ("journal", "export", journal, "--data", tmp_path / "hall"),
            ("audit", journal),
        ):
            done = subprocess.run([PAIHAO, *command], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr

    return require


async def case(day: Day, code: str, serial: int) -> None:
    told = {"code": code, "category": "registration", "holder": person(serial), "is_ready": True}
    assert (await day.post("gateway", "/api/v1/cases", told))["state"] == "ready"


async def test_a_terminal_calls_by_itself_and_nobody_is_lost_when_it_breaks(
    day: Day, require_right_journal
) -> None:
    terminal = "/api/v1/windows/13"
    assert (await day.get("terminal", terminal))["state"] == "free"
    for serial in (1, 2, 3):
        await case(day, f"C-{serial}", serial)
    first, second, third = [await day.take("kiosk", "pickup", serial=serial) for serial in (1, 2, 3)]
    tapped = [{"reference": each["reference"]} | phone_of(each)[1] for each in (first, second, third)]

    called = await day.get("terminal", terminal)
    assert (called["state"], called["ticket"]["number"], called["ticket"]["holder"]) == (
        "called",
        first["number"],
        None,
    )
    assert called["ticket"]["no_show_from_ms"] == NINE + MINUTE_MS
    assert await day.refused("terminal", f"{terminal}/tap", tapped[1]) == "not-its-turn"
    guess = tapped[0] | {"secret": "guess"}
    assert await day.refused("terminal", f"{terminal}/tap", guess) == "wrong-holder-secret"
    assert (await day.at(13, "tap", tapped[0], "terminal"))["state"] == "serving"

    # Whoever leaves makes room for the next, who is called at once and lets a minute pass.
    assert (await day.at(13, "leave", who="terminal"))["ticket"]["number"] == second["number"]
    await day.later(1.1)
    assert await day.state(second) == "absent"
    assert (await day.get("terminal", terminal))["ticket"]["number"] == third["number"]

    broken = await day.at(13, "pause", {"reason": "paper jam"}, "terminal")
    assert (broken["state"], broken["pause"], broken["ticket"]) == ("paused", "paper jam", None)
    await day.later(2)
    assert await day.state(third) == "waiting"
    await day.at(10, "open")
    assert (await day.serve(10))["number"] == third["number"]

    assert (await day.at(13, "terminal", who="terminal"))["state"] == "free"
    phone, proof = phone_of(second)
    back = await day.post(None, f"{phone}/return", proof)
    assert (back["number"], back["state"], back["window"]) == (second["number"], "called", 13)
    require_right_journal()


@pytest.fixture
async def open_day(day: Day) -> Day:
    for window in (1, 4, 10):
        assert (await day.at(window, "open"))["state"] == "free"
    await day.later(1)  # waits are thought over when time goes on
    return day


async def test_a_number_is_converted_by_phone_held_handed_back_and_sent_on(
    open_day: Day, require_right_journal
) -> None:
    day = open_day
    await day.take("kiosk", "consult", "construction")
    mine = await day.take("kiosk", "accept", "construction", serial=10)
    phone, proof = phone_of(mine)
    prospect = await day.post(None, f"{phone}/estimates", wanted("consult", "construction") | proof)
    assert (prospect["ahead_now"], prospect["ahead"], prospect["keeps_appointment"]) == (1, 1, True)
    assert 0 < prospect["estimate"]["p50_s"] <= prospect["estimate"]["p90_s"]
    converted = await day.post(None, f"{phone}/conversion", wanted("consult", "construction") | proof)
    assert (converted["number"], converted["ticket_class"]) == (mine["number"], "consult")
    await day.serve(4)
    told = await day.get(None, f"{phone}/explanation")
    assert [each["reason"] for each in told["before"]] == ["earlier"]
    assert set(told["before"][0]["said"]) == LANGUAGES

    # Papers are missing: the same window keeps the number, and takes it first when it is back.
    assert (await day.at(4, "call-next"))["ticket"]["number"] == mine["number"]
    await day.at(4, "start")
    assert (await day.at(4, "hold", {"reason": "back at 2026-11-23 10:30"}))["ticket"] is None
    await day.take("kiosk", "consult", "construction")
    await day.later(3)
    returned = await day.post(None, f"{phone}/return", proof)
    assert returned["state"] == "waiting"
    handed_back = await day.at(4, "call-next")
    assert (handed_back["ticket"]["number"], handed_back["ticket"]["holds"]) == (mine["number"], 1)
    await day.at(4, "start")

    # To another category, then to one window; the place stays.
    await day.at(4, "transfer", {"ticket_class": "accept", "category": "registration"})
    assert (await day.at(1, "call-next"))["ticket"]["number"] == mine["number"]
    await day.at(1, "start")
    assert await day.refused("clerk 1", "/api/v1/windows/1/transfer", {"to_window": 3}) == "window-closed"
    await day.at(3, "open", who="supervisor")
    assert (await day.at(1, "transfer", {"to_window": 3}))["ticket"] is None
    assert (await day.get("kiosk", f"/api/v1/tickets/{mine['ticket_id']}"))["windows"] == [3]
    assert (await day.at(3, "call-next", who="supervisor"))["ticket"]["number"] == mine["number"]
    for act in ("start", "finish"):
        await day.at(3, act, who="supervisor")
    await day.at(3, "close", who="supervisor")
    require_right_journal()


async def test_several_matters_on_one_number_end_in_a_result_on_the_same_day(
    open_day: Day, require_right_journal
) -> None:
    day = open_day
    several = await day.take(
        "kiosk",
        "accept",
        serial=11,
        items=3,
        further=[wanted("consult", "construction"), wanted("consult", "business")],
    )
    assert [each["items"] for each in several["errands"]] == [3, 1, 1]
    first = await day.at(1, "call-next")
    assert (first["ticket"]["number"], first["ticket"]["in_hand"]) == (several["number"], [0, 2])
    await day.at(1, "start")
    rest = await day.post("clerk 1", "/api/v1/windows/1/finish-part", {"unfinished": [2]})
    assert rest["state"] == "free"
    assert await day.state(several) == "waiting"
    await day.at(1, "call-next")
    for act in ("start", "finish"):
        await day.at(1, act)
    waiting_on = await day.get("kiosk", f"/api/v1/tickets/{several['ticket_id']}")
    assert [each["is_done"] for each in waiting_on["errands"]] == [True, False, True]
    await day.serve(4)
    assert await day.state(several) == "finished"
    await case(day, "C-11", 11)
    ready = await day.post("gateway", f"/api/v1/tickets/{several['ticket_id']}/result", {"case": "C-11"})
    assert (ready["state"], ready["errands"][-1]["ticket_class"]) in {
        ("waiting", "pickup"),
        ("called", "pickup"),
    }
    require_right_journal()


async def test_a_remote_number_counts_when_its_holder_arrives_and_a_supervisor_calls_another_for_a_reason(
    open_day: Day, require_right_journal
) -> None:
    day = open_day
    remote = await day.take("gateway", "accept", serial=12, is_remote=True)
    assert remote["state"] == "remote"
    await day.later(5)
    arrived = await day.post("kiosk", f"/api/v1/tickets/{remote['ticket_id']}/arrival")
    assert arrived["state"] == "waiting"
    late = await day.take("guide", "accept", priority="disability")
    assert late["priority"] == "disability"
    last = await day.take("kiosk", "accept", serial=13)
    asked = {"ticket_id": last["ticket_id"], "reason": "heart trouble, the doctor is here"}
    assert await day.refused("supervisor", "/api/v1/windows/1/call-ticket", asked | {"reason": " "}) == (
        "reason-needed"
    )
    for private in ("call 13800138000", "call \uff11\uff13\uff18 0013 8000", "is 440106-19850101-0011"):
        told = asked | {"reason": private}
        assert await day.refused("supervisor", "/api/v1/windows/1/call-ticket", told) == "reason-personal"
    assert await day.refused("clerk 1", "/api/v1/windows/1/call-ticket", asked) == "forbidden"
    overriding = await day.at(1, "call-ticket", asked, "supervisor")
    assert overriding["ticket"]["number"] == last["number"]
    told = await day.get("kiosk", f"/api/v1/tickets/{remote['ticket_id']}/explanation")
    assert (told["before"][0]["reason"], told["before"][0]["text"]) == ("override", asked["reason"])
    assert asked["reason"] in told["before"][0]["said"]["en"]
    for act in ("start", "finish"):
        await day.at(1, act)
    assert (await day.serve(1))["number"] == late["number"]
    assert (await day.serve(1))["number"] == remote["number"]

    closed = await day.post("supervisor", "/api/v1/hall/closing", {"reason": "day-ended"})
    assert closed["is_closed"]
    require_right_journal()
