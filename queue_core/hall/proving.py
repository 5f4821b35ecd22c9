"""Proofs 取件凭据: whether what somebody shows is good for a case, and what becomes of wrong ones.

A wrong one is counted in the journal at the cabinet, or at the device, where it was shown; too many in a row
lock it there. What is only mistyped was never given to anybody and is not counted. No code, token or card is
in any log.
"""

from msgspec import Struct

from queue_core.app.people import Holder
from queue_core.domain import commands, refusals
from queue_core.domain.events import ProofRefused
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import Case
from queue_core.domain.words import CaseState, ProofKind
from queue_core.hall.admission import Visit
from queue_core.hall.errors import Denied
from queue_core.hall.reading import Text
from queue_core.store.pickup_codes import CodeMistyped

_STILL_HERE = (CaseState.READY, CaseState.EXPIRED)


class Known(Struct, frozen=True, kw_only=True):
    """The case of a good code; `kind` is how it was shown."""

    case: Case
    kind: ProofKind


async def case_of_code(text: Text, place: str, visit: Visit, *, holder: Holder | None = None) -> Known | None:
    """The case a pickup code or QR is good for, also one that was kept too long; None for a wrong one.

    With a `holder` it must be that person's. A wrong one is counted at `place`. Raises Denied for a code with
    a wrong digit, and ProofsLocked. To be called within the place's lock.
    """
    await require_unlocked(place, visit)
    kind = ProofKind.QR if text.token else ProofKind.CODE
    whose = "" if holder is None else holder.id_number
    mark = visit.desk.proof_locks.mark(f"{text.pickup}/{text.token}/{whose}")
    case = await _case(text, visit)
    if case is not None and holder is not None:
        own = await visit.desk.hall.cases_of(holder)
        case = case if any(each.case_id == case.case_id for each in own) else None
    if case is None:
        await _count(place, kind, visit, mark, is_right=False)
        return None
    if visit.desk.proof_locks.ends_count(place, case.serial):
        await _count(place, kind, visit, mark, is_right=True)
    return Known(case=case, kind=kind)


async def require_unlocked(place: str, visit: Visit) -> None:
    """Raises ProofsLocked."""
    until_ms = await visit.desk.hall.read(lambda day: _locked_until_ms(day, place))
    if until_ms > visit.desk.hall.now_ms:
        raise refusals.ProofsLocked(place, until_ms)


async def _count(place: str, kind: ProofKind, visit: Visit, mark: str, *, is_right: bool) -> None:
    """Once for each command and what was shown with it. Raises ProofsLocked when it was one too many."""
    command = commands.CountProof(cabinet=place, proof=kind, is_right=is_right)
    outcome = await visit.desk.hall.execute(command, key=f"{visit.key}/{mark}", actor=visit.asker.actor)
    for event in outcome.events:
        if isinstance(event, ProofRefused) and event.locked_until_ms is not None:
            raise refusals.ProofsLocked(place, event.locked_until_ms)


async def _case(text: Text, visit: Visit) -> Case | None:
    """A QR is scanned, not typed: one that does not verify was made by somebody else."""
    hall = visit.desk.hall
    try:
        serial = hall.disclosure.pickup_serial(text.pickup)
    except CodeMistyped as error:
        if text.token:
            return None
        raise mistyped() from error
    if text.token and not hall.disclosure.is_pickup_token(serial, text.token):
        return None
    return await hall.read(lambda day: _by_serial(day, serial))


def mistyped() -> Denied:
    return Denied(
        422,
        "pickup-code-mistyped",
        "This is no pickup code: a digit is wrong or missing.",
        "Type the nine digits of the message again.",
    )


def _by_serial(day: HallDay, serial: int) -> Case | None:
    case = day.cases.by_serial(serial)
    if case is None and 0 < serial < day.next_serial:
        case = next((each for each in day.cases if each.serial == serial), None)
    return case if case is not None and case.state in _STILL_HERE else None


def _locked_until_ms(day: HallDay, place: str) -> int:
    counted = day.lockers.proofs.get(place)
    return 0 if counted is None else counted.locked_until_ms
