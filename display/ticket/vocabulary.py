"""What the lines of a slip can say, and what can be true of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

NOT = "not "
"""Before a condition: where it does not hold."""


class Placeholder(StrEnum):
    """What a line can say of a ticket."""

    NUMBER = "number"
    CATEGORY = "category"
    CLASS = "class"
    AHEAD = "ahead"
    ABOUT_MIN = "about_min"
    WITHIN_MIN = "within_min"
    ISSUED = "issued"
    HALL = "hall"
    SLOT = "slot"
    WINDOWS = "windows"
    WHERE = "where"


class Condition(StrEnum):
    """What can be true of a ticket."""

    ESTIMATE = "estimate"
    AHEAD = "ahead"
    NOBODY_AHEAD = "nobody-ahead"
    ACCEPT = "accept"
    CONSULT = "consult"
    PICKUP = "pickup"
    APPOINTMENT = "appointment"
    MAY_NOT_BE_CALLED = "may-not-be-called"
    PRIORITY = "priority"
    WINDOWS = "windows"
    PLACE = "place"


# What not every ticket has, and what it is called.
NOT_ALWAYS: Mapping[str, tuple[str, str]] = {
    Placeholder.ABOUT_MIN: (Condition.ESTIMATE, "an estimate"),
    Placeholder.WITHIN_MIN: (Condition.ESTIMATE, "an estimate"),
    Placeholder.SLOT: (Condition.APPOINTMENT, "an appointment"),
    Placeholder.WINDOWS: (Condition.WINDOWS, "windows"),
    Placeholder.WHERE: (Condition.PLACE, "a place"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What lines of a kind of slip (`slip` is its name) can say, and what `when` can ask.

    `named` is the placeholder by which one is told from another; `not_always` says which condition must hold
    for a placeholder to stand for something, and what is missing otherwise.
    """

    slip: str
    named: str
    placeholders: tuple[str, ...]
    conditions: tuple[str, ...]
    not_always: Mapping[str, tuple[str, str]]


OF_A_TICKET = Vocabulary(
    slip="ticket",
    named=Placeholder.NUMBER,
    placeholders=tuple(Placeholder),
    conditions=tuple(Condition),
    not_always=NOT_ALWAYS,
)
