"""Devices at the windows: callers, evaluators, rating keypads, LED strips."""

from drivers.catalog.entry import Entry, Option, baud, one_of
from drivers.contract.device import Kind

_RATING_ACK = Option(
    name="rating_ack",
    default="function-01",
    parse=one_of("function-01", "short"),
    meaning="how a rating is acknowledged: its frame with function 01, or a short frame without FF",
)
# An evaluator is looked for at an address of its own unless told otherwise: the wrong way round nobody hears
# what is said, whereas a caller would take what is meant for its evaluator as its own.
_EVALUATORS = Option(
    name="evaluators",
    default="plus-80h",
    parse=one_of("plus-80h", "same"),
    meaning="an evaluator's address: its caller's plus 80h, or its caller's own",
)
_DISPLAY = Option(
    name="display",
    default="waiting-first",
    parse=one_of("waiting-first", "ticket-first"),
    meaning="the caller's six digits: waiting then ticket, or ticket, blank, waiting",
)

_ASKS = Option(
    name="asks",
    default="yes",
    parse=one_of("yes", "no"),
    meaning="whether evaluators are told to ask (one public source); others ask at a key of their caller",
)
_CONFIRMS = Option(
    name="confirms",
    default="yes",
    parse=one_of("yes", "no"),
    meaning="whether a caller is told that its key was carried out or was not (one public source)",
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="ff68+serial",
        kind=Kind.WINDOW_BUS,
        module="drivers.catalog.ff68_bus",
        title="FF 68 bus of hard-wired callers and four-key evaluators (RS-485)",
        example="ff68+serial:///dev/serial/by-id/usb-rs485",
        options=(baud(9600), _RATING_ACK, _EVALUATORS, _DISPLAY, _ASKS, _CONFIRMS),
    ),
)
