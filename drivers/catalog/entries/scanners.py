"""Scanners of bar codes and QR codes."""

from drivers.catalog.entry import Entry

ENTRIES: tuple[Entry, ...] = ()
