"""The kind scanner 扫码器: tells each code that is held before it."""

from abc import abstractmethod
from dataclasses import dataclass

from drivers.contract.device import Device, Kind


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
