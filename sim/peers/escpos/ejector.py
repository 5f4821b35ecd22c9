"""The commands of the Custom KPM family around its presenter, and its status bytes (KPM210 manual).

Ejector, `GS e n [m]`: 2 retract, 3 present by m steps, 5 eject, 6 tell its status. Its first and fourth
forms are not described anywhere: they do nothing and are noted. `DLE EOT 17` is the print status (bits 1 and
4 always set), `DLE EOT 20` the full status of six bytes.
The last byte of it is the KPM300's: bit 0 is the cutter, bit 2 the memory, which stands here for all that no
hand can mend. Not modelled: virtual paper end, notch, lifted head, keys, heat, voltage, unknown commands
(their bits stay clear); how far m steps are; a model whose drawing back is switched off.
"""

from sim.world.casing import Casing
from sim.world.presenter import Place, Presenter
from sim.world.roll import PaperState, Roll

PRINT_STATUS, FULL_STATUS = 17, 20
_MOVES = {2: Place.IN_BIN, 3: Place.AT_OUTPUT, 5: Place.OUTSIDE}
_TELL = 6


class Ejector:
    def __init__(self, presenter: Presenter, casing: Casing, roll: Roll) -> None:
        self._presenter, self._casing, self._roll = presenter, casing, roll

    def take(self, arguments: bytes) -> tuple[bytes, str | None]:
        """`GS e`: what it answers, and what was odd."""
        n = arguments[0]
        if n == _TELL:
            return bytes((self._status(),)), None
        if n not in _MOVES:
            return b"", f"GS e {n} is not described"
        is_moved = self._presenter.move(_MOVES[n])
        return b"", None if is_moved else f"GS e {n} had nothing to move"

    def print_status(self) -> int:
        """The answer to `DLE EOT 17`: printing takes no time, so the motor stands still."""
        return 0x12 | (0x20 if self._is_out else 0)

    def full_status(self) -> bytes:
        """The four bytes that follow `10 0F` in the answer to `DLE EOT 20`."""
        casing = self._casing
        paper = (
            (0x01 if self._is_out else 0)
            | (0x04 if self._is_near_end else 0)
            | (0x20 if self._presenter.is_at_output else 0)
        )
        beyond_repair = (0x01 if casing.has_cutter_fault else 0) | (
            0x04 if casing.has_unrecoverable_fault else 0
        )
        return bytes((paper, 0x02 if casing.is_cover_open else 0, 0, beyond_repair))

    def _status(self) -> int:
        presenter = self._presenter
        return (
            (0x01 if self._is_near_end else 0)
            | (0 if self._is_out else 0x04)
            | (0x08 if presenter.is_at_output else 0)
            | (0x40 if presenter.is_jammed else 0)
            | (0x80 if presenter.is_jammed else 0)
        )

    @property
    def _is_out(self) -> bool:
        return self._roll.state is PaperState.END

    @property
    def _is_near_end(self) -> bool:
        return self._roll.state is not PaperState.ENOUGH
