"""The page of a finished case: who has the link of a message learns where the case waits, and nobody's name.

The link holds code and token behind its fragment, so that no server's log has them; they come in the body of
a request. Only a token the hall made itself is answered: the nine digits alone tell nothing here, or anybody
could try them one by one at home.
"""

import asyncio

import msgspec
from litestar import Controller, Response, post
from litestar.params import JSONBody
from msgspec import Struct

from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Case, CasePlace, InDoor
from queue_core.domain.words import CaseState
from queue_core.hall import told, told_cases
from queue_core.hall.admission import PUBLIC, Visit
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.reading import pickup_qr, read
from queue_core.matters import NoSuchMatter
from queue_core.store.pickup_codes import CodeMistyped
from queue_core.wire import public as wire
from queue_core.wire.messages import Place

ASK_AGAIN_S = 60
_QUIET_ZONE_MODULES = 4  # ISO/IEC 18004
_STATES = {
    CaseState.READY: wire.PickupState.WAITING,
    CaseState.EXPIRED: wire.PickupState.EXPIRED,
    CaseState.HANDED_OVER: wire.PickupState.COLLECTED,
    CaseState.RETURNED: wire.PickupState.RETURNED,
}
_AT_WINDOWS = frozenset({wire.PickupState.WAITING, wire.PickupState.EXPIRED, wire.PickupState.MISSING})


class PublicPickups(Controller):
    tags = ("phones",)

    @post("/public/pickups", opt=PUBLIC, security=[{}], status_code=200)
    async def pickup(self, data: JSONBody[wire.AskPickup], request: Visit) -> Response[bytes]:
        """Tell where the case of a link waits and until when; nothing of it may be kept on the way."""
        serial = _serial(data, request)
        desk = request.desk
        found = await desk.hall.read(lambda day: _found(serial, day, desk))
        if data.with_qr and found.is_by_code:
            drawn = await asyncio.to_thread(_drawn, pickup_qr(data.code, data.token))
            found = msgspec.structs.replace(found, qr=drawn)
        body = msgspec.json.encode(found)
        return Response(body, media_type="application/json", headers={"Cache-Control": "no-store"})


def _serial(asked: wire.AskPickup, visit: Visit) -> int:
    """What the link was made of. Raises Denied for a wrong one, and for who asks too often.

    Wrong ones are limited by address, right ones by their serial: behind the relay all phones have the same
    address, and somebody's guesses must not keep the others from their cases.
    """
    hall, tries = visit.desk.hall, visit.desk.asked_by_phone
    text = read(pickup_qr(asked.code, asked.token), "")
    try:
        serial = hall.disclosure.pickup_serial(text.pickup)
    except CodeMistyped:
        serial = 0
    is_right = serial > 0 and hall.disclosure.is_pickup_token(serial, text.token)
    key = ("pickup", serial) if is_right else ("wrong pickup", visit.address)
    tries.require(key)
    tries.failed(key)
    if not is_right:
        raise Denied(
            403,
            "proof-refused",
            "This is no link of a message of this hall.",
            "Open the whole link of the latest message again.",
        )
    return serial


def _found(serial: int, day: HallDay, desk: Desk) -> wire.PublicPickup:
    """On the committer's thread. A case of days ago, or one that has a newer code, is told nothing of."""
    case = day.cases.by_serial(serial) or next((each for each in day.cases if each.serial == serial), None)
    if case is None:
        return _told(wire.PickupState.OVER, desk)
    state = wire.PickupState.MISSING if case.is_missing else _STATES[case.state]
    where = _where(case, state, day, desk)
    return _told(
        state,
        desk,
        case=case.code,
        category_names=_category_names(case, desk),
        matter_names=_matter_names(case, desk),
        place=where.place,
        windows=where.windows,
        places=where.places,
        until_ms=case.keep_until_ms if where.is_ours else None,
        needs_card=where.needs_card,
    )


def _told(state: wire.PickupState, desk: Desk, **more: object) -> wire.PublicPickup:
    return wire.PublicPickup(
        state=state,
        hall_names=desk.settings.names,
        timezone=desk.settings.timezone,
        poll_within_s=ASK_AGAIN_S,
        **more,  # type: ignore[arg-type]  # the fields by their names
    )


class _Where(Struct, frozen=True, kw_only=True):
    """`is_ours`: it waits at the hall, which says for how long; a partner has rules of its own."""

    is_ours: bool
    place: wire.PickupPlace | None = None
    windows: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()
    needs_card: bool = False


def _where(case: Case, state: wire.PickupState, day: HallDay, desk: Desk) -> _Where:
    """In a door of a cabinet, elsewhere outside of the hall, or at the windows that hand out."""
    is_waiting = state is wire.PickupState.WAITING
    if is_waiting and isinstance(case.place, InDoor):
        return _in_door(case.place, day, desk)
    place = _place(case.place, desk) if is_waiting and case.place is not None else None
    if place is not None and not place.is_at_hall:
        return _Where(is_ours=False, place=place)
    windows = told.windows_for(case.unit, None, day) if state in _AT_WINDOWS else ()
    places = tuple(each for each in desk.projection.places if set(windows).intersection(each.windows))
    return _Where(is_ours=is_waiting, place=place, windows=windows, places=places)


def _in_door(of: InDoor, day: HallDay, desk: Desk) -> _Where:
    rules = day.lockers.rules_of(of.cabinet)
    stands = next((each.place for each in desk.settings.cabinets if each.code == of.cabinet), None)
    return _Where(
        is_ours=True,
        place=_place(of, desk),
        places=tuple(each for each in desk.projection.places if each.code == stands),
        needs_card=rules is not None and rules.needs_card,
    )


def _place(of: CasePlace, desk: Desk) -> wire.PickupPlace:
    place = told_cases.place(of)
    assert place is not None
    code = place.cabinet or place.label
    names = next((each.names for each in desk.projection.pickup_points if each.code == code), {})
    return wire.PickupPlace(
        kind=place.kind, names=names, label=code, door=place.door, reference=place.reference
    )


def _category_names(case: Case, desk: Desk) -> dict[str, str]:
    return next((each.names for each in desk.settings.categories if each.code == case.unit.category), {})


def _matter_names(case: Case, desk: Desk) -> dict[str, str]:
    """{} for a matter the catalogue has no more."""
    if case.matter is None:
        return {}
    try:
        return desk.catalogue.matter(case.matter).names
    except NoSuchMatter:
        return {}


def _drawn(text: str) -> tuple[str, ...]:
    import qrcode  # noqa: PLC0415 - what it loads would be a good part of a server's start

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=_QUIET_ZONE_MODULES)
    code.add_data(text)
    return tuple("".join("1" if is_dark else "0" for is_dark in row) for row in code.get_matrix())
