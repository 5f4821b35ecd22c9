"""A day's figures as JSON beside those that other code counts from the exported journal."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.integration.reports.recount import recount

_PARTS = ("class", "category", "unit", "matter", "window", "clerk", "hour", "right")
_COUNTED = ("calls", "sittings", "no_shows", "finished", "immediate", "wait", "service")
_SINCE_ISSUE = ("taken", "converted_in", "converted_out")
_SPREADS = frozenset({"wait", "service"})


def counted_again(journal: Path) -> dict[str, Any]:
    """Of the last day in an exported journal."""
    lines = [json.loads(line) for line in journal.read_text().splitlines()]
    opened = max(at for at, line in enumerate(lines) if line["kind"] == "day-opened")
    found: dict[str, Any] = recount(lines[opened:])
    return found | {f"by_{part}": found.get(f"by_{part}", {}) for part in _PARTS}


def differing(figures: Mapping[str, Any], again: Mapping[str, Any]) -> list[str]:
    """The parts of figures that the second count does not confirm."""
    return [name for name, told in _told(figures) if told != again[name]]


def _told(figures: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in ("totals", "appointments", "conversions", "flow"):
        yield name, figures[name]
    for part in _PARTS:
        groups = {each["name"]: _counts(each) for each in figures[f"by_{part}"]}
        yield (
            f"by_{part}",
            {
                name: each
                for name, each in groups.items()
                if any(count for what, count in each.items() if what not in _SPREADS)
            },
        )
    for part in ("window", "clerk"):
        spent = {
            each["name"]: (each["open_s"], each["paused_s"], each["serving_s"])
            for each in figures[f"by_{part}"]
            if each["open_s"] is not None
        }
        yield f"by_{part}_spent", spent


def _counts(each: Mapping[str, Any]) -> dict[str, Any]:
    return {what: each[what] for what in _COUNTED} | {what: each[what] or 0 for what in _SINCE_ISSUE}
