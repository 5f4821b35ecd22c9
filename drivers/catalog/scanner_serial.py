"""`scanner+serial`: scanners on a serial line, most of them USB-CDC, that send a code as it is."""

from typing import final

from drivers.catalog.scanner_listening import ListeningScanner
from drivers.contract.address import Address
from drivers.contract.errors import TimedOut
from drivers.contract.scanner import Scanner, ScannerCapabilities
from drivers.protocol.scan_text import ByteCodes, Dropped
from drivers.transport.link import Link
from drivers.transport.opening import open_link


def capabilities(address: Address) -> ScannerCapabilities:
    return ScannerCapabilities(chinese=True, longest=address.whole("longest"))


async def open_device(address: Address) -> Scanner:
    scanner = SerialScanner(address, await open_link(address))
    scanner.start()
    return scanner


@final
class SerialScanner(ListeningScanner):
    """Owns its line, and never writes to it."""

    def __init__(self, address: Address, link: Link) -> None:
        super().__init__(address, capabilities(address))
        self._link = link
        self._codes = ByteCodes(self._capabilities.longest)
        self._silence_s = address.seconds("silence_s")

    async def _next(self) -> list[str | Dropped]:
        try:
            data = await self._link.inbox.take(self._silence_s if self._codes.is_waiting else None)
        except TimedOut:
            return self._codes.settle()
        return self._codes.feed(data)

    async def _let_go(self) -> None:
        await self._link.close()
