"""What every part of a visit's table is made of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kiosk.flow.effects import Effect, Withdraw
from kiosk.flow.facts import Facts
from kiosk.flow.presses import Back
from kiosk.flow.visit import Page, Visit
from queue_core.wire.messages import Ticket


@dataclass(frozen=True, slots=True)
class Step:
    visit: Visit
    effects: tuple[Effect, ...] = ()


Handler = Callable[[Visit, Any, Facts], Step]
Rows = dict[Page, dict[type, Handler]]


def joined(*parts: Rows) -> Rows:
    """One table: a page's row may have its events from several parts; each event stands in one of them."""
    table: Rows = {}
    for part in parts:
        for page, row in part.items():
            taken = table.setdefault(page, {})
            assert not taken.keys() & row.keys(), f"{page}: {taken.keys() & row.keys()} stands twice"
            taken |= row
    return table


def fresh(visit: Visit, language: str = "zh-CN") -> Visit:
    """Nothing of the visitor is left; who goes on at once keeps `language`."""
    house = visit.house_comfort
    return Visit(visit_id=visit.visit_id + 1, language=language, comfort=house, house_comfort=house)


def anew(visit: Visit) -> Visit:
    """Home for the same visitor, who keeps language and comfort."""
    return replace(fresh(visit, visit.language), comfort=visit.comfort)


def back_to_home(visit: Visit, _: Back, __: Facts) -> Step:
    return Step(anew(visit), withdrawal(visit))


def withdrawal(visit: Visit) -> tuple[Effect, ...]:
    if visit.ticket is None or visit.was_held:
        return ()
    return (Withdraw(ticket_id=visit.ticket.ticket_id),)


def ticket_of(visit: Visit) -> Ticket:
    assert visit.ticket is not None, f"no ticket on page {visit.page}"
    return visit.ticket


def end(visit: Visit, _: Any, __: Facts) -> Step:
    return Step(fresh(visit))


def nothing(visit: Visit, _: Any, __: Facts) -> Step:
    return Step(visit)
