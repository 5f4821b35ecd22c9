"""The route of the stream: who sees which views, and how a connection begins and ends."""

import asyncio
from typing import Any

import msgspec
from litestar import WebSocket, websocket
from litestar.exceptions import WebSocketDisconnect
from litestar.handlers.websocket_handlers import send_websocket_stream

from queue_core.hall.admission import admit_listener, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.hub import Audience, Subscriber
from queue_core.hall.principal import Principal
from queue_core.wire import PROTOCOL
from queue_core.wire.stream import Hello
from queue_core.wire.words import Role

HELLO_WITHIN_S = 5
BAD_HELLO, TRY_AGAIN = 4400, 1013


def audience(principal: Principal) -> Audience:
    """Persons only to the clerk at their window; a kiosk sees no windows, a pad hears no calls."""
    windows = frozenset(principal.windows) if principal.windows else None
    match principal.role:
        case Role.KIOSK | Role.GATEWAY:
            return Audience(windows=frozenset(), calls=False, holders=False)
        case Role.CLERK:
            return Audience(windows=windows, calls=False, holders=True)
        case Role.COUNTER | Role.PAD | Role.TERMINAL:
            return Audience(windows=windows, calls=False, holders=False)
        case _:
            return Audience(windows=windows, calls=True, holders=False)


@websocket("/api/v1/stream", opt=open_for(*Role), guards=[admit_listener])
async def stream(socket: WebSocket[Any, Any, Any]) -> None:
    desk: Desk = socket.app.state.desk
    principal: Principal = socket.state.principal
    await socket.accept()
    hello = await _hello(socket)
    if hello is None or hello.protocol != PROTOCOL:
        reason = "bad-hello" if hello is None else "protocol-mismatch"
        await socket.close(code=BAD_HELLO, reason=reason)
        return
    sees = audience(principal)
    subscriber = await desk.join(sees, hello.cursor, owner=principal.token_hash)
    try:
        await _send(socket, subscriber)
    finally:
        desk.hub.leave(sees, subscriber)


async def _hello(socket: WebSocket[Any, Any, Any]) -> Hello | None:
    try:
        async with asyncio.timeout(HELLO_WITHIN_S):
            return msgspec.json.decode(await socket.receive_text(), type=Hello)
    except (TimeoutError, msgspec.MsgspecError, WebSocketDisconnect):
        return None


async def _send(socket: WebSocket[Any, Any, Any], subscriber: Subscriber) -> None:
    """Until the client goes, or the hub lets it go."""
    try:
        await send_websocket_stream(
            socket, subscriber.frames(), close=False, listen_for_disconnect=True, warn_on_data_discard=False
        )
        if subscriber.ended is not None:
            await socket.close(code=TRY_AGAIN, reason=subscriber.ended)
    except* (WebSocketDisconnect, OSError):
        pass
