"""A mobile left at the kiosk for messages: optional, checked where it is typed, gone with its visit."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from display.kit.phones import masked
from kiosk.flow.effects import Take
from kiosk.flow.events import Event, PreviewSeen, TakeFailed
from kiosk.flow.facts import Facts
from kiosk.flow.presses import Back, Entered, Leave, MobileWanted, NoMatter, RiskAccepted, TimeOver, Typed
from kiosk.flow.visit import Page, Visit
from kiosk.samples import FACTS, PREVIEW, WITH_MESSAGES
from kiosk.viewmodels.taking_mobile import MobileProps, mobile
from kiosk.voice.cues import Cue, cue_of
from kiosk.voice.reading import reading
from queue_core.wire.messages import TakeNumber
from tests.unit.kiosk.visits import ACCEPT, PAPER, REGISTRATION, TO_CONFIRM, play

NUMBER = "13812345678"
LEFT = (MobileWanted(), Typed("138 1234 5678"), Entered())
WARNED = PreviewSeen(visit_id=1, preview=changed(PREVIEW, may_not_be_called=True))


def at(*events: Event, facts: Facts = WITH_MESSAGES) -> Visit:
    return play((*TO_CONFIRM, *events), facts).visit


def request(*events: Event) -> TakeNumber:
    (effect,) = play((*TO_CONFIRM, *events), WITH_MESSAGES).effects
    assert isinstance(effect, Take)
    return effect.decision.request


def shown(visit: Visit, facts: Facts = WITH_MESSAGES) -> MobileProps:
    return mobile(visit, visit.page, facts)


def test_nobody_meets_it_who_does_not_ask_for_it() -> None:
    """Class, category, no matter, paper: four touches and a card, with messages as without."""
    touches = (ACCEPT, REGISTRATION, NoMatter(), PAPER)
    played = (*TO_CONFIRM, PAPER)
    assert sum(event in touches for event in played) == len(touches)
    assert play(played, WITH_MESSAGES).visit.page is play(played).visit.page is Page.TAKING
    assert request(PAPER).phone is None


def test_what_is_left_goes_with_the_number_and_is_seen_masked() -> None:
    visit = at(*LEFT)
    assert (visit.page, shown(visit).offer) == (Page.CONFIRM, "短信发到 138****5678")
    assert request(*LEFT, PAPER).phone == NUMBER


@pytest.mark.parametrize("typed", ["138", "1381234567", "12812345678"])
def test_a_number_no_message_can_go_to_is_told_where_it_was_typed(typed: str) -> None:
    visit = at(MobileWanted(), Typed(typed), Entered())
    assert (visit.page, visit.phone) == (Page.MOBILE, "")
    assert shown(visit).notice.startswith("手机号不对")
    assert cue_of(visit, WITH_MESSAGES) is Cue.MOBILE_WRONG
    assert shown(play((Typed("1"),), WITH_MESSAGES, visit).visit).notice == ""


@pytest.mark.parametrize(
    ("events", "phone"),
    [
        ((MobileWanted(), Entered()), ""),
        ((MobileWanted(), Typed("1"), Back()), ""),
        ((*LEFT, MobileWanted(), Back()), NUMBER),
        ((*LEFT, MobileWanted(), Typed(""), Entered()), ""),
        ((*LEFT, MobileWanted(), Typed("+86 13912345678"), Entered()), "13912345678"),
    ],
)
def test_it_can_be_changed_and_taken_away(events: tuple[Event, ...], phone: str) -> None:
    visit = at(*events)
    assert (visit.page, visit.phone) == (Page.CONFIRM, phone)


def test_it_is_offered_only_where_the_hall_sends_messages_and_no_warning_stands() -> None:
    assert shown(at(facts=FACTS), FACTS).offer == ""
    assert at(MobileWanted(), facts=FACTS).page is Page.CONFIRM
    warned = (*TO_CONFIRM[:-1], WARNED)
    assert shown(play(warned, WITH_MESSAGES).visit).offer == ""
    assert play((*warned, MobileWanted()), WITH_MESSAGES).visit.page is Page.CONFIRM
    assert shown(play((*warned, RiskAccepted()), WITH_MESSAGES).visit).offer != ""


def test_one_that_the_hall_refuses_is_put_right_or_left_out() -> None:
    refused = (*LEFT, PAPER, TakeFailed(visit_id=1, code="phone-wrong"))
    visit = at(*refused)
    assert (visit.page, visit.phone, visit.typed) == (Page.MOBILE, "", NUMBER)
    assert shown(visit).notice != ""
    assert request(*refused, Back(), PAPER).phone is None
    assert request(*refused, Typed("13912345678"), Entered(), PAPER).phone == "13912345678"


@pytest.mark.parametrize("ends", [(Back(),), (Leave(),), (TimeOver(), TimeOver())])
def test_one_step_back_or_the_visits_end_forgets_it(ends: tuple[Event, ...]) -> None:
    assert at(*LEFT, *ends).phone == ""


def test_a_key_is_read_although_its_digit_was_typed() -> None:
    said = reading("1", "zh-CN", at(MobileWanted(), Typed("1")))
    assert said is not None


def test_it_stands_in_no_log_and_is_not_read_aloud() -> None:
    typing, left = at(MobileWanted(), Typed(NUMBER)), at(*LEFT)
    decided = at(*LEFT, PAPER)
    for visit in (typing, left, decided):
        assert NUMBER not in repr(visit)
    assert NUMBER not in repr(shown(typing))
    for visit, text in ((typing, "138 1234 5678"), (typing, NUMBER), (left, f"短信发到 {masked(NUMBER)}")):
        said = reading(f"手机号 {text}", "zh-CN", replace(visit, language="zh-CN"))
        assert said is not None
        assert not any(sign.isdigit() or sign == "*" for sign in said.words[0])
