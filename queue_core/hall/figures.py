"""Routes of the figures of today."""

import asyncio

from litestar import Controller, Response, get

from queue_core.hall import cacheable
from queue_core.hall.admission import Visit, open_for
from queue_core.hall.cacheable import AcceptEncoding, IfNoneMatch
from queue_core.hall.figures_live import LiveFigures
from queue_core.wire.figures import DayFigures
from queue_core.wire.words import Role

_PRIVATE = {"Cache-Control": "private, no-store"}


class Figures(Controller):
    path = "/api/v1/figures"
    tags = ("figures",)

    @get("/today", opt=open_for(Role.SUPERVISOR, Role.MANAGER, Role.AUDITOR, Role.ADMIN))
    async def today(
        self, request: Visit, accepted: AcceptEncoding = "", if_none_match: IfNoneMatch = None
    ) -> Response[DayFigures | None]:
        """Tell the figures of today so far, as `paihao report day` would; 304 while nothing changed."""
        live: LiveFigures = request.app.state.figures
        found = await asyncio.to_thread(live.document)
        return cacheable.answer(found, _PRIVATE, if_none_match, accepted)
