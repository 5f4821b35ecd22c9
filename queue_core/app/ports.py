"""What the application needs of the world.

All of a port's methods but `Vault.unseal`, `Vault.holder_secret` and those of pickup codes are called on the
committer thread alone.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from queue_core.app.business_days import BusinessDay
from queue_core.domain.entry import Attendance, Entry, Stretch
from queue_core.domain.rating_visit import FinishedVisit
from queue_core.store.case_deeds import CaseDeeds
from queue_core.store.case_history import CaseMove
from queue_core.store.message import (
    Claimed,
    DeadCount,
    DeadLetter,
    Message,
    MessageKind,
    MessageState,
    Queued,
    Sent,
)
from queue_core.store.parties import Party, Subject
from queue_core.store.retention import Purpose
from queue_core.store.settlements import Settlement


class Outbox(Protocol):
    """The messages to citizens. Raises the store's error."""

    def claim(
        self, now_ms: int, *, limit: int, lease_ms: int, kinds: Collection[MessageKind], carrier: str | None
    ) -> Sequence[Claimed]:
        """Up to `limit` messages that are due, of these kinds or with what this carrier may have already.

        Not claimed again before `lease_ms` is over.
        """

    def settle(self, settlements: Iterable[Settlement]) -> None: ...

    def report(self, receipt: str, *, is_delivered: bool, reason: str, at_ms: int) -> bool:
        """A delivery report; whether the receipt is known."""

    def heard(self, receipt: str, part: str) -> bool:
        """One part of a message arrived; whether the receipt is known."""

    def again(self, message_id: int, *, key: str, now_ms: int, expires_at_ms: int) -> bool: ...

    def all_again(self, reason: str, *, key: str, now_ms: int, expires_at_ms: int) -> int:
        """How many dead letters of that reason will go; the same `key` again is the same wish."""

    def disown(self, carriers: Collection[str], *, at_ms: int) -> int:
        """Give up what carriers other than these may have; how many."""

    def dead(self, limit: int) -> list[DeadLetter]: ...

    def dead_by_reason(self) -> list[DeadCount]: ...

    def queued(self, now_ms: int) -> list[Queued]: ...

    def counts(self, since_ms: int) -> Counter[MessageState]: ...

    def sent_since(self, at_ms: int) -> list[Sent]: ...

    def had_news(self) -> bool:
        """Whether something was put since this was asked last."""


class Journal(Protocol):
    """The durable order of events. Raises the store's error; after a failed append nothing is certain."""

    def replay(self) -> Iterator[Stretch]:
        """The entries of the last two business days; each begins a stretch with its `DayOpened`.

        Of the first of the two that event alone is there: all else that happened then matters no more.
        """

    def entries_at(self, sequence: int) -> Sequence[Entry]:
        """The entries of the command whose first one stands there."""

    def attendances(self, day: str) -> Iterable[Attendance]:
        """Who holds tickets of a business day."""

    @property
    def outbox(self) -> Outbox: ...

    def parties(self, subject: Subject) -> Iterable[Party]:
        """Who the appointments or cases belong to, as far as it is still kept."""

    def past_visit(self, reference: str) -> FinishedVisit | None:
        """What was finished on a day that is over with the number of that public reference."""

    def case_deeds(self, case_id: int) -> CaseDeeds:
        """What was done with a case and by whom, on whatever day."""

    def case_history(self, case_id: int) -> tuple[CaseMove, ...]:
        """Each move of a case, the oldest first."""

    def append(
        self,
        entries: Sequence[Entry],
        attendances: Sequence[Attendance],
        messages: Sequence[Message] = (),
        known: Sequence[Party] = (),
    ) -> None:
        """Make all of it durable in one commit, or raise.

        `known` tells whose appointments and cases are new. A message whose dedupe key was used before is not
        kept again.
        """

    def forget(self, kept_from: Mapping[Purpose, str]) -> None:
        """Drop attendances, parties and recipients of the days before those `Vault.retire` names."""

    def close(self) -> None:
        """Give the journal free for another server."""


class Vault(Protocol):
    """Keeps the keys of personal data, one a purpose and day; without its key nothing of it can be read.

    `day` is the day from which the purpose's retention counts, as an ISO date.
    """

    def seal(self, purpose: Purpose, day: str, clear: bytes, about: str) -> bytes:
        """Encrypt; only with the same `about` it opens again."""

    def unseal(self, purpose: Purpose, day: str, sealed: bytes, about: str) -> bytes:
        """Raises the store's error when the key was destroyed or the bytes are not ours."""

    def person(self, purpose: Purpose, day: str, id_number: str) -> bytes:
        """The keyed hash by which a person is found again within a purpose and day."""

    def known_as(self, purpose: Purpose, id_number: str) -> Sequence[bytes]:
        """Each hash under which a person may be found: one for every day of the purpose still kept."""

    def fingerprint(self, day: str, body: bytes) -> bytes:
        """A keyed hash of a command's body."""

    def is_fingerprint(self, fingerprint: bytes, day: str, body: bytes) -> bool:
        """Whether it is that body's; False, too, when the key of that day is gone."""

    def holder_secret(self, reference: str) -> str:
        """What the holder of a ticket knows besides its public reference: always the same."""

    def pickup_code(self, serial: int) -> str:
        """The nine digits a citizen types to collect what was issued under a serial: always the same."""

    def pickup_serial(self, code: str) -> int:
        """The serial behind nine digits, given out or not. Raises the store's error for a mistyped one."""

    def pickup_token(self, serial: int) -> str:
        """What the QR code of a serial has besides its code."""

    def is_pickup_token(self, serial: int, token: str) -> bool: ...

    def retire(self, today: str, answered_from: str) -> Mapping[Purpose, str]:
        """Destroy the keys whose retention is over on business day `today`; returns the first days kept.

        `answered_from` is the first day whose commands are still answered when they are sent again.
        """

    def close(self) -> None: ...


class Clock(Protocol):
    def __call__(self) -> int:
        """Milliseconds since 1970, UTC, by the wall."""


class Calendar(Protocol):
    def __call__(self, at_ms: int) -> BusinessDay:
        """The business day an instant belongs to."""


class Deadline(Protocol):
    def __call__(self, day: str, working_days: int) -> str:
        """The working day (ISO date) by which so many of them have passed since a day."""


class References(Protocol):
    def __call__(self) -> str:
        """A fresh public reference of a ticket: URL-safe and not to be guessed."""
