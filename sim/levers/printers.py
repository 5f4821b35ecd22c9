"""Levers of the ticket printers."""

from collections.abc import Mapping

import msgspec

from sim.errors import BadLever
from sim.levers.table import Arguments, Lever, Levers, Reply
from sim.rig.printer import PtyPrinter, TcpPrinter, Ticket


class OnePrinter(Arguments, frozen=True):
    printer: str


class Paper(OnePrinter, frozen=True):
    remaining_mm: float


class Cover(OnePrinter, frozen=True):
    open: bool
    after_mm: float | None = None


class Plug(OnePrinter, frozen=True):
    is_in: bool = msgspec.field(name="in")
    silent: bool = False


class Offline(OnePrinter, frozen=True):
    offline: bool


class Break(OnePrinter, frozen=True):
    cutter: bool | None = None
    unrecoverable: bool | None = None


class Jam(OnePrinter, frozen=True):
    jammed: bool


class Take(OnePrinter, frozen=True):
    n: int | None = None


class WaitTicket(OnePrinter, frozen=True):
    count: int = 1
    within_s: float = 5


def levers(printers: Mapping[str, TcpPrinter | PtyPrinter]) -> Levers:
    hands = _Hands(printers)
    return {
        "printer.paper": Lever(Paper, hands.paper),
        "printer.cover": Lever(Cover, hands.cover),
        "printer.plug": Lever(Plug, hands.plug),
        "printer.offline": Lever(Offline, hands.offline),
        "printer.fault": Lever(Break, hands.break_part),
        "printer.jam": Lever(Jam, hands.jam),
        "printer.state": Lever(OnePrinter, hands.state),
        "printer.tickets": Lever(OnePrinter, hands.tickets),
        "printer.take": Lever(Take, hands.take),
        "printer.wait": Lever(WaitTicket, hands.wait),
    }


class _Hands:
    """One method a lever."""

    def __init__(self, printers: Mapping[str, TcpPrinter | PtyPrinter]) -> None:
        self._printers = printers

    def _at(self, wish: OnePrinter) -> TcpPrinter | PtyPrinter:
        if wish.printer not in self._printers:
            raise BadLever(f"there is no printer {wish.printer!r}; printers: {', '.join(self._printers)}")
        return self._printers[wish.printer]

    def paper(self, wish: Paper) -> Reply:
        self._at(wish).load_paper(remaining_mm=wish.remaining_mm)
        return {}

    def cover(self, wish: Cover) -> Reply:
        if wish.open:
            self._at(wish).open_cover(after_mm=wish.after_mm)
        else:
            self._at(wish).close_cover()
        return {}

    def plug(self, wish: Plug) -> Reply:
        printer = self._at(wish)
        if wish.is_in:
            printer.plug()
        elif not wish.silent:
            printer.unplug()
        elif isinstance(printer, TcpPrinter):
            printer.unplug(is_silent=True)
        else:
            raise BadLever("printer.plug: only a network printer vanishes silently")
        return {}

    def offline(self, wish: Offline) -> Reply:
        self._at(wish).set_offline(is_offline=wish.offline)
        return {}

    def break_part(self, wish: Break) -> Reply:
        self._at(wish).break_part(cutter=wish.cutter, unrecoverable=wish.unrecoverable)
        return {}

    def jam(self, wish: Jam) -> Reply:
        self._at(wish).jam_presenter(is_jammed=wish.jammed)
        return {}

    def take(self, wish: Take) -> Reply:
        printer = self._at(wish)
        taken = printer.take(wish.n)
        if taken is None:
            raise BadLever("printer.take: no such ticket hangs there")
        return {"ticket": _shown(taken, printer)}

    def wait(self, wish: WaitTicket) -> Reply:
        printer = self._at(wish)
        return {"ticket": _shown(printer.wait_for_ticket(wish.count, within_s=wish.within_s), printer)}

    def state(self, wish: OnePrinter) -> Reply:
        return _state(self._at(wish))

    def tickets(self, wish: OnePrinter) -> Reply:
        printer = self._at(wish)
        return {
            "tickets": [_shown(ticket, printer) for ticket in printer.tickets],
            "scraps": [_paper(scrap) for scrap in printer.scraps],
        }


def _state(printer: TcpPrinter | PtyPrinter) -> Reply:
    return {
        "paper": printer.paper,
        "remaining_mm": printer.remaining_mm,
        "cover_open": printer.is_cover_open,
        "plugged_in": printer.is_plugged_in,
        "offline": printer.is_offline,
        "received_bytes": printer.received_bytes,
        "buffered_bytes": printer.buffered_bytes,
        "tickets": len(printer.tickets),
        "scraps": len(printer.scraps),
        "strange": list(printer.strange),
        "model": printer.model,
        "presented": printer.presented,
        "jammed": printer.is_presenter_jammed,
        "retracted": printer.retracted if printer.has_presenter else [],
    }


def _shown(ticket: Ticket, printer: TcpPrinter | PtyPrinter) -> Reply:
    return {**_paper(ticket), "place": printer.place(ticket.n)}


def _paper(ticket: Ticket) -> Reply:
    return {
        "n": ticket.n,
        "png": str(ticket.png),
        "raw": str(ticket.raw),
        "text": ticket.text,
        "qr": list(ticket.qr),
        "height_mm": ticket.height_mm,
        "first_byte_s": ticket.first_byte_s,
        "cut_s": ticket.cut_s,
        "taken": ticket.taken,
        "strange": list(ticket.strange),
    }
