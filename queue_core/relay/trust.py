"""Whom an uplink believes: its hall by one certificate, its relay by an authority."""

import ssl
from pathlib import Path

from queue_core.client.credential import pinned
from queue_core.relay.errors import CertificateUnusable


def hall_of(certificate: Path) -> ssl.SSLContext:
    """Trust the hall's own certificate and no other. Raises CertificateUnusable."""
    try:
        return pinned(certificate.read_text("ascii"))
    except (OSError, ValueError) as error:
        raise CertificateUnusable(certificate, _cause(error)) from error


def authority_of(certificates: Path | None) -> ssl.SSLContext:
    """Trust what these authorities signed, for the name that is dialled; None: this system's authorities.

    Raises CertificateUnusable.
    """
    if certificates is None:
        return ssl.create_default_context()
    try:
        return ssl.create_default_context(cafile=certificates)
    except (OSError, ValueError) as error:
        raise CertificateUnusable(certificates, _cause(error)) from error


def _cause(error: Exception) -> str:
    strerror = getattr(error, "strerror", None)
    return (
        "it holds no certificate" if isinstance(error, ssl.SSLError | ValueError) else strerror or str(error)
    )
