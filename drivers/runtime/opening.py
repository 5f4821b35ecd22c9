"""Opening one device by its address, once. Whoever wants it kept open asks `supervising` instead."""

from importlib import import_module
from typing import Protocol, cast

from drivers.catalog.entry import Entry
from drivers.contract.address import Address
from drivers.contract.card_reader import CardReader, CardReaderCapabilities
from drivers.contract.device import Device, Kind
from drivers.contract.errors import BadAddress
from drivers.contract.locker import Locker, LockerCapabilities
from drivers.contract.rating_keypad import RatingKeypad, RatingKeypadCapabilities
from drivers.contract.scanner import Scanner, ScannerCapabilities
from drivers.contract.speaker import Speaker, SpeakerCapabilities
from drivers.contract.staff_card_reader import StaffCardReader, StaffCardReaderCapabilities
from drivers.contract.ticket_printer import TicketPrinter, TicketPrinterCapabilities
from drivers.contract.window_bus import WindowBus, WindowBusCapabilities
from drivers.contract.window_strips import WindowStrips, WindowStripsCapabilities
from drivers.runtime.addresses import resolve

Capabilities = (
    CardReaderCapabilities
    | TicketPrinterCapabilities
    | WindowBusCapabilities
    | StaffCardReaderCapabilities
    | ScannerCapabilities
    | RatingKeypadCapabilities
    | WindowStripsCapabilities
    | LockerCapabilities
    | SpeakerCapabilities
)


class DriverModule(Protocol):
    """What every module of the catalogue offers."""

    async def open_device(self, address: Address) -> Device: ...

    def capabilities(self, address: Address) -> Capabilities: ...


def load(entry: Entry) -> DriverModule:
    return cast("DriverModule", import_module(entry.module))


async def open_device(address: str) -> Device:
    """Opens any device; nothing is left half open. Raises BadAddress, CannotOpen, TimedOut, Garbled."""
    entry, resolved = resolve(address)
    return await load(entry).open_device(resolved)


async def open_card_reader(address: str) -> CardReader:
    return cast("CardReader", await _open(address, Kind.CARD_READER))


async def open_ticket_printer(address: str) -> TicketPrinter:
    return cast("TicketPrinter", await _open(address, Kind.TICKET_PRINTER))


async def open_window_bus(address: str) -> WindowBus:
    return cast("WindowBus", await _open(address, Kind.WINDOW_BUS))


async def open_staff_card_reader(address: str) -> StaffCardReader:
    return cast("StaffCardReader", await _open(address, Kind.STAFF_CARD_READER))


async def open_scanner(address: str) -> Scanner:
    return cast("Scanner", await _open(address, Kind.SCANNER))


async def open_rating_keypad(address: str) -> RatingKeypad:
    return cast("RatingKeypad", await _open(address, Kind.RATING_KEYPAD))


async def open_window_strips(address: str) -> WindowStrips:
    return cast("WindowStrips", await _open(address, Kind.WINDOW_STRIPS))


async def open_locker(address: str) -> Locker:
    return cast("Locker", await _open(address, Kind.LOCKER))


async def open_speaker(address: str) -> Speaker:
    return cast("Speaker", await _open(address, Kind.SPEAKER))


async def _open(address: str, kind: Kind) -> Device:
    require(address, kind)
    return await open_device(address)


def require(address: str, kind: Kind) -> tuple[Entry, Address]:
    """`resolve`, and BadAddress when the driver is of another kind."""
    entry, resolved = resolve(address)
    if entry.kind is not kind:
        raise BadAddress(f"{address!r} is a {entry.kind.value}, and a {kind.value} is wanted here")
    return entry, resolved
