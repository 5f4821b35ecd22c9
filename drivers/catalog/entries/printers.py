"""Ticket printers."""

from drivers.catalog.entry import ANSWER_WITHIN, Entry, Option, baud
from drivers.contract.device import Kind


def paper(word: str) -> int:
    if word not in {"58", "80"}:
        raise ValueError("58 or 80")
    return int(word)


_PAPER = Option(name="paper_mm", default=80, parse=paper, meaning="the width of the roll")

ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="escpos+tcp",
        kind=Kind.TICKET_PRINTER,
        module="drivers.catalog.escpos_printer",
        title="ESC/POS ticket printer on the network (port 9100 unless told)",
        example="escpos+tcp://10.4.0.31:9100",
        options=(_PAPER, ANSWER_WITHIN),
    ),
    Entry(
        scheme="escpos+serial",
        kind=Kind.TICKET_PRINTER,
        module="drivers.catalog.escpos_printer",
        title="ESC/POS ticket printer on a serial line",
        example="escpos+serial:///dev/serial/by-id/usb-printer?baud=38400",
        options=(baud(9600), _PAPER, ANSWER_WITHIN),
    ),
)
