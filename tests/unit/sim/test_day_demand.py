from collections import Counter
from statistics import fmean

import pytest

from sim.day.demand import CLASS_SHARES, RATES, SERVICE_MIN, Ask, Demand, demand
from sim.day.timetable import DAY, HALF_HOUR_MS, MINUTE_MS, Timetable, read_hall
from sim.halls.configuration import configuration
from sim.halls.reference import REFERENCE_HALLS
from sim.world.person import has_right_check_digit

LARGE = REFERENCE_HALLS["reference-L"]
TIMES = Timetable.of(read_hall(configuration(LARGE, LARGE.recommended)), DAY)
ASK = Ask(visitors=5000, categories=LARGE.department_codes(), shares=LARGE.shares())


@pytest.fixture(scope="module")
def coming() -> Demand:
    return demand(ASK, 1000, TIMES)


def test_the_same_seed_brings_the_same_people_and_another_seed_others():
    few = Ask(visitors=60, categories=LARGE.department_codes(), shares=LARGE.shares())
    assert demand(few, 7, TIMES) == demand(few, 7, TIMES)
    assert demand(few, 7, TIMES) != demand(few, 8, TIMES)


def test_people_with_several_matters_change_nothing_for_the_others():
    plain = demand(Ask(visitors=200, categories=("a", "b"), shares=(0.5, 0.5)), 3, TIMES)
    several = demand(Ask(visitors=200, categories=("a", "b"), shares=(0.5, 0.5), matters_share=0.5), 3, TIMES)
    assert [(each.arrives_ms, each.needs_ms) for each in plain.visitors] == [
        (each.arrives_ms, each.needs_ms) for each in several.visitors
    ]
    assert any(each.further for each in several.visitors)


def test_so_many_come_as_the_hall_has_visitors_each_a_person_of_their_own(coming):
    numbers = {each.person.number for each in (*coming.visitors, *coming.absentees)}
    assert len(coming.visitors) == 5000
    assert len(numbers) == 5000 + len(coming.absentees)
    assert all(has_right_check_digit(number) for number in numbers)


def test_walk_ins_come_by_the_reference_rates_of_the_half_hours(coming):
    walked = [each for each in coming.visitors if each.slot_ms is None]
    found = Counter((each.arrives_ms - TIMES.midnight_ms) // HALF_HOUR_MS for each in walked)
    expected = [len(walked) * rate / sum(RATES) for rate in RATES]
    counted = [found[(half - TIMES.midnight_ms) // HALF_HOUR_MS] for half in TIMES.half_hours()]
    assert counted == pytest.approx(expected, rel=0.25)
    assert sum(counted) == 3750


def test_appointments_are_a_quarter_and_spread_evenly_over_the_day(coming):
    slots = Counter(each.slot_ms for each in coming.visitors if each.slot_ms is not None)
    assert sum(slots.values()) == 1250
    assert set(slots) == set(TIMES.half_hours())
    assert max(slots.values()) - min(slots.values()) <= 20


def test_holders_of_appointments_mostly_come_within_the_half_hour_before(coming):
    early_min = [
        (each.slot_ms - each.arrives_ms) / MINUTE_MS for each in coming.visitors if each.slot_ms is not None
    ]
    assert all(-61 <= each <= 30 for each in early_min)
    assert fmean(0 <= each <= 30 for each in early_min) > 0.8


def test_classes_rights_and_absences_have_the_reference_shares(coming):
    classes = Counter(each.errand.ticket_class for each in coming.visitors)
    for name, share in CLASS_SHARES.items():
        assert classes[name] / 5000 == pytest.approx(share, abs=0.02)
    assert fmean(each.priority is not None for each in coming.visitors) == pytest.approx(0.08, abs=0.012)
    missing = [each for each in coming.visitors if each.misses]
    assert len(missing) / 5000 == pytest.approx(0.07, abs=0.012)
    returning = fmean(each.returns_after_ms is not None for each in missing)
    assert returning == pytest.approx(0.35, abs=0.09)


def test_service_times_have_the_reference_means_and_scatter(coming):
    for name, (mean_min, variation) in SERVICE_MIN.items():
        spans = [each.needs_ms[name] / MINUTE_MS for each in coming.visitors]
        mean = fmean(spans)
        scatter = fmean((span - mean) ** 2 for span in spans) ** 0.5
        assert mean == pytest.approx(mean_min, rel=0.05)
        assert scatter / mean == pytest.approx(variation, rel=0.15)


def test_only_a_priority_by_age_is_born_seventy_years_ago(coming):
    for each in coming.visitors:
        age = DAY.year - int(each.person.birth[:4])
        assert (age > 70) is (each.priority == "age")


def test_departments_are_visited_by_zipfs_law(coming):
    found = Counter(each.errand.category for each in coming.visitors)
    shares = [found[code] / 5000 for code in LARGE.department_codes()]
    assert shares == pytest.approx(LARGE.shares(), abs=0.015)
