"""Which units a window shall serve: those of the hall, and the choice that is being made. Pure."""

from counter.supervisor.flow.state import Duty
from queue_core.wire.views import HallView, WindowView

ALL = "all"


def all_units(hall: HallView | None) -> tuple[str, ...]:
    """Every unit of the hall, such as `registration/accept`, in the hall's order."""
    categories = hall.categories if hall else ()
    return tuple(f"{category.code}/{c}" for category in categories for c in category.classes)


def units_of(view: WindowView) -> tuple[str, ...]:
    return tuple(f"{unit.category}/{unit.ticket_class}" for unit in view.units)


def with_unit(state: Duty, unit: str) -> tuple[str, ...]:
    """The choice with `unit` put in, or taken out when it was in; in the hall's order."""
    chosen = {*state.units} ^ {unit}
    return tuple(each for each in all_units(state.hall) if each in chosen)


def preset(state: Duty, name: str) -> tuple[str, ...]:
    """`all`: every unit of the hall; otherwise what the window serves now."""
    if name == ALL or state.chosen is None:
        return all_units(state.hall)
    return units_of(state.chosen)
