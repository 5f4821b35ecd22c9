"""The supervised device of each kind: a stand-in that passes commands on to the real one of the moment.

See `keeping` for what supervision is.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from drivers.contract.card_reader import Cardholder, CardReader, CardReaderCapabilities
from drivers.contract.device import Kind
from drivers.contract.events import Door
from drivers.contract.locker import DoorState, Locker, LockerCapabilities
from drivers.contract.rating_keypad import RatingKeypad, RatingKeypadCapabilities
from drivers.contract.scanner import Scanner, ScannerCapabilities
from drivers.contract.slip import Slip
from drivers.contract.speaker import Speaker, SpeakerCapabilities, Utterance
from drivers.contract.staff_card_reader import CardSerial, StaffCardReader, StaffCardReaderCapabilities
from drivers.contract.status import Card, Cover, Cutter, Doors, Paper, Presenter, Status
from drivers.contract.ticket_printer import PrintReceipt, PrintStep, TicketPrinter, TicketPrinterCapabilities
from drivers.contract.window_bus import WindowBus, WindowBusCapabilities
from drivers.contract.window_strips import StripText, WindowStrips, WindowStripsCapabilities
from drivers.runtime.addresses import resolve
from drivers.runtime.keeping import Supervised


class SupervisedCardReader(Supervised, CardReader):
    kind = Kind.CARD_READER

    def __init__(self, address: str) -> None:
        super().__init__(address, Kind.CARD_READER, Status(card=Card.UNKNOWN))

    @property
    def capabilities(self) -> CardReaderCapabilities:
        return cast("CardReaderCapabilities", self._capabilities)

    async def read(self) -> Cardholder:
        return await cast("CardReader", self._current()).read()


class SupervisedTicketPrinter(Supervised, TicketPrinter):
    kind = Kind.TICKET_PRINTER

    def __init__(self, address: str) -> None:
        status = Status(paper=Paper.UNKNOWN, cover=Cover.UNKNOWN, cutter=Cutter.UNKNOWN)
        super().__init__(address, Kind.TICKET_PRINTER, status)
        if self.capabilities.presenter:
            self._become(replace(self.status, presenter=Presenter.UNKNOWN))

    @property
    def capabilities(self) -> TicketPrinterCapabilities:
        """Those of the real one while it is there: whether it tells by itself is seen only then."""
        if self._device is not None:
            return cast("TicketPrinter", self._device).capabilities
        return cast("TicketPrinterCapabilities", self._capabilities)

    async def print(self, slip: Slip, *, progress: Callable[[PrintStep], None] | None = None) -> PrintReceipt:
        return await cast("TicketPrinter", self._current()).print(slip, progress=progress)

    async def retract(self) -> None:
        await cast("TicketPrinter", self._current()).retract()


class SupervisedWindowBus(Supervised, WindowBus):
    kind = Kind.WINDOW_BUS

    def __init__(self, address: str) -> None:
        super().__init__(address, Kind.WINDOW_BUS, Status())

    @property
    def capabilities(self) -> WindowBusCapabilities:
        return cast("WindowBusCapabilities", self._capabilities)

    async def show(self, address: int, *, ticket: str | None, waiting: int | None) -> None:
        await cast("WindowBus", self._current()).show(address, ticket=ticket, waiting=waiting)

    async def ask(self, address: int) -> None:
        await cast("WindowBus", self._current()).ask(address)

    async def confirm(self, address: int, *, done: bool) -> None:
        await cast("WindowBus", self._current()).confirm(address, done=done)

    async def beep(self, address: int) -> None:
        await cast("WindowBus", self._current()).beep(address)


class SupervisedStaffCardReader(Supervised, StaffCardReader):
    kind = Kind.STAFF_CARD_READER

    def __init__(self, address: str) -> None:
        super().__init__(address, Kind.STAFF_CARD_READER, Status(card=Card.UNKNOWN))

    @property
    def capabilities(self) -> StaffCardReaderCapabilities:
        return cast("StaffCardReaderCapabilities", self._capabilities)

    async def read_serial(self) -> CardSerial:
        return await cast("StaffCardReader", self._current()).read_serial()


class SupervisedScanner(Supervised, Scanner):
    kind = Kind.SCANNER

    def __init__(self, address: str) -> None:
        super().__init__(address, Kind.SCANNER, Status())

    @property
    def capabilities(self) -> ScannerCapabilities:
        return cast("ScannerCapabilities", self._capabilities)


class SupervisedRatingKeypad(Supervised, RatingKeypad):
    kind = Kind.RATING_KEYPAD

    def __init__(self, address: str) -> None:
        super().__init__(address, Kind.RATING_KEYPAD, Status())

    @property
    def capabilities(self) -> RatingKeypadCapabilities:
        return cast("RatingKeypadCapabilities", self._capabilities)


class SupervisedWindowStrips(Supervised, WindowStrips):
    kind = Kind.WINDOW_STRIPS

    def __init__(self, address: str) -> None:
        super().__init__(address, Kind.WINDOW_STRIPS, Status())

    @property
    def capabilities(self) -> WindowStripsCapabilities:
        return cast("WindowStripsCapabilities", self._capabilities)

    async def show(self, address: int, text: StripText) -> None:
        await cast("WindowStrips", self._current()).show(address, text)

    async def clear(self, address: int) -> None:
        await cast("WindowStrips", self._current()).clear(address)


class SupervisedLocker(Supervised, Locker):
    kind = Kind.LOCKER

    def __init__(self, address: str) -> None:
        super().__init__(address, Kind.LOCKER, Status(doors=Doors.UNKNOWN))

    @property
    def capabilities(self) -> LockerCapabilities:
        return cast("LockerCapabilities", self._capabilities)

    @property
    def doors(self) -> Mapping[Door, DoorState]:
        if self._device is None:
            return MappingProxyType(dict.fromkeys(self.capabilities.doors, DoorState.UNKNOWN))
        return cast("Locker", self._device).doors

    async def open(self, door: Door) -> None:
        await cast("Locker", self._current()).open(door)


class SupervisedSpeaker(Supervised, Speaker):
    kind = Kind.SPEAKER

    def __init__(self, address: str) -> None:
        super().__init__(address, Kind.SPEAKER, Status())

    @property
    def capabilities(self) -> SpeakerCapabilities:
        return cast("SpeakerCapabilities", self._capabilities)

    async def say(self, utterance: Utterance) -> None:
        await cast("Speaker", self._current()).say(utterance)

    async def set_loudness(self, loudness: float) -> None:
        await cast("Speaker", self._current()).set_loudness(loudness)


SUPERVISED: Mapping[Kind, Callable[[str], Supervised]] = MappingProxyType(
    {
        Kind.CARD_READER: SupervisedCardReader,
        Kind.TICKET_PRINTER: SupervisedTicketPrinter,
        Kind.WINDOW_BUS: SupervisedWindowBus,
        Kind.STAFF_CARD_READER: SupervisedStaffCardReader,
        Kind.SCANNER: SupervisedScanner,
        Kind.RATING_KEYPAD: SupervisedRatingKeypad,
        Kind.WINDOW_STRIPS: SupervisedWindowStrips,
        Kind.LOCKER: SupervisedLocker,
        Kind.SPEAKER: SupervisedSpeaker,
    }
)


def supervise(address: str) -> Supervised:
    """A supervised device of whatever kind the address is of. Raises BadAddress."""
    return SUPERVISED[resolve(address)[0].kind](address)
