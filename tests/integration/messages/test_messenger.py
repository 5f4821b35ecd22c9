"""The messenger of a hall that runs, with far ends that fail as gateways do."""

import asyncio

from queue_core.messages.contract import Fate, Report
from tests.integration.messages.house import HOUR_MS, FarEnd, House, away, later, never, phone


async def test_a_finished_case_is_told_to_its_holder_once(house: House) -> None:
    far = FarEnd()
    house.start_sending(far)
    await house.ready(1)
    await house.until(lambda: house.states() == ["sent"])
    (parcel,) = far.received
    assert parcel.phone == phone(1)
    assert parcel.text.startswith("【示范政务中心】您办理的注册登记已办结")
    assert parcel.attempt == 1
    assert parcel.phone not in repr(parcel)
