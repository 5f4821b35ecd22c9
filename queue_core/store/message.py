"""A message to a citizen as the outbox keeps it, and what is told of it."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from queue_core.store.retention import Purpose

ERASED = "erased"
NOT_NEEDED = "not-needed"
"""Why a message was given up that was no longer true: nobody needs to see to it."""
CARRIER_GONE = "carrier-gone"
"""A carrier that is set up no longer may have it: whether it went will not be known."""


class MessageKind(StrEnum):
    RESULT_READY = "result_ready"
    FEW_AHEAD = "few_ahead"
    CALLED = "called"
    APPOINTMENT_TOMORROW = "appointment_tomorrow"
    RATING_LINK = "rating_link"
    LOCKER_EXPIRING = "locker_expiring"


URGENT = (MessageKind.CALLED, MessageKind.FEW_AHEAD)
"""Claimed before all others, in this order: they are worth nothing later."""


class MessageState(StrEnum):
    PENDING = "pending"
    SENT = "sent"
    DELIVERED = "delivered"  # as the far end reports
    UNDELIVERED = "undelivered"
    FAILED = "failed"  # and to be tried again
    DEAD = "dead"  # given up


class Recipient(Struct, frozen=True, kw_only=True, gc=False):
    """A phone number or the like, sealed by the vault under `purpose` and `day`, about the `dedupe_key`."""

    purpose: Purpose
    day: str
    sealed: bytes


class Message(Struct, frozen=True, kw_only=True):
    """`params` fill the carrier's template and hold no personal data: a number, a window, a place.

    Of all messages with one `dedupe_key` the first alone is sent: not before `not_before_ms`, and not after
    `expires_at_ms`, when it is not worth sending any more (None: the sender knows how long its kind is).
    """

    dedupe_key: str
    kind: MessageKind
    recipient: Recipient
    params: Mapping[str, str]
    created_at_ms: int
    not_before_ms: int | None = None
    expires_at_ms: int | None = None


class Claimed(Struct, frozen=True, kw_only=True):
    """A message to be sent now. `attempts` counts this one; of them `excused` were not the message's fault.

    `again` counts how often staff had it sent anew after it was reported undelivered: what was sent before
    is not this one. `carrier` is the one that may have it from an attempt before; None: none has.
    """

    message_id: int
    attempts: int
    message: Message
    excused: int = 0
    again: int = 0
    carrier: str | None = None


class Sent(Struct, frozen=True, kw_only=True):
    """`is_delivered`: nothing more will be told of it; else `heard` are the parts of it that arrived."""

    claimed: Claimed
    receipt: str
    sent_at_ms: int
    is_delivered: bool
    heard: frozenset[str] = frozenset()


class DeadLetter(Struct, frozen=True, kw_only=True):
    """A message that did not reach its citizen. `can_go_again`: its recipient is still kept."""

    message_id: int
    kind: MessageKind
    state: MessageState
    attempts: int
    reason: str
    created_at_ms: int
    since_ms: int | None
    can_go_again: bool


class DeadCount(Struct, frozen=True, kw_only=True):
    """How many died of a reason, and how many of them can go again. `was_sent`: it is a delivery report's."""

    reason: str
    count: int
    can_go_again: int
    was_sent: bool


class Queued(Struct, frozen=True, kw_only=True):
    """What of a kind waits, and since when the oldest."""

    kind: MessageKind
    count: int
    oldest_ms: int
