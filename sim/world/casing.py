"""A printer's casing: its cover, its feed button (off line), and what can break inside.

Not modelled: a head that gets hot, paper that is fed by hand, a cover that only looks shut.
"""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Casing:
    """`cover_opens_after_rows`: somebody will lift the cover when that many more rows were printed."""

    is_cover_open: bool = False
    cover_opens_after_rows: int | None = None
    is_offline: bool = False
    has_cutter_fault: bool = False
    has_unrecoverable_fault: bool = False
    has_paper_jam: bool = False

    @property
    def lets_print(self) -> bool:
        return not (self.is_cover_open or self.is_offline or self.has_fault)

    @property
    def has_fault(self) -> bool:
        return self.has_cutter_fault or self.has_unrecoverable_fault or self.has_paper_jam

    def rows_until_cover(self, rows: int) -> int:
        """How many of `rows` can still be printed before the cover is lifted."""
        return rows if self.cover_opens_after_rows is None else min(rows, self.cover_opens_after_rows)

    def note_printed(self, rows: int) -> None:
        if self.cover_opens_after_rows is None:
            return
        self.cover_opens_after_rows -= rows
        if self.cover_opens_after_rows <= 0:
            self.cover_opens_after_rows, self.is_cover_open = None, True
