"""How a visitor wants the kiosk: chosen on any page, kept for the visit, forgotten with it."""

from dataclasses import replace

import pytest

from kiosk.config import Patience
from kiosk.flow.facts import Facts
from kiosk.flow.limits import clears_after_s, limit_s
from kiosk.flow.presses import Leave, ModeChosen, ReachChosen, SpokenChosen, TimeOver, VolumeChosen
from kiosk.flow.steps import anew
from kiosk.flow.table import step
from kiosk.flow.visit import Comfort, Mode, Page, Visit
from kiosk.viewmodels.frame import has_left_card, shell

FACTS = Facts()
PATIENCE = Patience()
ALL = (ModeChosen(Mode.ELDERLY), ReachChosen(True), VolumeChosen(3), SpokenChosen(True))
WANTED = Comfort(mode=Mode.ELDERLY, reach=True, volume=3, is_spoken=True)
PAGES_OF_VISITORS = sorted(set(Page) - {Page.STAFF})


def after(visit: Visit, *events) -> Visit:
    for event in events:
        visit = step(visit, event, FACTS).visit
    return visit


@pytest.mark.parametrize("page", PAGES_OF_VISITORS)
def test_it_may_be_chosen_on_any_page_and_leaves_the_page_alone(page: Page) -> None:
    visit = Visit(visit_id=1, page=page)
    assert after(visit, *ALL) == replace(visit, comfort=WANTED)


@pytest.mark.parametrize("ending", [(Leave(),), (TimeOver(), TimeOver())])
def test_it_ends_with_the_visit(ending) -> None:
    ended = after(Visit(visit_id=1, page=Page.CONFIRM), *ALL, *ending)
    assert (ended.visit_id, ended.comfort) == (2, Comfort())


def test_a_visit_begins_as_the_kiosk_is_set_up() -> None:
    house = Comfort(mode=Mode.CONTRAST)
    visit = Visit(visit_id=1, page=Page.CONFIRM, comfort=house, house_comfort=house)
    ended = after(visit, ModeChosen(Mode.DAY), Leave())
    assert ended == Visit(visit_id=2, comfort=house, house_comfort=house)


def test_who_goes_home_and_on_keeps_it() -> None:
    visit = after(Visit(visit_id=1, page=Page.CONFIRM, language="zh-Hant"), *ALL)
    assert (anew(visit).comfort, anew(visit).language) == (WANTED, "zh-Hant")


@pytest.mark.parametrize(("asked", "becomes"), [(-1, 0), (0, 0), (3, 3), (4, 3)])
def test_the_volume_stays_between_silent_and_loudest(asked: int, becomes: int) -> None:
    assert after(Visit(visit_id=1), VolumeChosen(asked)).comfort.volume == becomes


def test_who_asks_to_be_spoken_to_can_hear_it() -> None:
    assert after(Visit(visit_id=1), VolumeChosen(0), SpokenChosen(True)).comfort.volume == 1
    assert after(Visit(visit_id=1), VolumeChosen(0), SpokenChosen(False)).comfort.volume == 0


def test_the_kiosk_asks_after_twenty_seconds_and_clears_after_ten_more() -> None:
    visit = Visit(visit_id=1, page=Page.CONFIRM)
    assert limit_s(visit, PATIENCE) == 20
    assert limit_s(replace(visit, is_asked=True), PATIENCE) == 10


@pytest.mark.parametrize("slow", [Comfort(mode=Mode.ELDERLY), Comfort(is_spoken=True)])
@pytest.mark.parametrize(
    ("visit", "seconds"),
    [
        (Visit(visit_id=1, page=Page.CONFIRM), 40),
        (Visit(visit_id=1, page=Page.CONFIRM, is_asked=True), 20),
        (Visit(visit_id=1, page=Page.DONE), 40),
    ],
)
def test_who_needs_it_has_twice_the_time(slow: Comfort, visit: Visit, seconds: float) -> None:
    unhurried = replace(visit, comfort=slow)
    assert limit_s(unhurried, PATIENCE) == seconds
    assert shell(unhurried, FACTS, visit.page).clears_after_s == clears_after_s(unhurried, PATIENCE) == 20


def test_only_what_somebody_changed_is_put_back_at_home() -> None:
    house = Comfort(mode=Mode.ELDERLY)
    untouched = Visit(visit_id=4, comfort=house, house_comfort=house)
    assert limit_s(untouched, PATIENCE) is None
    assert limit_s(after(untouched, ModeChosen(Mode.DAY)), PATIENCE) == 20
    assert limit_s(after(untouched, ReachChosen(True)), PATIENCE) == 40


@pytest.mark.parametrize(
    ("page", "lying", "left"),
    [(Page.HOME, {0}, 1), (Page.HOME, set(), 0), (Page.DONE, {0}, 0), (Page.CARD, {0}, 0)],
)
def test_a_card_is_left_behind_when_its_holder_has_gone(page: Page, lying: set[int], left: int) -> None:
    facts = replace(FACTS, left_cards=frozenset(lying))
    assert has_left_card(Visit(visit_id=2, page=page), facts) is bool(left)
    assert shell(Visit(visit_id=2, page=page), facts, page).has_left_card is bool(left)
