"""What a citizen before a cabinet may collect: proved by code, QR or card, and told case by case."""

from queue_core.app.people import Holder
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Case, InDoor
from queue_core.domain.words import CaseState, ProofKind, UnlockingPurpose, UnlockingState
from queue_core.hall import entering, proving
from queue_core.hall.admission import Visit
from queue_core.hall.desk import Desk
from queue_core.hall.errors import Denied
from queue_core.hall.reading import Text, read
from queue_core.hall.told_cases import told
from queue_core.store.pickup_codes import CodeMistyped
from queue_core.wire import lockers as wire


async def prove(shown: wire.ShowProof, cabinet: str, visit: Visit) -> wire.Grant:
    """A grant for what may be collected here, with what else waits for that person elsewhere.

    Raises Denied, and ProofsLocked.
    """
    desk = visit.desk
    desk.proofs_shown.require(visit.asker.actor)
    desk.proofs_shown.failed(visit.asker.actor)
    text, holder = _text(shown, desk), entering.holder(shown.holder)
    async with desk.proof_locks.at(cabinet):
        if text is None:
            kind, cases = ProofKind.CARD, await _of_person(holder, cabinet, visit)
        else:
            known = await _of_code(text, holder, cabinet, visit)
            kind, cases = known.kind, (known.case,)
    return await _granted(kind, cases, cabinet, visit)


def _text(shown: wire.ShowProof, desk: Desk) -> Text | None:
    """What the code or the scan says. Raises Denied when it can be no proof."""
    if shown.scan is not None:
        text = read(shown.scan, "")
        if not text.token:
            raise Denied(
                422,
                "no-pickup-code",
                "What was scanned is no pickup code.",
                "Show the QR code of the message, or type the nine digits.",
            )
        return text
    if shown.code is None:
        return None
    text = read(shown.code, "")
    if not text.pickup or text.token:
        raise proving.mistyped()
    try:
        desk.hall.disclosure.pickup_serial(text.pickup)
    except CodeMistyped as error:
        raise proving.mistyped() from error
    return text


async def _of_person(holder: Holder | None, cabinet: str, visit: Visit) -> tuple[Case, ...]:
    person = entering.known(holder)
    await proving.require_unlocked(cabinet, visit)
    found = await visit.desk.hall.cases_of(person)
    waiting = tuple(each for each in found if each.state in (CaseState.READY, CaseState.EXPIRED))
    if not waiting:
        raise Denied(
            404,
            "nothing-to-collect",
            "Nothing waits for this person.",
            "Wait for the message that says where to collect it, or ask at a window.",
        )
    return waiting


async def _of_code(text: Text, holder: Holder | None, cabinet: str, visit: Visit) -> proving.Known:
    """Where the card is needed too, a code alone is not even looked at: nobody learns whether it is right."""
    if holder is None and await visit.desk.hall.read(lambda day: _needs_card(day, cabinet)):
        await proving.require_unlocked(cabinet, visit)
        raise Denied(
            409,
            "card-needed-too",
            "This cabinet opens with the code and the holder's card together.",
            "Lay the card on the reader as well.",
        )
    known = await proving.case_of_code(text, cabinet, visit, holder=holder)
    if known is None:
        raise Denied(
            403,
            "proof-refused",
            "What was shown is good for nothing here.",
            "Look at the latest message: a code is good once, and only for its own document.",
        )
    return known


async def _granted(kind: ProofKind, cases: tuple[Case, ...], cabinet: str, visit: Visit) -> wire.Grant:
    hall = visit.desk.hall
    ids = [each.case_id for each in cases]
    found = await hall.read(lambda day: tuple(_now(day, each, cabinet) for each in ids))
    collectable = tuple(
        wire.Collectable(case=told(case, hall), door=door, is_unsure=is_unsure, unlocking_id=unlocking_id)
        for case, door, is_unsure, unlocking_id in found
    )
    here = frozenset(case.case_id for case, door, _, _ in found if door is not None)
    grant, until_ms = visit.desk.grants.to_holder(cabinet, here, kind)
    return wire.Grant(grant=grant, until_ms=until_ms, cases=collectable)


def _now(day: HallDay, case_id: int, cabinet: str) -> tuple[Case, int | None, bool, int | None]:
    """The case, its door here if it may be collected from it, and an unlocking that is not over."""
    case = day.cases.get(case_id)
    assert case is not None
    is_here = isinstance(case.place, InDoor) and case.place.cabinet == cabinet
    door = case.place.door if is_here and isinstance(case.place, InDoor) else None
    if case.state is not CaseState.READY:
        door = None
    pending = day.lockers.pending_of(case_id)
    is_own = pending is not None and pending.purpose is UnlockingPurpose.COLLECTION
    is_unsure = is_own and pending is not None and pending.state is UnlockingState.UNSURE
    return case, door, is_unsure, None if pending is None else pending.unlocking_id


def _needs_card(day: HallDay, cabinet: str) -> bool:
    rules = day.lockers.rules_of(cabinet)
    return rules is not None and rules.needs_card
