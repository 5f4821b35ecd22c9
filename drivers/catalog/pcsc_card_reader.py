"""Readers of citizens' cards on PC/SC; the dialogue with a card is its driver's."""

from collections.abc import Callable
from typing import final

from drivers.catalog.pcsc_cards import PcscCards
from drivers.contract.address import Address
from drivers.contract.card_reader import Cardholder, CardReader, CardReaderCapabilities
from drivers.protocol.apdu import Dialogue


@final
class PcscCardReader(PcscCards[Cardholder], CardReader):
    def __init__(
        self,
        address: Address,
        capabilities: CardReaderCapabilities,
        dialogue: Callable[[bytes], Dialogue[Cardholder]],
    ) -> None:
        super().__init__(address, dialogue)
        self._capabilities = capabilities

    @property
    def capabilities(self) -> CardReaderCapabilities:
        return self._capabilities

    async def read(self) -> Cardholder:
        return await self._talk()
