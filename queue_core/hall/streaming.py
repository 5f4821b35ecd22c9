"""The route of the stream: who sees which views, and how a connection begins and ends."""

import asyncio
import contextlib
from typing import Any

import msgspec
from litestar import WebSocket, websocket
from litestar.exceptions import WebSocketDisconnect

from queue_core.hall.admission import admit_listener, open_for
from queue_core.hall.desk import Desk
from queue_core.hall.hub import Audience, Subscriber, of_cabinet
from queue_core.hall.principal import Principal
from queue_core.hall.protocols import OUTLET, StreamProtocol
from queue_core.wire import PROTOCOL
from queue_core.wire.stream import Hello
from queue_core.wire.words import Role

HELLO_WITHIN_S = GOODBYE_WITHIN_S = 5
BAD_HELLO, TRY_AGAIN = 4400, 1013


def audience(principal: Principal) -> Audience:
    """Persons only to the clerk at their window; a kiosk sees no windows, a pad hears no calls.

    Cabinets, and what lies in them, are for supervisors; a cabinet sees its own doors.
    """
    windows = frozenset(principal.windows) if principal.windows else None
    match principal.role:
        case Role.KIOSK | Role.GATEWAY:
            return Audience(windows=frozenset(), calls=False, holders=False)
        case Role.CLERK:
            return Audience(windows=windows, calls=False, holders=True)
        case Role.SUPERVISOR:
            return Audience(windows=windows, calls=True, holders=False, cabinets=None, cases=True)
        case Role.CABINET:
            return of_cabinet(principal.name)
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
    extensions: Any = socket.scope["extensions"]
    outlet: StreamProtocol = extensions[OUTLET]
    subscriber = await desk.join(sees, hello.cursor, outlet, owner=principal.token_hash)
    try:
        await _attend(socket, subscriber)
    finally:
        desk.hub.leave(sees, subscriber)
        if subscriber.ended is not None and not outlet.close_sent:
            outlet.transport.abort()


async def _hello(socket: WebSocket[Any, Any, Any]) -> Hello | None:
    try:
        async with asyncio.timeout(HELLO_WITHIN_S):
            return msgspec.json.decode(await socket.receive_text(), type=Hello)
    except (TimeoutError, msgspec.MsgspecError, WebSocketDisconnect):
        return None


async def _attend(socket: WebSocket[Any, Any, Any], subscriber: Subscriber) -> None:
    """Until the client goes, or the hub lets it go: then the client hears why, if it reads at all."""
    going = asyncio.create_task(_gone(socket))
    ending = asyncio.create_task(subscriber.over.wait())
    try:
        await asyncio.wait({going, ending}, return_when=asyncio.FIRST_COMPLETED)
        if not going.done():
            async with asyncio.timeout(GOODBYE_WITHIN_S):
                await socket.close(code=TRY_AGAIN, reason=subscriber.ended)
    except (TimeoutError, WebSocketDisconnect, OSError):
        return
    finally:
        going.cancel()
        ending.cancel()


async def _gone(socket: WebSocket[Any, Any, Any]) -> None:
    """What a client says after its Hello is not for us."""
    with contextlib.suppress(WebSocketDisconnect):
        while True:
            await socket.receive_data("text")
