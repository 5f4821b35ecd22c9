"""The kiosk's card readers as one: who announces a card, and what is on it."""

import asyncio
import contextlib
import math
from collections.abc import Callable, Sequence

from drivers.contract.card_reader import Cardholder
from drivers.contract.errors import CardUnknown, DeviceError
from drivers.contract.events import CardPresent
from drivers.contract.status import StatusChanged
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedCardReader
from kiosk.flow.effects import LookForCards, ReadCard
from kiosk.flow.events import CardFailed, CardLaid, CardRead, Event, ReadersSeen
from kiosk.flow.facts import ReaderFacts
from queue_core import log
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CardKind

logger = log.logger("kiosk.readers")
TOGETHER_S = 3.0  # within this two drivers of one place have found the card that was laid on it


class Readers:
    """`post` hands an event to the visit."""

    def __init__(self, addresses: Sequence[str], post: Callable[[Event], None]) -> None:
        self._addresses = addresses
        self._post = post
        self._readers: list[SupervisedCardReader] = []
        self._laid_s: dict[int, float] = {}  # when the card on a reader was laid down, by the loop's clock

    async def watch(self, devices: Registry) -> None:
        """Opens the readers and tells what happens on them, until cancelled."""
        for number, address in enumerate(self._addresses, 1):
            self._readers.append(await devices.add(f"reader-{number}", SupervisedCardReader(address)))
        self._tell()
        async with asyncio.TaskGroup() as group:
            for number, reader in enumerate(self._readers):
                group.create_task(self._listen(number, reader))

    def look(self, effect: LookForCards) -> None:
        for number in sorted(self._laid_s.keys() - effect.except_on):
            self._post(CardLaid(number))

    async def read(self, effect: ReadCard) -> None:
        try:
            number, holder = await self._first_that_knows(effect.reader)
        except DeviceError as error:
            logger.info("card-failed", reader=effect.reader, code=error.code)
            self._post(CardFailed(visit_id=effect.visit_id, code=error.code))
        else:
            self._post(CardRead(visit_id=effect.visit_id, reader=number, holder=as_the_hall_says(holder)))

    async def _first_that_knows(self, announced: int) -> tuple[int, Cardholder]:
        """Two drivers may look at one place: both announce the card, and only one knows its kind."""
        try:
            return announced, await self._readers[announced].read()
        except CardUnknown:
            for number in self._laid_together_with(announced):
                with contextlib.suppress(CardUnknown):
                    return number, await self._readers[number].read()
            raise

    def _laid_together_with(self, announced: int) -> tuple[int, ...]:
        """Where it may be the same card. One that lay there before is somebody else's, who may have gone."""
        laid_s = self._laid_s.get(announced, -math.inf)
        return tuple(
            number
            for number, other_s in self._laid_s.items()
            if number != announced and abs(other_s - laid_s) <= TOGETHER_S
        )

    async def _listen(self, number: int, reader: SupervisedCardReader) -> None:
        with reader.subscribe() as events:
            self._tell()
            async for event in events:
                if isinstance(event, StatusChanged):
                    if event.loses_card:
                        self._laid_s.pop(number, None)
                    self._tell()
                elif isinstance(event, CardPresent):
                    if not event.was_lying:
                        self._laid_s[number] = asyncio.get_running_loop().time()
                    self._tell()
                    self._post(CardLaid(number, was_lying=event.was_lying))

    def _tell(self) -> None:
        seen = (
            ReaderFacts(reader=number, cards=reader.capabilities.cards, status=reader.status)
            for number, reader in enumerate(self._readers)
        )
        self._post(ReadersSeen(tuple(seen)))


def as_the_hall_says(holder: Cardholder) -> CardHolder:
    return CardHolder(name=holder.name, id_number=holder.id_number, card=CardKind(holder.card.value))
