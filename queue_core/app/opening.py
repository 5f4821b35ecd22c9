"""Puts a hall together from its folder."""

import secrets
import time
from datetime import datetime, tzinfo
from pathlib import Path

from queue_core.app.engine import Ports
from queue_core.app.hall import Hall
from queue_core.app.ports import Calendar, Clock
from queue_core.domain.rules import HallRules
from queue_core.store.journal import SqliteJournal
from queue_core.store.vault import FileVault

JOURNAL = "journal.db"
KEYS = "keys.db"
REFERENCE_BYTES = 9


def open_hall(folder: Path, rules: HallRules, *, calendar: Calendar, clock: Clock | None = None) -> Hall:
    """Open the hall whose journal and keys lie in `folder`, made on first use; replay, and begin to serve. Blocks.

    Opens the business day `calendar` names, and lets `rules` take effect if they differ from the journal's.
    Raises StoreError: the journal is served already, damaged, or of a newer version.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    journal = SqliteJournal(folder / JOURNAL)
    try:
        ports = Ports(
            journal=journal,
            vault=FileVault(folder / KEYS),
            clock=clock or wall_ms,
            calendar=calendar,
            references=new_reference,
        )
        hall = Hall(ports, rules)
        hall.start()
    except BaseException:
        journal.close()
        raise
    return hall


def wall_ms() -> int:
    return time.time_ns() // 1_000_000


def days_in(zone: tzinfo) -> Calendar:
    """Business days that change at midnight of a time zone."""
    return lambda at_ms: datetime.fromtimestamp(at_ms / 1000, zone).date().isoformat()


def new_reference() -> str:
    """72 random bits, URL-safe: 12 characters."""
    return secrets.token_urlsafe(REFERENCE_BYTES)
