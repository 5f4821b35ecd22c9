"""What all scanners do, whatever their link: listen, and tell each code."""

import asyncio
from abc import abstractmethod
from typing import final

import structlog

from drivers.contract.address import Address
from drivers.contract.errors import DeviceError
from drivers.contract.events import Scanned
from drivers.contract.scanner import Scanner, ScannerCapabilities
from drivers.contract.status import State, Status
from drivers.protocol.insurance_code import kind_of
from drivers.protocol.scan_text import Dropped

log: structlog.typing.FilteringBoundLogger = structlog.get_logger(part="devices")


class ListeningScanner(Scanner):
    """A scanner cannot be asked anything: what is known of it is that its link is there."""

    def __init__(self, address: Address, capabilities: ScannerCapabilities) -> None:
        super().__init__(address.text, Status())
        self._capabilities = capabilities
        self._reading: asyncio.Task[None] | None = None

    @final
    @property
    def capabilities(self) -> ScannerCapabilities:
        return self._capabilities

    @final
    def start(self) -> None:
        self._become(Status(state=State.ONLINE))
        self._reading = asyncio.create_task(self._read(), name=f"reading {self.address}")

    @abstractmethod
    async def _next(self) -> list[str | Dropped]:
        """The codes that have ended since the last call. Raises why the link ended."""

    @abstractmethod
    async def _let_go(self) -> None:
        """Closes the link."""

    async def _read(self) -> None:
        try:
            while True:
                for code in await self._next():
                    self._tell(code)
        except DeviceError as error:
            self._lose(error)

    def _tell(self, code: str | Dropped) -> None:
        """Of a code that was dropped the log tells why, and of no code what it is."""
        if isinstance(code, Dropped):
            log.warning("code-dropped", device=self.address, why=code.value)
        else:
            self._announce(Scanned(text=code, kind=kind_of(code)))

    async def _check(self) -> Status:
        return self.status

    @final
    async def _close(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        await self._let_go()
