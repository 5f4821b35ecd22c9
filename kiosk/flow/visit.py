"""A visit: where one citizen is between home and the number, and all that is known of this person.

A visit that ends is replaced by a new one, so that nothing personal can be left over.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from queue_core.wire.messages import CardHolder, TakeNumber, Ticket
from queue_core.wire.words import CardKind, TicketClass


class Page(StrEnum):
    """The pages; their names are the stage's too."""

    HOME = "home"
    CATEGORY = "category"
    CARD = "card"
    READING = "reading"
    CARD_TROUBLE = "card-trouble"
    CONFIRM = "confirm"
    TAKING = "taking"
    TAKE_TROUBLE = "take-trouble"
    HELD = "held"  # the person already holds a number here
    PRINTING = "printing"
    PAPER_TROUBLE = "paper-trouble"
    QR = "qr"
    DONE = "done"
    # In place of the others, as long as the facts are so
    STARTING = "starting"
    AWAY = "away"
    CLOSED = "closed"
    NO_READER = "no-reader"


class Way(StrEnum):
    """How the number shall reach its holder."""

    PAPER = "paper"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One wish for one number. The same key with the same request, however often it is sent: one number."""

    key: str
    request: TakeNumber = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """`visit_id` tells the answers to this visit from late ones to another.

    `trouble` is the code of what went wrong; `has_left_printer` says that bytes of the ticket had left.
    `was_held` marks a number that the person had before this visit: it is never withdrawn from here.
    """

    visit_id: int
    page: Page = Page.HOME
    language: str = "zh-CN"
    ticket_class: TicketClass | None = None
    category: str = ""
    holder: CardHolder | None = field(default=None, repr=False)
    decision: Decision | None = None
    way: Way | None = None
    ticket: Ticket | None = field(default=None, repr=False)
    was_held: bool = False
    trouble: str = ""
    has_left_printer: bool = False
    is_asked: bool = False  # 还在吗?

    @property
    def card_kind(self) -> CardKind | None:
        return self.holder.card if self.holder else None
