"""How long a page may be left alone before the flow is told that time is over."""

from kiosk.config import Patience
from kiosk.flow.visit import Page, Visit

# Here the devices or the hall end the waiting, each within its own deadline.
BUSY = frozenset({Page.READING, Page.TAKING, Page.PRINTING, Page.ASKING})


def limit_s(visit: Visit, patience: Patience) -> float | None:
    """Seconds without a touch until TimeOver; None where nothing waits for the citizen."""
    if visit.page in BUSY or visit == Visit(visit_id=visit.visit_id):
        return None
    if visit.is_asked:
        return patience.clear_after_s
    if visit.page is Page.QR and not visit.trouble:
        return patience.qr_for_s
    return patience.done_for_s if visit.page is Page.DONE else patience.ask_after_s
