"""The contract suites on real devices: collected only with `--bench FILE`, see docs/drivers.md."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drivers.contract.device import Kind
from drivers.contract.errors import DeviceError
from drivers.contract.events import CardPresent, Door, KeyPressed
from drivers.contract.locker import Locker
from drivers.contract.slip import Cut, Line, QrCode, Slip
from drivers.contract.speaker import Tongue, Utterance
from drivers.contract.status import Card
from drivers.contract.window_strips import StripText
from tests.contract.device_suite import DeviceSuite, happens, heard
from tests.contract.hands import AskingHands
from tests.contract.test_rating_keypads import RatingKeypadSuite
from tests.contract.test_scanners import ScannerSuite
from tests.contract.test_ticket_printers import TicketPrinterSuite

TRIAL = Slip(elements=(Line(text="试打 023", bold=True), QrCode(content="https://hall.example/trial"), Cut()))


class BenchSuite(DeviceSuite):
    """A real device; how it is told that it is away depends on what of it is away."""

    away = (DeviceError,)
    bench_kind: Kind

    @pytest.fixture
    def far_end(self, bench_address: str, ask: Callable[[str], None] | None) -> AskingHands:
        return AskingHands(bench_address, ask)


class TestTicketPrinter(BenchSuite, TicketPrinterSuite):
    bench_kind = Kind.TICKET_PRINTER

    def rig(self, folder: Path) -> Any:
        raise AssertionError(f"a real printer needs no rig in {folder}: `far_end` is the printer itself")

    async def use(self, device: Any, far_end: Any) -> None:  # noqa: ARG002 - the printer itself confirms
        await device.print(TRIAL)


class CardBenchSuite(BenchSuite):
    async def make_ready(self, device: Any, far_end: Any) -> None:
        await happens(device, lambda: device.status.card in {Card.PRESENT, Card.ABSENT})
        if device.status.card is Card.ABSENT:
            with device.subscribe() as events:
                far_end.lay_card()
                await heard(events, lambda event: event == CardPresent())


class TestCardReader(CardBenchSuite):
    """Whose card it is stays on this computer: nothing of it is shown or kept."""

    bench_kind = Kind.CARD_READER

    async def use(self, device: Any, far_end: Any) -> None:  # noqa: ARG002 - the card lies there
        holder = await device.read()
        assert holder.card in device.capabilities.cards


class TestStaffCardReader(CardBenchSuite):
    bench_kind = Kind.STAFF_CARD_READER

    async def use(self, device: Any, far_end: Any) -> None:  # noqa: ARG002
        assert await device.read_serial() == await device.read_serial()


class TestScanner(BenchSuite, ScannerSuite):
    bench_kind = Kind.SCANNER


class TestRatingKeypad(BenchSuite, RatingKeypadSuite):
    bench_kind = Kind.RATING_KEYPAD


class TestWindowBus(BenchSuite):
    bench_kind = Kind.WINDOW_BUS

    async def use(self, device: Any, far_end: Any) -> None:  # noqa: ARG002 - boxes do not answer
        await device.show(1, ticket="023", waiting=7)
        await device.beep(1)

    async def test_a_key_is_told(self, device: Any, far_end: Any) -> None:
        with device.subscribe() as events:
            far_end.press_call(1)
            await heard(events, lambda event: isinstance(event, KeyPressed) and event.address == 1)


class TestWindowStrips(BenchSuite):
    bench_kind = Kind.WINDOW_STRIPS

    async def use(self, device: Any, far_end: Any) -> None:  # noqa: ARG002
        await device.show(1, StripText(text="请023号"))
        await device.clear(1)


class TestLocker(BenchSuite):
    """Opens the first door."""

    bench_kind = Kind.LOCKER

    async def use(self, device: Locker, far_end: Any) -> None:
        door: Door = device.capabilities.doors[0]
        await device.open(door)
        await asyncio.to_thread(far_end.close_door, door)


class TestSpeaker(BenchSuite):
    bench_kind = Kind.SPEAKER

    async def use(self, device: Any, far_end: Any) -> None:  # noqa: ARG002
        await device.say(Utterance(words=("请", "零", "二", "三", "号"), tongue=Tongue.MANDARIN))
