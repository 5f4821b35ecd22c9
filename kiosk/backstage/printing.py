"""What a kiosk prints: tickets, materials lists, and what staff print to see how it prints."""

from collections.abc import Callable
from datetime import UTC, datetime

from display.ticket.delivering import deliver_on_paper
from display.ticket.list_slip import compose_list
from display.ticket.outbox import Outbox
from display.ticket.printer import printer_trouble
from display.ticket.slip import compose
from display.ticket.template import Template
from display.ticket.trial_slip import compose_trial
from drivers.contract.errors import DeviceError
from drivers.contract.ticket_printer import PrintStep
from kiosk.backstage.keepsake import Keepsake
from kiosk.backstage.printer import Printer
from kiosk.flow.effects import Print, PrintList
from kiosk.flow.events import Event, ListPrinted, NumberGone, Printed, PrinterSeen, PrintFailed, StaffTold
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
        printer: Printer,
        post: Callable[[Event], None],
        outbox: Outbox,
        keepsake: Keepsake,
        template: Template | None = None,
        *,
        kiosk: str = "",
    ) -> None:
        self._printer = printer
        self._post = post
        self._outbox = outbox
        self._keepsake = keepsake
        self._kiosk = kiosk
        self._template = template
        printer.listen(lambda facts: post(PrinterSeen(facts)))

    async def print(self, effect: Print, hall: HallView) -> None:
        try:
            await deliver_on_paper(effect.ticket, self._outbox, lambda: self._print(effect, hall))
        except HallRefused as refusal:
            logger.warning("printing-refused", code=refusal.code)
            self._post(NumberGone(visit_id=effect.visit_id))
        except HallUnreachable as error:
            self._failed(effect.visit_id, error.code, has_left=False)
        except DeviceError as error:
            if not error.may_have_printed:
                self._keepsake.not_printed(effect.ticket.ticket_id)
            self._failed(effect.visit_id, error.code, has_left=error.may_have_printed)
        else:
            self._post(Printed(visit_id=effect.visit_id))

    async def print_trial(self) -> None:
        """For staff. Answered by StaffTold."""
        try:
            now = datetime.now(UTC).astimezone()
            await self._printer.out("trial", compose_trial(self._kiosk, now, self._printer.columns))
        except DeviceError as error:
            self._post(StaffTold(code=error.code))
        else:
            self._post(StaffTold(code=TEST_PRINTED))

    async def check(self) -> None:
        """Asks the printer how it is. Answered by PrinterSeen and StaffTold."""
        try:
            facts = await self._printer.check()
        except DeviceError as error:
            self._post(StaffTold(code=error.code))
        else:
            self._post(StaffTold(code=printer_trouble(facts) or PRINTER_READY))

    async def print_list(self, effect: PrintList, hall: HallView) -> None:
        """A materials list is nobody's in particular: one that did not come out is printed again."""
        try:
            columns = self._printer.columns
            await self._printer.out("list", compose_list(effect.matter, hall, columns, effect.language))
        except DeviceError as error:
            self._failed(effect.visit_id, error.code, has_left=error.may_have_printed)
        else:
            self._post(ListPrinted(visit_id=effect.visit_id))

    async def _print(self, effect: Print, hall: HallView) -> None:
        def mark(step: PrintStep) -> None:
            if step is PrintStep.SENDING:
                self._keepsake.printing(effect.ticket.ticket_id)

        slip = compose(effect.ticket, hall, self._printer.columns, self._template, effect.language)
        await self._printer.out("ticket", slip, mark)

    def _failed(self, visit_id: int, code: str, *, has_left: bool) -> None:
        self._post(PrintFailed(visit_id=visit_id, code=code, has_left_printer=has_left))
