"""A journal of a few events, written by hand, and what the witness must see in it."""

import msgspec
import pytest

from sim.day.figures import figures, quantile
from sim.day.goals import MORE_WINDOWS, Goal, goals_of_a_comparison, goals_of_a_day
from sim.day.journal import Happened, read_journal
from sim.day.witness import Witness
from sim.errors import BadScenario

MINUTE = 60_000
HEAD_STARTS = {"priority": 45 * MINUTE, "pickup": 10 * MINUTE}
UNIT = {"category": "a", "ticket_class": "accept"}
OTHER = {"category": "b", "ticket_class": "accept"}


def at(minute, kind, **body):
    return Happened(minute * MINUTE, kind, body)


def opened(minute=0):
    rules = {
        "policy": {"appointment_head_start_ms": 60 * MINUTE},
        "windows": [{"number": 1, "profile": [UNIT]}, {"number": 2, "profile": [OTHER]}],
    }
    sessions = [{"opens_at_ms": 0, "closes_at_ms": 200 * MINUTE}]
    return at(minute, "day-opened", rules=rules, sessions=sessions)


def issued(minute, ticket, *, unit=UNIT, **more):
    errand = {"unit": unit, "seniority_ms": minute * MINUTE}
    return at(minute, "ticket-issued", ticket_id=ticket, visitor=ticket, errands=[errand], **more)


def called(minute, ticket, *, window=1, right="arrival", way="rule"):
    return at(minute, "ticket-called", ticket_id=ticket, window=window, in_hand=[0], right=right, way=way)


def finished(minute, ticket, *, window=1):
    return at(minute, "service-finished", ticket_id=ticket, window=window, done=[0])


def window_opened(minute, window=1):
    return at(minute, "window-opened", window=window, clerk="1")


def seen(*events):
    return Witness(HEAD_STARTS).watch(events)


def test_a_wait_lasts_from_the_number_to_its_first_call():
    found = figures(seen(opened(), issued(1, 1), window_opened(4), called(4, 1), finished(9, 1)))
    assert (found.waits.count, found.waits.mean_min, found.hall_min) == (1, 3.0, 8.0)


def test_an_overtaking_by_a_right_has_its_reason_and_its_lead():
    found = figures(
        seen(
            opened(),
            issued(1, 1),
            issued(21, 2, priority={}),
            window_opened(30),
            called(30, 2, right="priority"),
        )
    )
    assert found.overtakings["priority"].largest_min == 20.0
    assert found.overtakings["priority"].beyond == 0
    assert found.unexplained == 0


def test_a_lead_longer_than_its_right_is_noticed():
    found = figures(
        seen(opened(), issued(1, 1), issued(61, 2), window_opened(62), called(62, 2, right="priority"))
    )
    assert found.overtakings["priority"].beyond == 1


def test_an_overtaking_without_a_right_is_unexplained():
    found = figures(seen(opened(), issued(1, 1), issued(2, 2), window_opened(3), called(3, 2)))
    assert found.unexplained == 1


def test_whoever_the_window_does_not_serve_is_not_overtaken():
    found = figures(seen(opened(), issued(1, 1, unit=OTHER), issued(2, 2), window_opened(3), called(3, 2)))
    assert found.unexplained == 0


def test_whoever_lets_others_pass_is_not_overtaken():
    deferred = at(2, "ticket-deferred", ticket_id=1, reason="asked", passes=3)
    found = figures(seen(opened(), issued(1, 1), deferred, issued(2, 2), window_opened(3), called(3, 2)))
    assert found.unexplained == 0


def test_a_free_window_beside_somebody_waiting_is_noticed():
    found = figures(seen(opened(), window_opened(1), issued(2, 1), called(5, 1)))
    assert (found.idle_violations, found.idle_min) == (1, 3.0)


@pytest.mark.parametrize(
    "between",
    [
        at(2, "window-paused", window=1, reason="lunch"),
        at(2, "window-closed", window=1),
        at(2, "ticket-cancelled", ticket_id=1),
        at(2, "profile-changed", window=1, profile=[OTHER]),
    ],
    ids=lambda event: event.kind,
)
def test_a_window_that_cannot_call_is_not_idle(between):
    assert not seen(opened(), window_opened(1), issued(2, 1), between, at(9, "day-closed")).idle


def test_a_window_that_serves_something_else_is_not_idle():
    assert not seen(opened(), window_opened(1, 2), issued(2, 1), at(9, "day-closed")).idle


