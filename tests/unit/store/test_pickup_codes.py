"""Codes that are computed: each serial its own, typing mistakes found, nothing to be guessed from another."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from queue_core.store.pickup_codes import SERIALS, CodeMistyped, PickupCodes, check_digit
from queue_core.store.vault import FileVault

CODES = PickupCodes(b"a key of thirty-two bytes to test")
serials = st.integers(min_value=SERIALS.start, max_value=SERIALS.stop - 1)


@settings(max_examples=60)
@example(0)
@example(SERIALS.stop - 1)
@given(serials)
def test_a_code_leads_to_its_serial_and_to_no_other(serial: int) -> None:
    code = CODES.code(serial)
    assert len(code) == 9
    assert code.isdecimal()
    assert CODES.serial(code) == serial


def test_codes_of_serials_that_follow_one_another_are_all_different_and_in_no_order() -> None:
    codes = [CODES.code(serial) for serial in range(1, 400)]
    assert len(set(codes)) == len(codes)
    rising = sum(one < other for one, other in pairwise(codes))
    assert 120 < rising < 280


@settings(max_examples=25)
@given(serials)
def test_each_single_wrong_digit_is_found(serial: int) -> None:
    code = CODES.code(serial)
    for place in range(9):
        for digit in set("0123456789") - {code[place]}:
            with pytest.raises(CodeMistyped):
                CODES.serial(code[:place] + digit + code[place + 1 :])


def test_nearly_all_swaps_of_neighbours_are_found() -> None:
    """The hybrid systems of ISO 7064 find all single wrong digits and nearly all swaps."""
    swapped = missed = 0
    for serial in range(1, 300):
        code = CODES.code(serial)
        for place in range(8):
            if code[place] == code[place + 1]:
                continue
            swapped += 1
            other = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            missed += check_digit(other[:8]) == other[8]
    assert missed / swapped < 0.03


def test_the_check_digit_is_that_of_the_standard_s_example() -> None:
    assert check_digit("0794") == "5"


@pytest.mark.parametrize(
    "typed", ["", "12345678", "1234567890", "12345678x", "１２３４５６７８９", "-12345678"]
)
def test_what_is_no_code_leads_nowhere(typed: str) -> None:
    with pytest.raises(CodeMistyped) as refused:
        CODES.serial(typed)
    assert typed == "" or typed not in str(refused.value)


@pytest.mark.parametrize("serial", [-1, SERIALS.stop])
def test_there_are_a_hundred_million_serials(serial: int) -> None:
    with pytest.raises(ValueError, match=str(serial)):
        CODES.code(serial)


def test_the_token_belongs_to_its_serial_alone() -> None:
    assert len(CODES.token(7)) == 22
    assert CODES.is_token(7, CODES.token(7))
    assert not CODES.is_token(8, CODES.token(7))
    assert not CODES.is_token(7, "编码")


def test_another_hall_has_other_codes_and_a_restart_changes_none(tmp_path) -> None:
    vault, other = FileVault(tmp_path / "keys.db"), FileVault(tmp_path / "other.db")
    code, token = vault.pickup_code(42), vault.pickup_token(42)
    assert vault.pickup_serial(code) == 42
    assert (other.pickup_code(42), other.pickup_token(42)) != (code, token)
    assert not other.is_pickup_token(42, token)
    other.close()
    vault.close()
    again = FileVault(tmp_path / "keys.db")
    assert (again.pickup_code(42), again.pickup_token(42)) == (code, token)
    again.close()
