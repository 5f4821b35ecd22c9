"""Personal data under keys that can be destroyed: one key a purpose and day, each use with a key of its own.

Destroying the key of a day erases what was sealed, the people's keyed hashes and the commands' fingerprints
of that day at once, while the journal's bytes and their chain stay as they are.

How a person is found across days, such as the holder of a case accepted three weeks ago: the hash is keyed
by purpose and day too, not by a longer period, so that it dies with the very key that seals the name and not
up to a month later. Whoever looks asks for the hash under each day whose key still lives (`known_as`): with
60 days kept that is 60 keyed BLAKE2b, some 0.1 ms, paid by pickups and bookings only; queueing has one.
"""

import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from queue_core.store.cipher import AesGcm, Cipher
from queue_core.store.errors import KeyDestroyed
from queue_core.store.keys import KeyFile
from queue_core.store.pickup_codes import PickupCodes
from queue_core.store.retention import DATED, Purpose, Retention

ALWAYS = ""
SECRET_BYTES = 12
HASH_BYTES = 32


class _DayKeys(NamedTuple):
    cipher: Cipher
    person: bytes
    fingerprint: bytes


class FileVault:
    """The vault over keys.db. May be used by any thread. Raises StoreError."""

    def __init__(self, path: Path, retention: Retention | None = None) -> None:
        self._file = KeyFile(path)
        self.is_new = self._file.is_new
        self._retention = retention or Retention()
        self._file.set_retention(self._retention)
        self._hall_key = self._file.key(Purpose.HALL, ALWAYS)
        self._pickup = PickupCodes(_derived(self._hall_key, b"pickup"))
        self._days: dict[tuple[Purpose, str], _DayKeys] = {}
        self._living_days: dict[Purpose, list[str]] = {}  # until one is made or destroyed

    def seal(self, purpose: Purpose, day: str, clear: bytes, about: str) -> bytes:
        return self._keys(purpose, day).cipher.seal(clear, about.encode())

    def unseal(self, purpose: Purpose, day: str, sealed: bytes, about: str) -> bytes:
        return self._known_keys(purpose, day).cipher.unseal(sealed, about.encode())

    def person(self, purpose: Purpose, day: str, id_number: str) -> bytes:
        """Letters of an ID number count as capitals: readers differ on its last place, x or X."""
        return _keyed_hash(self._keys(purpose, day).person, _plain(id_number))

    def known_as(self, purpose: Purpose, id_number: str) -> tuple[bytes, ...]:
        """Newest day first."""
        plain = _plain(id_number)
        days = reversed(self._living(purpose))
        return tuple(_keyed_hash(self._known_keys(purpose, day).person, plain) for day in days)

    def fingerprint(self, day: str, body: bytes) -> bytes:
        return _keyed_hash(self._keys(Purpose.QUEUEING, day).fingerprint, body)

    def is_fingerprint(self, fingerprint: bytes, day: str, body: bytes) -> bool:
        try:
            key = self._known_keys(Purpose.QUEUEING, day).fingerprint
        except KeyDestroyed:
            return False
        return hmac.compare_digest(fingerprint, _keyed_hash(key, body))

    def holder_secret(self, reference: str) -> str:
        """96 bits of HMAC-SHA-256 as 16 URL-safe characters."""
        digest = hmac.digest(self._hall_key, b"holder:" + reference.encode(), "sha256")
        return urlsafe_b64encode(digest[:SECRET_BYTES]).decode()

    def pickup_code(self, serial: int) -> str:
        """The nine digits given out for a serial: always the same."""
        return self._pickup.code(serial)

    def pickup_serial(self, code: str) -> int:
        """The serial behind nine digits, given out or not. Raises CodeMistyped."""
        return self._pickup.serial(code)

    def pickup_token(self, serial: int) -> str:
        """What the QR code of a serial has besides its code."""
        return self._pickup.token(serial)

    def is_pickup_token(self, serial: int, token: str) -> bool:
        return self._pickup.is_token(serial, token)

    def destroy(self, purpose: Purpose, day: str) -> None:
        """Erase for good what was sealed for that purpose on that day."""
        self._file.destroy(purpose, day)
        self._forget(purpose, [day])

    def retire(self, today: str, answered_from: str) -> dict[Purpose, str]:
        kept_from = self._retention.kept_from(today, answered_from)
        for purpose in DATED:
            self._forget(purpose, self._file.destroy_before(purpose, kept_from[purpose]))
        return kept_from

    def close(self) -> None:
        self._file.close()

    def _keys(self, purpose: Purpose, day: str) -> _DayKeys:
        """Made on first use."""
        keys = self._days.get((purpose, day))
        if keys is None:
            keys = self._days[purpose, day] = _keys_from(self._file.key(purpose, day))
            self._living_days.pop(purpose, None)
        return keys

    def _living(self, purpose: Purpose) -> list[str]:
        days = self._living_days.get(purpose)
        if days is None:
            days = self._living_days[purpose] = self._file.days(purpose)
        return days

    def _forget(self, purpose: Purpose, days: Iterable[str]) -> None:
        for day in days:
            self._days.pop((purpose, day), None)
        self._living_days.pop(purpose, None)

    def _known_keys(self, purpose: Purpose, day: str) -> _DayKeys:
        """Never made: a day without a key is as good as destroyed, as after a restored backup."""
        keys = self._days.get((purpose, day))
        if keys is None:
            keys = self._days[purpose, day] = _keys_from(self._file.find(purpose, day))
        return keys


def _keys_from(key: bytes) -> _DayKeys:
    return _DayKeys(
        cipher=AesGcm(_derived(key, b"seal")),
        person=_derived(key, b"person"),
        fingerprint=_derived(key, b"fingerprint"),
    )


def _plain(id_number: str) -> bytes:
    return id_number.strip().upper().encode()


def _keyed_hash(key: bytes, content: bytes) -> bytes:
    """BLAKE2b with a key (RFC 7693): a tenth of what an HMAC costs, on the way of every command."""
    return blake2b(content, key=key, digest_size=HASH_BYTES).digest()


def _derived(key: bytes, use: bytes) -> bytes:
    """A key for one use (HMAC as a pseudo-random function, NIST SP 800-108)."""
    return hmac.digest(key, use, "sha256")
