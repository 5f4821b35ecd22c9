"""The kiosk's printer: tickets, materials lists, and what staff print to see how it prints."""

from collections.abc import Callable
from datetime import UTC, datetime

from display.ticket.delivering import deliver_on_paper
from display.ticket.list_slip import compose_list
from display.ticket.outbox import Outbox
from display.ticket.printer import facts_of, printer_trouble
from display.ticket.slip import compose
from display.ticket.template import Template
from display.ticket.trial_slip import compose_trial
from drivers.contract.errors import DeviceError
from drivers.contract.slip import Slip
from drivers.contract.ticket_printer import PrintStep
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedTicketPrinter
from kiosk.backstage.keepsake import Keepsake
from kiosk.flow.effects import Print, PrintList
from kiosk.flow.events import (
    Event,
    ListPrinted,
    NumberGone,
    Printed,
    PrinterSeen,
    PrintFailed,
    StaffTold,
)
from queue_core import log
from queue_core.client import HallRefused, HallUnreachable
from queue_core.wire.views import HallView

logger = log.logger("kiosk.printing")
TEST_PRINTED = "test-printed"
PRINTER_READY = "printer-ready"


class Printing:
    """`post` hands an event to the visit. `kiosk` is this kiosk's name, for the slip that staff print."""

    def __init__(
        self,
        address: str | None,
        post: Callable[[Event], None],
        outbox: Outbox,
        keepsake: Keepsake,
        template: Template | None = None,
        *,
        kiosk: str = "",
    ) -> None:
        self._address = address
        self._post = post
        self._outbox = outbox
        self._keepsake = keepsake
        self._kiosk = kiosk
        self._template = template
        self._printer: SupervisedTicketPrinter | None = None

    async def watch(self, devices: Registry) -> None:
        """Opens the printer and tells how it is, until cancelled. Nothing to do where there is none."""
        if self._address is None:
            return
        self._printer = printer = await devices.add("printer", SupervisedTicketPrinter(self._address))
        with printer.subscribe() as events:
            self._tell(printer)
            async for _ in events:
                self._tell(printer)

    async def print(self, effect: Print, hall: HallView) -> None:
        try:
            await deliver_on_paper(effect.ticket, self._outbox, lambda: self._print(effect, hall))
        except HallRefused as refusal:
            logger.warning("printing-refused", code=refusal.code)
            self._post(NumberGone(visit_id=effect.visit_id))
        except HallUnreachable as error:
            self._failed(effect.visit_id, error.code, has_left=False)
        except DeviceError as error:
            logger.warning("print-failed", code=error.code, has_left_printer=error.may_have_printed)
            if not error.may_have_printed:
                self._keepsake.not_printed(effect.ticket.ticket_id)
            self._failed(effect.visit_id, error.code, has_left=error.may_have_printed)
        else:
            self._post(Printed(visit_id=effect.visit_id))

    async def print_trial(self) -> None:
        """For staff. Answered by StaffTold."""
        try:
            now = datetime.now(UTC).astimezone()
            await self._out("trial", compose_trial(self._kiosk, now, self._open().capabilities.columns))
        except DeviceError as error:
            logger.warning("print-failed", code=error.code, has_left_printer=error.may_have_printed)
            self._post(StaffTold(code=error.code))
        else:
            self._post(StaffTold(code=TEST_PRINTED))

    async def check(self) -> None:
        """Asks the printer how it is. Answered by PrinterSeen and StaffTold."""
        try:
            printer = self._open()
            await printer.check()
        except DeviceError as error:
            self._post(StaffTold(code=error.code))
        else:
            self._tell(printer)
            trouble = printer_trouble(facts_of(printer))
            self._post(StaffTold(code=trouble or PRINTER_READY))

    async def print_list(self, effect: PrintList, hall: HallView) -> None:
        """A materials list is nobody's in particular: one that did not come out is printed again."""
        try:
            columns = self._open().capabilities.columns
            await self._out("list", compose_list(effect.matter, hall, columns, effect.language))
        except DeviceError as error:
            logger.warning("print-failed", code=error.code, has_left_printer=error.may_have_printed)
            self._failed(effect.visit_id, error.code, has_left=error.may_have_printed)
        else:
            self._post(ListPrinted(visit_id=effect.visit_id))

    async def _print(self, effect: Print, hall: HallView) -> None:
        def mark(step: PrintStep) -> None:
            if step is PrintStep.SENDING:
                self._keepsake.printing(effect.ticket.ticket_id)

        columns = self._open().capabilities.columns
        slip = compose(effect.ticket, hall, columns, self._template, effect.language)
        await self._out("ticket", slip, mark)

    async def _out(self, what: str, slip: Slip, mark: Callable[[PrintStep], None] | None = None) -> None:
        receipt = await self._open().print(slip, progress=mark)
        logger.info("printed", what=what, bytes_sent=receipt.bytes_sent, paper=receipt.status.paper)

    def _open(self) -> SupervisedTicketPrinter:
        if self._printer is None:
            raise DeviceError("no printer is open")
        return self._printer

    def _failed(self, visit_id: int, code: str, *, has_left: bool) -> None:
        self._post(PrintFailed(visit_id=visit_id, code=code, has_left_printer=has_left))

    def _tell(self, printer: SupervisedTicketPrinter) -> None:
        self._post(PrinterSeen(facts_of(printer)))
