"""What this server does on its connections differently from uvicorn."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState


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
    """uvicorn would send its own goodbye to a client that said one already, and die of that."""

    def shutdown(self) -> None:
        try:
            super().shutdown()
        except InvalidState:
            self.transport.close()
