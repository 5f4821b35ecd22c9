"""From a clerk's press until the loudspeaker of a silent zone is heard: hall, stream, voice, sound system.

The sound system is PulseAudio with an output that is recorded. With a tone before calls, that is what is
heard first; the words follow when it has sounded.
"""

import asyncio
import os
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

from benchmarks.durability.house import CATEGORY, PAIHAO, PASSWORD, WINDOWS, House
from benchmarks.figures import Figures, median_of
from queue_core.client import HallClient
from queue_core.wire.messages import LogIn, TakeNumber
from queue_core.wire.words import Role, TicketClass, WindowAction
from sim.rig.sound import NullSink

GOAL_MS = 400
_WITHIN_S = 30.0
_LOOK_EVERY_S = 0.005
_WINDOW = WINDOWS[0]
_SPOKEN = "SELECT count(*) FROM events WHERE kind = 'call-spoken'"


def measure_voice(figures: Figures, house: House, place: Path, *, calls: int) -> None:
    """The house stands still before and after."""
    with ExitStack() as stack:
        house.start()
        stack.callback(house.stop)
        sink = stack.enter_context(NullSink())
        stack.callback(_end, _voice(house, place, sink))
        took_ms = asyncio.run(_calls(house, sink, calls))
    name = "call: clerk's press → heard over the speaker of a silent zone"
    figures.add(median_of(name, took_ms, target=GOAL_MS))


def _voice(house: House, place: Path, sink: NullSink) -> "subprocess.Popen[bytes]":
    place.mkdir(parents=True)
    house.credentials[Role.WALL].save(place / "voice.json")
    configuration = place / "voice.toml"
    configuration.write_text(
        f'credential = "voice.json"\nchime = false\n[[zones]]\nspeaker = "{sink.address}"\n'
    )
    with (place / "voice.log").open("wb") as log:
        return subprocess.Popen(
            [*PAIHAO, "voice", "--config", str(configuration)],
            env=os.environ | sink.environment,
            stdout=log,
            stderr=log,
        )


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(_WITHIN_S)


async def _calls(house: House, sink: NullSink, calls: int) -> list[float]:
    """The first call waits until the voice is up, and is not counted."""
    took_ms = []
    async with (
        HallClient(house.credentials[Role.KIOSK]) as kiosk,
        HallClient(house.credentials[Role.COUNTER]) as clerk,
    ):
        await clerk.log_in(LogIn(clerk=f"100{_WINDOW}", password=PASSWORD, window=_WINDOW))
        await clerk.act(_WINDOW, WindowAction.OPEN)
        for nth in range(calls + 1):
            await kiosk.take_number(TakeNumber(ticket_class=TicketClass.CONSULT, category=CATEGORY))
            sink.forget()
            begun = time.perf_counter()
            await clerk.act(_WINDOW, WindowAction.CALL_NEXT)
            await _until(lambda: sink.heard_s > 0)
            took_ms.append((time.perf_counter() - begun) * 1000)
            await _until(lambda nth=nth: _spoken(house) > nth)
            for action in (WindowAction.START, WindowAction.FINISH):
                await clerk.act(_WINDOW, action)
    return took_ms[1:]


async def _until(claim: Callable[[], bool]) -> None:
    async with asyncio.timeout(_WITHIN_S):
        while not claim():  # noqa: ASYNC110 - a recording grows without an event
            await asyncio.sleep(_LOOK_EVERY_S)


def _spoken(house: House) -> int:
    with closing(sqlite3.connect(house.journal)) as journal:
        return journal.execute(_SPOKEN).fetchone()[0]
