"""Ratings with labels, skipped, with proof, late by the link; what low ones lead to; and today's rates."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
from msgspec.structs import replace

from queue_core.app.opening import SteeredClock
from queue_core.client import HallClient, HallRefused
from queue_core.client.credential import pinned
from queue_core.client.staff import StaffClient
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.hall.settings import HallSettings
from queue_core.hall.settings_rating import RatingEntry
from queue_core.wire.messages import LogIn, Rate
from queue_core.wire.ratings import CallBack, FollowUpAct, FollowUpStage
from queue_core.wire.words import RatingChannel, Role, WindowAction
from tests.integration.hall.conftest import PASSWORD, HallInThread, accept

PAIHAO = Path(sys.executable).with_name("paihao")
# A Monday; the hall of these tests is open on working days.
NINE = int(datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp() * 1000)
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
SECOND_MS = 1000


class House:
    """A hall whose clock stands until it is moved; a kiosk, a clerk and a pad at window 1, a supervisor."""

    def __init__(self, hall: HallInThread) -> None:
        self.hall = hall
        self.kiosk: HallClient
        self.clerk: StaffClient
        self.pad: HallClient
        self.supervisor: StaffClient
        self.phone: httpx.AsyncClient
        self.served = 0

    async def serve(self, seconds: int = 300) -> tuple[int, str]:
        """Take, call, serve and finish one number at window 1: its id and its link."""
        self.served += 1
        ticket = await self.kiosk.take_number(accept(self.served))
        await self.clerk.act(1, WindowAction.CALL_NEXT)
        await self.clerk.act(1, WindowAction.START)
        self.later(seconds * SECOND_MS)
        await self.clerk.act(1, WindowAction.FINISH)
        return ticket.ticket_id, ticket.status_url

    def later(self, ms: int) -> None:
        self.hall.clock.steer(self.hall.clock() + ms)

    async def look(self, link: str) -> httpx.Response:
        return await self.phone.get(f"/public/tickets/{self._reference(link)}")

    async def rate_by_phone(self, link: str, level: int, *labels: str, key: str = "") -> httpx.Response:
        return await self.phone.post(
            f"/public/tickets/{self._reference(link)}/rating",
            json={"level": level, "secret": link.partition("#")[2], "labels": labels},
            headers={"Idempotency-Key": key or f"phone-{level}-{self.hall.clock()}"},
        )

    def _reference(self, link: str) -> str:
        return link.partition("#")[0].rsplit("/", 1)[1]


def rating_with(settings: HallSettings, **fields: object) -> HallSettings:
    return settings.model_copy(update={"rating": RatingEntry(**fields)})


@pytest.fixture
async def house_by(tmp_path: Path, settings: HallSettings):
    """Opens such a hall, by other settings than the demo's where wanted."""
    opened = []

    async def open_house(wanted: HallSettings = settings) -> House:
        folder = DataFolder(tmp_path / "hall")
        hall = HallInThread(folder, wanted, found(folder, wanted), clock=SteeredClock(NINE))
        hall.start()
        house = House(hall)
        opened.append(house)
        for who in ("1001", "9001"):
            await hall.administer(lambda server, who=who: server.set_password(who, PASSWORD))
        house.kiosk = HallClient(await hall.enrol(Role.KIOSK, "K1"))
        house.pad = HallClient(await hall.enrol(Role.PAD, "P1", 1))
        house.clerk = StaffClient(await hall.enrol(Role.COUNTER, "C1", 1))
        house.supervisor = StaffClient(await hall.enrol(Role.COUNTER, "C9", 9))
        tls = pinned(folder.certificate.read_text())
        house.phone = httpx.AsyncClient(base_url=hall.url, verify=tls)
        await begin(house)
        return house

    yield open_house
    for house in opened:
        for client in (house.kiosk, house.pad, house.clerk, house.supervisor):
            await client.close()
        await house.phone.aclose()
        await house.hall.end_administration()
        await asyncio.to_thread(house.hall.stop)


