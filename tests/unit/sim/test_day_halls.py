from collections import Counter

import pytest

from sim.day.house import house_of
from sim.day.timetable import DAY, MINUTE_MS, Timetable, read_hall
from sim.errors import BadScenario
from sim.halls.configuration import configuration
from sim.halls.reference import CLASSES, REFERENCE_HALLS, Arrangement, reference_hall

EVERY = [(hall, arrangement) for hall in REFERENCE_HALLS.values() for arrangement in Arrangement]


@pytest.mark.parametrize(("hall", "arrangement"), EVERY, ids=lambda each: str(getattr(each, "name", each)))
def test_every_department_is_served_at_a_window_with_a_clerk(hall, arrangement):
    house = house_of(read_hall(configuration(hall, arrangement)))
    assert len(house.windows) == hall.windows == len(house.clerks)
    for code in hall.department_codes():
        for each in CLASSES:
            assert house.serves((code, each))


@pytest.mark.parametrize("hall", REFERENCE_HALLS.values(), ids=lambda hall: hall.name)
def test_zones_and_all_skill_windows_are_as_many_as_recommended(hall):
    profiles = Counter(hall.profiles(Arrangement.ZONES_AND_ALL_SKILL))
    assert profiles[()] == hall.all_skill
    assert len(profiles) == hall.zones + 1


def test_a_fifo_has_no_appointments_and_no_head_starts():
    hall = read_hall(configuration(REFERENCE_HALLS["reference-S"], Arrangement.POOLED_FIFO))
    assert "slots" not in hall
    assert {hall["policy"][f"{each}_head_start_min"] for each in ("appointment", "priority", "pickup")} == {0}


def test_windows_go_to_departments_by_their_visits():
    count = Counter(REFERENCE_HALLS["reference-L"].profiles(Arrangement.DEPARTMENTS))
    assert count["department-01",] > count["department-02",] > count["department-36",] >= 1


def test_more_windows_keep_the_part_that_is_all_skill():
    grown = REFERENCE_HALLS["reference-L"].with_windows(126)
    assert (grown.windows, grown.all_skill) == (126, 25)


def test_an_unknown_hall_is_answered_with_the_known_ones():
    with pytest.raises(BadScenario) as refused:
        reference_hall("reference-Q")
    assert "reference-L" in refused.value.remedy


def test_a_hall_that_calls_by_itself_cannot_be_played():
    text = configuration(REFERENCE_HALLS["reference-XS"], Arrangement.ALL_SKILL)
    with pytest.raises(BadScenario, match="by itself"):
        house_of(read_hall(text.replace('"pressed"', '"auto"')))


def test_a_hall_with_terminals_is_refused_since_nobody_taps():
    hall = read_hall(configuration(REFERENCE_HALLS["reference-XS"], Arrangement.ALL_SKILL))
    hall["windows"][0]["kind"] = "terminal"
    with pytest.raises(BadScenario, match="terminals"):
        house_of(hall)


def test_a_unit_that_only_an_empty_window_serves_is_refused():
    hall = read_hall(configuration(REFERENCE_HALLS["reference-XS"], Arrangement.DEPARTMENTS))
    hall["clerks"] = hall["clerks"][:2]
    with pytest.raises(BadScenario, match="department-03/accept"):
        house_of(hall)


def test_the_break_is_no_opening_time():
    hall = REFERENCE_HALLS["reference-XS"]
    times = Timetable.of(read_hall(configuration(hall, hall.recommended)), DAY)
    noon, afternoon = times.sessions[0][1], times.sessions[1][0]
    assert times.hall_ms(noon) == times.hall_ms(afternoon) == 210 * MINUTE_MS
    assert len(times.half_hours()) == 14
    assert times.clock_text(times.opens_ms) == "08:30"
