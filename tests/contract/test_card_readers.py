"""What every card reader does, run over each driver against cards behind a real pcscd."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest

from drivers.contract.card_reader import CardKind, CardReader
from drivers.contract.errors import (
    Absent,
    CardMute,
    CardRemoved,
    CardUnknown,
    CheckDigitWrong,
    DeviceError,
    NoCard,
)
from drivers.contract.events import CardGone, CardPresent, Event, Subscription
from drivers.contract.status import Card, State, StatusChanged
from drivers.runtime.opening import open_card_reader
from drivers.runtime.supervising import SupervisedCardReader
from sim.halls import person
from sim.peers import idcard, ssc
from sim.peers.idcard import IdCardChip
from sim.peers.oddcards import NO_ATR, MuteChip, UnknownChip
from sim.peers.ssc import SocialSecurityChip, SscOptions
from sim.rig import PrivatePcscd

WITHIN_S = 5.0


async def heard(events: Subscription, wanted: Callable[[Event], bool]) -> Event:
    async with asyncio.timeout(WITHIN_S):
        async for event in events:
            if wanted(event):
                return event
    raise AssertionError("the subscription ended")


async def comes_to(reader: CardReader, card: Card) -> None:
    """The service notices only after a moment that a card was laid down or taken away."""
    with reader.subscribe() as events:
        while reader.status.card is not card:
            await heard(events, lambda event: isinstance(event, StatusChanged))


async def card_comes(reader: CardReader, lay: Callable[[], None]) -> None:
    with reader.subscribe() as events:
        await asyncio.to_thread(lay)
        await heard(events, lambda event: event == CardPresent())


async def card_goes(reader: CardReader, lift: Callable[[], None]) -> None:
    with reader.subscribe() as events:
        await asyncio.to_thread(lift)
        await heard(events, lambda event: event == CardGone())


class CardReaderSuite(ABC):
    scheme: str
    kind: CardKind
    slot: int
    atr: bytes

    @abstractmethod
    def chip(self, who: Any) -> Any: ...

    @pytest.fixture
    def address(self, private_pcscd: PrivatePcscd) -> str:
        return f"{self.scheme}://{quote(private_pcscd.reader(self.slot))}?read_within_s=0.6"

    @pytest.fixture
    async def reader(self, address: str) -> AsyncIterator[CardReader]:
        async with await open_card_reader(address) as reader:
            await comes_to(reader, Card.ABSENT)
            yield reader

    @pytest.fixture
    def lay(self, private_pcscd: PrivatePcscd) -> Callable[[Any], Callable[[], None]]:
        return lambda chip: lambda: private_pcscd.slots[self.slot].lay(chip)

    async def test_an_empty_reader_is_online_and_has_no_card(self, reader: CardReader) -> None:
        assert (reader.status.state, reader.status.card) == (State.ONLINE, Card.ABSENT)
        assert self.kind in reader.capabilities.cards
        with pytest.raises(NoCard):
            await reader.read()

    async def test_a_card_is_announced_read_as_often_as_wanted_and_missed(
        self, reader: CardReader, lay: Any, private_pcscd: PrivatePcscd
    ) -> None:
        who = person("huang-xi")
        await card_comes(reader, lay(self.chip(who)))
        assert reader.status.card is Card.PRESENT
        holder = await reader.read()
        assert (holder.name, holder.id_number, holder.card) == (who.name, who.number, self.kind)
        assert await reader.read() == holder
        assert reader.status.state is State.ONLINE
        await card_goes(reader, private_pcscd.slots[self.slot].lift)
        assert reader.status.card is Card.ABSENT

    async def test_a_card_that_lay_there_before_is_seen_at_opening(
        self, reader: CardReader, address: str, lay: Any
    ) -> None:
        await card_comes(reader, lay(self.chip(person("wang-wei"))))
        async with await open_card_reader(address) as later:
            assert later.status.card is Card.PRESENT
            assert (await later.read()).name == person("wang-wei").name

    async def test_a_card_pulled_out_mid_read_is_told_and_the_next_person_is_read(
        self, reader: CardReader, lay: Any, private_pcscd: PrivatePcscd
    ) -> None:
        await card_comes(reader, lay(self.chip(person("wang-wei"))))
        with reader.subscribe() as events:
            private_pcscd.slots[self.slot].pull_after(1)
            with pytest.raises(CardRemoved):
                await reader.read()
            await heard(events, lambda event: event == CardGone())
        await card_comes(reader, lay(self.chip(person("chen-jianguo"))))
        assert (await reader.read()).name == person("chen-jianguo").name

    async def test_an_unknown_card_is_told(self, reader: CardReader, lay: Any) -> None:
        await card_comes(reader, lay(UnknownChip()))
        with pytest.raises(CardUnknown):
            await reader.read()

    async def test_a_mute_card_is_given_up_in_time_and_left_alone_until_it_is_taken_away(
        self, reader: CardReader, lay: Any, private_pcscd: PrivatePcscd
    ) -> None:
        await card_comes(reader, lay(MuteChip(self.atr)))
        with pytest.raises(CardMute):
            await reader.read()
        with pytest.raises(CardMute, match="take it away"):
            await reader.read()
        await card_goes(reader, private_pcscd.slots[self.slot].lift)
        await card_comes(reader, lay(self.chip(person("wang-wei"))))
        assert (await reader.read()).name == person("wang-wei").name

    async def test_a_mute_card_pulled_out_is_told_before_patience_ends(
        self, private_pcscd: PrivatePcscd, lay: Any
    ) -> None:
        patient = f"{self.scheme}://{quote(private_pcscd.reader(self.slot))}?read_within_s=60"
        async with await open_card_reader(patient) as reader:
            await card_comes(reader, lay(MuteChip(self.atr)))
            reading = asyncio.create_task(reader.read())
            with reader.subscribe() as events:
                await heard(events, lambda _event: reader.status.state is State.BUSY)
            await asyncio.to_thread(private_pcscd.slots[self.slot].lift)
            async with asyncio.timeout(WITHIN_S):
                with pytest.raises(CardRemoved):
                    await reading

    async def test_a_card_whose_answer_to_reset_is_garbled_is_mute(
        self, reader: CardReader, lay: Any, private_pcscd: PrivatePcscd
    ) -> None:
        await card_comes(reader, lay(MuteChip(NO_ATR)))
        with pytest.raises(CardMute):
            await reader.read()
        await card_goes(reader, private_pcscd.slots[self.slot].lift)
        await card_comes(reader, lay(self.chip(person("wang-wei"))))
        assert (await reader.read()).name == person("wang-wei").name

    async def test_a_card_with_a_wrong_check_digit_is_told_without_its_number(
        self, reader: CardReader, lay: Any
    ) -> None:
        honest = person("wang-wei")
        wrong = replace(honest, number=honest.number[:-1] + ("1" if honest.number[-1] != "1" else "2"))
        await card_comes(reader, lay(self.chip(wrong)))
        with pytest.raises(CheckDigitWrong) as refused:
            await reader.read()
        assert wrong.number not in str(refused.value)

    async def test_a_supervised_reader_survives_a_restart_of_the_service(
        self, address: str, lay: Any, private_pcscd: PrivatePcscd
    ) -> None:
        async with SupervisedCardReader(address) as reader:
            await comes_to(reader, Card.ABSENT)
            await card_comes(reader, lay(self.chip(person("wang-wei"))))
            with reader.subscribe() as events:
                private_pcscd.kill()
                await heard(events, is_lost)
                assert reader.status.card is Card.UNKNOWN
                with pytest.raises(DeviceError):
                    await reader.read()
                await asyncio.to_thread(private_pcscd.start)
                await heard(events, lambda event: event == CardPresent())
            assert reader.trouble is None
            assert (await reader.read()).name == person("wang-wei").name

    async def test_a_reader_that_is_not_there_is_named_with_those_that_are(
        self, private_pcscd: PrivatePcscd
    ) -> None:
        with pytest.raises(Absent, match=private_pcscd.reader(0)):
            await open_card_reader(f"{self.scheme}://No%20Such%20Reader")


def is_lost(event: Event) -> bool:
    return isinstance(event, StatusChanged) and event.after.state is State.POWER_OFF


class TestSocialSecurityCards(CardReaderSuite):
    scheme, kind, slot, atr = "ssc+pcsc", CardKind.SOCIAL_SECURITY, 0, ssc.ATR

    def chip(self, who: Any) -> Any:
        return SocialSecurityChip(who)

    @pytest.mark.parametrize(
        "options",
        [SscOptions(by_tag=False), SscOptions(get_response=True), SscOptions(exact_le=True)],
        ids=["by record number", "61 xx", "6C xx"],
    )
    async def test_cards_of_all_habits_are_read(self, reader: CardReader, lay: Any, options: Any) -> None:
        await card_comes(reader, lay(SocialSecurityChip(person("adili"), options)))
        assert (await reader.read()).name == person("adili").name


class TestIdentityCards(CardReaderSuite):
    scheme, kind, slot, atr = "idcard+pcsc", CardKind.RESIDENT_ID, 1, idcard.ATR

    def chip(self, who: Any) -> Any:
        return IdCardChip(who)

    async def test_rare_letters_of_a_name_survive(self, reader: CardReader, lay: Any) -> None:
        await card_comes(reader, lay(self.chip(person("wu-ji"))))
        assert (await reader.read()).name == "吴𠮷安"

    async def test_a_social_security_card_is_unknown_here(self, reader: CardReader, lay: Any) -> None:
        await card_comes(reader, lay(SocialSecurityChip(person("wang-wei"))))
        with pytest.raises(CardUnknown):
            await reader.read()


async def test_the_same_person_by_either_card_has_the_same_number(private_pcscd: PrivatePcscd) -> None:
    who = person("li-xiaomei")
    await asyncio.to_thread(private_pcscd.slots[0].lay, SocialSecurityChip(who))
    await asyncio.to_thread(private_pcscd.slots[1].lay, IdCardChip(who))
    async with (
        await open_card_reader(f"ssc+pcsc://{quote(private_pcscd.reader(0))}") as one,
        await open_card_reader(f"idcard+pcsc://{quote(private_pcscd.reader(1))}") as other,
    ):
        await asyncio.gather(comes_to(one, Card.PRESENT), comes_to(other, Card.PRESENT))
        first, second = await asyncio.gather(one.read(), other.read())
    assert (first.name, first.id_number) == (second.name, second.id_number)
    assert first.card is not second.card


async def test_a_card_in_a_reader_of_two_drivers_is_read_by_the_right_one(
    private_pcscd: PrivatePcscd,
) -> None:
    place = quote(private_pcscd.reader(0))
    await asyncio.to_thread(private_pcscd.slots[0].lay, SocialSecurityChip(person("wang-wei")))
    async with (
        await open_card_reader(f"ssc+pcsc://{place}") as right,
        await open_card_reader(f"idcard+pcsc://{place}") as wrong,
    ):
        await asyncio.gather(comes_to(right, Card.PRESENT), comes_to(wrong, Card.PRESENT))
        outcomes = await asyncio.gather(right.read(), wrong.read(), return_exceptions=True)
    assert [type(outcome).__name__ for outcome in outcomes] == ["Cardholder", "CardUnknown"]
