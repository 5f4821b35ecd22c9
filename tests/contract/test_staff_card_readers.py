"""What every reader of staff cards does: cards behind a real pcscd."""

import asyncio
from typing import Any

import pytest

from drivers.contract.errors import CardMute, CardRemoved, CardUnknown, NoCard, NoService
from drivers.contract.staff_card_reader import CardSerial, StaffCardReader
from drivers.contract.status import Card, State
from drivers.runtime.opening import open_staff_card_reader
from sim.halls import person
from sim.peers.ssc import SocialSecurityChip
from sim.peers.staffcard import StaffChip
from sim.rig import PrivatePcscd
from tests.contract.card_reader_suite import CardPlaceSuite, card_comes, card_goes, comes_to
from tests.contract.device_suite import Traces, until
from tests.contract.pcsc_hands import PcscHands

ONE, OTHER = "04A1B2C3D4E5F6", "5C2F91B0"


class StaffCardReaderSuite(CardPlaceSuite):
    """`far_end` also has `has_card`, `lay(serial)`, `lift()`, `lift_in_next_read()` and `mute()` as hands."""

    card = ONE

    async def make_ready(self, device: Any, far_end: Any) -> None:
        """A card that lies there stays: each card is a connection of the virtual reader."""
        if not far_end.has_card:
            await asyncio.to_thread(far_end.lay, self.card)
        await comes_to(device, Card.PRESENT)

    async def use(self, device: Any, far_end: Any) -> None:
        await self.make_ready(device, far_end)
        assert await device.read_serial() == CardSerial(ONE)

    async def read_once(self, device: Any) -> object:
        return await device.read_serial()

    @pytest.fixture
    async def reader(self, far_end: Any) -> Any:
        """Open, and nothing lies on it."""
        async with await open_staff_card_reader(self.address(far_end)) as reader:
            await comes_to(reader, Card.ABSENT)
            yield reader

    async def test_cards_are_told_apart_by_their_serials(self, reader: StaffCardReader, far_end: Any) -> None:
        with pytest.raises(NoCard):
            await reader.read_serial()
        for serial in (ONE, OTHER):
            await card_comes(reader, lambda serial=serial: far_end.lay(serial))
            assert await reader.read_serial() == await reader.read_serial() == CardSerial(serial)
            assert len(serial) // 2 in reader.capabilities.serial_bytes
            await card_goes(reader, far_end.lift)

    @pytest.mark.parametrize(
        "chip",
        [
            StaffChip(bytes.fromhex("3A5B7C9D"), kind_of_card="B"),
            SocialSecurityChip(person("wang-wei")),
        ],
        ids=["type B", "contact card"],
    )
    async def test_a_card_without_a_lasting_serial_is_unknown(
        self, reader: StaffCardReader, far_end: Any, chip: Any
    ) -> None:
        await card_comes(reader, lambda: far_end.lay_chip(chip))
        with pytest.raises(CardUnknown):
            await reader.read_serial()
        assert reader.status.state is State.ONLINE

    async def test_a_card_taken_away_mid_read_is_told(self, reader: StaffCardReader, far_end: Any) -> None:
        await card_comes(reader, lambda: far_end.lay(ONE))
        far_end.lift_in_next_read(after=0)
        with pytest.raises(CardRemoved):
            await reader.read_serial()

    async def test_a_mute_card_is_given_up_in_time(self, reader: StaffCardReader, far_end: Any) -> None:
        await card_comes(reader, lambda: far_end.lay(ONE))
        far_end.mute()
        with pytest.raises(CardMute):
            await reader.read_serial()


class TestSerialsOverPcsc(StaffCardReaderSuite):
    options = {"read_within_s": 0.6, "settles_within_s": 0.01}  # noqa: RUF012 - a ClassVar of the suite
    unsure = late = {"settles_within_s": 10, "read_within_s": 20}  # noqa: RUF012
    away = (NoService,)

    @pytest.fixture
    def far_end(self, private_pcscd: PrivatePcscd) -> PcscHands:
        return PcscHands(private_pcscd, "uid+pcsc", 1, lambda serial: StaffChip(bytes.fromhex(serial)))

    async def test_a_service_that_is_frozen_keeps_one_thread_however_often_it_is_tried(
        self, far_end: PcscHands, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("drivers.catalog.pcsc_cards.OPEN_WITHIN_S", 0.3)
        monkeypatch.setattr("drivers.transport.pcsc_service.ASKED_WITHIN_S", 0.1)
        before = Traces()
        far_end.freeze(is_frozen=True)
        try:
            for _ in range(4):
                with pytest.raises(NoService):
                    await open_staff_card_reader(self.address(far_end))
            await until(lambda: len(before.threads()) == 1)
        finally:
            far_end.freeze(is_frozen=False)
        await before.are_all()

    async def test_a_reader_whose_service_is_frozen_is_closed_without_waiting_for_it(
        self, reader: StaffCardReader, far_end: PcscHands
    ) -> None:
        """Whoever waited would hold up all devices of the program, and this test for ever."""
        far_end.freeze(is_frozen=True)
        try:
            await reader.close()
        finally:
            far_end.freeze(is_frozen=False)
