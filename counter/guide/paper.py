"""The desk's own printer: tickets and materials lists."""

from collections.abc import Callable

from display.ticket.delivering import deliver_on_paper
from display.ticket.list_slip import compose_list
from display.ticket.outbox import Outbox
from display.ticket.printer import PrinterFacts, facts_of
from display.ticket.slip import compose
from display.ticket.template import Template
from drivers.contract.errors import DeviceError
from drivers.contract.slip import Slip
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedTicketPrinter
from queue_core import log
from queue_core.wire.matters import Matter
from queue_core.wire.messages import Ticket
from queue_core.wire.views import HallView

logger = log.logger("guide.paper")


class Paper:
    """`tell` is called with each change of how the printer is."""

    def __init__(
        self,
        address: str | None,
        outbox: Outbox,
        tell: Callable[[PrinterFacts], None],
        template: Template | None = None,
    ) -> None:
        self._address = address
        self._outbox = outbox
        self._tell = tell
        self._template = template
        self._printer: SupervisedTicketPrinter | None = None

    async def watch(self, devices: Registry) -> None:
        """Opens the printer and tells how it is, until cancelled. Nothing to do where there is none."""
        if self._address is None:
            return
        self._printer = printer = await devices.add("printer", SupervisedTicketPrinter(self._address))
        with printer.subscribe() as events:
            self._tell(facts_of(printer))
            async for _ in events:
                self._tell(facts_of(printer))

    async def ticket(self, ticket: Ticket, hall: HallView, language: str) -> None:
        """The hall is told before and after. Raises DeviceError, HallRefused and HallUnreachable."""

        async def print_it() -> None:
            columns = self._open().capabilities.columns
            await self._out("ticket", compose(ticket, hall, columns, self._template, language))

        await deliver_on_paper(ticket, self._outbox, print_it)

    async def list(self, matter: Matter, hall: HallView, language: str) -> None:
        """Nobody's in particular: one that did not come out is printed again. Raises DeviceError."""
        await self._out("list", compose_list(matter, hall, self._open().capabilities.columns, language))

    async def _out(self, what: str, slip: Slip) -> None:
        receipt = await self._open().print(slip)
        logger.info("printed", what=what, bytes_sent=receipt.bytes_sent, paper=receipt.status.paper)

    def _open(self) -> SupervisedTicketPrinter:
        if self._printer is None:
            raise DeviceError("no printer is open")
        return self._printer
