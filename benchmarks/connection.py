"""A client thin enough to measure a server by: one TLS connection, bytes out, status and length in."""

import asyncio
import json
import ssl
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit


class Connection:
    """Speaks just enough HTTP/1.1 for answers that carry a Content-Length."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str) -> None:
        self._reader, self._writer, self._host = reader, writer, host

    @classmethod
    async def open(cls, server: str, trust: ssl.SSLContext) -> "Connection":
        address = urlsplit(server)
        reader, writer = await asyncio.open_connection(address.hostname, address.port, ssl=trust)
        return cls(reader, writer, address.netloc)

    async def ask(
        self, method: str, path: str, headers: Mapping[str, str], body: Mapping[str, Any] | None = None
    ) -> bytes:
        """Return the answer's body; RuntimeError when it is not a success."""
        status, answer = await self.exchange(method, path, headers, body)
        if status >= 300:  # noqa: PLR2004 a success is below
            raise RuntimeError(f"{path}: {status} {answer[:300]!r}")
        return answer

    async def exchange(
        self, method: str, path: str, headers: Mapping[str, str], body: Mapping[str, Any] | None = None
    ) -> tuple[int, bytes]:
        """Return the answer's status and body. OSError or IncompleteReadError when the link is lost."""
        content = b"" if body is None else json.dumps(body).encode()
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self._host}", f"Content-Length: {len(content)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self._writer.write("\r\n".join([*lines, "", ""]).encode() + content)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        return int(head.split(b" ", 2)[1]), await self._reader.readexactly(length)

    def abort(self) -> None:
        """Leave at once, also when nobody answers any more."""
        self._writer.transport.abort()

    async def close(self) -> None:
        self._writer.close()
        await self._writer.wait_closed()
