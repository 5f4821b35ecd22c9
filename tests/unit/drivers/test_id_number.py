import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.protocol.id_number import check_digit, is_valid

DIGITS = st.text(alphabet="0123456789", min_size=17, max_size=17)


@pytest.mark.parametrize(
    "specimen", ["11010519491231002X", "932682198501010017", "911124198108030024"]
)  # GB 11643-1999 and the National Immigration Administration
def test_the_official_specimen_numbers_are_valid(specimen: str) -> None:
    assert is_valid(specimen)


@given(DIGITS)
def test_exactly_one_check_digit_fits(first: str) -> None:
    assert [digit for digit in "0123456789X" if is_valid(first + digit)] == [check_digit(first)]


@given(DIGITS, st.integers(0, 16), st.integers(1, 9))
def test_one_mistyped_digit_is_noticed(first: str, place: int, shift: int) -> None:
    wrong = str((int(first[place]) + shift) % 10)
    assert not is_valid(first[:place] + wrong + first[place + 1 :] + check_digit(first))


@pytest.mark.parametrize(
    "text", ["", "11010519491231002", "11010519491231002x", "１1010519491231002X", "A" * 18]
)
def test_what_is_no_number_is_not_valid(text: str) -> None:
    assert not is_valid(text)
