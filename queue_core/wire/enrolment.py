"""The enrolment code a person carries from the server to a new device and types there.

24 letters and digits in groups of four: 8 of the one-time secret (40 bits, minutes of life, few tries), then
16 of the certificate's SHA-256 fingerprint (80 bits), by which the device knows the server before it says the
secret. The alphabet is Crockford's base 32: no I, L, O, U; what looks like 1 and 0 is read as 1 and 0.
"""

import hashlib
import secrets

from msgspec import Struct

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_LENGTH = 8
FINGERPRINT_LENGTH = 16
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


class TypedCode(Struct, frozen=True, kw_only=True):
    """An enrolment code taken apart."""

    secret: str
    fingerprint: str

    def __str__(self) -> str:
        whole = self.secret + self.fingerprint
        return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def new_secret() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))


def fingerprint(certificate_der: bytes) -> str:
    """The first 80 bits of the certificate's SHA-256, as in the code."""
    value = int.from_bytes(hashlib.sha256(certificate_der).digest()[:10])
    return "".join(ALPHABET[(value >> shift) & 31] for shift in range(75, -5, -5))


def read_code(typed: str) -> TypedCode | None:
    """What a person typed, forgiving case, spaces and dashes; None when it is no enrolment code."""
    plain = typed.strip().upper().translate(_READ_AS)
    if len(plain) != SECRET_LENGTH + FINGERPRINT_LENGTH or set(plain) - set(ALPHABET):
        return None
    return TypedCode(secret=plain[:SECRET_LENGTH], fingerprint=plain[SECRET_LENGTH:])
