"""Which message a status report is about: reports come before the gateway's answer, twice, or days later.

The gateway repeats a report until it is acknowledged, and forgets it then: so each is acknowledged only when
what it told is written down.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable

from queue_core.messages.cmpp.protocol import Status
from queue_core.messages.contract import Fate, Report

DELIVERED = "DELIVRD"
# States on the way to another one; every other word is an end, also the operators' own such as MK:0001.
UNDER_WAY = frozenset({"ACCEPTD", "ENROUTE"})
_REMEMBERED = 20_000
_JOINT = "-"

Acknowledge = Callable[[], None]


class Delivery:
    """A message of which all parts are with the gateway, until all of them are delivered.

    `heard` are parts that are known to have arrived. A phone that was off may get a part late: what was
    undelivered is delivered then.
    """

    def __init__(self, receipt: str, heard: Collection[str] = ()) -> None:
        self.receipt = receipt
        self.names = tuple(receipt.split(_JOINT))
        self._missing = set(self.names).difference(heard)
        self._told: Fate | None = None

    def hear(self, name: str, stat: str) -> Report | None:
        """The report to hand on, or None for what is known already."""
        if stat == DELIVERED:
            return self._arrived(name)
        if self._told is not None or name not in self._missing:
            return None
        self._told = Fate.UNDELIVERED
        part = name if len(self.names) > 1 else ""
        return Report(receipt=self.receipt, fate=Fate.UNDELIVERED, reason=stat, part=part)

    def _arrived(self, name: str) -> Report | None:
        if name not in self._missing:
            return None
        self._missing.discard(name)
        if self._missing:
            return Report(receipt=self.receipt, fate=Fate.PART_DELIVERED, part=name)
        self._told = Fate.DELIVERED
        return Report(receipt=self.receipt, fate=Fate.DELIVERED)


class Deliveries:
    """`tell` gets each message's fate; `stored` hears what is written. Remembers the last 20,000 parts.

    A report about a part that is not `expected` is told by the part's name: that is the receipt of a message
    of one part, of an earlier run. While a message is being sent (`may_be_early`) it may be about that one:
    then it is told after `early_s`. If it turns out to be a part of a longer message after all, it is told
    as such again, and acknowledged only then.
    """

    def __init__(
        self, tell: Callable[[Report], None], *, early_s: float, may_be_early: Callable[[], bool]
    ) -> None:
        self._tell = tell
        self._early_s = early_s
        self._may_be_early = may_be_early
        self._expected: OrderedDict[str, Delivery] = OrderedDict()
        self._early: OrderedDict[str, str] = OrderedDict()
        self._unacknowledged: dict[str, dict[str, list[Acknowledge]]] = {}

    def expect(self, receipt: str, heard: Collection[str] = ()) -> None:
        """What was told early about it is heard now."""
        delivery = Delivery(receipt, heard)
        for name in delivery.names:
            self._expected[name] = delivery
        for name in delivery.names:
            stat = self._early.pop(name, None)
            if stat is not None:
                self._hear(delivery, name, stat)
        _forget(self._expected)

    def take(self, status: Status, acknowledge: Acknowledge) -> None:
        if status.stat in UNDER_WAY:
            acknowledge()
            return
        name, stat = status.msg_id.hex(), status.stat
        unacknowledged = self._unacknowledged.setdefault(name, {})
        is_first = stat not in unacknowledged
        unacknowledged.setdefault(stat, []).append(acknowledge)
        delivery = self._expected.get(name)
        if delivery is None:
            self._take_early(name, stat, is_first=is_first)
        elif not self._hear(delivery, name, stat) and is_first:
            self._acknowledge(name, stat)  # written down long ago

    def stored(self, report: Report) -> None:
        """What is about a part of a message that is expected by now is acknowledged with that message's."""
        stat = report.reason if report.fate is Fate.UNDELIVERED else DELIVERED
        for name in (report.part,) if report.part else report.receipt.split(_JOINT):
            delivery = self._expected.get(name)
            if delivery is None or delivery.receipt == report.receipt:
                self._acknowledge(name, stat)

    def _take_early(self, name: str, stat: str, *, is_first: bool) -> None:
        self._early[name] = stat
        _forget(self._early)
        if not is_first:
            return
        if self._may_be_early():
            asyncio.get_running_loop().call_later(self._early_s, self._tell_stray, name, stat)
        else:
            self._tell_stray(name, stat)

    def _tell_stray(self, name: str, stat: str) -> None:
        """It stays known, should it turn out to be about a message that is still being sent."""
        report = Delivery(name).hear(name, stat)
        if report is not None and self._early.get(name) == stat:
            self._tell(report)

    def _hear(self, delivery: Delivery, name: str, stat: str) -> bool:
        """Whether there was news in it."""
        report = delivery.hear(name, stat)
        if report is not None:
            self._tell(report)
        return report is not None

    def _acknowledge(self, name: str, stat: str) -> None:
        """With "delivered" whatever else was told of the part: it is the last word."""
        waiting = self._unacknowledged.get(name, {})
        for each in tuple(waiting) if stat == DELIVERED else (stat,):
            for acknowledge in waiting.pop(each, ()):
                acknowledge()
        if not waiting:
            self._unacknowledged.pop(name, None)


def receipt_of(msg_ids: Iterable[bytes]) -> str:
    return _JOINT.join(msg_id.hex() for msg_id in msg_ids)


def _forget(remembered: OrderedDict[str, Delivery] | OrderedDict[str, str]) -> None:
    while len(remembered) > _REMEMBERED:
        remembered.popitem(last=False)
