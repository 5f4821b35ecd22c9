"""What the kiosk keeps on disk of a number that is taken and has not reached its holder yet.

A kiosk that dies in between and comes back knows by it which number somebody is waiting for. It holds no
personal data and no secret: a number of the hall, how it was to be delivered, and in which language.

A kiosk that dies before the hall has answered keeps nothing: what was asked holds the person, and must not be
on disk. The same card finds the number again (the hall tells that its holder has one already); one that
nobody asks for is withdrawn by the hall, as every number is that nobody got.
"""

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from kiosk.backstage.health import KioskHealth
from kiosk.flow.visit import Way
from queue_core import log
from queue_core.client import Credential
from queue_core.wire.messages import Ticket
from queue_core.wire.words import DeliveryState

logger = log.logger("kiosk.keepsake")
DISK = "disk"
YOUNG_S = 180.0  # who waited before a dead screen for longer has gone, and somebody else stands there
REMEDY = "Make room on this computer's disk, and let the kiosk's user write to its state folder."


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """`outcome` is what the hall has still to be told of the delivery; with it there is nothing to resume.

    `issued_at_ms` tells the ticket from one of the same id in a hall that was founded anew. `kept_at_s`
    is when something last happened to it, by this computer's clock, in seconds of Unix time.
    """

    ticket_id: int
    issued_at_ms: int
    way: Way
    language: str
    has_left_printer: bool = False
    kept_at_s: float = 0.0
    outcome: DeliveryState | None = None


class Keepsake:
    """`path` None: nothing is kept. A disk that cannot be written stops nobody: it is told, and we go on."""

    def __init__(
        self, path: Path | None, health: KioskHealth, now_s: Callable[[], float] = time.time
    ) -> None:
        self._path = path
        self._health = health
        self._now_s = now_s
        self._kept: dict[int, Kept] = {}

    def found(self) -> tuple[Kept, ...]:
        """What the kiosk before this one left; a file that is not ours is nothing."""
        if self._path is None:
            return ()
        try:
            found = msgspec.json.decode(self._path.read_bytes(), type=tuple[Kept, ...])
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.MsgspecError) as error:
            logger.warning("keepsake-unreadable", why=type(error).__name__)
            return ()
        self._kept = {each.ticket_id: each for each in found}
        return found

    def is_young(self, kept: Kept) -> bool:
        """Whoever waits for it may still stand there; a clock that was put back a little does not matter."""
        return abs(self._now_s() - kept.kept_at_s) <= YOUNG_S

    def taken(self, ticket: Ticket, way: Way, language: str) -> None:
        self._keep(
            Kept(ticket_id=ticket.ticket_id, issued_at_ms=ticket.issued_at_ms, way=way, language=language)
        )

    def printing(self, ticket_id: int) -> None:
        """Bytes of it are about to leave."""
        self._change(ticket_id, way=Way.PAPER, has_left_printer=True)

    def not_printed(self, ticket_id: int) -> None:
        """No byte of it has left. (A printer that ran out of paper in the middle lets the rest out later.)"""
        self._change(ticket_id, has_left_printer=False)

    def settled(self, ticket_id: int, outcome: DeliveryState) -> None:
        """What became of it; forgotten when the hall knows."""
        self._change(ticket_id, outcome=outcome)

    def forget(self, ticket_id: int) -> None:
        if self._kept.pop(ticket_id, None) is not None:
            self._write()

    def _change(self, ticket_id: int, **changes: object) -> None:
        """A number that is not kept, since its holder had it before, is none of ours."""
        if ticket_id in self._kept:
            self._keep(msgspec.structs.replace(self._kept[ticket_id], **changes))

    def _keep(self, kept: Kept) -> None:
        self._kept[kept.ticket_id] = msgspec.structs.replace(kept, kept_at_s=self._now_s())
        self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        try:
            write_whole(self._path, msgspec.json.encode(tuple(self._kept.values())))
        except OSError as error:
            logger.warning("keepsake-not-written", why=os.strerror(error.errno or 0))
            self._health.ails(DISK, "disk-unwritable", REMEDY)
        else:
            self._health.mends(DISK)


def write_whole(path: Path, content: bytes) -> None:
    """The old content or the new one, whatever happens meanwhile; mode 0600. Raises OSError."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def place(folder: Path | None, credential: Credential) -> Path | None:
    """The file of this kiosk of this hall: several kiosks, and kiosks of several halls, may share a folder.

    Raises OSError when there can be no such folder.
    """
    if folder is None:
        return None
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    whose = hashlib.sha256(f"{credential.device}\n{credential.certificate}".encode()).hexdigest()[:16]
    return folder / f"kiosk-{whose}.json"
