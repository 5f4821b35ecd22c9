"""The one ticket printer of a program, for all in it who print: a kiosk's visits, the cabinet it may host."""

from collections.abc import Callable

from display.ticket.printer import PrinterFacts, facts_of
from drivers.contract.errors import DeviceError
from drivers.contract.slip import Slip
from drivers.contract.ticket_printer import PrintStep
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedTicketPrinter
from queue_core import log

NAME = "printer"
logger = log.logger("kiosk.printing")


class Printer:
    """Without an `address` there is none: nobody is told of it, and nothing is printed."""

    def __init__(self, address: str | None) -> None:
        self._address = address
        self._printer: SupervisedTicketPrinter | None = None
        self._listeners: list[Callable[[PrinterFacts], None]] = []

    def listen(self, listener: Callable[[PrinterFacts], None]) -> None:
        """`listener` is told how the printer is, at once if it has been opened, and at every change."""
        self._listeners.append(listener)
        if self._printer is not None:
            listener(facts_of(self._printer))

    async def watch(self, devices: Registry) -> None:
        """Opens the printer and tells how it is, until cancelled."""
        if self._address is None:
            return
        self._printer = printer = await devices.add(NAME, SupervisedTicketPrinter(self._address))
        with printer.subscribe() as events:
            self._tell(printer)
            async for _ in events:
                self._tell(printer)

    @property
    def columns(self) -> int:
        """Letters of size 1 in a line. Raises DeviceError as long as nothing is open."""
        return self._open().capabilities.columns

    async def out(self, what: str, slip: Slip, progress: Callable[[PrintStep], None] | None = None) -> None:
        """Returns when the printer has confirmed the slip; the log says `what` it is. Raises DeviceError."""
        try:
            receipt = await self._open().print(slip, progress=progress)
        except DeviceError as error:
            logger.warning(
                "print-failed", what=what, code=error.code, has_left_printer=error.may_have_printed
            )
            raise
        logger.info("printed", what=what, bytes_sent=receipt.bytes_sent, paper=receipt.status.paper)

    async def check(self) -> PrinterFacts:
        """Asks the printer how it is; its listeners are told, too. Raises DeviceError."""
        printer = self._open()
        await printer.check()
        return self._tell(printer)

    def _open(self) -> SupervisedTicketPrinter:
        if self._printer is None:
            raise DeviceError("no printer is open")
        return self._printer

    def _tell(self, printer: SupervisedTicketPrinter) -> PrinterFacts:
        facts = facts_of(printer)
        for listener in self._listeners:
            listener(facts)
        return facts
