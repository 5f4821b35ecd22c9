"""A printer behind a device file that says nothing: tickets are handed over, and nobody knows more."""

import asyncio
from collections.abc import Callable
from typing import final

from drivers.contract.address import Address
from drivers.contract.errors import DeviceError, NotCapable, TimedOut
from drivers.contract.slip import Slip
from drivers.contract.status import Cover, Cutter, Paper, State, Status
from drivers.contract.ticket_printer import PrintReceipt, PrintStep, TicketPrinter, TicketPrinterCapabilities
from drivers.protocol.escpos_answers import Decoder, RealTime
from drivers.protocol.escpos_job import Dialect, encode
from drivers.transport.link import Link

WRITE_WITHIN_S = 20.0  # a printer takes no more than it can keep while it prints


@final
class OneWayPrinter(TicketPrinter):
    """`print` returns when the last byte has been taken, and its receipt says that all parts are unknown."""

    def __init__(
        self, address: Address, link: Link, dialect: Dialect, capabilities: TicketPrinterCapabilities
    ) -> None:
        super().__init__(
            address.text,
            Status(state=State.ONLINE, paper=Paper.UNKNOWN, cover=Cover.UNKNOWN, cutter=Cutter.UNKNOWN),
        )
        self._link = link
        self._dialect = dialect
        self._capabilities = capabilities
        self._lock = asyncio.Lock()
        self._watching = asyncio.create_task(self._watch(), name=f"watching {address.text}")

    @property
    def capabilities(self) -> TicketPrinterCapabilities:
        return self._capabilities

    async def print(self, slip: Slip, *, progress: Callable[[PrintStep], None] | None = None) -> PrintReceipt:
        tell = progress or (lambda _step: None)
        job = encode(slip, self._dialect)
        async with self._lock:
            tell(PrintStep.CHECKING)
            self._require_link()
            tell(PrintStep.SENDING)
            try:
                await self._link.write(job, within_s=WRITE_WITHIN_S)
            except DeviceError as error:
                error.may_have_printed = True
                self._lose(error)
                raise
            tell(PrintStep.CONFIRMING)
            return PrintReceipt(bytes_sent=len(job), status=self.status)

    async def retract(self) -> None:
        self._require_link()
        raise NotCapable("this printer has no presenter")

    async def _watch(self) -> None:
        """Until it is unplugged, or says something: then it is no such printer, and is opened anew."""
        decoder = Decoder()
        try:
            while not any(isinstance(told, RealTime) for told in decoder.feed(await self._link.inbox.take())):
                pass
        except DeviceError as error:
            self._lose(error)
        else:
            async with self._lock:  # a ticket that is on its way comes out first
                self._lose(TimedOut("it answers after all, later than answer_within_s"))

    async def _check(self) -> Status:
        return self.status

    async def _close(self) -> None:
        await self._link.close()
        self._watching.cancel()
        await asyncio.gather(self._watching, return_exceptions=True)
