"""Figures a benchmark found: a median with its spread, beside a target or as a ratio of something bare."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import ratios
from benchmarks.ratios import Ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`value` is the median when there were several samples; `ratio` is against what `against` names."""

    name: str
    value: float
    unit: str
    samples: int = 1
    p95: float | None = None
    target: float | None = None
    ratio: float | None = None
    against: str | None = None


@dataclass(slots=True)
class Figures:
    """All figures and ratios of a run, and what could not be measured with the reason."""

    found: list[Figure] = field(default_factory=list)
    not_measured: dict[str, str] = field(default_factory=dict)
    ratios: list[Ratio] = field(default_factory=list)

    def add(self, figure: Figure) -> None:
        self.found.append(figure)

    def write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = {
            "ratios": [asdict(ratio) | {"met": ratio.met} for ratio in self.ratios],
            "figures": [asdict(figure) for figure in self.found],
            "not_measured": self.not_measured,
        }
        path.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")

    def show(self, console: Console) -> None:
        if self.found:
            self._show_found(console)
        if self.ratios:
            ratios.show(self.ratios, console)
        for name, reason in self.not_measured.items():
            console.print(f"not measured: {name}: {reason}", style="red", highlight=False, markup=False)

    def _show_found(self, console: Console) -> None:
        table = Table(title="paihao on this machine", title_justify="left")
        table.add_column("what")
        for heading in ("median", "p95", "target", "ratio"):
            table.add_column(heading, justify="right")
        table.add_column("n", justify="right")
        for figure in self.found:
            table.add_row(
                figure.name,
                _quantity(figure.value, figure.unit),
                _quantity(figure.p95, figure.unit),
                _target(figure),
                "" if figure.ratio is None else f"{figure.ratio:.2f} × {figure.against}",
                str(figure.samples),
            )
        console.print(table)


def median_of(
    name: str, samples: Sequence[float], unit: str = "ms", *, target: float | None = None
) -> Figure:
    ordered = sorted(samples)
    return Figure(
        name=name,
        value=statistics.median(ordered),
        unit=unit,
        samples=len(ordered),
        p95=ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))],
        target=target,
    )


def _quantity(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:,.1f} {unit}" if value < 1000 else f"{value:,.0f} {unit}"  # noqa: PLR2004


def _target(figure: Figure) -> str:
    if figure.target is None:
        return ""
    kept = "✓" if figure.value <= figure.target else "✗"
    return f"≤ {figure.target:,.0f} {figure.unit} {kept}"
