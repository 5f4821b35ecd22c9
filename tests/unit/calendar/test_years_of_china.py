"""What the library of holidays knows of China, against the notices of the State Council."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from queue_core.calendar import Knowledge, RememberedYears, WorkingYear, china_year


def dates(year: int, *days: str) -> list[date]:
    return [date.fromisoformat(f"{year}-{day}") for day in days]


def test_the_made_up_days_of_2026_stand_for_the_days_they_make_up() -> None:
    """The notice of the State Council of November 2025."""
    assert {str(each.on): str(each.instead_of) for each in china_year(2026).made_up} == {
        "2026-01-04": "2026-01-02",
        "2026-02-14": "2026-02-20",
        "2026-02-28": "2026-02-23",
        "2026-05-09": "2026-05-05",
        "2026-09-20": "2026-10-06",
        "2026-10-10": "2026-10-07",
    }


def test_the_spring_festival_of_2026_is_free() -> None:
    year = china_year(2026)
    assert year.knowledge is Knowledge.ANNOUNCED
    assert set(dates(2026, "02-16", "02-17", "02-18", "02-19", "02-20", "02-23")) <= year.days_off
    assert not set(dates(2026, "02-13", "02-14", "02-24")) & year.days_off


def test_a_day_made_up_for_the_next_year_belongs_to_its_own() -> None:
    made_up = {each.on: each.instead_of for each in china_year(2011).made_up}
    assert made_up[date(2011, 12, 31)] == date(2012, 1, 3)
    assert all(each.on.year == 2012 for each in china_year(2012).made_up)


@pytest.mark.parametrize("year", range(2007, 2027))
def test_an_announced_year_has_the_working_days_the_law_leaves(year: int) -> None:
    """Each day moved is made up: what is free is weekends, 10 to 13 days by law, and 2020's epidemic."""
    known = china_year(year)
    assert known.knowledge is Knowledge.ANNOUNCED
    assert all(each.on.weekday() >= 5 for each in known.made_up)
    assert not {each.on for each in known.made_up} & known.days_off
    days = [date(year, 1, 1) + timedelta(days=each) for each in range(365)]
    assert (
        245
        <= sum(each.weekday() < 5 and each not in known.days_off for each in days) + len(known.made_up)
        <= 253
    )


def test_of_a_year_not_yet_announced_the_law_is_known() -> None:
    year = china_year(2040)
    assert year.knowledge is Knowledge.STATUTORY
    assert set(dates(2040, "01-01", "05-01", "10-01", "10-02", "10-03")) <= year.days_off
    assert year.made_up == ()


@pytest.mark.parametrize("year", [1949, 2101])
def test_of_a_year_outside_the_library_nothing_is_known(year: int) -> None:
    assert china_year(year) == WorkingYear(year=year, knowledge=Knowledge.NONE)


class Source:
    """An almanac that keeps count of what it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, year: int) -> WorkingYear:
        self.asked.append(year)
        return china_year(year)


def test_a_year_once_asked_for_is_remembered_over_a_restart(tmp_path: Path) -> None:
    source = Source()
    first = RememberedYears(tmp_path / "years.json", source, edition="1")
    second = RememberedYears(tmp_path / "years.json", source, edition="1")
    assert first(2026) == second(2026) == first(2026) == china_year(2026)
    assert second(2025) == china_year(2025)
    assert source.asked == [2026, 2025]


def test_a_new_edition_of_the_library_is_asked_again(tmp_path: Path) -> None:
    source = Source()
    RememberedYears(tmp_path / "years.json", source, edition="1")(2026)
    RememberedYears(tmp_path / "years.json", source, edition="2")(2026)
    RememberedYears(tmp_path / "years.json", source, edition="2")(2026)
    assert source.asked == [2026, 2026]


@pytest.mark.parametrize("torn", [b"", b"{", b"[]", b'{"edition": "1", "years": {"2026": 5}}', b"\xff\xfe"])
def test_a_torn_file_is_written_anew(tmp_path: Path, torn: bytes) -> None:
    path = tmp_path / "years.json"
    path.write_bytes(torn)
    source = Source()
    assert RememberedYears(path, source, edition="1")(2026) == china_year(2026)
    RememberedYears(path, source, edition="1")(2026)
    assert source.asked == [2026]


def test_a_folder_that_cannot_be_written_costs_time_and_no_answer(tmp_path: Path) -> None:
    with capture_logs() as logs:
        year = RememberedYears(tmp_path / "missing" / "years.json", edition="1")(2026)
    assert year == china_year(2026)
    assert [each["event"] for each in logs] == ["working days cannot be remembered"]


def test_a_remembered_year_does_not_load_the_library(tmp_path: Path) -> None:
    path = tmp_path / "years.json"
    asking = (
        "import sys; from pathlib import Path; from queue_core.calendar import RememberedYears; "
        f"year = RememberedYears(Path({str(path)!r}))(2026); "
        "print(len(year.made_up), 'holidays' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", asking], check=True, capture_output=True, text=True
        ).stdout.split()
        for _ in range(2)
    ]
    assert said == [["6", "True"], ["6", "False"]]
