"""Years once asked for, kept in a file, so that a server's start need not load the library of holidays."""

from pathlib import Path

import msgspec
import structlog

from queue_core.calendar import china
from queue_core.calendar.working_year import Almanac, WorkingYear

log = structlog.get_logger(__name__)


class _Page(msgspec.Struct, frozen=True, kw_only=True):
    edition: str
    years: dict[int, WorkingYear]


class RememberedYears:
    """An almanac that asks another one once for each year and edition.

    The file is a convenience: unreadable, it is written anew; unwritable, the years are asked for at each
    start, after a warning.
    """

    def __init__(self, path: Path, ask: Almanac = china.china_year, edition: str | None = None) -> None:
        self._path = path
        self._ask = ask
        self._edition = edition
        self._years: dict[int, WorkingYear] | None = None

    def __call__(self, year: int) -> WorkingYear:
        if self._edition is None:
            self._edition = china.edition()
        if self._years is None:
            self._years = self._read(self._edition)
        if year not in self._years:
            self._years[year] = self._ask(year)
            self._write(_Page(edition=self._edition, years=self._years))
        return self._years[year]

    def _read(self, edition: str) -> dict[int, WorkingYear]:
        try:
            page = msgspec.json.decode(self._path.read_bytes(), type=_Page)
        except (OSError, msgspec.DecodeError):
            return {}
        return page.years if page.edition == edition else {}

    def _write(self, page: _Page) -> None:
        fresh = self._path.with_name(f"{self._path.name}.new")
        try:
            fresh.write_bytes(msgspec.json.encode(page))
            fresh.replace(self._path)
        except OSError as error:
            log.warning(
                "working days cannot be remembered",
                path=str(self._path),
                reason=error.strerror,
                remedy="make the folder writable; until then each start takes half a second longer",
            )
