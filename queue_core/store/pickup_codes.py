"""Pickup codes 取件码: computed from a serial and a key of the hall, and stored nowhere.

The code is eight digits of a keyed permutation of the serial and one check digit, so that two serials never
have the same code and a typed one leads to its serial without a search. The permutation is a Feistel network
of ten rounds over two halves of four digits (as NIST SP 800-38G builds its own, with HMAC-SHA-256 for the
rounds). The check digit is ISO 7064 MOD 11,10: it finds each single wrong digit and nearly all swaps of
neighbours.
"""

import hmac
import secrets
from base64 import urlsafe_b64encode

from queue_core.store.errors import StoreError

SERIALS = range(10**8)
CODE_DIGITS = 9
_DIGITS = CODE_DIGITS - 1
_HALF = 10**4
_ROUNDS = 10
_TOKEN_BYTES = 16
_SYSTEM = 10  # the second of the two moduli of ISO 7064 MOD 11,10


class CodeMistyped(StoreError):
    """Its check digit is another: nobody was ever given such a code."""

    code = "pickup-code-mistyped"
    remedy = "Type the nine digits again."

    def __init__(self) -> None:
        super().__init__("this is no pickup code: a digit is wrong")


class PickupCodes:
    """`key` is for this use alone."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def code(self, serial: int) -> str:
        """Nine digits. Raises ValueError for a serial out of range."""
        if serial not in SERIALS:
            raise ValueError(serial)
        left, right = divmod(serial, _HALF)
        for turn in range(_ROUNDS):
            left, right = right, (left + self._mixed(turn, right)) % _HALF
        digits = f"{left * _HALF + right:0{_DIGITS}}"
        return digits + check_digit(digits)

    def serial(self, code: str) -> int:
        """The serial of nine digits, whether it was given out or not. Raises CodeMistyped."""
        if not (len(code) == CODE_DIGITS and code.isascii() and code.isdecimal()):
            raise CodeMistyped
        if check_digit(code[:_DIGITS]) != code[_DIGITS]:
            raise CodeMistyped
        left, right = divmod(int(code[:_DIGITS]), _HALF)
        for turn in reversed(range(_ROUNDS)):
            left, right = (right - self._mixed(turn, left)) % _HALF, left
        return left * _HALF + right

    def token(self, serial: int) -> str:
        """128 bits as 22 URL-safe characters, which the QR code has besides."""
        digest = hmac.digest(self._key, b"token:%d" % serial, "sha256")
        return urlsafe_b64encode(digest[:_TOKEN_BYTES]).decode().rstrip("=")

    def is_token(self, serial: int, token: str) -> bool:
        return secrets.compare_digest(self.token(serial).encode(), token.encode())

    def _mixed(self, turn: int, half: int) -> int:
        digest = hmac.digest(self._key, b"round:%d:%d" % (turn, half), "sha256")
        return int.from_bytes(digest[:8], "big") % _HALF


def check_digit(digits: str) -> str:
    """ISO 7064:2003, 9.3: the hybrid system MOD 11,10 of decimal digits."""
    product = _SYSTEM
    for digit in digits:
        product = ((product + int(digit)) % _SYSTEM or _SYSTEM) * 2 % (_SYSTEM + 1)
    return str((_SYSTEM + 1 - product) % _SYSTEM)
