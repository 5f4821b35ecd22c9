"""Asking an ESC/POS printer, and hearing what it says unasked; one task reads all that comes in."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import TypeVar, assert_never

from drivers.contract.errors import DeviceError, Garbled, LinkLost, TimedOut
from drivers.protocol.escpos_answers import Decoder, RealTime, Stray, Told, WorkedOff
from drivers.protocol.escpos_back import TELL, Block
from drivers.protocol.escpos_presenter import ASK_EJECTOR, ASK_FULL, Ejector, FullStatus
from drivers.protocol.escpos_status import ENQUIRIES, WORKED_OFF, Answers
from drivers.transport.link import Link

GRACE_S = 0.02  # what came while the event loop was held up has come in time
LEFT_WITHIN_S = 0.05  # for the kernel to fetch what a printer had ready before it was opened

Answer = TypeVar("Answer", RealTime, Ejector, FullStatus)


class Conversation:
    """After LinkLost, TimedOut or Garbled the link is dirty: a late answer would pass for the next one's.

    `on_block` hears of status the printer tells by itself, `on_end` once of why nothing more will come.
    """

    def __init__(self, link: Link, answer_within_s: float, *, has_presenter: bool) -> None:
        self._link = link
        self._answer_within_s = answer_within_s
        self._decoder = Decoder(has_presenter=has_presenter)
        self._wanted: type[Told] | None = None
        self._answer: Told | None = None
        self._error: DeviceError | None = None
        self._stirred = asyncio.Event()
        self._reading: asyncio.Task[None] | None = None
        self.has_worked_off = True
        self.has_heard = False

    def start(self, *, on_block: Callable[[Block], None], on_end: Callable[[DeviceError], None]) -> None:
        self._reading = asyncio.create_task(self._read(on_block, on_end), name="reading a printer's answers")

    async def forget_what_was_left(self) -> None:
        """Before `start`, on a link that keeps late answers while nobody has it open, as a USB node does."""
        await asyncio.sleep(LEFT_WITHIN_S)
        self._link.inbox.discard_all_but(lambda _byte: False)

    async def close(self) -> None:
        """Wakes whoever waits for an answer."""
        self._error = self._error or LinkLost("closed")
        self._stirred.set()
        await self._link.close()
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)

    async def ask(self) -> Answers:
        """DLE EOT 1-4, one after the other, as some printers lose a second question asked too soon."""
        return Answers(*[(await self._ask(enquiry, RealTime)).bits for enquiry in ENQUIRIES])

    async def ask_full(self) -> FullStatus:
        return await self._ask(ASK_FULL, FullStatus)

    async def ask_ejector(self, within_s: float) -> Ejector:
        """Only of a printer that is online: it answers in turn, after all bytes before."""
        self._decoder.expect_ejector()
        return await self._ask(ASK_EJECTOR, Ejector, within_s)

    async def ask_to_be_told(self) -> None:
        await self._link.write(TELL, within_s=self._answer_within_s)

    async def write(self, command: bytes) -> None:
        """A command without an answer."""
        await self._link.write(command, within_s=self._answer_within_s)

    async def send(self, job: bytes, *, within_s: float) -> None:
        """A job, and the question to be told when it is worked off."""
        self.has_worked_off = False
        await self._link.write(job + WORKED_OFF, within_s=within_s)

    async def hear_worked_off(self, within_s: float) -> bool:
        """Whether the job sent last is worked off, by now or within that time."""
        return await self.until(lambda: self.has_worked_off, within_s)

    async def until(self, claim: Callable[[], bool], within_s: float) -> bool:
        """Looks whenever something has come in. Raises why nothing more will."""
        for patience_s in (within_s, GRACE_S):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience_s):
                    while not claim():
                        self._require_link()
                        self._stirred.clear()
                        await self._stirred.wait()
                return True
        return claim()

    async def _ask(self, question: bytes, wanted: type[Answer], within_s: float | None = None) -> Answer:
        within_s = within_s or self._answer_within_s
        self._require_link()
        self._wanted, self._answer = wanted, None
        try:
            await self._link.write(question, within_s=self._answer_within_s)
            if not await self.until(lambda: self._answer is not None, within_s):
                raise TimedOut(f"no answer within {within_s:g} s")
        finally:
            self._wanted = None
        answer = self._answer
        assert isinstance(answer, wanted)
        return answer

    def _require_link(self) -> None:
        if self._error is not None:
            raise type(self._error)(self._error.detail)

    async def _read(self, on_block: Callable[[Block], None], on_end: Callable[[DeviceError], None]) -> None:
        try:
            while True:
                heard = await self._link.inbox.take()
                self.has_heard = True
                for told in self._decoder.feed(heard):
                    self._hear(told, on_block)
                self._stirred.set()
        except DeviceError as error:
            self._error = error
            self._stirred.set()
            on_end(error)

    def _hear(self, told: Told, on_block: Callable[[Block], None]) -> None:
        match told:
            case WorkedOff():
                self.has_worked_off = True
            case Block():
                on_block(told)
            case RealTime() | Ejector() | FullStatus():
                if self._wanted is None or not isinstance(told, self._wanted) or self._answer is not None:
                    raise Garbled("an answer to no question")
                self._answer = told
            case Stray(data=data):
                raise Garbled(f"not an answer: {data.hex(' ')}", data=data)
            case _:
                assert_never(told)
