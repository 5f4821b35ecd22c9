"""receipt.toml: what stands on a receipt, in which order. Elements and checks are those of the ticket."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import ClassVar

from pydantic import Field

from display.ticket.template import Element, Template
from display.ticket.vocabulary import Vocabulary
from queue_core.config import load

DEFAULT = Path(__file__).parent / "templates" / "receipt.toml"


class Placeholder(StrEnum):
    """What a line can say of a receipt."""

    CASE = "case"
    HALL = "hall"
    CATEGORY = "category"
    MATTER = "matter"
    GIVEN = "given"
    AT_WINDOW = "at_window"
    CLERK = "clerk"
    ID_TAIL = "id_tail"
    NUMBER = "number"
    DAYS = "days"
    NTH = "nth"


class Condition(StrEnum):
    """What can be true of a receipt."""

    ACCEPTANCE = "acceptance"
    HAND_OVER = "hand-over"
    WINDOW = "window"
    LOCKER = "locker"
    POST = "post"
    PHONE = "phone"
    MATTER = "matter"
    AT_WINDOW = "at-window"
    CLERK = "clerk"
    ID_TAIL = "id-tail"
    NUMBER = "number"
    DAYS = "days"
    REPRINT = "reprint"


# What not every receipt has, and what it is called.
NOT_ALWAYS: Mapping[str, tuple[str, str]] = {
    Placeholder.MATTER: (Condition.MATTER, "a matter"),
    Placeholder.AT_WINDOW: (Condition.AT_WINDOW, "a window"),
    Placeholder.CLERK: (Condition.CLERK, "a clerk"),
    Placeholder.ID_TAIL: (Condition.ID_TAIL, "the end of an ID number"),
    Placeholder.NUMBER: (Condition.NUMBER, "a number of the queue"),
    Placeholder.DAYS: (Condition.DAYS, "days to be kept"),
    Placeholder.NTH: (Condition.REPRINT, "been printed before"),
}
OF_A_RECEIPT = Vocabulary(
    slip="receipt",
    named=Placeholder.CASE,
    placeholders=tuple(Placeholder),
    conditions=tuple(Condition),
    not_always=NOT_ALWAYS,
)


class ReceiptElement(Element):
    vocabulary: ClassVar[Vocabulary] = OF_A_RECEIPT


class ReceiptTemplate(Template):
    vocabulary: ClassVar[Vocabulary] = OF_A_RECEIPT

    element: tuple[ReceiptElement, ...] = Field(min_length=1, examples=[[{"kind": "line", "text": "{case}"}]])


def read(path: Path) -> ReceiptTemplate:
    """Raises ConfigErrors with every mistake of the file."""
    return load(path, ReceiptTemplate)


@cache
def default() -> ReceiptTemplate:
    return read(DEFAULT)
