"""A locker cabinet at the kiosk's side borrows the screen: nothing of one visit is left on the other."""

from dataclasses import replace

from kiosk.flow.events import CabinetLeft
from kiosk.flow.facts import Facts
from kiosk.flow.presses import PurposeChosen, TimeOver
from kiosk.flow.steps import Rows, Step, anew, end, fresh
from kiosk.flow.visit import Page, Purpose, Visit
from queue_core.wire.words import PlaceKind


def to_cabinet(visit: Visit, facts: Facts) -> Step:
    """Language and comfort go along, and nothing else."""
    return Step(replace(anew(visit), page=Page.CABINET)) if facts.means.cabinet else Step(visit)


def lies_here(visit: Visit, facts: Facts) -> bool:
    """Something that the citizen may collect waits in the cabinet at this kiosk's side."""
    places = [each.place for each in visit.cases if not each.is_missing and each.place is not None]
    doors = {place.cabinet for place in places if place.kind is PlaceKind.DOOR}
    return facts.means.cabinet in doors


def straight_there(visit: Visit, event: PurposeChosen, facts: Facts) -> Step:
    """From what was found; who it is must be shown at the cabinet again."""
    is_meant = event.purpose is Purpose.CABINET and lies_here(visit, facts)
    return to_cabinet(visit, facts) if is_meant else Step(visit)


def cabinet_left(visit: Visit, event: CabinetLeft, _: Facts) -> Step:
    return Step(anew(visit) if event.is_same_visitor else fresh(visit))


ROWS: Rows = {
    Page.CABINET: {CabinetLeft: cabinet_left, TimeOver: end},
    Page.CASES: {PurposeChosen: straight_there},
    Page.NO_CASE: {PurposeChosen: straight_there},
}
