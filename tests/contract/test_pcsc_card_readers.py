"""What every card reader does, on PC/SC: cards behind a real pcscd."""

import asyncio
from typing import Any
from urllib.parse import quote

import pytest

from drivers.contract.card_reader import Cardholder, CardKind, CardReader
from drivers.contract.errors import Absent, CardMute, CardRemoved, CardUnknown, DeviceError, NoService
from drivers.contract.status import Card, State
from drivers.runtime.opening import open_card_reader
from drivers.runtime.supervising import SupervisedCardReader
from sim.halls import person
from sim.peers.idcard import IdCardChip
from sim.peers.oddcards import NO_ATR, MuteChip, UnknownChip
from sim.peers.ssc import SocialSecurityChip, SscOptions
from sim.rig import PrivatePcscd
from tests.contract.card_reader_suite import CardReaderSuite, card_comes, card_goes, comes_to
from tests.contract.device_suite import AnsweringSuite, happens, is_usable
from tests.contract.pcsc_hands import PcscHands

WITHIN_S = 20.0


class PcscCardReaderSuite(CardReaderSuite):
    options = {"read_within_s": 0.6, "settles_within_s": 0.01}  # noqa: RUF012 - a ClassVar of the suite
    unsure = late = {"settles_within_s": 10, "read_within_s": 20}  # noqa: RUF012
    away = (NoService,)

    async def make_ready(self, device: Any, far_end: Any) -> None:
        """A card that lies there stays: each card is a connection of the virtual reader."""
        if not far_end.has_card:
            await asyncio.to_thread(far_end.lay, self.card)
        await comes_to(device, Card.PRESENT)


class TestSocialSecurityCards(PcscCardReaderSuite, AnsweringSuite):
    kind = CardKind.SOCIAL_SECURITY
    patient = {"read_within_s": 60}  # noqa: RUF012

    def mute(self, far_end: Any) -> None:
        far_end.mute()

    def unmute(self, far_end: Any) -> None:
        far_end.unmute()

    @pytest.fixture
    def far_end(self, private_pcscd: PrivatePcscd) -> PcscHands:
        return PcscHands(private_pcscd, "ssc+pcsc", 0, SocialSecurityChip)

    async def test_an_unknown_card_is_told(self, reader: CardReader, far_end: Any) -> None:
        await card_comes(reader, lambda: far_end.lay_chip(UnknownChip()))
        with pytest.raises(CardUnknown):
            await reader.read()

    async def test_a_card_of_all_habits_is_read(self, reader: CardReader, far_end: Any) -> None:
        """By record number, with its answers fetched (61 xx) and asked for in their length (6C xx)."""
        habits = SscOptions(by_tag=False, get_response=True, exact_le=True)
        await card_comes(reader, lambda: far_end.lay_chip(SocialSecurityChip(person("adili"), habits)))
        assert (await reader.read()).name == person("adili").name

    async def test_a_mute_card_is_left_alone_until_it_is_taken_away(
        self, reader: CardReader, far_end: Any
    ) -> None:
        await card_comes(reader, lambda: far_end.lay(person("wang-wei")))
        far_end.mute()
        with pytest.raises(CardMute):
            await reader.read()
        with pytest.raises(CardMute, match="take it away"):
            await reader.read()
        await card_goes(reader, far_end.lift)
        await card_comes(reader, lambda: far_end.lay(person("wang-wei")))
        assert (await reader.read()).name == person("wang-wei").name

    async def test_a_mute_card_pulled_out_is_told_before_patience_ends(self, far_end: Any) -> None:
        async with await open_card_reader(self.address(far_end, read_within_s=60)) as reader:
            await card_comes(reader, lambda: far_end.lay(person("wang-wei")))
            far_end.mute()
            reading = asyncio.create_task(reader.read())
            await happens(reader, lambda: reader.status.state is State.BUSY)
            await asyncio.to_thread(far_end.lift)
            async with asyncio.timeout(WITHIN_S):
                with pytest.raises(CardRemoved):
                    await reading

    async def test_a_service_that_dies_in_the_middle_of_a_reading_is_told_at_once_and_all_works_again(
        self, far_end: Any
    ) -> None:
        async with SupervisedCardReader(self.address(far_end, read_within_s=60)) as reader:
            await is_usable(reader)
            await self.make_ready(reader, far_end)
            far_end.mute()
            reading = asyncio.create_task(reader.read())
            await happens(reader, lambda: reader.status.state is State.BUSY)
            await asyncio.to_thread(far_end.unplug)
            async with asyncio.timeout(WITHIN_S):
                with pytest.raises(DeviceError):
                    await reading
            await asyncio.to_thread(far_end.plug)
            await asyncio.to_thread(far_end.unmute)
            await self.works_again(reader, far_end)

    async def test_a_card_whose_answer_to_reset_is_garbled_is_mute(
        self, reader: CardReader, far_end: Any
    ) -> None:
        await card_comes(reader, lambda: far_end.lay_chip(MuteChip(NO_ATR)))
        with pytest.raises(CardMute):
            await reader.read()


class TestIdentityCards(PcscCardReaderSuite):
    @pytest.fixture
    def far_end(self, private_pcscd: PrivatePcscd) -> PcscHands:
        return PcscHands(private_pcscd, "idcard+pcsc", 1, IdCardChip)


async def test_a_reader_that_is_not_there_is_named_with_those_that_are(private_pcscd: PrivatePcscd) -> None:
    with pytest.raises(Absent, match=private_pcscd.reader(0)):
        await open_card_reader("ssc+pcsc://No%20Such%20Reader")


async def test_cards_that_lay_there_before_name_the_same_person_to_the_right_drivers_and_none_to_another(
    private_pcscd: PrivatePcscd,
) -> None:
    who = person("li-xiaomei")
    contact, plate = (quote(private_pcscd.reader(slot)) for slot in (0, 1))
    await asyncio.gather(
        asyncio.to_thread(private_pcscd.slots[0].lay, SocialSecurityChip(who)),
        asyncio.to_thread(private_pcscd.slots[1].lay, IdCardChip(who)),
    )
    async with (
        await open_card_reader(f"ssc+pcsc://{contact}") as one,
        await open_card_reader(f"idcard+pcsc://{plate}") as other,
        await open_card_reader(f"idcard+pcsc://{contact}") as wrong,
    ):
        readers = (one, other, wrong)
        await asyncio.gather(*(comes_to(reader, Card.PRESENT) for reader in readers))
        first, second, third = await asyncio.gather(*(r.read() for r in readers), return_exceptions=True)
    assert isinstance(first, Cardholder)
    assert isinstance(second, Cardholder)
    assert (first.name, first.id_number) == (second.name, second.id_number) == (who.name, who.number)
    assert first.card is not second.card
    assert isinstance(third, CardUnknown)
