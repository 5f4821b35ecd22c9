"""Cards on two readers of a kiosk, or on one that two drivers look at."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from drivers.contract.status import Card
from drivers.runtime.registry import Registry
from kiosk.backstage.readers import Readers
from kiosk.flow.effects import LookForCards, ReadCard
from kiosk.flow.events import CardFailed, CardLaid, CardRead, ReadersSeen
from sim.halls import person
from sim.peers.ssc import SocialSecurityChip
from sim.peers.staffcard import StaffChip
from sim.rig import PrivatePcscd
from tests.integration.kiosk.conftest import Heard

HOLDER = person("wang-wei")
STAFF = StaffChip(bytes.fromhex("04A1B2C3D4E5F6"))
ANYWHERE = LookForCards(except_on=frozenset())
UNSURE_S, SURE_S = 10, 0.01
READ_WITHIN_S = 20


@asynccontextmanager
async def watched(*addresses: str) -> AsyncIterator[tuple[Readers, Heard]]:
    heard = Heard()
    readers = Readers(addresses, heard.post)
    async with Registry() as devices:
        watching = asyncio.create_task(readers.watch(devices))
        yield readers, heard
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


def address(driver: str, pcscd: PrivatePcscd, slot: int, settles_within_s: float = SURE_S) -> str:
    place = pcscd.reader(slot).replace(" ", "%20")
    return f"{driver}+pcsc://{place}?read_within_s={READ_WITHIN_S}&settles_within_s={settles_within_s}"


def is_empty(number: int) -> Callable[[ReadersSeen], bool]:
    return lambda seen: len(seen.readers) > number and seen.readers[number].status.card is Card.ABSENT


def laid(number: int, *, was_lying: bool = False) -> Callable[[CardLaid], bool]:
    return lambda event: event == CardLaid(number, was_lying=was_lying)


async def test_a_card_that_was_lying_is_not_looked_for_and_not_read_for_one_that_another_reader_does_not_know(
    private_pcscd,
) -> None:
    await asyncio.to_thread(private_pcscd.slots[0].lay, SocialSecurityChip(HOLDER))
    slot, plate = address("ssc", private_pcscd, 0, UNSURE_S), address("idcard", private_pcscd, 1)
    async with watched(slot, plate) as (readers, heard):
        await heard.first(CardLaid, laid(0, was_lying=True))
        await heard.first(ReadersSeen, is_empty(1))
        await asyncio.to_thread(private_pcscd.slots[1].lay, STAFF)
        await heard.first(CardLaid, laid(1))
        heard.forget()
        readers.look(ANYWHERE)
        assert heard.events == [CardLaid(1)]
        await readers.read(ReadCard(visit_id=1, reader=1))
        assert heard.events[-1] == CardFailed(visit_id=1, code="card-unknown")


async def test_a_card_is_read_by_whichever_driver_of_its_place_knows_it(private_pcscd) -> None:
    both = tuple(address(driver, private_pcscd, 0) for driver in ("idcard", "ssc"))
    async with watched(*both) as (readers, heard):
        await heard.first(ReadersSeen, lambda seen: all(is_empty(number)(seen) for number in (0, 1)))
        await asyncio.to_thread(private_pcscd.slots[0].lay, SocialSecurityChip(HOLDER))
        for number in (0, 1):
            await heard.first(CardLaid, laid(number))
        await readers.read(ReadCard(visit_id=1, reader=0))
        read = heard.events[-1]
        assert isinstance(read, CardRead)
        assert (read.reader, read.holder.id_number) == (1, HOLDER.number)
