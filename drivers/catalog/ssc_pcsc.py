"""`ssc+pcsc`: social security cards 社会保障卡 on any contact or contactless PC/SC reader."""

from drivers.catalog.pcsc_card_reader import PcscCardReader
from drivers.contract.address import Address
from drivers.contract.card_reader import CardKind, CardReader, CardReaderCapabilities
from drivers.protocol.ssc import read_holder


def capabilities(_address: Address) -> CardReaderCapabilities:
    return CardReaderCapabilities(cards=frozenset({CardKind.SOCIAL_SECURITY}))


async def open_device(address: Address) -> CardReader:
    return await PcscCardReader(address, capabilities(address), lambda _atr: read_holder()).begin()
