"""The pad's state table and its choice of pages."""

from dataclasses import replace

import pytest

from display.pad.flow import state as s
from display.pad.flow.advance import advance
from display.pad.flow.pages import Page, page_of
from queue_core.wire.views import HallView, Rated, RatingLabel, RatingRequest, WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowState

UNTIL_MS = 130_000
ASKED = RatingRequest(ticket_id=23, number="023", until_ms=UNTIL_MS)


LABELS = (
    RatingLabel(code="slow-service", names={"zh-CN": "办事效率低"}, levels=(1, 2)),
    RatingLabel(code="long-wait", names={"zh-CN": "等候时间太长"}, levels=(1,)),
)


def hall(rated: Rated) -> HallView:
    return HallView(names={}, day="2026-01-01", categories=(), windows=(3,), units=(), rating=rated)


def ticket(*, ticket_id: int = 24, started_at_ms: int | None = None) -> WindowTicket:
    return WindowTicket(
        ticket_id=ticket_id,
        number=f"{ticket_id:03}",
        ticket_class=TicketClass.CONSULT,
        category="business",
        state=TicketState.CALLED if started_at_ms is None else TicketState.SERVING,
        calls=1,
        issued_at_ms=1_000,
        called_at_ms=2_000,
        started_at_ms=started_at_ms,
        holder=None,
    )


def window(
    state: WindowState = WindowState.FREE,
    *,
    rating: RatingRequest | None = None,
    in_hand: WindowTicket | None = None,
) -> WindowView:
    return WindowView(
        window=3,
        state=state,
        clerk="1003",
        clerk_display_name="黄佩仪",
        ticket=in_hand,
        rating=rating,
        waiting=2,
        calls_before_no_show=3,
    )


def pad(view: WindowView | None, **fields: object) -> s.Pad:
    known: dict[str, object] = {"window": 3, "link": s.Link.UP, "view": view, "now_ms": 10_000}
    return s.Pad(**(known | fields))


def asking() -> s.Pad:
    return pad(window(rating=ASKED))


def pressed(level: int = 5, key: str = "key-1") -> s.FacePressed:
    return s.FacePressed(level=level, key=key)


@pytest.mark.parametrize(
    ("view", "page"),
    [
        (None, Page.CONNECTING),
        (window(WindowState.CLOSED), Page.CLOSED),
        (window(), Page.WELCOME),
        (window(WindowState.CALLED, in_hand=ticket()), Page.WELCOME),
        (window(WindowState.SERVING, in_hand=ticket(started_at_ms=5_000)), Page.WELCOME),
        (window(rating=ASKED), Page.ASK),
        (window(WindowState.CLOSED, rating=ASKED), Page.ASK),
    ],
)
def test_the_view_leads_to_its_page(view: WindowView | None, page: Page) -> None:
    assert page_of(pad(view)) is page


@pytest.mark.parametrize(("link", "page"), [(s.Link.CONNECTING, Page.CONNECTING), (s.Link.DOWN, Page.AWAY)])
def test_without_the_server_nothing_is_asked(link: s.Link, page: Page) -> None:
    assert page_of(replace(asking(), link=link)) is page


def test_the_question_comes_back_with_the_server() -> None:
    away = advance(asking(), s.LinkChanged(link=s.Link.DOWN)).state
    assert page_of(advance(away, s.LinkChanged(link=s.Link.UP)).state) is Page.ASK


@pytest.mark.parametrize("level", s.LEVELS)
def test_each_face_sends_its_level_once(level: int) -> None:
    turn = advance(asking(), pressed(level, "mine"))
    assert turn.request == s.SendRating(ticket_id=23, level=level, key="mine")
    assert advance(turn.state, pressed(1, "second")).request is None


@pytest.mark.parametrize("level", [0, 6, -1])
def test_a_level_that_does_not_exist_is_not_sent(level: int) -> None:
    assert advance(asking(), pressed(level)).request is None


def test_a_stored_rating_is_thanked_for_and_then_the_pad_rests() -> None:
    sent = advance(asking(), pressed()).state
    thanked = advance(sent, s.Taken(key="key-1")).state
    assert page_of(thanked) is Page.THANKS
    rested = advance(thanked, s.Passed(now_ms=10_000 + s.THANKS_MS)).state
    assert page_of(rested) is Page.WELCOME


def test_thanks_are_said_though_the_question_goes_before_the_answer_comes() -> None:
    sent = advance(asking(), pressed()).state
    gone = advance(sent, s.Seen(view=window())).state
    assert page_of(gone) is Page.ASK
    assert page_of(advance(gone, s.Taken(key="key-1")).state) is Page.THANKS


@pytest.mark.parametrize(
    ("code", "page"), [("already-rated", Page.ALREADY_RATED), ("rating-closed", Page.TOO_LATE)]
)
def test_a_refusal_that_settles_the_service_has_its_own_page(code: str, page: Page) -> None:
    sent = advance(asking(), pressed()).state
    assert page_of(advance(sent, s.NotTaken(key="key-1", code=code)).state) is page


