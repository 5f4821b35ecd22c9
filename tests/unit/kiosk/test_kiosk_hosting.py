"""A kiosk that hosts a locker cabinet: who has the screen, and what goes along."""

from dataclasses import replace

import pytest

from drivers.contract.card_reader import CardKind as ReaderCard
from drivers.contract.events import CodeKind
from drivers.contract.status import Card, State, Status
from kiosk.flow.events import CabinetLeft, CardLaid, CodeScanned, ReadersSeen
from kiosk.flow.facts import Facts, Means, ReaderFacts
from kiosk.flow.learning import learn, when_over
from kiosk.flow.limits import limit_s
from kiosk.flow.presses import PurposeChosen, TimeOver
from kiosk.flow.shown import shown_page
from kiosk.flow.table import step
from kiosk.flow.visit import Comfort, Mode, Page, Purpose, Visit
from kiosk.viewmodels import own_nothing_found
from queue_core.wire.cases import Case, CasePlace
from queue_core.wire.messages import CardHolder
from queue_core.wire.views import HallView
from queue_core.wire.words import CardKind, CaseState, PickupWay, PlaceKind

HOSTING = Facts(means=Means(cabinet="L1"))
CLOSED = replace(HOSTING, hall=HallView(names={"zh-CN": "大厅"}, day="", categories=(), windows=(), units=()))
HOLDER = CardHolder(name="测试", id_number="110101199003070011", card=CardKind.RESIDENT_ID)
WANTED = Comfort(mode=Mode.ELDERLY, volume=3)
HOME = Visit(visit_id=1, language="en", comfort=WANTED, holder=HOLDER)
LENT = Visit(visit_id=2, page=Page.CABINET, language="en", comfort=WANTED)


def test_the_screen_goes_to_the_cabinet_with_language_and_comfort_and_without_the_person() -> None:
    assert step(HOME, PurposeChosen(Purpose.CABINET), HOSTING).visit == LENT


def test_a_kiosk_without_a_cabinet_lends_its_screen_to_none() -> None:
    assert step(HOME, PurposeChosen(Purpose.CABINET), Facts()).visit == HOME


def test_the_cabinet_is_there_at_any_hour() -> None:
    assert shown_page(Visit(visit_id=1), CLOSED) is Page.CLOSED
    lent = step(Visit(visit_id=1), PurposeChosen(Purpose.CABINET), CLOSED).visit
    assert shown_page(lent, CLOSED) is Page.CABINET


@pytest.mark.parametrize(
    ("is_same_visitor", "language", "comfort"), [(True, "en", WANTED), (False, "zh-CN", Comfort())]
)
def test_whoever_goes_on_at_the_kiosk_keeps_the_language_and_nobody_else(
    is_same_visitor, language, comfort
) -> None:
    home = step(LENT, CabinetLeft(is_same_visitor=is_same_visitor), HOSTING).visit
    assert home == Visit(visit_id=3, language=language, comfort=comfort)


def test_cards_and_codes_mean_nothing_to_the_kiosk_while_the_cabinet_has_the_screen() -> None:
    for reading in (CardLaid(0), CodeScanned(text="PAIHAO:P:123456789:x", kind=CodeKind.OTHER)):
        assert step(LENT, reading, HOSTING).visit == LENT


def test_a_card_used_at_the_cabinet_and_left_there_takes_no_number_for_the_next() -> None:
    status = Status(state=State.ONLINE, card=Card.PRESENT)
    reader = ReaderFacts(reader=0, cards=frozenset({ReaderCard.RESIDENT_ID}), status=status)
    facts = learn(HOSTING, ReadersSeen((reader,)))
    event = CabinetLeft(is_same_visitor=True)
    after = step(LENT, event, facts).visit
    assert when_over(facts, event, LENT, after).left_cards == {0}


def test_a_screen_that_is_never_given_back_is_taken_back() -> None:
    assert limit_s(LENT, HOSTING.patience) >= 2 * 600
    assert step(LENT, TimeOver(), HOSTING).visit == Visit(visit_id=3)


def lying(cabinet: str, *, is_missing: bool = False) -> Visit:
    case = Case(
        code="20261122-0071",
        category="registration",
        matter=None,
        state=CaseState.READY,
        accepted_at_ms=0,
        ready_at_ms=0,
        way=PickupWay.LOCKER,
        place=CasePlace(kind=PlaceKind.DOOR, cabinet=cabinet, door=3),
        is_missing=is_missing,
    )
    return replace(HOME, page=Page.NO_CASE, cases=(case,), trouble="case-in-door")


@pytest.mark.parametrize("page", [Page.NO_CASE, Page.CASES])
def test_what_lies_in_this_cabinet_is_one_press_away(page: Page) -> None:
    found = replace(lying("L1"), page=page)
    assert step(found, PurposeChosen(Purpose.CABINET), HOSTING).visit == LENT


@pytest.mark.parametrize("found", [lying("L2"), lying("L1", is_missing=True)])
def test_what_lies_elsewhere_or_nowhere_is_not_looked_for_here(found: Visit) -> None:
    assert step(found, PurposeChosen(Purpose.CABINET), HOSTING).visit == found
    assert own_nothing_found.no_case(found, HOSTING).cabinet == ""
