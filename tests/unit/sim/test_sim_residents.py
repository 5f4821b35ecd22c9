"""People with permits and permanent-resident cards."""

from pathlib import Path

import pytest

from sim.errors import BadScenario
from sim.halls.residents import resident, residents
from sim.world.residents import (
    PermanentResident2017,
    PermanentResident2023,
    Permit,
    check_digit_2017,
    has_right_check_digit_2017,
    with_wrong_check_digit_2017,
)


def test_there_are_permits_of_all_three_places_and_both_permanent_cards() -> None:
    known = residents().values()
    permits = sorted(one.person.number[:2] for one in known if isinstance(one, Permit))
    assert permits == ["81", "82", "83"]
    assert {type(one) for one in known} == {Permit, PermanentResident2017, PermanentResident2023}


def test_the_older_number_follows_from_the_newer_card() -> None:
    old, new = resident("lemaire-old"), resident("lemaire-new")
    assert isinstance(old, PermanentResident2017)
    assert isinstance(new, PermanentResident2023)
    first = new.country + new.number[1:3] + new.former[:2] + new.number[8:14] + new.former[2]
    assert old.number == first + check_digit_2017(first)


def test_a_wrong_check_digit_of_2017_is_noticed() -> None:
    old = resident("lemaire-old")
    assert isinstance(old, PermanentResident2017)
    assert has_right_check_digit_2017(old.number)
    assert not has_right_check_digit_2017(with_wrong_check_digit_2017(old).number)


@pytest.mark.parametrize(
    "text",
    [
        "permits = 3",
        "[permits]\nx = 3",
        "[visas.x]\nnumber = '1'",
        "[permits.x]\nname = '何'\nnumber = '810000198704150021'",
        "[permits.x]\nname = '何'\nnumber = '810000198704150022'\npass_number = 'H'",
        "[permanent_2017.x]\nnumber = '1'",
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_place(text: str, tmp_path: Path) -> None:
    file = tmp_path / "residents.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadScenario):
        residents(file)


def test_an_unknown_resident_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadScenario, match="lemaire-new"):
        resident("nobody")
