"""The table of all drivers. A driver's module is imported when its first device is opened, not before."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from drivers.contract.address import Setting
from drivers.contract.device import Kind


class Ledger(StrEnum):
    """On what a driver has proved itself so far."""

    SIMULATED = "simulated"  # written from public descriptions, tried on simulators only
    RECORDED = "recorded"  # replayed against traffic of a real device
    SEEN = "seen"  # ran on a real device


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option of an address. `parse` raises ValueError with a sentence that says what is allowed."""

    name: str
    default: Setting
    parse: Callable[[str], Setting]
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One driver. Its module has `open_device(address)` and `capabilities(address)`."""

    scheme: str
    kind: Kind
    module: str
    title: str
    example: str
    options: tuple[Option, ...]
    ledger: Ledger


def whole(least: int, most: int) -> Callable[[str], int]:
    def parse(word: str) -> int:
        if not (word.isascii() and word.isdecimal() and least <= int(word) <= most):
            raise ValueError(f"a whole number from {least} to {most}")
        return int(word)

    return parse


def seconds(most: float) -> Callable[[str], float]:
    def parse(word: str) -> float:
        try:
            value = float(word)
        except ValueError:
            value = 0.0
        if not 0 < value <= most:
            raise ValueError(f"seconds, above 0 and up to {most:g}")
        return value

    return parse


def one_of(*words: str) -> Callable[[str], str]:
    def parse(word: str) -> str:
        if word not in words:
            raise ValueError(f"one of {', '.join(words)}")
        return word

    return parse


def paper(word: str) -> int:
    if word not in {"58", "80"}:
        raise ValueError("58 or 80")
    return int(word)


_READ_WITHIN = Option(
    name="read_within_s",
    default=5.0,
    parse=seconds(60),
    meaning="how long a card may take to be read before it counts as mute",
)
_PAPER = Option(name="paper_mm", default=80, parse=paper, meaning="the width of the roll")
_ANSWER_WITHIN = Option(
    name="answer_within_s", default=1.0, parse=seconds(30), meaning="how long the printer may take to answer"
)
_BAUD = Option(name="baud", default=9600, parse=whole(300, 921_600), meaning="the speed of the line, 8N1")
_RATING_ACK = Option(
    name="rating_ack",
    default="function-01",
    parse=one_of("function-01", "short"),
    meaning="how a rating is acknowledged: its frame with function 01, or a short frame without FF",
)
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

_ALL = (
    Entry(
        scheme="ssc+pcsc",
        kind=Kind.CARD_READER,
        module="drivers.catalog.ssc_pcsc",
        title="社会保障卡, contact or contactless PC/SC reader (LD/T 32-2015)",
        example="ssc+pcsc://ACS%20ACR39U%20ICC%20Reader%2000%2000",
        options=(_READ_WITHIN,),
        ledger=Ledger.SIMULATED,
    ),
    Entry(
        scheme="idcard+pcsc",
        kind=Kind.CARD_READER,
        module="drivers.catalog.idcard_pcsc",
        title="居民身份证, PC/SC reader with a built-in security module",
        example="idcard+pcsc://ID%20Reader%2000%2000",
        options=(_READ_WITHIN,),
        ledger=Ledger.SIMULATED,
    ),
    Entry(
        scheme="escpos+tcp",
        kind=Kind.TICKET_PRINTER,
        module="drivers.catalog.escpos_printer",
        title="ESC/POS ticket printer on the network (port 9100 unless told)",
        example="escpos+tcp://10.4.0.31:9100",
        options=(_PAPER, _ANSWER_WITHIN),
        ledger=Ledger.SIMULATED,
    ),
    Entry(
        scheme="escpos+serial",
        kind=Kind.TICKET_PRINTER,
        module="drivers.catalog.escpos_printer",
        title="ESC/POS ticket printer on a serial line",
        example="escpos+serial:///dev/serial/by-id/usb-printer?baud=38400",
        options=(_BAUD, _PAPER, _ANSWER_WITHIN),
        ledger=Ledger.SIMULATED,
    ),
    Entry(
        scheme="ff68+serial",
        kind=Kind.WINDOW_BUS,
        module="drivers.catalog.ff68_bus",
        title="FF 68 bus of hard-wired callers and four-key evaluators (RS-485)",
        example="ff68+serial:///dev/serial/by-id/usb-rs485",
        options=(_BAUD, _RATING_ACK, _EVALUATORS, _DISPLAY),
        ledger=Ledger.SIMULATED,
    ),
)

DRIVERS = MappingProxyType({entry.scheme: entry for entry in _ALL})
