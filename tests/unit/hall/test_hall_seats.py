"""Who sits at which window: taking over, moving, coming back, and what is refused."""

from collections.abc import AsyncIterator, Awaitable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from queue_core.app import BusinessDays, ErrandAsked, NumberWanted, SteeredClock, open_hall
from queue_core.config import load
from queue_core.domain.commands import CallNext, FinishService, OpenWindow, StartService
from queue_core.domain.refusals import Refusal
from queue_core.domain.rules import Unit
from queue_core.domain.words import TicketClass
from queue_core.hall.errors import Denied
from queue_core.hall.hall_rules import rules
from queue_core.hall.principal import Principal
from queue_core.hall.seats import AT_WORK_S, Seats
from queue_core.hall.settings import HallSettings
from queue_core.hall.tokens import Tokens
from queue_core.store.accounts import Accounts, ClerkSession
from queue_core.wire.words import Role

DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"
TOKENS = Tokens(b"k" * 32)
TRADE = NumberWanted(errands=(ErrandAsked(unit=Unit("trade", TicketClass.CONSULT)),))


class House:
    """A hall with its seats, on a clock that only the test moves."""

    def __init__(self, hall, accounts: Accounts) -> None:
        self.hall = hall
        self.accounts = accounts
        self.now_s = 100.0
        self.ended: list[bytes] = []
        self.acts = 0
        self.seats = Seats(
            accounts=accounts,
            tokens=TOKENS,
            hall=hall,
            ended=self.ended.append,
            clock=lambda: self.now_s,
        )

    async def sit(self, clerk: str, window: int | None, *, takes_over: bool = False) -> str:
        self.acts += 1
        session = ClerkSession(clerk=clerk, window=window, day="today")
        return await self.seats.sit(session, takes_over=takes_over, key=f"log-in-{self.acts:04}")

    async def do(self, command):
        self.acts += 1
        return await self.hall.execute(command, key=f"act-{self.acts:08}", actor="test")

    async def serve(self, window: int) -> None:
        await self.do(TRADE)
        await self.do(CallNext(window=window))
        await self.do(StartService(window=window))

    async def clerk_of(self, window: int) -> str | None:
        return await self.hall.read(lambda day: day.windows[window].clerk)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    calendar = BusinessDays(ZoneInfo("Asia/Shanghai"))
    clock = SteeredClock(1_800_000_000_000)
    hall = open_hall(tmp_path / "hall", rules(load(DEMO, HallSettings)), calendar=calendar, clock=clock)
    accounts = Accounts.open(tmp_path / "accounts.db")
    yield House(hall, accounts)
    accounts.close()
    hall.close()


async def refused(asked: Awaitable[object]) -> str:
    with pytest.raises((Denied, Refusal)) as found:
        await asked
    return found.value.code


async def test_a_window_is_taken_over_with_what_is_in_hand_and_the_service_is_the_new_clerk_s(house) -> None:
    old = await house.sit("1001", 5)
    await house.do(OpenWindow(window=5, clerk="1001"))
    await house.serve(5)
    assert await refused(house.sit("1002", 5)) == "window-taken"
    await house.sit("1002", 5, takes_over=True)
    assert house.ended == [TOKENS.hash(old)]
    assert await house.clerk_of(5) == "1002"
    await house.do(FinishService(window=5))
    (sitting,) = await house.hall.read(lambda day: day.tickets[1].sittings)
    assert (sitting.window, sitting.clerk) == (5, "1002")


async def test_nobody_takes_a_window_from_under_a_clerk_s_hands(house) -> None:
    token = await house.sit("1001", 5)
    await house.do(OpenWindow(window=5, clerk="1001"))
    clerk = Principal(role=Role.CLERK, name="1001", windows=(5,), token_hash=TOKENS.hash(token))
    house.seats.acted(clerk)
    assert await refused(house.sit("1002", 5, takes_over=True)) == "clerk-at-work"
    assert await house.clerk_of(5) == "1001"
    house.now_s += AT_WORK_S
    await house.sit("1002", 5, takes_over=True)
    assert await house.clerk_of(5) == "1002"


async def test_who_logs_in_again_goes_on_where_the_counter_stood(house) -> None:
    first = await house.sit("1001", 5)
    await house.do(OpenWindow(window=5, clerk="1001"))
    await house.serve(5)
    again = await house.sit("1001", 5)
    assert again != first
    assert house.ended == [TOKENS.hash(first)]
    session = house.accounts.session(TOKENS.hash(again))
    assert session is not None
    assert session.window == 5
    assert await house.hall.read(lambda day: (day.windows[5].clerk, day.windows[5].ticket_id)) == ("1001", 1)


async def test_a_clerk_moves_to_another_window_only_when_told_to_and_when_nobody_is_served(house) -> None:
    await house.sit("1001", 5)
    await house.do(OpenWindow(window=5, clerk="1001"))
    assert await refused(house.sit("1001", 6)) == "clerk-elsewhere"
    await house.serve(5)
    assert await refused(house.sit("1001", 6, takes_over=True)) == "window-busy"
    await house.do(FinishService(window=5))
    await house.sit("1001", 6, takes_over=True)
    assert await house.clerk_of(5) is None


async def test_who_may_not_take_the_other_window_over_keeps_the_own_one(house) -> None:
    await house.sit("1001", 5)
    await house.do(OpenWindow(window=5, clerk="1001"))
    token = await house.sit("1002", 6)
    await house.do(OpenWindow(window=6, clerk="1002"))
    house.seats.acted(Principal(role=Role.CLERK, name="1002", windows=(6,), token_hash=TOKENS.hash(token)))
    assert await refused(house.sit("1001", 6, takes_over=True)) == "clerk-at-work"
    assert (await house.clerk_of(5), await house.clerk_of(6)) == ("1001", "1002")
    house.now_s += AT_WORK_S
    await house.sit("1001", 6, takes_over=True)
    assert (await house.clerk_of(5), await house.clerk_of(6)) == (None, "1001")


async def test_a_closed_window_s_seat_is_anybody_s(house) -> None:
    first = await house.sit("1001", 5)
    await house.sit("1002", 5)
    assert house.ended == [TOKENS.hash(first)]


async def test_supervisors_sit_at_no_window_and_stand_up_from_none(house) -> None:
    token = await house.sit("9001", None)
    clerk = Principal(role=Role.SUPERVISOR, name="9001", windows=(), token_hash=TOKENS.hash(token))
    await house.seats.stand_up(clerk, "leave-0001")
    assert house.accounts.session(TOKENS.hash(token)) is None
