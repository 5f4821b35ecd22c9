"""What may happen on any page: leaving, being left alone, and how the visitor wants the kiosk."""

from dataclasses import replace

from display.ticket.printer import OUTCOME_UNKNOWN
from kiosk.flow import staff
from kiosk.flow.effects import LetGo
from kiosk.flow.events import StaffSeen
from kiosk.flow.facts import Facts
from kiosk.flow.presses import (
    LanguageChosen,
    Leave,
    ModeChosen,
    ReachChosen,
    SpokenChosen,
    StillHere,
    TimeOver,
    VolumeChosen,
)
from kiosk.flow.steps import Handler, Step, fresh, withdrawal
from kiosk.flow.visit import Visit


def leave(visit: Visit, _: Leave, __: Facts) -> Step:
    return Step(fresh(visit), withdrawal(visit))


def time_over(visit: Visit, _: TimeOver, __: Facts) -> Step:
    """Asks first; at the second time clears. A paper that may be in somebody's hand keeps its number."""
    if not visit.is_asked:
        return Step(replace(visit, is_asked=True))
    is_kept = visit.has_left_printer and visit.trouble in OUTCOME_UNKNOWN
    if is_kept and visit.ticket is not None:
        return Step(fresh(visit), (LetGo(ticket_id=visit.ticket.ticket_id),))
    return Step(fresh(visit), withdrawal(visit))


def still_here(visit: Visit, _: StillHere, __: Facts) -> Step:
    return Step(replace(visit, is_asked=False))


def choose_language(visit: Visit, event: LanguageChosen, _: Facts) -> Step:
    return Step(replace(visit, language=event.language))


def choose_mode(visit: Visit, event: ModeChosen, _: Facts) -> Step:
    return Step(replace(visit, comfort=replace(visit.comfort, mode=event.mode)))


def choose_reach(visit: Visit, event: ReachChosen, _: Facts) -> Step:
    return Step(replace(visit, comfort=replace(visit.comfort, reach=event.reach)))


def choose_volume(visit: Visit, event: VolumeChosen, _: Facts) -> Step:
    volume = max(SILENT, min(event.volume, LOUDEST))
    return Step(replace(visit, comfort=replace(visit.comfort, volume=volume)))


def choose_spoken(visit: Visit, event: SpokenChosen, _: Facts) -> Step:
    """Who asks to be spoken to is not left in silence."""
    comfort = visit.comfort
    volume = max(comfort.volume, AUDIBLE) if event.is_spoken else comfort.volume
    return Step(replace(visit, comfort=replace(comfort, is_spoken=event.is_spoken, volume=volume)))


SILENT, AUDIBLE, LOUDEST = 0, 1, 3

ANYWHERE: dict[type, Handler] = {
    LanguageChosen: choose_language,
    ModeChosen: choose_mode,
    ReachChosen: choose_reach,
    VolumeChosen: choose_volume,
    SpokenChosen: choose_spoken,
    StillHere: still_here,
    TimeOver: time_over,
    Leave: leave,
    StaffSeen: staff.enter,
}
