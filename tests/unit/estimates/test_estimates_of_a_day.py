"""The estimates against a whole day in a small hall whose services take longer than the catalogue says."""

import pytest

from queue_core.estimates.scene import wall_wait
from tests.unit.estimates.world import SMALL, World, coverage, mean_error_min


@pytest.fixture(scope="module")
def day():
    return World(SMALL, seed=2, wrong=1.15, refresh_ms=120_000, paths=25).run()


def test_nine_in_ten_are_called_within_the_p90_though_services_take_longer_than_known(day):
    judged = day.judged()
    assert len(judged) > 350
    assert 0.80 <= coverage(judged) <= 0.96
    assert 0.80 <= coverage(each for each in judged if each.forecast.estimate.p90_ms >= 60_000) <= 0.96


def test_what_citizens_are_told_is_nearer_than_what_other_systems_say(day):
    told = [(each.forecast.estimate.p50_ms, each.wait_ms) for each in day.judged()]
    formula = [(wall_wait(day.clock, each.issued_ms, each.formula_ms), each.wait_ms) for each in day.judged()]
    naive = [(each.naive_ms, each.wait_ms) for each in day.judged()]
    assert mean_error_min(formula) < mean_error_min(naive)
    assert mean_error_min(told) < mean_error_min(naive)
    assert mean_error_min(told) <= 4


def test_the_day_has_taught_how_long_services_really_take(day):
    longer = [day.estimator._calibrator.service(unit).mean_ms / day.usual[unit] for unit in day.units]
    assert sum(longer) / len(longer) > 1.05
