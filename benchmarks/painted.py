"""From a clerk's request until the frame with the number is on a wall, in a great hall with all connected.

One server, 120 counters with their clerks logged in, 120 pads and 20 walls, all over TLS. One of the walls is
`paihao wall` as it runs, which says by its stage when the frame was given to the screen (an offscreen one:
the picture is drawn by the processor). The others follow with the same client, and learn as a wall does.
"""

import asyncio
import contextlib
import json
import os
import subprocess
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

from benchmarks.durability.house import CATEGORY, PAIHAO, PASSWORD, House, Newcomer
from benchmarks.figures import Figures, median_of
from benchmarks.ratios import Ratio, over_rounds
from display.wall.flow import WallState, learn
from queue_core.client import HallClient
from queue_core.wire.messages import LogIn, TakeNumber
from queue_core.wire.stream import Snapshot
from queue_core.wire.words import Role, TicketClass, WindowAction
from sim.story.waiting import wait_until

WINDOWS, WALLS = 120, 20
GOAL_MS = 100.0
_WARM_UP = 5
_WITHIN_S = 60.0
_AT_ONCE = 2  # a password's hash takes a core
_NAME = "call: clerk's request → frame with the number on the wall"


def measure_painted(figures: Figures, place: Path, *, calls: int) -> None:
    """Raises RuntimeError or TimeoutError when somebody does not come up."""
    windows = range(1, WINDOWS + 1)
    house = House.found(place / "house", windows=windows, newcomers=_newcomers())
    with ExitStack() as stack:
        stack.callback(house.close)
        house.start()
        stage = place / "wall.stage"
        stack.callback(_end, _wall(house, place, stage))
        wait_until(stage.exists, within_s=_WITHIN_S, what="the wall is up")
        painted_ms, replied_ms = asyncio.run(_calls(house, stage, calls))
    figures.add(median_of(_NAME, painted_ms, target=GOAL_MS))
    figures.add(median_of("call: clerk's request → reply, in the same run", replied_ms))
    figures.ratios += _ratios(painted_ms, replied_ms)


def _ratios(painted_ms: Sequence[float], replied_ms: Sequence[float]) -> list[Ratio]:
    p99 = sorted(painted_ms)[max(0, -(-len(painted_ms) * 99 // 100) - 1)]
    crowd = f"{WALLS} walls, {WINDOWS} counters and {WINDOWS} pads connected"
    return [
        over_rounds(
            "call to wall painted p99 / 100 ms",
            "native",
            f"clerk's request until the wall has painted the number, 99 of 100; {crowd}",
            [(p99, GOAL_MS)],
            units=("ms", "ms"),
            goal=1,
            at_most=True,
        ),
        over_rounds(
            "call to wall painted / reply",
            "native",
            "the same, half of them, against the server's reply to the clerk",
            list(zip(painted_ms, replied_ms, strict=True)),
            units=("ms", "ms"),
        ),
    ]


def _newcomers() -> list[Newcomer]:
    bound = [
        Newcomer(name=f"{role}-at-{window}", role=role, windows=(window,))
        for role in (Role.COUNTER, Role.PAD)
        for window in range(1, WINDOWS + 1)
    ]
    return [*bound, *(Newcomer(name=f"wall-nr-{nth}", role=Role.WALL) for nth in range(WALLS))]


def _wall(house: House, place: Path, stage: Path) -> "subprocess.Popen[bytes]":
    house.others["wall-nr-0"].save(place / "wall.json")
    configuration = place / "wall.toml"
    configuration.write_text('credential = "wall.json"\n[voice]\nspeaker = ""\n')
    with (place / "wall.log").open("wb") as log:
        return subprocess.Popen(
            [*PAIHAO, "wall", "--config", str(configuration), "--stage", str(stage)],
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            stdout=log,
            stderr=log,
        )


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(_WITHIN_S)


async def _calls(house: House, stage: Path, calls: int) -> tuple[list[float], list[float]]:
    """Milliseconds from each request to its frame, and to its reply; those of the warm-up left out."""
    painted_ms, replied_ms = [], []
    async with _crowd(house) as clerks, HallClient(house.credentials[Role.KIOSK]) as kiosk:
        reader, writer = await asyncio.open_unix_connection(stage)
        for nth in range(calls + _WARM_UP):
            window = nth % WINDOWS + 1
            taken = await kiosk.take_number(
                TakeNumber(ticket_class=TicketClass.CONSULT, category=CATEGORY), key=f"painted-{nth:06}"
            )
            await asyncio.sleep(0.05)  # the stir of the new number is over; a clerk is no quicker
            asked = {"op": "wait", "name": "number", "text": taken.number, "painted": True, "within_s": 30}
            writer.write(json.dumps(asked).encode() + b"\n")
            await writer.drain()
            begun_ns = time.monotonic_ns()
            await clerks[window].act(window, WindowAction.CALL_NEXT)
            replied_ms.append((time.monotonic_ns() - begun_ns) / 1e6)
            told = json.loads(await reader.readline())
            if not told["ok"]:
                raise RuntimeError(told["error"])
            painted_ms.append((told["painted_ns"] - begun_ns) / 1e6)
            for action in (WindowAction.START, WindowAction.FINISH):
                await clerks[window].act(window, action)
        writer.close()
    return painted_ms[_WARM_UP:], replied_ms[_WARM_UP:]


@contextlib.asynccontextmanager
async def _crowd(house: House) -> AsyncIterator[dict[int, HallClient]]:
    """All clients have had their first picture; the clerks, whose windows are open, by window."""
    async with AsyncExitStack() as stack:
        clients = {
            name: await stack.enter_async_context(HallClient(credential, deadline_s=60))
            for name, credential in house.others.items()
            if name != "wall-nr-0"
        }
        clerks = {window: clients[f"counter-at-{window}"] for window in range(1, WINDOWS + 1)}
        gate = asyncio.Semaphore(_AT_ONCE)

        async def seat(window: int) -> None:
            async with gate:
                wanted = LogIn(clerk=f"100{window}", password=PASSWORD, window=window)
                await clerks[window].log_in(wanted)
                await clerks[window].act(window, WindowAction.OPEN)

        await asyncio.gather(*map(seat, clerks))
        there = asyncio.Semaphore(0)
        following = [asyncio.create_task(_follow(client, there)) for client in clients.values()]
        try:
            async with asyncio.timeout(_WITHIN_S):
                for _ in following:
                    await there.acquire()
            yield clerks
        finally:
            for task in following:
                task.cancel()
            await asyncio.gather(*following, return_exceptions=True)


async def _follow(client: HallClient, there: asyncio.Semaphore) -> None:
    state, is_there = WallState(), False
    async with contextlib.aclosing(client.follow()) as updates:
        async for update in updates:
            state = learn(state, update, 0)
            if isinstance(update, Snapshot) and not is_there:
                is_there = True
                there.release()
