"""Founding a hall: its certificate, its keys, and the one-time admin secret."""

import datetime as dt
import ipaddress
import secrets
from collections.abc import Iterable
from urllib.parse import urlsplit

from argon2 import PasswordHasher
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from queue_core.hall.data_folder import DataFolder, write_private
from queue_core.hall.errors import AlreadyInitialised, FolderUnusable
from queue_core.hall.settings import HallSettings
from queue_core.store.accounts import Accounts

_YEARS = 10


def found(folder: DataFolder, settings: HallSettings) -> str:
    """Make the hall's folder and return the admin secret, which is kept nowhere in clear.

    Raises AlreadyInitialised, FolderUnusable.
    """
    try:
        if folder.path.exists() and any(folder.path.iterdir()):
            raise AlreadyInitialised(folder.path)
        folder.path.mkdir(parents=True, exist_ok=True)
        folder.path.chmod(0o700)
    except OSError as error:
        raise FolderUnusable(folder.path, error.strerror or str(error)) from error
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key, _names(settings))
    write_private(
        folder.certificate_key,
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )
    write_private(folder.certificate, certificate.public_bytes(serialization.Encoding.PEM))
    write_private(folder.token_key, secrets.token_bytes(32))
    secret = secrets.token_urlsafe(18)
    write_private(folder.accounts, b"")
    accounts = Accounts.open(folder.accounts)
    accounts.set_admin_secret_hash(PasswordHasher().hash(secret))
    accounts.close()
    return secret


def _names(settings: HallSettings) -> list[str]:
    public = urlsplit(settings.public_url).hostname or "localhost"
    return list(dict.fromkeys(["localhost", "127.0.0.1", "::1", public, *settings.host_names]))


def _certificate(key: ec.EllipticCurvePrivateKey, names: Iterable[str]) -> x509.Certificate:
    """Self-signed: in the hall it is trusted by its fingerprint, not by an authority."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Paihao hall")])
    now = dt.datetime.now(dt.UTC)
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=365 * _YEARS))
        .add_extension(x509.SubjectAlternativeName([_general_name(each) for each in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                key_cert_sign=True,
                content_commitment=False,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(identifier, critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), critical=False
        )
        .sign(key, hashes.SHA256())
    )


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)
