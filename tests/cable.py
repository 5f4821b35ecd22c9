"""A cable between two ends of TCP that a test can cut, mend and take away, or have lose an answer.

A thread of its own carries the bytes: so it serves any event loop, and none that ends leaves an end open.
"""

import contextlib
import select
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self

HERE = "127.0.0.1"
CHUNK = 65536
DIAL_WITHIN_S = 5.0
HANDSHAKE = 0x16
"""Type of the TLS record that begins a connection. What is asked may come with the end of its handshake."""
QUESTION_BYTES = 200
"""The pings of a stream are shorter, every question is longer."""


@dataclass(eq=False)
class Way:
    """From one end to the other; what the other has not taken yet is held."""

    source: socket.socket
    sink: socket.socket
    held: bytearray = field(default_factory=bytearray)

    @property
    def waits_for(self) -> tuple[socket.socket, int]:
        return (self.sink, select.POLLOUT) if self.held else (self.source, select.POLLIN)

    def take(self) -> bytes:
        """What has come. Raises OSError, also when nothing will come any more."""
        data = self.source.recv(CHUNK)
        if not data:
            raise ConnectionResetError
        self.held += data
        return data

    def give(self) -> None:
        del self.held[: self.sink.send(self.held)]


@dataclass(eq=False)
class Connection:
    """`said` is all that came from the near end, which dialled."""

    there: Way
    back: Way
    said: bytearray = field(default_factory=bytearray)
    is_losing: bool = False

    def close(self) -> None:
        self.there.source.close()
        self.back.source.close()

    @property
    def is_closed(self) -> bool:
        return self.there.source.fileno() < 0


class Cable:
    """Between whoever dials `port` and what listens at `there`, while its context lasts.

    `lost` is set when an answer was lost. What either end says is passed on as it comes, byte by byte.
    """

    def __init__(self, there: int) -> None:
        self._there = there
        self._lock = threading.Lock()
        self._connections: list[Connection] = []
        self._is_whole, self._takes, self._is_there = True, True, True
        self._loses_next = self._cuts_then = False
        self.said: list[bytearray] = []
        self.lost = threading.Event()
        self._listener = socket.create_server((HERE, 0))
        self._listener.setblocking(False)
        self.port = self._listener.getsockname()[1]
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="cable", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"https://{HERE}:{self.port}"

    def cut(self) -> None:
        """What is sent goes nowhere and nobody says so; who dials is taken and never answered."""
        self._change(is_whole=False)

    def mend(self) -> None:
        self._change(is_whole=True, takes=True)

    def lose_next_answer(self, *, cuts_then: bool = False) -> None:
        """That of the next question, with its connection; `cuts_then`: with all, and none come through."""
        with self._lock:
            self._loses_next, self._cuts_then = True, cuts_then

    def take_away(self) -> None:
        """Both ends of every connection are closed, and nobody can dial any more."""
        if self._thread.is_alive():
            self._change(is_there=False)
            self._thread.join()
        for end in (self._listener, self._wake, self._woken):
            end.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.take_away()

    def _change(self, **states: bool) -> None:
        with self._lock:
            for name, state in states.items():
                setattr(self, f"_{name}", state)
        self._wake.send(b"!")

    # The thread.

    def _run(self) -> None:
        try:
            while self._is_there:
                self._wait()
                with self._lock:
                    self._turn()
        finally:
            for connection in self._connections:
                connection.close()

    def _wait(self) -> None:
        wanted = {self._woken: select.POLLIN}
        if self._is_whole:
            wanted[self._listener] = select.POLLIN
            for end, event in (way.waits_for for way in self._ways()):
                wanted[end] = wanted.get(end, 0) | event
        poll = select.poll()
        for end, events in wanted.items():
            poll.register(end, events)
        if any(number == self._woken.fileno() for number, _ in poll.poll()):
            self._woken.recv(CHUNK)

    def _ways(self) -> Iterator[Way]:
        for connection in self._connections:
            yield from (connection.there, connection.back)

    def _turn(self) -> None:
        """Whatever can be done at once, with the cable as it is now."""
        if not self._is_whole or not self._is_there:
            return
        with contextlib.suppress(BlockingIOError):
            self._join(self._listener.accept()[0])
        for connection in self._connections:
            if not connection.is_closed:
                self._carry(connection)
        self._connections = [each for each in self._connections if not each.is_closed]

    def _join(self, near: socket.socket) -> None:
        try:
            if not self._takes:
                raise ConnectionRefusedError
            far = socket.create_connection((HERE, self._there), timeout=DIAL_WITHIN_S)
        except OSError:
            near.close()
            return
        for end in (near, far):
            end.setblocking(False)
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection = Connection(Way(near, far), Way(far, near))
        self._connections.append(connection)
        self.said.append(connection.said)

    def _carry(self, connection: Connection) -> None:
        """An end that hangs up, or is away, takes the other with it."""
        for way in (connection.there, connection.back):
            try:
                if not way.held:
                    self._heard(connection, way, way.take())
                if not connection.is_closed:
                    way.give()
            except BlockingIOError:
                continue
            except OSError:
                connection.close()
            if connection.is_closed:
                return

    def _heard(self, connection: Connection, way: Way, data: bytes) -> None:
        if way is connection.there:
            connection.said += data
            if self._loses_next and data[0] != HANDSHAKE and len(data) >= QUESTION_BYTES:
                self._loses_next, connection.is_losing = False, True
        elif connection.is_losing:
            self._lose(connection)

    def _lose(self, connection: Connection) -> None:
        self._takes = not self._cuts_then
        for each in self._connections if self._cuts_then else (connection,):
            each.close()
        self.lost.set()
