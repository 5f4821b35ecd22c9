"""What the application is told, and what it may rely on between two refreshes."""

from random import Random

import pytest

from queue_core.domain.events import (
    DayOpened,
    EstimateShown,
    ServiceFinished,
    TicketCalled,
    TicketCancelled,
    TicketConverted,
    TicketIssued,
    WindowOpened,
)
from queue_core.domain.evolve import evolve
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import CategoryRules, HallRules, Policy, WindowRules
from queue_core.domain.ticket import Errand, Estimate
from queue_core.domain.words import TicketClass, TicketState, WindowState
from queue_core.estimates import Estimator, scene_of
from queue_core.estimates.estimator import MOST_SIMULATED
from tests.unit.estimates.scenes import (
    ACCEPT,
    CUSTOMS,
    MINUTE,
    NOON,
    OPEN,
    PICKUP,
    UNITS,
    WITH_LUNCH,
    scene,
    ticket,
    window,
)

TEN = dict.fromkeys(UNITS, 10 * MINUTE)
CLOSE = OPEN.closes_at_ms


def opened(clock=OPEN):
    return DayOpened(
        at_ms=NOON - 200 * MINUTE,
        day="2026-11-23",
        rules=HallRules(
            categories=(
                CategoryRules(code="registration", classes=(TicketClass.ACCEPT, TicketClass.PICKUP)),
                CategoryRules(code="customs", classes=(TicketClass.ACCEPT,)),
            ),
            windows=(WindowRules(number=1, profile=UNITS),),
        ),
        next_ticket_id=1,
        next_call_id=1,
        sessions=clock.sessions,
    )


def issued(ticket_id, at_ms=NOON, told=None, unit=ACCEPT):
    return TicketIssued(
        at_ms=at_ms,
        ticket_id=ticket_id,
        number="001",
        reference=str(ticket_id),
        errands=(Errand(unit=unit, seniority_ms=OPEN.at(at_ms)),),
        language="zh-CN",
        holder=None,
        visitor=ticket_id,
        estimate=told,
    )


def estimator_for(*waiting, clock=OPEN, windows=None, at=NOON):
    estimator = Estimator(TEN, Random(1))
    estimator.hear([opened(clock), *(issued(each.ticket_id, each.issued_at_ms) for each in waiting)])
    estimator.refresh(scene(windows or [window(1)], waiting, clock=clock, at=at), paths=40)
    return estimator


def minutes(estimate):
    return round(estimate.p50_ms / MINUTE), round(estimate.p90_ms / MINUTE)


def test_before_the_first_refresh_nothing_is_said():
    forecast = Estimator(TEN, Random(1)).for_newcomer(NOON, (ACCEPT,))
    assert (forecast.estimate, forecast.closing_chance) == (None, None)


def test_a_free_window_means_no_wait_and_no_spread():
    forecast = estimator_for().for_newcomer(NOON, (ACCEPT,))
    assert forecast.estimate == Estimate(p50_ms=0, p90_ms=0)
    assert (forecast.ahead, forecast.closing_chance) == (0, 1000)


def test_a_newcomer_is_told_a_half_and_a_nine_in_ten():
    estimate = estimator_for(*(ticket(n, 9) for n in range(1, 6))).for_newcomer(NOON, (ACCEPT,)).estimate
    assert 40 <= estimate.p50_ms / MINUTE <= 65
    assert estimate.p90_ms >= estimate.p50_ms + 5 * MINUTE


def test_time_that_has_passed_since_the_refresh_was_waited_already():
    estimator = estimator_for(*(ticket(n, 9) for n in range(1, 6)))
    now = estimator.for_ticket(NOON, 5)
    later = estimator.for_ticket(NOON + 2 * MINUTE, 5)
    assert now.p50_ms - later.p50_ms == 2 * MINUTE


def test_once_the_free_window_is_taken_a_newcomer_waits():
    estimator = estimator_for()
    estimator.hear([TicketCalled(at_ms=NOON + 1_000, call_id=1, ticket_id=1, window=1)])
    estimate = estimator.for_newcomer(NOON + 2_000, (ACCEPT,)).estimate
    assert MINUTE <= estimate.p50_ms < estimate.p90_ms


def test_as_soon_as_a_window_is_free_and_nobody_before_there_is_no_wait():
    serving = ticket(1, 1, state=TicketState.SERVING, called_at_ms=NOON, window=1)
    estimator = Estimator(TEN, Random(1))
    estimator.hear([opened(), issued(1)])
    busy = window(1, state=WindowState.SERVING, ticket=1)
    estimator.refresh(scene([busy], at=NOON, serving={1: serving}))
    assert estimator.for_newcomer(NOON + 1_000, (ACCEPT,)).estimate.p50_ms > MINUTE
    estimator.hear([ServiceFinished(at_ms=NOON + 2_000, ticket_id=1, window=1)])
    told = estimator.for_newcomer(NOON + 2_000, (ACCEPT,))
    assert (told.estimate, told.closing_chance) == (Estimate(p50_ms=0, p90_ms=0), 1000)


