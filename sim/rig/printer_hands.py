"""What every simulated ticket printer has, and the hands that serve it, whatever line it hangs on.

Each ticket and scrap becomes a PNG and a file of raw bytes in `tickets`; they are written on a thread of its
own, so the printer answers status questions meanwhile.
"""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict, Unpack

from sim.errors import BadLever, NotInTime
from sim.links.faults import Faults
from sim.peers.escpos.glyphs import load_font
from sim.peers.escpos.models import ModelName, model_named
from sim.peers.escpos.printer import WIDTHS_DOTS, Piece, Printer
from sim.peers.escpos.strip import DPI, as_paper
from sim.world.casing import Casing
from sim.world.presenter import Place, Presenter
from sim.world.roll import DOTS_PER_MM, PaperState, Roll

PaperWidth = Literal["80mm", "58mm"]
_FILED_WITHIN_S = 5


class Made(TypedDict, total=False):
    """How a printer is made, and what is in it at the start; see `sim.rig.printer` for the models."""

    model: ModelName
    paper: PaperWidth
    buffer_bytes: int
    remaining_mm: float


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
    """What all printers share; for any thread. Raises NotThere without its font, BadScenario for a model."""

    def __init__(self, *, tickets: Path, name: str, **made: Unpack[Made]) -> None:
        load_font()
        self.faults = Faults()
        self.model: ModelName = made.get("model", "ordinary")
        self._folder, self._name = tickets, name
        self._lock = threading.RLock()
        self._moved = threading.Condition(self._lock)
        self._filed = threading.Condition()
        self._tickets: list[Ticket] = []
        self._scraps: list[Ticket] = []
        self._filer = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"{name}-filer")
        self._printer = Printer(
            roll=Roll(remaining_mm=made.get("remaining_mm", 50_000)),
            casing=Casing(),
            width_dots=WIDTHS_DOTS[made.get("paper", "80mm")],
            model=model_named(self.model),
            buffer_bytes=made.get("buffer_bytes", 65_536),
        )

    # The link's side.

    def room(self) -> int:
        return self._printer.room()

    def due(self, now_s: float) -> bytes:
        return self._printer.due(now_s)

    def receive(self, data: bytes, now_s: float) -> bytes:
        with self._moved:
            answer = self._printer.receive(data, now_s)
            self._file_new()
            self._moved.notify_all()
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

    @property
    def has_presenter(self) -> bool:
        return self._printer.presenter is not None

    @property
    def presented(self) -> int | None:
        """The number of the ticket that sticks out of the presenter, held by it."""
        with self._lock:
            presenter = self._printer.presenter
            return presenter.held if presenter is not None and presenter.is_at_output else None

    def place(self, n: int) -> Place:
        """Where the n-th ticket is; without a presenter it is outside until it is taken.

        `inside`, `at_output` (held, and sticks out), `outside` (lies or hangs there), `in_bin`, `taken`.
        """
        with self._lock:
            if self._printer.presenter is not None:
                return self._printer.presenter.places.get(n, Place.INSIDE)
        with self._filed:
            is_taken = any(ticket.taken for ticket in self._tickets if ticket.n == n)
        return Place.TAKEN if is_taken else Place.OUTSIDE

    @property
    def retracted(self) -> list[int]:
        """The numbers of the tickets that were drawn back and lie in the bin."""
        with self._lock:
            places = self._presenter().places
            return [number for number, place in places.items() if place is Place.IN_BIN]

    @property
    def is_presenter_jammed(self) -> bool:
        return self._printer.presenter is not None and self._printer.presenter.is_jammed

    def jam_presenter(self, *, is_jammed: bool = True) -> None:
        """Something is stuck in its rollers (nothing is printed then, either), or was pulled out of them."""

        def hands(printer: Printer, _: float) -> None:
            self._presenter().is_jammed = printer.casing.has_paper_jam = is_jammed

        self._by_hand(hands)

    def wait_for(self, claim: Callable[[], bool], *, within_s: float = 5) -> None:
        """Until `claim` holds; looked at whenever bytes came or a hand did something. Raises NotInTime."""
        with self._moved:
            if not self._moved.wait_for(claim, timeout=within_s):
                raise NotInTime(f"it did not happen at the printer within {within_s} s")

    def _presenter(self) -> Presenter:
        if self._printer.presenter is None:
            raise BadLever(f"printer {self._name} has no presenter")
        return self._printer.presenter

    def take(self, n: int | None = None) -> Ticket | None:
        """A hand takes the n-th ticket, or the oldest in reach: not one inside a presenter, or in its bin."""
        if self.has_presenter:
            return self._take_from_presenter(n)
        with self._filed:
            for ticket in self._tickets:
                if not ticket.taken and n in (None, ticket.n):
                    ticket.taken = True
                    return ticket
        return None

    def _take_from_presenter(self, n: int | None) -> Ticket | None:
        with self._moved:
            number = self._presenter().take(n)
            self._moved.notify_all()
        if number is None:
            return None
        ticket = self.wait_for_ticket(number, within_s=_FILED_WITHIN_S)
        ticket.taken = True
        return ticket

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
        with self._moved:
            now_s = time.monotonic()
            hands(self._printer, now_s)
            self._printer.work(now_s)
            self._file_new()
            self._moved.notify_all()

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
