"""Scanners of bar codes and QR codes."""

from drivers.catalog.entry import Entry, Option, baud, one_of, seconds, whole
from drivers.contract.device import Kind

_SILENCE = Option(
    name="silence_s",
    default=0.1,
    parse=seconds(2),
    meaning="how long a silence ends a code that has no end mark",
)
_LONGEST = Option(
    name="longest",
    default=1024,
    parse=whole(1, 7089),  # the most a QR code holds, in digits
    meaning="how many letters a code may have; a longer one is dropped whole",
)
_CAPS_LOCK = Option(
    name="caps_lock",
    default="ignored",
    parse=one_of("ignored", "followed"),
    meaning="what a CapsLock pressed by the scanner is: for the host's, or its own way to write capitals",
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="scanner+serial",
        kind=Kind.SCANNER,
        module="drivers.catalog.scanner_serial",
        title="Scanner on a serial line (USB-CDC), codes ended by CR, LF or silence",
        example="scanner+serial:///dev/serial/by-id/usb-scanner",
        options=(baud(9600), _SILENCE, _LONGEST),
    ),
    Entry(
        scheme="scanner+input",
        kind=Kind.SCANNER,
        module="drivers.catalog.scanner_input",
        title="Scanner that pretends to be a keyboard (USB-HID), set to the US layout",
        example="scanner+input:///dev/input/by-id/usb-scanner-event-kbd",
        options=(_SILENCE, _LONGEST, _CAPS_LOCK),
    ),
)