async def begin(house: House) -> None:
    """A working day begins: the supervisor is there, the clerk sits down at window 1."""
    await house.kiosk.hall()  # sessions begin in the day that has come
    for each in (house.clerk, house.supervisor):
        await each.forget_session()
    await house.supervisor.log_in(LogIn(clerk="9001", password=PASSWORD))
    await house.clerk.log_in(LogIn(clerk="1001", password=PASSWORD, window=1))
    await house.clerk.act(1, WindowAction.OPEN)


async def refusal(asked) -> str:
    with pytest.raises(HallRefused) as caught:
        await asked
    return caught.value.code


def pads(ticket_id: int, level: int = 5, *labels: str) -> Rate:
    return Rate(ticket_id=ticket_id, level=level, channel=RatingChannel.PAD, labels=labels)


async def audited(house: House) -> int:
    process = await asyncio.create_subprocess_exec(
        PAIHAO, "audit", house.hall.folder.path / "journal.db", stdout=asyncio.subprocess.DEVNULL
    )
    return await process.wait()


async def test_a_pad_sends_labels_and_knows_language_and_labels_of_the_hall(house_by) -> None:
    house = await house_by()
    ticket_id, _ = await house.serve()
    asked = (await house.pad.window(1)).rating
    assert (asked.ticket_id, asked.language) == (ticket_id, "zh-CN")
    assert asked.until_ms == house.hall.clock() + 30 * SECOND_MS
    labels = (await house.pad.hall()).rating.labels
    low = [each for each in labels if 1 in each.levels]
    assert low
    assert all({"zh-CN", "zh-Hant", "en"} == set(each.names) for each in labels)
    assert await refusal(house.pad.rate(1, pads(ticket_id, 1, "no-such"))) == "no-such-label"
    assert await refusal(house.pad.rate(1, pads(ticket_id, 5, low[0].code))) == "no-such-label"
    twice = (low[0].code, low[0].code)
    assert await refusal(house.pad.rate(1, pads(ticket_id, 1, *twice))) == "no-such-label"
    await house.pad.rate(1, pads(ticket_id, 1, low[0].code, low[1].code))
    (follow_up,) = await house.supervisor.follow_ups()
    assert follow_up.labels == (low[0].code, low[1].code)
    assert (await house.phone.get("/public/rating")).json()["labels"][0]["code"] == labels[0].code


async def test_a_skip_ends_the_question_at_the_pad_and_leaves_the_phone(house_by) -> None:
    house = await house_by()
    ticket_id, link = await house.serve()
    assert (await house.pad.skip_rating(1, ticket_id, key="skip-once")).rating is None
    assert (await house.pad.skip_rating(1, ticket_id, key="skip-twice")).rating is None
    assert await refusal(house.pad.rate(1, pads(ticket_id))) == "rating-closed"
    assert (await house.look(link)).json()["may_rate"] is True
    assert (await house.rate_by_phone(link, 4)).json()["rated"] == 4
    assert await refusal(house.clerk.skip_rating(1, ticket_id)) == "forbidden"
    today = await house.supervisor.ratings_today()
    assert (today.hall.invited, today.hall.rated, today.hall.skipped) == (1, 1, 0)
    assert await audited(house) == 0


async def test_where_proof_is_needed_only_ticket_card_and_phone_count(house_by, settings) -> None:
    house = await house_by(rating_with(settings, needs_proof=True))
    first, link = await house.serve()
    assert (await house.pad.hall()).rating.needs_proof
    assert await refusal(house.pad.rate(1, pads(first))) == "proof-required"
    assert (await house.rate_by_phone(link, 5)).status_code == 200
    second, _ = await house.serve()
    assert not (await house.kiosk.rate_visit(second, 4)).may_rate
    assert await audited(house) == 0


