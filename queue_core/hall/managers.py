"""The managers' page and its parts. Never on the phones' road: the relay passes no path of it."""

import importlib.util
from pathlib import Path

from litestar import Controller, Response, get
from litestar.params import FromPath

from queue_core.hall.admission import PUBLIC, Visit
from queue_core.hall.cacheable import AcceptEncoding, IfNoneMatch
from queue_core.hall.pages import Pages


def managers_page() -> Path | None:
    """The folder of the page as the display package brings it, looked up and not imported."""
    display = importlib.util.find_spec("display")
    if display is None or not display.submodule_search_locations:
        return None
    return Path(display.submodule_search_locations[0], "managers", "static")


class ManagersPages(Controller):
    """The page alone is public; the figures in it are not."""

    path = "/managers"
    opt = PUBLIC
    security = [{}]  # noqa: RUF012 - as the framework declares it
    include_in_schema = False

    @get()
    async def page(
        self, request: Visit, accepted: AcceptEncoding = "", if_none_match: IfNoneMatch = None
    ) -> Response[bytes]:
        return _file(request, "index.html", accepted, if_none_match)

    @get("/{name:str}")
    async def part(
        self,
        name: FromPath[str],
        request: Visit,
        accepted: AcceptEncoding = "",
        if_none_match: IfNoneMatch = None,
    ) -> Response[bytes]:
        return _file(request, name, accepted, if_none_match)


def _file(request: Visit, name: str, accepted: str, if_none_match: str | None) -> Response[bytes]:
    pages: Pages = request.app.state.managers_pages
    return pages.told(name, accepted, if_none_match)
