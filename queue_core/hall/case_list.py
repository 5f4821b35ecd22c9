"""Finding cases for staff: the newest first, a page at a time."""

from collections.abc import Callable, Iterable
from heapq import nlargest

from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import AtPartner, Case, InDoor, OnShelf, Posted
from queue_core.domain.words import CaseState
from queue_core.hall.admission import Visit
from queue_core.hall.own_number import contact_of
from queue_core.hall.reading import read
from queue_core.hall.told_cases import told
from queue_core.wire import cases as wire
from queue_core.wire.words import PlaceKind

MOST = 500
_PLACES = {
    PlaceKind.SHELF: OnShelf,
    PlaceKind.DOOR: InDoor,
    PlaceKind.PARTNER: AtPartner,
    PlaceKind.POSTED: Posted,
}
_TO_COLLECT = (CaseState.READY, CaseState.EXPIRED)


async def listed(query: wire.CaseQuery, visit: Visit) -> tuple[wire.Case, ...]:
    """O(cases). Raises Denied for a clerk who asks of a number that is not at the own window."""
    hall, limit = visit.desk.hall, max(1, min(query.limit, MOST))
    fits = _fitting(query, visit.desk.settings.public_url)
    if query.ticket_id is not None:
        contact = await contact_of(query.ticket_id, visit)
        own = () if contact.holder is None else await hall.cases_of(contact.holder)
        found = _newest((each for each in own if each.state in _TO_COLLECT and fits(each)), limit)
    else:

        def look(day: HallDay) -> list[Case]:
            return _newest(filter(fits, day.cases), limit)

        found = await hall.read(look)
    return tuple(told(each, hall) for each in found)


def _newest(cases: Iterable[Case], limit: int) -> list[Case]:
    return nlargest(limit, cases, key=lambda case: case.case_id)


def _fitting(query: wire.CaseQuery, public_url: str) -> Callable[[Case], bool]:
    states = frozenset(map(CaseState, query.states))
    place = None if query.place is None else _PLACES[query.place]
    code = read(query.code, public_url).case or query.code.strip()

    def fits(case: Case) -> bool:
        return (
            (not code or case.code.startswith(code))
            and (not states or case.state in states)
            and (place is None or isinstance(case.place, place))
        )

    return fits
