"""The kind rating keypad 评价键盘: one key for each of the five levels, at one window."""

from abc import abstractmethod
from dataclasses import dataclass

from drivers.contract.device import Device, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingKeypadCapabilities:
    """The levels that have a key."""

    levels: frozenset[int]


class RatingKeypad(Device):
    """Announces LevelPressed, once for each press; a key that is held down does not repeat."""

    kind = Kind.RATING_KEYPAD

    @property
    @abstractmethod
    def capabilities(self) -> RatingKeypadCapabilities: ...
