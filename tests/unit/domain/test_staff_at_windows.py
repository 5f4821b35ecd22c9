"""Pauses with their end, windows taken over, notes for the next window, notices, green channels."""

import pytest
from msgspec.structs import replace

from queue_core.domain import refusals
from queue_core.domain.commands import (
    CallNext,
    ChangeRules,
    CloseDay,
    CloseWindow,
    EndNotice,
    FinishService,
    HoldTicket,
    KeepTime,
    OpenDay,
    OpenWindow,
    PauseWindow,
    PostNotice,
    ResumeWindow,
    Return,
    StartService,
    TakeOverWindow,
    Transfer,
    WriteNote,
)
from queue_core.domain.events import NoticeEnded, WindowTakenOver
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import MINUTE_MS, ChannelRules
from queue_core.domain.ticket import Priority
from queue_core.domain.words import ExpiryReason, PriorityKind, Right, WindowState
from tests.unit.domain.conftest import CUSTOMS, REGISTRATION, REGISTRATION_ADVICE, ZONES

GREEN = Priority(kind=PriorityKind.GREEN_CHANNEL, verified_by="guide:2001")
LIFT = replace(ZONES, channels=(ChannelRules(code="lift", windows=(2, 4)),))


def window(play, number: int):
    return play.day.windows[number]


def noted(play, number: int) -> bytes | None:
    """What the clerk at a window reads."""
    ticket = play.day.ticket_at(number)
    note = None if ticket is None else ticket.note
    return None if note is None or note.written_in == ticket.called_at_ms else note.sealed


# Pauses


def test_a_pause_ends_when_it_was_said_to_and_no_sooner(play) -> None:
    play.open(1)
    play.do(PauseWindow(window=1, reason="meal", lasts_ms=30 * MINUTE_MS))
    began_ms = play.now_ms
    assert window(play, 1).pause_until_ms == began_ms + 30 * MINUTE_MS
    play.wait(31)
    play.do(KeepTime())
    assert window(play, 1).state is WindowState.PAUSED
    play.do(ResumeWindow(window=1))
    assert (window(play, 1).pause_until_ms, window(play, 1).paused_at_ms) == (None, None)


def test_a_pause_asked_for_while_somebody_is_served_lasts_from_when_it_begins(play) -> None:
    play.open(1)
    play.take()
    play.serve(1)
    play.do(PauseWindow(window=1, reason="meal", lasts_ms=10 * MINUTE_MS))
    assert window(play, 1).pause_until_ms is None
    play.wait(5)
    play.finish(1)
    assert window(play, 1).pause_until_ms == play.now_ms + 10 * MINUTE_MS


def test_more_minutes_move_the_end_of_a_pause_and_not_its_beginning(play) -> None:
    play.open(1)
    play.do(PauseWindow(window=1, reason="meal", lasts_ms=MINUTE_MS))
    began_ms = play.now_ms
    play.wait(1)
    play.do(PauseWindow(window=1, reason="meal", lasts_ms=MINUTE_MS))
    assert window(play, 1).paused_at_ms == began_ms
    assert window(play, 1).pause_until_ms == play.now_ms + MINUTE_MS
    assert play.do(PauseWindow(window=1, reason="meal")) == ()


# Taking over


@pytest.mark.parametrize("state", ["free", "paused", "called", "serving"])
def test_a_window_is_taken_over_in_any_state_with_what_is_in_hand(play, state: str) -> None:
    play.open(1)
    play.take()
    acts = {
        "free": (),
        "paused": (PauseWindow(window=1, reason="meal"),),
        "called": (CallNext(window=1),),
        "serving": (CallNext(window=1), StartService(window=1)),
    }
    for act in acts[state]:
        play.do(act)
    before = window(play, 1)
    (event,) = play.do(TakeOverWindow(window=1, clerk="other"))
    assert isinstance(event, WindowTakenOver)
    assert window(play, 1) == replace(before, clerk="other")
    assert play.do(TakeOverWindow(window=1, clerk="other")) == ()


