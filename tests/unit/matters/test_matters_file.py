"""The catalogue's CSV file, as offices save it, and what is said about its mistakes."""

from pathlib import Path

import pytest

from queue_core.config import ConfigErrors, Mistake, load
from queue_core.domain.words import TicketClass
from queue_core.hall.matters import catalogue_of
from queue_core.hall.settings import HallSettings
from queue_core.matters import Catalogue, Material, Offered, load_catalogue

DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"
OFFERED = Offered(
    classes={"registration": tuple(TicketClass), "trade": (TicketClass.ACCEPT, TicketClass.PICKUP)},
    terminals=(13, 14),
)
HEADINGS = "code,category,name zh-CN,name en,classes,minutes,terminals,web,material zh-CN,originals,copies"
GOOD = "company,registration,公司设立登记,Company,accept consult,20,13,https://example.org/c,身份证,1,1"


def read(path: Path, *rows: str, headings: str = HEADINGS, encoding: str = "utf-8") -> Catalogue:
    path.write_bytes("\r\n".join([headings, *rows, ""]).encode(encoding))
    return load_catalogue(path, OFFERED)


def mistakes(path: Path, *rows: str, headings: str = HEADINGS) -> tuple[Mistake, ...]:
    with pytest.raises(ConfigErrors) as caught:
        read(path, *rows, headings=headings)
    assert all(each.remedy for each in caught.value.mistakes)
    return caught.value.mistakes


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "matters.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_matter_is_read_with_all_it_says(file: Path, encoding: str) -> None:
    (matter,) = read(file, GOOD, ",,,,,,,,章程,2,", "", encoding=encoding)
    assert matter.names == {"zh-CN": "公司设立登记", "en": "Company"}
    assert matter.classes == (TicketClass.ACCEPT, TicketClass.CONSULT)
    assert (matter.category, matter.usual_minutes) == ("registration", 20)
    assert (matter.terminals, matter.web) == ((13,), "https://example.org/c")
    assert matter.materials == (
        Material(names={"zh-CN": "身份证"}, originals=1, copies=1),
        Material(names={"zh-CN": "章程"}, originals=2, copies=0),
    )


def test_columns_stand_in_any_order_and_what_need_not_be_there_may_be_left_out(file: Path) -> None:
    (matter,) = read(
        file, "10,报关,accept pickup,trade,clearance,", headings="minutes,name zh-CN,classes,category,code,"
    )
    assert (matter.code, matter.materials, matter.terminals, matter.web) == ("clearance", (), (), None)


def test_a_text_may_hold_commas_and_quotes(file: Path) -> None:
    (matter,) = read(file, GOOD.replace(",Company,", ',"Company, ""limited""",'))
    assert matter.names["en"] == 'Company, "limited"'


@pytest.mark.parametrize(
    ("was", "instead", "key", "problem"),
    [
        ("company,", "Company,", "code (column A)", '"Company" is not a code'),
        (",registration,", ",registraton,", "category (column B)", "is no category of this hall"),
        ("公司设立登记", "", "name zh-CN (column C)", "is empty"),
        ("Company", "x" * 201, "name en (column D)", "is too long"),
        ("accept consult", "accept advise", "classes (column E)", '"advise" is not a class'),
        ("accept consult", "", "classes (column E)", "is empty"),
        (",20,", ",20.0,", "minutes (column F)", '"20.0" is not'),
        (",20,", ",,", "minutes (column F)", "is not"),
        (",20,", ",0,", "minutes (column F)", '"0" is not'),
        (",13,", ",3,", "terminals (column G)", "window 3 is no terminal"),
        (",13,", ",no,", "terminals (column G)", '"no" is not'),
        ("https://example.org/c", "example.org", "web (column H)", "is not a web address"),
        ("https://example.org/c", "javascript:x", "web (column H)", "is not a web address"),
        (",身份证,", ",,", "material zh-CN (column I)", "is empty"),
        (",1,1", ",one,1", "originals (column J)", '"one" is not how many'),
        (",1,1", ",,", "originals (column J)", "how many of this material"),
        (",1,1", ",1,1,extra", "column L", "more cells than the 11 headings"),
    ],
)
def test_a_mistake_names_its_column_and_what_is_wrong(
    file: Path, was: str, instead: str, key: str, problem: str
) -> None:
    (mistake,) = mistakes(file, GOOD.replace(was, instead, 1))
    assert (mistake.line, mistake.key) == (2, key)
    assert problem in mistake.problem


