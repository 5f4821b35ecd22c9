"""The rule played ahead calls in the order in which the hall will."""

from random import Random

import pytest

from queue_core.domain.records import Appointment
from queue_core.domain.ticket import Deferral, Errand, Hold, Priority, Slot
from queue_core.domain.words import DeferralReason, PriorityKind, TicketState, WindowState
from queue_core.estimates.board import lay_out
from queue_core.estimates.history import History, Service
from queue_core.estimates.simulation import quantile, simulate
from tests.unit.estimates.scenes import (
    ACCEPT,
    CUSTOMS,
    MINUTE,
    NOON,
    OPEN,
    PICKUP,
    STEADY,
    TEN,
    UNITS,
    WITH_LUNCH,
    called_min,
    scene,
    ticket,
    window,
)

ELDERLY = Priority(kind=PriorityKind.AGE, verified_by="card")


def test_those_who_wait_are_called_one_after_the_other():
    shown = scene([window(1)], [ticket(1, 3), ticket(2, 2), ticket(3, 1)])
    assert called_min(shown) == {1: 0, 2: 10, 3: 20}


def test_two_windows_share_their_line():
    shown = scene([window(1), window(2)], [ticket(n, 9 - n) for n in range(1, 6)])
    assert called_min(shown) == {1: 0, 2: 0, 3: 10, 4: 10, 5: 20}


def test_priority_goes_before_those_who_came_up_to_three_quarters_of_an_hour_earlier():
    waiting = [ticket(1, 50), ticket(2, 40), ticket(3, 1, priority=ELDERLY)]
    assert called_min(scene([window(1)], waiting)) == {1: 0, 3: 10, 2: 20}


@pytest.mark.parametrize(("case_id", "order"), [(7, [1, 3, 2]), (None, [1, 2, 3])])
def test_only_a_verified_pickup_goes_before_those_who_came_ten_minutes_earlier(case_id, order):
    waiting = [ticket(1, 12), ticket(2, 5), ticket(3, 0, PICKUP, case_id=case_id)]
    called = called_min(scene([window(1)], waiting))
    assert sorted(called, key=called.get) == order


def test_an_appointment_counts_from_five_minutes_before_its_slot():
    starts = NOON + 12 * MINUTE
    slot = Slot(appointment_id=1, starts_at_ms=starts, ends_at_ms=starts + 30 * MINUTE)
    waiting = [ticket(1, 30), ticket(2, 29), ticket(3, 1, slot=slot), ticket(4, 28)]
    assert called_min(scene([window(1)], waiting)) == {1: 0, 3: 10, 2: 20, 4: 30}


def test_a_booked_person_who_is_not_here_yet_may_still_come_first():
    booked = tuple(
        Appointment(
            appointment_id=n,
            reference=str(n),
            unit=ACCEPT,
            matter=None,
            starts_at_ms=NOON + 6 * MINUTE,
            ends_at_ms=NOON + 36 * MINUTE,
            places=1,
        )
        for n in range(6)
    )
    waiting = [ticket(1, 2), ticket(2, 1), ticket(3, 0)]
    assert called_min(scene([window(1)], waiting, appointments=booked))[3] >= 50
    assert called_min(scene([window(1)], waiting))[3] == 20


def test_people_with_priority_who_may_come_are_counted_on():
    busy = History(services=STEADY.services, priority={ACCEPT: 1 / (10 * MINUTE)})
    waiting = [ticket(1, 2), ticket(2, 1), ticket(3, 0)]
    assert called_min(scene([window(1)], waiting), busy)[3] > 30


def test_a_deferred_number_lets_three_calls_pass():
    deferral = Deferral(reason=DeferralReason.ASKED, passes_left=3)
    deferred = ticket(1, 60, state=TicketState.DEFERRED, deferral=deferral)
    waiting = [deferred, *(ticket(n, 10 - n) for n in range(2, 7))]
    assert called_min(scene([window(1)], waiting))[1] == 30


def test_a_deferred_number_is_called_at_once_where_nobody_else_waits():
    deferral = Deferral(reason=DeferralReason.ASKED, passes_left=3)
    deferred = ticket(1, 60, state=TicketState.DEFERRED, deferral=deferral)
    assert called_min(scene([window(1)], [deferred, ticket(2, 5)])) == {2: 0, 1: 10}


def test_who_comes_back_to_the_window_that_holds_the_number_is_next_there():
    hold = Hold(window=1, until_ms=2**60, reason="copies", back_at_ms=NOON - MINUTE)
    waiting = [ticket(1, 30), ticket(2, 29), ticket(3, 1, hold=hold)]
    assert called_min(scene([window(1)], waiting)) == {3: 0, 1: 10, 2: 20}


def test_a_number_sent_to_one_window_is_called_by_that_one():
    waiting = [ticket(1, 30, bound_to=2), ticket(2, 20), ticket(3, 10)]
    serving = {2: ticket(9, 40, state=TicketState.SERVING, called_at_ms=NOON)}
    windows = [window(1), window(2, state=WindowState.SERVING, ticket=9)]
    called = called_min(scene(windows, waiting, serving=serving))
    assert called == {1: 10, 2: 0, 3: 10}


def test_a_running_service_is_waited_for():
    serving = {1: ticket(9, 40, state=TicketState.SERVING, called_at_ms=NOON - 4 * MINUTE)}
    shown = scene([window(1, state=WindowState.SERVING, ticket=9)], [ticket(1)], serving=serving)
    assert called_min(shown) == {1: 6}