async def test_a_past_visit_is_rated_by_its_link_for_seven_days_and_once(house_by) -> None:
    house = await house_by()
    (_, first), (_, second), (_, third) = [await house.serve() for _ in range(3)]
    await house.rate_by_phone(first, 5)
    house.later(DAY_MS)
    await begin(house)
    seen = (await house.look(second)).json()
    assert (seen["visited_on"], seen["served_at"], seen["may_rate"]) == ("2026-11-23", 1, True)
    assert {seen["number"], *seen["hall_names"].values()}
    assert (await house.look(first)).json()["rated"] == 5
    assert (await house.rate_by_phone(first, 1)).json()["code"] == "already-rated"
    rated = await house.rate_by_phone(second, 2, "long-wait", key="second-late")
    assert (rated.status_code, rated.json()["rated"], rated.json()["may_rate"]) == (200, 2, False)
    assert (await house.rate_by_phone(second, 2, "long-wait", key="second-late")).status_code == 200
    assert (await house.rate_by_phone(second, 5, key="second-again")).json()["code"] == "already-rated"
    (follow_up,) = await house.supervisor.follow_ups()
    assert (follow_up.visited_on, follow_up.clerk, follow_up.channel) == (
        "2026-11-23",
        "1001",
        RatingChannel.LINK,
    )
    today = await house.supervisor.ratings_today()
    assert (today.day, today.hall.invited, today.late_of_before) == ("2026-11-24", 0, 1)
    house.later(7 * DAY_MS)
    expired = await house.look(third)
    assert (expired.status_code, expired.json()["code"]) == (410, "rating-expired")
    assert expired.json()["said"]["zh-CN"]
    assert (await house.rate_by_phone(third, 5)).json()["code"] == "rating-expired"
    assert await audited(house) == 0


async def test_a_link_is_worth_nothing_without_its_secret_or_a_service(house_by) -> None:
    house = await house_by()
    _, link = await house.serve()
    waiting = await house.kiosk.take_number(accept(50))
    house.later(DAY_MS)
    await begin(house)
    assert (await house.rate_by_phone(f"{link}x", 5)).json()["code"] == "wrong-holder-secret"
    assert (await house.look(waiting.status_url)).json()["code"] == "no-such-ticket"
    assert (await house.rate_by_phone(waiting.status_url, 5)).json()["code"] == "no-such-visit"


async def test_a_link_is_used_once_also_across_a_restart(house_by) -> None:
    house = await house_by()
    _, link = await house.serve()
    house.later(DAY_MS)
    assert (await house.rate_by_phone(link, 3)).status_code == 200
    await asyncio.to_thread(house.hall.stop)
    house.hall.start()
    assert (await house.rate_by_phone(link, 5)).json()["code"] == "already-rated"
    house.later(DAY_MS)
    assert (await house.rate_by_phone(link, 5)).json()["code"] == "already-rated"
    assert (await house.look(link)).json()["rated"] == 3


async def test_many_at_once_by_link_leave_one_rating(house_by) -> None:
    house = await house_by()
    _, link = await house.serve()
    house.later(DAY_MS)
    answers = await asyncio.gather(
        *(house.rate_by_phone(link, level, key=f"at-once-{level}") for level in range(1, 6))
    )
    assert sorted(each.status_code for each in answers) == [200, 409, 409, 409, 409]


