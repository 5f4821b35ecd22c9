"""LED strips above the windows."""

from drivers.catalog.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
