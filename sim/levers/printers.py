"""Levers of the ticket printers."""

import msgspec

from sim.errors import BadLever
from sim.levers.table import Arguments, Lever, Levers, Reply
from sim.rig.hall import HallRig, PrinterName
from sim.rig.printer import PtyPrinter, TcpPrinter, Ticket


class OnePrinter(Arguments, frozen=True):
    printer: PrinterName


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


class Take(OnePrinter, frozen=True):
    n: int | None = None


class WaitTicket(OnePrinter, frozen=True):
    count: int = 1
    within_s: float = 5


def levers(hall: HallRig) -> Levers:
    hands = _Hands(hall)
    return {
        "printer.paper": Lever(Paper, hands.paper),
        "printer.cover": Lever(Cover, hands.cover),
        "printer.plug": Lever(Plug, hands.plug),
        "printer.offline": Lever(Offline, hands.offline),
        "printer.fault": Lever(Break, hands.break_part),
        "printer.state": Lever(OnePrinter, hands.state),
        "printer.tickets": Lever(OnePrinter, hands.tickets),
        "printer.take": Lever(Take, hands.take),
        "printer.wait": Lever(WaitTicket, hands.wait),
    }


class _Hands:
    """One method a lever."""

    def __init__(self, hall: HallRig) -> None:
        self._printers = hall.printers

    def paper(self, wish: Paper) -> Reply:
        self._printers[wish.printer].load_paper(remaining_mm=wish.remaining_mm)
        return {}

    def cover(self, wish: Cover) -> Reply:
        if wish.open:
            self._printers[wish.printer].open_cover(after_mm=wish.after_mm)
        else:
            self._printers[wish.printer].close_cover()
        return {}

    def plug(self, wish: Plug) -> Reply:
        printer = self._printers[wish.printer]
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
        self._printers[wish.printer].set_offline(is_offline=wish.offline)
        return {}

    def break_part(self, wish: Break) -> Reply:
        self._printers[wish.printer].break_part(cutter=wish.cutter, unrecoverable=wish.unrecoverable)
        return {}

    def take(self, wish: Take) -> Reply:
        taken = self._printers[wish.printer].take(wish.n)
        if taken is None:
            raise BadLever("printer.take: no such ticket hangs there")
        return {"ticket": _shown(taken)}

    def wait(self, wish: WaitTicket) -> Reply:
        printer = self._printers[wish.printer]
        return {"ticket": _shown(printer.wait_for_ticket(wish.count, within_s=wish.within_s))}

    def state(self, wish: OnePrinter) -> Reply:
        return _state(self._printers[wish.printer])

    def tickets(self, wish: OnePrinter) -> Reply:
        printer = self._printers[wish.printer]
        return {
            "tickets": [_shown(ticket) for ticket in printer.tickets],
            "scraps": [_shown(scrap) for scrap in printer.scraps],
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
    }


def _shown(ticket: Ticket) -> Reply:
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
