"""The kind scanner 扫码器: tells each code that is held before it; and the port of those who verify codes."""

from abc import abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from drivers.contract.device import Device, Kind
from drivers.contract.events import Scanned


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannerCapabilities:
    """`chinese`: codes with Chinese text come through. `longest`: letters; a longer code is dropped whole."""

    chinese: bool
    longest: int


class Scanner(Device):
    """Announces Scanned, once for each code it read."""

    kind = Kind.SCANNER

    @property
    @abstractmethod
    def capabilities(self) -> ScannerCapabilities: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeHolder:
    """The person a code stands for, as its issuer says. Personal data: its repr shows none of it."""

    name: str = field(repr=False)
    id_number: str = field(repr=False)


class CodeRefusal(StrEnum):
    """Why an issuer names nobody."""

    UNKNOWN = "unknown"  # not a code of this issuer, or one it does not know
    EXPIRED = "expired"  # codes of some issuers live for about a minute: show it anew
    UNREACHABLE = "unreachable"  # the issuer's service does not answer; the code may be good


class CodeVerifier(Protocol):
    """Whoever can ask a code's issuer for its holder, such as a city's gateway to the medical insurance.

    Which services there are, and how they are spoken to, differs from city to city and is not public: a
    hall that has such a service brings a verifier of its own. A code is a secret of its holder: a verifier
    keeps it in memory for as long as it asks, and puts it in no log, no URL, no error and no file.
    """

    async def verify(self, code: Scanned) -> CodeHolder | CodeRefusal:
        """Asks once, within the few seconds a person waits. Raises nothing of the service's own."""
