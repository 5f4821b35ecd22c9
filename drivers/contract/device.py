"""What every device is: a status, an unsolicited channel, and an end."""

import asyncio
from abc import ABC, abstractmethod
from enum import StrEnum
from types import TracebackType
from typing import Self, final

from drivers.contract.errors import Absent, DeviceError, LinkLost
from drivers.contract.events import Announcer, Event, Subscription
from drivers.contract.status import State, Status, StatusChanged


class Kind(StrEnum):
    """What a device is good for."""

    CARD_READER = "card_reader"  # 读卡器
    TICKET_PRINTER = "ticket_printer"  # 凭条打印机
    WINDOW_BUS = "window_bus"  # 窗口总线
    STAFF_CARD_READER = "staff_card_reader"  # 员工卡读卡器
    SCANNER = "scanner"  # 扫码器
    RATING_KEYPAD = "rating_keypad"  # 评价键盘
    WINDOW_STRIPS = "window_strips"  # 窗口条屏
    LOCKER = "locker"  # 取件柜
    SPEAKER = "speaker"  # 语音播报


class Device(ABC):
    """One open device, owned by one event loop.

    A device that lost its link, or timed out (a late answer would be taken for the next command's), is of no
    use any more: `lost()` returns why, every command raises that error, and a supervisor opens another.
    """

    kind: Kind

    def __init__(self, address: str, status: Status) -> None:
        self.address = address
        self._status = status
        self._announcer = Announcer()
        self._lost: asyncio.Future[DeviceError] = asyncio.get_running_loop().create_future()

    @final
    @property
    def status(self) -> Status:
        """The last known status; asks nobody."""
        return self._status

    @property
    def trouble(self) -> DeviceError | None:
        """Why the device cannot be used now, if it cannot."""
        return self._lost.result() if self._lost.done() and not self._lost.cancelled() else None

    @final
    def subscribe(self) -> Subscription:
        """A new listener on the unsolicited channel, StatusChanged included."""
        return self._announcer.subscribe()

    @final
    async def check(self) -> Status:
        """Asks the device how it is. Raises what the link raises."""
        self._require_link()
        self._become(await self._check())
        return self._status

    @final
    async def lost(self) -> DeviceError:
        """Waits until the device is lost and returns the reason; for supervisors."""
        return await asyncio.shield(self._lost)

    @final
    async def close(self) -> None:
        """Lets go of the device; may be called twice. Ends all subscriptions."""
        if not self._lost.done():
            self._lost.set_result(LinkLost("closed"))
        try:
            await self._close()
        finally:
            self._announcer.end()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @abstractmethod
    async def _check(self) -> Status: ...

    @abstractmethod
    async def _close(self) -> None: ...

    @final
    def _require_link(self) -> None:
        """Raises why this device is of no use any more, as a fresh error."""
        if (trouble := self.trouble) is not None:
            raise type(trouble)(trouble.detail)

    @final
    def _announce(self, event: Event) -> None:
        self._announcer.announce(event)

    @final
    def _become(self, status: Status) -> None:
        """Takes over a new status and announces the difference, if there is one."""
        before, self._status = self._status, status
        if before != status:
            self._announce(StatusChanged(before=before, after=status))

    @final
    def _lose(self, error: DeviceError) -> None:
        """The link is gone or dirty; the first reason counts."""
        if not self._lost.done():
            self._lost.set_result(error)
            self._become(self._status.becoming(silent_state(error)))


def silent_state(error: DeviceError) -> State:
    """Which state a device is in that cannot be spoken to."""
    return State.NO_DEVICE if isinstance(error, Absent) else State.POWER_OFF
