"""What a carrier 发送渠道 is: the way by which messages leave the hall, such as an SMS gateway.

A carrier may be told the same message twice, after a restart or a line that broke at a bad moment: it hands
`dedupe_key` on as far as its protocol can, and asks the far end before it sends again where it can be asked.
No two far ends know of each other: a message goes by another carrier only when the first surely has it not.
"""

from collections.abc import AsyncIterator, Collection, Mapping
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from queue_core.store.message import MessageKind


class Parcel(Struct, frozen=True, kw_only=True):
    """One message as a carrier needs it. `phone` and `text` are clear and live in memory only.

    `phone` is in digits, of mainland China without a prefix. `text` is complete, with the hall's signature
    【…】; `slots` are what the far end's own template for the `scene` wants instead. `attempt` counts from 1.
    """

    message_id: int
    dedupe_key: str
    kind: MessageKind
    phone: str
    language: str
    text: str
    slots: Mapping[str, str]
    created_at_ms: int
    attempt: int
    scene: str = ""

    def __repr__(self) -> str:
        """Nothing of the person: tracebacks and logs print this."""
        return f"Parcel({self.message_id}, {self.kind})"


class Fate(StrEnum):
    """What a delivery report 送达报告 says of a message; after undelivered, delivered may come."""

    PART_DELIVERED = "part-delivered"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"


class Report(Struct, frozen=True, kw_only=True):
    """`receipt` is what `send` returned; `reason` is the far end's word for why not.

    `part` is the far end's name of the part that arrived or did not, of a message of several.
    """

    receipt: str
    fate: Fate
    reason: str = ""
    part: str = ""


class Carrier(Protocol):
    """Belongs to one event loop; `run` keeps its line, if it has one, until cancelled."""

    @property
    def name(self) -> str:
        """As hall.toml calls it."""

    @property
    def is_reached(self) -> bool | None:
        """Whether the far end answers on its line just now; None: there is no line, only sending tells."""

    async def run(self) -> None: ...

    async def send(self, parcel: Parcel) -> str:
        """Returns the far end's own name of the message, free of personal data.

        Raises TryLater, NeverSendable, or CarrierAway. A cancelled call may have sent.
        """

    def expect(self, receipt: str, *, phone: str, sent_at_ms: int, heard: Collection[str]) -> None:
        """A message of an earlier run, whose report is still to come; but for the parts `heard` of."""

    def reports(self) -> AsyncIterator[Report]:
        """Delivery reports as they come in; for one listener, who calls `stored` for each."""

    def stored(self, report: Report) -> None:
        """It is written down, or about nothing of ours: the far end may forget it."""


class CarrierError(Exception):
    """`code` is stable and stands in the outbox and on the staff's screens.

    `is_untaken`: this attempt surely left nothing with the far end. What is not sure is not claimed.
    """

    remedy: str = "Look at the messages on the supervisor's screen."

    def __init__(
        self, code: str, message: str, remedy: str | None = None, *, is_untaken: bool = False
    ) -> None:
        super().__init__(message)
        self.code = code
        self.remedy = remedy or self.remedy
        self.is_untaken = is_untaken


class TryLater(CarrierError):
    """The far end will take it later; `after_s` if it said when."""

    def __init__(
        self, code: str, message: str, *, after_s: float | None = None, is_untaken: bool = True
    ) -> None:
        super().__init__(code, message, is_untaken=is_untaken)
        self.after_s = after_s


class CarrierAway(CarrierError):
    """The line is down or silent, or the far end does not serve us: no other message would go either.

    `is_of_line`: `is_reached` tells when it is over.
    """

    is_of_line = False


class NeverSendable(CarrierError):
    """The far end refuses this message for good: a wrong number, an unknown template."""

    def __init__(
        self, code: str, message: str, remedy: str | None = None, *, is_untaken: bool = True
    ) -> None:
        super().__init__(code, message, remedy, is_untaken=is_untaken)
