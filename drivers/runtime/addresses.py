"""An address checked against the table of drivers: known scheme, known options, sensible values."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType

from drivers.catalog.entry import Entry, Option
from drivers.catalog.table import DRIVERS
from drivers.contract.address import Address, Setting, split
from drivers.contract.errors import BadAddress

LINKS_BY_PATH = frozenset({"serial", "input", "file"})


RECORDING = "recording+"
RECORDABLE = frozenset({"serial", "tcp", "pcsc", "input", "file"})


def resolve(text: str) -> tuple[Entry, Address]:
    """The driver of an address, and the address with all its options as values. Raises BadAddress."""
    address = _without_recording(split(text))
    entry = DRIVERS.get(address.scheme)
    if entry is None:
        raise BadAddress(f"{text!r}: no driver is called {address.scheme!r}{_meant(address.scheme, DRIVERS)}")
    if not (address.path if entry.link in LINKS_BY_PATH else address.place):
        raise BadAddress(f"{text!r} does not say where the device is; write it like {entry.example}")
    if address.recording_to is not None and entry.link not in RECORDABLE:
        raise BadAddress(f"{text!r}: {entry.link} cannot be recorded; leave out {RECORDING}")
    known = {option.name: option for option in entry.options}
    for name in address.settings:
        if name not in known:
            raise BadAddress(f"{text!r}: {entry.scheme} has no option {name!r}{_meant(name, known)}")
    settings = {name: _value(text, option, address) for name, option in known.items()}
    return entry, replace(address, settings=MappingProxyType(settings))


def _without_recording(address: Address) -> Address:
    """The address behind `recording+`, which has taken the option `to` for itself."""
    if not address.scheme.startswith(RECORDING):
        return address
    settings = dict(address.settings)
    to = settings.pop("to", "")
    if not to:
        raise BadAddress(f"{address.text!r}: {RECORDING} needs the option to=FILE")
    return replace(
        address,
        scheme=address.scheme.removeprefix(RECORDING),
        settings=MappingProxyType(settings),
        recording_to=Path(str(to)),
    )


def _value(text: str, option: Option, address: Address) -> Setting:
    word = address.settings.get(option.name)
    if word is None:
        return option.default
    try:
        return option.parse(str(word))
    except ValueError as error:
        raise BadAddress(f"{text!r}: {option.name} must be {error}, not {word!r}") from error


def _meant(word: str, known: Iterable[str]) -> str:
    names = list(known)
    close = get_close_matches(word, names, 1)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(names) or 'none'}"
