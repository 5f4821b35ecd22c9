"""What this voice has said, on disk: a voice that dies between a sentence and its report says nothing twice.

A call is written down when its sentence in the first language has ended, and before the hall is told. Who
dies in the middle of a sentence says it again: half a sentence is none. It holds no person.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec
import structlog

from queue_core.wire.views import CallView

KEPT = 64
"""More calls are not in the hall's own list, from which a voice begins."""

_log = structlog.get_logger(__name__)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """`called_at_ms` tells a call from one of the same id in a hall that was set up anew.

    `is_told`: the hall knows, or need not. A call that was left out in quiet hours is not to be told.
    """

    call_id: int
    called_at_ms: int
    is_told: bool


class Memory:
    """`path` None: nothing outlives the program. A full disk stops nobody: the log tells of it."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._said = {each.call_id: each for each in _found(path)}

    def has(self, call: CallView) -> bool:
        said = self._said.get(call.call_id)
        return said is not None and said.called_at_ms == call.called_at_ms

    def untold(self) -> tuple[int, ...]:
        """Calls that the hall has still to hear of, oldest first."""
        return tuple(sorted(each.call_id for each in self._said.values() if not each.is_told))

    def keep(self, calls: Iterable[CallView], *, to_be_told: bool) -> None:
        for call in calls:
            self._said.pop(call.call_id, None)
            self._said[call.call_id] = Said(
                call_id=call.call_id, called_at_ms=call.called_at_ms, is_told=not to_be_told
            )
        self._said = dict(list(self._said.items())[-KEPT:])
        self._write()

    def told(self, call_id: int) -> None:
        said = self._said.get(call_id)
        if said is not None:
            self._said[call_id] = msgspec.structs.replace(said, is_told=True)
            self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        part = self._path.with_name(f"{self._path.name}.part")
        try:
            part.unlink(missing_ok=True)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(msgspec.json.encode(tuple(self._said.values())))
            part.replace(self._path)
        except OSError as error:
            _log.warning("said-not-written", path=str(self._path), why=os.strerror(error.errno or 0))


def beside(credential: Path) -> Path:
    """Where a device keeps it: beside the credential, which is its own too."""
    return credential.with_name(f"{credential.stem}.said.json")


def _found(path: Path | None) -> tuple[Said, ...]:
    """A file that is not ours is nothing."""
    if path is None:
        return ()
    try:
        return msgspec.json.decode(path.read_bytes(), type=tuple[Said, ...])
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.MsgspecError) as error:
        _log.warning("said-unreadable", path=str(path), why=type(error).__name__)
        return ()
