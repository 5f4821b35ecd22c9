"""The cases 办件 a hall knows of: accepted, ready to be collected, handed over.

Owned by one hall day and changed by `evolve` alone. Whose a case is stands outside the journal.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from queue_core.domain.events import CaseHandedOver, CaseReady
from queue_core.domain.life import CASE_LIFE
from queue_core.domain.records import Case
from queue_core.domain.words import CaseState


class CaseRegister:
    """Each step costs O(1)."""

    def __init__(self, cases: Iterable[Case] = ()) -> None:
        self._by_id: dict[int, Case] = {}
        self._by_code: dict[str, int] = {}
        for case in cases:
            self.accept(case)

    def __iter__(self) -> Iterator[Case]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, case_id: int) -> Case | None:
        return self._by_id.get(case_id)

    def by_code(self, code: str) -> Case | None:
        """The case under the back office's own number."""
        return self._by_id.get(self._by_code.get(code, 0))

    def carried(self) -> tuple[Case, ...]:
        """What goes over into the next day: all that is not handed over."""
        return tuple(each for each in self if each.state is not CaseState.HANDED_OVER)

    def accept(self, case: Case) -> None:
        """Raises KeyError when its id or its code is taken."""
        if case.case_id in self._by_id or case.code in self._by_code:
            raise KeyError(case.code)
        self._by_id[case.case_id] = case
        self._by_code[case.code] = case.case_id

    def make_ready(self, case_id: int, at_ms: int) -> None:
        """Raises KeyError when it is unknown, or not in work any more."""
        case = self._by_id[case_id]
        state = CASE_LIFE[case.state][CaseReady]
        self._by_id[case_id] = replace(case, state=state, ready_at_ms=at_ms)

    def hand_over(self, case_id: int) -> None:
        """Raises KeyError when it is unknown, or not ready."""
        case = self._by_id[case_id]
        self._by_id[case_id] = replace(case, state=CASE_LIFE[case.state][CaseHandedOver])
