"""Rating keypads."""

from drivers.catalog.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
