"""A number taken by phone before its holder came: at the kiosk it begins to wait."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from kiosk.flow.effects import Arrival, Change
from kiosk.flow.events import TicketChanged, TicketsFound
from kiosk.flow.own_acts import ACTS, acts_of
from kiosk.flow.presses import ActChosen, OwnAct, PurposeChosen
from kiosk.flow.visit import OwnNumber, Page, Purpose, Visit
from kiosk.samples import FACTS, TICKET
from kiosk.viewmodels.own_message import answer
from kiosk.viewmodels.own_number import own_number
from queue_core.wire.words import TicketState
from tests.unit.kiosk.visits import CARD, only, play

REMOTE = changed(TICKET, state=TicketState.REMOTE, estimate=None)
TO_REMOTE = (PurposeChosen(Purpose.OWN), *CARD, TicketsFound(visit_id=1, tickets=(REMOTE,)))
ARRIVE = ActChosen(OwnAct.ARRIVE, key="key-of-the-touch")


def test_only_a_number_from_afar_can_arrive() -> None:
    assert {state for state, acts in ACTS.items() if OwnAct.ARRIVE in acts} == {TicketState.REMOTE}


def test_arriving_is_one_touch_and_shows_the_place_in_the_line() -> None:
    asked = only((*TO_REMOTE, ARRIVE))
    assert asked == Change(visit_id=1, ticket_id=23, change=Arrival(), key="key-of-the-touch")
    visit = play((*TO_REMOTE, ARRIVE, TicketChanged(visit_id=1, ticket=TICKET))).visit
    told = answer(visit, visit.page, FACTS)
    assert (visit.page, told.title, told.shows_number) == (Page.CHANGED, "知道您到了，开始排队", True)
    assert own_number(visit, FACTS).headline == "您前面还有 6 人"


@pytest.mark.parametrize(("is_holder", "says"), [(True, "我到了"), (False, "刷取号时用的卡")])
def test_who_has_come_is_told_what_to_do_here(*, is_holder: bool, says: str) -> None:
    own = OwnNumber(ticket=REMOTE, is_holder=is_holder)
    assert (OwnAct.ARRIVE in acts_of(own)) is is_holder
    shown = own_number(replace(Visit(visit_id=1, page=Page.OWN), own=own), FACTS)
    assert says in shown.advice
    assert "导办台" not in shown.advice
