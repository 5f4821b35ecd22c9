"""What keeps an audit from being made at all; what it finds wrong in a journal is a `Finding`."""

from pathlib import Path
from typing import ClassVar


class AuditError(Exception):
    """The root of the audit's errors. `exit_code` 2: nothing was audited."""

    code: ClassVar[str] = "audit-error"
    remedy: ClassVar[str] = "Give the audit a hall's journal.db, or what `paihao journal export` wrote."
    exit_code: ClassVar[int] = 2


class Unreadable(AuditError):
    """The file is missing, or is neither a journal nor an export of one."""

    code = "audit-unreadable"

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")


class BrokenLine(Unreadable):
    """A line after the first is none of an export: it was edited, or the file was cut."""

    def __init__(self, path: Path, line: int, reason: object) -> None:
        super().__init__(path, f"line {line}: {reason}")
        self.line = line
        self.reason = str(reason)


class NothingToAudit(AuditError):
    """There is no event, so nothing can be right."""

    code = "audit-nothing"
    remedy = "Give the audit the journal of a hall that has opened a day; see whether the file was emptied."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds no event")


class Unwritable(AuditError):
    """The report could not be written."""

    code = "audit-unwritable"
    remedy = "Name a file in a folder that exists and that you may write to, on a disk that has room."

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")
