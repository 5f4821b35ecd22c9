"""A low rating opens a follow-up: contact, verify, rectify, answer, review; sent back once; over midnight."""

import pytest
from msgspec.structs import replace

from queue_core.domain import refusals
from queue_core.domain.commands import AdvanceFollowUp, ChangeRules, FinishService, OpenDay, Rate, RateVisit
from queue_core.domain.events import FollowUpClosed, FollowUpOpened, ServiceRated
from queue_core.domain.follow_up import FollowUpRegister
from queue_core.domain.rules import RatingRules
from queue_core.domain.words import CallBack, FollowUpAct, FollowUpStage, RatingChannel

DUE = "2026-11-27"
ORDER = (FollowUpAct.CONTACT, FollowUpAct.VERIFY, FollowUpAct.RECTIFY, FollowUpAct.ANSWER)


@pytest.fixture
def finished(play):
    play.open(1)
    play.take()
    ticket = play.serve(1)
    play.do(FinishService(window=1))
    return ticket


def rate(play, ticket, level, **more):
    rating = {"window": 1, "channel": RatingChannel.PAD, "due_on": DUE, **more}
    return play.do(Rate(ticket_id=ticket.ticket_id, level=level, **rating))


def act(play, what, result=None, **more):
    return play.do(AdvanceFollowUp(follow_up_id=1, act=what, supervisor="9001", result=result, **more))


def known(play):
    return play.day.follow_ups.get(1)


@pytest.fixture
def opened(play, finished):
    rate(play, finished, 1, labels=("long-wait",))
    return play


@pytest.fixture
def at_the_review(opened):
    for each in ORDER:
        act(opened, each)
    return opened


@pytest.mark.parametrize(("level", "is_low"), [(1, True), (2, True), (3, False), (5, False)])
def test_a_low_rating_opens_a_follow_up_in_the_same_decision(play, finished, level, is_low) -> None:
    events = rate(play, finished, level)
    assert [type(each) for each in events] == [ServiceRated, FollowUpOpened][: 1 + is_low]


def test_which_levels_are_low_is_the_hall_s_word(play, finished, zones) -> None:
    play.do(ChangeRules(rules=replace(zones, rating=RatingRules(low_levels=(1, 2, 3)))))
    rate(play, finished, 3)
    assert known(play).level == 3


def test_a_follow_up_knows_window_clerk_number_and_what_was_said(opened, finished) -> None:
    found = known(opened)
    assert (found.window, found.clerk, found.number) == (1, "clerk 1", finished.number)
    assert (found.level, found.labels, found.due_on) == (1, ("long-wait",), DUE)
    assert (found.visited_on, found.stage) == ("2026-11-20", FollowUpStage.CONTACT)


def test_a_low_rating_by_phone_is_followed_up_too(play, finished) -> None:
    play.do(RateVisit(ticket_id=finished.ticket_id, level=2, channel=RatingChannel.PHONE, due_on=DUE))
    assert known(play).channel is RatingChannel.PHONE


def test_stages_come_in_their_order(opened) -> None:
    for wrong in (*ORDER[1:], FollowUpAct.REVIEW, FollowUpAct.REDO):
        with pytest.raises(refusals.WrongStage):
            act(opened, wrong)
    for each in ORDER:
        act(opened, each)
    assert known(opened).stage is FollowUpStage.REVIEW
    assert [step.act for step in known(opened).steps] == list(ORDER)


def test_the_review_needs_what_the_citizen_said(at_the_review) -> None:
    for what in (FollowUpAct.REVIEW, FollowUpAct.REDO):
        with pytest.raises(refusals.ResultNeeded):
            act(at_the_review, what)


def test_a_result_does_not_go_with_another_stage(opened) -> None:
    with pytest.raises(refusals.ResultNeeded):
        act(opened, FollowUpAct.CONTACT, CallBack.SATISFIED)


def test_it_is_sent_back_once_with_a_new_date(at_the_review) -> None:
    act(at_the_review, FollowUpAct.REDO, CallBack.NOT_SATISFIED, due_on="2026-12-04")
    again = known(at_the_review)
    assert (again.stage, again.is_redone, again.due_on) == (FollowUpStage.RECTIFY, True, "2026-12-04")
    act(at_the_review, FollowUpAct.RECTIFY)
    act(at_the_review, FollowUpAct.ANSWER)
    with pytest.raises(refusals.RedoneAlready):
        act(at_the_review, FollowUpAct.REDO, CallBack.NOT_SATISFIED)
    (closed,) = act(at_the_review, FollowUpAct.REVIEW, CallBack.NOT_REACHED)
    assert isinstance(closed, FollowUpClosed)
    assert (known(at_the_review).is_closed, known(at_the_review).result) == (True, CallBack.NOT_REACHED)
    with pytest.raises(refusals.WrongStage):
        act(at_the_review, FollowUpAct.REVIEW, CallBack.SATISFIED)


def test_it_is_overdue_when_its_day_is_over_and_closed_never(at_the_review) -> None:
    assert not known(at_the_review).is_overdue_on(DUE)
    assert known(at_the_review).is_overdue_on("2026-11-28")
    act(at_the_review, FollowUpAct.REVIEW, CallBack.SATISFIED)
    assert not known(at_the_review).is_overdue_on("2026-11-28")


def test_what_is_not_closed_crosses_midnight(at_the_review, zones) -> None:
    before = known(at_the_review)
    at_the_review.do(OpenDay(day="2026-11-21", rules=zones))
    assert known(at_the_review) == before
    act(at_the_review, FollowUpAct.REVIEW, CallBack.SATISFIED)
    at_the_review.do(OpenDay(day="2026-11-22", rules=zones))
    assert known(at_the_review) is None
    assert at_the_review.day.next_follow_up_id == 2
    with pytest.raises(refusals.NoSuchFollowUp):
        act(at_the_review, FollowUpAct.CONTACT)


def test_one_id_is_one_follow_up(opened) -> None:
    register = FollowUpRegister((known(opened),))
    with pytest.raises(KeyError):
        register.open(known(opened))
    assert len(register) == 1
