"""Who waits for what, as everybody in the hall can see: kept from the hall's answers, never asked for.

It only tells a clerk that pressing is worth while. Whom a window gets is the hall's decision.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sim.day.demand import Visitor
from sim.day.house import Unit

_WAITS = frozenset({"waiting", "deferred"})


@dataclass(slots=True, kw_only=True)
class Held:
    """A visitor's number. `open_units` by errand index; `in_hand` what the window does in this sitting."""

    visitor: Visitor
    ticket_id: int
    state: str
    open_units: dict[int, Unit]
    in_hand: tuple[int, ...] = ()
    calls: int = 0
    first_called_ms: int | None = None
    has_converted: bool = False
    is_same_day: bool = False
    estimate: Mapping[str, int] | None = None

    @property
    def units(self) -> frozenset[Unit]:
        return frozenset(self.open_units.values())


@dataclass(slots=True)
class Lobby:
    """`waiting` holds the ids of waiting numbers by unit."""

    numbers: dict[int, Held] = field(default_factory=dict)
    waiting: dict[Unit, set[int]] = field(default_factory=lambda: defaultdict(set))

    def enter(self, visitor: Visitor, ticket: Mapping[str, Any]) -> Held:
        held = Held(
            visitor=visitor,
            ticket_id=ticket["ticket_id"],
            state="",
            open_units={},
            estimate=ticket.get("estimate"),
        )
        self.numbers[held.ticket_id] = held
        self.update(held, ticket)
        return held

    def update(self, held: Held, ticket: Mapping[str, Any]) -> None:
        """Let the mirror follow a ticket as the hall answers it."""
        self._out(held)
        held.state = ticket["state"]
        held.open_units = open_units(ticket["errands"])
        self._in(held)

    def called(self, held: Held, ticket: Mapping[str, Any], at_ms: int) -> None:
        """Let it follow a ticket as a window shows it when calling."""
        self._out(held)
        held.state, held.in_hand = "called", tuple(ticket["in_hand"])
        held.open_units = open_units(ticket["errands"])
        held.calls += 1
        held.first_called_ms = held.first_called_ms or at_ms

    def sat(self, held: Held) -> None:
        """The sitting is over: what is left waits on."""
        for index in held.in_hand:
            held.open_units.pop(index, None)
        held.in_hand = ()
        held.state = "waiting" if held.open_units else "finished"
        self._in(held)

    def gone(self, held: Held, state: str) -> None:
        self._out(held)
        held.state = state

    def anybody_for(self, units: frozenset[Unit]) -> bool:
        return any(ids and unit in units for unit, ids in self.waiting.items())

    def is_empty(self) -> bool:
        """Nobody waits and nobody is served."""
        return not any(
            held.state in _WAITS or held.state in {"called", "serving"} for held in self.numbers.values()
        )

    def count(self) -> int:
        return len(set().union(*self.waiting.values()))

    def _in(self, held: Held) -> None:
        if held.state in _WAITS:
            for unit in held.open_units.values():
                self.waiting[unit].add(held.ticket_id)

    def _out(self, held: Held) -> None:
        for unit in held.open_units.values():
            self.waiting[unit].discard(held.ticket_id)


def open_units(errands: Sequence[Mapping[str, Any]]) -> dict[int, Unit]:
    return {
        index: (errand["category"], errand["ticket_class"])
        for index, errand in enumerate(errands)
        if not errand["is_done"]
    }