def test_a_rating_that_did_not_arrive_can_be_pressed_again() -> None:
    sent = advance(asking(), pressed()).state
    failed = advance(sent, s.NotTaken(key="key-1", code="server-away")).state
    assert (page_of(failed), failed.not_taken) == (Page.ASK, 23)
    again = advance(failed, pressed(4, "key-2"))
    assert again.request == s.SendRating(ticket_id=23, level=4, key="key-2")
    assert again.state.not_taken is None


def test_the_answer_to_another_press_changes_nothing() -> None:
    sent = advance(asking(), pressed()).state
    assert advance(sent, s.Taken(key="other")).state == sent
    assert advance(sent, s.NotTaken(key="other", code="unknown")).state == sent


def test_the_question_ends_at_its_time() -> None:
    late = advance(asking(), s.Passed(now_ms=UNTIL_MS)).state
    assert page_of(late) is Page.WELCOME
    assert advance(late, pressed()).request is None


def test_the_next_question_comes_before_the_last_thanks() -> None:
    thanked = advance(advance(asking(), pressed()).state, s.Taken(key="key-1")).state
    following = RatingRequest(ticket_id=24, number="024", until_ms=UNTIL_MS)
    assert page_of(advance(thanked, s.Seen(view=window(rating=following))).state) is Page.ASK


def test_a_settled_service_is_not_asked_about_again() -> None:
    thanked = advance(advance(asking(), pressed()).state, s.Taken(key="key-1")).state
    later = advance(thanked, s.Passed(now_ms=10_000 + s.THANKS_MS)).state
    assert page_of(advance(later, s.Seen(view=window(rating=ASKED))).state) is Page.WELCOME


def test_the_person_served_next_is_not_asked_about_the_service_before() -> None:
    called = window(WindowState.CALLED, rating=ASKED, in_hand=ticket())
    serving = window(WindowState.SERVING, rating=ASKED, in_hand=ticket(started_at_ms=9_000))
    assert page_of(pad(called)) is Page.ASK
    assert page_of(pad(serving)) is Page.WELCOME
    assert advance(pad(serving), pressed()).request is None


def test_a_rating_that_hangs_does_not_hinder_the_next_service() -> None:
    hanging = advance(asking(), pressed()).state
    following = RatingRequest(ticket_id=24, number="024", until_ms=UNTIL_MS)
    turn = advance(advance(hanging, s.Seen(view=window(rating=following))).state, pressed(4, "key-2"))
    assert turn.request == s.SendRating(ticket_id=24, level=4, key="key-2")


def labelling(level: int = 1) -> s.Pad:
    """A low level was pressed where the hall has labels for it."""
    return advance(replace(asking(), hall=hall(Rated(labels=LABELS))), pressed(level)).state


def sent(level: int, *labels: str) -> s.SendRating:
    return s.SendRating(ticket_id=23, level=level, key="key-1", labels=labels)


@pytest.mark.parametrize(
    ("level", "offered"), [(5, ()), (3, ()), (2, ("slow-service",)), (1, ("slow-service", "long-wait"))]
)
def test_labels_are_asked_for_where_the_level_has_some(level: int, offered: tuple[str, ...]) -> None:
    turn = advance(replace(asking(), hall=hall(Rated(labels=LABELS))), pressed(level))
    assert tuple(label.code for label in turn.state.labels_of(level)) == offered
    assert (page_of(turn.state), turn.request) == (
        (Page.LABELS, None) if offered else (Page.ASK, sent(level))
    )


def test_several_labels_are_sent_with_the_level_and_one_taken_back_is_not() -> None:
    state = labelling()
    for code in ("long-wait", "slow-service", "slow-service", "slow-service"):
        state = advance(state, s.LabelPressed(code=code)).state
    assert advance(state, s.SendPressed()).request == sent(1, "long-wait", "slow-service")
    state = advance(state, s.LabelPressed(code="long-wait")).state
    assert advance(state, s.SendPressed()).request == sent(1, "slow-service")


def test_no_label_at_all_may_be_sent() -> None:
    turn = advance(labelling(), s.SendPressed())
    assert turn.request == sent(1)
    assert advance(turn.state, s.SendPressed()).request is None


def test_a_label_of_another_level_or_of_no_hall_is_not_taken() -> None:
    state = labelling(2)
    assert advance(state, s.LabelPressed(code="long-wait")).state == state
    assert advance(state, s.LabelPressed(code="invented")).state == state


def test_a_pressed_level_stays_whatever_is_pressed_while_labels_are_chosen() -> None:
    state = labelling(2)
    assert advance(state, pressed(5, "key-2")) == s.Turn(state=state)
    assert advance(state, s.SkipPressed(key="key-2")) == s.Turn(state=state)


