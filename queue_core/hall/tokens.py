"""Tokens: random words a device or a session is known by; the hall keeps only keyed hashes of them."""

import base64
import hashlib
import hmac
import secrets
from functools import lru_cache

_REMEMBERED = 1_000  # more than the devices and sessions of a hall


class Tokens:
    """`key` is the hall's own, 32 bytes in a file beside the accounts.

    The hashes of the tokens used last are kept in memory: each request brings one.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self.hash = lru_cache(_REMEMBERED)(self._hash)

    def new(self) -> str:
        return secrets.token_urlsafe(32)

    def _hash(self, token: str) -> bytes:
        return hmac.digest(self._key, b"hash\0" + token.encode(), hashlib.sha256)

    def card_hash(self, serial: str) -> bytes:
        """Of a staff card. Not remembered: its serial is nowhere in memory afterwards."""
        return hmac.digest(self._key, b"staff card\0" + serial.encode(), hashlib.sha256)

    def derived(self, *parts: str) -> str:
        """A token that is the same whenever the same is asked: for a reply that may have to be repeated."""
        message = b"derived\0" + "\0".join(parts).encode()
        return base64.urlsafe_b64encode(hmac.digest(self._key, message, hashlib.sha256)).decode().rstrip("=")
