"""Hall, printer, scanner and staff card reader of a guide desk, on the asyncio loop."""

import asyncio
import contextlib
from collections.abc import Callable

from counter.guide.config import Devices
from counter.guide.flow import happenings as h
from counter.guide.flow import requests as r
from counter.guide.flow.state import Link
from counter.guide.paper import Paper
from counter.guide.work import HallWork
from display.kit.hall_clock import views_of
from display.ticket.outbox import NothingKept, Outbox
from display.ticket.template import Template
from drivers.contract.errors import DeviceError
from drivers.contract.events import CardPresent, Scanned
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedScanner, SupervisedStaffCardReader
from queue_core import log
from queue_core.client import Credential, LinkLost, LinkUp, StaffClient, Update
from queue_core.client.device_reports import report_devices
from queue_core.wire.views import HallView

FAREWELL_WITHIN_S = 2.0
logger = log.logger("guide.crew")


class Crew:
    """`post` hands a happening to the desk; it is called on the loop and may not block."""

    def __init__(
        self,
        credential: Credential,
        devices: Devices,
        post: Callable[[h.Happening], None],
        template: Template | None = None,
    ) -> None:
        self._post = post
        self._devices = devices
        self._client = StaffClient(credential)
        self._outbox = Outbox(self._client, NothingKept())
        self._hall: HallView | None = None
        self._paper = Paper(
            devices.printer, self._outbox, lambda facts: post(h.PrinterSeen(printer=facts)), template
        )
        self._work = HallWork(self._client, self._outbox, self._paper, post, lambda: self._hall)

    async def run(self) -> None:
        """Until cancelled. What the hall has not been told by then gets a moment more."""
        async with self._client, Registry() as registry:
            sending = asyncio.create_task(self._outbox.work())
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._follow())
                    group.create_task(self._paper.watch(registry))
                    group.create_task(self._scan(registry))
                    group.create_task(self._read_staff_cards(registry))
                    group.create_task(report_devices(registry, self._client))
            finally:
                # Not asyncio.timeout: in a task that is cancelled it raises no TimeoutError on Python 3.11.2.
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._outbox.empty(), FAREWELL_WITHIN_S)
                sending.cancel()

    async def perform(self, request: r.Request) -> None:
        await self._work.perform(request)

    async def _follow(self) -> None:
        async with contextlib.aclosing(self._client.follow()) as updates:
            async for update in updates:
                self._heard(update)

    def _heard(self, update: Update) -> None:
        match update:
            case LinkUp():
                self._post(h.LinkChanged(link=Link.UP))
            case LinkLost(code=code):
                self._post(h.LinkChanged(link=Link.DOWN, code=code))
            case frame:
                for view in views_of(frame):
                    if isinstance(view, HallView):
                        self._hall = view
                        self._post(h.HallSeen(hall=view))

    async def _scan(self, registry: Registry) -> None:
        if self._devices.scanner is None:
            return
        scanner = await registry.add("scanner", SupervisedScanner(self._devices.scanner))
        with scanner.subscribe() as events:
            async for event in events:
                if isinstance(event, Scanned):
                    self._post(h.CodeScanned(text=event.text))

    async def _read_staff_cards(self, registry: Registry) -> None:
        """The serial goes to the hall alone: it is kept nowhere and in no log."""
        if self._devices.staff_reader is None:
            return
        reader = await registry.add("staff-reader", SupervisedStaffCardReader(self._devices.staff_reader))
        with reader.subscribe() as events:
            async for event in events:
                if isinstance(event, CardPresent) and event.was_lying:
                    self._post(h.StaffCardUnread())
                elif isinstance(event, CardPresent):
                    try:
                        serial = await reader.read_serial()
                    except DeviceError as error:
                        logger.info("staff-card-unread", code=error.code)
                        self._post(h.StaffCardUnread())
                    else:
                        self._post(h.StaffCardLaid(serial=serial.text))
