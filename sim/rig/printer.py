"""A simulated ticket printer on TCP or on a serial line, with the hands that serve it.

Each ticket and scrap becomes a PNG and a file of raw bytes in `tickets`; they are written on a thread of its
own, so the printer answers status questions meanwhile.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sim.errors import NotInTime
from sim.links.faults import Faults
from sim.links.pty import PtyLink
from sim.links.tcp import TcpLink
from sim.peers.escpos.glyphs import load_font
from sim.peers.escpos.modes import HanziBits
from sim.peers.escpos.printer import WIDTHS_DOTS, Piece, Printer
from sim.peers.escpos.strip import DPI, as_paper
from sim.world.casing import Casing
from sim.world.roll import DOTS_PER_MM, PaperState, Roll

PaperWidth = Literal["80mm", "58mm"]


@dataclass(slots=True, kw_only=True)
class Ticket:
    """A piece of paper that can be looked at. Times are `time.monotonic()`."""

    n: int
    png: Path
    raw: Path
    text: str
    qr: tuple[str, ...]
    height_mm: float
    first_byte_s: float
    cut_s: float
    strange: tuple[str, ...]
    taken: bool = False


class PrinterRig:
    """What both printers share; for any thread. Raises NotThere without its font."""

    def __init__(
        self,
        *,
        tickets: Path,
        name: str,
        paper: PaperWidth = "80mm",
        hanzi_bits: HanziBits = "epson",
        buffer_bytes: int = 65_536,
        remaining_mm: float = 50_000,
    ) -> None:
        load_font()
        self.faults = Faults()
        self._folder, self._name = tickets, name
        self._lock = threading.RLock()
        self._filed = threading.Condition()
        self._tickets: list[Ticket] = []
        self._scraps: list[Ticket] = []
        self._filer = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"{name}-filer")
        self._printer = Printer(
            roll=Roll(remaining_mm=remaining_mm),
            casing=Casing(),
            width_dots=WIDTHS_DOTS[paper],
            hanzi_bits=hanzi_bits,
            buffer_bytes=buffer_bytes,
        )

    # The link's side.

    def room(self) -> int:
        return self._printer.room()

    def due(self, now_s: float) -> bytes:
        return self._printer.due(now_s)

    def receive(self, data: bytes, now_s: float) -> bytes:
        answer = self._printer.receive(data, now_s)
        self._file_new()
        return answer

    # The hands' side.

    @property
    def tickets(self) -> list[Ticket]:
        """Cut and filed."""
        with self._filed:
            return list(self._tickets)

    @property
    def scraps(self) -> list[Ticket]:
        """Torn out unfinished."""
        with self._filed:
            return list(self._scraps)

    @property
    def paper(self) -> PaperState:
        return self._printer.roll.state

    @property
    def remaining_mm(self) -> float:
        return self._printer.roll.remaining_mm

    @property
    def is_cover_open(self) -> bool:
        return self._printer.casing.is_cover_open

    @property
    def is_offline(self) -> bool:
        return self._printer.casing.is_offline

    @property
    def received_bytes(self) -> int:
        return self._printer.received_bytes

    @property
    def buffered_bytes(self) -> int:
        return self._printer.buffered_bytes

    @property
    def strange(self) -> tuple[str, ...]:
        """What was odd since the last cut; a ticket's own is in the ticket."""
        return self._printer.strange

    def load_paper(self, *, remaining_mm: float) -> None:
        """A roll is put in; the end of an unfinished ticket is torn off. 0: the roll runs out now."""

        def hands(printer: Printer, now_s: float) -> None:
            if printer.roll.state is PaperState.END:
                printer.tear(now_s)
            printer.roll.replace(remaining_mm)

        self._by_hand(hands)

    def open_cover(self, *, after_mm: float | None = None) -> None:
        """At once, or when so much more was printed."""

        def hands(printer: Printer, _: float) -> None:
            if after_mm is None:
                printer.casing.is_cover_open = True
            else:
                printer.casing.cover_opens_after_rows = round(after_mm * DOTS_PER_MM)

        self._by_hand(hands)

    def close_cover(self) -> None:
        """Whoever had it open has torn off the unfinished ticket; the rest of it is printed now."""

        def hands(printer: Printer, now_s: float) -> None:
            if printer.casing.is_cover_open:
                printer.tear(now_s)
            printer.casing.is_cover_open = False
            printer.casing.cover_opens_after_rows = None

        self._by_hand(hands)

    def set_offline(self, *, is_offline: bool) -> None:
        def hands(printer: Printer, _: float) -> None:
            printer.casing.is_offline = is_offline

        self._by_hand(hands)

    def break_part(self, *, cutter: bool | None = None, unrecoverable: bool | None = None) -> None:
        """Breaks (True) or mends (False) a part; None leaves it as it is."""

        def hands(printer: Printer, _: float) -> None:
            casing = printer.casing
            casing.has_cutter_fault = casing.has_cutter_fault if cutter is None else cutter
            if unrecoverable is not None:
                casing.has_unrecoverable_fault = unrecoverable

        self._by_hand(hands)

    def take(self, n: int | None = None) -> Ticket | None:
        """A hand takes the n-th ticket, or the oldest that still hangs there."""
        with self._filed:
            for ticket in self._tickets:
                if not ticket.taken and n in (None, ticket.n):
                    ticket.taken = True
                    return ticket
        return None

    def wait_for_ticket(self, count: int = 1, *, within_s: float = 5) -> Ticket:
        """The count-th ticket since the start, when it is cut and its files are written. Raises NotInTime."""
        with self._filed:
            if not self._filed.wait_for(lambda: len(self._tickets) >= count, timeout=within_s):
                raise NotInTime(f"{len(self._tickets)} of {count} tickets were cut within {within_s} s")
            return self._tickets[count - 1]

    def _power_off(self) -> None:
        with self._lock:
            self._printer.power_off(time.monotonic())
            self._file_new()

    def _close(self) -> None:
        self._filer.shutdown()

    def _by_hand(self, hands: Callable[[Printer, float], None]) -> None:
        with self._lock:
            now_s = time.monotonic()
            hands(self._printer, now_s)
            self._printer.work(now_s)
            self._file_new()

    def _file_new(self) -> None:
        for pieces, kind, pile in (
            (self._printer.scraps, "scrap-", self._scraps),
            (self._printer.tickets, "", self._tickets),
        ):
            while pieces:
                self._filer.submit(self._file, pieces.pop(0), kind, pile)

    def _file(self, piece: Piece, kind: str, pile: list[Ticket]) -> None:
        """On the filer's thread, one piece after the other."""
        n = len(pile) + 1
        stem = self._folder / f"{self._name}-{kind}{n:04}"
        ticket = Ticket(
            n=n,
            png=stem.with_suffix(".png"),
            raw=stem.with_suffix(".bin"),
            text=piece.text,
            qr=piece.qr,
            height_mm=piece.picture.height / DOTS_PER_MM,
            first_byte_s=piece.first_byte_s,
            cut_s=piece.cut_s,
            strange=piece.strange,
        )
        self._folder.mkdir(parents=True, exist_ok=True)
        ticket.raw.write_bytes(piece.raw)
        as_paper(piece.picture).save(ticket.png, dpi=(DPI, DPI))
        with self._filed:
            pile.append(ticket)
            self._filed.notify_all()


