"""How high letters must be to be read from afar, and how many pixels that is on a screen.

The rule: capital letters and digits are at least a 200th of the reading distance high, 75 mm at 15 m, which
is 17 minutes of arc. Source: Regulation (EU) 1300/2014 (accessibility of railways), which asks displays for
letters of a 250th of the reading distance and adds a quarter to signs in its Appendix N; 250 / 1.25 = 200.
A hanzi of the same font is a fifth higher than its capitals. What one may walk nearer for is made to be read
from half the distance.
"""

from dataclasses import dataclass
from math import hypot

DISTANCES_PER_CAP = 200
MM_PER_INCH = 25.4
MM_PER_M = 1000
CAP_HEIGHT = 0.733  # of Noto Sans CJK, in parts of the font's size (OS/2 table: sCapHeight 733 of 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """The picture's diagonal, and the distance from which it must be read."""

    diagonal_in: float = 75.0
    viewing_m: float = 15.0

    def mm_per_px(self, width: int, height: int) -> float:
        """Of a picture of so many square pixels that fills the diagonal."""
        return self.diagonal_in * MM_PER_INCH / hypot(width, height)

    def font_px(self, width: int, height: int) -> float:
        """The least size of a font whose capitals can be read from the viewing distance."""
        cap_mm = self.viewing_m * MM_PER_M / DISTANCES_PER_CAP
        return cap_mm / CAP_HEIGHT / self.mm_per_px(width, height)
