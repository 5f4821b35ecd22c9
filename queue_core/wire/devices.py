"""How the devices of front ends are: told by each front end of its own, seen by supervisors."""

from typing import Annotated

from msgspec import Meta, Struct

from queue_core.wire.words import Role

Word = Annotated[str, Meta(max_length=64)]
Sentence = Annotated[str, Meta(max_length=256)]


class DeviceHealth(Struct, frozen=True, kw_only=True):
    """One device. The words of `kind`, `state` and `parts` are the drivers'.

    `address` has no options. `trouble` is the code of why it cannot be used, `remedy` what to do about it.
    `since_ms` is when the state became so, by the front end's clock; as the hall tells it on, when the hall
    heard of it first, by the hall's clock.
    """

    name: Word
    kind: Word
    address: Sentence
    state: Word
    parts: dict[Word, Word] = {}
    trouble: Word | None = None
    remedy: Sentence | None = None
    since_ms: int


class ReportDevices(Struct, frozen=True, kw_only=True):
    """POST /api/v1/devices/health: all devices of a front end, in place of what it told before."""

    devices: Annotated[tuple[DeviceHealth, ...], Meta(max_length=64)]


class FrontEndHealth(Struct, frozen=True, kw_only=True):
    """GET /api/v1/devices/health: one front end's last report.

    `heard_ms` is by the hall's clock. `is_overdue`: it has told nothing for longer than it should, so it may
    be off itself.
    """

    front_end: str
    role: Role
    heard_ms: int
    is_overdue: bool
    devices: tuple[DeviceHealth, ...]
