"""What the printer answers when asked how it is: `DLE EOT 1` to `4`, and `GS r 1`.

Bits 1 and 4 of a DLE EOT answer are always set, bits 0 and 7 never.
"""

from sim.world.casing import Casing
from sim.world.roll import PaperState, Roll

_FIXED = 0x12
_OFFLINE, _COVER, _STOPPED_BY_PAPER_END, _ERROR = 0x08, 0x04, 0x20, 0x40
_CUTTER, _UNRECOVERABLE = 0x08, 0x20
_NEAR_END, _END = 0x0C, 0x60


def real_time(n: int, casing: Casing, roll: Roll) -> int:
    """The one byte that answers `DLE EOT n`, n from 1 to 4."""
    is_out = roll.state is PaperState.END
    signs = {
        1: {_OFFLINE: is_out or not casing.lets_print},
        2: {_COVER: casing.is_cover_open, _STOPPED_BY_PAPER_END: is_out, _ERROR: casing.has_fault},
        3: {_CUTTER: casing.has_cutter_fault, _UNRECOVERABLE: casing.has_unrecoverable_fault},
        4: {_NEAR_END: roll.state is not PaperState.ENOUGH, _END: is_out},
    }
    return _FIXED | sum(bits for bits, is_so in signs[n].items() if is_so)


def paper(roll: Roll) -> int:
    """The byte that answers `GS r 1`."""
    return {PaperState.ENOUGH: 0x00, PaperState.NEAR_END: 0x03, PaperState.END: 0x0F}[roll.state]
