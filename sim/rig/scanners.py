"""A scanner on a USB-CDC serial line, on a pty.

    with PtyScanner(link=tmp_path / "ttyACM0") as scanner:
        scanner.scan("医保 0123", encoding="gb18030", suffix="CRLF")

For scanners that type see `sim.rig.inputs`.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from sim.errors import NotInTime
from sim.links.faults import Faults
from sim.links.pty import PtyLink
from sim.peers.scanner import Encoding, Suffix, said

_ROOM_BYTES = 4096


class PtyScanner:
    """Every method may be called from any thread. What is scanned before the host opens it is lost.

    Not modelled: what a host may tell a scanner (it is kept in `heard`, no more), flow control.
    """

    def __init__(self, *, link: Path) -> None:
        self.faults = Faults()
        self.heard = b""
        self._lock = threading.RLock()
        self._moved = threading.Condition(self._lock)
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        return f"scanner+serial://{self._link.path}"

    @property
    def is_plugged_in(self) -> bool:
        return self._link.is_plugged_in

    def plug(self) -> None:
        if not self.is_plugged_in:
            self._link.plug()

    def unplug(self) -> None:
        self._link.unplug()

    def scan(self, code: bytes | str, *, encoding: Encoding = "utf-8", suffix: Suffix = "CR") -> None:
        """One code held before it. Bytes go out as they are, text in `encoding`; then the suffix."""
        self._link.send(said(code, encoding=encoding, suffix=suffix))

    def noise(self, data: bytes) -> None:
        """Bytes that are no code: half of one, a programming answer, a bad contact."""
        self._link.send(data)

    def wait_for(self, claim: Callable[[], bool], *, within_s: float = 5) -> None:
        """Until `claim` holds; looked at whenever the host has written. Raises NotInTime."""
        with self._moved:
            if not self._moved.wait_for(claim, timeout=within_s):
                raise NotInTime(f"it did not happen at the scanner within {within_s} s")

    # The link's side.

    def room(self) -> int:
        return _ROOM_BYTES

    def receive(self, data: bytes, now_s: float) -> bytes:  # noqa: ARG002 - the link's protocol
        with self._moved:
            self.heard += data
            self._moved.notify_all()
        return b""

    def due(self, now_s: float) -> bytes:  # noqa: ARG002 - it says nothing by itself
        return b""

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.unplug()
