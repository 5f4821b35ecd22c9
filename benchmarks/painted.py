"""From a clerk's request until the frame with the number is on a wall, in a great hall with all connected.

One server, 120 counters with their clerks logged in, 120 pads and 20 walls, all over TLS. One of the walls is
`paihao wall` as it runs, which says by its stage when the frame was given to the screen (an offscreen one:
the picture is drawn by the processor). Another only notes when the call has come in there: so far it is the
server's work, from there on the wall's. The rest are other computers in a hall, and a `crowd` here.
"""

import asyncio
import contextlib
import json
import os
import subprocess
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.crowd import Screens, crowd
from benchmarks.durability.house import CATEGORY, PAIHAO, PASSWORD, House, Newcomer
from benchmarks.figures import Figures, median_of
from benchmarks.listening import News, listen
from benchmarks.ratios import Ratio, over_rounds
from queue_core.client import HallClient
from queue_core.client.credential import pinned
from queue_core.wire.messages import LogIn, TakeNumber
from queue_core.wire.words import Role, TicketClass, WindowAction
from sim.story.waiting import wait_until

WINDOWS, WALLS = 120, 20
GOAL_MS = 100.0
_WARM_UP = 5
_WITHIN_S = 60.0
_AT_ONCE = 2  # a password's hash takes a core
_PAINTED = {"op": "wait", "name": "number", "painted": True, "within_s": 30}
_MEASURED = ("wall-nr-0", "wall-nr-1")
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
        took = asyncio.run(_calls(house, stage, calls))
    figures.add(median_of(_NAME, took.painted, target=GOAL_MS))
    figures.add(median_of("call: clerk's request → at a wall, in the same run", took.sent))
    figures.add(median_of("call: clerk's request → reply, in the same run", took.replied))
    figures.ratios += _ratios(took.painted, took.replied)


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


@dataclass(slots=True)
class _Took:
    """Milliseconds from each clerk's request, without those of the warm-up."""

    replied: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)

    def forget(self) -> None:
        for each in (self.replied, self.sent, self.painted):
            each.clear()


async def _calls(house: House, stage: Path, calls: int) -> _Took:
    took = _Took()
    async with _clerks(house) as clerks, HallClient(house.credentials[Role.KIOSK]) as kiosk:
        with crowd(_others(house, clerks)):
            reader, writer = await asyncio.open_unix_connection(stage)
            news = News(1)
            credential = house.others["wall-nr-1"]
            trust = pinned(credential.certificate)
            wall = await listen(credential.server, trust, credential.token, news.heard)
            await news.all()
            for nth in range(calls + _WARM_UP):
                if nth == _WARM_UP:
                    took.forget()
                window = nth % WINDOWS + 1
                taken = await kiosk.take_number(
                    TakeNumber(ticket_class=TicketClass.CONSULT, category=CATEGORY), key=f"painted-{nth:06}"
                )
                await asyncio.sleep(0.05)  # the stir of the new number is over; a clerk is no quicker
                writer.write(json.dumps(_PAINTED | {"text": taken.number}).encode() + b"\n")
                await writer.drain()
                begun_ns = time.monotonic_ns()
                await clerks[window].act(window, WindowAction.CALL_NEXT)
                took.replied.append((time.monotonic_ns() - begun_ns) / 1e6)
                told = json.loads(await reader.readline())
                if not told["ok"]:
                    raise RuntimeError(told["error"])
                took.painted.append((told["painted_ns"] - begun_ns) / 1e6)
                await news.all()
                took.sent.append((news.last_ns - begun_ns) / 1e6)
                for action in (WindowAction.START, WindowAction.FINISH):
                    await clerks[window].act(window, action)
            writer.close()
            wall.close()
    return took


@contextlib.asynccontextmanager
async def _clerks(house: House) -> AsyncIterator[dict[int, HallClient]]:
    """Logged in, their windows open, by window."""
    async with AsyncExitStack() as stack:
        clerks = {
            window: await stack.enter_async_context(
                HallClient(house.others[f"counter-at-{window}"], deadline_s=60)
            )
            for window in range(1, WINDOWS + 1)
        }
        gate = asyncio.Semaphore(_AT_ONCE)

        async def seat(window: int) -> None:
            async with gate:
                wanted = LogIn(clerk=f"100{window}", password=PASSWORD, window=window)
                await clerks[window].log_in(wanted)
                await clerks[window].act(window, WindowAction.OPEN)

        await asyncio.gather(*map(seat, clerks))
        yield clerks


def _others(house: House, clerks: Mapping[int, HallClient]) -> Screens:
    """All but two walls, that which paints and that which only hears; each counter listens as its clerk."""
    tokens = [clerk.session.token for clerk in clerks.values() if clerk.session is not None]
    for name, credential in house.others.items():
        if credential.role is Role.PAD or (credential.role is Role.WALL and name not in _MEASURED):
            tokens.append(credential.token)
    wall = house.credentials[Role.WALL]
    return Screens(server=wall.server, certificate=wall.certificate, tokens=tuple(tokens))
