"""What can be wrong with what a report is made from."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar


class ReportError(Exception):
    """The root of the reports' errors; each names the file it concerns."""

    code: ClassVar[str] = "report-error"
    remedy: ClassVar[str] = "Look at the file named here."


class NoJournal(ReportError):
    """The file is missing or is neither a journal nor an export of one."""

    code = "no-journal"
    remedy = "Give the journal.db of a hall, or a file that `paihao journal export` wrote."

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")


class NotWritten(ReportError):
    code = "report-not-written"
    remedy = "Give a file in a folder that exists and may be written to."

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path}: {reason}")


class NoSuchDay(ReportError):
    """The journal holds no such business day or month, or none at all."""

    code = "no-such-day"
    remedy = "Give a day or month that the journal holds, or leave the day out for the last one."

    def __init__(self, path: Path, wanted: str | None, known: Sequence[str]) -> None:
        held = f"{known[0]} to {known[-1]}" if known else "no day at all"
        super().__init__(f"{path}: no {wanted or 'day'} in it; it holds {held}")
