"""A slip of paper in words no printer has of its own; the kiosk composes it, a driver prints it."""

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Text, broken where it is wider than the paper. `size` 1–8 times the printer's own letter."""

    text: str
    align: Align = Align.LEFT
    size: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """A QR code in the middle, error correction M; `module_dots` 1–16 is the edge of one module."""

    content: str
    module_dots: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A black and white picture in the middle, such as the hall's emblem: a PNG file's bytes.

    One pixel is one dot; what is wider than the paper is made smaller.
    """

    png: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """Empty lines of size 1."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Cut:
    """Feeds past the knife and cuts."""


Element = Line | Rule | QrCode | Picture | Space | Cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    elements: tuple[Element, ...]
