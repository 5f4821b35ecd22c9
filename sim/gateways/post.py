"""What a gateway took for its phones: what was received, what was billed, and what each phone shows.

Operators filter: the same text to the same number within an hour goes out once and is billed once.
"""

from collections.abc import Callable
from dataclasses import dataclass

FILTER_S = 3600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sms:
    """One accepted text, whole. `parts`: as how many messages it is billed. `receipts`: what it was answered.

    `reference`: the sender's own (Aliyun's OutId); CMPP has none.
    """

    to: str
    text: str
    receipts: tuple[str, ...]
    at_s: float
    parts: int = 1
    reference: str = ""


class Post:
    """The lists only grow."""

    def __init__(self, *, filters: bool, clock: Callable[[], float]) -> None:
        self._filters, self._clock = filters, clock
        self.received: list[Sms] = []
        self.billed: list[Sms] = []
        self._last_sent_s: dict[tuple[str, str], float] = {}
        self._shown: dict[str, list[str]] = {}

    def take(self, sms: Sms, *, is_delivered: bool = True) -> bool:
        """Whether it went out; False: it was filtered. What is not delivered is billed all the same."""
        self.received.append(sms)
        now_s, key = self._clock(), (sms.to, sms.text)
        last_s = self._last_sent_s.get(key)
        if self._filters and last_s is not None and now_s - last_s < FILTER_S:
            return False
        self._last_sent_s[key] = now_s
        self.billed.append(sms)
        if is_delivered:
            self._shown.setdefault(sms.to, []).append(sms.text)
        return True

    def inbox(self, number: str) -> tuple[str, ...]:
        """What that phone shows, oldest first."""
        return tuple(self._shown.get(number, ()))