def test_several_errands_are_done_in_one_sitting():
    errands = tuple(Errand(unit=unit, seniority_ms=OPEN.at(NOON) - MINUTE) for unit in (ACCEPT, PICKUP))
    waiting = [ticket(1, errands=errands), ticket(2)]
    assert called_min(scene([window(1)], waiting)) == {1: 0, 2: 20}


def test_a_number_with_errands_in_two_lanes_is_called_once():
    errands = tuple(Errand(unit=unit, seniority_ms=OPEN.at(NOON) - MINUTE) for unit in (ACCEPT, CUSTOMS))
    shown = scene([window(1, ACCEPT), window(2, CUSTOMS)], [ticket(1, errands=errands), ticket(2)])
    paths = simulate(lay_out(shown, STEADY), 9, Random(1))
    assert len(paths.waits[1]) == 9


def test_nobody_is_called_in_the_break_but_what_was_begun_is_finished():
    waiting = [ticket(n, 9 - n, clock=WITH_LUNCH) for n in range(1, 4)]
    # Called at 12:00; that service ends at 12:10, in the break, so the next is called at its end (5 min on).
    assert called_min(scene([window(1)], waiting, clock=WITH_LUNCH)) == {1: 0, 2: 5, 3: 15}


def test_a_paused_window_is_taken_to_come_back():
    assert called_min(scene([window(1, state=WindowState.PAUSED)], [ticket(1)])) == {1: 10}


def test_nobody_is_called_where_no_window_is():
    shown = scene([window(1, CUSTOMS), window(2, ACCEPT, state=WindowState.CLOSED)], [ticket(1, 3)])
    assert called_min(shown) == {}


def test_before_the_opening_all_windows_are_expected():
    early = NOON - 200 * MINUTE
    closed = [window(n, state=WindowState.CLOSED) for n in (1, 2)]
    waiting = [ticket(n, 200) for n in (1, 2, 3)]
    assert called_min(scene(closed, waiting, at=early)) == {1: 0, 2: 0, 3: 10}


def test_the_same_seed_gives_the_same_future():
    waiting = [ticket(n, 30 - n, unit) for n, unit in enumerate(UNITS * 8)]
    board = lay_out(
        scene([window(1), window(2)], waiting),
        History(services=dict.fromkeys(UNITS, Service(TEN.mean_ms, 0.7)), priority={ACCEPT: 1e-6}),
    )
    assert simulate(board, 20, Random(5)) == simulate(board, 20, Random(5))
    assert simulate(board, 20, Random(5)) != simulate(board, 20, Random(6))


def test_a_newcomer_is_called_when_all_before_are():
    waiting = [ticket(n, 9 - n) for n in range(1, 5)]
    board = lay_out(scene([window(1)], waiting), STEADY)
    paths = simulate(board, 9, Random(1))
    errand = Errand(unit=ACCEPT, seniority_ms=OPEN.at(NOON))
    plain = paths.calls(board.claims((errand,), priority=False, slot=None))
    first = paths.calls(board.claims((errand,), priority=True, slot=None))
    assert round(quantile(plain, 0.5) / MINUTE) == 40
    assert round(quantile(first, 0.5) / MINUTE) == 0


def first_claim(board):
    """Of somebody who ranks before all others."""
    (claim,) = board.claims((Errand(unit=ACCEPT, seniority_ms=0),), priority=False, slot=None)
    return claim


def test_who_becomes_due_later_is_called_at_the_first_call_after_that():
    shown = scene([window(1)], [ticket(1, 3), ticket(2, 2), ticket(3, 1)])
    paths = simulate(lay_out(shown, STEADY), 15, Random(3))
    (claim,) = lay_out(shown, STEADY).claims(
        (Errand(unit=ACCEPT, seniority_ms=0),), priority=False, slot=None
    )
    due = claim._replace(since=12.0 * MINUTE)
    assert round(quantile(paths.calls([due]), 0.5) / MINUTE) == 20
    assert round(quantile(paths.calls([claim], now=2.0 * MINUTE), 0.5) / MINUTE) == 10


def test_who_becomes_due_while_a_window_is_idle_is_called_then():
    shown = scene([window(1)], [ticket(1, 3)])
    paths = simulate(lay_out(shown, STEADY), 15, Random(3))
    (claim,) = lay_out(shown, STEADY).claims(
        (Errand(unit=ACCEPT, seniority_ms=0),), priority=False, slot=None
    )
    assert set(paths.calls([claim._replace(since=25.0 * MINUTE)])) == {25.0 * MINUTE}


def test_people_without_a_right_keep_a_window_busy_for_who_becomes_due():
    shown = scene([window(1)])
    busy = History(services=dict.fromkeys(UNITS, TEN), plain={ACCEPT: 1 / MINUTE})
    board = lay_out(shown, busy)
    claim = first_claim(board)
    told = simulate(board, 40, Random(3)).calls([claim._replace(since=5.0 * MINUTE)])
    assert quantile(told, 0.5) > 7 * MINUTE


def test_closed_windows_are_expected_soon_after_the_opening_and_then_less_and_less():
    at_opening = OPEN.opens_at_ms
    closed = window(1, state=WindowState.CLOSED)

    def opens_min(passed_min):
        shown = scene([closed], at=at_opening + round(passed_min * MINUTE))
        return [desk.free_at / MINUTE for desk in lay_out(shown, STEADY).desks]

    assert opens_min(0) == [1]
    assert opens_min(3) == [3]
    assert opens_min(8) == [2]
    assert opens_min(10) == []
