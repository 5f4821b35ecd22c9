"""What a step of a visit asks hall and devices to do. They answer by events."""

from dataclasses import dataclass, field

from kiosk.flow.visit import Decision
from queue_core.wire.messages import Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class LookForCards:
    """Announce a card that already lies on a reader, save on those in `except_on`."""

    except_on: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCard:
    visit_id: int
    reader: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    visit_id: int
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    visit_id: int
    ticket: Ticket = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitPhone:
    """Watch the ticket until a phone holds it, or another visit begins."""

    visit_id: int
    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Nobody holds this number: end it at once instead of leaving it to the hall's timer."""

    ticket_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPrinted:
    """The citizen has the paper, whatever the printer said."""

    ticket_id: int


Effect = LookForCards | ReadCard | Take | Print | AwaitPhone | Withdraw | ConfirmPrinted
