"""A card that lies on a reader and was not just laid down: it opens nothing, and who stands there is told."""

from dataclasses import replace

import pytest

from kiosk.cabinet import samples as sample
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.state import Cabinet, Page
from kiosk.cabinet.flow.table import advance
from kiosk.cabinet.viewmodels.derive import CabinetProps, Setting, derive
from kiosk.cabinet.voice import utterance
from kiosk.flow.visit import Comfort
from queue_core.wire.lockers import ShowProof
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CardKind

HOLDER = CardHolder(name="测试", id_number="110101199003070011", card=CardKind.RESIDENT_ID)
LIES = h.ReadersSeen(is_working=True, lying=frozenset({0}))
LIFTED = h.ReadersSeen(is_working=True, lying=frozenset())
BACK = (LIES, h.CardLies(reader=0))
HOSTED = replace(sample.READY, is_hosted=True, is_in_front=False)
LENT = h.BroughtForward(language="zh-CN", comfort=Comfort(volume=2))
TITLE, LIES_THERE = "请拿起卡，再放一次", "读卡处已经有一张卡"


def play(state: Cabinet, *happenings: h.Happening) -> Cabinet:
    for happening in happenings:
        turned = advance(state, happening, "key")
        assert turned.requests == ()
        state = turned.state
    return state


def page_of(state: Cabinet) -> CabinetProps:
    return derive(state, Setting(), language="zh-CN", now_ms=sample.NOW_MS)


def is_told(state: Cabinet) -> bool:
    return LIES_THERE in page_of(state).hint


@pytest.mark.parametrize("page", [Page.HOME, Page.CARD])
def test_a_card_on_a_reader_that_came_back_opens_nothing_and_the_page_says_what_to_do(page: Page) -> None:
    state = play(sample.at(page), *BACK)
    assert (state.visit.page, is_told(state)) == (page, True)
    lifted = play(state, LIFTED)
    assert not is_told(lifted)
    turned = advance(play(lifted, LIES), h.CardRead(holder=HOLDER), "key")
    assert [ask.question for ask in turned.requests] == [ShowProof(holder=HOLDER)]


def test_a_card_that_was_just_laid_down_is_not_asked_to_be_lifted_while_it_is_read() -> None:
    assert not is_told(play(sample.READY, LIES))


def test_before_an_empty_hall_it_is_not_said_aloud_and_the_greeting_stays() -> None:
    page = page_of(replace(play(sample.READY, *BACK), comfort=Comfort(volume=2)))
    assert (page.title, utterance(page)) == ("您好，请选择", None)


def test_a_card_that_lies_there_when_the_screen_is_lent_counts_for_nobody_and_that_is_said_aloud() -> None:
    state = play(HOSTED, LIES, LENT)
    page = page_of(state)
    assert (page.page, page.title) == ("home", TITLE)
    said = utterance(page)
    assert said is not None
    assert said.words == (f"{TITLE}。{LIES_THERE}。不是您的，请拿开交给工作人员。",)
    assert utterance(page_of(play(state, LIFTED))) is None


def test_a_card_that_was_used_or_forgotten_is_lifted_before_it_counts_again() -> None:
    used = advance(play(sample.READY, LIES), h.CardRead(holder=HOLDER), "key").state
    assert is_told(replace(used, visit=sample.at(Page.CARD).visit))
    forgotten = play(sample.at(Page.CODE), LIES, h.Back())
    assert (forgotten.visit.page, is_told(forgotten)) == (Page.HOME, True)
    assert is_told(play(HOSTED, LENT, LIES, h.SentBack(), LENT))


def test_why_a_card_was_not_read_comes_before_that_it_lies_there() -> None:
    page = page_of(play(sample.READY, LIES, h.CardFailed(code="card-mute")))
    assert page.notice_title == "没有读到卡，请拿起来，再平放一次"


def test_a_reader_that_is_gone_again_has_no_card_on_it() -> None:
    gone = play(sample.at(Page.CARD), *BACK, h.ReadersSeen(is_working=False, lying=frozenset()))
    assert not is_told(gone)


@pytest.mark.parametrize("page", [Page.HOME, Page.STAFF_LOGIN])
def test_a_staff_card_that_lies_there_logs_nobody_in(page: Page) -> None:
    state = play(sample.at(page), h.StaffCardLies())
    assert state.visit.page is page
    at_login = replace(state, visit=sample.at(Page.STAFF_LOGIN).visit)
    assert page_of(at_login).hint == "员工卡已经在读卡处，请拿起再放一次"
    assert page_of(play(at_login, h.StaffCardGone())).hint != page_of(at_login).hint
