"""The kind ticket printer 凭条打印机: prints a slip and says honestly whether it did."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from drivers.contract.device import Device, Kind
from drivers.contract.slip import Slip
from drivers.contract.status import Status


class PrintStep(StrEnum):
    """Progress of a print job, told to its caller only."""

    CHECKING = "checking"
    SENDING = "sending"  # from here on a failure carries may_have_printed
    CONFIRMING = "confirming"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintReceipt:
    """A slip that came out, and how the printer was afterwards (`status.paper` may have become LOW)."""

    bytes_sent: int
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketPrinterCapabilities:
    """`columns` are letters of size 1 in a line (a hanzi takes two), `width_dots` the same in dots.

    `presenter`: holds the ticket out until it is taken, and can draw it back. `tells_by_itself`: reports
    paper, cover and faults the moment they change; others are asked every two seconds.
    """

    width_dots: int
    columns: int
    qr: bool
    cutter: bool
    presenter: bool = False
    tells_by_itself: bool = False


class TicketPrinter(Device):
    """Announces StatusChanged when paper, cover or cutter change, also between jobs.

    With a presenter also TicketTaken and TicketRetracted; `status.presenter` tells how it is now.
    """

    kind = Kind.TICKET_PRINTER

    @property
    @abstractmethod
    def capabilities(self) -> TicketPrinterCapabilities: ...

    @abstractmethod
    async def print(self, slip: Slip, *, progress: Callable[[PrintStep], None] | None = None) -> PrintReceipt:
        """Asks the printer how it is, sends the slip, and returns when the printer has confirmed it.

        Raises PaperOut, CoverOpen, PrinterOffline, PrinterFault, LinkLost, TimedOut or Garbled. Where the
        error's `may_have_printed` is False no byte of the slip has left: it is safe to print again.
        """

    @abstractmethod
    async def retract(self) -> None:
        """Draws back a ticket that nobody took. Raises NotCapable without a presenter, or TicketJammed."""
