"""Recordings: what goes over a link, as JSON lines in a file of their own.

An address with `recording+` before it and `to=FILE` among its options asks for one. Each opening writes a
line that tells of the recording; each other line is `{"s": seconds since then, "way": "sent" or "heard",
"hex": bytes}`, as seen from this program. A smart card's bytes are whole APDUs after its ATR, an input
device's whole `struct input_event`. A file that exists is added to. It may hold what stood on a card, so that
only its owner can read it.
"""

import json
import os
import time
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Literal

import structlog

from drivers.contract.address import Address
from drivers.contract.errors import CannotOpen
from drivers.transport.link import Link

Way = Literal["sent", "heard"]

WARNING = "may hold personal data: keep it secret, and delete it when it has served"
FORMAT = 1

log: structlog.typing.FilteringBoundLogger = structlog.get_logger(part="devices")


class Recorder:
    """Writes one recording; for any thread."""

    def __init__(self, address: Address, to: Path) -> None:
        """Raises CannotOpen."""
        self._lock = Lock()
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
        try:
            self._file = os.open(to, flags, 0o600)
            os.fchmod(self._file, 0o600)
        except OSError as error:
            raise CannotOpen(f"the recording {to}: {os.strerror(error.errno or 0)}") from error
        self._began_s = time.monotonic()
        self._write({"recording": FORMAT, "address": address.text, "at": _now(), "warning": WARNING})
        log.warning("link-is-recorded", device=address.text, warning=WARNING)

    def take(self, way: Way, data: bytes) -> None:
        self._write({"s": round(time.monotonic() - self._began_s, 4), "way": way, "hex": data.hex()})

    def close(self) -> None:
        """May be called twice; what is told afterwards is not written any more."""
        with self._lock:
            file, self._file = self._file, -1
            if file >= 0:
                os.close(file)

    def _write(self, line: dict[str, object]) -> None:
        with self._lock:
            if self._file >= 0:
                os.write(self._file, (json.dumps(line, ensure_ascii=False) + "\n").encode())


class RecordedLink(Link):
    """A link whose bytes are written down on their way."""

    def __init__(self, link: Link, recorder: Recorder) -> None:
        self._link, self._recorder = link, recorder
        self.inbox = link.inbox
        self.inbox.tap(lambda data: recorder.take("heard", data))

    async def write(self, data: bytes, *, within_s: float) -> None:
        self._recorder.take("sent", data)
        await self._link.write(data, within_s=within_s)

    async def close(self) -> None:
        try:
            await self._link.close()
        finally:
            self._recorder.close()


def recorder_for(address: Address) -> Recorder | None:
    """The recorder an address asks for, for links that are no `Link`. Raises CannotOpen."""
    return None if address.recording_to is None else Recorder(address, address.recording_to)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="milliseconds")
