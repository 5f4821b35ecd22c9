import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from queue_core.domain import refusals
from queue_core.domain.commands import (
    CallNext,
    CallWaiting,
    Cancel,
    CloseDay,
    CloseWindow,
    KeepTime,
    MarkNoShow,
    OpenWindow,
    PauseWindow,
    Recall,
    ReportSpoken,
    ResumeWindow,
    Return,
)
from queue_core.domain.events import (
    AppointmentEnded,
    HeadStartChanged,
    TicketExpired,
    TicketMissed,
    WindowOpened,
)
from queue_core.domain.rules import SlotRules, Unit
from queue_core.domain.words import AppointmentState, ExpiryReason, TicketClass, TicketState, WindowState

ACCEPT, CONSULT, PICKUP = (Unit("registration", each) for each in TicketClass)
CUSTOMS = Unit("customs", TicketClass.ACCEPT)
MINUTE = 60_000
TERMINAL = 9


def keep(house, minute):
    return house.at(minute).do(KeepTime())


def kinds(events):
    return [type(each) for each in events]


def miss(house, unit=ACCEPT):
    ticket = house.take(unit)
    house.do(CallNext(window=1))
    house.do(Recall(window=1))
    house.do(Recall(window=1))
    house.now_ms += MINUTE
    house.do(MarkNoShow(window=1))
    return house.now(ticket)


def test_terminals_open_with_the_first_session(house) -> None:
    assert keep(house, 540 - 0.001) == ()
    assert kinds(keep(house, 540)) == [WindowOpened]
    assert house.day.windows[TERMINAL].state is WindowState.FREE
    assert keep(house, 541) == ()


def test_terminals_of_a_hall_that_is_never_closed_open_at_once(house_by) -> None:
    house = house_by(sessions=())
    assert kinds(keep(house, 420)) == [WindowOpened]


def test_no_terminal_opens_after_the_last_closing_or_in_a_closed_hall(house) -> None:
    assert keep(house, 17 * 60) == ()
    house.at(540).do(CloseDay(reason=ExpiryReason.HALL_CLOSED))
    assert keep(house, 541) == ()


def test_a_terminal_that_staff_closed_stays_closed_that_day_and_opens_on_the_next(house) -> None:
    keep(house, 540)
    house.do(CloseWindow(window=TERMINAL))
    assert keep(house, 541) == ()
    house.next_day()
    assert kinds(keep(house, 540)) == [WindowOpened]


def test_a_terminal_out_of_order_stays_so_until_it_is_resumed(house) -> None:
    keep(house, 540)
    house.do(PauseWindow(window=TERMINAL, reason="out of order"))
    assert keep(house, 541) == ()
    house.do(ResumeWindow(window=TERMINAL))
    assert house.day.windows[TERMINAL].state is WindowState.FREE


def called_at_terminal(house):
    keep(house, 540)
    ticket = house.take(PICKUP)
    house.do(CallWaiting())
    assert house.now(ticket).window == TERMINAL
    return ticket


def test_nobody_misses_a_call_of_a_terminal_that_is_out_of_order(house) -> None:
    ticket = called_at_terminal(house)
    house.do(PauseWindow(window=TERMINAL, reason="out of order"))
    assert house.day.windows[TERMINAL].state is WindowState.PAUSED
    assert keep(house, 545) == ()
    assert house.now(ticket).state is TicketState.WAITING
    house.do(OpenWindow(window=1, clerk="1001"))
    house.do(CallNext(window=1))
    assert house.now(ticket).window == 1


def test_who_does_not_come_to_a_terminal_within_a_minute_of_the_spoken_call_has_missed_it(house) -> None:
    ticket = called_at_terminal(house)
    house.now_ms += 20_000
    house.do(ReportSpoken(call_id=1))
    assert keep(house, 541.333 - 0.01) == ()
    assert kinds(keep(house, 541.34)) == [TicketMissed]
    assert house.now(ticket).state is TicketState.ABSENT
    assert house.day.windows[TERMINAL].state is WindowState.FREE


def test_a_call_to_a_terminal_that_was_never_spoken_is_missed_as_well(house) -> None:
    called_at_terminal(house)
    assert keep(house, 541 - 0.001) == ()
    assert kinds(keep(house, 541)) == [TicketMissed]


def test_a_second_miss_at_a_terminal_ends_the_number(house) -> None:
    ticket = called_at_terminal(house)
    keep(house, 541)
    house.do(Return(ticket_id=ticket.ticket_id))
    house.do(CallWaiting())
    assert kinds(keep(house, 542)) == [TicketMissed, TicketExpired]
    assert house.now(ticket).state is TicketState.EXPIRED


