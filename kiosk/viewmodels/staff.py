"""What the page behind a staff card shows: pure."""

from kiosk.flow.facts import Facts
from kiosk.flow.visit import Visit


def derive(_: Visit, __: Facts) -> dict[str, object]:
    """The props of this section's models, by the models' names."""
    return {}
