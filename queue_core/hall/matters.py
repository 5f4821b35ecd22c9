"""Routes of matters: what can be done here, found by what is typed, and what to bring for it."""

import asyncio
from typing import Annotated

from litestar import Controller, Response, get
from litestar.params import FromPath, QueryParameter

from queue_core.domain.rules import MINUTE_MS, Unit
from queue_core.domain.words import TicketClass
from queue_core.hall import cacheable
from queue_core.hall.admission import PUBLIC, Visit, open_for
from queue_core.hall.cacheable import AcceptEncoding, IfNoneMatch, Shelf
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.settings import HallSettings
from queue_core.matters import Catalogue, Matter, NoSuchMatter, Offered, load_catalogue
from queue_core.wire import matters as wire
from queue_core.wire import words
from queue_core.wire.words import Role

_READERS = (
    Role.KIOSK,
    Role.COUNTER,
    Role.CLERK,
    Role.GUIDE,
    Role.SUPERVISOR,
    Role.TERMINAL,
    Role.GATEWAY,
)
KEPT_S = 300
REMEMBERED_SEARCHES = 256
Typed = Annotated[
    str, QueryParameter(name="query", max_length=60, description="name, pinyin, initials or code; empty: all")
]
CategoryCode = Annotated[str | None, QueryParameter(max_length=60, description="only this category")]
Limit = Annotated[int, QueryParameter(ge=1, le=200)]


class Matters(Controller):
    path = "/api/v1/matters"
    tags = ("matters",)

    @get(opt=open_for(*_READERS))
    async def search(
        self, request: Visit, typed: Typed = "", category: CategoryCode = None, limit: Limit = 20
    ) -> wire.FoundMatters:
        """Find matters, best match first, then the most used of today."""
        return await _search(request.desk, typed, category, limit)

    @get("/{code:str}", opt=open_for(*_READERS))
    async def matter(self, code: FromPath[str], request: Visit) -> wire.Matter:
        """Tell what to bring for a matter, and where it is done without a number."""
        return _matter(request.desk, code)


class PublicMatters(Controller):
    """The same for everybody, kept awhile: a catalogue changes only when its server starts."""

    path = "/public/matters"
    tags = ("phones",)
    opt = PUBLIC
    security = [{}]  # noqa: RUF012 - as the framework declares it

    @get()
    async def search(
        self,
        request: Visit,
        *,
        typed: Typed = "",
        category: CategoryCode = None,
        limit: Limit = 20,
        accepted: AcceptEncoding = "",
        if_none_match: IfNoneMatch = None,
    ) -> Response[wire.FoundMatters | None]:
        """Find matters, best match first, then the most used of today; 304 while nothing changed."""
        shelf: Shelf = request.app.state.matters
        found = await shelf.get(
            (typed, category, limit), lambda: _search(request.desk, typed, category, limit)
        )
        return cacheable.told(found, KEPT_S, if_none_match, accepted)

    @get("/{code:str}")
    async def matter(
        self, code: FromPath[str], request: Visit, if_none_match: IfNoneMatch = None
    ) -> Response[wire.Matter | None]:
        """Tell what to bring for a matter, and where it needs no number; 304 while nothing changed."""
        return cacheable.told(cacheable.document(_matter(request.desk, code)), KEPT_S, if_none_match)


async def _search(desk: Desk, typed: str, category: str | None, limit: int) -> wire.FoundMatters:
    # On a thread of its own: the first search makes the index of pinyin.
    found = await asyncio.to_thread(
        desk.catalogue.search, typed, category=category, uses=dict(desk.matter_uses)
    )
    return wire.FoundMatters(matters=tuple(_line(each) for each in found[:limit]), total=len(found))


def _matter(desk: Desk, code: str) -> wire.Matter:
    """Raises Denied."""
    try:
        return _whole(desk.catalogue.matter(code), desk.settings)
    except NoSuchMatter as error:
        raise Denied(404, error.code, str(error), error.remedy) from error


def catalogue_of(settings: HallSettings) -> Catalogue:
    """The catalogue hall.toml names; an empty one without. Raises ConfigErrors."""
    if settings.matters is None:
        return Catalogue()
    offered = Offered(
        classes={each.code: tuple(TicketClass(one) for one in each.classes) for each in settings.categories},
        terminals=settings.terminals,
    )
    return load_catalogue(settings.matters, offered)


def usual_ms(catalogue: Catalogue) -> dict[Unit, int]:
    """How long a service of each unit takes: the mean of what the catalogue says of its matters."""
    minutes: dict[Unit, list[int]] = {}
    for matter in catalogue:
        for unit in matter.units:
            minutes.setdefault(unit, []).append(matter.usual_minutes)
    return {unit: MINUTE_MS * sum(each) // len(each) for unit, each in minutes.items()}


def _line(matter: Matter) -> wire.MatterLine:
    return wire.MatterLine(
        code=matter.code,
        names=matter.names,
        category=matter.category,
        classes=_classes(matter),
        usual_minutes=matter.usual_minutes,
        without_queue=bool(matter.terminals or matter.web),
    )


def _whole(matter: Matter, settings: HallSettings) -> wire.Matter:
    return wire.Matter(
        code=matter.code,
        names=matter.names,
        category=matter.category,
        department=matter.department,
        classes=_classes(matter),
        usual_minutes=matter.usual_minutes,
        materials=tuple(
            wire.Material(names=each.names, originals=each.originals, copies=each.copies)
            for each in matter.materials
        ),
        terminals=tuple(_terminal(each, settings) for each in matter.terminals),
        web=matter.web,
    )


def _terminal(number: int, settings: HallSettings) -> wire.SelfServiceTerminal:
    code = next((each.place for each in settings.windows if each.number == number), None)
    place = next((each for each in settings.places if each.code == code), None)
    if place is None:
        return wire.SelfServiceTerminal(window=number)
    return wire.SelfServiceTerminal(
        window=number,
        floor=place.floor,
        zone=place.zone,
        building=place.building,
        walking_minutes=place.walking_minutes,
    )


def _classes(matter: Matter) -> tuple[words.TicketClass, ...]:
    return tuple(words.TicketClass(each) for each in matter.classes)