def test_the_service_is_of_the_clerk_who_finished_it(play) -> None:
    play.open(1)
    ticket = play.take()
    play.serve(1)
    play.do(TakeOverWindow(window=1, clerk="other"))
    play.finish(1)
    assert [each.clerk for each in play.now(ticket).sittings] == ["other"]


def test_nobody_takes_over_a_closed_window(play) -> None:
    with pytest.raises(refusals.WindowIsClosed):
        play.do(TakeOverWindow(window=1, clerk="other"))


# Notes


def test_a_note_is_read_at_the_next_window_and_gone_when_that_is_done(play) -> None:
    play.open(1, 2, 3)
    ticket = play.take(REGISTRATION, CUSTOMS)
    play.serve(1)
    play.do(WriteNote(window=1, sealed=b"lease"))
    assert noted(play, 1) is None
    play.finish(1)
    play.serve(3)
    assert noted(play, 3) == b"lease"
    play.finish(3)
    assert play.now(ticket).note is None


def test_a_note_stays_while_its_holder_fetches_something_and_after_a_missed_call(play) -> None:
    play.open(1, 2)
    ticket = play.take()
    play.serve(1)
    play.do(WriteNote(window=1, sealed=b"lease"))
    play.do(HoldTicket(window=1, reason="copy"))
    play.do(Return(ticket_id=ticket.ticket_id))
    play.miss(1)
    assert play.now(ticket).note is not None
    play.do(Return(ticket_id=ticket.ticket_id))
    play.call(1)
    assert noted(play, 1) == b"lease"


def test_who_passes_the_number_on_passes_the_own_note_on_and_not_the_one_before(play) -> None:
    play.open(1, 2, 4)
    play.take()
    play.serve(1)
    play.do(WriteNote(window=1, sealed=b"first"))
    play.do(Transfer(window=1, to_window=2))
    play.serve(2)
    play.do(Transfer(window=2, to_window=4))
    play.serve(4)
    assert noted(play, 4) is None
    play.do(WriteNote(window=4, sealed=b"second"))
    play.do(Transfer(window=4, to_window=1))
    play.call(1)
    assert noted(play, 1) == b"second"


def test_a_note_may_be_taken_back(play) -> None:
    play.open(1)
    ticket = play.take()
    play.serve(1)
    assert play.do(WriteNote(window=1, sealed=None)) == ()
    play.do(WriteNote(window=1, sealed=b"lease"))
    play.do(WriteNote(window=1, sealed=None))
    assert play.now(ticket).note is None
    with pytest.raises(refusals.NotServing):
        play.do(FinishService(window=1)) and play.do(WriteNote(window=1, sealed=b"late"))


# Held numbers


def test_a_window_knows_whom_it_keeps_until_they_are_called_or_gone(play) -> None:
    play.open(1)
    first, second = play.take(), play.take()
    for _ in range(2):
        play.serve(1)
        play.do(HoldTicket(window=1, reason="copy"))
    assert play.day.held[1] == (first.ticket_id, second.ticket_id)
    play.do(Return(ticket_id=second.ticket_id))
    play.serve(1)
    assert play.day.held[1] == (first.ticket_id,)
    play.finish(1)
    play.do(CloseDay(reason=ExpiryReason.DAY_ENDED))
    assert play.day.held[1] == ()


# Notices


def test_a_notice_hangs_until_its_time_is_over_or_it_is_taken_down(play) -> None:
    play.do(PostNotice(texts={"en": "Lift  out of order"}, lasts_ms=10 * MINUTE_MS))
    play.do(PostNotice(texts={"en": "Fire drill at ten"}))
    assert [each.texts["en"] for each in play.day.notices.values()] == [
        "Lift out of order",
        "Fire drill at ten",
    ]
    play.wait(9)
    play.do(KeepTime())
    assert len(play.day.notices) == 2
    play.wait(1)
    assert any(isinstance(event, NoticeEnded) for event in play.do(KeepTime()))
    assert list(play.day.notices) == [2]
    assert len(play.do(EndNotice(notice_id=2))) == 1
    assert play.do(EndNotice(notice_id=2)) == ()
    with pytest.raises(refusals.NoSuchNotice):
        play.do(EndNotice(notice_id=3))


