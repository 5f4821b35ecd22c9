"""Putting the pieces of a long text together, as a phone does: by reference, total and number."""

from dataclasses import dataclass, field

from sim.gateways.cmpp_frames import Submit


@dataclass(frozen=True, slots=True)
class Piece:
    receipt: bytes
    submit: Submit

    @property
    def content(self) -> bytes:
        return self.submit.content


@dataclass(slots=True)
class Pieces:
    """Of one reference to one number. Another text under the same reference takes its place."""

    total: int
    _first: dict[int, Piece] = field(default_factory=dict)
    _again: dict[int, Piece] = field(default_factory=dict)

    def take(self, number: int, piece: Piece) -> list[Piece]:
        """All of a text when this was the last one missing, else nothing.

        Pieces of a whole text that come again make it whole again when each of them has.
        """
        had = self._first.get(number)
        if had is not None and had.content != piece.content:
            self._first.clear()
            self._again.clear()
        is_whole = len(self._first) == self.total
        into = self._again if is_whole else self._first
        is_new = number not in into
        into[number] = piece
        if not is_new or len(into) < self.total:
            return []
        whole = [into[n] for n in sorted(into)]
        self._again.clear()
        return whole
