"""The rules a day was opened with, as the auditor reads them: only the fields a check needs.

Written from docs/journal.md, with the values that stand for what a journal leaves out.
"""

from typing import Literal

from msgspec import Struct

from queue_core.audit.words import Size, TicketClass

MINUTE_MS = 60_000


class Unit(Struct, frozen=True, gc=False):
    category: str
    ticket_class: TicketClass


class WindowRules(Struct, frozen=True):
    number: int
    profile: tuple[Unit, ...]
    kind: Literal["counter", "terminal"] = "counter"
    calls: Literal["pressed", "auto"] = "pressed"


class Policy(Struct, frozen=True):
    appointment_head_start_ms: int = 60 * MINUTE_MS
    priority_head_start_ms: int = 45 * MINUTE_MS
    pickup_head_start_ms: int = 10 * MINUTE_MS
    due_before_ms: int = 5 * MINUTE_MS
    tolerance_ms: int = 10 * MINUTE_MS
    short_return_ms: int = 10 * MINUTE_MS
    long_return_ms: int = 30 * MINUTE_MS
    misses: int = 2
    places_back: int = 3
    hold_ms: int = 15 * MINUTE_MS
    holds: int = 2
    remote_head_start_ms: int = 30 * MINUTE_MS
    most_errands: int = 3
    calls_before_no_show: int = 3
    no_show_after_ms: int = 60_000
    terminal_no_show_ms: int = 60_000


class CategoryRules(Struct, frozen=True):
    code: str
    classes: tuple[TicketClass, ...]


class SlotRules(Struct, frozen=True):
    category: str
    capacity: int
    slot_ms: int = 30 * MINUTE_MS
    places: dict[str, int] = {}


class GreenChannel(Struct, frozen=True):
    code: str
    windows: tuple[int, ...]


class RatingRules(Struct, frozen=True):
    needs_proof: bool = False
    late_days: int = 7
    low_levels: tuple[int, ...] = (1, 2)


class DoorRules(Struct, frozen=True):
    number: int
    size: Size


class CabinetRules(Struct, frozen=True):
    code: str
    doors: tuple[DoorRules, ...]


class PickupRules(Struct, frozen=True):
    door_ms: int = 3 * 24 * 60 * MINUTE_MS
    keep_ms: int = 30 * 24 * 60 * MINUTE_MS
    told_within_ms: int = MINUTE_MS
    left_open_ms: int = 2 * MINUTE_MS
    said_within_ms: int = 5 * MINUTE_MS
    wrong_proofs: int = 5
    lock_ms: int = 5 * MINUTE_MS
    longest_lock_ms: int = 60 * MINUTE_MS


class Rules(Struct, frozen=True):
    categories: tuple[CategoryRules, ...]
    windows: tuple[WindowRules, ...]
    policy: Policy = Policy()
    slots: tuple[SlotRules, ...] = ()
    number_digits: int = 3
    rating_within_ms: int = 120_000
    rating: RatingRules = RatingRules()
    channels: tuple[GreenChannel, ...] = ()
    cabinets: tuple[CabinetRules, ...] = ()
    pickup: PickupRules = PickupRules()

    def units(self) -> frozenset[Unit]:
        """All (category, class) pairs there are in the hall."""
        return frozenset(Unit(each.code, name) for each in self.categories for name in each.classes)
