"""`keypad+input`: USB keypads with a key for each of the five levels, read below the desktop and grabbed."""

import asyncio
from functools import partial
from typing import final

from drivers.contract.address import Address
from drivers.contract.errors import DeviceError
from drivers.contract.events import LevelPressed
from drivers.contract.rating_keypad import RatingKeypad, RatingKeypadCapabilities
from drivers.contract.status import State, Status
from drivers.protocol.keymap import CODES, KeyMove
from drivers.transport.input_device import InputNode
from drivers.transport.recording import recorder_for

LEVELS = (5, 4, 3, 2, 1)  # in the order of the option `keys`


def levels(address: Address) -> dict[int, int]:
    """The level of each key's code."""
    names = address.word("keys").split(",")
    return {CODES[name]: level for name, level in zip(names, LEVELS, strict=True)}


def capabilities(address: Address) -> RatingKeypadCapabilities:
    return RatingKeypadCapabilities(levels=frozenset(levels(address).values()))


async def open_device(address: Address) -> RatingKeypad:
    node = await InputNode.open(
        address.path, needs=frozenset(levels(address)), recorder=partial(recorder_for, address)
    )
    keypad = InputRatingKeypad(address, node)
    keypad.start()
    return keypad


@final
class InputRatingKeypad(RatingKeypad):
    """Only listens. The going down of a key counts; keys that mean no level are passed over."""

    def __init__(self, address: Address, node: InputNode) -> None:
        super().__init__(address.text, Status())
        self._node = node
        self._capabilities = capabilities(address)
        self._levels = levels(address)
        self._reading: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._become(Status(state=State.ONLINE))
        self._reading = asyncio.create_task(self._read(), name=f"reading {self.address}")

    @property
    def capabilities(self) -> RatingKeypadCapabilities:
        return self._capabilities

    async def _read(self) -> None:
        try:
            while True:
                for move in await self._node.take():
                    if isinstance(move, KeyMove) and move.is_down and move.code in self._levels:
                        self._announce(LevelPressed(level=self._levels[move.code]))
        except DeviceError as error:
            self._lose(error)

    async def _check(self) -> Status:
        return self.status

    async def _close(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        await self._node.close()
