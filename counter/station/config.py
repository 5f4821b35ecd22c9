"""STATION.toml: the bus and the strips, which window has which address on them, and what its keys mean.

credential = "station.json"
bus = "ff68+serial:///dev/serial/by-id/usb-rs485"   # left out where there are strips only

[[windows]]
window = 1
address = 1               # of its caller on the bus
strip = 1                 # of its strip on the line that [strips] names

[[windows]]
window = 2
strip_line = "bx+tcp://10.4.0.62:5005"              # a strip on a line of its own
keypad = "keypad+input:///dev/input/by-id/usb-keypad-event-kbd"     # a key for each of the five levels

[keys]                    # digits+key on the bus = steps, in order
"0C" = ["finish-if-serving", "call-next"]
"6+0F" = ["no-show"]

[rating_levels]           # the evaluator's key = level 5 非常满意 … 1 非常不满意
3 = 5

[reasons]                 # what the journal remembers of a key for a hold or a pause
hold = "补材料"

Two known halls give the same keys other meanings: docs/running-a-hall.md has the table of the second.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from counter.station.plan import Step
from counter.station.strip_config import Line, StripPlace, StripsConfig
from display.kit.device_addresses import address_of
from drivers.contract.device import Kind
from queue_core.config import Contradiction, PathBeside, Section, WriteInstead

KEY = re.compile(r"(?:(?P<digits>[0-9]{1,2})\+)?(?P<key>0[A-F]|1[0-3])")
ONCE = {"window": "one table", "address": "an address", "strip": "a strip", "keypad": "a keypad"}


def _key(key: str) -> str:
    if not KEY.fullmatch(key):
        raise WriteInstead(
            f"{key!r} is no key of a caller",
            'write a key from "0A" to "13", or "6+0F" for digit 6 and key 0F; two digits at the most',
        )
    return key


def _rating_key(key: str) -> str:
    if key not in {"0", "1", "2", "3", "4"}:  # 4 in the header of one hall's program, 0 to 3 in the others
        raise WriteInstead(f"{key!r} is no key of an evaluator", "write 0, 1, 2, 3 or 4")
    return key


Key = Annotated[str, AfterValidator(_key)]
RatingKey = Annotated[str, AfterValidator(_rating_key)]
Bus = Annotated[str, address_of(Kind.WINDOW_BUS, 'write like bus = "ff68+serial:///dev/ttyS1"')]
Keypad = Annotated[
    str,
    address_of(
        Kind.RATING_KEYPAD, 'write like keypad = "keypad+input:///dev/input/by-id/usb-keypad-event-kbd"'
    ),
]
Level = Annotated[int, Field(ge=1, le=5)]
Reason = Annotated[str, Field(min_length=1, max_length=200)]

DEFAULT_KEYS: dict[Key, tuple[Step, ...]] = {
    "0A": (Step.START,),
    "0B": (Step.FINISH,),
    "0C": (Step.FINISH_IF_SERVING, Step.CALL_NEXT),
    "0D": (Step.RECALL,),
    "6+0F": (Step.NO_SHOW,),
}
# Four keys cannot say five levels: 非常满意, 满意, 基本满意, 不满意, as far as a hall does not map otherwise.
DEFAULT_LEVELS: dict[RatingKey, Level] = {"3": 5, "2": 4, "1": 3, "0": 2}


class StationWindow(Section):
    """A window, the address of its caller on the bus, its strip and its keypad; one of them at least."""

    window: Annotated[int, Field(ge=1)]
    address: Annotated[int, Field(ge=1, le=0x7F)] | None = None
    strip: Annotated[int, Field(ge=1, le=0xFFFE)] | None = None
    strip_line: Line | None = None
    keypad: Keypad | None = None


class Reasons(Section):
    """A hold and a pause need one, and a caller has no words."""

    hold: Reason = "补材料"
    pause: Reason = "暂停服务"


class StationConfig(Section):
    credential: PathBeside
    bus: Bus | None = None
    strips: StripsConfig = StripsConfig()
    windows: Annotated[tuple[StationWindow, ...], Field(min_length=1)]
    keys: dict[Key, tuple[Step, ...]] = DEFAULT_KEYS
    rating_levels: dict[RatingKey, Level] = DEFAULT_LEVELS
    reasons: Reasons = Reasons()

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        """One window twice, two on one address or strip, or a window with nothing to be reached by."""
        windows = document.get("windows")
        tables = [
            (place, table)
            for place, table in enumerate(windows if isinstance(windows, list) else ())
            if isinstance(table, dict)
        ]
        strips = document.get("strips")
        line = strips.get("address") if isinstance(strips, dict) else None
        yield from _twice("window", [(place, table.get("window")) for place, table in tables])
        yield from _twice("address", [(place, table.get("address")) for place, table in tables])
        yield from _twice(
            "strip", [(place, _strip_place(table, line)) for place, table in tables if "strip" in table]
        )
        keypads = [(place, table.get("keypad")) for place, table in tables]
        yield from _twice("keypad", [(place, (pad,)) for place, pad in keypads if isinstance(pad, str)])
        for place, table in tables:
            yield from _out_of_reach(place, table, has_bus="bus" in document, has_line=line is not None)

    @property
    def strip_places(self) -> dict[int, StripPlace]:
        """Of each window that has a strip. A strip on a line of its own is number 1 there, unless told."""
        found = {}
        for at in self.windows:
            line = at.strip_line or (self.strips.address if at.strip is not None else None)
            if line is not None:
                found[at.window] = StripPlace(line=line, strip=at.strip or 1)
        return found

    def steps(self, digits: tuple[int, ...], key: int) -> tuple[Step, ...] | None:
        """What a key of the bus is configured to do; None where nothing is."""
        typed = "".join(map(str, digits))
        return self.keys.get(f"{typed}+{key:02X}" if typed else f"{key:02X}")

    def level(self, value: int) -> int | None:
        return self.rating_levels.get(str(value))


def _twice(name: str, values: Iterable[tuple[int, object]]) -> Iterable[Contradiction]:
    seen: set[object] = set()
    for place, value in values:
        if value in seen:
            yield Contradiction(
                location=("windows", place, name),
                problem=f"{name} {value if isinstance(value, int) else 'of another window'} is there already",
                remedy=f"give each window {ONCE[name]} of its own",
            )
        if isinstance(value, int | tuple):
            seen.add(value)


def _strip_place(table: Mapping[str, Any], line: object) -> object:
    place = (table.get("strip_line", line), table.get("strip"))
    return place if isinstance(place[0], str) and isinstance(place[1], int) else None


def _out_of_reach(
    place: int, table: Mapping[str, Any], *, has_bus: bool, has_line: bool
) -> Iterable[Contradiction]:
    if "address" in table and not has_bus:
        yield Contradiction(
            location=("windows", place, "address"),
            problem="there is no bus that this address could be on",
            remedy='add bus = "ff68+serial:///dev/ttyS1" at the top, or leave the address out',
        )
    if "strip" in table and "strip_line" not in table and not has_line:
        yield Contradiction(
            location=("windows", place, "strip"),
            problem="there is no line that this strip could be on",
            remedy='add address = "strip51+serial:///dev/ttyS2" under [strips], or a strip_line here',
        )
    if not {"address", "strip", "strip_line", "keypad"} & table.keys():
        yield Contradiction(
            location=("windows", place),
            problem="this window has no caller, no strip and no keypad",
            remedy="add the address of its caller on the bus, its strip, or its keypad",
        )
