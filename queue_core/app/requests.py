"""What clients of the hall hand in, and what they get back. Persons come in clear and are sealed at once."""

from msgspec import Struct

from queue_core.app.people import Contact, Holder
from queue_core.domain.commands import Command
from queue_core.domain.events import Event
from queue_core.domain.rules import Unit
from queue_core.domain.ticket import Priority
from queue_core.domain.words import CallBack, FollowUpAct, Origin, PickupWay, RatingChannel


class ErrandAsked(Struct, frozen=True, kw_only=True):
    """`case` is the code of the finished case a pickup is for; without one the person's own is looked for."""

    unit: Unit
    matter: str | None = None
    case: str | None = None
    items: int = 1


class NumberWanted(Struct, frozen=True, kw_only=True, tag=True):
    """A number for one or several errands, or for an appointment (by its reference).

    The hall draws the reference, seals the holder, looks for what the same person holds, sees the statutory
    age, and estimates the wait. `priority` is one that staff verified, `project` a green channel. To the
    phone of `contact` goes the link for rating the visit.
    """

    errands: tuple[ErrandAsked, ...] = ()
    language: str = "zh-CN"
    holder: Holder | None = None
    origin: Origin = Origin.KIOSK
    is_remote: bool = False
    priority: Priority | None = None
    appointment: str | None = None
    accepts_risk: bool = False
    project: str | None = None
    contact: Contact | None = None


class ConversionWanted(Struct, frozen=True, kw_only=True, tag=True):
    ticket_id: int
    errand: int
    asked: ErrandAsked


class ErrandWantedToo(Struct, frozen=True, kw_only=True, tag=True):
    ticket_id: int
    asked: ErrandAsked


class ProspectWanted(Struct, frozen=True, kw_only=True, tag=True):
    """What a ticket's wait would be if an errand were for another unit; journaled as shown."""

    ticket_id: int
    errand: int
    unit: Unit


class BookingWanted(Struct, frozen=True, kw_only=True, tag=True):
    """`replaces` is the reference of an appointment of the same person that is given back for this one.

    `phone` is reminded the day before.
    """

    unit: Unit
    starts_at_ms: int
    holder: Holder
    matter: str | None = None
    source: str | None = None
    replaces: str | None = None
    phone: str | None = None


class CaseTold(Struct, frozen=True, kw_only=True, tag=True):
    """`phone` gets messages about the case. Without a `code` the hall gives one.

    `ticket_id` is the number in hand, where it is accepted at a window.
    """

    unit: Unit
    code: str = ""
    ticket_id: int | None = None
    matter: str | None = None
    holder: Holder | None = None
    phone: str | None = None
    is_ready: bool = False
    way: PickupWay = PickupWay.WINDOW
    language: str = "zh-CN"


class RatingWanted(Struct, frozen=True, kw_only=True, tag=True):
    """A rating of a visit of today. `window` is where it is given; None: by the holder, wherever it was."""

    ticket_id: int
    level: int
    channel: RatingChannel
    labels: tuple[str, ...] = ()
    window: int | None = None


class PastRatingWanted(Struct, frozen=True, kw_only=True, tag=True):
    """A rating, by its link, of a visit whose day is over."""

    reference: str
    level: int
    labels: tuple[str, ...] = ()


class FollowUpStepWanted(Struct, frozen=True, kw_only=True, tag=True):
    """`note` comes in clear and is sealed; `supervisor` is who did it."""

    follow_up_id: int
    act: FollowUpAct
    supervisor: str
    result: CallBack | None = None
    note: str = ""


class NoteWanted(Struct, frozen=True, kw_only=True, tag=True):
    """For the window that has the number at `window` next; empty: none after all."""

    window: int
    text: str


Wanted = (
    NumberWanted
    | ConversionWanted
    | ErrandWantedToo
    | ProspectWanted
    | BookingWanted
    | CaseTold
    | NoteWanted
    | RatingWanted
    | PastRatingWanted
    | FollowUpStepWanted
)


class Request(Struct, frozen=True, kw_only=True):
    """A command and its origin.

    `actor` says who asks, such as `kiosk:K1` or `clerk:0007`: it is stored with every event that follows. A
    `key` belongs to one actor and one command; it is remembered for this business day and the one before.
    """

    key: str
    actor: str
    what: Command | Wanted


class Outcome(Struct, frozen=True, kw_only=True):
    """The first answer to a key; a repeated one differs in `repeated` alone.

    No events: what was asked for was so already. `sequence` is that of the last event, 0 without events.
    """

    events: tuple[Event, ...]
    sequence: int
    repeated: bool = False
