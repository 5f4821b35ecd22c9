"""A visit is rated afterwards, at a kiosk, until the day ends; the first rating of a service stands."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from queue_core.app.opening import SteeredClock
from queue_core.client import HallClient, HallRefused
from queue_core.hall.data_folder import DataFolder
from queue_core.hall.founding import found
from queue_core.wire.messages import LogIn, Rate
from queue_core.wire.words import RatingChannel, Role, TicketClass, WindowAction
from tests.integration.hall.conftest import PASSWORD, HallInThread, accept

PAIHAO = Path(sys.executable).with_name("paihao")
NINE = int(datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Shanghai")).timestamp() * 1000)
HOUR_MS = 3_600_000


class Morning:
    """A hall whose clock stands at nine, with a kiosk, a counter and a pad at window 1."""

    def __init__(self, hall: HallInThread, kiosk: HallClient, counter: HallClient, pad: HallClient) -> None:
        self.hall, self.kiosk, self.counter, self.pad = hall, kiosk, counter, pad

    async def serve(self) -> int:
        """Take, call, serve and finish one number at window 1; its id."""
        ticket = await self.kiosk.take_number(accept(1))
        for act in (WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH):
            await self.counter.act(1, act)
        return ticket.ticket_id

    def later(self, ms: int) -> None:
        self.hall.clock.steer(self.hall.clock() + ms)


@pytest.fixture
async def morning(tmp_path: Path, settings):
    folder = DataFolder(tmp_path / "hall")
    hall = HallInThread(folder, settings, found(folder, settings), clock=SteeredClock(NINE))
    hall.start()
    await hall.administer(lambda server: server.set_password("1001", PASSWORD))
    async with (
        HallClient(await hall.enrol(Role.KIOSK, "K1")) as kiosk,
        HallClient(await hall.enrol(Role.COUNTER, "C1", 1)) as counter,
        HallClient(await hall.enrol(Role.PAD, "P1", 1)) as pad,
    ):
        await counter.log_in(LogIn(clerk="1001", password=PASSWORD, window=1))
        await counter.act(1, WindowAction.OPEN)
        yield Morning(hall, kiosk, counter, pad)
    await hall.end_administration()
    await asyncio.to_thread(hall.stop)


async def refusal(asked) -> str:
    with pytest.raises(HallRefused) as caught:
        await asked
    return caught.value.code


def pads(ticket_id: int, level: int = 5) -> Rate:
    return Rate(ticket_id=ticket_id, level=level, channel=RatingChannel.PAD)


async def test_a_visit_is_rated_at_the_kiosk_hours_later_and_the_audit_agrees(morning, tmp_path) -> None:
    ticket_id = await morning.serve()
    assert (await morning.kiosk.ticket(ticket_id)).may_rate
    morning.later(3 * HOUR_MS)
    assert await refusal(morning.pad.rate(1, pads(ticket_id))) == "rating-closed"
    rated = await morning.kiosk.rate_visit(ticket_id, 2, key="the-same-key")
    assert (rated.may_rate, rated.served_at) == (False, 1)
    assert (await morning.kiosk.rate_visit(ticket_id, 2, key="the-same-key")).may_rate is False
    assert await refusal(morning.kiosk.rate_visit(ticket_id, 5)) == "already-rated"
    audited = await asyncio.create_subprocess_exec(PAIHAO, "audit", tmp_path / "hall" / "journal.db")
    assert await audited.wait() == 0


async def test_the_pad_asks_no_more_when_the_visitor_was_quicker_elsewhere(morning) -> None:
    ticket_id = await morning.serve()
    assert (await morning.counter.window(1)).rating is not None
    await morning.kiosk.rate_visit(ticket_id, 4)
    assert (await morning.counter.window(1)).rating is None
    assert await refusal(morning.pad.rate(1, pads(ticket_id))) == "already-rated"


async def test_what_the_pad_took_stands(morning) -> None:
    ticket_id = await morning.serve()
    await morning.pad.rate(1, pads(ticket_id, 5))
    assert not (await morning.kiosk.ticket(ticket_id)).may_rate
    assert await refusal(morning.kiosk.rate_visit(ticket_id, 1)) == "already-rated"


async def test_nothing_is_rated_before_a_service_or_beyond_five_levels(morning) -> None:
    waiting = await morning.kiosk.take_number(accept(2))
    assert not waiting.may_rate
    assert await refusal(morning.kiosk.rate_visit(waiting.ticket_id, 5)) == "not-served-yet"
    assert await refusal(morning.kiosk.rate_visit(99, 5)) == "no-such-ticket"
    for act in (WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH):
        await morning.counter.act(1, act)
    assert await refusal(morning.kiosk.rate_visit(waiting.ticket_id, 6)) == "no-such-level"


async def test_a_rating_survives_a_restart_and_ends_with_the_day(morning) -> None:
    first = await morning.serve()
    await morning.kiosk.rate_visit(first, 3)
    second = await morning.serve()
    await asyncio.to_thread(morning.hall.stop)
    morning.hall.start()
    found = {each.ticket_id: each.may_rate for each in await morning.kiosk.tickets_of(accept(1).holder)}
    assert found == {first: False, second: True}
    morning.later(24 * HOUR_MS)
    assert await refusal(morning.kiosk.rate_visit(second, 5)) == "no-such-ticket"


async def test_only_a_kiosk_rates_a_visit_so(morning) -> None:
    ticket_id = await morning.serve()
    for other in (morning.counter, morning.pad):
        assert await refusal(other.rate_visit(ticket_id, 5)) == "forbidden"
    wrong = Rate(ticket_id=ticket_id, level=5, channel=RatingChannel.KIOSK)
    assert await refusal(morning.pad.rate(1, wrong)) == "wrong-channel"
    assert (await morning.kiosk.ticket(ticket_id)).ticket_class is TicketClass.ACCEPT
