"""Puts a hall together from its folder."""

import secrets
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import structlog

from queue_core.app.business_days import plain_deadline
from queue_core.app.engine import Ports
from queue_core.app.hall import Hall
from queue_core.app.ports import Calendar, Clock, Deadline
from queue_core.app.waits import Waits
from queue_core.domain.rules import HallRules, Unit
from queue_core.store.codec import GENESIS
from queue_core.store.errors import JournalUnusable
from queue_core.store.journal import SqliteJournal
from queue_core.store.retention import Retention
from queue_core.store.vault import FileVault

JOURNAL = "journal.db"
KEYS = "keys.db"
REFERENCE_BYTES = 9

log = structlog.get_logger(__name__)


def open_hall(
    folder: Path,
    rules: HallRules,
    *,
    calendar: Calendar,
    usual_ms: Mapping[Unit, int] | None = None,
    clock: Clock | None = None,
    retention: Retention | None = None,
    deadline: Deadline = plain_deadline,
) -> Hall:
    """Open the hall whose journal and keys lie in `folder`, made on first use. Blocks.

    Replays the journal, opens the business day `calendar` names, and lets `rules` take effect where they
    differ from the journal's. `retention` is how long personal data is kept, by default as `Retention` says;
    `usual_ms` how long a service of each unit takes before the hall has learned it; `deadline` counts its
    working days.
    Raises StoreError or HallError: the journal is served already, damaged, or of a newer version.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise JournalUnusable(folder, error.strerror) from error
    journal = SqliteJournal(folder / JOURNAL)
    with ExitStack() as undo:
        undo.callback(journal.close)
        vault = FileVault(folder / KEYS, retention)
        undo.callback(vault.close)
        if vault.is_new and journal.head != GENESIS:
            log.warning(
                "keys are new, the journal is not", remedy="older sealed names and phone links are lost"
            )
        waits = Waits(usual_ms, is_steered=isinstance(clock, SteeredClock))
        undo.callback(waits.close)
        ports = Ports(
            journal=journal,
            vault=vault,
            clock=clock or wall_ms,
            calendar=calendar,
            references=new_reference,
            waits=waits,
            is_steered=isinstance(clock, SteeredClock),
            deadline=deadline,
        )
        hall = Hall(ports, rules)
        hall.start()
        undo.pop_all()
    return hall


class SteeredClock:
    """A clock that stands still until it is moved forward: for simulated days and for training."""

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms

    def __call__(self) -> int:
        return self._now_ms

    def steer(self, to_ms: int) -> None:
        """Move on to an instant; one that is past already changes nothing. Any thread."""
        self._now_ms = max(self._now_ms, to_ms)


def wall_ms() -> int:
    return time.time_ns() // 1_000_000


def new_reference() -> str:
    """72 random bits, URL-safe: 12 characters."""
    return secrets.token_urlsafe(REFERENCE_BYTES)
