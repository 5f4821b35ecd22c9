"""How sealed bytes are made, behind one small interface so that another cipher can follow."""

import os
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from queue_core.store.errors import Unsealable

KEY_BYTES = 32
NONCE_BYTES = 12


class Cipher(Protocol):
    def seal(self, clear: bytes, about: bytes) -> bytes:
        """Encrypt and authenticate; `about` is authenticated with it and needed to open it."""

    def unseal(self, sealed: bytes, about: bytes) -> bytes:
        """Raises Unsealable."""


class AesGcm:
    """AES-256-GCM (NIST SP 800-38D); a fresh 96-bit nonce stands before the ciphertext."""

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal(self, clear: bytes, about: bytes) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, clear, about)

    def unseal(self, sealed: bytes, about: bytes) -> bytes:
        try:
            return self._aead.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], about)
        except (InvalidTag, ValueError) as error:
            raise Unsealable from error
