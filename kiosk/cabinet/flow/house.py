"""What is so whoever stands there: the line to the hall, the doors, comfort, and a screen left alone."""

from dataclasses import replace
from typing import Any

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow import opening
from kiosk.cabinet.flow.learning import leaving_cards
from kiosk.cabinet.flow.requests import GiveBack
from kiosk.cabinet.flow.state import Cabinet, Link, Page, Turn, Visit, nothing
from kiosk.cabinet.flow.steps import Handler, Rows, clear, given_back, onward
from kiosk.flow.visit import Comfort, Mode

VOLUMES = 4
BUSY = frozenset({Page.ASKING, Page.OPENING})  # hall and board end the waiting, each within its own deadline
IN_PLACE_OF_HOME = frozenset({Page.STARTING, Page.AWAY, Page.NO_BOARD})


def shown(state: Cabinet) -> Page:
    """Another page stands in the place of the home page while nothing could begin there."""
    if state.visit.page is not Page.HOME:
        return state.visit.page
    if state.link is Link.DOWN:
        return Page.AWAY
    if state.view is None or not state.is_told:
        return Page.STARTING
    return Page.NO_BOARD if state.is_board_away else Page.HOME


def link_changed(state: Cabinet, happening: h.LinkChanged, _: str) -> Turn:
    return Turn(state=replace(state, link=happening.link, link_code=happening.code))


def hall_seen(state: Cabinet, happening: h.HallSeen, _: str) -> Turn:
    return Turn(state=replace(state, hall=happening.hall))


def cabinet_seen(state: Cabinet, happening: h.CabinetSeen, _: str) -> Turn:
    return Turn(state=replace(state, view=happening.view))


def told(state: Cabinet, happening: h.Told, _: str) -> Turn:
    return Turn(state=replace(state, is_told=happening.is_told))


def doors_seen(state: Cabinet, happening: h.DoorsSeen, _: str) -> Turn:
    """A door that was found full may be closed now."""
    visit = state.visit
    seen = replace(state, doors=happening.doors)
    if visit.to_close is not None and visit.to_close not in seen.open_doors:
        seen = replace(seen, visit=replace(visit, to_close=None))
    return Turn(state=seen)


def time_over(state: Cabinet, _: h.TimeOver, __: str) -> Turn:
    """Most pages ask first, and the second time the person is forgotten."""
    page = state.visit.page
    if page in BUSY:
        return nothing(state)
    if page is Page.OPEN:
        return opening.left_alone(state)
    if page is Page.STUCK:
        return opening.give_up(state, None, "")
    if page is Page.DONE and not state.is_asked:
        return onward(state)
    if state.is_asked or state.visit == Visit():
        return clear(state)
    return Turn(state=replace(state, is_asked=True))


def still_here(state: Cabinet, _: h.StillHere, __: str) -> Turn:
    return Turn(state=replace(state, is_asked=False))


def language_chosen(state: Cabinet, press: h.LanguageChosen, _: str) -> Turn:
    return Turn(state=replace(state, language=press.tag))


def mode_chosen(state: Cabinet, press: h.ModeChosen, _: str) -> Turn:
    return dressed(state, replace(state.comfort, mode=Mode(press.mode)))


def reach_chosen(state: Cabinet, _: h.ReachChosen, __: str) -> Turn:
    return dressed(state, replace(state.comfort, reach=not state.comfort.reach))


def volume_chosen(state: Cabinet, _: h.VolumeChosen, __: str) -> Turn:
    return dressed(state, replace(state.comfort, volume=(state.comfort.volume + 1) % VOLUMES))


def dressed(state: Cabinet, comfort: Comfort) -> Turn:
    return Turn(state=replace(state, comfort=comfort))


def waits_for_somebody(state: Cabinet) -> bool:
    """A page that was left alone ends some time. A hosted one is given back although nothing was done."""
    if not state.is_in_front or state.visit.page in BUSY:
        return False
    return state.is_hosted or not is_untouched(state)


def is_untouched(state: Cabinet) -> bool:
    """Nobody has done anything since the screen came home."""
    return (
        state.visit == Visit()
        and state.comfort == state.house
        and state.language == state.house_language
        and not state.is_asked
    )


def brought_forward(state: Cabinet, lent: h.BroughtForward, _: str) -> Turn:
    fresh = replace(leaving_cards(state), visit=Visit(), is_asked=False, is_in_front=True)
    return Turn(state=replace(fresh, language=lent.language, comfort=lent.comfort))


def suited(state: Cabinet, wish: h.Suited, _: str) -> Turn:
    return Turn(state=replace(state, language=wish.language, comfort=wish.comfort))


def sent_back(state: Cabinet, _: h.SentBack, __: str) -> Turn:
    return given_back(state)


def to_host(state: Cabinet, _: h.Leave, __: str) -> Turn:
    """Back to where the visitor came from; language and comfort are kept there."""
    return given_back(state, GiveBack(is_same_visitor=True)) if state.is_hosted else nothing(state)


ALWAYS: dict[type[Any], Handler] = {
    h.LinkChanged: link_changed,
    h.HallSeen: hall_seen,
    h.CabinetSeen: cabinet_seen,
    h.Told: told,
    h.DoorsSeen: doors_seen,
    h.BroughtForward: brought_forward,
    h.Suited: suited,
    h.SentBack: sent_back,
    h.TimeOver: time_over,
    h.StillHere: still_here,
    h.LanguageChosen: language_chosen,
    h.ModeChosen: mode_chosen,
    h.ReachChosen: reach_chosen,
    h.VolumeChosen: volume_chosen,
}
ROWS: Rows = {Page.HOME: {h.Leave: to_host}}
