"""What may be asked of a hall, in the imperative. Ids and secrets of chance come in as arguments."""

from msgspec import Struct

from queue_core.domain.rules import HallRules, Unit
from queue_core.domain.words import DeliveryState, RatingChannel


class OpenDay(Struct, frozen=True, kw_only=True, tag=True):
    """Begin business day `day` (ISO date): the number series and the queue start anew."""

    day: str
    rules: HallRules


class ChangeRules(Struct, frozen=True, kw_only=True, tag=True):
    """Let other rules take effect within the day, as after a restart with an edited configuration."""

    rules: HallRules


class OpenWindow(Struct, frozen=True, kw_only=True, tag=True):
    window: int
    clerk: str


class CloseWindow(Struct, frozen=True, kw_only=True, tag=True):
    window: int


class TakeNumber(Struct, frozen=True, kw_only=True, tag=True):
    """Issue a ticket.

    `reference` is random and public. `sealed_holder` is opaque here. `held` are the tickets the same person
    took today, as the application found them outside the journal.
    """

    unit: Unit
    reference: str
    language: str = "zh-CN"
    matter: str | None = None
    sealed_holder: bytes | None = None
    held: tuple[int, ...] = ()


class ReportDelivery(Struct, frozen=True, kw_only=True, tag=True):
    """Say how the number reaches its holder; `reason` is the device error's code when it failed."""

    ticket_id: int
    outcome: DeliveryState
    reason: str | None = None


class WithdrawUndelivered(Struct, frozen=True, kw_only=True, tag=True):
    """The timer's command: end a waiting number that reached nobody in time. Without effect otherwise."""

    ticket_id: int


class CallNext(Struct, frozen=True, kw_only=True, tag=True):
    window: int


class Recall(Struct, frozen=True, kw_only=True, tag=True):
    window: int


class StartService(Struct, frozen=True, kw_only=True, tag=True):
    window: int


class FinishService(Struct, frozen=True, kw_only=True, tag=True):
    window: int


class MarkNoShow(Struct, frozen=True, kw_only=True, tag=True):
    window: int


class Rate(Struct, frozen=True, kw_only=True, tag=True):
    """Rate the service of a ticket at a window: level 5 非常满意 … 1 非常不满意."""

    window: int
    ticket_id: int
    level: int
    channel: RatingChannel


WindowCommand = OpenWindow | CloseWindow | CallNext | Recall | StartService | FinishService | MarkNoShow
Command = OpenDay | ChangeRules | TakeNumber | ReportDelivery | WithdrawUndelivered | WindowCommand | Rate
