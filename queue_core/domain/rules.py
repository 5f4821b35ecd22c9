"""What a hall offers and by which parameters it runs; journaled whenever it takes effect.

Instants and spans are integer milliseconds. Display names, opening hours and devices are not known here.
"""

from itertools import chain

from msgspec import Struct

from queue_core.domain.words import TicketClass

MOST_DIGITS = 6


class Unit(Struct, frozen=True, gc=False):
    """A (category, class) pair: what profiles and lanes are made of."""

    category: str
    ticket_class: TicketClass


class CategoryRules(Struct, frozen=True, kw_only=True):
    code: str
    classes: tuple[TicketClass, ...]


class WindowRules(Struct, frozen=True, kw_only=True):
    """A window by its printed number, with the units it may call."""

    number: int
    profile: tuple[Unit, ...]


class HallRules(Struct, frozen=True, kw_only=True):
    """Raises ValueError when two parts contradict each other.

    `undelivered_within_ms`: a number that reached nobody is withdrawn so long after its last delivery report.
    `rating_within_ms`: how long after the end of a service it may be rated.
    """

    categories: tuple[CategoryRules, ...]
    windows: tuple[WindowRules, ...]
    number_digits: int = 3
    calls_before_no_show: int = 3
    undelivered_within_ms: int = 90_000
    rating_within_ms: int = 120_000

    def __post_init__(self) -> None:
        codes = [category.code for category in self.categories]
        numbers = [window.number for window in self.windows]
        units = self.units()
        if len(set(codes)) < len(codes) or len(set(numbers)) < len(numbers):
            raise ValueError("a category code or a window number stands twice in the hall's rules")
        if strange := [unit for unit in self._profiled() if unit not in units]:
            raise ValueError(f"a window's profile names units no category has: {strange}")
        if not 1 <= self.number_digits <= MOST_DIGITS or self.calls_before_no_show < 1:
            raise ValueError("number_digits is 1 to 6, calls_before_no_show at least 1")

    def units(self) -> frozenset[Unit]:
        """All (category, class) pairs the hall's categories name."""
        return frozenset(
            Unit(category.code, each) for category in self.categories for each in category.classes
        )

    def offered(self) -> frozenset[Unit]:
        """The units some window may call: those a number can be taken for."""
        return frozenset(self._profiled())

    def _profiled(self) -> chain[Unit]:
        return chain.from_iterable(window.profile for window in self.windows)
