"""Ratios a hall is held to: what it does over what the bare machine does, both measured in one run.

Such a ratio says the same on a slow and on a quick machine. `native` is the disk as it is; `1 ms` the same
with a millisecond more in every fsync, which is what a hall's PC has.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """`ratio` is the median over rounds that each measured both sides: not quite the quotient of the medians.

    `at_most`: the goal is an upper bound. Without `goal` it is told for comparison only.
    """

    name: str
    disk: str
    says: str
    numerator: float
    numerator_unit: str
    denominator: float
    denominator_unit: str
    ratio: float
    goal: float | None = None
    at_most: bool = False

    @property
    def met(self) -> bool | None:
        if self.goal is None:
            return None
        return self.ratio <= self.goal if self.at_most else self.ratio >= self.goal


def over_rounds(
    name: str,
    disk: str,
    says: str,
    rounds: Sequence[tuple[float, float]],
    *,
    units: tuple[str, str] = ("/s", "/s"),
    goal: float | None = None,
    at_most: bool = False,
) -> Ratio:
    """`rounds` are (numerator, denominator), measured one after the other."""
    return Ratio(
        name=name,
        disk=disk,
        says=says,
        numerator=median(top for top, _ in rounds),
        numerator_unit=units[0],
        denominator=median(bottom for _, bottom in rounds),
        denominator_unit=units[1],
        ratio=median(top / bottom for top, bottom in rounds),
        goal=goal,
        at_most=at_most,
    )


def show(ratios: Sequence[Ratio], console: Console) -> None:
    table = Table(title="ratios a hall is held to", title_justify="left")
    table.add_column("")
    table.add_column("what")
    table.add_column("disk")
    for heading in ("measured", "against", "ratio", "goal"):
        table.add_column(heading, justify="right")
    for each in ratios:
        table.add_row(
            {True: "[green]✓[/]", False: "[red]✗[/]", None: "·"}[each.met],
            each.says,
            each.disk,
            _quantity(each.numerator, each.numerator_unit),
            _quantity(each.denominator, each.denominator_unit),
            f"{each.ratio:.2f}",
            "" if each.goal is None else f"{'≤' if each.at_most else '≥'} {each.goal:g}",
        )
    console.print(table)
    missed = [f"{each.name} ({each.disk})" for each in ratios if each.met is False]
    held = sum(each.met is True for each in ratios)
    console.print(
        f"{held} held, {len(missed)} missed{': ' if missed else ''}{', '.join(missed)}", highlight=False
    )


def _quantity(value: float, unit: str) -> str:
    if unit == "/s":
        return f"{value:,.0f}/s"
    return f"{value:,.2f} {unit}" if value < 100 else f"{value:,.0f} {unit}"  # noqa: PLR2004 three digits are enough
