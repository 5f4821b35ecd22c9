"""Personal data under keys that can be destroyed: one key a purpose and day, each use with a key of its own.

Destroying the key of a day erases what was sealed, the people's keyed hashes and the commands' fingerprints
of that day at once, while the journal's bytes and their chain stay as they are.
"""

import hmac
from base64 import urlsafe_b64encode
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from queue_core.store.cipher import AesGcm, Cipher
from queue_core.store.keys import KeyFile

ALWAYS = ""
SECRET_BYTES = 12
HASH_BYTES = 32


class Purpose(StrEnum):
    QUEUEING = "queueing"
    HALL = "hall"  # the hall's own secret; belongs to no day


class _DayKeys(NamedTuple):
    cipher: Cipher
    person: bytes
    fingerprint: bytes


class FileVault:
    """The vault over keys.db. May be used by any thread. Raises StoreError."""

    def __init__(self, path: Path) -> None:
        self._file = KeyFile(path)
        self.is_new = self._file.is_new
        self._hall_key = self._file.key(Purpose.HALL, ALWAYS)
        self._days: dict[str, _DayKeys] = {}

    def seal(self, day: str, clear: bytes, about: str) -> bytes:
        return self._keys(day).cipher.seal(clear, about.encode())

    def unseal(self, day: str, sealed: bytes, about: str) -> bytes:
        return self._keys(day).cipher.unseal(sealed, about.encode())

    def person(self, day: str, id_number: str) -> bytes:
        """Letters of an ID number count as capitals: readers differ on its last place, x or X."""
        return _keyed_hash(self._keys(day).person, id_number.strip().upper().encode())

    def fingerprint(self, day: str, body: bytes) -> bytes:
        return _keyed_hash(self._keys(day).fingerprint, body)

    def holder_secret(self, reference: str) -> str:
        """96 bits of HMAC-SHA-256 as 16 URL-safe characters."""
        digest = hmac.digest(self._hall_key, b"holder:" + reference.encode(), "sha256")
        return urlsafe_b64encode(digest[:SECRET_BYTES]).decode()

    def destroy(self, purpose: Purpose, day: str) -> None:
        """Erase for good what was sealed for that purpose on that day."""
        self._file.destroy(purpose, day)
        self._days.pop(day, None)

    def retire(self, before: str) -> None:
        """Destroy the queueing keys of all days before `before`."""
        for day in self._file.days(Purpose.QUEUEING):
            if day < before:
                self.destroy(Purpose.QUEUEING, day)

    def close(self) -> None:
        self._file.close()

    def _keys(self, day: str) -> _DayKeys:
        keys = self._days.get(day)
        if keys is None:
            key = self._file.key(Purpose.QUEUEING, day)
            keys = self._days[day] = _DayKeys(
                cipher=AesGcm(_derived(key, b"seal")),
                person=_derived(key, b"person"),
                fingerprint=_derived(key, b"fingerprint"),
            )
        return keys


def _keyed_hash(key: bytes, content: bytes) -> bytes:
    """BLAKE2b with a key (RFC 7693): a tenth of what an HMAC costs, on the way of every command."""
    return blake2b(content, key=key, digest_size=HASH_BYTES).digest()


def _derived(key: bytes, use: bytes) -> bytes:
    """A key for one use (HMAC as a pseudo-random function, NIST SP 800-108)."""
    return hmac.digest(key, use, "sha256")
