"""Events to stored bytes and back, and the hash that chains them.

A row's hash is SHA-256 over the hash before it (32 bytes, zeros at the beginning), the header as compact JSON
`[sequence,at_ms,key,fingerprint in hex,actor,kind,version]`, a line feed, and the body exactly as stored.
"""

from hashlib import sha256
from typing import get_args

import msgspec
from msgspec import Struct

from queue_core.domain.events import Event, kind_of
from queue_core.store.upcasting import is_old, upcast

GENESIS = bytes(32)

_CLASSES: tuple[type[Event], ...] = get_args(Event)
KINDS = {each: kind_of(each) for each in _CLASSES}
_VERSIONS = {kind_of(each): each.VERSION for each in _CLASSES}
CURRENT = frozenset(each for each in _VERSIONS.items() if not is_old(*each))
"""Kinds of events with the version whose bodies are read by `decode` as they are."""
_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


class Header(Struct, frozen=True, array_like=True, gc=False):
    """All of a row but its body and hashes; `fingerprint` in hex."""

    sequence: int
    at_ms: int
    key: str
    fingerprint: str
    actor: str
    kind: str
    version: int


def encode(event: Event) -> bytes:
    return _encoder.encode(event)


def is_known(kind: str, version: int) -> bool:
    """Whether this program can read events of that kind and version."""
    return _VERSIONS.get(kind) == version or is_old(kind, version)


decode = _decoder.decode
"""An event from the body of a current one. Raises msgspec.MsgspecError for bytes that are none."""


def read(kind: str, version: int, body: bytes) -> Event:
    """An event of any release that `is_known`. Raises msgspec.MsgspecError for bytes that are none."""
    if is_old(kind, version):
        try:
            body = upcast(kind, version, body)
        except KeyError as error:
            raise msgspec.ValidationError(f"{error} is missing") from error
    return decode(body)


def chained(previous: bytes, header: Header, body: bytes) -> bytes:
    """The hash of a row."""
    return sha256(b"%b%b\n%b" % (previous, _encoder.encode(header), body)).digest()
