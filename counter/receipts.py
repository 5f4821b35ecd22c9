"""The counter's printer of receipts. A case stands whether its receipt comes out or not."""

from collections.abc import Callable
from dataclasses import dataclass

from counter.flow.happenings import ReceiptFailed
from counter.flow.state import Notice
from display.kit.hall_clock import views_of
from display.receipt.slip import compose_receipt
from display.receipt.template import ReceiptTemplate
from display.ticket.printer import OUTCOME_UNKNOWN
from drivers.contract.errors import DeviceError
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedTicketPrinter
from queue_core import log
from queue_core.client import ClientError, StaffClient, Update
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import HallView
from queue_core.wire.words import ReceiptKind

NAME = "printer"
SAID = frozenset({"paper-out", "cover-open"})
"""Troubles of a printer that a clerk is told by name; of others that nothing came out."""
logger = log.logger("counter.receipts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    code: str
    kind: ReceiptKind


class Receipts:
    """`post` is told of a receipt that did not come out."""

    def __init__(
        self,
        address: str,
        client: StaffClient,
        post: Callable[[ReceiptFailed], None],
        template: ReceiptTemplate | None = None,
    ) -> None:
        self._address = address
        self._client = client
        self._post = post
        self._template = template
        self._timezone = "Asia/Shanghai"
        self._printer: SupervisedTicketPrinter | None = None

    async def open(self, devices: Registry) -> None:
        self._printer = await devices.add(NAME, SupervisedTicketPrinter(self._address))

    def hear(self, update: Update) -> None:
        """The hall's time stands on paper."""
        if isinstance(update, Snapshot | Changes):
            for view in views_of(update):
                if isinstance(view, HallView):
                    self._timezone = view.timezone

    async def print(self, wanted: Wanted) -> None:
        """The hall counts a receipt when it has come out."""
        try:
            await self._print(wanted)
        except ClientError as error:
            self._post(ReceiptFailed(notice=Notice(code="receipt-not-printed", detail=wanted.code)))
            logger.warning("receipt-not-asked", kind=wanted.kind, code=error.code)
        except DeviceError as error:
            self._post(ReceiptFailed(notice=Notice(code=_trouble(error), detail=wanted.code)))
            logger.warning("receipt-not-printed", kind=wanted.kind, code=error.code)
        else:
            await self._report(wanted)

    async def _print(self, wanted: Wanted) -> None:
        if self._printer is None:
            raise DeviceError("no printer is open")
        receipt = await self._client.receipt(wanted.code, wanted.kind)
        columns = self._printer.capabilities.columns
        slip = compose_receipt(receipt, columns, timezone=self._timezone, template=self._template)
        await self._printer.print(slip)
        logger.info("receipt-printed", kind=wanted.kind)

    async def _report(self, wanted: Wanted) -> None:
        try:
            await self._client.report_receipt(wanted.code, wanted.kind)
        except ClientError as error:
            logger.warning("receipt-not-reported", kind=wanted.kind, code=error.code)


def _trouble(error: DeviceError) -> str:
    if error.may_have_printed and error.code in OUTCOME_UNKNOWN:
        return "receipt-unsure"
    return f"receipt-{error.code}" if error.code in SAID else "receipt-not-printed"
