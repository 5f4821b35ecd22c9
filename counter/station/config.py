"""STATION.toml: the bus, which window has which address on it, and what its keys mean.

credential = "station.json"
bus = "ff68+serial:///dev/serial/by-id/usb-rs485"

[[windows]]
window = 1
address = 1

[keys]                    # digits+key on the bus = steps, in order
"0C" = ["finish-if-serving", "call-next"]
"6+0F" = ["no-show"]

[rating_levels]           # the evaluator's key = level 5 非常满意 … 1 非常不满意
3 = 5
"""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from counter.station.plan import Step
from drivers.contract.device import Kind
from drivers.contract.errors import BadAddress
from drivers.runtime.opening import require
from queue_core.config import Contradiction, PathBeside, Section, WriteInstead

KEY = re.compile(r"(?:(?P<digits>[0-9]{1,2})\+)?(?P<key>[01][0-9A-F])")
LEVELS = range(1, 6)


def _bus(address: str) -> str:
    try:
        require(address, Kind.WINDOW_BUS)
    except BadAddress as error:
        raise WriteInstead(error.detail, 'write like bus = "ff68+serial:///dev/ttyS1"') from error
    return address


def _key(key: str) -> str:
    if not KEY.fullmatch(key):
        raise WriteInstead(
            f"{key!r} is no key of a caller", 'write like "0C", or "6+0F" for digit 6 and key 0F'
        )
    return key


def _rating_key(key: str) -> str:
    if key not in {"0", "1", "2", "3"}:
        raise WriteInstead(f"{key!r} is no key of an evaluator", "write 0, 1, 2 or 3")
    return key


Key = Annotated[str, AfterValidator(_key)]
RatingKey = Annotated[str, AfterValidator(_rating_key)]
Level = Annotated[int, Field(ge=1, le=5)]

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
    """A window, and the address of its caller on the bus."""

    window: Annotated[int, Field(ge=1)]
    address: Annotated[int, Field(ge=1, le=0x7F)]


class StationConfig(Section):
    credential: PathBeside
    bus: Annotated[str, AfterValidator(_bus)]
    windows: Annotated[tuple[StationWindow, ...], Field(min_length=1)]
    keys: dict[Key, tuple[Step, ...]] = DEFAULT_KEYS
    rating_levels: dict[RatingKey, Level] = DEFAULT_LEVELS

    @classmethod
    def contradictions(cls, document: Mapping[str, Any]) -> Iterable[Contradiction]:
        """Two windows on one address, or one window twice."""
        windows = document.get("windows")
        for name in ("window", "address"):
            seen: set[object] = set()
            for place, window in enumerate(windows if isinstance(windows, list) else ()):
                value = window.get(name) if isinstance(window, dict) else None
                if isinstance(value, int) and value in seen:
                    yield Contradiction(
                        location=("windows", place, name),
                        problem=f"{name} {value} is there already",
                        remedy="give each window an address of its own, once",
                    )
                seen.add(value)

    def steps(self, digits: tuple[int, ...], key: int) -> tuple[Step, ...] | None:
        """What a key of the bus is configured to do; None where nothing is."""
        typed = "".join(map(str, digits))
        return self.keys.get(f"{typed}+{key:02X}" if typed else f"{key:02X}")

    def level(self, value: int) -> int | None:
        return self.rating_levels.get(str(value))
