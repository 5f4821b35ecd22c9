"""How long a page may be left alone before the flow is told that time is over."""

from dataclasses import replace

from kiosk.config import Patience
from kiosk.flow.steps import fresh
from kiosk.flow.visit import Comfort, Mode, Page, Visit

# Here the devices or the hall end the waiting, each within its own deadline.
BUSY = frozenset({Page.READING, Page.TAKING, Page.PRINTING, Page.ASKING})
UNHURRIED = 2  # who reads large letters, or listens to what has the focus, needs twice the time

# Here all is done: the kiosk is soon free for the next.
DONE = frozenset({Page.DONE, Page.BOOKED, Page.CHANGED, Page.RATED, Page.LIST_DONE})
STAFF_FOR_S = 60.0
CABINET_FOR_S = 1200.0  # it has a patience of its own, which is shorter; this is for one that never ends


def limit_s(visit: Visit, patience: Patience) -> float | None:
    """Seconds without a touch until TimeOver; None where nothing waits for the citizen."""
    if visit.staff is not None:
        return STAFF_FOR_S
    if visit.page in BUSY or is_untouched(visit):
        return None
    if visit.is_asked:
        return clears_after_s(visit, patience)
    if visit.page is Page.CABINET:
        return CABINET_FOR_S
    if visit.page is Page.QR and not visit.trouble:
        return patience.qr_for_s
    return pace(visit.comfort) * (patience.done_for_s if visit.page in DONE else patience.ask_after_s)


def clears_after_s(visit: Visit, patience: Patience) -> float:
    """Seconds from 还在吗 to the end of the visit."""
    return pace(visit.comfort) * patience.clear_after_s


def pace(comfort: Comfort) -> int:
    return UNHURRIED if comfort.mode is Mode.ELDERLY or comfort.is_spoken else 1


def is_untouched(visit: Visit) -> bool:
    """Nobody has done anything since the kiosk came home."""
    return visit == replace(fresh(visit), visit_id=visit.visit_id)
