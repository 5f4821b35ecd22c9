"""`scanner+input`: scanners that pretend to be keyboards, read below the desktop and grabbed."""

from functools import partial
from typing import final

from drivers.catalog.scanner_listening import ListeningScanner
from drivers.contract.address import Address
from drivers.contract.errors import TimedOut
from drivers.contract.scanner import Scanner, ScannerCapabilities
from drivers.protocol.keymap import CODES
from drivers.protocol.scan_text import Dropped
from drivers.protocol.scan_text_typed import TypedCodes
from drivers.transport.input_device import InputNode
from drivers.transport.recording import recorder_for

LEAST_KEYS = frozenset(CODES[name] for name in (*"0123456789", "ENTER"))


def capabilities(address: Address) -> ScannerCapabilities:
    """Chinese comes through only where the scanner is set to type it as Alt and numbers; many drop it."""
    return ScannerCapabilities(chinese=False, longest=address.whole("longest"))


async def open_device(address: Address) -> Scanner:
    node = await InputNode.open(address.path, needs=LEAST_KEYS, recorder=partial(recorder_for, address))
    scanner = InputScanner(address, node)
    scanner.start()
    return scanner


@final
class InputScanner(ListeningScanner):
    """Owns its input device, which nobody else hears while it is open."""

    def __init__(self, address: Address, node: InputNode) -> None:
        super().__init__(address, capabilities(address))
        self._node = node
        self._codes = TypedCodes(
            self._capabilities.longest, follows_caps_lock=address.word("caps_lock") == "followed"
        )
        self._silence_s = address.seconds("silence_s")

    async def _next(self) -> list[str | Dropped]:
        try:
            moves = await self._node.take(self._silence_s if self._codes.is_waiting else None)
        except TimedOut:
            return self._codes.settle()
        return [code for move in moves for code in self._codes.feed(move)]

    async def _let_go(self) -> None:
        await self._node.close()
