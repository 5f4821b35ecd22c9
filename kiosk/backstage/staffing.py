"""The reader of staff cards, and what staff may ask of the kiosk itself."""

import asyncio
from collections.abc import Callable

from drivers.contract.errors import DeviceError
from drivers.contract.events import CardPresent
from drivers.contract.status import StatusChanged
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedStaffCardReader
from kiosk.backstage.asking import Post
from kiosk.backstage.health import KioskHealth
from kiosk.backstage.printing import Printing
from kiosk.flow.events import LogSeen, StaffCardGone, StaffCardLies, StaffCardRefused, StaffSeen
from kiosk.flow.staff import ALLOWED
from kiosk.flow.visit import LogLine
from queue_core import log
from queue_core.client import ClientError, HallClient

logger = log.logger("kiosk.staffing")
REFUSAL_FOR_S = 6.0
NOT_ALLOWED = "not-allowed"


class Staffing:
    """The serial of a card goes to the hall alone: it is kept nowhere and in no log."""

    def __init__(
        self,
        address: str | None,
        client: HallClient,
        post: Post,
        printing: Printing,
        *,
        health: KioskHealth,
        log_lines: Callable[[], tuple[LogLine, ...]],
        lend: Callable[[str | None], bool],
    ) -> None:
        self._address = address
        self._client = client
        self._post = post
        self._printing = printing
        self._health = health
        self._log_lines = log_lines
        self._lend = lend
        self._refusing: asyncio.TimerHandle | None = None

    async def watch(self, devices: Registry) -> None:
        """Opens the reader and asks the hall whose card was laid down, until cancelled."""
        if self._address is None:
            return
        reader = await devices.add("staff-reader", SupervisedStaffCardReader(self._address))
        with reader.subscribe() as events:
            async for event in events:
                if isinstance(event, StatusChanged) and event.loses_card:
                    self._post(StaffCardGone())
                elif isinstance(event, CardPresent):
                    if not event.was_lying:
                        await self._ask_whose(reader)
                    self._post(StaffCardLies())

    async def test_print(self) -> None:
        await self._printing.print_trial()

    async def check_printer(self) -> None:
        await self._printing.check()
        self._health.tell()

    def read_log(self) -> None:
        self._post(LogSeen(self._log_lines()))

    async def _ask_whose(self, reader: SupervisedStaffCardReader) -> None:
        try:
            serial = await reader.read_serial()
        except DeviceError as error:
            if not self._lend(None):
                self._refuse(error.code)
            return
        if not self._lend(serial.text):
            await self._let_in(serial.text)

    async def _let_in(self, serial: str) -> None:
        try:
            member = await self._client.staff_member(serial)
        except ClientError as error:
            self._refuse(error.code)
            return
        if member.role not in ALLOWED:
            self._refuse(NOT_ALLOWED)
            return
        logger.info("staff-page-opened", role=member.role)
        self._post(StaffSeen(member))

    def _refuse(self, code: str) -> None:
        logger.info("staff-card-refused", code=code)
        self._post(StaffCardRefused(code))
        if self._refusing is not None:
            self._refusing.cancel()
        loop = asyncio.get_running_loop()
        self._refusing = loop.call_later(REFUSAL_FOR_S, self._post, StaffCardRefused(""))
