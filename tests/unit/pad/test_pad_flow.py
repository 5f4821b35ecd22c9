"""The pad's state table and its choice of pages."""

from dataclasses import replace

import pytest

from display.pad.flow import state as s
from display.pad.flow.advance import advance
from display.pad.flow.pages import Page, page_of
from queue_core.wire.views import RatingRequest, WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowState

UNTIL_MS = 130_000
ASKED = RatingRequest(ticket_id=23, number="023", until_ms=UNTIL_MS)


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
