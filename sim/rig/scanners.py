"""A scanner on a USB-CDC serial line, on a pty.

    with PtyScanner(link=tmp_path / "ttyACM0") as scanner:
        scanner.scan("医保 0123", encoding="gb18030", suffix="CRLF")

For scanners that type see `sim.rig.inputs`.
"""

from pathlib import Path

from sim.links.pty import PtyLink
from sim.peers.scanner import Encoding, Suffix, said
from sim.rig.wired import Wired

_ROOM_BYTES = 4096


class _Ear:
    """The far end of a line on which nobody is asked anything."""

    def __init__(self) -> None:
        self.heard = b""

    def room(self) -> int:
        return _ROOM_BYTES

    def receive(self, data: bytes, now_s: float) -> bytes:  # noqa: ARG002 - the link's protocol
        self.heard += data
        return b""

    def due(self, now_s: float) -> bytes:  # noqa: ARG002 - it says nothing by itself
        return b""


class PtyScanner(Wired[PtyLink]):
    """What is scanned before the host opens it is lost.

    Not modelled: what a host may tell a scanner (it is kept in `heard`, no more), flow control.
    """

    place = "at the scanner"

    def __init__(self, *, link: Path) -> None:
        self._ear = _Ear()
        super().__init__(self._ear)
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        return f"scanner+serial://{self._link.path}"

    @property
    def heard(self) -> bytes:
        """All that the host has written."""
        return self._ear.heard

    def scan(self, code: bytes | str, *, encoding: Encoding = "utf-8", suffix: Suffix = "CR") -> None:
        """One code held before it. Bytes go out as they are, text in `encoding`; then the suffix."""
        self._link.send(said(code, encoding=encoding, suffix=suffix))

    def noise(self, data: bytes) -> None:
        """Bytes that are no code: half of one, a programming answer, a bad contact."""
        self._link.send(data)
