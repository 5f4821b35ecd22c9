"""How often something may fail before its author must wait."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from queue_core.hall.errors import Denied

_REMEMBERED = 10_000


class Attempts:
    """At most `limit` failures within `within_s` for one key; `clock` gives seconds that only grow."""

    def __init__(self, *, limit: int, within_s: float, clock: Callable[[], float]) -> None:
        self._limit = limit
        self._within_s = within_s
        self._clock = clock
        self._failures: OrderedDict[Hashable, list[float]] = OrderedDict()

    def require(self, *keys: Hashable) -> None:
        """Raises Denied 429 with the seconds to wait when one of the keys has failed too often."""
        now = self._clock()
        for key in keys:
            recent = [at for at in self._failures.get(key, ()) if now - at < self._within_s]
            if len(recent) >= self._limit:
                wait_s = int(recent[-self._limit] + self._within_s - now) + 1
                raise Denied(
                    429,
                    "too-many-attempts",
                    f"Too many attempts; the next one is possible in {wait_s} s.",
                    "Wait, then try again with care. Ask the administrator for a new code or password.",
                    retry_after_s=wait_s,
                )

    def failed(self, *keys: Hashable) -> None:
        now = self._clock()
        for key in keys:
            recent = [at for at in self._failures.pop(key, ()) if now - at < self._within_s]
            self._failures[key] = [*recent, now][-self._limit :]
        while len(self._failures) > _REMEMBERED:
            self._failures.popitem(last=False)

    def succeeded(self, key: Hashable) -> None:
        self._failures.pop(key, None)