def test_a_short_return_is_measured_until_the_next_call():
    found = figures(
        seen(
            opened(),
            issued(1, 1),
            window_opened(1),
            called(1, 1),
            at(2, "ticket-missed", ticket_id=1, window=1),
            at(3, "window-paused", window=1, reason="x"),
            at(8, "ticket-returned", ticket_id=1, seniority_ms=None, keeps_slot=True),
            at(12, "window-resumed", window=1),
            called(12, 1),
        )
    )
    assert (found.short_returns, found.short_returns_p95_min) == (1, 4.0)


def test_an_appointment_is_on_time_within_five_minutes_of_its_slot():
    slot = {"starts_at_ms": 30 * MINUTE, "ends_at_ms": 60 * MINUTE}
    on_time = figures(seen(opened(), issued(20, 1, slot=slot), window_opened(35), called(35, 1)))
    too_late = figures(seen(opened(), issued(20, 1, slot=slot), window_opened(36), called(36, 1)))
    assert (on_time.appointments.share, too_late.appointments.share) == (1.0, 0.0)


def test_estimates_are_compared_with_what_came():
    events = (
        opened(),
        issued(1, 1),
        issued(1, 2),
        window_opened(6),
        called(6, 1),
        finished(21, 1),
        called(21, 2),
    )
    found = figures(seen(*events), {1: (240, 360), 2: (600, 900)}).estimates
    assert (found.count, found.mae_min, found.p90_coverage) == (2, 5.5, 0.5)


def test_windows_are_busy_from_the_call_to_the_end():
    found = figures(seen(opened(), window_opened(0), issued(10, 1), called(10, 1), finished(50, 1)))
    assert found.utilisation == pytest.approx(40 / 400)


@pytest.mark.parametrize(("share", "expected"), [(0.5, 2), (0.75, 3), (0.9, 4), (1.0, 4)])
def test_a_quantile_is_a_value_that_happened(share, expected):
    assert quantile([4, 1, 3, 2], share) == expected


def test_a_goal_says_whether_it_is_met():
    assert Goal(name="x", value=3.0, bound=3).is_met
    assert Goal(name="x", value=3.1, bound=3).is_met is False
    assert Goal(name="x", value=0.9, bound=0.85, ceiling=0.93, is_floor=True).is_met
    assert Goal(name="x", value=0.94, bound=0.85, ceiling=0.93, is_floor=True).is_met is False
    assert Goal(name="x", value=None, bound=3).is_met is None


@pytest.mark.parametrize(
    ("windows", "busy", "verdicts"),
    [
        pytest.param(107, 0.75, [False, False], id="a large hall is held to both"),
        pytest.param(107, 0.81, [False, None], id="with busier department windows only to the first"),
        pytest.param(35, 0.75, [None, None], id="a smaller one to neither"),
    ],
)
def test_ratios_to_department_windows_are_goals_where_they_are_defined(windows, busy, verdicts):
    ours = figures(seen(opened(), window_opened(1), issued(2, 1), called(8, 1)))
    theirs = msgspec.structs.replace(ours, utilisation=busy)
    days = {"zones": ours, "departments-fifo": theirs, MORE_WINDOWS: theirs}
    found = goals_of_a_comparison(days, recommended="zones", windows=windows)
    goals = [goal for goal in found if "department windows" in goal.name]
    assert [goal.value for goal in goals] == [1.0, 1.0]
    assert [goal.is_met for goal in goals] == verdicts


def test_too_few_returns_in_a_day_are_no_p95():
    found = figures(seen(opened(), window_opened(1), issued(2, 1), called(2, 1)))
    few = msgspec.structs.replace(found, short_returns=19, short_returns_p95_min=99.0)
    enough = msgspec.structs.replace(found, short_returns=20, short_returns_p95_min=99.0)
    verdicts = [
        next(goal.is_met for goal in goals_of_a_day(each, 9, 1) if goal.name.startswith("short return"))
        for each in (few, enough)
    ]
    assert verdicts == [None, False]


def test_a_day_with_an_idle_window_does_not_meet_its_goals():
    found = figures(seen(opened(), window_opened(1), issued(2, 1), called(5, 1)))
    missed = {goal.name for goal in goals_of_a_day(found, 9, 1) if goal.is_met is False}
    assert missed == {"idle violations"}


def test_a_file_that_is_no_journal_is_refused_by_its_line(tmp_path):
    file = tmp_path / "journal.jsonl"
    file.write_text('{"at_ms": 1, "kind": "x", "body": {}}\n{"at_ms"\n')
    with pytest.raises(BadScenario, match=r"journal\.jsonl:2"):
        list(read_journal(file))