def test_somebody_with_a_right_does_not_wait_for_those_without_who_came_since():
    estimator = estimator_for(ticket(1, 9))
    before = estimator.for_newcomer(NOON + 5_000, (ACCEPT,), priority=True)
    estimator.hear([issued(n, NOON + 5_000) for n in range(3, 9)])
    assert estimator.for_newcomer(NOON + 5_000, (ACCEPT,), priority=True) == before


def test_those_who_came_since_the_refresh_stand_before_a_newcomer():
    estimator = estimator_for(ticket(1, 9), ticket(2, 8))
    before = estimator.for_newcomer(NOON + 5_000, (ACCEPT,))
    estimator.hear([issued(n, NOON + 5_000) for n in range(3, 9)])
    after = estimator.for_newcomer(NOON + 5_000, (ACCEPT,))
    assert after.ahead == before.ahead + 6
    assert after.estimate.p50_ms > before.estimate.p50_ms + 40 * MINUTE


def test_equal_newcomers_of_one_second_are_told_the_same_and_the_next_ones_less():
    estimator = estimator_for(*(ticket(n, 9) for n in range(1, 6)))
    first = estimator.for_newcomer(NOON + 5_000, (ACCEPT,))
    assert estimator.for_newcomer(NOON + 5_999, (ACCEPT,)) == first
    assert estimator.for_newcomer(NOON + 5_999, (ACCEPT,), priority=True).ahead < first.ahead
    later = estimator.for_newcomer(NOON + 6_000, (ACCEPT,))
    assert later.estimate.p50_ms == first.estimate.p50_ms - 1_000


def test_a_refresh_counts_nobody_twice():
    waiting = [ticket(n, 9) for n in range(1, 5)]
    estimator = estimator_for(*waiting)
    at_first = estimator.for_newcomer(NOON, (ACCEPT,)).ahead
    estimator.refresh(scene([window(1)], waiting, at=NOON))
    assert estimator.for_newcomer(NOON, (ACCEPT,)).ahead == at_first == 4


def test_rights_shorten_the_wait():
    estimator = estimator_for(*(ticket(n, 9) for n in range(1, 6)))
    plain = estimator.for_newcomer(NOON, (PICKUP,)).estimate
    verified = estimator.for_newcomer(NOON, (PICKUP,), is_verified=True).estimate
    priority = estimator.for_newcomer(NOON, (PICKUP,), priority=True).estimate
    assert priority.p50_ms <= verified.p50_ms < plain.p50_ms


def test_a_conversion_is_told_with_the_seniority_the_number_has():
    waiting = [ticket(1, 9), ticket(2, 8), *(ticket(n, 5, CUSTOMS) for n in range(3, 9))]
    windows = [window(1, ACCEPT), window(2, CUSTOMS)]
    estimator = estimator_for(*waiting, windows=windows)
    forecast = estimator.before_choice(NOON, waiting[1], CUSTOMS)
    assert forecast.ahead == 0
    assert minutes(forecast.estimate)[0] <= 1
    assert minutes(estimator.for_newcomer(NOON, (CUSTOMS,)).estimate)[0] >= 50


@pytest.mark.parametrize("is_on_the_board", [True, False])
def test_nobody_stands_before_himself_nor_do_later_comers(is_on_the_board):
    """All at the same instant and at one window, so that only the order of the numbers tells them apart."""
    first, mine, last = (ticket(n, unit=unit) for n, unit in ((1, CUSTOMS), (2, ACCEPT), (3, CUSTOMS)))
    if is_on_the_board:
        estimator = estimator_for(first, mine, last)
        estimator.hear([issued(4, NOON + 1_000)])
    else:
        estimator = estimator_for()
        estimator.hear([issued(1, unit=CUSTOMS), issued(2), issued(3, unit=CUSTOMS)])
    forecast = estimator.before_choice(NOON + 1_000, mine, CUSTOMS)
    assert forecast.ahead == 1
    assert 5 <= minutes(forecast.estimate)[0] <= 11


def test_a_pickup_that_becomes_a_consultation_gives_its_place_up_and_is_not_before_itself():
    mine = ticket(2, 5, PICKUP, case_id=1)
    estimator = estimator_for(ticket(1, 9), mine)
    assert estimator.before_choice(NOON, mine, CUSTOMS).ahead == 1


def test_who_left_since_the_refresh_stands_before_nobody():
    waiting = [ticket(1, 9), ticket(2, 8), ticket(3, 7)]
    estimator = estimator_for(*waiting)
    estimator.hear([TicketCancelled(at_ms=NOON + 1_000, ticket_id=1), issued(4, NOON + 1_000)])
    estimator.hear([TicketCancelled(at_ms=NOON + 2_000, ticket_id=4)])
    assert estimator.before_choice(NOON + 2_000, waiting[2], CUSTOMS).ahead == 1


