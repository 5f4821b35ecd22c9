"""The table of all drivers. A driver's module is imported when its first device is opened, not before."""

from types import MappingProxyType

from drivers.catalog.entries import cards, keypads, lockers, printers, scanners, speech, strips, windows

_FAMILIES = (cards, printers, scanners, windows, keypads, strips, lockers, speech)

DRIVERS = MappingProxyType({entry.scheme: entry for family in _FAMILIES for entry in family.ENTRIES})
