"""One TCP line to the gateway, from login to its end: answers find their questions, silence is noticed.

Of messages to citizens it knows only bytes; who opens another line after this one is the carrier's business.
"""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Self
from zoneinfo import ZoneInfo

from msgspec import Struct

from queue_core.log import logger
from queue_core.messages.cmpp import login
from queue_core.messages.cmpp.pacing import Pace
from queue_core.messages.cmpp.protocol import (
    ActiveTest,
    ActiveTestResp,
    BadFrame,
    Command,
    ConnectResp,
    Deliver,
    DeliverResp,
    Frame,
    Said,
    Status,
    SubmitResp,
    Terminate,
    TerminateResp,
    decode,
    encode,
)
from queue_core.messages.cmpp.settings import CmppSettings
from queue_core.messages.cmpp.splitting import Splitter
from queue_core.messages.contract import CarrierAway
from queue_core.messages.secret import Secret

_CHUNK = 64 * 1024
_CONNECT_WITHIN_S = 10.0
_FAREWELL_WITHIN_S = 1.0
_TAKEN, _NOT_UNDERSTOOD = 0, 1

_STOPPED = ("cmpp-stopped", "The line was closed because the hall's server stops.")

log = logger("cmpp")

Take = Callable[[Status, Callable[[], None]], None]
Answering = SubmitResp | ActiveTestResp | TerminateResp


class Answer(Struct, frozen=True, kw_only=True):
    """`times_asked` is more than one if the first answers, if any, were lost."""

    heard: Answering
    times_asked: int


class LineAway(CarrierAway):
    """There is no line, or it broke: another one that stands ends it."""

    is_of_line = True


class Account(Struct, frozen=True, kw_only=True):
    """As whom and when a line is opened. `now` gives UTC milliseconds since 1970."""

    settings: CmppSettings
    secret: Secret
    now: Callable[[], int]

    def local_time(self) -> datetime:
        return datetime.fromtimestamp(self.now() / 1000, ZoneInfo(self.settings.timezone))


