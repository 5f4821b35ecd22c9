"""What every part of the flow is written with."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kiosk.cabinet.flow.learning import leaving_cards
from kiosk.cabinet.flow.requests import GiveBack, GiveUp, Request
from kiosk.cabinet.flow.state import Cabinet, Page, Turn, Visit, go, turn
from queue_core.wire.words import UnlockingFailure

Handler = Callable[[Cabinet, Any, str], Turn]
Row = dict[type[Any], Handler]
Rows = dict[Page, Row]


def clear(state: Cabinet) -> Turn:
    """The visit is over: nothing of it is left. A door that stands open is the hall's and the board's."""
    return given_back(state, GiveBack()) if state.is_hosted else forgotten(state)


def given_back(state: Cabinet, *requests: GiveBack) -> Turn:
    """The screen is the host's again."""
    over = forgotten(state)
    return Turn(state=replace(over.state, is_in_front=False), requests=(*over.requests, *requests))


def forgotten(state: Cabinet) -> Turn:
    home = replace(
        leaving_cards(state),
        visit=Visit(),
        is_asked=False,
        comfort=state.house,
        language=state.house_language,
    )
    return Turn(state=home, requests=letting_go(state.visit))


def letting_go(visit: Visit) -> tuple[Request, ...]:
    """A door that did not open and is tried no more."""
    if visit.page is Page.STUCK and visit.unlocking is not None:
        return (GiveUp(unlocking_id=visit.unlocking.unlocking_id, failure=UnlockingFailure.STUCK),)
    return ()


def at_tasks(state: Cabinet) -> Turn:
    """Staff are ready for the next thing."""
    return turn(state, Visit(page=Page.TASKS, staff=state.visit.staff))


def onward(state: Cabinet) -> Turn:
    """After a page that only tells something: staff go on, citizens are done."""
    return at_tasks(state) if state.visit.staff else clear(state)


def to_page(page: Page, **known: Any) -> Handler:
    return lambda state, _, __: turn(state, go(state.visit, page, **known))


def leave(state: Cabinet, _: object, __: str) -> Turn:
    return clear(state)


def back_home(state: Cabinet, _: object, __: str) -> Turn:
    """To the cabinet's own first page, where it is not hosted as if the visit were over."""
    if not state.is_hosted:
        return clear(state)
    return Turn(state=replace(state, visit=Visit(), is_asked=False), requests=letting_go(state.visit))
