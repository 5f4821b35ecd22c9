"""The same people on the same day, under one arrangement of windows after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from sim.day.figures import Figures, figures
from sim.day.goals import MORE_WINDOWS
from sim.day.journal import read_journal
from sim.day.staging import Staging, of_reference, play_staged
from sim.day.telling import progress
from sim.day.witness import Witness
from sim.halls.reference import Arrangement, ReferenceHall

HEAD_STARTS_MS = {"priority": 45 * 60_000, "pickup": 10 * 60_000}
MATTERS_SHARE = 0.2
FEWER = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    name: str
    staging: Staging
    one_number: bool = True


def variants(hall: ReferenceHall, *, visitors: int | None) -> Iterator[Variant]:
    """Each arrangement; departments with so many windows that ours are 15 % fewer; several matters."""
    for arrangement in Arrangement:
        yield Variant(name=str(arrangement), staging=of_reference(hall, arrangement, visitors=visitors))
    more = hall.with_windows(round(hall.windows / FEWER))
    fifo = Arrangement.DEPARTMENTS_FIFO
    yield Variant(name=MORE_WINDOWS, staging=of_reference(more, fifo, visitors=visitors))
    several = of_reference(hall, hall.recommended, visitors=visitors, matters_share=MATTERS_SHARE)
    yield Variant(name="several matters, one number", staging=several)
    yield Variant(name="several matters, one after another", staging=several, one_number=False)


def compare(
    hall: ReferenceHall, out: Path, *, seed: int, visitors: int | None, console: Console
) -> dict[str, Figures]:
    """Play every variant into a folder of its own; its figures by name."""
    found = {}
    for variant in variants(hall, visitors=visitors):
        folder = out / variant.name.replace(", ", "-").replace(" ", "-")
        with progress(console, variant.name, variant.staging.times) as watch:
            played = play_staged(
                variant.staging, folder, seed=seed, one_number=variant.one_number, watch=watch
            )
        found[variant.name] = one = figures(
            Witness(HEAD_STARTS_MS).watch(read_journal(played.journal)), played.estimates
        )
        console.print(
            f"{variant.name}: mean {one.waits.mean_min:.2f} min, {played.requests:,} requests "
            f"in {played.took_s:.0f} s",
            highlight=False,
        )
    return found
