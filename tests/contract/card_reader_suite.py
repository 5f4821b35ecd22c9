"""What every reader of cards does, whatever its driver and its link; and those of citizens' cards."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, ClassVar

import pytest

from drivers.contract.card_reader import CardKind, CardReader
from drivers.contract.device import Device
from drivers.contract.errors import CardRemoved, CheckDigitWrong, NoCard
from drivers.contract.events import CardGone, CardPresent, Event, Subscription
from drivers.contract.status import Card, State
from drivers.runtime.opening import open_card_reader, open_device
from drivers.runtime.supervising import supervise
from sim.halls import person
from tests.contract.device_suite import (
    LOOK_EVERY_S,
    WITHIN_S,
    DeviceSuite,
    happens,
    heard,
    is_silent,
    is_usable,
)


async def comes_to(device: Device, card: Card) -> None:
    """Cards are noticed only after a moment. Raises why the device was lost."""
    await happens(device, lambda: device.status.card is card or device.trouble is not None)
    if device.trouble is not None:
        raise device.trouble


async def card_comes(device: Device, lay: Callable[[], None]) -> None:
    with device.subscribe() as events:
        await asyncio.to_thread(lay)
        await heard(events, lambda event: event == CardPresent())


async def card_goes(device: Device, lift: Callable[[], None]) -> None:
    with device.subscribe() as events:
        await asyncio.to_thread(lift)
        await heard(events, lambda event: event == CardGone())


class CardPlaceSuite(DeviceSuite):
    """A card that a hand lays down is `CardPresent()`, as `card_comes` wants it; any other was lying."""

    card: ClassVar[Any]
    """What `lay` takes."""
    unsure: ClassVar[Mapping[str, object]]
    """Options under which a reader is not sure for seconds that nothing lies there."""
    late: ClassVar[Mapping[str, object]] = {}
    """Options under which a reader that comes back may find the card on it as late as it does in a test."""

    @abstractmethod
    async def read_once(self, device: Any) -> object: ...

    async def read_soon(self, device: Any) -> None:
        """A hand is faster than the service that sees the card come."""
        async with asyncio.timeout(WITHIN_S):
            while True:
                with suppress(NoCard):
                    await self.read_once(device)
                    return
                await asyncio.sleep(LOOK_EVERY_S)

    async def first_present(self, events: Subscription) -> Event:
        return await heard(events, lambda event: isinstance(event, CardPresent))

    async def test_a_card_that_lies_there_when_the_reader_comes_back_was_lying(self, far_end: Any) -> None:
        async with supervise(self.address(far_end, **self.late)) as device:
            await is_usable(device)
            await self.make_ready(device, far_end)
            await asyncio.to_thread(far_end.unplug)
            await is_silent(device)
            with device.subscribe() as events:
                await asyncio.to_thread(far_end.plug)
                assert await self.first_present(events) == CardPresent(was_lying=True)

    async def test_a_card_that_is_found_late_may_have_been_lying(self, far_end: Any) -> None:
        """Just switched on, some readers find nothing at first although a card lies there."""
        async with await open_device(self.address(far_end, **self.unsure)) as device:
            assert device.status.card is Card.UNKNOWN
            with device.subscribe() as events:
                await asyncio.to_thread(far_end.lay, self.card)
                await self.read_soon(device)
                assert await self.first_present(events) == CardPresent(was_lying=True)


class CardReaderSuite(CardPlaceSuite):
    """`far_end` also has `has_card`, `lay(who)`, `lift()` and `lift_in_next_read()` as hands."""

    card = person("wang-wei")
    kind: CardKind = CardKind.RESIDENT_ID
    """Of the cards that are laid."""

    async def make_ready(self, device: Any, far_end: Any) -> None:
        await asyncio.to_thread(far_end.lay, self.card)
        await comes_to(device, Card.PRESENT)

    async def use(self, device: Any, far_end: Any) -> None:
        await asyncio.sleep(0)  # what the reader has said meanwhile is heard first
        if not far_end.has_card:
            await asyncio.to_thread(far_end.lay, self.card)
        await comes_to(device, Card.PRESENT)
        holder = await device.read()
        assert (holder.name, holder.card) == (person("wang-wei").name, self.kind)

    async def read_once(self, device: Any) -> object:
        return await device.read()

    @pytest.fixture
    async def reader(self, far_end: Any) -> Any:
        """Open, and nothing lies on it."""
        async with await open_card_reader(self.address(far_end)) as reader:
            await comes_to(reader, Card.ABSENT)
            yield reader

    async def test_cards_are_announced_read_as_often_as_wanted_and_missed_one_person_after_the_other(
        self, reader: CardReader, far_end: Any
    ) -> None:
        assert self.kind in reader.capabilities.cards
        for who in (person("wu-ji"), person("adili")):  # a rare hanzi, and a long name
            assert (reader.status.state, reader.status.card) == (State.ONLINE, Card.ABSENT)
            with pytest.raises(NoCard):
                await reader.read()
            await card_comes(reader, lambda who=who: far_end.lay(who))
            assert reader.status.card is Card.PRESENT
            holder = await reader.read()
            assert (holder.name, holder.id_number, holder.card) == (who.name, who.number, self.kind)
            assert await reader.read() == holder
            assert reader.status.state is State.ONLINE
            await card_goes(reader, far_end.lift)

    async def test_a_card_taken_away_mid_read_is_told_and_the_next_person_is_read(
        self, reader: CardReader, far_end: Any
    ) -> None:
        await card_comes(reader, lambda: far_end.lay(person("wang-wei")))
        with reader.subscribe() as events:
            far_end.lift_in_next_read()
            with pytest.raises(CardRemoved):
                await reader.read()
            await heard(events, lambda event: event == CardGone())
        await card_comes(reader, lambda: far_end.lay(person("chen-jianguo")))
        assert (await reader.read()).name == person("chen-jianguo").name

    async def test_a_card_with_a_wrong_check_digit_is_told_without_its_number(
        self, reader: CardReader, far_end: Any
    ) -> None:
        honest = person("wang-wei")
        wrong = replace(honest, number=honest.number[:-1] + ("1" if honest.number[-1] != "1" else "2"))
        await card_comes(reader, lambda: far_end.lay(wrong))
        with pytest.raises(CheckDigitWrong) as refused:
            await reader.read()
        assert wrong.number not in str(refused.value)
        assert reader.trouble is None
