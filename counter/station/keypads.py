"""The rating keypad of a window, a key for each level: what is pressed rates the service just finished."""

from counter.station.ratings import Ratings
from drivers.contract.events import LevelPressed, Missed
from drivers.contract.rating_keypad import RatingKeypad
from queue_core.log import logger

log = logger("station")


class Keypad:
    """One keypad at one window; `serve` runs for as long as the station does.

    It has no lamp and no screen: a press when nothing is to be rated is passed over.
    """

    def __init__(self, window: int, *, keypad: RatingKeypad, ratings: Ratings) -> None:
        self._window, self._keypad, self._ratings = window, keypad, ratings

    async def serve(self) -> None:
        with self._keypad.subscribe() as events:
            async for event in events:
                match event:
                    case LevelPressed(level=level):
                        self._ratings.take(level)
                    case Missed(count=count):
                        log.error("presses-missed", window=self._window, count=count)
                    case _:
                        pass
