"""Work ahead over shared windows."""

import pytest

from queue_core.domain.ticket import Errand
from queue_core.domain.words import TicketState, WindowState
from queue_core.estimates.board import lay_out
from queue_core.estimates.history import History
from queue_core.estimates.pressure import Added, press
from tests.unit.estimates.scenes import (
    ACCEPT,
    CUSTOMS,
    MINUTE,
    NOON,
    OPEN,
    STEADY,
    TEN,
    scene,
    ticket,
    window,
)


def newcomer(board, unit=ACCEPT, **rights):
    errand = Errand(unit=unit, seniority_ms=OPEN.at(board.scene.now_ms))
    return board.claims((errand,), **{"priority": False, "slot": None} | rights)


def wait_min(shown, unit=ACCEPT, history=STEADY, **rights):
    board = lay_out(shown, history)
    return press(board).wait(newcomer(board, unit, **rights)).mean / MINUTE


def busy(*numbers, units=()):
    """Windows in the middle of a service, and what they serve."""
    serving = {n: ticket(900 + n, 60, state=TicketState.SERVING, called_at_ms=NOON) for n in numbers}
    return [window(n, *units, state=WindowState.SERVING, ticket=900 + n) for n in numbers], serving


def test_a_free_window_means_no_wait():
    assert wait_min(scene([window(1)])) == 0


def test_work_ahead_is_divided_by_the_windows():
    windows, serving = busy(1, 2)
    shown = scene(windows, [ticket(n, 9) for n in range(1, 9)], serving=serving)
    # 8 x 10 minutes for two windows, and half a service until the first of them is free.
    assert wait_min(shown) == pytest.approx((80 + 5) / 2, rel=0.01)


def test_windows_of_all_skills_go_where_the_wait_is_long():
    mine, serving = busy(1, units=(ACCEPT,))
    all_skill, more = busy(2)
    other, others = busy(3, units=(CUSTOMS,))
    waiting = [ticket(n, 9) for n in range(1, 9)]
    shown = scene(mine + all_skill + other, waiting, serving=serving | more | others)
    assert wait_min(shown) == pytest.approx(42.5, rel=0.05)
    assert wait_min(shown, CUSTOMS) == pytest.approx(5, rel=0.1)


def test_those_expected_to_overtake_are_added():
    windows, serving = busy(1)
    shown = scene(windows, [ticket(1, 9), ticket(2, 8)], serving=serving)
    often = History(services=STEADY.services, priority={ACCEPT: 1 / (50 * MINUTE)})
    assert wait_min(shown, history=often) > wait_min(shown) + 3
    assert wait_min(shown, history=often, priority=True) < wait_min(shown)


def test_those_who_came_since_are_added_once_the_free_windows_have_had_theirs():
    board = lay_out(scene([window(1), window(2)]), STEADY)
    pressure, claims = press(board), newcomer(board)
    lane = claims[0].lane

    def added(count):
        none = [Added(0, 0.0)] * len(board.lanes)
        return [*none[:lane], Added(count, count * TEN.mean_ms), *none[lane + 1 :]]

    assert pressure.wait(claims, added(2)).mean == 0
    assert pressure.wait(claims, added(6)).mean == pytest.approx(20 * MINUTE)


def test_ahead_are_those_at_the_most_favourable_window():
    waiting = [ticket(n, 9, unit) for n, unit in enumerate([ACCEPT, CUSTOMS, CUSTOMS, ACCEPT, CUSTOMS])]
    board = lay_out(scene([window(1, ACCEPT), window(2)], waiting), STEADY)
    assert press(board).ahead(newcomer(board)) == 2
    assert press(board).ahead(newcomer(board, CUSTOMS)) == 5


def test_nine_in_ten_wait_less_than_a_longer_time():
    windows, serving = busy(1, 2)
    board = lay_out(scene(windows, [ticket(n, 9) for n in range(1, 9)], serving=serving), STEADY)
    wait = press(board).wait(newcomer(board))
    assert wait.mean < wait.p90 < 2 * wait.mean


def test_nothing_is_said_where_no_window_is():
    board = lay_out(scene([window(1, CUSTOMS)], [ticket(1, 5)]), STEADY)
    assert press(board).wait(newcomer(board)) is None
