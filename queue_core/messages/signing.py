"""The signature of hooks 回调, on what we send and what partners send us.

    X-Paihao-Signature: t=<unix seconds>,v1=<hex>

`v1` is HMAC-SHA256 (RFC 2104) over the digits of `t`, a dot, and the body as it travels: the time stands in
it, so that an old request cannot be sent again later, and no byte of the body can be changed.
"""

import hashlib
import hmac
import re

HEADER = "X-Paihao-Signature"
_FORM = re.compile(r"t=([1-9][0-9]{0,11}),v1=([0-9a-f]{64})")
"""One form for one time: a header with zeros before it would be another one, and its request come twice."""
WITHIN_S = 300


def signature(secret: str, body: bytes, at_s: int) -> str:
    """The header's value."""
    return f"t={at_s},v1={_digest(secret, body, at_s)}"


def seconds_of(header: str) -> int | None:
    """When it says it was signed; None when it is no signature."""
    found = _FORM.fullmatch(header)
    return None if found is None else int(found[1])


def is_signature(secret: str, body: bytes, header: str) -> bool:
    """Whether who knows the secret signed this body; the time in it is the caller's to judge."""
    found = _FORM.fullmatch(header)
    return found is not None and hmac.compare_digest(found[2], _digest(secret, body, int(found[1])))


def _digest(secret: str, body: bytes, at_s: int) -> str:
    return hmac.new(secret.encode(), f"{at_s}.".encode() + body, hashlib.sha256).hexdigest()
