"""Where a cabinet's readings come from: its own readers and scanner, or those of whoever hosts it."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from drivers.contract.errors import DeviceError
from drivers.contract.events import CardPresent, Scanned
from drivers.contract.status import SILENT, StatusChanged
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedScanner, SupervisedStaffCardReader
from kiosk.backstage.printer import Printer
from kiosk.backstage.readers import Readers
from kiosk.backstage.sound import Sound
from kiosk.cabinet.config import Devices
from kiosk.cabinet.flow import happenings as h
from kiosk.flow import events
from kiosk.flow.effects import ReadCard
from queue_core import log

logger = log.logger("cabinet.senses")
Post = Callable[[h.Happening], None]


class Senses(Protocol):
    async def watch(self, registry: Registry) -> None:
        """Opens what belongs to the cabinet and tells what is read, until cancelled."""


class OwnSenses:
    """Of a cabinet that stands alone: all that its file names. `post` hands a happening to the screen."""

    def __init__(self, devices: Devices, post: Post) -> None:
        self._devices = devices
        self._post = post
        self._readers = Readers(devices.readers, self._at_reader)
        self.sound = Sound(devices.speaker)
        self.printer = Printer(devices.printer)
        self._reading: set[asyncio.Task[None]] = set()

    async def watch(self, registry: Registry) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._readers.watch(registry))
            group.create_task(self._scan(registry))
            group.create_task(watch_staff_cards(self._devices.staff_reader, registry, self._post))
            group.create_task(self.sound.watch(registry))
            group.create_task(self.printer.watch(registry))

    def _at_reader(self, event: events.Event) -> None:
        if isinstance(event, events.CardLaid) and not event.was_lying:
            task = asyncio.create_task(self._readers.read(ReadCard(visit_id=0, reader=event.reader)))
            self._reading.add(task)
            task.add_done_callback(self._reading.discard)
        elif (happening := at_reader(event)) is not None:
            self._post(happening)

    async def _scan(self, registry: Registry) -> None:
        if self._devices.scanner is None:
            return
        scanner = await registry.add("scanner", SupervisedScanner(self._devices.scanner))
        with scanner.subscribe() as heard:
            async for event in heard:
                if isinstance(event, Scanned):
                    self._post(h.CodeScanned(text=event.text))
                self._post(h.ScannerSeen(is_working=scanner.status.state not in SILENT))


class StaffCardsOnly:
    """Of a cabinet that is hosted: all but the reader of staff cards is the host's."""

    def __init__(self, devices: Devices, post: Post) -> None:
        self._devices = devices
        self._post = post

    async def watch(self, registry: Registry) -> None:
        await watch_staff_cards(self._devices.staff_reader, registry, self._post)


def at_reader(event: events.Event) -> h.Happening | None:  # noqa: PLR0911 one an event
    """What an event of the kiosk's readers is to a cabinet."""
    match event:
        case events.CardRead(holder=holder):
            return h.CardRead(holder=holder)
        case events.CardFailed(code=code):
            return h.CardFailed(code=code)
        case events.ReadersSeen(readers=readers):
            is_working = any(one.takes_cards for one in readers)
            lying = frozenset(one.reader for one in readers if one.has_card)
            return h.ReadersSeen(is_working=is_working, lying=lying)
        case events.CardLaid(reader=reader, was_lying=True):
            return h.CardLies(reader=reader)
        case events.StaffCardLies():
            return h.StaffCardLies()
        case events.StaffCardGone():
            return h.StaffCardGone()
        case _:
            return None


async def watch_staff_cards(address: str | None, registry: Registry, post: Post) -> None:
    """The serial goes to the hall alone: it is kept nowhere and in no log."""
    if address is None:
        return
    reader = await registry.add("staff-reader", SupervisedStaffCardReader(address))
    with reader.subscribe() as heard:
        async for event in heard:
            if isinstance(event, StatusChanged) and event.loses_card:
                post(h.StaffCardGone())
            elif isinstance(event, CardPresent) and event.was_lying:
                post(h.StaffCardLies())
            elif isinstance(event, CardPresent):
                try:
                    serial = await reader.read_serial()
                except DeviceError as error:
                    logger.info("staff-card-unread", code=error.code)
                    post(h.StaffCardUnread())
                else:
                    post(h.StaffCardLaid(serial=serial.text))
