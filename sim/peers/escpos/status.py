"""What the printer says about how it is: `DLE EOT n`, `GS r 1`, and the blocks of automatic status.

Bits 1 and 4 of a DLE EOT answer are always set, bits 0 and 7 never. Byte 1 of an automatic block has bit 4
set and bits 0, 1 and 7 clear; in bytes 2 to 4, bits 4 and 7 are clear.
Of the drawer, the head's heat and the feed button nothing is known here: their bits stay clear.
"""

from enum import IntFlag

from sim.world.casing import Casing
from sim.world.roll import PaperState, Roll

_FIXED, _BLOCK_FIXED = 0x12, 0x10
_OFFLINE, _COVER, _STOPPED_BY_PAPER_END, _ERROR = 0x08, 0x04, 0x20, 0x40
_MECHANICAL, _CUTTER, _UNRECOVERABLE = 0x04, 0x08, 0x20
_NEAR_END, _END = 0x0C, 0x60
_BLOCK_COVER, _BLOCK_NEAR_END, _BLOCK_END = 0x20, 0x03, 0x0C


class Watched(IntFlag):
    """The bits of n in `GS a n`: of what a change is told unasked."""

    DRAWER = 0x01
    ONLINE = 0x02
    ERROR = 0x04
    PAPER = 0x08


def real_time(n: int, casing: Casing, roll: Roll) -> int:
    """The one byte that answers `DLE EOT n`, n from 1 to 4."""
    is_out = roll.state is PaperState.END
    match n:
        case 1:
            signs = {_OFFLINE: is_out or not casing.lets_print}
        case 2:
            signs = {_COVER: casing.is_cover_open, _STOPPED_BY_PAPER_END: is_out, _ERROR: casing.has_fault}
        case 3:
            signs = _errors(casing)
        case _:
            signs = {_NEAR_END: roll.state is not PaperState.ENOUGH, _END: is_out}
    return _FIXED | _sum(signs)


def paper(roll: Roll) -> int:
    """The byte that answers `GS r 1`."""
    return {PaperState.ENOUGH: 0x00, PaperState.NEAR_END: 0x03, PaperState.END: 0x0F}[roll.state]


def block(casing: Casing, roll: Roll) -> bytes:
    """The four bytes that come unasked after `GS a`."""
    is_out = roll.state is PaperState.END
    online = {_OFFLINE: is_out or not casing.lets_print, _BLOCK_COVER: casing.is_cover_open}
    left = {_BLOCK_NEAR_END: roll.state is not PaperState.ENOUGH, _BLOCK_END: is_out}
    return bytes((_BLOCK_FIXED | _sum(online), _sum(_errors(casing)), _sum(left), 0))


def watched(told: bytes, of: Watched) -> tuple[int, ...]:
    """What of a block makes it be told again, when it changes."""
    parts = {Watched.ONLINE: told[0], Watched.ERROR: told[1], Watched.PAPER: told[2]}
    return tuple(byte for part, byte in parts.items() if part in of)


def _errors(casing: Casing) -> dict[int, bool]:
    return {
        _MECHANICAL: casing.has_paper_jam,
        _CUTTER: casing.has_cutter_fault,
        _UNRECOVERABLE: casing.has_unrecoverable_fault,
    }


def _sum(signs: dict[int, bool]) -> int:
    return sum(bits for bits, is_so in signs.items() if is_so)
