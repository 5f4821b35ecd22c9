"""What this machine can do without us: the other side of every ratio."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROW = b"x" * 300  # about what one event of the journal takes


def fdatasync_per_second(folder: Path, *, for_s: float) -> float:
    """Append rows to a file, each made durable before the next."""
    handle = os.open(folder / "raw.bin", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    try:
        begun, rows = time.perf_counter(), 0
        while time.perf_counter() - begun < for_s:
            os.write(handle, ROW)
            os.fdatasync(handle)
            rows += 1
        return rows / (time.perf_counter() - begun)
    finally:
        os.close(handle)


async def bare_asgi(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Answer every request with the same small JSON, as thinly as ASGI allows."""
    if scope["type"] != "http":
        return
    more = True
    while more:
        more = (await receive()).get("more_body", False)
    await send(
        {
            "type": "http.response.start",
            "status": 201,
            "headers": [(b"content-type", b"application/json"), (b"content-length", b"11")],
        }
    )
    await send({"type": "http.response.body", "body": b'{"ok":true}'})


async def requests_per_second(send_one: Callable[[], Awaitable[Any]], *, at_once: int, for_s: float) -> float:
    """Call `await send_one()` from so many tasks for so long; return finished calls a second."""
    done = 0
    deadline = time.perf_counter() + for_s

    async def one() -> None:
        nonlocal done
        while time.perf_counter() < deadline:
            await send_one()
            done += 1

    begun = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(at_once)))
    return done / (time.perf_counter() - begun)


if __name__ == "__main__":
    with TemporaryDirectory(prefix="paihao-bench-") as place:
        print(json.dumps({"per_second": fdatasync_per_second(Path(place), for_s=float(sys.argv[1]))}))
