"""How fast the simulated day goes by."""

import time
from collections.abc import Callable

_TICK_S = 1.0


class Pace:
    """At speed 0 no time passes between two acts; at 1 as much as in the hall; at 60 a minute in a second.

    `tick` is told the instant of the hall once a real second, so that its clock runs on between two acts.
    """

    def __init__(self, speed: float, begins_ms: int, tick: Callable[[int], None]) -> None:
        self._speed, self._begins_ms, self._tick = speed, begins_ms, tick
        self._begun_s = time.monotonic()

    def wait_until(self, at_ms: int) -> None:
        while self._speed and (left_s := self._left_s(at_ms)) > 0:
            time.sleep(min(left_s, _TICK_S))
            if left_s > _TICK_S:
                self._tick(min(at_ms, self._now_ms()))

    def _left_s(self, at_ms: int) -> float:
        return (at_ms - self._begins_ms) / 1000 / self._speed - (time.monotonic() - self._begun_s)

    def _now_ms(self) -> int:
        return self._begins_ms + round((time.monotonic() - self._begun_s) * self._speed * 1000)
