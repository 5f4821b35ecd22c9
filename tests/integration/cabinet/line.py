"""A line between a cabinet and its hall that carries a question there and loses the answer."""

import asyncio
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

APPLICATION_DATA = 0x17
"""Type of the TLS records that carry what is asked; a handshake's are others."""
QUESTION_BYTES = 200
"""The pings of a stream are shorter, every question is longer."""


@dataclass(eq=False)
class Connection:
    ends: list[asyncio.StreamWriter] = field(default_factory=list)
    is_losing: bool = False

    def abort(self) -> None:
        for end in self.ends:
            end.transport.abort()


class Line:
    """TCP, byte by byte. `lost` counts answers that did not come through."""

    def __init__(self, there: str) -> None:
        self._there = urlsplit(there)
        self._loses_next = False
        self._cuts_then = False
        self._is_away = False
        self._connections: dict[asyncio.Task[None], Connection] = {}
        self.lost = asyncio.Event()
        self.url = ""

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._taken, "127.0.0.1", 0)
        self.url = f"https://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in tuple(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    def lose_next_answer(self, *, cuts_then: bool = False) -> None:
        """That of the next question, with its connection; `cuts_then`: with all, and none come through."""
        self._loses_next, self._cuts_then = True, cuts_then

    def mend(self) -> None:
        self._is_away = False

    def _taken(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection([writer])
        task = asyncio.create_task(self._carry(connection, reader, writer))
        self._connections[task] = connection
        task.add_done_callback(self._connections.pop)

    async def _carry(
        self, connection: Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            if self._is_away:
                return
            answers, there = await asyncio.open_connection(self._there.hostname, self._there.port)
            connection.ends.append(there)
            async with asyncio.TaskGroup() as both:
                both.create_task(self._ask(connection, reader, there))
                both.create_task(self._answer(connection, answers, writer))
        except* OSError:
            """The far end hung up, or is away."""
        finally:
            connection.abort()

    async def _ask(
        self, connection: Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        while data := await reader.read(65536):
            if self._loses_next and data[0] == APPLICATION_DATA and len(data) >= QUESTION_BYTES:
                self._loses_next, connection.is_losing = False, True
            writer.write(data)
        connection.abort()

    async def _answer(
        self, connection: Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        while data := await reader.read(65536):
            if connection.is_losing:
                self._lose(connection)
                return
            writer.write(data)
        connection.abort()

    def _lose(self, connection: Connection) -> None:
        self.lost.set()
        self._is_away = self._cuts_then
        for each in self._connections.values() if self._cuts_then else (connection,):
            each.abort()
