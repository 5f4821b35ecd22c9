"""The halls that figures are quoted for: how big, how many windows, how departments are shared among them.

Frozen: a figure of one year can be compared with one of another only while these stay as they are.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import cycle

from sim.errors import BadScenario

ZIPF = 0.8
CLASSES = ("accept", "consult", "pickup")


class Arrangement(StrEnum):
    """Which windows serve whom. With a FIFO nobody has a right: no appointments, no head starts."""

    DEPARTMENTS = "departments"
    ZONES = "zones"
    ZONES_AND_ALL_SKILL = "zones+all-skill"
    ALL_SKILL = "all-skill"
    DEPARTMENTS_FIFO = "departments-fifo"
    POOLED_FIFO = "pooled-fifo"

    @property
    def has_rights(self) -> bool:
        return self not in {Arrangement.DEPARTMENTS_FIFO, Arrangement.POOLED_FIFO}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceHall:
    """`all_skill` of the windows serve everything in the arrangement of that name.

    `recommended` is how such a hall should arrange its windows.
    """

    name: str
    title: str
    visitors: int
    windows: int
    departments: int
    zones: int
    all_skill: int
    recommended: Arrangement

    def department_codes(self) -> tuple[str, ...]:
        """The biggest first."""
        return tuple(f"department-{number:02}" for number in range(1, self.departments + 1))

    def shares(self) -> tuple[float, ...]:
        """Of all visits, by department: Zipf's law with exponent 0.8."""
        weights = [rank**-ZIPF for rank in range(1, self.departments + 1)]
        return tuple(weight / sum(weights) for weight in weights)

    def zone_of(self) -> dict[str, int]:
        """Departments dealt out to zones there and back again, so that zones are about equally big."""
        there_and_back = [*range(self.zones), *reversed(range(self.zones))]
        return dict(zip(self.department_codes(), cycle(there_and_back), strict=False))

    def with_windows(self, windows: int) -> "ReferenceHall":
        """The same hall with another number of windows and the same part of them all-skill."""
        return ReferenceHall(
            name=self.name,
            title=self.title,
            visitors=self.visitors,
            windows=windows,
            departments=self.departments,
            zones=self.zones,
            all_skill=round(self.all_skill / self.windows * windows),
            recommended=self.recommended,
        )

    def profiles(self, arrangement: Arrangement) -> tuple[tuple[str, ...], ...]:
        """The departments of each window, windows in their order; () serves everything."""
        match arrangement:
            case Arrangement.ALL_SKILL | Arrangement.POOLED_FIFO:
                return ((),) * self.windows
            case Arrangement.DEPARTMENTS | Arrangement.DEPARTMENTS_FIFO:
                groups = tuple((code,) for code in self.department_codes())
                return self._dealt(groups, self.windows)
            case Arrangement.ZONES:
                return self._dealt(self._zones(), self.windows)
            case Arrangement.ZONES_AND_ALL_SKILL:
                return self._dealt(self._zones(), self.windows - self.all_skill) + ((),) * self.all_skill

    def _zones(self) -> tuple[tuple[str, ...], ...]:
        of = self.zone_of()
        return tuple(
            tuple(code for code in self.department_codes() if of[code] == zone) for zone in range(self.zones)
        )

    def _dealt(self, groups: tuple[tuple[str, ...], ...], windows: int) -> tuple[tuple[str, ...], ...]:
        """One window for each group, then each further one to the group with the most visits a window."""
        if windows < len(groups):
            raise BadScenario(f"{self.name} has {windows} windows for {len(groups)} groups of departments")
        share = dict(zip(self.department_codes(), self.shares(), strict=True))
        load = [sum(share[code] for code in group) for group in groups]
        count = [1] * len(groups)
        for _ in range(windows - len(groups)):
            busiest = max(range(len(groups)), key=lambda at: load[at] / count[at])
            count[busiest] += 1
        return tuple(group for group, many in zip(groups, count, strict=True) for _ in range(many))


REFERENCE_HALLS = {
    hall.name: hall
    for hall in (
        ReferenceHall(
            name="reference-L",
            title="Large hall, a stress day",
            visitors=5000,
            windows=107,
            departments=36,
            zones=4,
            all_skill=21,
            recommended=Arrangement.ZONES_AND_ALL_SKILL,
        ),
        ReferenceHall(
            name="reference-M",
            title="Middle hall",
            visitors=1500,
            windows=35,
            departments=12,
            zones=4,
            all_skill=11,
            recommended=Arrangement.ZONES_AND_ALL_SKILL,
        ),
        ReferenceHall(
            name="reference-S",
            title="Small hall",
            visitors=400,
            windows=9,
            departments=4,
            zones=2,
            all_skill=3,
            recommended=Arrangement.ALL_SKILL,
        ),
        ReferenceHall(
            name="reference-XS",
            title="Tiny hall",
            visitors=120,
            windows=4,
            departments=3,
            zones=1,
            all_skill=1,
            recommended=Arrangement.ALL_SKILL,
        ),
        ReferenceHall(
            name="district",
            title="District hall",
            visitors=2000,
            windows=45,
            departments=18,
            zones=4,
            all_skill=14,
            recommended=Arrangement.ZONES_AND_ALL_SKILL,
        ),
    )
}


def reference_hall(name: str) -> ReferenceHall:
    """Raises BadScenario."""
    if name not in REFERENCE_HALLS:
        raise BadScenario(
            f'there is no reference hall "{name}"',
            remedy=f"Name one of {', '.join(REFERENCE_HALLS)}, or a hall.toml that exists.",
        )
    return REFERENCE_HALLS[name]