class Link:
    """Opened by `open`, then served once. `take` gets each status report and must not block.

    It gets with it what acknowledges the report: the gateway repeats it until then.
    """

    def __init__(
        self,
        streams: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        settings: CmppSettings,
        sequences: Iterator[int],
        take: Take,
    ) -> None:
        self._reader, self._writer = streams
        self._settings = settings
        self._sequences = sequences
        self._take = take
        self._frames = self._received()
        self._waiting: dict[int, asyncio.Future[Answering]] = {}
        self._window = asyncio.Semaphore(settings.window)
        self._lost: CarrierAway | None = None
        self._is_leaving = False
        self._heard_at = 0.0

    @classmethod
    async def open(cls, account: Account, sequences: Iterator[int], take: Take) -> Self:
        """Raises CarrierAway; LoginRefused if the gateway or we do not accept the other."""
        settings = account.settings
        try:
            async with asyncio.timeout(min(_CONNECT_WITHIN_S, settings.answer_within_s)):
                streams = await asyncio.open_connection(settings.host, settings.port)
        except (OSError, TimeoutError) as error:
            raise CarrierAway(
                "cmpp-unreachable", f"No connection to the gateway: {type(error).__name__}."
            ) from error
        link = cls(streams, settings, sequences, take)
        try:
            async with asyncio.timeout(settings.answer_within_s):
                await link._log_in(account)
        except BaseException as error:
            link._writer.transport.abort()
            await link._frames.aclose()
            if isinstance(error, TimeoutError):
                raise CarrierAway("cmpp-unreachable", "The gateway does not answer the login.") from error
            raise
        return link

    async def serve(self) -> CarrierAway:
        """Until the line is lost; returns why. Cancelled, it takes its leave of the gateway first."""
        reading = asyncio.create_task(self._read())
        testing = asyncio.create_task(self._keep_alive())
        try:
            await asyncio.wait({reading, testing}, return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            await self._leave()
            self._lose(*_STOPPED)
            raise
        finally:
            self._lose("cmpp-line-lost", "The line to the gateway broke.")
            reading.cancel()
            testing.cancel()
            await asyncio.gather(reading, testing, return_exceptions=True)
            await self._frames.aclose()
        return self._why_lost()

    @contextlib.asynccontextmanager
    async def slot(self, pace: Pace) -> AsyncIterator[None]:
        """A place in the window and a turn of the pace. Raises CarrierAway if the line is lost meanwhile."""
        async with self._window:
            if self._lost is None and not self._is_leaving:
                await pace.turn()
            if self._is_leaving:
                raise CarrierAway(*_STOPPED)
            if self._lost is not None:
                raise self._why_lost()
            yield

    async def ask(self, sequence: int, said: Said) -> Answer:
        """Said again under the same sequence while unanswered. Raises CarrierAway.

        A line on which nothing at all came meanwhile is taken for lost.
        """
        if self._lost is not None:
            raise self._why_lost()
        answer = self._waiting[sequence] = asyncio.get_running_loop().create_future()
        frame = encode(sequence, said)
        try:
            for times_asked in range(1, self._settings.attempts + 1):
                asked_at = asyncio.get_running_loop().time()
                self._writer.write(frame)
                await asyncio.wait({answer}, timeout=self._settings.answer_within_s)
                if answer.done():
                    return Answer(heard=answer.result(), times_asked=times_asked)
        finally:
            del self._waiting[sequence]
            answer.cancel()
        if self._heard_at < asked_at:
            self._lose("cmpp-silent", "The gateway has stopped answering.")
            raise self._why_lost()
        raise CarrierAway("cmpp-unanswered", "The gateway does not answer this message.")

    async def _log_in(self, account: Account) -> None:
        connect = login.connect(account.settings.source_address, account.secret, account.local_time())
        self._writer.write(encode(next(self._sequences), connect))
        try:
            answer = decode(await anext(self._frames))
        except StopAsyncIteration as error:
            raise CarrierAway("cmpp-line-lost", "The gateway hung up on our login.") from error
        except OSError as error:
            raise CarrierAway(
                "cmpp-line-lost", f"The line broke at login: {type(error).__name__}."
            ) from error
        except BadFrame as error:
            raise CarrierAway(
                error.code, f"The gateway answered our login with {error}.", error.remedy
            ) from error
        if not isinstance(answer, ConnectResp):
            raise login.LoginRefused("cmpp-refused", "it says something else before it answers our login")
        login.check(connect, answer, account.secret)

    async def _leave(self) -> None:
        """Hears first what the gateway still has to say of messages it was given."""
        self._is_leaving = True
        # Not asyncio.timeout: in a task that is cancelled it raises no TimeoutError on Python 3.11.2.
        with contextlib.suppress(CarrierAway, TimeoutError):
            await asyncio.wait_for(self._farewell(), _FAREWELL_WITHIN_S)

    async def _farewell(self) -> None:
        if self._waiting:
            await asyncio.wait(self._waiting.values())
        await self.ask(next(self._sequences), Terminate())

    async def _received(self) -> AsyncGenerator[Frame, None]:
        """Raises OSError, BadFrame."""
        splitter = Splitter()
        while data := await self._reader.read(_CHUNK):
            self._heard_at = asyncio.get_running_loop().time()
            for frame in splitter.feed(data):
                yield frame

    async def _read(self) -> None:
        try:
            async for frame in self._frames:
                await self._hear(frame)
                if self._lost is not None:
                    return
        except OSError as error:
            self._lose("cmpp-line-lost", f"The line to the gateway broke: {type(error).__name__}.")
        except BadFrame as error:
            self._lose(error.code, f"The gateway sent {error}.")
        else:
            self._lose("cmpp-line-lost", "The gateway hung up.")

    async def _hear(self, frame: Frame) -> None:
        """Raises BadFrame, but for a DELIVER, which the gateway can be told of."""
        try:
            heard = decode(frame)
        except BadFrame as error:
            if frame.command != Command.DELIVER:
                raise
            log.warning("delivery not understood", cause=str(error))
            await self._reply(
                frame, DeliverResp(msg_id=frame.body[:8].ljust(8, b"\0"), result=_NOT_UNDERSTOOD)
            )
            return
        match heard:
            case Deliver():
                acknowledge = partial(self._acknowledge, frame.sequence, heard.msg_id)
                if heard.status is None:
                    acknowledge()
                else:
                    self._take(heard.status, acknowledge)
            case ActiveTest():
                await self._reply(frame, ActiveTestResp())
            case Terminate():
                await self._reply(frame, TerminateResp())
                self._lose("cmpp-line-lost", "The gateway closed the line.")
            case SubmitResp() | ActiveTestResp() | TerminateResp():
                self._answered(frame.sequence, heard)
            case ConnectResp() | None:
                log.warning("frame of no use", command=f"{frame.command:#010x}")

    def _answered(self, sequence: int, heard: Answering) -> None:
        """An answer that came twice, or after its question was given up, is dropped."""
        answer = self._waiting.get(sequence)
        if answer is not None and not answer.done():
            answer.set_result(heard)

    async def _reply(self, frame: Frame, said: Said) -> None:
        self._writer.write(encode(frame.sequence, said))
        await self._writer.drain()

    def _acknowledge(self, sequence: int, msg_id: bytes) -> None:
        """A gateway whose line broke meanwhile says it again over the next one."""
        if self._lost is None:
            self._writer.write(encode(sequence, DeliverResp(msg_id=msg_id, result=_TAKEN)))

    async def _keep_alive(self) -> None:
        loop = asyncio.get_running_loop()
        while self._lost is None:
            idle_s = loop.time() - self._heard_at
            if idle_s < self._settings.keep_alive_s:
                await asyncio.sleep(self._settings.keep_alive_s - idle_s)
            else:
                with contextlib.suppress(CarrierAway):
                    await self.ask(next(self._sequences), ActiveTest())

    def _lose(self, code: str, message: str) -> None:
        """Only the first cause counts."""
        if self._lost is not None:
            return
        self._lost = CarrierAway(code, message)
        self._writer.transport.abort()
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(self._why_lost())

    def _why_lost(self) -> CarrierAway:
        """A new one for each who raises it."""
        assert self._lost is not None
        return LineAway(self._lost.code, str(self._lost))
