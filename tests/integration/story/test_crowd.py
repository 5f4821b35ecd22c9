"""A crowd on the real interface: nobody lost, nobody called twice, every display told of every call."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from sim.crowd.administrator import Administrator
from sim.crowd.citizens import crowd_of_citizens
from sim.crowd.clerks import Clerk
from sim.crowd.displays import Display
from sim.crowd.hall_api import Credential, HallApi, Refusal
from sim.story.founding import found_hall
from sim.story.keeper import Keeper
from sim.story.programs import WorkFolder, environment, start_server

HALL = Path(__file__).parents[3] / "halls/demo.toml"
CITIZENS, AT_ONCE, WINDOWS = 60, 12, (1, 2, 3)
pytestmark = pytest.mark.timeout(60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    nobody: Credential
    admin_secret: str


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    keeper, work = Keeper(tmp_path, environment(headless=True)), WorkFolder(root=tmp_path)
    admin_secret = found_hall(keeper, HALL, work)
    server = start_server(keeper, HALL, work)
    certificate = (work.data / "certificate.pem").read_text()
    yield Hall(
        nobody=Credential(server=server, role="", token="", certificate=certificate),
        admin_secret=admin_secret,
    )
    assert keeper.stop("server") == 0


async def test_a_crowd_is_served_by_three_windows_at_once_and_nobody_twice(hall: Hall) -> None:
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(HallApi(hall.nobody))
        administrator = await Administrator.begin(api, hall.admin_secret)
        kiosk = await stack.enter_async_context(HallApi(await administrator.enrol("kiosk", "K1")))
        wall = await administrator.enrol("wall", "W1")
        displays = [await stack.enter_async_context(Display.watching(wall)) for _ in range(2)]
        clerks = []
        for window in WINDOWS:
            counter = HallApi(await administrator.enrol("counter", f"C{window}", [window]))
            number = f"100{window}"
            clerk = await Clerk.log_in(
                await stack.enter_async_context(counter),
                clerk=number,
                password=await administrator.give_password(number),
                window=window,
            )
            await clerk.do("open")
            clerks.append(clerk)

        taken = await crowd_of_citizens(
            kiosk, "registration", citizens=CITIZENS, at_once=AT_ONCE, within_s=30
        )
        served = await asyncio.gather(*(clerk.serve(tickets=CITIZENS) for clerk in clerks))

        numbers = sorted(ticket.number for ticket in taken)
        assert numbers == [f"{nth:03}" for nth in range(1, CITIZENS + 1)]
        assert sum(served) == CITIZENS
        for display in displays:
            for number in numbers:
                await display.heard(number)
            assert sorted(number for number, nth in display.heard_at) == numbers
            assert display.missed == 0


async def test_a_number_sent_twice_is_issued_once(hall: Hall) -> None:
    async with HallApi(hall.nobody) as api:
        administrator = await Administrator.begin(api, hall.admin_secret)
        async with HallApi(await administrator.enrol("kiosk", "K1")) as kiosk:
            body = {"ticket_class": "consult", "category": "trade"}
            answers = await asyncio.gather(
                *(kiosk.post("/api/v1/tickets", body, key="the-same-touch") for _ in range(5))
            )
            assert len({answer["number"] for answer in answers}) == 1
            with pytest.raises(Refusal, match="idempotency"):
                await kiosk.post("/api/v1/tickets", body | {"category": "business"}, key="the-same-touch")
