"""The cases 办件 a hall knows of: accepted, ready to be collected, where each waits, handed over.

Owned by one hall day and changed by `evolve` alone. Whose a case is stands outside the journal.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from queue_core.domain.events import CaseHandedOver, CaseReady, Event
from queue_core.domain.life import CASE_LIFE
from queue_core.domain.records import Case, Posted
from queue_core.domain.words import CaseState

_ENDED = frozenset({CaseState.HANDED_OVER, CaseState.RETURNED})


class CaseRegister:
    """Each step costs O(log n) and a move of memory."""

    def __init__(self, cases: Iterable[Case] = ()) -> None:
        self._by_id: dict[int, Case] = {}
        self._by_code: dict[str, int] = {}
        self._by_serial: dict[int, int] = {}
        self._keeping: list[tuple[int, int]] = []
        for case in cases:
            self.accept(case)

    def __iter__(self) -> Iterator[Case]:
        return iter(self._by_id.values())

    def __reversed__(self) -> Iterator[Case]:
        """The newest first."""
        return reversed(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, case_id: int) -> Case | None:
        return self._by_id.get(case_id)

    def by_code(self, code: str) -> Case | None:
        """The case under the back office's own number."""
        return self._by_id.get(self._by_code.get(code, 0))

    def by_serial(self, serial: int) -> Case | None:
        """The case a pickup code's serial is good for: as long as that case waits."""
        return self._by_id.get(self._by_serial.get(serial, 0))

    def kept_until(self, now_ms: int) -> Iterator[Case]:
        """Those that wait and whose time is over, the longest first."""
        for until_ms, case_id in self._keeping:
            if until_ms > now_ms:
                return
            yield self._by_id[case_id]

    def carried(self) -> tuple[Case, ...]:
        """What goes over into the next day: all that the hall is not rid of."""
        return tuple(each for each in self if each.state not in _ENDED)

    def accept(self, case: Case) -> None:
        """Raises KeyError when its id or its code is taken."""
        if case.case_id in self._by_id or case.code in self._by_code:
            raise KeyError(case.code)
        self._by_code[case.code] = case.case_id
        self._put(case)

    def lead_on(self, event: type[Event], case_id: int, **changes: Any) -> Case:
        """Let an event happen to a case, with what it changes beside the state.

        Raises KeyError when the case is unknown, or in no state for it.
        """
        before = self._by_id[case_id]
        after = replace(before, state=CASE_LIFE[before.state][event], **changes)
        self._forget(before)
        self._put(after)
        return after

    def make_ready(self, case_id: int, at_ms: int, serial: int = 0, keep_until_ms: int | None = None) -> None:
        """Raises KeyError when it is unknown, or not in work any more."""
        self.lead_on(CaseReady, case_id, ready_at_ms=at_ms, serial=serial, keep_until_ms=keep_until_ms)

    def hand_over(self, case_id: int) -> None:
        """Raises KeyError when it is unknown, or not ready."""
        self.lead_on(CaseHandedOver, case_id, place=None, is_missing=False)

    def _put(self, case: Case) -> None:
        self._by_id[case.case_id] = case
        if case.state is CaseState.READY and case.serial:
            self._by_serial[case.serial] = case.case_id
        if (until_ms := _keep_until_ms(case)) is not None:
            insort(self._keeping, (until_ms, case.case_id))

    def _forget(self, case: Case) -> None:
        self._by_serial.pop(case.serial, None)
        if (until_ms := _keep_until_ms(case)) is not None:
            del self._keeping[bisect_left(self._keeping, (until_ms, case.case_id))]


def _keep_until_ms(case: Case) -> int | None:
    """None for what does not expire: what is not ready, or on its way by post."""
    is_here = case.state is CaseState.READY and not isinstance(case.place, Posted)
    return case.keep_until_ms if is_here else None
