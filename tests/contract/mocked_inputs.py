"""Input devices for contract suites: mocked ones, so that tests run under umockdev-wrapper."""

import asyncio
from collections.abc import Iterator

import pytest

from drivers.runtime.opening import open_device
from sim.rig.inputs import InputWorld
from tests.contract.device_suite import LOOK_EVERY_S, WITHIN_S, DeviceSuite, FarEnd, Traces


class MockedInputSuite(DeviceSuite):
    """Devices below /dev/input, which the far end of a concrete class plugs in there."""

    @pytest.fixture(scope="class")
    @classmethod
    def inputs(cls) -> Iterator[InputWorld]:
        with InputWorld() as world, pytest.MonkeyPatch.context() as patch:
            patch.setenv("UMOCKDEV_DIR", world.environment["UMOCKDEV_DIR"])
            yield world

    async def test_a_device_that_is_away_names_the_cause_and_leaves_nothing_behind(
        self, far_end: FarEnd
    ) -> None:
        """But for sockets: umockdev 0.17 itself leaves one behind at each open that fails."""
        await asyncio.to_thread(far_end.unplug)
        before = Traces()
        with pytest.raises(self.away) as refused:
            await open_device(self.address(far_end))
        assert refused.value.detail
        assert refused.value.remedy
        async with asyncio.timeout(WITHIN_S):
            while any("socket:" not in left for left in before._left()):  # noqa: ASYNC110 - threads end silently
                await asyncio.sleep(LOOK_EVERY_S)
