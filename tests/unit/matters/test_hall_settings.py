"""hall.toml: places, windows, terminals, hours, slots and quotas, and what of them does not go together."""

from datetime import date
from pathlib import Path

import pytest

from queue_core.calendar import SessionHours
from queue_core.config import ConfigErrors, Mistake, load
from queue_core.hall.settings import CallMode, HallSettings, QuotaSpan, WindowKind
from queue_core.wire.words import TicketClass

DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"
HALL = """
public_url = "https://hall.example.org"
names = { "zh-CN" = "大厅" }
[[categories]]
code = "registration"
names = { "zh-CN" = "注册登记" }
classes = ["accept", "consult"]
[[categories]]
code = "trade"
names = { "zh-CN" = "通关贸易" }
classes = ["accept", "pickup"]
[[places]]
code = "first"
floor = "1"
zone = { "zh-CN" = "A区" }
"""
WINDOW = "[[windows]]\nnumber = 1\nall_skill = true\n"


def read(path: Path, more: str) -> HallSettings:
    file = path / "hall.toml"
    file.write_text(HALL + more, encoding="utf-8")
    return load(file, HallSettings)


def mistakes(path: Path, more: str) -> list[Mistake]:
    with pytest.raises(ConfigErrors) as caught:
        read(path, more)
    assert all(each.remedy for each in caught.value.mistakes)
    return list(caught.value.mistakes)


def test_the_demo_hall_has_what_the_issue_names() -> None:
    hall = load(DEMO, HallSettings)
    counters = [window for window in hall.windows if window.kind is WindowKind.COUNTER]
    assert (len(hall.categories), len(counters), len(hall.terminals)) == (4, 12, 2)
    assert sum(window.all_skill for window in hall.windows) == 3
    assert {place.floor for place in hall.places} == {"1", "2"}
    assert {window.place for window in hall.windows} == {place.code for place in hall.places}
    assert {slots.category for slots in hall.slots} == {category.code for category in hall.categories}
    assert hall.hours is not None
    assert set(hall.hours.week.days()) == {(session(0, 1440),)}


def test_a_window_serves_categories_and_single_units(tmp_path: Path) -> None:
    more = '[[windows]]\nnumber = 1\ncategories = ["trade"]\nunits = ["registration/consult"]\n'
    hall = read(tmp_path, more + WINDOW.replace("1", "2"))
    assert hall.profile(hall.windows[0]) == (
        ("registration", TicketClass.CONSULT),
        ("trade", TicketClass.ACCEPT),
        ("trade", TicketClass.PICKUP),
    )
    assert len(hall.profile(hall.windows[1])) == 4


def test_a_window_calls_as_the_hall_does_unless_it_says_otherwise_and_a_terminal_by_itself(
    tmp_path: Path,
) -> None:
    windows = [WINDOW, WINDOW.replace("1", "2") + 'calls = "pressed"\n']
    windows.append(WINDOW.replace("1", "3") + 'kind = "terminal"\n')
    auto = read(tmp_path, '[policy]\ncalls = "auto"\n' + "".join(windows))
    assert [auto.calls_at(window) for window in auto.windows] == [
        CallMode.AUTO,
        CallMode.PRESSED,
        CallMode.AUTO,
    ]
    pressed = read(tmp_path, "".join(windows))
    assert [pressed.calls_at(window) for window in pressed.windows] == [
        CallMode.PRESSED,
        CallMode.PRESSED,
        CallMode.AUTO,
    ]
    assert pressed.terminals == (3,)


