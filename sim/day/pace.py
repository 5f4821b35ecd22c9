"""How fast the simulated day goes by."""

import time
from collections.abc import Callable


class Pace:
    """At speed 0 no time passes between two acts; at 1 as much as in the hall; at 60 a minute in a second.

    `tick` is told the hall's instant every `tick_s` real seconds, so that its clock runs on between acts.
    """

    def __init__(
        self, speed: float, begins_ms: int, tick: Callable[[int], None], *, tick_s: float = 1.0
    ) -> None:
        self._speed, self._begins_ms, self._tick, self._tick_s = speed, begins_ms, tick, tick_s
        self._begun_s = time.monotonic()

    def wait_until(self, at_ms: int) -> None:
        while self._speed and (left_s := self._left_s(at_ms)) > 0:
            time.sleep(min(left_s, self._tick_s))
            if left_s > self._tick_s:
                self._tick(min(at_ms, self._now_ms()))

    def _left_s(self, at_ms: int) -> float:
        return (at_ms - self._begins_ms) / 1000 / self._speed - (time.monotonic() - self._begun_s)

    def _now_ms(self) -> int:
        return self._begins_ms + round((time.monotonic() - self._begun_s) * self._speed * 1000)