def test_the_break_is_part_of_the_wait():
    waiting = [ticket(1, 9, clock=WITH_LUNCH), ticket(2, 8, clock=WITH_LUNCH)]
    estimator = estimator_for(*waiting, clock=WITH_LUNCH)
    assert estimator.for_newcomer(NOON, (ACCEPT,)).estimate.p50_ms >= 95 * MINUTE


def test_before_the_opening_the_wait_counts_from_now():
    estimator = estimator_for(at=NOON - 200 * MINUTE)
    assert minutes(estimator.for_newcomer(NOON - 200 * MINUTE, (ACCEPT,)).estimate) == (20, 20)


@pytest.mark.parametrize(("left_min", "chance"), [(300, (900, 1000)), (35, (100, 900)), (2, (0, 100))])
def test_the_chance_of_being_called_falls_as_closing_comes_near(left_min, chance):
    at = CLOSE - left_min * MINUTE
    waiting = [ticket(n, (NOON - at) / MINUTE + 1) for n in range(1, 4)]
    told = estimator_for(*waiting, at=at).for_newcomer(at, (ACCEPT,)).closing_chance
    assert chance[0] <= told <= chance[1]


def test_after_the_last_closing_nobody_is_promised_anything():
    estimator = estimator_for(ticket(1, 9), at=CLOSE - MINUTE)
    assert estimator.for_newcomer(CLOSE + MINUTE, (ACCEPT,)).closing_chance == 0


def test_where_no_window_is_there_is_no_estimate():
    estimator = estimator_for(ticket(1, 9), windows=[window(1, CUSTOMS)])
    assert estimator.for_newcomer(NOON, (ACCEPT,)).estimate is None
    assert estimator.for_ticket(NOON, 1) is None


def test_what_was_told_at_issue_holds_until_the_next_refresh():
    estimator = estimator_for()
    told = Estimate(p50_ms=9 * MINUTE, p90_ms=15 * MINUTE)
    estimator.hear([issued(7, NOON + 1_000, told)])
    shown = estimator.for_ticket(NOON + 1_000 + MINUTE, 7)
    assert (shown.p50_ms, shown.p90_ms) == (8 * MINUTE, 14 * MINUTE)


def test_what_was_shown_before_a_conversion_holds_after_it():
    estimator = estimator_for(ticket(1, 9), ticket(2, 8))
    told = Estimate(p50_ms=4 * MINUTE, p90_ms=6 * MINUTE)
    shown = EstimateShown(at_ms=NOON + 1_000, ticket_id=2, unit=CUSTOMS, ahead=1, estimate=told)
    before = estimator.for_ticket(NOON + 1_000, 2)
    estimator.hear([shown])
    assert estimator.for_ticket(NOON + 1_000, 2) == before
    estimator.hear([TicketConverted(at_ms=NOON + 1_000, ticket_id=2, errand=0, unit=CUSTOMS, matter=None)])
    assert estimator.for_ticket(NOON + 1_000, 2) == told


@pytest.mark.parametrize(
    "end",
    [
        TicketCalled(at_ms=NOON, call_id=1, ticket_id=1, window=1),
        TicketCancelled(at_ms=NOON, ticket_id=1),
    ],
)
def test_who_waits_no_more_is_told_nothing(end):
    estimator = estimator_for(ticket(1, 9), ticket(2, 8))
    estimator.hear([end])
    assert estimator.for_ticket(NOON, 1) is None
    assert estimator.for_ticket(NOON, 2) is not None


def test_a_new_day_begins_without_yesterdays_people():
    estimator = estimator_for(ticket(1, 9))
    estimator.hear([opened()])
    assert estimator.for_ticket(NOON, 1) is None
    assert estimator.for_newcomer(NOON, (ACCEPT,)).estimate is None


def test_a_crowd_too_large_to_simulate_is_told_by_the_formula():
    crowd = [ticket(n, 9) for n in range(1, MOST_SIMULATED + 2)]
    estimator = estimator_for(*crowd)
    forecast = estimator.for_newcomer(NOON, (ACCEPT,))
    assert forecast.ahead == MOST_SIMULATED + 1
    assert forecast.estimate.p50_ms == pytest.approx(forecast.ahead * 10 * MINUTE, rel=0.05)
    assert forecast.closing_chance is None


def test_a_scene_is_taken_from_the_day():
    day = HallDay()
    for event in (
        opened(),
        WindowOpened(at_ms=NOON - 100 * MINUTE, window=1, clerk="1001"),
        issued(1, NOON - 9 * MINUTE),
        issued(2, NOON - 8 * MINUTE),
        TicketCalled(at_ms=NOON - 7 * MINUTE, call_id=1, ticket_id=1, window=1),
    ):
        day = evolve(day, event)
    taken = scene_of(day, NOON)
    assert [each.ticket_id for each in taken.waiting] == [2]
    assert taken.at_windows[1].ticket_id == 1
    assert [(each.number, each.state) for each in taken.windows] == [(1, WindowState.CALLED)]
    assert taken.head_start_ms == Policy().appointment_head_start_ms
    assert taken.hall_ms == OPEN.at(NOON)
