"""Documents that browsers, relays and caches may keep: encoded once, known by their ETag."""

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from litestar import Response
from litestar.params import HeaderParameter

IfNoneMatch = Annotated[str | None, HeaderParameter(name="If-None-Match")]
_UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Document:
    body: bytes
    etag: str


def document(of: msgspec.Struct) -> Document:
    body = msgspec.json.encode(of)
    return Document(body, etag_of(body))


def etag_of(body: bytes, form: str = "") -> str:
    """`form` tells two encodings of the same body apart, such as `-gz`."""
    return f'"{hashlib.blake2b(body, digest_size=9).hexdigest()}{form}"'


def told(found: Document, max_age_s: int, if_none_match: str | None) -> Response[Any]:
    """200, or 304 for who has it. A cache on the way may have made the ETag a weak one."""
    headers = {"ETag": found.etag, "Cache-Control": f"public, max-age={max_age_s}"}
    if if_none_match is not None and found.etag in if_none_match:
        return Response(None, status_code=_UNCHANGED, headers=headers)
    return Response(found.body, media_type="application/json", headers=headers)


class Shelf:
    """Documents kept for `lives_s` seconds of `clock`: who asks meanwhile gets the same bytes.

    Who asks while one is being made waits for that one. At most `most` are kept. One event loop uses it.
    """

    def __init__(self, *, lives_s: float, most: int = 1, clock: Callable[[], float] = time.monotonic) -> None:
        self._lives_s = lives_s
        self._most = most
        self._clock = clock
        self._kept: OrderedDict[Hashable, tuple[float, asyncio.Task[Document]]] = OrderedDict()

    async def get(self, key: Hashable, make: Callable[[], Awaitable[msgspec.Struct]]) -> Document:
        """Raises what `make` raises; a failure is not kept."""
        now = self._clock()
        until, making = self._kept.get(key, (now, None))
        if making is None or (until <= now and making.done()):
            making = asyncio.ensure_future(self._made(key, make))
            self._kept[key] = (now + self._lives_s, making)
            self._kept.move_to_end(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return await asyncio.shield(making)

    async def _made(self, key: Hashable, make: Callable[[], Awaitable[msgspec.Struct]]) -> Document:
        try:
            return document(await make())
        except BaseException:
            self._kept.pop(key, None)
            raise
