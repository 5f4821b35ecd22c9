"""The stream of views as a front end sees it: no gap, no frame twice, however often the link breaks."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable

import msgspec
from msgspec import Struct
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.protocol import State

from queue_core.wire import PROTOCOL, PROTOCOL_HEADER
from queue_core.wire.stream import Changes, Frame, Hello, Snapshot

# All screens shall agree within 2 s of a mended line: an attempt that was begun just before it is given up,
# and made again after a pause. A line that was cut for longer than silence is believed would otherwise wait
# for TCP, whose next sending comes as late again as the cut was long.
_FIRST_PAUSE_S = 0.1
_LONGEST_PAUSE_S = 0.5
_OPEN_WITHIN_S = 1.3
_HEARTBEAT_S = 1.5
_SILENCE_S = 2.5
_OF_THE_TOKEN = frozenset({"session-ended", "unauthenticated"})


class LinkUp(Struct, frozen=True):
    """The stream flows; a Snapshot or the missed Changes follow."""


class LinkLost(Struct, frozen=True, kw_only=True):
    """The stream stands still until LinkUp. `code` is stable: what a screen translates."""

    code: str
    reason: str


Update = Snapshot | Changes | LinkUp | LinkLost


class _Gap(Exception):
    """A frame does not follow the one before it."""


class Follower:
    """One stream, opened as often as needed, each time with what `token` gives then.

    `settled` waits while somebody logs in or out: the hall may end the session before it has answered.
    """

    def __init__(
        self,
        server: str,
        tls: ssl.SSLContext,
        token: Callable[[], str],
        settled: Callable[[], Awaitable[None]],
    ) -> None:
        self._address = "wss://" + server.removeprefix("https://") + "/api/v1/stream"
        self._tls = tls
        self._token = token
        self._settled = settled
        self._socket: ClientConnection | None = None
        self._cursor: int | None = None
        self._opened_with = ""
        self._decoder = msgspec.json.Decoder(Frame)

    async def reopen(self) -> None:
        """Begin again with a Snapshot when `token` has changed: another role sees other views."""
        self._cursor = None
        if self._socket is not None:
            await self._socket.close()

    async def updates(self) -> AsyncGenerator[Update, None]:
        """Never ends and raises nothing of its own: a lost link is an update too."""
        pause, is_up, is_known_lost = _FIRST_PAUSE_S, False, False
        while True:
            loss = LinkLost(code="hall-unreachable", reason="the server closed the stream")
            try:
                async with contextlib.aclosing(self._frames()) as frames:
                    async for frame in frames:
                        if not is_up:
                            yield LinkUp()
                        pause, is_up, is_known_lost = _FIRST_PAUSE_S, True, False
                        yield frame
            except (OSError, WebSocketException, TimeoutError, msgspec.MsgspecError, _Gap) as error:
                loss = _loss(error)
            if loss.code in _OF_THE_TOKEN:
                await self._settled()
            if self._opened_with != self._token():
                continue
            if not is_known_lost:
                yield loss
            is_up, is_known_lost = False, True
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE_S)

    async def _frames(self) -> AsyncGenerator[Frame, None]:
        self._opened_with = self._token()
        async with self._connected() as socket:
            if self._opened_with != self._token():
                return
            await socket.send(msgspec.json.encode(Hello(protocol=PROTOCOL, cursor=self._cursor)), text=True)
            async for text in socket:
                yield self._in_order(self._decoder.decode(text))

    @contextlib.asynccontextmanager
    async def _connected(self) -> AsyncGenerator[ClientConnection, None]:
        """Closing it raises nothing: a loss told then would go to a listener that is no more."""
        socket = await connect(
            self._address,
            ssl=self._tls,
            proxy=None,
            compression=None,
            additional_headers={
                "Authorization": f"Bearer {self._opened_with}",
                PROTOCOL_HEADER: str(PROTOCOL),
            },
            open_timeout=_OPEN_WITHIN_S,
            ping_interval=_HEARTBEAT_S,
            ping_timeout=_SILENCE_S,
            close_timeout=0.5,
            max_size=16 * 2**20,
        )
        self._socket = socket
        try:
            yield socket
        finally:
            self._socket = None
            with contextlib.suppress(OSError, WebSocketException, TimeoutError):
                await _close(socket)

    def _in_order(self, frame: Frame) -> Frame:
        if isinstance(frame, Changes) and frame.previous != self._cursor:
            held, self._cursor = self._cursor, None
            raise _Gap(f"changes after {frame.previous} came, {held} was held")
        self._cursor = frame.cursor
        return frame


async def _close(socket: ClientConnection) -> None:
    """Python 3.11.2 knows no timeout in a task that is cancelled: the goodbye to a mute far end ends it."""
    try:
        await socket.close()
    except asyncio.CancelledError:
        if socket.state is not State.CLOSED:
            socket.transport.abort()
        raise


def _loss(error: Exception) -> LinkLost:
    match error:
        case ssl.SSLCertVerificationError():
            code = "hall-is-another"
        case InvalidStatus() if error.response.status_code in {401, 403}:
            code = "unauthenticated"
        case ConnectionClosed() if error.rcvd is not None and error.rcvd.reason:
            return LinkLost(code=error.rcvd.reason, reason=str(error))
        case _:
            code = "hall-unreachable"
    return LinkLost(code=code, reason=str(error) or type(error).__name__)
