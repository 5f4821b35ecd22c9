"""`strip51+serial`: the `AA addr BB 51 54` strips of many windows on one line."""

import asyncio
from typing import final

from drivers.contract.address import Address
from drivers.contract.errors import DeviceError, LinkLost, StripRefused, TimedOut
from drivers.contract.status import State, Status
from drivers.contract.window_strips import (
    Colour,
    Motion,
    StripText,
    WindowStrips,
    WindowStripsCapabilities,
)
from drivers.protocol.strip51 import EVERYBODY, Manner, show
from drivers.transport.link import Link
from drivers.transport.opening import open_link

WRITE_WITHIN_S = 2.0
BETWEEN_SENDS_S = 0.1  # what the hall leaves them whose parameters are the defaults
BITS_A_BYTE = 10  # 8N1
STRIPS = range(1, EVERYBODY + 1)


def capabilities(address: Address) -> WindowStripsCapabilities:
    """One colour, whichever the strip has: what the codes of others mean is not public."""
    return WindowStripsCapabilities(
        columns=address.whole("columns"), colours=frozenset({Colour.RED}), answers=False
    )


async def open_device(address: Address) -> WindowStrips:
    strips = Strip51Strips(address, await open_link(address))
    strips.start()
    return strips


@final
class Strip51Strips(WindowStrips):
    """Owns the line and leaves the strips their pause; hears nothing from them."""

    def __init__(self, address: Address, link: Link) -> None:
        super().__init__(address.text, Status())
        self._link = link
        self._capabilities = capabilities(address)
        self._baud = address.whole("baud")
        still = {name: int(address.word(name), 16) for name in ("play", "speed", "stay", "colour", "valid")}
        moving = still | {"play": int(address.word("leftwards"), 16)}
        self._manners = {Motion.STILL: Manner(**still), Motion.LEFTWARDS: Manner(**moving)}
        self._lock = asyncio.Lock()
        self._free_at = 0.0
        self._reading: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._become(Status(state=State.ONLINE))
        self._reading = asyncio.create_task(self._read(), name=f"reading {self.address}")

    @property
    def capabilities(self) -> WindowStripsCapabilities:
        return self._capabilities

    async def show(self, address: int, text: StripText) -> None:
        await self._tell(address, text.text, self._manners[text.motion])

    async def clear(self, address: int) -> None:
        """Blanks over the whole line: whether a strip minds an empty text is not known."""
        await self._tell(address, " " * self._capabilities.columns, self._manners[Motion.STILL])

    async def _tell(self, address: int, text: str, manner: Manner) -> None:
        if address not in STRIPS:
            raise StripRefused(f"no strip can have the address {address}")
        await self._send(show(address, text, manner))

    async def _send(self, frame: bytes) -> None:
        loop = asyncio.get_running_loop()
        async with self._lock:
            self._require_link()
            await asyncio.sleep(self._free_at - loop.time())
            try:
                await self._link.write(frame, within_s=WRITE_WITHIN_S)
            except (LinkLost, TimedOut) as error:
                self._lose(error)
                raise
            finally:
                self._free_at = loop.time() + len(frame) * BITS_A_BYTE / self._baud + BETWEEN_SENDS_S

    async def _read(self) -> None:
        """What comes in is nobody's; the end of the line is heard here."""
        try:
            while True:
                await self._link.inbox.take()
        except DeviceError as error:
            self._lose(error)

    async def _check(self) -> Status:
        """The strips cannot be asked; a line that still reads is all there is to know."""
        return self.status

    async def _close(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        await self._link.close()
