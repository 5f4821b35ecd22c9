"""`escpos+tcp` and `escpos+serial`: ticket printers that speak ESC/POS.

A slip counts as printed when the printer said, after its last byte, that it has worked it off (GS r 1), or,
on a model that does not know this question, that it is still in order. A connection the printer closed
swallows the first write after that without a word: hence the questions before and after.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import final

from drivers.catalog.escpos_conversation import Conversation
from drivers.contract.address import Address
from drivers.contract.errors import DeviceError, Garbled, LinkLost, NotCapable, TimedOut
from drivers.contract.slip import Slip
from drivers.contract.status import Cover, Cutter, Paper, State, Status
from drivers.contract.ticket_printer import PrintReceipt, PrintStep, TicketPrinter, TicketPrinterCapabilities
from drivers.protocol.escpos_job import WIDTH_DOTS, columns, encode
from drivers.protocol.escpos_status import Answers
from drivers.transport.link import Link
from drivers.transport.opening import open_link

PORT = 9100
LOOK_EVERY_S = 2.0  # between jobs
LOOK_WHILE_PRINTING_S = 0.2
LEARN_WITHIN_S = 0.5  # an idle printer that knows GS r 1 answers in milliseconds
REST_WITHIN_S = 3.0  # for the rest of a ticket that was stopped, where a printer keeps it
PRINT_WITHIN_S = 15.0  # from the last byte sent to worked off; a long ticket takes 3 s
WRITE_WITHIN_S = 10.0
BITS_A_BYTE = 10  # 8N1


def capabilities(address: Address) -> TicketPrinterCapabilities:
    paper_mm = address.whole("paper_mm")
    return TicketPrinterCapabilities(
        width_dots=WIDTH_DOTS[paper_mm], columns=columns(paper_mm), qr=True, cutter=True
    )


async def open_device(address: Address) -> TicketPrinter:
    return await EscposPrinter.open(address)


@final
class EscposPrinter(TicketPrinter):
    """Owns its link. Looks at the printer every two seconds between jobs, so that `status` is fresh."""

    def __init__(self, address: Address, link: Link) -> None:
        unknown = Status(paper=Paper.UNKNOWN, cover=Cover.UNKNOWN, cutter=Cutter.UNKNOWN)
        super().__init__(address.text, unknown)
        self._link = link
        self._conversation = Conversation(link, address.seconds("answer_within_s"))
        self._paper_mm = address.whole("paper_mm")
        self._baud = address.whole("baud") if "baud" in address.settings else None
        self._capabilities = capabilities(address)
        self._knows_worked_off: bool | None = None
        self._lock = asyncio.Lock()
        self._looking: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, address: Address) -> "EscposPrinter":
        """Raises CannotOpen and its kin; TimedOut or Garbled when what is there does not speak ESC/POS."""
        printer = cls(address, await open_link(address, port=PORT))
        try:
            await printer._begin()
        except BaseException:
            await printer.close()
            raise
        return printer

    @property
    def capabilities(self) -> TicketPrinterCapabilities:
        return self._capabilities

    async def print(self, slip: Slip, *, progress: Callable[[PrintStep], None] | None = None) -> PrintReceipt:
        tell = progress or (lambda _step: None)
        job = encode(slip, self._paper_mm)
        async with self._lock:
            self._require_link()
            tell(PrintStep.CHECKING)
            self._require_order(await self._ask())
            tell(PrintStep.SENDING)
            try:
                await self._send(job)
                tell(PrintStep.CONFIRMING)
                await self._confirm()
            except DeviceError as error:
                error.may_have_printed = True
                raise
            return PrintReceipt(bytes_sent=len(job), status=self.status)

    async def retract(self) -> None:
        self._require_link()
        raise NotCapable("this printer has no presenter")

    async def _begin(self) -> None:
        self._become((await self._ask()).status())
        if self.status.state is State.ONLINE:
            with self._losing():
                await self._conversation.send(b"", within_s=WRITE_WITHIN_S)
                self._knows_worked_off = await self._conversation.hear_worked_off(LEARN_WITHIN_S)
        self._looking = asyncio.create_task(self._look(), name=f"looking at {self.address}")

    async def _send(self, job: bytes) -> None:
        """Hands over the job, in the time its line needs."""
        self._become(self.status.becoming(State.BUSY))
        line_s = 0.0 if self._baud is None else len(job) * BITS_A_BYTE / self._baud
        with self._losing():
            if self._knows_worked_off:
                # After new paper a printer first ends the ticket before, and its news is not this one's.
                await self._conversation.hear_worked_off(REST_WITHIN_S)
            await self._conversation.send(job, within_s=WRITE_WITHIN_S + line_s)

    async def _confirm(self) -> None:
        """Waits for the end of the job, with an eye on the printer. Raises what stops it."""
        deadline = asyncio.get_running_loop().time() + PRINT_WITHIN_S
        while not await self._has_worked_off():
            answers = await self._ask()
            if answers.refusal() is not None or not self._knows_worked_off:
                break
            if asyncio.get_running_loop().time() > deadline:
                with self._losing():
                    raise TimedOut(f"the slip was not worked off within {PRINT_WITHIN_S:g} s")
        self._require_order(await self._ask())

    async def _has_worked_off(self) -> bool:
        """Asked again and again. The first time a model answers shows that it knows the question."""
        if self._knows_worked_off is False and not self._conversation.has_worked_off:
            return False
        with self._losing():
            heard = await self._conversation.hear_worked_off(LOOK_WHILE_PRINTING_S)
        self._knows_worked_off = self._knows_worked_off or heard
        return heard

    def _require_order(self, answers: Answers) -> None:
        self._become(answers.status())
        if (refusal := answers.refusal()) is not None:
            raise refusal

    async def _ask(self) -> Answers:
        with self._losing():
            return await self._conversation.ask()

    @contextmanager
    def _losing(self) -> Iterator[None]:
        """What happens inside leaves a dirty link when it fails."""
        try:
            yield
        except (LinkLost, TimedOut, Garbled) as error:
            self._lose(error)
            raise
        except asyncio.CancelledError:
            self._lose(LinkLost("given up in the middle of an answer"))
            raise

    async def _look(self) -> None:
        """Ends with the link; whoever waits for `lost` is told by then."""
        try:
            while True:
                await asyncio.sleep(LOOK_EVERY_S)
                await self.check()
        except DeviceError as error:
            self._lose(error)

    async def _check(self) -> Status:
        async with self._lock:
            self._require_link()
            return (await self._ask()).status()

    async def _close(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        await self._link.close()
