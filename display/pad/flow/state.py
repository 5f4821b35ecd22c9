"""What the pad knows at one moment, what can happen to it, and what it then asks to be done.

Instants are the hall server's, in milliseconds since 1970.
"""

from dataclasses import dataclass
from enum import StrEnum

from queue_core.wire.views import HallView, RatingLabel, RatingRequest, WindowView

LEVELS = (5, 4, 3, 2, 1)
"""非常满意 … 非常不满意, 国办发〔2019〕51号; the best first, as the order of the document."""

THANKS_MS = 5_000
SENT_BEFORE_MS = 2_000
"""A level whose labels are still being chosen is sent so long before the time is over: it has a way to go."""


class Link(StrEnum):
    """The stream from the hall server."""

    CONNECTING = "connecting"
    UP = "up"
    DOWN = "down"


class Outcome(StrEnum):
    """What became of a rating, as the citizen is told."""

    THANKED = "thanked"
    ALREADY_RATED = "already_rated"
    TOO_LATE = "too_late"
    NEEDS_PROOF = "needs_proof"
    NOT_ARRIVED = "not_arrived"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A level that was pressed and stays; `labels` beside it are still being chosen. `key` as in Choice."""

    ticket_id: int
    level: int
    key: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A face the citizen pressed; on its way to the server. `key` is its idempotency key."""

    ticket_id: int
    level: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A service that is not asked about again at this pad; its page is shown until `until_ms`."""

    ticket_id: int
    outcome: Outcome
    until_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pad:
    """The whole state of the pad of one window. The view is the server's, untouched.

    A choice stays until its answer: the server shows that nothing is left to rate before it answers.
    `not_taken` is the ticket whose last rating did not reach the server; `asked_since_ms` is when the service
    to be rated was first seen here.
    """

    window: int
    link: Link = Link.CONNECTING
    link_code: str = ""
    hall: HallView | None = None
    view: WindowView | None = None
    draft: Draft | None = None
    choice: Choice | None = None
    not_taken: int | None = None
    settled: Settled | None = None
    asked_since_ms: int = 0
    now_ms: int = 0

    @property
    def asked(self) -> RatingRequest | None:
        """The service to be rated now.

        Nothing is asked once the next person is being served: they would rate somebody else's service.
        """
        view = self.view
        if view is None or view.rating is None or self.now_ms >= view.rating.until_ms:
            return None
        if self.settled is not None and self.settled.ticket_id == view.rating.ticket_id:
            return None
        next_one_sits = view.ticket is not None and view.ticket.started_at_ms is not None
        return None if next_one_sits else view.rating

    @property
    def needs_proof(self) -> bool:
        """Whether only a shown ticket or a phone rates in this hall: a press here counts for nobody."""
        return self.hall is not None and self.hall.rating.needs_proof

    @property
    def ms_left(self) -> int:
        """To be rated in; 0 when nothing is asked."""
        return 0 if self.asked is None else self.asked.until_ms - self.now_ms

    def labels_of(self, level: int) -> tuple[RatingLabel, ...]:
        """What may be said beside a level."""
        labels = self.hall.rating.labels if self.hall else ()
        return tuple(label for label in labels if level in label.levels)

    def is_being_labelled(self, request: RatingRequest) -> bool:
        """Whether a level was pressed for this service, and labels may still be chosen."""
        return self.draft is not None and self.draft.ticket_id == request.ticket_id

    def is_chosen_for(self, request: RatingRequest) -> bool:
        """Whether a face was pressed for this service and is on its way."""
        return self.choice is not None and self.choice.ticket_id == request.ticket_id


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChanged:
    """`code` says why the link is down."""

    link: Link
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A view from the stream: a whole replacement of the one before it."""

    view: HallView | WindowView


@dataclass(frozen=True, slots=True, kw_only=True)
class FacePressed:
    level: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelPressed:
    """Chosen, or taken back."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPressed:
    """The labels are chosen, or none is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipPressed:
    """不评价."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The server stored the rating sent with `key`."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """The server refused the rating sent with `key`, or did not answer; `code` says which."""

    key: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Time passed."""

    now_ms: int


Happening = (
    LinkChanged | Seen | FacePressed | LabelPressed | SendPressed | SkipPressed | Taken | NotTaken | Passed
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendRating:
    ticket_id: int
    level: int
    key: str
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SendSkip:
    """Its answer changes nothing here: who does not want to rate is left in peace."""

    ticket_id: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One step of the flow: the state after it and what is to be sent."""

    state: Pad
    request: SendRating | SendSkip | None = None
