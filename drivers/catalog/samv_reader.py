"""`samv+serial` and `samv+tcp`: readers of ID cards with a security module SAM_V.

One task owns the link: it looks for a card every so often and does what callers ask in between, one thing
after the other; a caller who gives up disturbs nothing. A card is read when somebody asks, and only once
while it lies there: some readers find no card any more after they read it, until it is lifted; others find it
again and again. So what was read is kept for as long as the reader finds the card without a gap, and a card
is gone after two looks without it.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar, final

from drivers.contract.address import Address
from drivers.contract.card_reader import Cardholder, CardReader, CardReaderCapabilities
from drivers.contract.errors import (
    BadAddress,
    CardMute,
    CardRefused,
    CardRemoved,
    CardUnreadable,
    DeviceError,
    Garbled,
    LinkLost,
    NoCard,
    NotCapable,
    ReaderFault,
    Refused,
    TimedOut,
)
from drivers.contract.events import CardGone, CardPresent
from drivers.contract.status import Card, State, Status
from drivers.protocol import identity_card, samv
from drivers.protocol.samv import Decoder, Reply, Word
from drivers.transport.link import Link
from drivers.transport.opening import open_link

T = TypeVar("T")

GONE_AFTER_LOOKS = 2
MODULE_LOOK_S = 3.0  # between two questions to a module that is out of order
REFUSALS = (Refused, NotCapable)  # after which the link is fine


def capabilities(address: Address) -> CardReaderCapabilities:
    if address.scheme.endswith("+tcp") and address.port is None:
        raise BadAddress(f"{address.text!r} needs the port of the gateway; there is no usual one")
    return CardReaderCapabilities(cards=identity_card.CARDS)


async def open_device(address: Address) -> CardReader:
    return await SamvReader.open(address)


@dataclass(slots=True)
class _Job:
    """What a caller wants done, and by when on the loop's clock."""

    work: Callable[[float], Awaitable[Any]]
    until: float
    outcome: "asyncio.Future[Any]"


