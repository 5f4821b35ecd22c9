"""The rating keypad of a window, a key for each level: what is pressed rates the service just finished."""

import asyncio

from counter.station.ratings import Ratings
from drivers.contract.device import Kind
from drivers.contract.errors import BadAddress
from drivers.contract.events import LevelPressed, Missed
from drivers.contract.rating_keypad import RatingKeypad
from drivers.runtime.opening import require
from queue_core.client import HallClient
from queue_core.config import WriteInstead
from queue_core.log import logger
from queue_core.wire.views import WindowView

log = logger("station")


def keypad_address(address: str) -> str:
    """For configurations. Raises WriteInstead."""
    try:
        require(address, Kind.RATING_KEYPAD)
    except BadAddress as error:
        example = 'write like keypad = "keypad+input:///dev/input/by-id/usb-keypad-event-kbd"'
        raise WriteInstead(error.detail, example) from error
    return address


class Keypad:
    """One keypad at one window; `serve` runs for as long as the station does.

    It has no lamp and no screen: whether the hall still asks for a rating only the hall knows, and a press
    when it does not is passed over.
    """

    def __init__(self, window: int, *, keypad: RatingKeypad, hall: HallClient) -> None:
        self._window, self._keypad = window, keypad
        self._ratings = Ratings(window, hall)
        self._view: WindowView | None = None

    def see(self, view: WindowView) -> None:
        """The hall's newest view of this window."""
        self._view = view

    async def serve(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._listen())
            tasks.create_task(self._ratings.serve())

    async def _listen(self) -> None:
        with self._keypad.subscribe() as events:
            async for event in events:
                match event:
                    case LevelPressed(level=level):
                        self._ratings.take(None if self._view is None else self._view.rating, level)
                    case Missed(count=count):
                        log.error("presses-missed", window=self._window, count=count)
                    case _:
                        pass