def test_who_is_away_for_more_than_half_an_hour_has_lost_the_number(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    ticket = miss(house)
    assert TicketExpired not in kinds(keep(house, 541 + 30))
    (expired,) = [each for each in keep(house, 541 + 30.001) if isinstance(each, TicketExpired)]
    assert (expired.ticket_id, expired.reason) == (ticket.ticket_id, ExpiryReason.AWAY_TOO_LONG)
    assert keep(house, 600) == ()


def test_lunch_does_not_count_as_absence(house) -> None:
    house.at(11 * 60 + 45).do(OpenWindow(window=1, clerk="1001"))
    keep(house, 11 * 60 + 45)
    miss(house)
    assert keep(house, 13 * 60 + 30) == ()
    assert keep(house, 13 * 60 + 46) == ()
    assert kinds(keep(house, 13 * 60 + 46.001)) == [TicketExpired]


def test_all_who_are_away_too_long_end_and_nobody_else(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    first, second = miss(house), miss(house)
    house.at(560)
    third = miss(house)
    ended = [each.ticket_id for each in keep(house, 573) if isinstance(each, TicketExpired)]
    assert ended == [first.ticket_id, second.ticket_id]
    assert house.now(third).state is TicketState.ABSENT


def test_an_appointment_nobody_checked_in_is_missed_when_its_tolerance_has_passed(house) -> None:
    keep(house, 540)
    booked, used = house.book(600), house.book(600)
    number = house.take(appointment_id=used.appointment_id)
    house.do(Cancel(ticket_id=number.ticket_id))
    assert keep(house, 640) == ()
    (ended,) = keep(house, 640.001)
    assert (type(ended), ended.appointment_id) == (AppointmentEnded, booked.appointment_id)
    assert house.now(booked).state is AppointmentState.MISSED
    assert keep(house, 641) == ()


@given(st.lists(st.tuples(st.integers(20, 33), st.booleans()), max_size=20), st.integers(540, 1_019))
def test_the_timer_finds_exactly_the_appointments_that_have_lapsed(house_by, wanted, minute) -> None:
    house = house_by()
    slots = (SlotRules(category="registration", capacity=99),)
    house.next_day(rules=replace(house.rules, slots=slots))
    house.at(420)
    in_hours = [(half * 30, is_used) for half, is_used in wanted if half not in (24, 25, 26)]
    booked = [(house.book(start), is_used) for start, is_used in in_hours]
    house.at(490)
    for each, is_used in booked:
        if is_used:
            house.take(appointment_id=each.appointment_id)
    missed = {each.appointment_id for each in keep(house, minute) if isinstance(each, AppointmentEnded)}
    lapsed = [
        each for each, is_used in booked if not is_used and each.ends_at_ms + 10 * MINUTE < house.now_ms
    ]
    assert missed == {each.appointment_id for each in lapsed}


def test_the_head_start_of_appointments_grows_with_the_longest_wait_by_quarter_hours(
    house,
) -> None:
    house.take(ACCEPT)
    keep(house, 540)
    assert keep(house, 590) == ()
    (changed,) = keep(house, 590.001)
    assert type(changed) is HeadStartChanged
    assert changed.head_start_ms == house.day.head_start_ms == 75 * MINUTE
    assert keep(house, 600) == ()
    assert keep(house, 700)[0].head_start_ms == 180 * MINUTE


def test_the_head_start_stays_while_anybody_waits_and_is_restored_when_nobody_does(house) -> None:
    old, young = house.take(ACCEPT), house.take(CUSTOMS)
    keep(house, 600)
    assert house.day.head_start_ms == 75 * MINUTE
    house.do(Cancel(ticket_id=old.ticket_id))
    assert keep(house, 601) == ()
    house.do(Cancel(ticket_id=young.ticket_id))
    assert [each.head_start_ms for each in keep(house, 602)] == [60 * MINUTE]


def test_the_head_start_does_not_grow_where_there_are_no_appointments(house) -> None:
    house.next_day(rules=replace(house.rules, slots=()))
    house.at(540).take(ACCEPT)
    keep(house, 540)
    assert keep(house, 700) == ()


def test_the_head_start_never_exceeds_three_hours_and_then_today_is_no_longer_booked(house) -> None:
    house.take(ACCEPT)
    keep(house, 711)
    assert house.day.head_start_ms == 180 * MINUTE
    assert keep(house, 16 * 60) == ()
    with pytest.raises(refusals.SameDayStopped):
        house.book(16 * 60 + 30)
    assert house.book(600, days=1)


def test_who_missed_a_call_does_not_raise_the_head_start(house) -> None:
    house.do(OpenWindow(window=1, clerk="1001"))
    keep(house, 540)
    ticket = miss(house)
    house.do(Return(ticket_id=ticket.ticket_id))
    assert keep(house, 700) == ()
    assert house.day.head_start_ms == 60 * MINUTE
