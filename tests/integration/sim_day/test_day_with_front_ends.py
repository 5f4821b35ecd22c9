"""A short day with front ends connected; the long one is `script/bench --soak day-front-ends`."""

import json

import pytest

from benchmarks.day_figures import counted_again, differing
from benchmarks.day_front_ends import play_with_front_ends

VISITORS = 100
FRONTS = frozenset({"wall", "station"})
pytestmark = pytest.mark.timeout(150)  # two programs and a hall, on a machine that may be busy


def test_a_day_beside_front_ends_loses_nothing_and_its_figures_are_those_of_a_second_count(tmp_path) -> None:
    company = play_with_front_ends(tmp_path, hall="reference-XS", visitors=VISITORS, speed=0, only=FRONTS)
    assert company.live["totals"]["taken"] == VISITORS
    assert company.wall_page in {"calls", "closed"}  # heard, whatever the hour
    again = counted_again(tmp_path / "journal.jsonl")
    assert differing(company.live, again) == []
    forged = json.loads(json.dumps(company.live))
    forged["totals"]["recalls"] += 1
    assert differing(forged, again) == ["totals"]
