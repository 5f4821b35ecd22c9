"""Waits for one card at a reader of staff cards: for who has no flow of its own, such as a command line."""

import asyncio

from drivers.contract.errors import CardRemoved, NoCard
from drivers.contract.staff_card_reader import StaffCardReader
from drivers.contract.status import Card
from drivers.runtime.opening import open_staff_card_reader


async def serial_of_laid_card(address: str, within_s: float) -> str:
    """The serial of the card that lies there, or is laid there in time. Personal data: never log it.

    Raises NoCard when none came, BadAddress, CannotOpen, and what reading a card raises.
    """
    async with await open_staff_card_reader(address) as reader:
        try:
            async with asyncio.timeout(within_s):
                return await _first_serial(reader)
        except TimeoutError as error:
            raise NoCard(f"no card was laid on {address} within {within_s:g} s") from error


async def _first_serial(reader: StaffCardReader) -> str:
    with reader.subscribe() as events:
        while True:
            if reader.trouble is not None:
                raise reader.trouble
            if reader.status.card is Card.PRESENT:
                try:
                    return (await reader.read_serial()).text
                except (CardRemoved, NoCard):
                    pass  # lifted too soon: it will be laid again
            await anext(events)
