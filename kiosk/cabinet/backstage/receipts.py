"""Hand-over receipts 交付凭证 of what was just collected: handed over it is, with paper or without."""

import asyncio
from collections.abc import Callable

from display.receipt.slip import compose_receipt
from display.receipt.template import ReceiptTemplate
from display.ticket.printer import OUTCOME_UNKNOWN, PrinterFacts, printer_trouble
from drivers.contract.errors import DeviceError
from kiosk.backstage.printer import Printer
from kiosk.cabinet.backstage.telling import Telling, may_pass
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import PrintReceipt
from kiosk.cabinet.flow.state import Paper
from queue_core import log
from queue_core.client import ClientError, HallRefused, HallUnreachable
from queue_core.client.cabinet import CabinetClient
from queue_core.wire.cases import Receipt
from queue_core.wire.lockers import AskReceipt
from queue_core.wire.views import HallView

TOLD_WITHIN_S = 8.0
logger = log.logger("cabinet.receipts")


class Receipts:
    """`post` hands a happening to the screen; without the hall's own `template` the usual one is printed."""

    def __init__(
        self,
        printer: Printer,
        post: Callable[[h.Happening], None],
        template: ReceiptTemplate | None = None,
    ) -> None:
        self._printer = printer
        self._post = post
        self._template = template
        self._timezone = "Asia/Shanghai"
        printer.listen(self._seen)

    def hear(self, hall: HallView) -> None:
        """The hall's time stands on paper."""
        self._timezone = hall.timezone

    async def print(self, wanted: PrintReceipt, client: CabinetClient, telling: Telling) -> None:
        """The hall counts a receipt when it has come out."""
        try:
            await self._out(wanted, await self._asked(wanted, client, telling))
        except HallRefused as error:
            logger.warning("receipt-refused", code=error.code)
            self._failed(wanted, Paper.NONE_CAME if may_pass(error) else Paper.REFUSED)
        except ClientError as error:
            logger.warning("receipt-not-asked", code=error.code)
            self._failed(wanted, Paper.NONE_CAME)
        except DeviceError as error:
            is_unsure = error.may_have_printed and error.code in OUTCOME_UNKNOWN
            self._failed(wanted, Paper.UNSURE if is_unsure else Paper.NONE_CAME)
        else:
            await self._report(wanted, client)
            self._post(h.ReceiptPrinted(unlocking_id=wanted.unlocking_id))

    async def _asked(self, wanted: PrintReceipt, client: CabinetClient, telling: Telling) -> Receipt:
        """Before the hall has heard that the door is closed nothing is handed over."""
        try:
            async with asyncio.timeout(TOLD_WITHIN_S):
                await telling.empty()
        except TimeoutError as error:
            raise HallUnreachable("", "not all was told of doors") from error
        return await client.receipt(wanted.unlocking_id, AskReceipt(grant=wanted.grant))

    async def _out(self, wanted: PrintReceipt, receipt: Receipt) -> None:
        slip = compose_receipt(
            receipt,
            self._printer.columns,
            timezone=self._timezone,
            template=self._template,
            language=wanted.language,
        )
        await self._printer.out("receipt", slip)

    async def _report(self, wanted: PrintReceipt, client: CabinetClient) -> None:
        try:
            await client.report_receipt(wanted.unlocking_id, AskReceipt(grant=wanted.grant))
        except ClientError as error:
            logger.warning("receipt-not-reported", code=error.code)

    def _failed(self, wanted: PrintReceipt, paper: Paper) -> None:
        self._post(h.ReceiptFailed(unlocking_id=wanted.unlocking_id, paper=paper))

    def _seen(self, printer: PrinterFacts) -> None:
        self._post(h.PrinterSeen(trouble=printer_trouble(printer)))
