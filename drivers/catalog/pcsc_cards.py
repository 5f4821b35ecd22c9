"""What readers of cards on PC/SC have in common: watching the reader, and talks with an end to patience."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import Any, Generic, Self, TypeVar

from drivers.contract.address import Address
from drivers.contract.card_place import CardPlace
from drivers.contract.errors import CardMute, CardRemoved, LinkLost, NoCard, TimedOut
from drivers.contract.status import Card, State, Status
from drivers.protocol.apdu import Dialogue
from drivers.transport.pcsc_card import converse
from drivers.transport.pcsc_watch import ReaderWatch
from drivers.transport.recording import Recorder, recorder_for
from drivers.transport.worker import Worker

T = TypeVar("T")

OPEN_WITHIN_S = 5.0
VERDICT_WITHIN_S = 0.3  # how long after a card went its dialogue may take to notice


class PcscCards(CardPlace, Generic[T]):
    """Two threads: one watches the reader, one speaks to cards and is abandoned when a card hangs.

    A card that hung once is not spoken to again before it was taken away: each try would cost a thread.
    A contactless reader that was just switched on, and pcscd before its first look, say that nothing is there
    whatever lies there; so for a while they are not believed.
    """

    def __init__(self, address: Address, dialogue: Callable[[bytes], Dialogue[T]]) -> None:
        super().__init__(address.text, Status(card=Card.UNKNOWN))
        self._address = address
        self._recorder: Recorder | None = None
        self._reader = address.place
        self._read_within_s = address.seconds("read_within_s")
        self._settles_within_s = address.seconds("settles_within_s")
        self._settling: asyncio.TimerHandle | None = None
        self._is_settled = False
        self._dialogue = dialogue
        self._watch = ReaderWatch(self._reader, on_card=self._card_moved, on_lost=self._lose)
        self._worker = Worker(f"cards on {self._reader}")
        self._gone = asyncio.Event()
        self._is_mute = False
        self._lock = asyncio.Lock()

    async def begin(self) -> Self:
        """Raises Absent, NoService, NoPermission or CannotOpen, and then has let go of everything."""
        try:
            await self._watch.start(OPEN_WITHIN_S)
            self._recorder = recorder_for(self._address)
        except BaseException:
            await self._close()
            raise
        return self

    async def _talk(self) -> T:
        """What the dialogue with the card that lies there comes to."""
        until = asyncio.get_running_loop().time() + self._read_within_s
        async with self._turn(until):
            self._require_link()
            if self._is_mute:
                raise CardMute("the card did not answer; take it away first")
            if self.status.card is Card.ABSENT:
                raise NoCard
            self._become(self.status.becoming(State.BUSY))
            try:
                return await self._converse(until)
            except LinkLost as error:
                self._lose(error)
                raise
            finally:
                if self.trouble is None:
                    self._become(self.status.becoming(State.ONLINE))

    @asynccontextmanager
    async def _turn(self, until: float) -> AsyncIterator[None]:
        """The reader, when those who came before are served. Raises TimedOut."""
        try:
            async with asyncio.timeout_at(until):
                await self._lock.acquire()
        except TimeoutError as error:
            raise TimedOut("others were served for too long") from error
        try:
            yield
        finally:
            self._lock.release()

    async def _converse(self, until: float) -> T:
        """The dialogue's outcome, unless the card or the reader goes or time runs out while it hangs."""
        self._gone.clear()  # it is set while nobody is sure that nothing lies there, too
        tap = None if self._recorder is None else self._recorder.take
        outcome = self._worker.submit(partial(converse, self._reader, self._dialogue, tap))
        gone, lost = asyncio.ensure_future(self._gone.wait()), asyncio.ensure_future(self.lost())
        outcomes: tuple[asyncio.Future[Any], ...] = (outcome, gone, lost)
        try:
            patience_s = until - asyncio.get_running_loop().time()
            await asyncio.wait(outcomes, timeout=patience_s, return_when=asyncio.FIRST_COMPLETED)
            went = gone.done()
            if went:
                await asyncio.wait({outcome}, timeout=VERDICT_WITHIN_S)
            if outcome.done():
                return outcome.result()
        finally:
            gone.cancel()
            lost.cancel()
            if not outcome.done():
                self._abandon(outcome)
        self._require_link()
        if went:
            raise CardRemoved("the card went while it was read")
        self._is_mute = True
        raise CardMute(f"no answer within {self._read_within_s:g} s")

    def _abandon(self, outcome: "asyncio.Future[T]") -> None:
        outcome.cancel()
        self._worker.leave()
        if self.trouble is None:
            self._worker = Worker(f"cards on {self._reader}")

    def _card_moved(self, is_there: bool) -> None:  # noqa: FBT001 - told by the watch
        self._is_mute = False
        if not is_there:
            self._gone.set()
        if self._settling is None:
            loop = asyncio.get_running_loop()
            self._settling = loop.call_later(self._settles_within_s, self._settle)
        state = State.ONLINE if self.status.state is State.STARTING else self.status.state
        nothing = Card.ABSENT if self._is_settled else Card.UNKNOWN
        self._tell_place(Status(state=state, card=Card.PRESENT if is_there else nothing))

    def _settle(self) -> None:
        """From now on the reader is believed when it says that nothing is there."""
        self._is_settled = True
        if self.trouble is None and self.status.card is Card.UNKNOWN:
            self._tell_place(replace(self.status, card=Card.ABSENT))

    async def _check(self) -> Status:
        """The watch keeps the status; there is nothing to ask."""
        return self.status

    async def _close(self) -> None:
        self._watch.stop()
        self._worker.leave()
        if self._settling is not None:
            self._settling.cancel()
        if self._recorder is not None:
            self._recorder.close()
