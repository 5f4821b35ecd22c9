"""What is so regardless of who stands before the kiosk: hall, link, readers, printer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from display.ticket.printer import READY, PrinterFacts
from drivers.contract.card_reader import CardKind
from drivers.contract.status import Card, Status
from kiosk.config import Patience
from queue_core.wire.views import HallView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderFacts:
    """`reader` counts from 0 in the order of the configuration."""

    reader: int
    cards: frozenset[CardKind]
    status: Status

    @property
    def has_card(self) -> bool:
        return self.status.card is Card.PRESENT

    @property
    def takes_cards(self) -> bool:
        """It works and is sure of its place: one may be asked for a card, since it counts as laid."""
        return self.status.state in READY and self.status.card is not Card.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerFacts:
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceFacts:
    """One device as staff and the hall are told of it.

    `parts` are those the model can tell of, such as paper: low. `trouble` is the code of why it cannot be
    used, and `remedy` what to do about it. `since` is when `state` became so.
    """

    name: str
    kind: str
    address: str
    state: str
    parts: Mapping[str, str]
    trouble: str | None
    remedy: str | None
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CabinetFacts:
    """The hosted cabinet: devices of its own, and why it has no line to the hall (empty while it has)."""

    devices: tuple[DeviceFacts, ...] = ()
    link_trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Itself:
    """Which kiosk this is: its name at the hall, the hall's address, and our version."""

    name: str = ""
    server: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What the kiosk's configuration allows beside cards.

    `typing`: an identity number may be typed; `e_cards`: codes of an issuer that can be asked; `matters`: the
    hall has a catalogue; `cabinet` is the code of the locker cabinet that is hosted here. `speaks` is learnt:
    there is a speaker, and it can be heard now.
    """

    typing: bool = False
    e_cards: bool = False
    matters: bool = True
    cabinet: str = ""
    speaks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """`link_trouble` is the stable code of why the stream stands still; empty while it flows.

    `patience` is how long the kiosk waits for anybody.

    `left_cards` are readers on which a card lies that was read, or lay there when a visit ended or when the
    reader came back: a forgotten card must not take a number for the next person. `staff_refused` is why a
    staff card was of no use.
    """

    hall: HallView | None = None
    link_trouble: str = ""
    readers: tuple[ReaderFacts, ...] = ()
    printer: PrinterFacts | None = None
    scanner: ScannerFacts | None = None
    means: Means = Means()
    left_cards: frozenset[int] = frozenset()
    patience: Patience = Patience()  # noqa: RUF009 a frozen value
    devices: tuple[DeviceFacts, ...] = ()
    cabinet: CabinetFacts = CabinetFacts()
    itself: Itself = Itself()
    staff_refused: str = ""
