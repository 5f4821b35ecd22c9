"""What stands inside events, as the auditor reads it: only the fields a check needs.

Written from docs/journal.md, not from the engine's classes.
"""

from typing import Literal

from msgspec import Struct

from queue_core.audit.rules import Unit
from queue_core.audit.words import (
    Condition,
    Doubt,
    Found,
    OrderState,
    Positive,
    Purpose,
    RatingChannel,
    Stage,
    Trouble,
)


class Session(Struct, frozen=True, gc=False):
    opens_at_ms: int
    closes_at_ms: int


class Errand(Struct, frozen=True, gc=False):
    unit: Unit
    seniority_ms: int
    case_id: int | None = None
    is_done: bool = False


class Priority(Struct, frozen=True, gc=False):
    kind: Literal["age", "disability", "military", "green-channel"]
    verified_by: str


class Slot(Struct, frozen=True, gc=False):
    appointment_id: int
    starts_at_ms: int
    ends_at_ms: int


class Appointment(Struct, frozen=True, gc=False):
    appointment_id: int
    unit: Unit
    starts_at_ms: int
    ends_at_ms: int
    places: int
    state: Literal["booked", "checked-in", "cancelled", "missed"] = "booked"
    ticket_id: int | None = None


class OnShelf(Struct, frozen=True, gc=False, tag="shelf"):
    label: str


class InDoor(Struct, frozen=True, gc=False, tag="door"):
    cabinet: str
    door: int


class AtPartner(Struct, frozen=True, gc=False, tag="partner"):
    partner: str
    reference: str


class Posted(Struct, frozen=True, gc=False, tag="posted"):
    carrier: str
    reference: str


class Case(Struct, frozen=True, gc=False):
    case_id: int
    unit: Unit
    state: Literal["accepted", "ready", "handed-over", "expired", "returned"]
    ready_at_ms: int | None = None
    place: OnShelf | InDoor | AtPartner | Posted | None = None
    is_missing: bool = False
    serial: int = 0
    keep_until_ms: int | None = None


class Door(Struct, frozen=True, gc=False):
    cabinet: str
    number: int
    condition: Condition = "unknown"
    since_ms: int = 0
    case_id: int | None = None
    unlocking_id: int | None = None
    trouble: Trouble | None = None
    is_left_open: bool = False
    is_in_service: bool = True


class Unlocking(Struct, frozen=True, gc=False):
    unlocking_id: Positive
    cabinet: str
    door: int
    purpose: Purpose
    state: OrderState
    asked_at_ms: int
    case_id: int | None = None
    opened_at_ms: int | None = None
    ended_at_ms: int | None = None
    said: Found | None = None
    doubt: Doubt | None = None
    doubted: Purpose | None = None

    @property
    def is_pending(self) -> bool:
        return self.state in ("asked", "open", "unsure")


class ProofCount(Struct, frozen=True, gc=False):
    cabinet: str
    wrong: int = 0
    locks: int = 0
    locked_until_ms: int = 0


class FollowUp(Struct, frozen=True):
    follow_up_id: Positive
    ticket_id: int
    visited_on: str
    window: int
    clerk: str | None
    level: int
    labels: tuple[str, ...]
    channel: RatingChannel
    due_on: str
    stage: Stage = "contact"
    is_redone: bool = False


class Notice(Struct, frozen=True):
    notice_id: Positive
    texts: dict[str, str]