@final
class SamvReader(CardReader):
    def __init__(self, address: Address, link: Link) -> None:
        super().__init__(address.text, Status(card=Card.UNKNOWN))
        self._link = link
        self._capabilities = capabilities(address)
        self._answer_within_s = address.seconds("answer_within_s")
        self._read_within_s = address.seconds("read_within_s")
        self._look_every_s = address.seconds("look_every_s")
        self._jobs: deque[_Job] = deque()
        self._wake = asyncio.Event()
        self._holder: Cardholder | None = None  # while the reader finds the card without a gap
        self._looks_without = 0
        self._loop = asyncio.get_running_loop()
        self._next_look = self._loop.time()
        self._running: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, address: Address) -> "SamvReader":
        """Raises CannotOpen and its kin; TimedOut or Garbled when what is there is no such reader."""
        capabilities(address)
        reader = cls(address, await open_link(address))
        try:
            await reader._begin()
        except BaseException:
            await reader.close()
            raise
        return reader

    @property
    def capabilities(self) -> CardReaderCapabilities:
        return self._capabilities

    async def read(self) -> Cardholder:
        return await self._ask(self._read, self._read_within_s)

    async def _check(self) -> Status:
        state = await self._ask(self._module_state, self._answer_within_s)
        return self.status.becoming(state)

    async def _ask(self, work: Callable[[float], Awaitable[T]], within_s: float) -> T:
        """Has something done by the task that owns the link."""
        self._require_link()
        job = _Job(work, self._loop.time() + within_s, self._loop.create_future())
        self._jobs.append(job)
        self._wake.set()
        return await job.outcome  # type: ignore[no-any-return]

    async def _begin(self) -> None:
        until = self._loop.time() + self._answer_within_s
        state = await self._module_state(until)
        module = await self._module_id(until) if state is State.ONLINE else None
        self._become(Status(state=state, card=Card.UNKNOWN, module=module))
        if state is State.ONLINE:
            await self._look()
        else:
            self._next_look = self._loop.time() + MODULE_LOOK_S
        self._running = asyncio.create_task(self._run(), name=f"looking at {self.address}")

    # The task that owns the link.

    async def _run(self) -> None:
        try:
            while True:
                await self._rest()
                while self._jobs:
                    await self._serve(self._jobs[0])
                    self._jobs.popleft()
                if self._loop.time() >= self._next_look:
                    await self._look()
        except DeviceError as error:
            self._lose(error)
        finally:
            self._end_jobs()

    async def _rest(self) -> None:
        """Until the next look is due, or somebody wants something."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(self._next_look):
                await self._wake.wait()
        self._wake.clear()

    async def _serve(self, job: _Job) -> None:
        if job.outcome.done():
            return
        try:
            outcome = await job.work(job.until)
        except DeviceError as error:
            if not job.outcome.done():
                job.outcome.set_exception(error)
            if not isinstance(error, REFUSALS):
                raise
        else:
            if not job.outcome.done():
                job.outcome.set_result(outcome)

    def _end_jobs(self) -> None:
        """Nobody serves those who still wait."""
        error = self.trouble or LinkLost("closed")
        for job in self._jobs:
            if not job.outcome.done():
                job.outcome.set_exception(type(error)(error.detail))
        self._jobs.clear()

    # Looking.

    async def _look(self) -> None:
        """Whether a card is there now, or whether a broken module has come to its senses."""
        until = self._loop.time() + self._answer_within_s
        if self.status.state is State.HARDWARE_ERROR:
            self._become(self.status.becoming(await self._module_state(until)))
        else:
            with contextlib.suppress(ReaderFault):  # the status tells
                self._see(is_found=await self._finds_card(until))
        is_broken = self.status.state is State.HARDWARE_ERROR
        self._next_look = self._loop.time() + (MODULE_LOOK_S if is_broken else self._look_every_s)

    def _see(self, *, is_found: bool) -> None:
        """What was read is forgotten at the first look that finds nothing: the next card may be another."""
        if is_found:
            self._looks_without = 0
            is_there = True
        else:
            self._holder = None
            self._looks_without += 1
            is_there = self.status.card is Card.PRESENT and self._looks_without < GONE_AFTER_LOOKS
        card = Card.PRESENT if is_there else Card.ABSENT
        before = self.status.card
        if card is before:
            return
        self._become(replace(self.status, card=card))
        if is_there:
            self._announce(CardPresent())
        elif before is Card.PRESENT:
            self._announce(CardGone())

    async def _finds_card(self, until: float) -> bool:
        reply = await self._exchange(samv.FIND, until)
        if reply.word in {Word.FOUND, Word.NO_CARD}:
            return reply.word == Word.FOUND
        raise self._unexpected(reply)

    async def _selects_card(self, until: float) -> bool:
        reply = await self._exchange(samv.SELECT, until)
        if reply.word in {Word.DONE, Word.SELECT_FAILED, Word.NO_CARD}:
            return reply.word == Word.DONE
        raise self._unexpected(reply)

    async def _module_state(self, until: float) -> State:
        """A module that is not in order is reset once before it counts as broken."""
        for command in (samv.STATUS, samv.RESET, samv.STATUS):
            reply = await self._exchange(command, until)
            if command is samv.STATUS and reply.word == Word.DONE and not reply.data:
                self._next_look = min(self._next_look, self._loop.time() + self._look_every_s)
                return State.ONLINE
            if reply.word != Word.DONE and not isinstance(samv.refusal(reply.word), ReaderFault):
                raise self._unexpected(reply)
        return State.HARDWARE_ERROR

    async def _module_id(self, until: float) -> str | None:
        """None from a reader that does not tell."""
        reply = await self._exchange(samv.MODULE_ID, until)
        return samv.module_id(reply.data) if reply.word == Word.DONE else None

    # Reading.

    async def _read(self, until: float) -> Cardholder:
        if self.status.state is State.HARDWARE_ERROR:
            raise ReaderFault("the reader's security module is out of order")
        if self._holder is None:
            self._become(self.status.becoming(State.BUSY))
            try:
                self._holder = await self._read_card(until)
            finally:
                if self.status.state is State.BUSY:
                    self._become(self.status.becoming(State.ONLINE))
                self._next_look = self._loop.time() + self._look_every_s
        return self._holder

    async def _read_card(self, until: float) -> Cardholder:
        """A card that was found at the last look is selected straight away."""
        is_selected = self.status.card is Card.PRESENT and await self._selects_card(until)
        if not is_selected:
            await self._require_card(until)
            if not await self._selects_card(until):
                raise CardMute("the card does not answer to being selected")
        reply = await self._exchange(samv.READ, until)
        if reply.word == Word.DONE:
            return identity_card.decode(samv.text_block(reply.data)).holder
        raise await self._why_unread(reply, until)

    async def _require_card(self, until: float) -> None:
        is_found = await self._finds_card(until)
        self._see(is_found=is_found)
        if not is_found:
            raise NoCard

    async def _why_unread(self, reply: Reply, until: float) -> DeviceError:
        error = samv.refusal(reply.word)
        if isinstance(error, CardUnreadable):
            is_found = await self._finds_card(until)
            self._see(is_found=is_found)
            return error if is_found else CardRemoved("the card went while it was read")
        return self._unexpected(reply) if not isinstance(error, CardRefused) else error

    # Speaking.

    def _unexpected(self, reply: Reply) -> DeviceError:
        """A fault of the module, else an answer that belongs to no question of ours."""
        error = samv.refusal(reply.word)
        if isinstance(error, ReaderFault):
            self._become(replace(self.status, state=State.HARDWARE_ERROR, card=Card.UNKNOWN))
            return error
        return Garbled(f"status {reply.word:02X} is no answer to what was asked")

    async def _exchange(self, command: bytes, until: float) -> Reply:
        """By `until`, and soon unless the module has to work on a card."""
        decoder = Decoder()
        if command != samv.READ:
            until = min(until, self._loop.time() + self._answer_within_s)
        self._link.inbox.discard_all_but(lambda _byte: False)
        await self._link.write(samv.request(command), within_s=self._left(until))
        while True:
            try:
                reply = decoder.feed(await self._link.inbox.take(self._left(until)))
            except TimedOut as error:
                if decoder.has_garbage:
                    raise Garbled("what comes in is no answer of such a reader") from error
                raise
            if reply is not None:
                return reply

    def _left(self, until: float) -> float:
        """Raises TimedOut."""
        left_s = until - self._loop.time()
        if left_s <= 0:
            raise TimedOut("no answer in time")
        return left_s

    async def _close(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
        await self._link.close()
