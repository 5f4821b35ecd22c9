"""Documents that browsers, relays and caches may keep: encoded once, known by their ETag."""

import asyncio
import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from typing import Annotated, Any

import msgspec
from litestar import Response
from litestar.params import HeaderParameter

IfNoneMatch = Annotated[str | None, HeaderParameter(name="If-None-Match")]
AcceptEncoding = Annotated[str, HeaderParameter(name="Accept-Encoding")]
_UNCHANGED = 304


@dataclass(frozen=True, slots=True)
class Document:
    """`gzipped` is the same once more, where compressing pays for being kept."""

    body: bytes
    gzipped: bytes | None = None
    etag: str = field(init=False)
    gzipped_etag: str = field(init=False)

    def __post_init__(self) -> None:
        digest = hashlib.blake2b(self.body, digest_size=9).hexdigest()
        object.__setattr__(self, "etag", f'"{digest}"')
        object.__setattr__(self, "gzipped_etag", f'"{digest}-gz"')


def document(of: msgspec.Struct) -> Document:
    return Document(msgspec.json.encode(of))


def packed(body: bytes) -> Document:
    return Document(body, gzip.compress(body, mtime=0))


def answer(
    found: Document,
    headers: dict[str, str],
    if_none_match: str | None,
    accepted: str = "",
    media_type: str = "application/json",
) -> Response[Any]:
    """200, or 304 for who has it. A cache on the way may have made the ETag a weak one."""
    body, own = found.body, {"ETag": found.etag}
    if found.gzipped is not None:
        own["Vary"] = "Accept-Encoding"
        if "gzip" in accepted.lower():
            body = found.gzipped
            own |= {"ETag": found.gzipped_etag, "Content-Encoding": "gzip"}
    if if_none_match is not None and own["ETag"] in if_none_match:
        own.pop("Content-Encoding", None)
        return Response(None, status_code=_UNCHANGED, headers=headers | own)
    return Response(body, media_type=media_type, headers=headers | own)


def told(found: Document, max_age_s: int, if_none_match: str | None, accepted: str = "") -> Response[Any]:
    """A document that may be kept for so long without asking again."""
    return answer(found, {"Cache-Control": f"public, max-age={max_age_s}"}, if_none_match, accepted)


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
            making = asyncio.ensure_future(_made(make))
            making.add_done_callback(lambda made: self._forget_failed(key, made))
            self._kept[key] = (now + self._lives_s, making)
            self._kept.move_to_end(key)
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return await asyncio.shield(making)

    def _forget_failed(self, key: Hashable, made: asyncio.Task[Document]) -> None:
        """Only the one that failed: another may have been begun for the same key meanwhile."""
        is_good = not made.cancelled() and made.exception() is None
        if not is_good and self._kept.get(key, (0.0, None))[1] is made:
            del self._kept[key]


async def _made(make: Callable[[], Awaitable[msgspec.Struct]]) -> Document:
    return packed(msgspec.json.encode(await make()))