def test_the_time_out_sends_what_was_pressed_with_the_labels_so_far() -> None:
    state = advance(labelling(), s.LabelPressed(code="long-wait")).state
    last = UNTIL_MS - s.SENT_BEFORE_MS
    assert advance(state, s.Passed(now_ms=last - 1)).request is None
    turn = advance(state, s.Passed(now_ms=last))
    assert turn.request == sent(1, "long-wait")
    assert advance(turn.state, s.Passed(now_ms=last + 1)).request is None


def test_a_low_level_pressed_in_the_last_moment_is_sent_at_once() -> None:
    late = replace(asking(), hall=hall(Rated(labels=LABELS)), now_ms=UNTIL_MS - 1)
    assert advance(late, pressed(1)).request == sent(1)


@pytest.mark.parametrize(
    "next_view",
    [
        window(),
        window(WindowState.SERVING, rating=ASKED, in_hand=ticket(started_at_ms=11_000)),
        window(rating=RatingRequest(ticket_id=24, number="024", until_ms=UNTIL_MS)),
    ],
    ids=["the question is gone", "the next one sits", "the next one is asked"],
)
def test_what_was_pressed_is_sent_when_the_next_comes_before_the_labels(next_view: WindowView) -> None:
    assert advance(labelling(), s.Seen(view=next_view)).request == sent(1)


def test_a_level_waits_for_a_server_that_is_away_and_its_labels_are_asked_for_again() -> None:
    away = advance(labelling(), s.LinkChanged(link=s.Link.DOWN))
    assert (away.request, page_of(away.state)) == (None, Page.AWAY)
    back = advance(away.state, s.LinkChanged(link=s.Link.UP))
    assert (back.request, page_of(back.state)) == (None, Page.LABELS)
    assert advance(away.state, s.Passed(now_ms=UNTIL_MS)).request == sent(1)


def test_a_rating_that_did_not_arrive_in_its_time_is_told_as_that() -> None:
    late = advance(labelling(), s.Passed(now_ms=UNTIL_MS)).state
    away = advance(late, s.LinkChanged(link=s.Link.DOWN)).state
    failed = advance(away, s.NotTaken(key="key-1", code="hall-unreachable")).state
    assert page_of(failed) is Page.NOT_ARRIVED
    assert page_of(advance(failed, s.Passed(now_ms=UNTIL_MS + s.THANKS_MS)).state) is Page.AWAY


def test_skipping_is_told_to_the_hall_once_and_nothing_is_asked_after_it() -> None:
    turn = advance(asking(), s.SkipPressed(key="key-9"))
    assert turn.request == s.SendSkip(ticket_id=23, key="key-9")
    assert page_of(turn.state) is Page.SKIPPED
    assert advance(turn.state, pressed()).request is None
    rested = advance(turn.state, s.Passed(now_ms=10_000 + s.THANKS_MS)).state
    assert page_of(rested) is Page.WELCOME
    assert advance(rested, s.SkipPressed(key="key-10")).request is None


@pytest.mark.parametrize(
    "view",
    [
        window(),
        window(WindowState.CALLED, in_hand=ticket()),
        window(WindowState.SERVING, in_hand=ticket(started_at_ms=1)),
    ],
)
@pytest.mark.parametrize("press", [pressed(), s.SkipPressed(key="k"), s.SendPressed()])
def test_before_a_service_ends_every_press_does_nothing(view: WindowView, press: s.Happening) -> None:
    assert advance(pad(view), press) == s.Turn(state=pad(view))


def test_a_press_while_the_server_is_away_does_nothing() -> None:
    away = advance(asking(), s.LinkChanged(link=s.Link.DOWN)).state
    assert advance(away, pressed()).request is None


def test_where_a_ticket_or_phone_is_needed_presses_do_nothing_and_the_page_says_so() -> None:
    state = replace(asking(), hall=hall(Rated(labels=LABELS, needs_proof=True)))
    assert page_of(state) is Page.PROOF
    for press in (pressed(5), pressed(1), s.SkipPressed(key="k"), s.SendPressed()):
        assert advance(state, press) == s.Turn(state=state)


def test_a_pad_that_did_not_know_of_the_proof_is_told_by_the_hall() -> None:
    on_its_way = advance(asking(), pressed()).state
    assert page_of(advance(on_its_way, s.NotTaken(key="key-1", code="proof-required")).state) is Page.PROOF


def test_the_time_to_rate_in_is_counted_from_when_the_question_came() -> None:
    early = advance(pad(window()), s.Passed(now_ms=100_000)).state
    came = advance(early, s.Seen(view=window(rating=ASKED))).state
    again = advance(advance(came, s.Passed(now_ms=115_000)).state, s.Seen(view=window(rating=ASKED))).state
    assert (came.asked_since_ms, again.asked_since_ms, again.ms_left) == (100_000, 100_000, 15_000)
