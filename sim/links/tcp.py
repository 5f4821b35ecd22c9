"""A device's TCP port: one connection at a time, as such devices have it; the next waits in the backlog."""

import contextlib
import select
import socket
import struct
import threading
import time

from sim.errors import NotThere
from sim.links.far_end import FarEnd
from sim.links.faults import Faults

_TICK_S = 0.02
_SEND_WITHIN_S = 5
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class TcpLink:
    """Listens on 127.0.0.1 from `plug` to `unplug`, always on the same port; `plug` raises NotThere."""

    def __init__(self, far_end: FarEnd, faults: Faults, lock: threading.RLock) -> None:
        self._far_end, self._faults, self._lock = far_end, faults, lock
        self.port = 0
        self._listener: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._is_silent = False

    @property
    def is_plugged_in(self) -> bool:
        return self._listener is not None and not self._is_silent

    def plug(self) -> None:
        self.unplug()
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", self.port))
        except OSError as error:
            listener.close()
            raise NotThere(
                f"port {self.port} was taken meanwhile", remedy="Start the simulator again."
            ) from error
        listener.listen(8)
        self.port = listener.getsockname()[1]
        self._listener, self._is_silent = listener, False
        name = f"tcp-{self.port}"
        self._thread = threading.Thread(target=self._run, args=(listener,), name=name, daemon=True)
        self._thread.start()

    def unplug(self, *, is_silent: bool = False) -> None:
        """Connections are reset and refused; with `is_silent` nothing says so: bytes just go nowhere."""
        if is_silent:
            with self._lock:
                self._is_silent = True
            return
        listener, self._listener = self._listener, None
        if listener is not None and self._thread is not None:
            self._thread.join(timeout=5)
            listener.close()

    def _run(self, listener: socket.socket) -> None:
        while self._listener is listener:
            ready, _, _ = select.select([] if self._is_silent else [listener], [], [], _TICK_S)
            if not ready:
                continue
            connection, _ = listener.accept()
            with connection, contextlib.suppress(OSError):
                connection.settimeout(_SEND_WITHIN_S)
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._serve(connection, listener)

    def _serve(self, connection: socket.socket, listener: socket.socket) -> None:
        """Until the host hangs up, or the link is cut or unplugged: then by a reset."""
        while self._listener is listener:
            with self._lock:
                room = 0 if self._is_silent else self._far_end.room()
            ready, _, _ = select.select([connection] if room else [], [], [], _TICK_S)
            if self._is_silent:
                continue
            data = connection.recv(min(room, 65_536)) if ready else None
            if data == b"":
                return
            if not self._exchange(connection, data):
                break
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)

    def _exchange(self, connection: socket.socket, data: bytes | None) -> bool:
        """False: the link was cut."""
        with self._lock:
            if self._is_silent:
                return True
            now_s = time.monotonic()
            through, is_cut = self._faults.admit(data or b"")
            answer = self._far_end.receive(through, now_s) if data else self._far_end.due(now_s)
            answer += self._faults.flood(now_s)
            pieces = self._faults.pieces(answer)
        for piece in pieces:
            if self._faults.delay_s:
                time.sleep(self._faults.delay_s)
            connection.sendall(piece)
        return not is_cut
