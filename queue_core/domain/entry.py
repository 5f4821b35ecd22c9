"""Events and tickets as they are kept: with place, origin and owner."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from queue_core.domain.events import Event


class Entry(Struct, frozen=True, kw_only=True, gc=False):
    """One event of the journal with its place and origin.

    Events of one command share its idempotency `key`; `fingerprint` is a keyed hash of actor and command.
    """

    sequence: int
    key: str
    fingerprint: bytes
    actor: str
    event: Event


class Stretch(NamedTuple):
    """Successive entries of the journal from sequence `first` on, as far as a replay needs them."""

    first: int
    keys: Sequence[str]
    events: Sequence[Event]


class Attendance(Struct, frozen=True, kw_only=True, gc=False):
    """Whose ticket it is: `person` is a keyed hash that lives outside the chain and dies with its key."""

    ticket_id: int
    day: str
    person: bytes
