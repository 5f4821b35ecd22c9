"""The pages of phones and their parts, each file known by its ETag and compressed once."""

import re
from dataclasses import dataclass
from pathlib import Path

from litestar import Controller, Response, get
from litestar.params import FromPath

from queue_core.hall.admission import PUBLIC, Visit
from queue_core.hall.cacheable import AcceptEncoding, Document, IfNoneMatch, answer, packed
from queue_core.hall.errors import Denied

_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}
_COMPRESSED = frozenset({".png", ".woff2"})
_NAME = re.compile(r"[A-Za-z0-9_-]+(\.[a-z0-9]+)+")
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # An update changes a file under its name: a browser asks each time, and is told 304.
    "Cache-Control": "no-cache",
}
_WORKER = "sw.js"


@dataclass(frozen=True, slots=True)
class _File:
    """As it was read; `stamp` is its size and time then."""

    stamp: tuple[int, int]
    document: Document


class Pages:
    """The files directly inside `folder`, of known types; nothing else is served. None: no page at all.

    Read and compressed when first asked for, so that no start waits for it, and again when changed.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files: dict[str, _File] = {}

    def told(self, name: str, accepted: str, if_none_match: str | None) -> Response[bytes]:
        """Raises Denied for a name of nothing that is served."""
        file = self._file(name)
        if file is None:
            raise Denied(404, "not-found", "There is no such page.", "Check `phone_page` in hall.toml.")
        headers = _HEADERS
        if name == _WORKER:  # it lies in /phone/ and serves /t/, too
            headers = _HEADERS | {"Service-Worker-Allowed": "/"}
        return answer(file.document, headers, if_none_match, accepted, _TYPES[Path(name).suffix])

    def _file(self, name: str) -> _File | None:
        suffix = Path(name).suffix
        if self._folder is None or suffix not in _TYPES or not _NAME.fullmatch(name):
            return None
        path = self._folder / name
        known = self._files.get(name)
        try:
            now = path.stat()
            stamp = (now.st_size, now.st_mtime_ns)
            if known is None or known.stamp != stamp:
                known = self._files[name] = _read(path, stamp)
        except OSError:
            return None
        return known


class PhonePages(Controller):
    opt = PUBLIC
    security = [{}]  # noqa: RUF012 - as the framework declares it
    include_in_schema = False

    @get("/t/{reference:str}")
    async def ticket(
        self,
        reference: FromPath[str],
        request: Visit,
        accepted: AcceptEncoding = "",
        if_none_match: IfNoneMatch = None,
    ) -> Response[bytes]:
        """Show the page; it reads the reference from its own address, and keeps the secret to itself."""
        del reference
        return _page(request, "index.html", accepted, if_none_match)

    @get("/h")
    async def hall(
        self, request: Visit, accepted: AcceptEncoding = "", if_none_match: IfNoneMatch = None
    ) -> Response[bytes]:
        """Show the hall."""
        return _page(request, "hall.html", accepted, if_none_match)

    @get("/p")
    async def pickup(
        self, request: Visit, accepted: AcceptEncoding = "", if_none_match: IfNoneMatch = None
    ) -> Response[bytes]:
        """Show a finished case; which one stands behind the fragment, which never comes here."""
        return _page(request, "pickup.html", accepted, if_none_match)

    @get("/m/{code:str}")
    async def matter(
        self,
        code: FromPath[str],
        request: Visit,
        accepted: AcceptEncoding = "",
        if_none_match: IfNoneMatch = None,
    ) -> Response[bytes]:
        """Show what to bring for a matter; the page reads its code from its own address."""
        del code
        return _page(request, "matter.html", accepted, if_none_match)

    @get("/phone/{name:str}")
    async def part(
        self,
        name: FromPath[str],
        request: Visit,
        accepted: AcceptEncoding = "",
        if_none_match: IfNoneMatch = None,
    ) -> Response[bytes]:
        return _page(request, name, accepted, if_none_match)


def _page(request: Visit, name: str, accepted: str, if_none_match: str | None) -> Response[bytes]:
    pages: Pages = request.app.state.pages
    return pages.told(name, accepted, if_none_match)


def _read(path: Path, stamp: tuple[int, int]) -> _File:
    body = path.read_bytes()
    return _File(stamp, Document(body) if path.suffix in _COMPRESSED else packed(body))
