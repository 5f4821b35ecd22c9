"""The relay's door for the hall: who may hold the line, and what comes up on it."""

import asyncio
import contextlib
import hmac
from typing import Any

import msgspec

from queue_core.log import logger
from queue_core.relay.errors import HallAway
from queue_core.relay.lines import Line, Lines
from queue_core.relay.messages import PROTOCOL, Answered, Hello, Leaving, Welcome, encode, from_uplink

UPLINK = "/uplink"
_HELLO_WITHIN_S = 5.0
_BAD_FRAME, _ANOTHER_HALL, _ANOTHER_PROTOCOL = 4000, 4001, 4002

log = logger("relay")


class Uplinks:
    """Joins to `lines` each uplink that shows the token and names the hall."""

    def __init__(self, hall: str, token: str, lines: Lines) -> None:
        self._hall = hall
        self._authorization = f"Bearer {token}".encode()
        self._lines = lines

    async def take(self, scope: Any, receive: Any, send: Any) -> None:
        """One WebSocket of ASGI, from its handshake to its end."""
        shown = dict(scope["headers"]).get(b"authorization", b"")
        await receive()
        if scope["path"] != UPLINK or not hmac.compare_digest(shown, self._authorization):
            log.warning("uplink refused", cause="it does not show our token")
            await send({"type": "websocket.close"})
            return
        await send({"type": "websocket.accept"})
        try:
            async with asyncio.timeout(_HELLO_WITHIN_S):
                hello = await _message(receive)
            refused = self._why_not(hello)
            if refused is not None:
                code, reason = refused
                log.warning("uplink refused", cause=reason)
                await _tell(send, {"type": "websocket.close", "code": code, "reason": reason})
                return
            await self._serve(receive, send)
        except (msgspec.MsgspecError, TimeoutError):
            log.warning("uplink refused", cause="it does not speak our protocol")
            with contextlib.suppress(Gone):
                await _tell(send, {"type": "websocket.close", "code": _BAD_FRAME, "reason": "bad-frame"})
        except (Gone, HallAway):
            log.info("uplink gone before it was welcome")

    def _why_not(self, hello: Hello | Answered | Leaving) -> tuple[int, str] | None:
        if not isinstance(hello, Hello) or hello.protocol != PROTOCOL:
            return _ANOTHER_PROTOCOL, "protocol-mismatch"
        return None if hello.hall == self._hall else (_ANOTHER_HALL, "another-hall")

    async def _serve(self, receive: Any, send: Any) -> None:
        async def give(message: bytes) -> None:
            try:
                await _tell(send, {"type": "websocket.send", "bytes": message})
            except Gone as error:
                raise HallAway from error

        line = Line(give)
        await give(encode(Welcome()))
        self._lines.join(line)
        log.info("uplink connected", hall=self._hall)
        try:
            while True:
                match await _message(receive):
                    case Answered() as answer:
                        line.answered(answer)
                    case Leaving():
                        self._lines.leave(line)
                    case Hello():
                        raise msgspec.ValidationError("hello is said once")
        except Gone as gone:
            log.warning("uplink lost", hall=self._hall, close_code=gone.close_code)
        finally:
            self._lines.leave(line)
            line.lost()


class Gone(Exception):
    """The uplink's connection has ended."""

    def __init__(self, close_code: int) -> None:
        super().__init__(close_code)
        self.close_code = close_code


async def _tell(send: Any, message: dict[str, Any]) -> None:
    """Raises Gone: uvicorn knows one error for a lost connection and another for one it has closed itself."""
    try:
        await send(message)
    except (OSError, RuntimeError) as error:
        raise Gone(0) from error


async def _message(receive: Any) -> Hello | Answered | Leaving:
    """Raises Gone, msgspec.MsgspecError."""
    message = await receive()
    if message["type"] == "websocket.disconnect":
        raise Gone(message.get("code") or 0)
    return from_uplink(message.get("bytes") or b"")
