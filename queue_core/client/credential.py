"""The credential of a device: who it is, its token, and the one certificate it trusts."""

import os
import ssl
import stat
from pathlib import Path
from typing import Self

import msgspec

from queue_core.client.errors import CredentialUnusable
from queue_core.wire.words import Role


class Credential(msgspec.Struct, frozen=True, kw_only=True):
    """`server` is an https address, `certificate` PEM. Printing one shows no token."""

    server: str
    role: Role
    device: str
    token: str
    certificate: str

    def __repr__(self) -> str:
        return f"Credential({self.role} {self.device} at {self.server})"

    @classmethod
    def load(cls, path: Path) -> Self:
        """Raises CredentialUnusable, also when others may read the file."""
        try:
            if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
                raise CredentialUnusable(path, "others may read it; chmod 600 it")
            credential = msgspec.json.decode(path.read_bytes(), type=cls)
            ssl.PEM_cert_to_DER_cert(credential.certificate)
        except OSError as error:
            raise CredentialUnusable(path, error.strerror or "it cannot be read") from error
        except msgspec.MsgspecError as error:
            raise CredentialUnusable(path, "it is not a credential") from error
        except ValueError as error:
            raise CredentialUnusable(path, "it holds no certificate") from error
        return credential

    def is_of_hall_of(self, other: "Credential") -> bool:
        """By the certificate: a hall shows one alone, and may have several addresses."""
        mine, theirs = (ssl.PEM_cert_to_DER_cert(each.certificate) for each in (self, other))
        return mine == theirs

    def save(self, path: Path) -> None:
        """Write with mode 0600, whole or not at all. Raises CredentialUnusable."""
        _write(path, msgspec.json.format(msgspec.json.encode(self)))


def require_place(path: Path) -> None:
    """Raises CredentialUnusable when no credential could be written there; asked before a code is spent."""
    trial = path.with_name(path.name + ".trial")
    _write(trial, b"")
    trial.unlink()
    if path.is_dir():
        raise CredentialUnusable(path, "it is a folder")


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise CredentialUnusable(path, error.strerror or "it cannot be written") from error


def pinned(certificate: str) -> ssl.SSLContext:
    """A context that trusts this certificate (PEM) and no other.

    Names are not compared: the certificate itself is the identity, whatever address the server has today.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(cadata=certificate)
    return context
