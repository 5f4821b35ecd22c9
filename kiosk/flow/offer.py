"""What the kiosk can offer now, from what its devices say and its configuration allows."""

from dataclasses import dataclass

from display.ticket.printer import READY, PrinterFacts, printer_trouble
from drivers.contract.card_reader import CardKind
from kiosk.flow.facts import Means, ReaderFacts, ScannerFacts
from kiosk.flow.visit import Way
from queue_core.wire.views import HallView
from queue_core.wire.words import TicketClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """`scans` any code, `e_cards` those that say who somebody is; `types`: an identity number by hand.

    `no_paper_because` is the code of what keeps the printer from printing; empty when it prints.
    """

    cards: frozenset[CardKind]
    missing_cards: frozenset[CardKind]
    scans: bool
    e_cards: bool
    types: bool
    ways: tuple[Way, ...]
    no_paper_because: str

    @property
    def can_tell_who(self) -> bool:
        return bool(self.cards) or self.e_cards or self.types


def offer(
    readers: tuple[ReaderFacts, ...],
    printer: PrinterFacts | None,
    scanner: ScannerFacts | None = None,
    means: Means = Means(),  # noqa: B008 a frozen value
) -> Offer:
    """A low roll still serves. The phone is offered always: it needs no device of ours."""
    cards = frozenset(kind for one in readers if one.takes_cards for kind in one.cards)
    configured = frozenset(kind for one in readers for kind in one.cards)
    because = printer_trouble(printer)
    scans = scanner is not None and scanner.status.state in READY
    return Offer(
        cards=cards,
        missing_cards=configured - cards,
        scans=scans,
        e_cards=scans and means.e_cards,
        types=means.typing,
        ways=(Way.PHONE,) if because else (Way.PAPER, Way.PHONE),
        no_paper_because=because,
    )


def needs_no_card(ticket_class: TicketClass | None, hall: HallView | None) -> bool:
    """The hall gives anonymous numbers of this class."""
    return hall is not None and ticket_class in hall.anonymous_classes
