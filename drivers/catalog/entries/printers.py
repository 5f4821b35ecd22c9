"""Ticket printers."""

from drivers.catalog.entry import ANSWER_WITHIN, Entry, Option, baud, one_of, seconds, whole
from drivers.contract.device import Kind


def paper(word: str) -> int:
    if word not in {"58", "80"}:
        raise ValueError("58 or 80")
    return int(word)


_OPTIONS = (
    Option(name="paper_mm", default=80, parse=paper, meaning="the width of the roll"),
    Option(
        name="letters",
        default="gbk",
        parse=one_of("gbk", "gb2312", "raster"),
        meaning="the letters the printer has: gbk also traditional and Cantonese ones, gb2312 only "
        "simplified ones, raster none; lines with others are drawn",
    ),
    Option(
        name="qr",
        default="native",
        parse=one_of("native", "raster"),
        meaning="native: the printer draws QR codes itself; raster: they are sent as pictures",
    ),
    Option(
        name="status_back",
        default="auto",
        parse=one_of("auto", "on", "off"),
        meaning="whether the printer tells its status by itself (GS a): auto asks it to and looks every two "
        "seconds where it does not, on refuses a printer that does not, off never asks",
    ),
    Option(
        name="presenter",
        default="none",
        parse=one_of("none", "custom"),
        meaning="custom: it has a presenter that speaks as the Custom family does (confidence C to B)",
    ),
    Option(
        name="present_steps",
        default=12,
        parse=whole(0, 255),
        meaning="how far a presenter holds a ticket out, in its own steps: about 7 mm, on a KPM210 0.625 mm "
        "(80 are 5 cm)",
    ),
    Option(
        name="ticket_hold_s",
        default=30.0,
        parse=seconds(600),
        meaning="how long a ticket is held out before it counts as not taken",
    ),
    Option(
        name="not_taken",
        default="keep",
        parse=one_of("keep", "retract", "eject"),
        meaning="what a presenter does then: keep holding it out, retract it into the printer, eject it",
    ),
    ANSWER_WITHIN,
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="escpos+tcp",
        kind=Kind.TICKET_PRINTER,
        module="drivers.catalog.escpos_printer",
        title="ESC/POS ticket printer on the network (port 9100 unless told)",
        example="escpos+tcp://10.4.0.31:9100",
        options=_OPTIONS,
    ),
    Entry(
        scheme="escpos+serial",
        kind=Kind.TICKET_PRINTER,
        module="drivers.catalog.escpos_printer",
        title="ESC/POS ticket printer on a serial line",
        example="escpos+serial:///dev/serial/by-id/usb-printer?baud=38400",
        options=(baud(9600), *_OPTIONS),
    ),
    Entry(
        scheme="escpos+file",
        kind=Kind.TICKET_PRINTER,
        module="drivers.catalog.escpos_printer",
        title="ESC/POS ticket printer on USB; one that cannot be read prints, and its status stays unknown",
        example="escpos+file:///dev/usb/lp0",
        options=_OPTIONS,
    ),
)
