"""The ticket printer as a front end sees it: how it is, and what is known when it has failed."""

from dataclasses import dataclass

from drivers.contract.status import Cover, Paper, State, Status
from drivers.contract.ticket_printer import TicketPrinterCapabilities
from drivers.runtime.supervising import SupervisedTicketPrinter

READY = frozenset({State.ONLINE, State.BUSY})

# After these nobody knows whether the paper came out; after any other the printer has said that it did not.
OUTCOME_UNKNOWN = frozenset({"link-lost", "timed-out", "garbled", "device-error", "absent", "resumed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterFacts:
    capabilities: TicketPrinterCapabilities
    status: Status
    trouble: str = ""  # the code of the device error, where there is one


def facts_of(printer: SupervisedTicketPrinter) -> PrinterFacts:
    trouble = printer.trouble.code if printer.trouble else ""
    return PrinterFacts(capabilities=printer.capabilities, status=printer.status, trouble=trouble)


def printer_trouble(printer: PrinterFacts | None) -> str:
    """The code of the trouble, as the driver's errors are called; `no-printer` where none is configured."""
    if printer is None:
        return "no-printer"
    if printer.status.paper is Paper.OUT:
        return "paper-out"
    if printer.status.cover is Cover.OPEN:
        return "cover-open"
    if printer.status.state in READY:
        return ""
    return printer.trouble or "printer-offline"
