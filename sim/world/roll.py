"""The roll of paper in a ticket printer, at 203 dpi: 8 rows of dots a millimetre.

Not modelled: black marks, a near-end sensor that flutters, a roll put in the wrong way round.
"""

from enum import StrEnum

DOTS_PER_MM = 8


class PaperState(StrEnum):
    ENOUGH = "enough"
    NEAR_END = "near_end"
    END = "end"


class Roll:
    """What is left on it. The near-end sensor looks at the roll's thickness: `near_end_mm` of paper."""

    def __init__(self, *, remaining_mm: float = 50_000, near_end_mm: float = 3_000) -> None:
        self._near_end_rows = round(near_end_mm * DOTS_PER_MM)
        self.rows = round(remaining_mm * DOTS_PER_MM)

    @property
    def remaining_mm(self) -> float:
        return self.rows / DOTS_PER_MM

    @property
    def state(self) -> PaperState:
        if self.rows <= 0:
            return PaperState.END
        return PaperState.NEAR_END if self.rows <= self._near_end_rows else PaperState.ENOUGH

    def replace(self, remaining_mm: float) -> None:
        self.rows = max(0, round(remaining_mm * DOTS_PER_MM))

    def use(self, rows: int) -> None:
        self.rows -= rows
