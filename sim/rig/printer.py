"""A simulated ticket printer on TCP, on a serial line or behind a USB node, with the hands that serve it.

Each ticket and scrap becomes a PNG and a file of raw bytes in `tickets`; they are written on a thread of its
own, so the printer answers status questions meanwhile.

`model` is one of:

| `ordinary` | Epson's commands; two-byte Chinese font; DLE EOT, GS r 1, GS a |
| `sprt` | `FS !` doubles hanzi with bits 4 and 5 |
| `forgetful` | `ESC @` ends automatic status |
| `no-automatic` | GS a is unknown to it (and noted in `strange`) |
| `no-gs-r` | neither GS a nor GS r; DLE EOT only |
| `one-way` | never says a byte |
| `no-hanzi` | no Chinese font: bytes above 7F are letters of the code page |
| `no-qr`, `small-qr` | GS ( k is unknown to it, or takes modules up to 8 dots |
| `presenter` | Custom KPM: GS e, DLE EOT 17 and 20, GS E0; no GS a. A cut ticket is held inside until GS e |
"""

from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self, Unpack

from sim.links.pty import PtyLink
from sim.links.tcp import TcpLink
from sim.rig.printer_hands import Made, PaperWidth, PrinterRig, Ticket

__all__ = ["FilePrinter", "PaperWidth", "PrinterRig", "PtyPrinter", "TcpPrinter", "Ticket"]


class TcpPrinter(PrinterRig):
    """A network printer on a port of 127.0.0.1 that it keeps while unplugged."""

    def __init__(self, *, tickets: Path, name: str = "tcp", **made: Unpack[Made]) -> None:
        super().__init__(tickets=tickets, name=name, **made)
        self._link = TcpLink(self, self.faults, self._lock)

    @property
    def port(self) -> int:
        return self._link.port

    @property
    def address(self) -> str:
        return f"escpos+tcp://127.0.0.1:{self.port}"

    @property
    def is_plugged_in(self) -> bool:
        return self._link.is_plugged_in

    def plug(self) -> None:
        if not self.is_plugged_in:
            self._link.plug()

    def unplug(self, *, is_silent: bool = False) -> None:
        """Connections are reset and refused; `is_silent`: as with a dead cable, bytes just go nowhere."""
        self._link.unplug(is_silent=is_silent)
        self._power_off()

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._link.unplug()
        self._close()


class PtyPrinter(PrinterRig):
    """A serial printer behind the path `link`, which vanishes while unplugged."""

    scheme: ClassVar[str] = "escpos+serial"

    def __init__(self, *, tickets: Path, link: Path, name: str = "serial", **made: Unpack[Made]) -> None:
        super().__init__(tickets=tickets, name=name, **made)
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        return f"{self.scheme}://{self._link.path}"

    @property
    def is_plugged_in(self) -> bool:
        return self._link.is_plugged_in

    def plug(self) -> None:
        if not self.is_plugged_in:
            self._link.plug()

    def unplug(self) -> None:
        self._link.unplug()
        self._power_off()

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._link.unplug()
        self._close()


class FilePrinter(PtyPrinter):
    """A USB printer behind the path `link`, which stands for /dev/usb/lp0 and vanishes while unplugged.

    A pty is behind it: bytes go both ways, unless the model is `one-way`. Not modelled: that the node of a
    one-way printer refuses to be read, that only one program may open it, the kernel's own status ioctl.
    """

    scheme = "escpos+file"

    def __init__(self, *, tickets: Path, link: Path, name: str = "file", **made: Unpack[Made]) -> None:
        super().__init__(tickets=tickets, link=link, name=name, **made)
