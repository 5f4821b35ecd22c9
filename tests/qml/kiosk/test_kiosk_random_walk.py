"""The short form of the walk through the kiosk's window; 2,000 steps are `script/bench --soak kiosk`."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator

import pytest

from benchmarks.kiosk_hall import SURELY
from benchmarks.kiosk_walk import WalkBroken, WindowWalk
from kiosk.flow.presses import ClassChosen, Leave
from kiosk.flow.visit import Mode, Page
from queue_core.wire.words import TicketClass

STEPS = 50


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def walks() -> Iterator[Callable[..., WindowWalk]]:
    begun: list[WindowWalk] = []

    def begin(seed: int, **how: object) -> WindowWalk:
        begun.append(WindowWalk(seed, **how))
        return begun[-1]

    yield begin
    for walk in begun:
        walk.close()


@pytest.mark.parametrize(("seed", "house"), [(1, Mode.DAY), (2, Mode.ELDERLY)])
def test_whatever_is_pressed_no_page_is_a_dead_end_and_nothing_personal_is_left(walks, seed, house) -> None:
    walk = walks(seed, house=house)
    walk.walk(STEPS)
    assert len(walk.pages) > 3


def to_its_code(walk: WindowWalk) -> None:
    """A number on the screen, with a one-time link for a phone."""
    holder = walk.hall.people[0]
    walk.hear(ClassChosen(TicketClass.ACCEPT))
    walk.press("category-registration")
    settle(walk)
    walk.press("no-matter")
    settle(walk)
    walk.hear(*walk.hall.lay(0, holder))
    settle(walk)
    assert walk.page == Page.CONFIRM
    walk.press("way-phone")
    settle(walk)
    assert walk.page == Page.QR


def settle(walk: WindowWalk) -> None:
    while walk.hall.waiting:
        walk.hear(*walk.hall.answer())


def test_the_walk_sees_a_name_a_number_and_a_link_where_they_are_and_none_after_the_visit(walks) -> None:
    walk = walks(3, trouble=SURELY)
    to_its_code(walk)
    with pytest.raises(WalkBroken, match=r"claim\.token"):
        walk.check_nothing_left()
    walk.hear(Leave())
    walk.check_nothing_left()


def test_the_walk_sees_a_page_on_which_nothing_is_under_way(walks) -> None:
    walk = walks(4, trouble=SURELY)
    to_its_code(walk)
    walk.press("way-paper")
    walk.hall.waiting.clear()
    with pytest.raises(WalkBroken, match="nothing is under way"):
        walk.check(looks=False)


def test_the_walk_sees_what_a_slot_raises_and_what_qml_complains_of(walks) -> None:
    walk = walks(5)
    walk.presenter.visit = None
    walk.press("class-accept")
    with pytest.raises(WalkBroken, match="AttributeError"):
        walk.check_complaints()
