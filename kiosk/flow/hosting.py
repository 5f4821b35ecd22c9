"""A locker cabinet at the kiosk's side borrows the screen: nothing of one visit is left on the other."""

from dataclasses import replace

from kiosk.flow.events import CabinetLeft, TimeOver
from kiosk.flow.facts import Facts
from kiosk.flow.steps import Rows, Step, anew, end, fresh
from kiosk.flow.visit import Page, Visit


def to_cabinet(visit: Visit, facts: Facts) -> Step:
    """Language and comfort go along, and nothing else."""
    return Step(replace(anew(visit), page=Page.CABINET)) if facts.means.cabinet else Step(visit)


def cabinet_left(visit: Visit, event: CabinetLeft, _: Facts) -> Step:
    return Step(anew(visit) if event.is_same_visitor else fresh(visit))


ROWS: Rows = {Page.CABINET: {CabinetLeft: cabinet_left, TimeOver: end}}
