"""Today's figures from a running server: those of `paihao report day`, for those who may read them."""

import ssl

import httpx
import msgspec
import pytest

from queue_core.app.opening import JOURNAL
from queue_core.relay.roads import ROADS
from queue_core.reports.days import day_report
from queue_core.reports.hall_names import targets_of
from queue_core.wire.figures import DayFigures
from queue_core.wire.messages import LogIn, ReadingSession
from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import PASSWORD, accept


def browser(hall):
    trusted = ssl.create_default_context(cadata=hall.folder.certificate.read_text())
    trusted.check_hostname = False
    return httpx.AsyncClient(base_url=hall.url, verify=trusted)


def staff(settings, role):
    return next(clerk.number for clerk in settings.clerks if clerk.role == role)


async def log_in(web, number, password=PASSWORD):
    said = {"number": number, "password": password}
    return await web.post("/api/v1/reading-sessions", json=said, headers={"Idempotency-Key": "a" * 16})


@pytest.fixture
async def reader(hall, settings):
    """A browser logged in as the supervisor."""
    number = staff(settings, "supervisor")
    await hall.administer(lambda server: server.set_password(number, PASSWORD))
    async with browser(hall) as web:
        answer = await log_in(web, number)
        assert answer.status_code == 201
        session = msgspec.json.decode(answer.content, type=ReadingSession)
        web.headers["Authorization"] = f"Bearer {session.token}"
        yield web


async def figures(web):
    answer = await web.get("/api/v1/figures/today")
    assert answer.status_code == 200
    return msgspec.json.decode(answer.content, type=DayFigures)


async def some_hours(connect, clerk_at):
    kiosk = await connect(Role.KIOSK)
    for serial in range(5):
        await kiosk.take_number(accept(serial))
    counter = await clerk_at(1)
    for act in ("open", "call-next", "recall", "start", "finish", "call-next"):
        await counter.act(1, WindowAction(act))
    return counter


async def test_the_live_figures_are_those_of_the_report(hall, connect, clerk_at, reader):
    await some_hours(connect, clerk_at)
    live = await figures(reader)
    assert (live.totals.taken, live.totals.calls, live.totals.recalls, live.totals.finished) == (5, 2, 1, 1)
    assert live.totals.waiting == 3
    assert live == day_report(hall.folder.path / JOURNAL, targets=targets_of(hall.settings))


async def test_a_restart_loses_none_of_today(hall, connect, clerk_at, reader, settings):
    await some_hours(connect, clerk_at)
    before = await figures(reader)
    hall.stop()
    hall.start()
    async with browser(hall) as web:
        answer = await log_in(web, staff(settings, "supervisor"))
        web.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        again = await figures(web)
    assert again.totals == before.totals
    assert again.flow == before.flow
    assert again == day_report(hall.folder.path / JOURNAL, targets=targets_of(hall.settings))


async def test_who_has_the_figures_already_is_told_that_nothing_changed(reader):
    first = await reader.get("/api/v1/figures/today")
    again = await reader.get("/api/v1/figures/today", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert first.headers["Cache-Control"] == "private, no-store"


async def test_reading_the_figures_ends_no_session_at_a_counter(hall, connect, reader, settings):
    number = staff(settings, "supervisor")
    counter = await connect(Role.COUNTER, 1)
    await counter.log_in(LogIn(clerk=number, password=PASSWORD))
    async with browser(hall) as web:
        assert (await log_in(web, number)).status_code == 201
    assert await counter.hall()
    assert (await reader.get("/api/v1/figures/today")).status_code == 200


async def test_a_reading_session_changes_nothing(reader):
    answer = await reader.post(
        "/api/v1/hall/closing", json={"reason": "day-ended"}, headers={"Idempotency-Key": "b" * 16}
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


async def test_a_clerk_may_not_read_figures(hall):
    async with browser(hall) as web:
        answer = await log_in(web, "1001")
        assert (answer.status_code, answer.json()["code"]) == (403, "figures-not-for-you")


async def test_nobody_reads_figures_without_a_session(hall):
    async with browser(hall) as web:
        assert (await web.get("/api/v1/figures/today")).status_code == 401


async def test_a_session_is_over_when_its_reader_logs_out(reader):
    key = {"Idempotency-Key": "c" * 16}
    assert (await reader.delete("/api/v1/reading-sessions/current", headers=key)).status_code == 204
    assert (await reader.get("/api/v1/figures/today")).status_code == 401


async def test_guessing_a_password_is_slowed_down(hall, settings):
    number = staff(settings, "supervisor")
    async with browser(hall) as web:
        codes = [(await log_in(web, number, "not this one")).status_code for _ in range(6)]
    assert codes == [401] * 5 + [429]


async def test_the_managers_page_is_served_with_a_strict_policy_and_loads_nothing_from_elsewhere(hall):
    async with browser(hall) as web:
        page = await web.get("/managers")
        script = await web.get("/managers/page.js")
        strange = await web.get("/managers/..%2fsamples.py")
    assert page.headers["Content-Type"].startswith("text/html")
    assert page.headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert script.headers["Content-Type"].startswith("text/javascript")
    assert strange.status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/managers", "/managers/page.js", "/api/v1/figures/today", "/api/v1/reading-sessions", "/metrics"],
)
def test_the_public_road_leads_to_no_figures(path):
    assert not [road for road in ROADS if road.path.fullmatch(path)]
