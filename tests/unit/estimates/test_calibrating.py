"""What the day teaches the estimates."""

import pytest

from queue_core.domain.events import (
    DayOpened,
    PriorityGranted,
    ResultReady,
    ServiceFinished,
    TicketCalled,
    TicketConverted,
    TicketIssued,
    TicketMissed,
    WindowOpened,
)
from queue_core.domain.records import Calibration
from queue_core.domain.rules import HallRules
from queue_core.domain.ticket import Errand, Estimate, Priority
from queue_core.domain.words import PriorityKind
from queue_core.estimates.calibrator import Calibrator
from tests.unit.estimates.scenes import ACCEPT, CUSTOMS, MINUTE, NOON, OPEN, PICKUP

USUAL = {ACCEPT: 12 * MINUTE, PICKUP: 3 * MINUTE}


def opened(calibration=None):
    return DayOpened(
        at_ms=NOON - 200 * MINUTE,
        day="2026-11-23",
        rules=HallRules(categories=(), windows=()),
        next_ticket_id=1,
        next_call_id=1,
        sessions=OPEN.sessions,
        calibration=calibration or Calibration(),
    )


def visit(
    ticket_id, at_min, *, told=None, waits=0.0, takes=10.0, units=(ACCEPT,), end=ServiceFinished, items=1
):
    """Everything from the number to the end of the service; `told` is (P50, P90) in minutes."""
    issued, called = NOON + round(at_min * MINUTE), NOON + round((at_min + waits) * MINUTE)
    errands = tuple(Errand(unit=unit, seniority_ms=OPEN.at(issued), items=items) for unit in units)
    return [
        TicketIssued(
            at_ms=issued,
            ticket_id=ticket_id,
            number="001",
            reference=str(ticket_id),
            errands=errands,
            language="zh-CN",
            holder=None,
            visitor=ticket_id,
            estimate=told and Estimate(p50_ms=told[0] * MINUTE, p90_ms=told[1] * MINUTE),
        ),
        TicketCalled(
            at_ms=called, call_id=ticket_id, ticket_id=ticket_id, window=1, in_hand=tuple(range(len(units)))
        ),
        end(at_ms=called + round(takes * MINUTE), ticket_id=ticket_id, window=1),
    ]


def after(*events, calibration=None):
    calibrator = Calibrator(USUAL)
    for event in (opened(calibration), *events):
        calibrator.hear(event)
    return calibrator


def mean_min(calibrator, unit=ACCEPT):
    return calibrator.service(unit).mean_ms / MINUTE


def test_at_first_the_catalogue_is_believed():
    assert mean_min(after()) == 12
    assert mean_min(after(), PICKUP) == 3


def test_the_more_services_were_seen_the_more_they_count():
    few = after(*(event for n in range(4) for event in visit(n, n, takes=20)))
    many = after(*(event for n in range(80) for event in visit(n, n, takes=20)))
    assert 13 < mean_min(few) < 16
    assert 18.5 < mean_min(many) < 20


def test_what_one_category_shows_is_expected_of_its_class_in_the_others():
    calibrator = after(*(event for n in range(80) for event in visit(n, n, takes=24)))
    assert 20 < mean_min(calibrator, CUSTOMS) < 24
    assert mean_min(calibrator, PICKUP) == 3


def test_results_of_the_same_day_count_as_people_who_may_overtake():
    ready = [
        ResultReady(
            at_ms=NOON + n * MINUTE, ticket_id=1, errand=Errand(unit=PICKUP, seniority_ms=0, case_id=n)
        )
        for n in range(1, 121)
    ]
    history = after(visit(1, 0)[0], *ready).history((PICKUP,), NOON + 120 * MINUTE)
    assert history.pickup[PICKUP] * 60 * MINUTE == pytest.approx(60, rel=0.05)


def test_a_sitting_with_two_errands_is_shared_by_their_usual_lengths():
    calibrator = after(*(e for n in range(200) for e in visit(n, 0, takes=30, units=(ACCEPT, PICKUP))))
    assert mean_min(calibrator) == pytest.approx(24, rel=0.05)
    assert mean_min(calibrator, PICKUP) == pytest.approx(6, rel=0.05)


def test_each_of_an_agents_cases_counts_for_itself():
    calibrator = after(*(e for n in range(200) for e in visit(n, 0, takes=40, items=4)))
    assert mean_min(calibrator) == pytest.approx(10, rel=0.02)


def test_a_no_show_takes_its_window_too():
    assert mean_min(after(*visit(1, 0, takes=1, end=TicketMissed))) < 12


def test_a_service_that_was_forgotten_counts_as_a_long_one_only():
    assert mean_min(after(*visit(1, 0, takes=600))) < 20


def test_the_ratio_follows_what_waits_turned_out_to_be():
    longer = after(*(e for n in range(60) for e in visit(n, n, told=(10, 18), waits=13)))
    right = after(*(e for n in range(60) for e in visit(n, n, told=(10, 18), waits=10)))
    assert longer.ratio > 1.15
    assert right.ratio == pytest.approx(1, abs=0.01)


def test_the_p90_widens_while_more_than_one_in_ten_wait_longer():
    too_narrow = after(*(e for n in range(60) for e in visit(n, n, told=(10, 12), waits=14)))
    too_wide = after(*(e for n in range(60) for e in visit(n, n, told=(10, 30), waits=10)))
    assert too_narrow.stretch > 2
    assert too_wide.stretch < 0.8


def test_at_nine_of_ten_within_the_p90_it_stays():
    waits = [25 if n % 10 == 0 else 10 for n in range(200)]
    calibrator = after(*(e for n, wait in enumerate(waits) for e in visit(n, 0, told=(10, 20), waits=wait)))
    assert calibrator.stretch == pytest.approx(1, abs=0.06)


@pytest.mark.parametrize(
    "change",
    [
        TicketConverted(at_ms=NOON, ticket_id=1, errand=0, unit=PICKUP, matter=None),
        PriorityGranted(
            at_ms=NOON, ticket_id=1, priority=Priority(kind=PriorityKind.AGE, verified_by="clerk:1001")
        ),
    ],
)
def test_what_became_another_number_teaches_nothing_of_waits(change):
    issued, *rest = visit(1, 0, told=(10, 18), waits=100)
    calibrator = after(issued, change, *rest)
    assert (calibrator.ratio, calibrator.stretch) == (1, 1)


def test_what_was_learned_crosses_midnight():
    today = after(*(e for n in range(60) for e in visit(n, n, told=(10, 12), waits=14, takes=20)))
    tomorrow = after(calibration=today.calibration())
    assert tomorrow.calibration() == today.calibration()
    assert mean_min(tomorrow) == mean_min(today) > 15


def test_who_comes_with_a_right_is_counted_by_the_hour():
    elderly = Priority(kind=PriorityKind.AGE, verified_by="card")
    events = [
        event
        for n in range(120)
        for event in [visit(n, n)[0], PriorityGranted(at_ms=NOON + n * MINUTE, ticket_id=n, priority=elderly)]
    ]
    history = after(*events).history((ACCEPT,), NOON + 120 * MINUTE)
    assert history.priority[ACCEPT] * 60 * MINUTE == pytest.approx(60, rel=0.05)


def test_windows_open_today_are_remembered():
    staffed = after(WindowOpened(at_ms=NOON, window=4, clerk="1001")).history((), NOON).staffed
    assert staffed == {4}
