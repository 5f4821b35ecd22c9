"""`escpos+tcp`, `escpos+serial` and `escpos+file`: ticket printers that speak ESC/POS.

A slip counts as printed when the printer said, after its last byte, that it has worked it off (GS r 1), or,
on a model that does not know this question, that it is still in order. A connection the printer closed
swallows the first write after that without a word: hence the questions before and after.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import final

from drivers.catalog.escpos_conversation import Conversation
from drivers.catalog.escpos_one_way import OneWayPrinter
from drivers.catalog.escpos_presenting import Presenting
from drivers.contract.address import Address
from drivers.contract.errors import (
    BadAddress,
    DeviceError,
    Garbled,
    LinkLost,
    NotCapable,
    TicketJammed,
    TimedOut,
)
from drivers.contract.slip import Slip
from drivers.contract.status import Cover, Cutter, Paper, Presenter, State, Status
from drivers.contract.ticket_printer import PrintReceipt, PrintStep, TicketPrinter, TicketPrinterCapabilities
from drivers.protocol.escpos_back import TELL, Block
from drivers.protocol.escpos_job import Dialect, Letters, encode
from drivers.protocol.escpos_presenter import RETRACT, present
from drivers.protocol.escpos_status import Answers
from drivers.transport.link import Link
from drivers.transport.opening import open_link

PORT = 9100
LOOK_EVERY_S = 2.0  # between jobs
LOOK_SELDOM_S = 10.0  # at a printer that tells by itself: only whether it is still there
LOOK_AT_MOUTH_EVERY_S = 0.5  # while a ticket waits there
LOOK_WHILE_PRINTING_S = 0.2
LEARN_WITHIN_S = 0.5  # an idle printer that knows GS r 1 or GS a answers in milliseconds
REST_WITHIN_S = 3.0  # for the rest of a ticket that was stopped, where a printer keeps it
PRINT_WITHIN_S = 15.0  # from the last byte sent to worked off; a long ticket takes 3 s
WRITE_WITHIN_S = 10.0
BITS_A_BYTE = 10  # 8N1


def capabilities(address: Address) -> TicketPrinterCapabilities:
    """Whether a printer tells by itself is seen when it is open, unless it must. Raises BadAddress."""
    has_presenter, back = address.word("presenter") == "custom", address.word("status_back")
    if has_presenter and back == "on":
        raise BadAddress(f"{address.text!r}: status_back=on does not go with presenter=custom; leave it out")
    dialect = _dialect(address)
    return TicketPrinterCapabilities(
        width_dots=dialect.width_dots,
        columns=dialect.columns,
        qr=True,
        cutter=True,
        presenter=has_presenter,
        tells_by_itself=back == "on",
    )


def _dialect(address: Address) -> Dialect:
    has_presenter = address.word("presenter") == "custom"
    return Dialect(
        paper_mm=address.whole("paper_mm"),
        letters=Letters(address.word("letters")),
        draws_qr=address.word("qr") == "raster",
        ending=present(address.whole("present_steps")) if has_presenter else b"",
    )


class Mute(TimedOut):
    """Not one answer came since the link was opened."""


async def open_device(address: Address) -> TicketPrinter:
    """A device file whose printer says nothing is taken for one that cannot; any other is not opened."""
    try:
        return await EscposPrinter.open(address)
    except Mute:
        if not address.scheme.endswith("+file"):
            raise
    unheard = replace(capabilities(address), presenter=False, tells_by_itself=False)
    return OneWayPrinter(address, await open_link(address), _dialect(address), unheard)


@final
class EscposPrinter(TicketPrinter):
    """Owns its link. Looks at the printer every two seconds between jobs, so that `status` is fresh."""

    def __init__(self, address: Address, link: Link) -> None:
        self._capabilities = capabilities(address)
        unknown = Status(paper=Paper.UNKNOWN, cover=Cover.UNKNOWN, cutter=Cutter.UNKNOWN)
        has_presenter = self._capabilities.presenter
        super().__init__(
            address.text, replace(unknown, presenter=Presenter.UNKNOWN) if has_presenter else unknown
        )
        self._answer_within_s = address.seconds("answer_within_s")
        self._conversation = Conversation(link, self._answer_within_s, has_presenter=has_presenter)
        self._presenting = (
            Presenting(
                self._conversation,
                self._announce,
                hold_s=address.seconds("ticket_hold_s"),
                not_taken=address.word("not_taken"),
            )
            if has_presenter
            else None
        )
        self._dialect = _dialect(address)
        self._baud = address.whole("baud") if "baud" in address.settings else None
        self._is_file = address.scheme.endswith("+file")
        self._back = "off" if has_presenter else address.word("status_back")
        self._tells_by_itself = False
        self._knows_worked_off: bool | None = None
        self._lock = asyncio.Lock()
        self._looking: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, address: Address) -> "EscposPrinter":
        """Raises CannotOpen and its kin; TimedOut or Garbled when what is there does not speak ESC/POS."""
        capabilities(address)
        printer = cls(address, await open_link(address, port=PORT))
        try:
            await printer._begin()
        except BaseException:
            await printer.close()
            raise
        return printer

    @property
    def capabilities(self) -> TicketPrinterCapabilities:
        return replace(self._capabilities, tells_by_itself=self._tells_by_itself)

    async def print(self, slip: Slip, *, progress: Callable[[PrintStep], None] | None = None) -> PrintReceipt:
        tell = progress or (lambda _step: None)
        # The reset at its beginning ends automatic status as well, so each job asks for it again.
        job = encode(slip, replace(self._dialect, setup=TELL if self._tells_by_itself else b""))
        async with self._lock:
            self._require_link()
            tell(PrintStep.CHECKING)
            self._require_order(await self._ask(ejector_within_s=self._ejector_within_s()))
            if self._presenting is not None:
                with self._losing():
                    await self._presenting.make_room(self._see)
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
        if self._presenting is None:
            raise NotCapable("this printer has no presenter")
        async with self._lock:
            with self._losing():
                await self._presenting.withdraw(RETRACT, self._see)

    async def _begin(self) -> None:
        if self._is_file:
            await self._conversation.forget_what_was_left()
        self._conversation.start(on_block=self._be_told, on_end=self._lose)
        try:
            await self._see()
        except TimedOut as error:
            raise error if self._conversation.has_heard else Mute(error.detail) from error
        if self.status.state is State.ONLINE:
            with self._losing():
                await self._conversation.send(b"", within_s=WRITE_WITHIN_S)
                self._knows_worked_off = await self._conversation.hear_worked_off(LEARN_WITHIN_S)
        if self._back != "off":
            await self._ask_to_be_told()
        self._looking = asyncio.create_task(self._look(), name=f"looking at {self.address}")

    async def _ask_to_be_told(self) -> None:
        with self._losing():
            await self._conversation.ask_to_be_told()
            await self._conversation.until(lambda: self._tells_by_itself, LEARN_WITHIN_S)
        if self._back == "on" and not self._tells_by_itself and self.status.state is State.ONLINE:
            raise NotCapable("it does not tell its status by itself, as status_back=on says")

    def _be_told(self, block: Block) -> None:
        """A printer that is offline at first may tell only when it is back."""
        self._tells_by_itself = True
        self._become(self._status_of(block.answers()))

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
        self._require_order(await self._ask(ejector_within_s=PRINT_WITHIN_S))
        if self._presenting is not None:
            self._presenting.present()

    async def _has_worked_off(self) -> bool:
        """Asked again and again. The first time a model answers shows that it knows the question."""
        if self._knows_worked_off is False and not self._conversation.has_worked_off:
            return False
        with self._losing():
            heard = await self._conversation.hear_worked_off(LOOK_WHILE_PRINTING_S)
        self._knows_worked_off = self._knows_worked_off or heard
        return heard

    def _require_order(self, answers: Answers) -> None:
        self._become(self._status_of(answers))
        if self.status.presenter is Presenter.JAMMED:
            raise TicketJammed("paper is stuck in the presenter")
        if (refusal := answers.refusal()) is not None:
            raise refusal

    def _status_of(self, answers: Answers) -> Status:
        status = answers.status()
        if self._presenting is None:
            return status
        if self._presenting.presenter is Presenter.JAMMED:
            status = status.becoming(State.HARDWARE_ERROR)
        return replace(status, presenter=self._presenting.presenter)

    async def _ask(self, *, ejector_within_s: float | None = None) -> Answers:
        with self._losing():
            answers = await self._conversation.ask()
            if self._presenting is None:
                return answers
            return await self._presenting.look(answers, ejector_within_s=ejector_within_s)

    async def _see(self) -> Status:
        """How the printer is between jobs."""
        self._become(self._status_of(await self._ask(ejector_within_s=self._ejector_within_s())))
        return self.status

    def _ejector_within_s(self) -> float | None:
        """Not asked while it is due to tell that a stopped job has ended: that might pass for the answer."""
        is_due = self._knows_worked_off and not self._conversation.has_worked_off
        return None if is_due else self._answer_within_s

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
                await asyncio.sleep(self._pause_s())
                await self.check()
                if self._presenting is not None:
                    await self._withdraw_overdue(self._presenting)
        except DeviceError as error:
            self._lose(error)

    def _pause_s(self) -> float:
        if self._presenting is not None and self._presenting.holds_ticket:
            return LOOK_AT_MOUTH_EVERY_S
        return LOOK_SELDOM_S if self._tells_by_itself else LOOK_EVERY_S

    async def _withdraw_overdue(self, presenting: Presenting) -> None:
        """One that jams is seen in the status, and is not told to move again."""
        async with self._lock:
            self._require_link()
            with self._losing(), suppress(TicketJammed):
                await presenting.withdraw_overdue(self._see)

    async def _check(self) -> Status:
        async with self._lock:
            self._require_link()
            return await self._see()

    async def _close(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
        await self._conversation.close()
