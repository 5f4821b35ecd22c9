"""The screens of a great hall that are other computers there, and here must not be in the way.

`crowd` runs this module as a process: it connects for each token it is given, and gives way to every program
that is measured. Its screens take what is sent to them and do nothing with it.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import uvloop

from benchmarks.listening import News, listen
from queue_core.client.credential import pinned

_LAST = 19  # of all who want the processor; nice(1)


class Screens(msgspec.Struct, frozen=True):
    """What the process is told on its standard input, which no list of processes shows."""

    server: str
    certificate: str
    tokens: tuple[str, ...]


@contextmanager
def crowd(screens: Screens) -> Iterator[None]:
    """All have had their first picture. RuntimeError when they do not come up."""
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.crowd"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with process:
        process.stdin.write(msgspec.json.encode(screens) + b"\n")
        process.stdin.flush()
        if not process.stdout.readline():
            raise RuntimeError("the crowd of screens did not come up")
        yield


async def _stand_there(screens: Screens) -> None:
    """Until standard input ends."""
    news = News(len(screens.tokens))
    trust = pinned(screens.certificate)
    listeners = [await listen(screens.server, trust, token, news.heard) for token in screens.tokens]
    await news.all()
    print("there", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    for listener in listeners:
        listener.close()


if __name__ == "__main__":
    os.nice(_LAST)
    uvloop.run(_stand_there(msgspec.json.decode(sys.stdin.readline(), type=Screens)))
