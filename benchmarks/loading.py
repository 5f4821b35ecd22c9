"""Loads a server over TLS as fast as one process can: on each connection one request after the other."""

import asyncio
import json
import ssl
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


def post(path: str, headers: dict[str, str], body: object) -> bytes:
    """A whole request as bytes, so that making it costs the loader nothing later."""
    content = b"" if body is None else json.dumps(body).encode()
    lines = [f"POST {path} HTTP/1.1", "Host: hall", f"Content-Length: {len(content)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + content


class _Line(asyncio.Protocol):
    """Sends the next request when the answer to the last is whole."""

    def __init__(self, requests: Iterator[bytes], answered: Callable[[float, bytes], bool]) -> None:
        self._requests, self._answered = requests, answered
        self._heard = b""
        self._sent_at = 0.0
        self.transport: asyncio.Transport
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]  # a stream's

    def send(self) -> None:
        self._heard = b""
        self._sent_at = time.perf_counter()
        self.transport.write(next(self._requests))

    def data_received(self, data: bytes) -> None:
        self._heard += data
        head, end, body = self._heard.partition(_END)
        if not end:
            return
        length = int(head.lower().partition(_LENGTH)[2].partition(b"\r\n")[0])
        if len(body) < length:
            return
        try:
            go_on = self._answered(time.perf_counter() - self._sent_at, self._heard)
        except RuntimeError as error:
            self.ended.set_exception(error)
            return
        if go_on:
            self.send()
        else:
            self.ended.set_result(None)

    def connection_lost(self, error: Exception | None) -> None:
        if not self.ended.done():
            self.ended.set_exception(error or ConnectionResetError("the server closed the connection"))


class Load:
    """So many connections to one server; `per_second` may be asked again and again."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = lines
        self.took_s: list[float] = []

    @classmethod
    async def open(
        cls, server: str, trust: ssl.SSLContext, requests: Iterator[bytes], at_once: int
    ) -> "Load":
        address = urlsplit(server)
        load = cls([])
        loop = asyncio.get_running_loop()
        for _ in range(at_once):
            _, line = await loop.create_connection(
                lambda: _Line(requests, load._take), address.hostname, address.port, ssl=trust
            )
            load._lines.append(line)
        return load

    async def per_second(self, for_s: float) -> float:
        """Successful answers a second. RuntimeError with the first answer that is none."""
        self.took_s.clear()
        begun = time.perf_counter()
        self._deadline = begun + for_s
        for line in self._lines:
            line.ended = asyncio.get_running_loop().create_future()
            line.send()
        await asyncio.gather(*(line.ended for line in self._lines))
        return len(self.took_s) / (time.perf_counter() - begun)

    def close(self) -> None:
        for line in self._lines:
            line.transport.abort()

    def _take(self, took_s: float, answer: bytes) -> bool:
        if not answer.startswith(b"HTTP/1.1 2"):
            raise RuntimeError(answer[:400].decode(errors="replace"))
        self.took_s.append(took_s)
        return time.perf_counter() < self._deadline
