"""What travels between relay and uplink: one MessagePack object a WebSocket message.

    uplink → relay   Hello, then Answered for each Asked, and Leaving before it goes
    relay → uplink   Welcome, then Asked

The uplink shows its token as `Authorization: Bearer` of the handshake. Several requests are under way at
once; answers come in any order.
"""

from collections.abc import Iterable

import msgspec
from msgspec import Struct

PROTOCOL = 1
MAX_BODY = 64 * 1024
MAX_ANSWER = 2 * 1024 * 1024

_TO_THE_HALL = frozenset(
    {
        "accept",
        "accept-encoding",
        "accept-language",
        "content-type",
        "idempotency-key",
        "if-none-match",
        "x-request-id",
    }
)
_TO_THE_PHONE = frozenset(
    {
        "allow",
        "cache-control",
        "content-encoding",
        "content-language",
        "content-security-policy",
        "content-type",
        "etag",
        "last-modified",
        "paihao-protocol",
        "permissions-policy",
        "referrer-policy",
        "retry-after",
        "service-worker-allowed",
        "vary",
        "x-content-type-options",
        "x-request-id",
    }
)
Headers = tuple[tuple[str, str], ...]


class Hello(Struct, frozen=True, kw_only=True, tag="hello"):
    """`hall` names the hall this uplink belongs to; a relay serves one."""

    hall: str
    protocol: int = PROTOCOL


class Welcome(Struct, frozen=True, kw_only=True, tag="welcome"):
    """From now on requests may come."""


class Asked(Struct, frozen=True, kw_only=True, tag="asked"):
    """One request. Printing one shows no path and no body: secrets of holders are in them."""

    number: int
    method: str
    path: str
    query: str
    headers: Headers
    body: bytes

    def __repr__(self) -> str:
        return f"Asked({self.number} {self.method})"


class Answered(Struct, frozen=True, kw_only=True, tag="answered"):
    """The answer to the request of that number. Printing one shows no body."""

    number: int
    status: int
    headers: Headers
    body: bytes

    def __repr__(self) -> str:
        return f"Answered({self.number} {self.status})"


class Leaving(Struct, frozen=True, kw_only=True, tag="leaving"):
    """Ask me nothing more; what is under way is still answered."""


FromUplink = Hello | Answered | Leaving
FromRelay = Welcome | Asked

encode = msgspec.msgpack.encode
_from_uplink: msgspec.msgpack.Decoder[FromUplink] = msgspec.msgpack.Decoder(FromUplink)
_from_relay: msgspec.msgpack.Decoder[FromRelay] = msgspec.msgpack.Decoder(FromRelay)


def from_uplink(frame: bytes) -> FromUplink:
    """Raises msgspec.MsgspecError for anything else than a message of ours."""
    return _from_uplink.decode(frame)


def from_relay(frame: bytes) -> FromRelay:
    """Raises msgspec.MsgspecError for anything else than a message of ours."""
    return _from_relay.decode(frame)


def to_the_hall(headers: Iterable[tuple[str, str]]) -> Headers:
    """Of a phone's headers, those that the hall has a use for."""
    return tuple((name.lower(), value) for name, value in headers if name.lower() in _TO_THE_HALL)


def to_the_phone(headers: Iterable[tuple[str, str]]) -> Headers:
    """Of the hall's headers, those that a phone or a cache has a use for."""
    return tuple((name.lower(), value) for name, value in headers if name.lower() in _TO_THE_PHONE)
