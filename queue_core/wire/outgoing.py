"""Messages to citizens as staff see them: how carriers are, what did not get through. No phone is in it."""

from enum import StrEnum

from msgspec import Struct


class MessageKind(StrEnum):
    RESULT_READY = "result_ready"
    FEW_AHEAD = "few_ahead"
    CALLED = "called"
    APPOINTMENT_TOMORROW = "appointment_tomorrow"
    RATING_LINK = "rating_link"
    LOCKER_EXPIRING = "locker_expiring"


class CarrierStanding(Struct, frozen=True, kw_only=True):
    """A carrier 发送渠道: `since_ms` is since when it is up or away; None: nothing went over it yet.

    `in_hand` messages are on their way over it just now; `sent` counts since the server's start.
    `tried_ms` is when it last answered, or did not.
    """

    name: str
    is_up: bool
    since_ms: int | None
    in_hand: int
    sent: int
    tried_ms: int | None = None


class Waiting(Struct, frozen=True, kw_only=True):
    """What of a kind waits to be sent; `oldest_ms` is when the oldest was written."""

    kind: MessageKind
    count: int
    oldest_ms: int


class DeadCount(Struct, frozen=True, kw_only=True):
    """How many messages died of a reason, listed or not; `can_go_again`: of so many the recipient is kept."""

    reason: str
    count: int
    can_go_again: int
    remedy: dict[str, str]


class Messages(Struct, frozen=True, kw_only=True):
    """GET /api/v1/messages (supervisor). `today` counts by what became of them: sent, delivered, dead …"""

    now_ms: int
    carriers: tuple[CarrierStanding, ...]
    waiting: tuple[Waiting, ...]
    today: dict[str, int]
    dead: tuple[DeadCount, ...] = ()


class DeadLetter(Struct, frozen=True, kw_only=True):
    """GET /api/v1/messages/dead-letters (supervisor), the newest first, 200 at most: 死信.

    POST /api/v1/messages/{message_id}/again sends one once more, if it `can_go_again`: its recipient is still
    kept. With the same key again it is answered as before; refused as `message-not-dead`. `reason` is a code;
    `remedy` says by language tag what staff can do.
    """

    message_id: int
    kind: MessageKind
    attempts: int
    created_at_ms: int
    since_ms: int | None
    reason: str
    remedy: dict[str, str]
    can_go_again: bool


class SendAllAgain(Struct, frozen=True, kw_only=True):
    """POST /api/v1/messages/dead-letters/again (supervisor): all of one `reason`, once more; likewise."""

    reason: str


class GoAgain(Struct, frozen=True, kw_only=True):
    """How many dead letters will go once more."""

    count: int
