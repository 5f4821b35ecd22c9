"""Automatic status back: blocks of four bytes that a printer sends by itself when something changes (GS a n).

Bits after Epson's and SNBC's manuals. The first byte has bit 4 set and bits 0, 1 and 7 clear, the other three
have bits 4 and 7 clear: so a block that was cut off is passed over at the first byte of the next.
"""

from dataclasses import dataclass

from drivers.protocol.escpos_status import (
    COVER_OPEN,
    CUTTER,
    ERROR,
    FEED_BUTTON,
    MECHANICAL,
    NEAR_END,
    NOTHING,
    OFFLINE,
    PAPER_END,
    RECOVERS_BY_ITSELF,
    STOPPED_PAPER_END,
    UNRECOVERABLE,
    Answers,
)

LENGTH = 4
_ONLINE, _FAULTS, _PAPER = 0x02, 0x04, 0x08  # what GS a can tell of, besides the drawer
TELL = bytes((0x1D, 0x61, _ONLINE | _FAULTS | _PAPER))
"""Asks for a block now and whenever something changes."""

BACK_OFFLINE, BACK_COVER, BACK_FEED = 0x08, 0x20, 0x40  # of byte 1
BACK_NEAR_END, BACK_PAPER_END = 0x03, 0x0C  # of byte 3


def is_first(byte: int) -> bool:
    return byte & 0x93 == 0x10  # noqa: PLR2004 - the fixed bits


def is_further(byte: int) -> bool:
    return byte & 0x90 == 0x00


@dataclass(frozen=True, slots=True)
class Block:
    """One whole block; the fourth byte is reserved. Faults have the bits of the third DLE EOT answer."""

    casing: int
    faults: int
    paper: int
    reserved: int

    def answers(self) -> Answers:
        """The same in the four answers to DLE EOT."""
        faults = self.faults & (MECHANICAL | CUTTER | UNRECOVERABLE | RECOVERS_BY_ITSELF)
        is_end = bool(self.paper & BACK_PAPER_END)
        return Answers(
            NOTHING | (OFFLINE if self.casing & BACK_OFFLINE else 0),
            NOTHING
            | (COVER_OPEN if self.casing & BACK_COVER else 0)
            | (FEED_BUTTON if self.casing & BACK_FEED else 0)
            | (STOPPED_PAPER_END if is_end else 0)
            | (ERROR if faults else 0),
            NOTHING | faults,
            NOTHING | (NEAR_END if self.paper & BACK_NEAR_END else 0) | (PAPER_END if is_end else 0),
        )
