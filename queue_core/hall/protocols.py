"""What this server does on its connections differently from uvicorn."""

import asyncio
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState
from websockets.frames import Frame, Opcode
from websockets.http11 import Request

OUTLET = "paihao.outlet"
_SHARED = 16  # frames that are sent to many at about the same time


class Gathering:
    """A transport that sends what is written in one turn of the loop in one piece.

    uvicorn writes an answer's head and body apart; each would be encrypted, sent and received for itself,
    which together is a fifth of all work on a request.
    """

    def __init__(self, transport: asyncio.WriteTransport) -> None:
        self._transport = transport
        self._parts: list[bytes] = []
        self.is_closing = transport.is_closing

    def write(self, data: bytes) -> None:
        if not self._parts:
            asyncio.get_running_loop().call_soon(self.send)
        self._parts.append(data)

    def close(self) -> None:
        self.send()
        self._transport.close()

    def send(self) -> None:
        """Do not wait for the end of the turn. Without anything written, does nothing."""
        if self._parts:
            self._transport.write(b"".join(self._parts))
            self._parts.clear()


class HttpProtocol(HttpToolsProtocol):
    """Answers gathered. What uvicorn says outside of a request's cycle must not overtake them."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        super().connection_made(transport)
        self._gathering = Gathering(transport)

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        if self.cycle is not None:
            cycle: Any = self.cycle  # a cycle writes, closes, and asks whether it is closing
            cycle.transport = self._gathering

    def send_400_response(self, msg: str) -> None:
        self._gathering.send()
        super().send_400_response(msg)

    def shutdown(self) -> None:
        self._gathering.send()
        super().shutdown()


class StreamProtocol(WebSocketsSansIOProtocol):
    """A stream whose frames need no task: who handles it finds it in the scope, as its extension `OUTLET`."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.when_room: Callable[[], None] = lambda: None

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.handshake_initiated and not self.handshake_complete:
            extensions: Any = self.scope["extensions"]
            extensions[OUTLET] = self

    def push(self, frame: bytes) -> bool:
        """Send a text without waiting; False when the client has not read enough of what it was sent."""
        if not self.writable.is_set():
            return False
        if not self.close_sent and not self.transport.is_closing():
            self.transport.write(_framed(frame))
        return True

    def resume_writing(self) -> None:
        super().resume_writing()
        self.when_room()

    def shutdown(self) -> None:
        """Uvicorn would send its own goodbye to a client that said one already, and die of that."""
        try:
            super().shutdown()
        except InvalidState:
            self.transport.close()


@lru_cache(_SHARED)
def _framed(text: bytes) -> bytes:
    """The WebSocket frame of a text: the same for every client."""
    return Frame(Opcode.TEXT, text).serialize(mask=False)
