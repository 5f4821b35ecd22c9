"""A screen reduced to its connection: it listens for calls and is alive; its own work is nearly nothing."""

import asyncio
import base64
import os
import ssl
import time
from collections.abc import Callable
from urllib.parse import urlsplit

_PATH = "/api/v1/stream"
_HELLO = b'{"type":"hello","protocol":1,"cursor":null}'
_CALL = b'"type":"call"'
_PING, _PONG = bytes((0x89, 4)), bytes((0x8A, 0x84, 0, 0, 0, 0))  # the server's have four bytes to give back
_WITHIN_S = 30


class News:
    """Counts listeners: those that joined, then those that heard of the call under way."""

    def __init__(self, listeners: int) -> None:
        self._listeners = self._left = listeners
        self._all = asyncio.Event()
        self.last_ns = 0

    def heard(self) -> None:
        self._left -= 1
        if self._left == 0:
            self.last_ns = time.monotonic_ns()
            self._all.set()

    async def all(self) -> None:
        async with asyncio.timeout(_WITHIN_S):
            await self._all.wait()
        self._left = self._listeners
        self._all.clear()


class Listener(asyncio.Protocol):
    """A WebSocket (RFC 6455). `heard` is called with its first picture and with each call."""

    def __init__(self, host: str, token: str, heard: Callable[[], None]) -> None:
        self._heard = heard
        key = base64.b64encode(os.urandom(16)).decode()
        self._upgrade = (
            f"GET {_PATH} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\nAuthorization: Bearer {token}\r\n\r\n"
        ).encode()
        self._is_upgraded = False
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # a stream's
        self._transport.write(self._upgrade)

    def data_received(self, data: bytes) -> None:
        if not self._is_upgraded:
            if not data.startswith(b"HTTP/1.1 101"):
                raise RuntimeError(data[:300].decode())
            self._is_upgraded = True
            masked = bytes((0x81, 0x80 | len(_HELLO))) + bytes(4) + _HELLO  # a mask of zeros changes nothing
            self._transport.write(masked)
            if b"snapshot" not in data:
                return
        for ping in {data[:6], data[-6:]}:
            if ping.startswith(_PING):
                self._transport.write(_PONG + ping[2:])
        if b'"type":"snapshot"' in data or _CALL in data:
            self._heard()

    def close(self) -> None:
        self._transport.abort()


async def listen(server: str, trust: ssl.SSLContext, token: str, heard: Callable[[], None]) -> Listener:
    """`trust` may be shared: to make one takes longer than to connect."""
    address = urlsplit(server)
    _, listener = await asyncio.get_running_loop().create_connection(
        lambda: Listener(address.netloc, token, heard), address.hostname, address.port, ssl=trust
    )
    return listener
