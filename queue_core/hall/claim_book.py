"""One-time links by which a phone takes a number over from a kiosk's screen. In memory only, of one server.

A restart ends them all: the kiosk shows a new one. Belongs to the event loop.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable

from msgspec import Struct

from queue_core.hall.errors import Denied

LIFE_MS = 120_000
TOKEN_BYTES = 18


class IssuedClaim(Struct, frozen=True, kw_only=True):
    """`token` is told once and not kept."""

    token: str
    expires_at_ms: int


class _Claim(Struct, frozen=True, kw_only=True):
    """`used_by` is the idempotency key with which a phone came first."""

    digest: bytes
    expires_at_ms: int
    used_by: str | None = None


class ClaimBook:
    """At most one claim a ticket. `now_ms` is the hall's time."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._claims: dict[int, _Claim] = {}

    def issue(self, ticket_id: int) -> IssuedClaim:
        """A new claim; the one before it ends."""
        now_ms = self._now_ms()
        self._claims = {each: claim for each, claim in self._claims.items() if now_ms < claim.expires_at_ms}
        token, expires_at_ms = secrets.token_urlsafe(TOKEN_BYTES), now_ms + LIFE_MS
        self._claims[ticket_id] = _Claim(digest=_digest(token), expires_at_ms=expires_at_ms)
        return IssuedClaim(token=token, expires_at_ms=expires_at_ms)

    def use(self, ticket_id: int, token: str, key: str) -> None:
        """Let the phone that sends `key` have the number; the same one may ask again while the claim lives.

        Raises Denied for a token that is none, and when another phone was first.
        """
        claim = self._living(ticket_id)
        if claim is None or not hmac.compare_digest(claim.digest, _digest(token)):
            raise expired()
        if claim.used_by not in (None, key):
            raise Denied(
                409,
                "claim-used",
                "Another phone has used this link.",
                "Show a new code at the kiosk if the other phone is not yours.",
            )
        self._claims[ticket_id] = _Claim(digest=claim.digest, expires_at_ms=claim.expires_at_ms, used_by=key)

    def is_used(self, ticket_id: int) -> bool:
        """Whether a phone came with the last claim, which lives still."""
        claim = self._living(ticket_id)
        return claim is not None and claim.used_by is not None

    def end(self, ticket_id: int) -> None:
        """The number is over."""
        self._claims.pop(ticket_id, None)

    def _living(self, ticket_id: int) -> _Claim | None:
        claim = self._claims.get(ticket_id)
        return claim if claim is not None and self._now_ms() < claim.expires_at_ms else None


def expired() -> Denied:
    return Denied(
        410,
        "claim-expired",
        "This link is unknown, replaced or too old, or its number is over.",
        "Show a new code at the kiosk; it lives two minutes.",
    )


def _digest(token: str) -> bytes:
    """The token has 144 random bits: nothing slower is needed against guessing."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
