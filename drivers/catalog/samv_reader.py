"""`samv+serial` and `samv+tcp`: readers of ID cards with a security module SAM_V.

One task owns the link: it looks for a card every so often and does what callers ask in between, one thing
after the other; a caller who gives up disturbs nothing. A card is read when somebody asks, and only once
while it lies there: some readers find no card any more after they read it, until it is lifted; others find it
again and again. So what was read is kept for as long as the reader finds the card without a gap, and a card
is gone after two looks without it. At the opening it takes as many to be sure that none lies there.
"""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar, final

from drivers.catalog.samv_conversation import Conversation
from drivers.contract.address import Address
from drivers.contract.card_reader import Cardholder, CardReader, CardReaderCapabilities
from drivers.contract.errors import (
    BadAddress,
    CardMute,
    CardRefused,
    CardRemoved,
    CardUnreadable,
    DeviceError,
    LinkLost,
    NoCard,
    NotCapable,
    ReaderFault,
    Refused,
    TimedOut,
)
from drivers.contract.status import Card, State, Status
from drivers.protocol import identity_card
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
    """What a caller wants done, and by when on the loop's clock; None: in its own time once it has begun."""

    work: Callable[[float], Awaitable[Any]]
    until: float | None
    outcome: "asyncio.Future[Any]"


@final
class SamvReader(CardReader):
    def __init__(self, address: Address, link: Link) -> None:
        super().__init__(address.text, Status(card=Card.UNKNOWN))
        self._link = link
        self._module = Conversation(link, address.seconds("answer_within_s"))
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
        return await self._ask(self._read, until=self._loop.time() + self._read_within_s)

    async def _check(self) -> Status:
        state = await self._ask(self._look_at_module)
        return self.status if self.status.state is State.BUSY else self._judged(state)

    async def _ask(self, work: Callable[[float], Awaitable[T]], *, until: float | None = None) -> T:
        """Has something done by the task that owns the link."""
        self._require_link()
        job = _Job(work, until, self._loop.create_future())
        self._jobs.append(job)
        self._wake.set()
        return await job.outcome  # type: ignore[no-any-return]

    async def _begin(self) -> None:
        until = self._loop.time() + self._answer_within_s
        state = await self._look_at_module(until)
        module = await self._module.module_id(until) if state is State.ONLINE else None
        self._become(Status(state=state, card=Card.UNKNOWN, module=module))
        if state is State.ONLINE:
            await self._look()
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
        until = job.until or self._loop.time() + self._answer_within_s
        if self._loop.time() >= until:
            job.outcome.set_exception(TimedOut("others were served for too long"))
            return
        try:
            outcome = await job.work(until)
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
            self._become(self._judged(await self._look_at_module(until)))
            return
        try:
            with contextlib.suppress(CardRefused):  # told to whoever reads it
                await self._is_card_there(until)
        except ReaderFault:
            self._become(self._judged(State.HARDWARE_ERROR))
        self._next_look = self._loop.time() + self._look_every_s

    async def _look_at_module(self, until: float) -> State:
        is_fine = await self._module.module_is_fine(until)
        self._next_look = self._loop.time() + (self._look_every_s if is_fine else MODULE_LOOK_S)
        return State.ONLINE if is_fine else State.HARDWARE_ERROR

    def _see(self, *, is_found: bool) -> None:
        """What was read is forgotten at the first look that finds nothing: the next card may be another."""
        if is_found:
            self._looks_without = 0
            self._tell_place(replace(self.status, card=Card.PRESENT))
            return
        self._holder = None
        self._looks_without += 1
        if self._looks_without >= GONE_AFTER_LOOKS:
            self._tell_place(replace(self.status, card=Card.ABSENT))

    def _judged(self, state: State) -> Status:
        """A broken module cannot tell whether a card is there; what it has told before counts no more."""
        if state is not State.HARDWARE_ERROR:
            return replace(self.status, state=state)
        self._looks_without = 0
        return replace(self.status, state=state, card=Card.UNKNOWN)

    # Reading.

    async def _read(self, until: float) -> Cardholder:
        if self.status.state is State.HARDWARE_ERROR:
            raise ReaderFault("the reader's security module is out of order")
        if self._holder is None:
            self._become(self.status.becoming(State.BUSY))
            try:
                self._holder = await self._read_card(until)
            except ReaderFault:
                self._become(self._judged(State.HARDWARE_ERROR))
                raise
            finally:
                if self.status.state is State.BUSY:
                    self._become(self.status.becoming(State.ONLINE))
                self._next_look = self._loop.time() + self._look_every_s
        return self._holder

    async def _read_card(self, until: float) -> Cardholder:
        """A card that was found at the last look is selected straight away."""
        is_selected = self.status.card is Card.PRESENT and await self._module.selects_card(until)
        if not is_selected:
            if not await self._is_card_there(until):
                raise NoCard
            if not await self._module.selects_card(until):
                raise CardMute("the card does not answer to being selected")
        try:
            text = await self._module.card_text(until)
        except CardUnreadable:
            if not await self._is_card_there(until):
                raise CardRemoved("the card went while it was read") from None
            raise
        return identity_card.decode(text).holder

    async def _is_card_there(self, until: float) -> bool:
        """A card that the module finds and does not take is there, too: that is raised."""
        try:
            is_found = await self._module.finds_card(until)
        except CardRefused:
            self._see(is_found=True)
            raise
        self._see(is_found=is_found)
        return is_found

    async def _close(self) -> None:
        self._holder = None
        if self._running is not None:
            self._running.cancel()
        await self._link.close()
        if self._running is not None:
            await asyncio.gather(self._running, return_exceptions=True)
