"""A cabinet as it truly is: what lies behind its doors, what its boards see, what its program has in hand.

Holds the truth beside the journal. Knows nothing of the hall but the orders handed to it.
"""

from dataclasses import dataclass, field

CLOSED, OPEN, UNKNOWN = "closed", "open", "unknown"
BOARD_OF = {1: 1, 2: 1, 3: 2, 4: 2}
TOO_LATE_MS = 60_000
"""An order older than this is not carried out any more: the hall has doubts about it by then."""


@dataclass
class Cabinet:
    """`inside` by door; `seen` are changes the program saw and has not told; `told` what the hall heard last.

    A `pried` door cannot be closed before it was told: its lock is broken.
    """

    inside: dict[int, list[int]] = field(default_factory=lambda: {each: [] for each in BOARD_OF})
    is_open: dict[int, bool] = field(default_factory=lambda: dict.fromkeys(BOARD_OF, False))
    away: set[int] = field(default_factory=set)
    pried: set[int] = field(default_factory=set)
    in_hand: dict[int, tuple[int, int]] = field(default_factory=dict)
    watched: dict[int, str] = field(default_factory=dict)
    seen: list[tuple[int, str]] = field(default_factory=list)
    told: dict[int, str] = field(default_factory=dict)
    is_running: bool = False
    has_line: bool = True

    @property
    def is_connected(self) -> bool:
        return self.is_running and self.has_line

    def condition(self, door: int) -> str:
        """What the board says."""
        if BOARD_OF[door] in self.away:
            return UNKNOWN
        return OPEN if self.is_open[door] else CLOSED

    def conditions(self) -> dict[int, str]:
        return {each: self.condition(each) for each in BOARD_OF}

    def look(self) -> None:
        """The program asks its boards, as it does all the time."""
        if not self.is_running:
            return
        for door, condition in self.conditions().items():
            if self.watched.get(door) != condition:
                self.watched[door] = condition
                self.seen.append((door, condition))

    def start(self) -> None:
        self.is_running, self.in_hand, self.seen = True, {}, []
        self.watched = self.conditions()

    def kill(self) -> None:
        self.is_running, self.in_hand, self.seen, self.watched = False, {}, [], {}

    def set_open(self, door: int, *, is_open: bool) -> None:
        self.is_open[door] = is_open
        self.look()

    def put(self, door: int, case_id: int) -> None:
        assert self.is_open[door]
        assert not self.inside[door]
        self.inside[door].append(case_id)

    def take(self, door: int) -> list[int]:
        assert self.is_open[door]
        taken, self.inside[door] = self.inside[door], []
        return taken

    def where(self, case_id: int) -> int | None:
        return next((door for door, cases in self.inside.items() if case_id in cases), None)
