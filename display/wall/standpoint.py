"""Where a wall stands: whose windows it shows, and which way they lie from before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from queue_core.wire.messages import Place
from queue_core.wire.views import HallView


class Direction(StrEnum):
    """As seen by somebody who reads this wall."""

    LEFT = "left"
    RIGHT = "right"
    STRAIGHT = "straight"  # on past the wall
    BACK = "back"  # behind who reads
    AHEAD_LEFT = "ahead-left"
    AHEAD_RIGHT = "ahead-right"
    UPSTAIRS = "upstairs"
    DOWNSTAIRS = "downstairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """Without `windows` and `places` all windows are shown. A window's arrow goes before its place's."""

    windows: frozenset[int] = frozenset()
    places: frozenset[str] = frozenset()
    window_arrows: Mapping[int, Direction] = field(default_factory=dict)
    place_arrows: Mapping[str, Direction] = field(default_factory=dict)

    @property
    def has_arrows(self) -> bool:
        return bool(self.window_arrows or self.place_arrows)

    @property
    def is_of_all(self) -> bool:
        return not self.windows and not self.places

    def shows(self, window: int, hall: HallView | None) -> bool:
        if self.is_of_all or window in self.windows:
            return True
        place = place_of(window, hall)
        return place is not None and place.code in self.places

    def arrow_to(self, window: int, hall: HallView | None) -> Direction | None:
        place = place_of(window, hall)
        return self.window_arrows.get(window) or (self.place_arrows.get(place.code) if place else None)


def place_of(window: int, hall: HallView | None) -> Place | None:
    places = hall.places if hall else ()
    return next((place for place in places if window in place.windows), None)


def strangers(standpoint: Standpoint, hall: HallView) -> list[str]:
    """Windows and places of the configuration that this hall does not have."""
    places = {place.code for place in hall.places}
    return [
        *(str(one) for one in sorted({*standpoint.windows, *standpoint.window_arrows} - {*hall.windows})),
        *sorted({*standpoint.places, *standpoint.place_arrows} - places),
    ]
