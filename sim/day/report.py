"""report.json: what was simulated, its figures, and the goals with whether they were met."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from sim.day.demand import Ask
from sim.day.figures import Figures
from sim.day.goals import Goal
from sim.day.playing import Played

VERSION = 1


def day_report(
    *, title: str, ask: Ask, seed: int, windows: int, played: Played, found: Figures, goals: Iterable[Goal]
) -> dict[str, Any]:
    return {
        "version": VERSION,
        "hall": title,
        "visitors": ask.visitors,
        "windows": windows,
        "seed": seed,
        "numbers": played.numbers,
        "requests": played.requests,
        "took_s": round(played.took_s, 2),
        "refusals": played.refusals,
        "figures": msgspec.to_builtins(found),
        "goals": _goals(goals),
    }


def comparison_report(
    *, hall: str, seed: int, days: Mapping[str, Figures], goals: Iterable[Goal]
) -> dict[str, Any]:
    return {
        "version": VERSION,
        "hall": hall,
        "seed": seed,
        "days": msgspec.to_builtins(dict(days)),
        "goals": _goals(goals),
    }


def write_report(out: Path, report: dict[str, Any]) -> Path:
    out.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
    return out


def _goals(goals: Iterable[Goal]) -> list[dict[str, Any]]:
    return [
        {
            "name": goal.name,
            "value": goal.value,
            "hold": goal.hold,
            "is_met": goal.is_met,
            "only": goal.only or None,
        }
        for goal in goals
    ]
