"""Holding a connection open from the hall to its relay, for as long as the program runs."""

import asyncio
import contextlib
import random
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from queue_core.log import logger
from queue_core.relay.forwarding import Forwarder
from queue_core.relay.messages import MAX_BODY, Asked, Hello, Leaving, Welcome, encode, from_relay

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.5, 30.0
_OPEN_WITHIN_S = 5.0
_DRAIN_WITHIN_S = 5.0
_ENVELOPE = 64 * 1024

log = logger("uplink")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relayed:
    """Where the relay is and how it is known; `token` shows that we are its hall's."""

    address: str
    tls: ssl.SSLContext
    hall: str
    token: str
    heartbeat_s: float

    def __repr__(self) -> str:
        return f"Relayed({self.hall} at {self.address})"


class Uplink:
    def __init__(self, relay: Relayed, forwarder: Forwarder, chance: random.Random) -> None:
        self._relay = relay
        self._forwarder = forwarder
        self._chance = chance
        self._under_way: set[asyncio.Task[None]] = set()
        self._pauses = self.pauses()

    async def keep(self, leave: asyncio.Event) -> None:
        """Until `leave` is set; then what is under way is answered first. A lost relay is tried again."""
        while not leave.is_set():
            try:
                await self._once(leave)
            except (OSError, WebSocketException, TimeoutError, msgspec.MsgspecError) as error:
                log.warning("relay unreachable", relay=self._relay.address, cause=_cause(error))
            if leave.is_set():
                return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(next(self._pauses)):
                    await leave.wait()

    def pauses(self) -> Iterator[float]:
        """Seconds between attempts: doubled up to 30, each a little shorter by chance, so that none march."""
        pause = _FIRST_PAUSE_S
        while True:
            yield pause * self._chance.uniform(0.8, 1.0)
            pause = min(pause * 2, _LONGEST_PAUSE_S)

    async def _once(self, leave: asyncio.Event) -> None:
        async with connect(
            self._relay.address,
            ssl=self._relay.tls,
            proxy=None,
            compression=None,
            additional_headers={"Authorization": f"Bearer {self._relay.token}"},
            open_timeout=_OPEN_WITHIN_S,
            ping_interval=self._relay.heartbeat_s,
            ping_timeout=self._relay.heartbeat_s,
            close_timeout=0.5,
            max_size=MAX_BODY + _ENVELOPE,
        ) as socket:
            await socket.send(encode(Hello(hall=self._relay.hall)))
            async with asyncio.timeout(_OPEN_WITHIN_S):
                _welcome(await socket.recv(decode=False))
            self._pauses = self.pauses()
            log.info("relay reached", relay=self._relay.address)
            await self._serve(socket, leave)

    async def _serve(self, socket: ClientConnection, leave: asyncio.Event) -> None:
        reading = asyncio.create_task(self._read(socket))
        leaving = asyncio.create_task(leave.wait())
        try:
            await asyncio.wait({reading, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if not reading.done():
                log.info("leaving", under_way=len(self._under_way))
                await socket.send(encode(Leaving()))
                # Until the relay has heard that, it may still ask: reading goes on meanwhile.
                await self._drained()
            else:
                reading.result()
        finally:
            for task in (reading, leaving, *self._under_way):
                task.cancel()
            await asyncio.gather(reading, leaving, *self._under_way, return_exceptions=True)

    async def _read(self, socket: ClientConnection) -> None:
        async for frame in socket:
            match from_relay(frame if isinstance(frame, bytes) else frame.encode()):
                case Asked() as asked:
                    task = asyncio.create_task(self._answer(asked, socket))
                    self._under_way.add(task)
                    task.add_done_callback(self._under_way.discard)
                case Welcome():
                    raise msgspec.ValidationError("welcome is said once")

    async def _answer(self, asked: Asked, socket: ClientConnection) -> None:
        answer = await self._forwarder.answer(asked)
        with contextlib.suppress(ConnectionClosed):
            await socket.send(encode(answer))

    async def _drained(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_DRAIN_WITHIN_S):
                while self._under_way:
                    await asyncio.wait(self._under_way)
        log.info("left", unanswered=len(self._under_way))


def _welcome(frame: bytes) -> None:
    if not isinstance(from_relay(frame), Welcome):
        raise msgspec.ValidationError("a relay says welcome first")


def _cause(error: Exception) -> str:
    match error:
        case InvalidStatus():
            return f"status {error.response.status_code}"
        case ConnectionClosed() if error.rcvd is not None and error.rcvd.reason:
            return error.rcvd.reason
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted: {error.verify_message}"
        case _:
            return type(error).__name__
