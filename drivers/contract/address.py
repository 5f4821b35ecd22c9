"""An address: a URL that says where a device is and which driver speaks to it.

`escpos+tcp://10.4.0.31:9100`, `escpos+serial:///dev/ttyS1?baud=38400`, `ssc+pcsc://ACS%20ACR39U%2000%2000`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qsl, unquote, urlsplit

from drivers.contract.errors import BadAddress

Setting = int | float | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """`place` is a host or a reader's name, percent-decoded; `path` a device file. Either may be empty.

    `recording_to` is the file to which a `recording+` link writes what goes over it.
    """

    text: str
    scheme: str
    place: str
    port: int | None
    path: str
    settings: Mapping[str, Setting] = field(default_factory=lambda: MappingProxyType({}))
    recording_to: Path | None = None

    def whole(self, name: str) -> int:
        """An option that is a whole number; the catalogue has checked that it is."""
        return int(self.settings[name])

    def seconds(self, name: str) -> float:
        return float(self.settings[name])

    def word(self, name: str) -> str:
        return str(self.settings[name])


def split(text: str) -> Address:
    """Takes an address apart; its options are still the words of the URL. Raises BadAddress."""
    try:
        parts = urlsplit(text)
        options = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError as error:
        raise BadAddress(f"{text!r}: {error}") from error
    if "://" not in text or not parts.scheme:
        raise BadAddress(f"{text!r} is not of the form driver+link://place")
    if parts.fragment or parts.username is not None:
        raise BadAddress(f"{text!r}: '#' and '@' have no meaning in an address; write %23 or %40")
    if len(dict(options)) != len(options):
        raise BadAddress(f"{text!r} names an option twice")
    place, port = _place_and_port(text, parts.netloc)
    return Address(
        text=text,
        scheme=parts.scheme,
        place=place,
        port=port,
        path=unquote(parts.path),
        settings=MappingProxyType(dict(options)),
    )


def _place_and_port(text: str, netloc: str) -> tuple[str, int | None]:
    """The netloc as it stands, since `hostname` of the library would lower-case a reader's name."""
    if netloc.startswith("["):
        place, _, rest = netloc[1:].partition("]")
        port = rest.removeprefix(":")
    else:
        place, _, port = netloc.partition(":")
    if not port:
        return unquote(place), None
    if not (port.isascii() and port.isdecimal() and 0 < int(port) < 1 << 16):
        raise BadAddress(f"{text!r}: {port!r} is not a port")
    return unquote(place), int(port)
