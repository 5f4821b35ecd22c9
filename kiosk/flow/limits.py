"""How long a page may be left alone before the flow is told that time is over."""

from kiosk.config import Patience
from kiosk.flow.visit import Page, Visit

# Here the devices or the hall end the waiting, each within its own deadline.
BUSY = frozenset({Page.READING, Page.TAKING, Page.PRINTING})


def limit_s(visit: Visit, patience: Patience) -> float | None:
    """Seconds without a touch until TimeOver; None where nothing waits for the citizen."""
    if visit.page in BUSY or (visit.page is Page.HOME and visit.language == "zh-CN"):
        return None
    if visit.is_asked:
        return patience.clear_after_s
    return patience.done_for_s if visit.page is Page.DONE else patience.ask_after_s
