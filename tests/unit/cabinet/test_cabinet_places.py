"""Where a document waits that is not behind a door of this cabinet."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered

from kiosk.cabinet.samples import AT_PARTNER, HALL, IN_ANOTHER, READY
from kiosk.cabinet.viewmodels.words import as_many_as_fit, where
from queue_core.wire.views import PickupPoint

BEES = PickupPoint(code="蜜蜂箱", names={"zh-CN": "西门蜜蜂箱"})
KNOWN = replace(READY, hall=altered(HALL, pickup_points=(*HALL.pickup_points, BEES)))
UNNAMED = replace(READY, hall=altered(HALL, pickup_points=()))


def test_no_more_lines_than_a_page_has_room_for_and_the_rest_is_counted() -> None:
    lines = tuple("一二三四五")
    assert as_many_as_fit(lines[:3]) == lines[:3]
    *kept, more = as_many_as_fit(lines)
    assert tuple(kept) == lines[:2]
    assert "还有 3 件" in more


@pytest.mark.parametrize(
    ("state", "in_another", "at_partner"),
    [
        (KNOWN, "在 2 号取件柜", "在 西门蜜蜂箱，凭那里的取件码领取"),
        (UNNAMED, "在 L2 号取件柜", "在 蜜蜂箱，凭那里的取件码领取"),
        (replace(READY, hall=None), "在 L2 号取件柜", "在 蜜蜂箱，凭那里的取件码领取"),
    ],
)
def test_other_places_are_called_as_the_hall_calls_them_or_by_their_code(
    state, in_another: str, at_partner: str
) -> None:
    assert where(IN_ANOTHER.case, state, "zh-CN") == in_another
    assert where(AT_PARTNER.case, state, "zh-CN") == at_partner
