"""Grants 临时授权: who stands before a cabinet, for two minutes after the last thing that person did.

They live in memory alone: after a restart of the hall one shows code or card again. Only the receipt of what
was collected does not ask for that: a holder's grant says for which cases the hall has given it, sealed with
the hall's own key, and all else is in the journal. A grant is good at its own cabinet, for the cases it was
given for or for staff, and is in no log.
"""

import hmac
import secrets
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from queue_core.domain.records import Unlocking
from queue_core.domain.rules import MINUTE_MS
from queue_core.domain.words import ProofKind, UnlockingPurpose
from queue_core.hall.errors import Denied
from queue_core.hall.reception import KnownStaff

LIVES_MS = 2 * MINUTE_MS
RECEIPT_FOR_MS = 10 * MINUTE_MS
_TOKEN_BYTES = 18
_LONGEST = 4096  # with all doors of a large cabinet
_CASES = "-"
_PARTS = "."


class Granted(Struct, frozen=True, kw_only=True):
    """For the holder of `cases` (ids), who showed `proof`, or for `staff`."""

    cabinet: str
    until_ms: int
    cases: frozenset[int] = frozenset()
    proof: ProofKind = ProofKind.CODE
    staff: KnownStaff | None = None

    @property
    def actor(self) -> str | None:
        """What the journal remembers of staff."""
        return None if self.staff is None else f"{self.staff.member.role}:{self.staff.member.clerk}"


class Grants:
    """`now` tells the hall's time in milliseconds, `seal` is a keyed hash. Lives on the event loop."""

    def __init__(self, now: Callable[[], int], seal: Callable[..., str]) -> None:
        self._now = now
        self._seal = seal
        self._granted: dict[str, Granted] = {}
        self._opened: dict[tuple[str, int], str] = {}

    def to_holder(self, cabinet: str, cases: frozenset[int], proof: ProofKind) -> tuple[str, int]:
        """A new grant, and until when it is good."""
        named = _CASES.join(map(str, sorted(cases)))
        grant = self._sealed(cabinet, secrets.token_urlsafe(_TOKEN_BYTES), named)
        return self._keep(grant, Granted(cabinet=cabinet, until_ms=0, cases=cases, proof=proof))

    def to_staff(self, cabinet: str, staff: KnownStaff) -> tuple[str, int]:
        grant = secrets.token_urlsafe(_TOKEN_BYTES)
        return self._keep(grant, Granted(cabinet=cabinet, until_ms=0, staff=staff))

    def use(self, grant: str, cabinet: str) -> Granted:
        """What it lets; from now on it lives for two minutes more. Raises Denied."""
        granted = self._granted.get(grant) if len(grant) <= _LONGEST else None
        if granted is None or granted.cabinet != cabinet or granted.until_ms <= self._now():
            raise _over("Show the code or the card again.")
        self._granted[grant] = granted = replace(granted, until_ms=self._now() + LIVES_MS)
        return granted

    def end_of(self, clerk: str) -> None:
        """Whose password or card was taken away, or changed, is known before no cabinet any more."""
        self._granted = {
            grant: each
            for grant, each in self._granted.items()
            if each.staff is None or each.staff.member.clerk != clerk
        }

    def open_once(self, grant: str, case_id: int, key: str) -> None:
        """One grant opens the door of a case once; the same command (`key`) again is no second time.

        Raises Denied.
        """
        if self._opened.setdefault((grant, case_id), key) != key:
            raise Denied(
                409,
                "opened-already",
                "This door was opened with what was shown before.",
                "Show the code or the card again to have it opened once more.",
            )

    def may_open_again(self, case_id: int) -> None:
        """The door did not open after all."""
        self._opened = {at: key for at, key in self._opened.items() if at[1] != case_id}

    def require_collected(self, grant: str, unlocking: Unlocking) -> None:
        """Only who proved at this cabinet whose case it was has the receipt printed, and not for long.

        The door may stand open for longer than a grant lives: the time counts from the end of it. Raises
        Denied.
        """
        last_ms = unlocking.ended_at_ms or unlocking.asked_at_ms
        is_late = self._now() >= last_ms + RECEIPT_FOR_MS
        is_collection = unlocking.purpose is UnlockingPurpose.COLLECTION
        if is_late or not is_collection or not self._was_for(grant, unlocking):
            raise _over("Have the receipt printed at a window.")

    def _was_for(self, grant: str, unlocking: Unlocking) -> bool:
        """Whether the hall gave this grant at that cabinet, for that case."""
        nonce, _, rest = grant.partition(_PARTS)
        cases = rest.partition(_PARTS)[0]
        if len(grant) > _LONGEST or not grant.isascii() or str(unlocking.case_id) not in cases.split(_CASES):
            return False
        return hmac.compare_digest(grant, self._sealed(unlocking.cabinet, nonce, cases))

    def _sealed(self, cabinet: str, nonce: str, cases: str) -> str:
        return _PARTS.join((nonce, cases, self._seal("grant", cabinet, nonce, cases)))

    def _keep(self, grant: str, granted: Granted) -> tuple[str, int]:
        now_ms = self._now()
        self._granted = {known: each for known, each in self._granted.items() if each.until_ms > now_ms}
        self._opened = {at: key for at, key in self._opened.items() if at[0] in self._granted}
        until_ms = now_ms + LIVES_MS
        self._granted[grant] = replace(granted, until_ms=until_ms)
        return grant, until_ms


def _over(remedy: str) -> Denied:
    return Denied(403, "grant-over", "Nobody is known to stand before the cabinet any more.", remedy)
