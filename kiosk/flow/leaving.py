"""What may happen on any page: leaving, being left alone, and how the visitor wants the kiosk."""

from dataclasses import replace

from kiosk.flow.events import (
    LanguageChosen,
    Leave,
    StillHere,
    TimeOver,
)
from kiosk.flow.facts import Facts
from kiosk.flow.steps import Handler, Step, fresh, withdrawal
from kiosk.flow.visit import Visit


def leave(visit: Visit, _: Leave, __: Facts) -> Step:
    return Step(fresh(visit), withdrawal(visit))


def time_over(visit: Visit, _: TimeOver, __: Facts) -> Step:
    """Asks first; at the second time clears. A paper that may be in somebody's hand keeps its number."""
    if not visit.is_asked:
        return Step(replace(visit, is_asked=True))
    is_kept = visit.has_left_printer and visit.trouble in OUTCOME_UNKNOWN
    return Step(fresh(visit), () if is_kept else withdrawal(visit))


def still_here(visit: Visit, _: StillHere, __: Facts) -> Step:
    return Step(replace(visit, is_asked=False))


def choose_language(visit: Visit, event: LanguageChosen, _: Facts) -> Step:
    return Step(replace(visit, language=event.language))


# After these nobody knows whether the paper came out; after any other the printer has said that it did not.
OUTCOME_UNKNOWN = frozenset({"link-lost", "timed-out", "garbled", "device-error", "absent"})

ANYWHERE: dict[type, Handler] = {
    LanguageChosen: choose_language,
    StillHere: still_here,
    TimeOver: time_over,
    Leave: leave,
}
