"""`uid+pcsc`: staff cards 员工卡 on any contactless PC/SC reader, by their serial."""

from typing import final

from drivers.catalog.pcsc_cards import PcscCards
from drivers.contract.address import Address
from drivers.contract.staff_card_reader import CardSerial, StaffCardReader, StaffCardReaderCapabilities
from drivers.protocol.card_serial import LENGTHS, read_serial


def capabilities(_address: Address) -> StaffCardReaderCapabilities:
    return StaffCardReaderCapabilities(serial_bytes=LENGTHS)


async def open_device(address: Address) -> StaffCardReader:
    return await UidReader(address, capabilities(address)).begin()


@final
class UidReader(PcscCards[CardSerial], StaffCardReader):
    def __init__(self, address: Address, capabilities: StaffCardReaderCapabilities) -> None:
        super().__init__(address, read_serial)
        self._capabilities = capabilities

    @property
    def capabilities(self) -> StaffCardReaderCapabilities:
        return self._capabilities

    async def read_serial(self) -> CardSerial:
        return await self._talk()
