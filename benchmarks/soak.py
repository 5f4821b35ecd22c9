"""The long form of the proofs: fifty kills, fifteen power cuts, and a journal at NORMAL to be found out."""

from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console

from benchmarks.durability.crowd import Crowd
from benchmarks.durability.house import House
from benchmarks.durability.ledger import audited
from benchmarks.durability.lives import NORMAL, Death, cut_off, killed, settled
from benchmarks.figures import Figure, Figures, median_of

KILLS, CUTS, CARELESS_CUTS = 50, 15, 3
_SEED = 20261122


class Broken(RuntimeError):
    """A promise of the journal was not kept."""


def soak(figures: Figures, founded: House, root: Path, console: Console, *, kills: int) -> None:
    """Raises Broken when an acknowledged command is lost or doubled, or when NORMAL is not found out."""
    _prove(
        figures,
        console,
        founded.copy(root / "kills"),
        what="kill -9",
        times=kills,
        deaths=lambda house, crowd: killed(house, crowd, times=kills, seed=_SEED),
    )
    _prove(
        figures,
        console,
        founded.copy(root / "cuts"),
        what="power cut",
        times=CUTS,
        deaths=lambda house, crowd: cut_off(house, crowd, times=CUTS, seed=_SEED),
    )
    _find_out(figures, console, founded, root)


def _prove(
    figures: Figures,
    console: Console,
    house: House,
    *,
    what: str,
    times: int,
    deaths: Callable[[House, Crowd], Iterator[Death]],
) -> None:
    crowd = Crowd.at(house)
    restarts_ms = []
    try:
        for nth, death in enumerate(deaths(house, crowd), 1):
            if not death.found.is_right:
                raise Broken(f"{what} {nth}: {death.found}")
            restarts_ms.append(death.restart_ms)
            console.print(
                f"  {what} {nth}/{times}: {death.found.acknowledged:,} acknowledged, all there once,"
                f" {death.unanswered} sent again",
                highlight=False,
            )
        last = settled(house, crowd)
    finally:
        house.close()
    if not last.is_right:
        raise Broken(f"after the last {what}: {last}")
    if not audited(house.journal):
        raise Broken(f"the audit of the journal after the last {what} finds a violation")
    name = f"soak, {times} × {what}"
    figures.add(Figure(name=f"{name}: commands acknowledged", value=last.acknowledged, unit=""))
    figures.add(Figure(name=f"{name}: lost or doubled", value=0, unit="", target=0))
    figures.add(median_of(f"{name}: restart until ready", restarts_ms))


def _find_out(figures: Figures, console: Console, founded: House, root: Path) -> None:
    """The same cuts with NORMAL, each on a hall of its own: if nothing is lost, the proof proves nothing."""
    lost = acknowledged = 0
    for nth in range(CARELESS_CUTS):
        house = founded.copy(root / f"normal-{nth}")
        try:
            for death in cut_off(house, Crowd.at(house), times=1, seed=_SEED + nth, program=NORMAL):
                lost += len(death.found.lost)
                acknowledged += death.found.acknowledged
        finally:
            house.close()
    console.print(f"  with NORMAL: {lost:,} of {acknowledged:,} acknowledged commands lost", highlight=False)
    if not lost:
        raise Broken("the journal at NORMAL lost nothing: the power cuts of this proof are none")
    figures.add(
        Figure(name="soak, NORMAL: acknowledged commands lost", value=100 * lost / acknowledged, unit="%")
    )
