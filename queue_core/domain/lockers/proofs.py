"""Decisions about proofs 取件凭据 shown at cabinets: too many wrong ones in a row lock a cabinet's entry."""

from queue_core.domain import refusals
from queue_core.domain.commands import CountProof, LiftProofLock
from queue_core.domain.events import ProofAccepted, ProofLockLifted, ProofRefused
from queue_core.domain.hall_day import HallDay
from queue_core.domain.records import ProofCount


def count(day: HallDay, command: CountProof, now_ms: int) -> tuple[ProofRefused | ProofAccepted, ...]:
    """Each lock since the last right proof is twice as long as the one before, up to the longest."""
    known = day.lockers.proofs.get(command.cabinet) or ProofCount(cabinet=command.cabinet)
    if now_ms < known.locked_until_ms:
        raise refusals.ProofsLocked(command.cabinet, known.locked_until_ms)
    if command.is_right:
        is_counted = command.cabinet in day.lockers.proofs
        return (ProofAccepted(at_ms=now_ms, cabinet=command.cabinet),) if is_counted else ()
    rules = day.rules.pickup
    is_enough = known.wrong + 1 >= rules.wrong_proofs
    lasts_ms = min(rules.lock_ms << min(known.locks, 16), rules.longest_lock_ms)
    return (
        ProofRefused(
            at_ms=now_ms,
            cabinet=command.cabinet,
            proof=command.proof,
            locked_until_ms=now_ms + lasts_ms if is_enough else None,
        ),
    )


def lift(day: HallDay, command: LiftProofLock, now_ms: int) -> tuple[ProofLockLifted, ...]:
    """Until a right proof the locks are counted on, so that who guesses gains little by it."""
    known = day.lockers.proofs.get(command.cabinet)
    if known is None or known.locked_until_ms <= now_ms:
        return ()
    return (ProofLockLifted(at_ms=now_ms, cabinet=command.cabinet),)
