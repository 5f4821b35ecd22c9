"""Finding cases for staff: the newest first, a page at a time."""

from collections.abc import Callable
from itertools import islice

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
    """O(cases) at worst; the newest of all, and one by its whole number, cost no search.

    Raises Denied for a clerk who asks of a number that is not at the own window.
    """
    hall, limit = visit.desk.hall, max(1, min(query.limit, MOST))
    code = read(query.code, visit.desk.settings.public_url).case or query.code.strip()
    fits = _fitting(query, code)
    if query.ticket_id is not None:
        contact = await contact_of(query.ticket_id, visit)
        own = () if contact.holder is None else await hall.cases_of(contact.holder)
        newest = sorted(own, key=lambda case: case.case_id, reverse=True)
        found = [each for each in newest if each.state in _TO_COLLECT and fits(each)][:limit]
    else:

        def look(day: HallDay) -> list[Case]:
            known = day.cases.by_code(code)
            return list(islice(filter(fits, reversed(day.cases) if known is None else (known,)), limit))

        found = await hall.read(look)
    return tuple(told(each, hall) for each in found)


def _fitting(query: wire.CaseQuery, code: str) -> Callable[[Case], bool]:
    states = frozenset(map(CaseState, query.states))
    place = None if query.place is None else _PLACES[query.place]

    def fits(case: Case) -> bool:
        return (
            (not code or case.code.startswith(code))
            and (not states or case.state in states)
            and (place is None or isinstance(case.place, place))
        )

    return fits