def test_a_class_that_the_category_does_not_have_is_a_mistake(file: Path) -> None:
    (mistake,) = mistakes(file, GOOD.replace("registration", "trade"))
    assert mistake.remedy == "write one or more of accept pickup"


def test_all_mistakes_are_told_at_once_with_the_lines_of_the_file(file: Path) -> None:
    found = mistakes(
        file,
        ",,,,,,,,身份证,1,",
        GOOD.replace("Company", '"two\nlines"'),
        "",
        GOOD.replace(",20,", ",soon,"),
        ",,,,,,,,,1,",
    )
    assert [(each.line, each.key) for each in found] == [
        (2, "code"),
        (3, "name en (column D)"),
        (6, "code (column A)"),
        (6, "minutes (column F)"),
        (7, "material zh-CN (column I)"),
    ]
    assert found[2].problem == '"company" stands on line 3 already'


def test_headings_are_checked_with_what_was_meant(file: Path) -> None:
    headings = HEADINGS.replace("minutes", "minuts").replace("copies", "originals")
    found = mistakes(file, GOOD, headings=headings)
    assert [(each.key, each.problem) for each in found] == [
        ("column F", '"minuts" is not a heading'),
        ("column K", '"originals" is there twice'),
        ("", 'there is no column "minutes"'),
    ]
    assert found[0].remedy == 'write "minutes"'


@pytest.mark.parametrize(("mark", "called"), [(";", "semicolons"), ("\t", "tabs")])
def test_another_separator_is_named(file: Path, mark: str, called: str) -> None:
    (mistake,) = mistakes(file, GOOD, headings=HEADINGS.replace(",", mark))
    assert called in mistake.problem


def test_a_quote_that_does_not_end_is_a_mistake_on_its_row(file: Path) -> None:
    (mistake,) = mistakes(file, GOOD, '"company,trade', GOOD)
    assert mistake.line == 3
    assert "not CSV from here on" in mistake.problem


@pytest.mark.parametrize("text", ["", HEADINGS, HEADINGS + "\n\n,,,\n"])
def test_a_file_without_matters_says_so(file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(ConfigErrors, match="no matter in this file"):
        load_catalogue(file, OFFERED)


def test_a_file_in_gbk_and_an_absent_one_say_what_to_do(file: Path) -> None:
    with pytest.raises(ConfigErrors, match="CSV UTF-8"):
        read(file, GOOD, encoding="gbk")
    with pytest.raises(ConfigErrors, match="no such file"):
        load_catalogue(file.with_name("nowhere.csv"), OFFERED)


def test_the_demo_hall_has_a_catalogue_as_the_issue_wants_it() -> None:
    settings = load(DEMO, HallSettings)
    catalogue = catalogue_of(settings)
    assert len(catalogue) >= 60
    assert {matter.category for matter in catalogue} == {each.code for each in settings.categories}
    languages = {"zh-CN", "zh-Hant", "en"}
    assert all(set(matter.names) == set(matter.department) == languages for matter in catalogue)
    assert all(set(each.names) == languages for matter in catalogue for each in matter.materials)
    assert sum(bool(matter.materials) for matter in catalogue) >= 60
    assert {terminal for matter in catalogue for terminal in matter.terminals} == set(settings.terminals)


def test_a_hall_without_a_catalogue_has_an_empty_one() -> None:
    settings = load(DEMO, HallSettings).model_copy(update={"matters": None})
    assert len(catalogue_of(settings)) == 0