async def test_a_low_rating_is_followed_up_to_its_end(house_by) -> None:
    house = await house_by()
    ticket_id, _ = await house.serve()
    await house.pad.rate(1, pads(ticket_id, 1))
    (opened,) = await house.supervisor.follow_ups()
    assert (opened.stage, opened.due_on, opened.is_overdue) == (FollowUpStage.CONTACT, "2026-11-30", False)
    assert (opened.ticket_id, opened.window, opened.clerk_display_name) == (ticket_id, 1, "林晓岚")
    known, act = opened.follow_up_id, house.supervisor.act_on_follow_up
    assert await refusal(act(known, FollowUpAct.VERIFY)) == "wrong-stage"
    await act(known, FollowUpAct.CONTACT, note="Said that the form was not explained.")
    house.later(8 * DAY_MS)
    await begin(house)
    assert (await house.supervisor.follow_ups())[0].is_overdue
    for each in (FollowUpAct.VERIFY, FollowUpAct.RECTIFY, FollowUpAct.ANSWER):
        await act(known, each)
    assert await refusal(act(known, FollowUpAct.REVIEW)) == "result-needed"
    again = await act(known, FollowUpAct.REDO, result=CallBack.NOT_SATISFIED, note="Not answered.")
    assert (again.stage, again.is_redone, again.due_on) == (FollowUpStage.RECTIFY, True, "2026-12-08")
    await act(known, FollowUpAct.RECTIFY)
    await act(known, FollowUpAct.ANSWER)
    assert await refusal(act(known, FollowUpAct.REDO, result=CallBack.NOT_REACHED)) == "redone-already"
    closed = await act(known, FollowUpAct.REVIEW, result=CallBack.SATISFIED)
    assert (closed.stage, closed.result, closed.is_overdue) == (
        FollowUpStage.CLOSED,
        CallBack.SATISFIED,
        False,
    )
    assert [each.act for each in closed.steps][:1] == [FollowUpAct.CONTACT]
    assert closed.steps[0].note == "Said that the form was not explained."
    assert {each.supervisor for each in closed.steps} == {"9001"}
    assert [each.is_overdue for each in await house.supervisor.follow_ups()] == [False]
    house.later(DAY_MS)
    await begin(house)
    assert await house.supervisor.follow_ups() == ()
    assert await refusal(act(known, FollowUpAct.CONTACT)) == "no-such-follow-up"
    assert await audited(house) == 0
    journal = (house.hall.folder.path / "journal.db").read_bytes()
    assert b"form was not explained" not in journal


async def test_only_a_supervisor_sees_and_does_follow_ups(house_by) -> None:
    house = await house_by()
    for other in (house.clerk,):
        assert await refusal(other.follow_ups()) == "forbidden"
        assert await refusal(other.ratings_today()) == "forbidden"
        assert await refusal(other.act_on_follow_up(1, FollowUpAct.CONTACT)) == "forbidden"
    auditor = StaffClient(await house.hall.enrol(Role.AUDITOR, "A1"))
    async with auditor:
        assert (await auditor.ratings_today()).hall.invited == 0
        assert await refusal(auditor.follow_ups()) == "forbidden"


async def test_the_supervisor_sees_rates_beside_flags_and_pad_against_phone(house_by) -> None:
    house = await house_by()
    for level in (5, 5, 4):
        ticket_id, _ = await house.serve()
        house.later(5 * SECOND_MS)
        await house.pad.rate(1, pads(ticket_id, level))
    hasty, _ = await house.serve(seconds=3)
    await house.pad.rate(1, pads(hasty, 5))
    _, link = await house.serve()
    await house.rate_by_phone(link, 2)
    await house.serve()
    today = await house.supervisor.ratings_today()
    assert (today.hall.invited, today.hall.rated, today.hall.levels) == (6, 5, (0, 1, 0, 1, 3))
    (window,) = today.windows
    assert (window.at_window, window.elsewhere) == ((0, 0, 0, 1, 3), (0, 1, 0, 0, 0))
    assert {(flag.rule, flag.clerk, flag.ticket_ids) for flag in today.flags} == {
        ("at-once", "1001", (hasty,)),
        ("empty-seat", "1001", (hasty,)),
    }
    assert (today.follow_ups_open, today.follow_ups_overdue) == (1, 0)


async def test_a_phone_left_with_the_number_is_kept_for_the_link_and_nowhere_in_clear(house_by) -> None:
    house = await house_by()
    assert await refusal(house.kiosk.take_number(replace(accept(1), phone="138"))) == "phone-wrong"
    ticket = await house.kiosk.take_number(replace(accept(1), phone="138 0013 8000"))
    for action in (WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH):
        await house.clerk.act(1, action)
    journal = house.hall.folder.path / "journal.db"
    with closing(sqlite3.connect(journal)) as looking:
        rows = looking.execute("SELECT kind, params FROM outbox").fetchall()
    assert [kind for kind, _ in rows] == ["called", "rating_link"]
    assert ticket.status_url.partition("#")[2] not in repr(rows)
    written = b"".join(each.read_bytes() for each in journal.parent.glob("journal.db*"))
    assert b"13800138000" not in written
