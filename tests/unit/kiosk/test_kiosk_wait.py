"""Seconds of an estimate as people say them."""

import pytest

from display.ticket.wait import SaidWait, said
from queue_core.wire.messages import Estimate


@pytest.mark.parametrize(
    ("p50_s", "p90_s", "about_min", "within_min"),
    [
        (0, 0, 1, 2),
        (59, 61, 1, 2),
        (60, 60, 1, 2),
        (61, 200, 2, 4),
        (700, 1_075, 12, 18),
        (7_201, 9_000, 121, 150),
    ],
)
def test_minutes_are_rounded_up_and_are_always_two(
    p50_s: int, p90_s: int, about_min: int, within_min: int
) -> None:
    assert said(Estimate(p50_s=p50_s, p90_s=p90_s)) == SaidWait(about_min=about_min, within_min=within_min)
