"""`idcard+pcsc`: cards of the identity family on a PC/SC reader with a built-in security module."""

from drivers.catalog.pcsc_card_reader import PcscCardReader
from drivers.contract.address import Address
from drivers.contract.card_reader import CardReader, CardReaderCapabilities
from drivers.protocol.identity_card import CARDS, read_holder


def capabilities(_address: Address) -> CardReaderCapabilities:
    return CardReaderCapabilities(cards=CARDS)


async def open_device(address: Address) -> CardReader:
    return await PcscCardReader(address, capabilities(address), read_holder).begin()
