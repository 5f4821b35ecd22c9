"""How an attempt to send a message went, as its sender tells the outbox."""

from msgspec import Struct
from msgspec.structs import replace

from queue_core.store.message import MessageState


class Settlement(Struct, frozen=True, kw_only=True):
    """How an attempt went. Made by the functions below.

    `uncounted` takes back the attempt the claim has counted; `excused` leaves it, and blames the carrier.
    `frees`: no carrier has it, surely; any may take it.
    """

    message_id: int
    state: MessageState
    at_ms: int
    receipt: str | None = None
    reason: str | None = None
    again_at_ms: int | None = None
    uncounted: bool = False
    excused: bool = False
    frees: bool = False


def sent(message_id: int, receipt: str, *, at_ms: int) -> Settlement:
    """`receipt` is the far end's own name of what it took, free of personal data."""
    return Settlement(message_id=message_id, state=MessageState.SENT, at_ms=at_ms, receipt=receipt)


def failed(message_id: int, reason: str, *, at_ms: int, again_at_ms: int, frees: bool = False) -> Settlement:
    """`reason` is a stable code."""
    return Settlement(
        message_id=message_id,
        state=MessageState.FAILED,
        at_ms=at_ms,
        reason=reason,
        again_at_ms=again_at_ms,
        frees=frees,
    )


def broken_off(
    message_id: int, reason: str, *, at_ms: int, again_at_ms: int, frees: bool = False
) -> Settlement:
    """The carrier's line broke: mostly whether the far end has it is not known."""
    tried = failed(message_id, reason, at_ms=at_ms, again_at_ms=again_at_ms, frees=frees)
    return replace(tried, excused=True)


def put_back(
    message_id: int, reason: str, *, at_ms: int, again_at_ms: int, frees: bool = False
) -> Settlement:
    """No carrier has seen it this time."""
    tried = failed(message_id, reason, at_ms=at_ms, again_at_ms=again_at_ms, frees=frees)
    return replace(tried, uncounted=True)


def given_up(message_id: int, reason: str, *, at_ms: int, frees: bool = False) -> Settlement:
    """`reason` is a stable code."""
    return Settlement(message_id=message_id, state=MessageState.DEAD, at_ms=at_ms, reason=reason, frees=frees)