def test_what_still_hangs_there_hangs_there_on_the_next_day_too(play) -> None:
    play.do(PostNotice(texts={"en": "today"}, lasts_ms=MINUTE_MS))
    play.do(PostNotice(texts={"en": "Closed on Friday"}))
    play.do(OpenDay(day="2026-11-21", rules=ZONES), after_ms=24 * 60 * MINUTE_MS)
    assert [each.texts["en"] for each in play.day.notices.values()] == ["Closed on Friday"]
    play.do(PostNotice(texts={"en": "new"}))
    assert list(play.day.notices) == [2, 3]


@pytest.mark.parametrize("texts", [{}, {"en": " "}, {"en": "x" * 501}, {"en": "good", "zh-CN": ""}])
def test_a_notice_nobody_could_read_is_refused(play, texts: dict[str, str]) -> None:
    with pytest.raises(refusals.NoticeUnreadable):
        play.do(PostNotice(texts=texts))


def test_nobody_hangs_more_notices_than_can_be_read(play) -> None:
    for _ in range(20):
        play.do(PostNotice(texts={"en": "one"}))
    with pytest.raises(refusals.TooManyNotices):
        play.do(PostNotice(texts={"en": "one more"}))


# Green channels


@pytest.fixture
def lift(play):
    play.do(ChangeRules(rules=LIFT))
    return play


def test_a_green_channel_s_number_is_called_at_its_windows_before_others(lift) -> None:
    lift.open(1, 2, 4)
    plain = lift.take()
    green = lift.take(priority=GREEN, project="lift")
    assert lift.call(1).ticket_id == plain.ticket_id
    assert lift.day.waiting.next_at(1) is None
    assert lift.day.waiting.in_order_at(2) == [green.ticket_id]
    assert lift.call(2).ticket_id == green.ticket_id
    assert lift.day.all_calls[-1].right is Right.PRIORITY


def test_nobody_waits_for_a_green_channel_of_which_no_window_is_open(lift) -> None:
    lift.open(1, 2)
    green = lift.take(priority=GREEN, project="lift")
    assert lift.day.waiting.next_at(1) is None
    lift.do(CloseWindow(window=2))
    assert lift.day.waiting.next_at(1) == green.ticket_id
    lift.open(4)
    assert lift.day.waiting.next_at(1) is None
    assert lift.day.waiting.next_at(4) == green.ticket_id
    lift.do(PauseWindow(window=4, reason="meal"))
    assert lift.day.waiting.next_at(1) is None
    lift.do(ChangeRules(rules=ZONES))
    assert lift.day.waiting.next_at(1) == green.ticket_id


def test_a_channel_takes_only_what_its_windows_serve_and_somebody_verified(lift) -> None:
    with pytest.raises(refusals.NoSuchProject):
        lift.take(priority=GREEN, project="bridge")
    for wrong in (None, Priority(kind=PriorityKind.AGE, verified_by="card")):
        with pytest.raises(refusals.PriorityUnverified):
            lift.take(priority=wrong, project="lift")
    only_two = replace(LIFT, channels=(ChannelRules(code="lift", windows=(2,)),))
    lift.do(ChangeRules(rules=only_two))
    with pytest.raises(refusals.NotInChannel):
        lift.take(REGISTRATION_ADVICE, priority=GREEN, project="lift")


def test_a_green_channel_stands_the_same_after_a_replay(lift) -> None:
    lift.open(1, 2)
    lift.take(priority=GREEN, project="lift")
    lift.take()
    lift.do(CloseWindow(window=2))
    lift.do(OpenWindow(window=2, clerk="clerk 2"))
    again = HallDay()
    again.suspend_lines()
    for event in lift.events:
        again = evolve(again, event)
    again.resume_lines()
    for number in lift.day.windows:
        assert again.waiting.in_order_at(number) == lift.day.waiting.in_order_at(number)
