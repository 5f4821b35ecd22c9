"""`idcard+pcsc`: resident ID cards 居民身份证 on a PC/SC reader with a built-in security module."""

from drivers.catalog.pcsc_card_reader import PcscCardReader
from drivers.contract.address import Address
from drivers.contract.card_reader import CardKind, CardReader, CardReaderCapabilities
from drivers.protocol.identity_card import read_holder


def capabilities(_address: Address) -> CardReaderCapabilities:
    return CardReaderCapabilities(cards=frozenset({CardKind.RESIDENT_ID}))


async def open_device(address: Address) -> CardReader:
    return await PcscCardReader.open(address, capabilities(address), read_holder)