@pytest.mark.parametrize(
    ("more", "key", "problem"),
    [
        (WINDOW.replace("all_skill = true", ""), "windows[0]", "needs either all_skill"),
        (WINDOW + 'units = ["trade/accept"]\n', "windows[0]", "needs either all_skill"),
        (WINDOW + 'kind = "terminal"\ncalls = "pressed"\n', "windows[0]", "nobody sits at terminal 1"),
        (WINDOW + 'kind = "robot"\n', "windows[0].kind", "not one of the choices"),
        (WINDOW + 'place = "cellar"\n', "windows[0].place", '"cellar" is no place'),
        (
            '[[windows]]\nnumber = 1\nunits = ["trade/consult"]\n',
            "windows[0].units",
            '"trade/consult" is no unit',
        ),
        (
            WINDOW + "[[places]]\ncode = 'first'\nfloor = '2'\nzone = { zh-CN = 'B' }\n",
            "places[1].code",
            "twice",
        ),
        (
            WINDOW + "[[places]]\ncode = 'x'\nfloor = 'ground'\nzone = { zh-CN = 'B' }\n",
            "places[1].floor",
            "form",
        ),
        (WINDOW + "[[slots]]\ncategory = 'passport'\ncapacity = 4\n", "slots[0].category", "no category"),
        (
            WINDOW + "[[slots]]\ncategory = 'trade'\ncapacity = 1\n",
            "slots[0].capacity",
            "takes 2 of 1 places",
        ),
        (
            WINDOW + "[[slots]]\ncategory = 'trade'\ncapacity = 4\nsizes = { accept = 5 }\n",
            "slots[0].sizes",
            "takes 5 of 4 places",
        ),
        (
            WINDOW + "[[slots]]\ncategory = 'trade'\ncapacity = 4\nsizes = { consult = 1 }\n",
            "slots[0].sizes",
            'has no class "consult"',
        ),
        (
            WINDOW + "[[slots]]\ncategory = 'trade'\ncapacity = 4\n" * 2,
            "slots[1].category",
            '"trade" is there twice',
        ),
        (WINDOW + "[[quotas]]\ncategory = 'x'\nmost = 4\n", "quotas[0].category", "no category"),
        (
            WINDOW + "[[quotas]]\ncategory = 'trade'\nticket_class = 'consult'\nmost = 4\n",
            "quotas[0].ticket_class",
            'has no class "consult"',
        ),
        (WINDOW + "[[quotas]]\nmost = 4\n" * 2, "quotas[1].category", "twice"),
        (
            WINDOW + "[policy]\nmissed_appointments_before_bar = 3\nbar_days = 61\n",
            "policy.bar_days",
            "count for 61 days, but are forgotten after 60",
        ),
        (
            WINDOW + "[retention]\nfollow_up_days = 10\n[policy]\nmissed_appointments_before_bar = 3\n",
            "retention.follow_up_days",
            "count for 30 days, but are forgotten after 10",
        ),
    ],
)
def test_what_does_not_go_together_is_named(tmp_path: Path, more: str, key: str, problem: str) -> None:
    (mistake,) = mistakes(tmp_path, more)
    assert mistake.key == key
    assert problem in mistake.problem


def test_a_unit_that_no_window_serves_is_named(tmp_path: Path) -> None:
    (mistake,) = mistakes(
        tmp_path, '[[windows]]\nnumber = 1\ncategories = ["registration"]\nunits = ["trade/accept"]\n'
    )
    assert mistake.key == "categories[1].classes"
    assert mistake.problem == 'no window serves "trade/pickup"'


def session(from_minute: int, until_minute: int) -> SessionHours:
    return SessionHours(from_minute=from_minute, until_minute=until_minute)


def test_the_hall_s_own_dates_and_retention_are_read(tmp_path: Path) -> None:
    hall = read(
        tmp_path,
        WINDOW
        + """[hours]
monday = ["08:30-12:00"]
[calendar]
closed = [2026-12-31]
working_days = [2026-10-10]
hours = { 2026-12-24 = ["09:00-11:00"] }
[retention]
pickup_days = 30
""",
    )
    overrides = hall.calendar.overrides()
    assert overrides.closed == {date(2026, 12, 31)}
    assert overrides.working_days == {date(2026, 10, 10)}
    assert overrides.hours == {date(2026, 12, 24): (session(540, 660),)}
    assert (hall.retention.pickup_days, hall.retention.queueing_days) == (30, 1)


