"""Cases and what opens their doors: states, how long they are kept, serials of codes, wrong proofs."""

from collections.abc import Iterator
from typing import ClassVar

from queue_core.audit import bodies
from queue_core.audit.checks.check import Check, against
from queue_core.audit.finding import Complaint
from queue_core.audit.life import CASE_LIFE
from queue_core.audit.records import Case, Posted, ProofCount
from queue_core.audit.rules import Unit
from queue_core.audit.step import Step


class Cases(Check):
    name: ClassVar[str] = "cases"
    sentence: ClassVar[str] = (
        "A pickup's head start rests on a finished case the hall still has; cases go from state to state as"
        " their life allows, and expire when their time is over."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body, cases = step.body, step.hall.cases
        for unit, case_id in _verified(body):
            case = cases.get(case_id)
            if unit.ticket_class != "pickup":
                yield against(step, f"case {case_id} with {unit.ticket_class}", "a case with a pickup only")
            elif case is None or case.state not in ("ready", "expired"):
                state = "unknown" if case is None else case.state
                yield against(step, f"case {case_id}, which is {state}", "a case that is finished")
        if isinstance(body, bodies.CaseAccepted) and body.case.case_id in cases:
            yield against(step, f"case {body.case.case_id} a second time", "a new case")
        if isinstance(body, bodies.OfCase):
            known = cases.get(body.case_id)
            state = "unknown" if known is None else known.state
            if state not in CASE_LIFE[step.kind]:
                wanted = " or ".join(CASE_LIFE[step.kind])
                yield against(step, f"case {body.case_id}, which is {state}", f"one that is {wanted}")
            elif known is not None:
                yield from self._untimely(step, body, known)

    def _untimely(self, step: Step, body: bodies.OfCase, case: Case) -> Iterator[Complaint]:
        until_ms = case.keep_until_ms
        is_away = isinstance(case.place, Posted)
        if isinstance(body, bodies.CaseExpired) and (is_away or until_ms is None or until_ms > step.at_ms):
            yield against(step, f"case {case.case_id} expired", f"kept until {until_ms}")
        if isinstance(body, bodies.CaseKeptLonger) and body.until_ms <= step.at_ms:
            yield against(step, f"kept until {body.until_ms}, which is past", "an instant to come")


class PickupCodes(Check):
    name: ClassVar[str] = "pickup codes"
    sentence: ClassVar[str] = "Every pickup code has a serial of its own, one after another over all days."

    def before(self, step: Step) -> Iterator[Complaint]:
        body, wanted = step.body, step.hall.next_serial
        if isinstance(body, bodies.CaseReady | bodies.CaseDeposited) and body.serial not in (0, wanted):
            yield against(step, f"serial {body.serial}", f"serial {wanted}")


class Proofs(Check):
    name: ClassVar[str] = "proofs"
    sentence: ClassVar[str] = (
        "Too many wrong proofs in a row lock a cabinet, each time for longer; none is taken until then,"
        " or until a supervisor lifted the lock."
    )

    def before(self, step: Step) -> Iterator[Complaint]:
        body = step.body
        if not isinstance(body, bodies.ProofRefused | bodies.ProofAccepted | bodies.ProofLockLifted):
            return
        rules, known = step.hall.rules.pickup, step.hall.proofs.get(body.cabinet)
        if isinstance(body, bodies.ProofLockLifted):
            yield from self._lifted(step, known)
            return
        if known is not None and step.at_ms < known.locked_until_ms:
            yield against(
                step, "a proof taken while the cabinet was locked", f"none until {known.locked_until_ms}"
            )
        if isinstance(body, bodies.ProofAccepted):
            if known is None:
                yield against(step, "a count ended that never began", "a count of wrong proofs")
            return
        known = known or ProofCount(body.cabinet)
        lasts_ms = min(rules.lock_ms * 2 ** min(known.locks, 16), rules.longest_lock_ms)
        wanted = step.at_ms + lasts_ms if known.wrong + 1 >= rules.wrong_proofs else None
        if body.locked_until_ms != wanted:
            found = f"wrong proof {known.wrong + 1} in a row, locked until {body.locked_until_ms}"
            yield against(step, found, f"locked until {wanted}")

    def _lifted(self, step: Step, known: ProofCount | None) -> Iterator[Complaint]:
        if known is None or known.locked_until_ms <= step.at_ms:
            yield against(step, "a lock lifted where none was", "a place that takes no proofs")


def _verified(body: object) -> Iterator[tuple[Unit, int]]:
    match body:
        case bodies.TicketIssued():
            errands = body.errands
        case bodies.ErrandAdded() | bodies.ResultReady():
            errands = (body.errand,)
        case bodies.TicketConverted(case_id=int() as case_id):
            yield body.unit, case_id
            return
        case _:
            return
    for errand in errands:
        if errand.case_id is not None:
            yield errand.unit, errand.case_id
