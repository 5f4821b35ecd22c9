"""What an entry of the table of drivers is, and the options that several drivers share."""

from collections.abc import Callable
from dataclasses import dataclass

from drivers.catalog.ledger import Ledger, proof_of
from drivers.contract.address import Setting
from drivers.contract.device import Kind


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

    @property
    def link(self) -> str:
        """What carries the bytes: serial, tcp, pcsc, input, file or sound."""
        return self.scheme.rpartition("+")[2]

    @property
    def ledger(self) -> Ledger:
        """On what the driver has proved itself, from its row in `ledger.toml`."""
        return proof_of(self.scheme)


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


def words(parse: Callable[[str], object], *, least: int = 1) -> Callable[[str], str]:
    """A list with commas, each of its words as `parse` wants it; the value is the text itself."""

    def parse_all(word: str) -> str:
        each = word.split(",")
        if len(each) < least:
            raise ValueError(f"at least {least} of them, with commas")
        for one in each:
            parse(one)
        return word

    return parse_all


def baud(default: int) -> Option:
    return Option(
        name="baud", default=default, parse=whole(300, 921_600), meaning="the speed of the line, 8N1"
    )


ANSWER_WITHIN = Option(
    name="answer_within_s", default=1.0, parse=seconds(30), meaning="how long the device may take to answer"
)
READ_WITHIN = Option(
    name="read_within_s",
    default=5.0,
    parse=seconds(60),
    meaning="how long a card may take to be read before it counts as mute",
)
