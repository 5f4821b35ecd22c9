"""What every line of window strips does: BX cards that answer and that do not, and the 51 54 strips."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from drivers.contract.errors import DeviceError, StripRefused, TimedOut
from drivers.contract.window_strips import Colour, Motion, StripText, WindowStrips
from drivers.runtime.opening import open_window_strips
from sim.rig.strips import PtyBxStrip, PtyStrip51, TcpBxStrip
from tests.contract.device_suite import AnsweringSuite, FaultyLinkSuite, is_silent, is_usable

CALLED = StripText(text="请023号")
ANSWERING = {"answers": "yes", "answer_within_s": 0.5}


async def seen(far_end: Any, claim: Callable[[], bool]) -> None:
    await asyncio.to_thread(far_end.wait_for, claim, within_s=20)


async def reads(far_end: Any, text: str) -> None:
    """Strip 1 shows this."""
    await seen(far_end, lambda: (shown := far_end.shown(1)) is not None and shown.text == text)


class WindowStripsSuite(FaultyLinkSuite):
    """Of every driver; `cards` have an address each on the line."""

    first_pause_s = 0.05

    async def use(self, device: Any, far_end: Any) -> None:  # noqa: ARG002  # strips need no hand
        await device.show(1, CALLED)

    @pytest.fixture
    @abstractmethod
    def far_end(self) -> Iterator[Any]:
        """The strip with address 1, on its link."""

    async def test_a_text_stands_on_the_strip_until_the_next(
        self, device: WindowStrips, far_end: Any
    ) -> None:
        await device.show(1, CALLED)
        await reads(far_end, "请023号")
        await device.show(1, StripText(text="暂停服务"))
        await reads(far_end, "暂停服务")

    async def test_a_cleared_strip_is_dark(self, device: WindowStrips, far_end: Any) -> None:
        await device.show(1, CALLED)
        await seen(far_end, lambda: far_end.shown(1) is not None)
        await device.clear(1)
        await seen(far_end, lambda: far_end.shown(1) is None)

    async def test_a_letter_no_strip_has_is_a_box_and_controls_stay_away(
        self, device: WindowStrips, far_end: Any
    ) -> None:
        await device.show(1, StripText(text="吴𠮷安\n请来"))
        await reads(far_end, "吴□安 请来")

    async def test_texts_of_several_callers_all_arrive_and_the_last_stays(
        self, device: WindowStrips, far_end: Any
    ) -> None:
        await asyncio.gather(*(device.show(1, StripText(text=f"请{n:03}号")) for n in range(1, 5)))
        await reads(far_end, "请004号")
        assert far_end.garbage == 0

    @pytest.mark.parametrize("address", [0, 70_000])
    async def test_an_address_no_strip_can_have_is_refused_and_harms_nobody(
        self, device: WindowStrips, far_end: Any, address: int
    ) -> None:
        with pytest.raises(StripRefused, match="address"):
            await device.show(address, CALLED)
        with pytest.raises(StripRefused, match="address"):
            await device.clear(address)
        await device.show(1, CALLED)
        await seen(far_end, lambda: far_end.shown(1) is not None)

    async def test_a_line_that_comes_back_can_be_told_again(self, supervised: Any, far_end: Any) -> None:
        await supervised.show(1, CALLED)
        await asyncio.to_thread(far_end.unplug)
        await is_silent(supervised)
        with pytest.raises(DeviceError):
            await supervised.show(1, CALLED)
        await asyncio.to_thread(far_end.plug)
        await is_usable(supervised)
        await supervised.show(1, StripText(text="请024号"))
        await reads(far_end, "请024号")


class SeveralStripsOnALine:
    """With strips 1 and 2 on one line."""

    async def test_strips_on_a_line_are_told_apart(self, device: Any, far_end: Any) -> None:
        await device.show(2, StripText(text="请007号"))
        await device.show(1, CALLED)
        await reads(far_end, "请023号")
        assert far_end.shown(2).text == "请007号"


class OnASerialLine(SeveralStripsOnALine):
    @pytest.fixture
    def far_end(self, tmp_path: Path) -> Iterator[Any]:
        with PtyBxStrip(link=tmp_path / "ttySTRIP", addresses=(1, 2)) as far_end:
            yield far_end


class OnTcp:
    @pytest.fixture
    def far_end(self) -> Iterator[Any]:
        with TcpBxStrip() as far_end:
            yield far_end


class BxSuite(WindowStripsSuite):
    @pytest.mark.parametrize("colour", list(Colour))
    async def test_the_colour_is_the_one_that_was_asked_for(
        self, device: WindowStrips, far_end: Any, colour: Colour
    ) -> None:
        assert device.capabilities.colours == set(Colour)
        await device.show(1, StripText(text="一", colour=colour))
        await reads(far_end, "一")
        assert far_end.shown(1).colour == colour.value

    async def test_long_text_moves_leftwards(self, device: WindowStrips, far_end: Any) -> None:
        long = StripText(text="本窗口办理注册登记、经营管理、建设工程", motion=Motion.LEFTWARDS)
        await device.show(1, long)
        await reads(far_end, long.text)
        assert far_end.shown(1).motion == "leftwards"

    async def test_a_text_no_card_can_hold_is_refused(self, device: WindowStrips, far_end: Any) -> None:
        with pytest.raises(StripRefused, match="900"):
            await device.show(1, StripText(text="长" * 500))
        await device.show(1, StripText(text="长" * 400, motion=Motion.LEFTWARDS))
        await seen(far_end, lambda: far_end.shown(1) is not None)

    async def test_the_area_is_as_large_as_the_address_says(self, far_end: Any) -> None:
        address = self.address(far_end, width_px=100, height_px=16, area=3, colours="one", font="000")
        async with await open_window_strips(address) as strips:
            assert strips.capabilities.columns == 12
            assert strips.capabilities.colours == {Colour.RED}
            await strips.show(1, CALLED)
            await seen(far_end, lambda: far_end.area(3) is not None)
            assert far_end.area(3).text == "请023号"

    @pytest.mark.parametrize(
        ("options", "columns"),
        [
            ({"width_px": 192, "height_px": 32}, 12),
            ({"width_px": 192, "height_px": 16}, 24),
            ({"width_px": 192, "height_px": 32, "columns": 24}, 24),
        ],
        ids=["high letters", "low letters", "told"],
    )
    async def test_a_text_moves_when_letters_as_high_as_the_strip_are_too_many(
        self, far_end: Any, options: dict[str, int], columns: int
    ) -> None:
        async with await open_window_strips(self.address(far_end, **options)) as strips:
            assert strips.capabilities.columns == columns


class AnsweringBxSuite(BxSuite, AnsweringSuite):
    options: ClassVar = ANSWERING
    patient: ClassVar = {"answer_within_s": 30}

    async def test_a_text_that_was_shown_has_been_seen(self, device: WindowStrips, far_end: Any) -> None:
        assert device.capabilities.answers
        await device.show(1, CALLED)
        assert far_end.shown(1).text == "请023号"

    async def test_a_card_that_says_no_is_told_as_such_and_stays_usable(
        self, device: WindowStrips, far_end: Any
    ) -> None:
        far_end.refuse(1)
        with pytest.raises(StripRefused, match="strip 1"):
            await device.show(1, CALLED)
        far_end.refuse(1, is_refusing=False)
        await device.show(1, CALLED)

    async def test_the_card_is_asked_how_it_is(self, device: WindowStrips, far_end: Any) -> None:
        before = far_end.pings(1)
        await device.check()
        assert far_end.pings(1) == before + 1

    async def test_the_answer_after_a_caller_who_left_is_the_new_one(
        self, device: WindowStrips, far_end: Any
    ) -> None:
        far_end.refuse(1)
        far_end.faults.delay_s = 0.1
        leaving = asyncio.create_task(device.show(1, CALLED))
        await asyncio.sleep(0)
        leaving.cancel()
        await asyncio.gather(leaving, return_exceptions=True)
        with pytest.raises(StripRefused):
            await device.show(1, CALLED)
        far_end.refuse(1, is_refusing=False)
        await device.show(1, StripText(text="请024号"))
        assert far_end.shown(1).text == "请024号"


class TestBxOnASerialLine(OnASerialLine, BxSuite):
    async def test_a_card_that_need_not_answer_is_not_waited_for(
        self, device: WindowStrips, far_end: Any
    ) -> None:
        assert not device.capabilities.answers
        far_end.faults.silent = True
        await device.show(1, CALLED)
        await device.check()


class TestBxOnTcp(OnTcp, BxSuite):
    pass


class TestAnsweringBxOnASerialLine(OnASerialLine, AnsweringBxSuite):
    async def test_a_strip_that_is_silent_does_not_take_the_others_with_it(
        self, device: WindowStrips
    ) -> None:
        with pytest.raises(TimedOut, match="strip 9"):
            await device.show(9, CALLED)
        await device.show(2, CALLED)
        assert device.trouble is None

    async def test_a_late_answer_is_not_taken_for_the_next(self, far_end: Any) -> None:
        """Not even when the next had been waiting for its turn before."""
        far_end.refuse(1)
        far_end.faults.delay_s = 0.5
        async with await open_window_strips(self.address(far_end, answer_within_s=0.4)) as strips:
            late = asyncio.create_task(strips.show(1, CALLED))
            next_one = asyncio.create_task(strips.show(1, StripText(text="请024号")))
            with pytest.raises(TimedOut):
                await late
            far_end.refuse(1, is_refusing=False)
            far_end.faults.delay_s = 0.0
            await next_one
        assert far_end.shown(1).text == "请024号"


class TestAnsweringBxOnTcp(OnTcp, AnsweringBxSuite):
    pass


class TestStrip51(WindowStripsSuite, SeveralStripsOnALine):
    @pytest.fixture
    def far_end(self, tmp_path: Path) -> Iterator[Any]:
        with PtyStrip51(link=tmp_path / "ttySTRIP", addresses=(1, 2)) as far_end:
            yield far_end

    async def test_the_strips_get_their_pause_between_two_texts(
        self, device: WindowStrips, far_end: Any
    ) -> None:
        began = asyncio.get_running_loop().time()
        for _ in range(3):
            await device.show(1, CALLED)
        assert asyncio.get_running_loop().time() - began >= 0.2
        await seen(far_end, lambda: far_end.frames(1) == 3)
