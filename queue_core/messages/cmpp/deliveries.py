"""Which message a status report is about: reports come before the gateway's answer, twice, or days later."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable

from queue_core.messages.cmpp.protocol import Status
from queue_core.messages.contract import Fate, Report

DELIVERED = "DELIVRD"
# States on the way to another one; every other word is an end, also the operators' own such as MK:0001.
UNDER_WAY = frozenset({"ACCEPTD", "ENROUTE"})
_REMEMBERED = 20_000
_JOINT = "-"


class Delivery:
    """A message of which all parts are with the gateway, until its fate is told."""

    def __init__(self, receipt: str) -> None:
        self.receipt = receipt
        self.missing = set(receipt.split(_JOINT))
        self.is_told = False

    def hear(self, name: str, stat: str) -> Report | None:
        """The report to hand on, once, or none yet."""
        self.missing.discard(name)
        if self.is_told or (stat == DELIVERED and self.missing):
            return None
        self.is_told = True
        if stat == DELIVERED:
            return Report(receipt=self.receipt, fate=Fate.DELIVERED)
        return Report(receipt=self.receipt, fate=Fate.UNDELIVERED, reason=stat)


class Deliveries:
    """`tell` gets each message's fate once. Remembers the last 20,000 parts.

    A report that no answer follows within `early_s` is about a message of an earlier run: it is told by its
    part's name, which is the receipt of a message of one part. Those of more parts have to be `expected`.
    """

    def __init__(self, tell: Callable[[Report], None], early_s: float) -> None:
        self._tell = tell
        self._early_s = early_s
        self._expected: OrderedDict[str, Delivery] = OrderedDict()
        self._early: OrderedDict[str, str] = OrderedDict()

    def expect(self, receipt: str) -> None:
        """What was told early about it is heard now."""
        delivery = Delivery(receipt)
        names = tuple(delivery.missing)
        for name in names:
            self._expected[name] = delivery
        for name in names:
            stat = self._early.pop(name, None)
            if stat is not None:
                self._hear(delivery, name, stat)
        _forget(self._expected)

    def take(self, status: Status) -> None:
        if status.stat in UNDER_WAY:
            return
        name = status.msg_id.hex()
        delivery = self._expected.get(name)
        if delivery is not None:
            self._hear(delivery, name, status.stat)
        elif name not in self._early:
            self._early[name] = status.stat
            _forget(self._early)
            asyncio.get_running_loop().call_later(self._early_s, self._tell_stray, name)

    def _tell_stray(self, name: str) -> None:
        """It stays known, should it turn out to be a part of a message that is still being sent."""
        stat = self._early.get(name)
        if stat is not None:
            report = Delivery(name).hear(name, stat)
            assert report is not None
            self._tell(report)

    def _hear(self, delivery: Delivery, name: str, stat: str) -> None:
        report = delivery.hear(name, stat)
        if report is not None:
            self._tell(report)


def receipt_of(msg_ids: Iterable[bytes]) -> str:
    return _JOINT.join(msg_id.hex() for msg_id in msg_ids)


def _forget(remembered: OrderedDict[str, Delivery] | OrderedDict[str, str]) -> None:
    while len(remembered) > _REMEMBERED:
        remembered.popitem(last=False)
