"""The exported journal and the hall as it stands after some of it: who waits, and what each window does.

Reads JSON lines as docs/journal.md describes them, and nothing else of ours: so the figures are a stranger's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from sim.day.house import Unit
from sim.errors import BadScenario

Body = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Line:
    """An open or done matter of a number; `seniority_ms` on the hall clock."""

    unit: Unit
    seniority_ms: int
    is_done: bool = False


@dataclass(slots=True, kw_only=True)
class Number:
    """A ticket as the journal tells it. `waits` is true while a window may call it."""

    ticket_id: int
    visitor: int
    issued_ms: int
    errands: list[Line]
    state: str = "waiting"
    has_priority: bool = False
    slot_ms: int | None = None
    slot_ends_ms: int | None = None
    bound_to: int | None = None
    kept_by: int | None = None
    window: int | None = None
    in_hand: tuple[int, ...] = ()
    estimate_ms: tuple[int, int] | None = None
    has_converted: bool = False
    missed_ms: int | None = None

    @property
    def waits(self) -> bool:
        return self.state in {"waiting", "deferred"}

    def units(self) -> set[Unit]:
        return {errand.unit for errand in self.errands if not errand.is_done}

    def seniority_at(self, profile: frozenset[Unit]) -> int | None:
        """The least seniority of what a window may call it for, None when that is nothing."""
        found = [each.seniority_ms for each in self.errands if not each.is_done and each.unit in profile]
        return min(found, default=None)


@dataclass(slots=True)
class Floor:
    """The hall as of an event: profiles and states of windows, numbers, and the head start in effect."""

    profiles: dict[int, frozenset[Unit]] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    numbers: dict[int, Number] = field(default_factory=dict)
    waiting: dict[int, Number] = field(default_factory=dict)
    sessions: tuple[tuple[int, int], ...] = ()
    head_start_ms: int = 0
    at_ms: int = 0

    def hall_ms(self, wall_ms: int) -> int:
        """Opening time passed since the first opening; the wall's clock in a hall that never closes."""
        if not self.sessions:
            return wall_ms
        return sum(min(max(wall_ms - opens, 0), closes - opens) for opens, closes in self.sessions)

    def may_call(self, window: int, number: Number) -> bool:
        """Whether the window serves something the waiting number wants, and is not kept from it."""
        keeper = number.kept_by or number.bound_to
        return (keeper is None or keeper == window) and not self.profiles[window].isdisjoint(number.units())


@dataclass(frozen=True, slots=True)
class Happened:
    at_ms: int
    kind: str
    body: Body


def read_journal(path: Path) -> Iterator[Happened]:
    """Raises BadScenario for a file that is no export."""
    decode = msgspec.json.Decoder().decode
    with path.open("rb") as lines:
        for nth, line in enumerate(lines, start=1):
            try:
                event = decode(line)
                yield Happened(event["at_ms"], event["kind"], event["body"])
            except (msgspec.DecodeError, KeyError, TypeError) as error:
                raise BadScenario(f"{path}:{nth} is no event: {error!r}") from error
