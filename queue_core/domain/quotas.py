"""How many numbers of a day each of the hall's quotas has seen.

Owned by one hall day and changed by `evolve` alone.
"""

from collections import Counter
from collections.abc import Iterable

from queue_core.domain.rules import Quota, Unit


class QuotaCounts:
    """Instants are wall ms; `midnight_ms` is when the local day began. Each step costs O(number of quotas).

    A number counts for what it was issued for, whatever becomes of it, and once however many of its errands
    fall under a quota.
    """

    def __init__(self, quotas: tuple[Quota, ...], midnight_ms: int) -> None:
        self._quotas = quotas
        self._midnight_ms = midnight_ms
        self._counts: Counter[Quota] = Counter()

    def count(self, units: Iterable[Unit], issued_at_ms: int) -> None:
        self._counts.update(self._concerned(tuple(units), issued_at_ms))

    def full(self, units: Iterable[Unit], at_ms: int) -> Quota | None:
        """The first quota that leaves no room for one more number for these units."""
        concerned = self._concerned(tuple(units), at_ms)
        return next((each for each in concerned if self._counts[each] >= each.limit), None)

    def _concerned(self, units: tuple[Unit, ...], at_ms: int) -> list[Quota]:
        since_midnight_ms = at_ms - self._midnight_ms
        return [
            quota
            for quota in self._quotas
            if quota.from_ms <= since_midnight_ms < quota.until_ms
            and any(_falls_under(unit, quota) for unit in units)
        ]


def _falls_under(unit: Unit, quota: Quota) -> bool:
    return quota.category in (None, unit.category) and quota.ticket_class in (None, unit.ticket_class)