class TcpPrinter(PrinterRig):
    """A network printer on a port of 127.0.0.1 that it keeps while unplugged."""

    def __init__(
        self,
        *,
        tickets: Path,
        name: str = "tcp",
        paper: PaperWidth = "80mm",
        hanzi_bits: HanziBits = "epson",
        buffer_bytes: int = 65_536,
        remaining_mm: float = 50_000,
    ) -> None:
        super().__init__(
            tickets=tickets,
            name=name,
            paper=paper,
            hanzi_bits=hanzi_bits,
            buffer_bytes=buffer_bytes,
            remaining_mm=remaining_mm,
        )
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

    def __init__(
        self,
        *,
        tickets: Path,
        link: Path,
        name: str = "serial",
        paper: PaperWidth = "80mm",
        hanzi_bits: HanziBits = "epson",
        buffer_bytes: int = 65_536,
        remaining_mm: float = 50_000,
    ) -> None:
        super().__init__(
            tickets=tickets,
            name=name,
            paper=paper,
            hanzi_bits=hanzi_bits,
            buffer_bytes=buffer_bytes,
            remaining_mm=remaining_mm,
        )
        self._link = PtyLink(link, self, self.faults, self._lock)

    @property
    def address(self) -> str:
        return f"escpos+serial://{self._link.path}"

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
