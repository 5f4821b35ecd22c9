"""A gateway's TCP port: many connections at once, a thread each."""

import contextlib
import socket
import struct
import threading
from collections.abc import Callable

from sim.errors import NotThere

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Port:
    """On 127.0.0.1, always the same number. A connection whose `serve` raises OSError ends."""

    def __init__(self, serve: Callable[[socket.socket], None], *, number: int = 0) -> None:
        self._serve = serve
        self.number = number
        self._listener: socket.socket | None = None
        self._lock = threading.Lock()
        self._open: dict[socket.socket, threading.Thread] = {}
        self._acceptor: threading.Thread | None = None
        self.accepted = 0

    @property
    def is_open(self) -> bool:
        return self._listener is not None

    @property
    def connections(self) -> int:
        with self._lock:
            return len(self._open)

    def open(self) -> None:
        """Raises NotThere."""
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", self.number))
        except OSError as error:
            listener.close()
            raise NotThere(
                f"port {self.number} was taken meanwhile", remedy="Start the simulator again."
            ) from error
        listener.listen(64)
        self.number = listener.getsockname()[1]
        self._listener = listener
        name = f"gateway-{self.number}"
        self._acceptor = threading.Thread(target=self._accept, args=(listener,), name=name, daemon=True)
        self._acceptor.start()

    def close(self) -> None:
        """Nothing is accepted any more, and what stood ends."""
        listener, self._listener = self._listener, None
        if listener is None:
            return
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        if self._acceptor is not None:
            self._acceptor.join(timeout=5)
        listener.close()
        self.hang_up()

    def hang_up(self) -> None:
        """Ends the connections that stand."""
        with self._lock:
            standing = dict(self._open)
        for connection in standing:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in standing.values():
            if thread is not threading.current_thread():
                thread.join(timeout=5)

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            thread = threading.Thread(
                target=self._run,
                args=(connection,),
                name=f"{threading.current_thread().name}-in",
                daemon=True,
            )
            with self._lock:
                self.accepted += 1
                self._open[connection] = thread
            thread.start()

    def _run(self, connection: socket.socket) -> None:
        try:
            with contextlib.suppress(OSError):
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._serve(connection)
        finally:
            with self._lock:
                del self._open[connection]
            connection.close()


def reset_on_close(connection: socket.socket) -> None:
    """The other side sees "connection reset" instead of an end."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