@pytest.mark.parametrize(
    ("calendar", "key", "problem"),
    [
        ("closed = [2026-12-31]\nworking_days = [2026-12-31]", "calendar", "closed and open at once"),
        ("hours = { 2026-12-24 = [] }", "calendar", "has no sessions"),
        ("closed = ['today']", "calendar.closed", "not a date"),
    ],
)
def test_dates_that_cannot_be_are_named(tmp_path: Path, calendar: str, key: str, problem: str) -> None:
    found = mistakes(tmp_path, f"{WINDOW}[hours]\nmonday = ['08:30-12:00']\n[calendar]\n{calendar}\n")
    assert [each.key.startswith(key) and problem in each.problem for each in found] == [True]


def test_dates_need_hours(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, f"{WINDOW}[calendar]\nclosed = [2026-12-31]\n")
    assert "[hours]" in found.remedy


def test_hours_are_sessions_of_weekdays(tmp_path: Path) -> None:
    hall = read(
        tmp_path, WINDOW + '[hours]\nmonday = ["08:30-12:00", "13:30-17:00"]\nsunday = ["22:00-24:00"]'
    )
    assert hall.hours is not None
    assert hall.hours.week.monday == (session(510, 720), session(810, 1020))
    assert hall.hours.week.sunday == (session(1320, 1440),)
    assert hall.hours.week.tuesday == ()
    assert str(hall.hours.week.monday[0]) == "08:30-12:00"
    assert read(tmp_path, WINDOW).hours is None


@pytest.mark.parametrize(
    ("hours", "key", "problem"),
    [
        ("monday = ['8:30']", "hours.monday[0]", '"8:30" are no opening hours'),
        ("monday = ['08:30-12:60']", "hours.monday[0]", "there is no time 12:60"),
        ("monday = [830]", "hours.monday[0]", "are no opening hours"),
        ("monday = ['12:00-08:30']", "hours.monday[0]", "does not close after it opens"),
        ("monday = ['12:00-12:00']", "hours.monday[0]", "does not close after it opens"),
        ("monday = ['12:00-24:01']", "hours.monday[0]", "there is no time 24:01"),
        ("monday = ['13:30-17:00', '08:30-12:00']", "hours.monday", "has ended"),
        ("monday = ['08:30-12:00', '11:30-17:00']", "hours.monday", "has ended"),
        ("monday = '08:30-12:00'", "hours.monday", "is not a list"),
        ("moonday = ['08:30-12:00']", "hours.moonday", "is not a key"),
        ("", "hours", "open on no day"),
    ],
)
def test_hours_that_cannot_be_are_named(tmp_path: Path, hours: str, key: str, problem: str) -> None:
    found = mistakes(tmp_path, f"{WINDOW}[hours]\n{hours}\n")
    assert found[0].key == key
    assert problem in found[0].problem


def test_a_quota_is_of_a_day_unless_it_says_otherwise(tmp_path: Path) -> None:
    quotas = '[[quotas]]\nmost = 900\n[[quotas]]\ncategory = "trade"\nmost = 8\nper = "half-hour"\n'
    hall = read(tmp_path, WINDOW + quotas)
    assert [quota.per for quota in hall.quotas] == [QuotaSpan.DAY, QuotaSpan.HALF_HOUR]


def test_mistakes_of_many_tables_are_told_at_once(tmp_path: Path) -> None:
    more = '[[windows]]\nnumber = 1\ncategories = ["trde"]\nplace = "cellar"\n[hours]\nmonday = ["9-5"]\n'
    more += '[[slots]]\ncategory = "trde"\ncapacity = 0\n[[quotas]]\nmost = -1\n'
    assert len(mistakes(tmp_path, more)) == 6
