"""What a simulated day must know of a hall's configuration: units, windows and who sits where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.errors import BadScenario

Unit = tuple[str, str]  # category, class


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """`windows` by number, with the units each serves. `slots` are the categories that take appointments."""

    name: str
    categories: Mapping[str, tuple[str, ...]]
    windows: Mapping[int, frozenset[Unit]]
    clerks: tuple[str, ...]
    guide: str | None
    slots: frozenset[str]
    calls_before_no_show: int
    no_show_after_ms: int

    def serves(self, unit: Unit) -> tuple[int, ...]:
        return tuple(number for number, units in self.windows.items() if unit in units)


def house_of(hall: Mapping[str, Any]) -> House:
    """Of a hall.toml that the hall server takes. Raises BadScenario for what a day cannot play.

    Windows without a clerk stay closed; the clerks of the file sit at the windows in order.
    """
    if len(_counters(hall)) < len(hall["windows"]):
        raise BadScenario(
            "the hall has terminals, and nobody of a simulated day taps there",
            remedy='Play a copy of the file without the [[windows]] of kind = "terminal".',
        )
    if any(_calls(window, hall) == "auto" for window in _counters(hall)):
        raise BadScenario(
            "the hall calls by itself at some windows", remedy='Write calls = "pressed": the clerks press.'
        )
    categories = {each["code"]: tuple(each["classes"]) for each in hall["categories"]}
    entries = hall.get("clerks", [])
    clerks = tuple(each["number"] for each in entries if each.get("role", "clerk") == "clerk")
    staffed = sorted(_counters(hall), key=lambda window: int(window["number"]))[: len(clerks)]
    windows = {int(each["number"]): _units(each, categories) for each in staffed}
    missing = {(code, one) for code, classes in categories.items() for one in classes}
    missing -= {unit for units in windows.values() for unit in units}
    if missing:
        raise BadScenario(
            f"no staffed window serves {', '.join(sorted('/'.join(unit) for unit in missing))}",
            remedy="Add [[clerks]]: the day seats one at each counter, in order.",
        )
    policy = hall.get("policy", {})
    return House(
        name=str(hall["names"].get("en") or next(iter(hall["names"].values()))),
        categories=categories,
        windows=windows,
        clerks=clerks,
        guide=next((each["number"] for each in entries if each.get("role") == "guide"), None),
        slots=frozenset(each["category"] for each in hall.get("slots", [])),
        calls_before_no_show=int(policy.get("calls_before_no_show", 3)),
        no_show_after_ms=int(policy.get("no_show_after_s", 60)) * 1000,
    )


def _counters(hall: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [each for each in hall["windows"] if each.get("kind", "counter") == "counter"]


def _calls(window: Mapping[str, Any], hall: Mapping[str, Any]) -> str:
    return str(window.get("calls") or hall.get("policy", {}).get("calls", "pressed"))


def _units(window: Mapping[str, Any], categories: Mapping[str, tuple[str, ...]]) -> frozenset[Unit]:
    named = {tuple(unit.split("/")) for unit in window.get("units", ())}
    return frozenset(
        (code, one)
        for code, classes in categories.items()
        for one in classes
        if window.get("all_skill") or code in window.get("categories", ()) or (code, one) in named
    )
