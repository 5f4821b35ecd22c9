import pytest

from queue_core.domain.numbers import number


@pytest.mark.parametrize(
    ("count", "digits", "printed"),
    [
        (1, 3, "001"),
        (999, 3, "999"),
        (1000, 3, "A001"),
        (1998, 3, "A999"),
        (1999, 3, "B001"),
        (999 * 25, 3, "Z999"),
        (999 * 25 + 1, 3, "AA001"),
        (1, 4, "0001"),
    ],
)
def test_numbers_are_padded_and_widened_by_letters(count: int, digits: int, printed: str) -> None:
    assert number(count, digits) == printed


def test_no_number_stands_twice_in_a_series() -> None:
    series = [number(count, 1) for count in range(1, 20_001)]
    assert len(set(series)) == len(series)


def test_no_number_has_a_letter_that_reads_as_a_digit() -> None:
    assert not {"I", "O"}.intersection("".join(number(count, 1) for count in range(1, 20_001)))
