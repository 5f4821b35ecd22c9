"""A hall under load in a process of its own, to be killed; each line on its input is one life.

A line is JSON: `folder`, `next` (for each client, which of its commands comes next) and `room_bytes` (how
much the journal's files may grow before the disk is full; null: for ever). A life is forked from this
process, which has everything loaded. It writes `{"pid"}` once it serves and `{"client", "number", "events"}`
after each acknowledged command; when it has ended, this process writes its exit code as `{"ended"}`.
"""

import asyncio
import json
import os
import resource
import signal
import sys
from pathlib import Path

import structlog

from queue_core.app import BusinessDay, ErrandAsked, Hall, NumberWanted, open_hall
from queue_core.domain.commands import CallNext, Command, FinishService, OpenWindow, StartService
from queue_core.domain.refusals import NobodyWaiting
from queue_core.domain.rules import CategoryRules, HallRules, Unit, WindowRules
from queue_core.domain.words import TicketClass

UNIT = Unit("registration", TicketClass.ACCEPT)
RULES = HallRules(
    categories=(CategoryRules(code="registration", classes=(TicketClass.ACCEPT,)),),
    windows=tuple(WindowRules(number=number, profile=(UNIT,)) for number in (1, 2, 3)),
)
DAY = BusinessDay(day="2026-11-20", midnight_ms=1_795_104_000_000)  # by China's time
KIOSKS = 12
SERVING = (CallNext, StartService, FinishService)


def tell(**words: object) -> None:
    os.write(1, json.dumps(words).encode() + b"\n")


def pressed(window: int, number: int) -> Command:
    """A clerk's commands in order: open, then call, start and finish again and again."""
    if number == 0:
        return OpenWindow(window=window, clerk=f"clerk {window}")
    return SERVING[(number - 1) % 3](window=window)


async def kiosk(hall: Hall, name: str, number: int) -> None:
    while True:
        outcome = await hall.execute(
            NumberWanted(errands=(ErrandAsked(unit=UNIT),)), key=f"{name} {number}", actor=name
        )
        tell(client=name, number=number, events=[event.ticket_id for event in outcome.events])
        number += 1


async def clerk(hall: Hall, name: str, window: int, number: int) -> None:
    while True:
        try:
            await hall.execute(pressed(window, number), key=f"{name} {number}", actor=name)
        except NobodyWaiting:
            continue
        tell(client=name, number=number, events=[])
        number += 1


async def serve(life: dict) -> None:
    hall = open_hall(Path(life["folder"]), RULES, calendar=lambda _: DAY)
    if life["room_bytes"] is not None:
        fill_disk_after(Path(life["folder"]), life["room_bytes"])
    tell(pid=os.getpid())
    begin = life["next"]
    kiosks = [kiosk(hall, f"k{at}", begin.get(f"k{at}", 0)) for at in range(KIOSKS)]
    clerks = [clerk(hall, f"w{at}", at, begin.get(f"w{at}", 0)) for at in (1, 2, 3)]
    await asyncio.gather(*kiosks, *clerks)


def fill_disk_after(folder: Path, room_bytes: int) -> None:
    """No file of this process may grow beyond the limit: a write then fails as on a full disk."""
    largest = max(path.stat().st_size for path in folder.iterdir())
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room_bytes, resource.RLIM_INFINITY))


def main() -> None:
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            asyncio.run(serve(json.loads(line)))
        _, status = os.waitpid(pid, 0)
        tell(ended=os.waitstatus_to_exitcode(status))


main()
