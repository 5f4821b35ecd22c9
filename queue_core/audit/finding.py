"""What a check says: one event, what stands in it, and what the rule wants."""

from msgspec import Struct


class Complaint(Struct, frozen=True, kw_only=True):
    """What one check has against one event. `ticket_id` and `window` are those it concerns."""

    found: str
    wanted: str
    ticket_id: int | None = None
    window: int | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """A violation. `rule` names the check, `sentence` is what it watches over, `number` the printed one."""

    rule: str
    sentence: str
    sequence: int
    at_ms: int
    number: str | None
    window: int | None
    found: str
    wanted: str
