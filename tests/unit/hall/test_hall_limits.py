import pytest
from hypothesis import given
from hypothesis import strategies as st

from queue_core.hall.attempts import Attempts
from queue_core.hall.entering import is_id_number
from queue_core.hall.errors import Denied
from queue_core.hall.tokens import Tokens
from queue_core.wire.enrolment import ALPHABET, TypedCode, fingerprint, new_secret, read_code


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_after_too_many_failures_the_wait_is_told_and_ends() -> None:
    clock = Clock()
    attempts = Attempts(limit=3, within_s=60, clock=clock)
    for at_s in (0.0, 10.0, 20.0):
        clock.now_s = at_s
        attempts.require("clerk", "address")
        attempts.failed("clerk", "address")
    with pytest.raises(Denied) as caught:
        attempts.require("clerk")
    assert (caught.value.status, caught.value.retry_after_s) == (429, 41)
    attempts.require("another clerk")
    clock.now_s = 60.5
    attempts.require("clerk", "address")


def test_a_success_clears_the_account_only() -> None:
    attempts = Attempts(limit=1, within_s=60, clock=Clock())
    attempts.failed("clerk", "address")
    attempts.succeeded("clerk")
    attempts.require("clerk")
    with pytest.raises(Denied):
        attempts.require("address")


@given(st.binary(min_size=1))
def test_a_code_is_read_as_it_was_made_however_it_is_typed(certificate: bytes) -> None:
    code = TypedCode(secret=new_secret(), fingerprint=fingerprint(certificate))
    assert read_code(str(code)) == code
    assert read_code(f" {str(code).lower().replace('-', ' ')}\n") == code


@given(st.text())
def test_what_is_no_code_is_not_taken_for_one(text: str) -> None:
    code = read_code(text)
    assert code is None or set(code.secret + code.fingerprint) <= set(ALPHABET)


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    typed = read_code("OIL0-OIL0-OIL0-OIL0-OIL0-OIL0")
    assert typed is not None
    assert typed.secret == "01100110"


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("11010519491231002X", True),  # the example of GB 11643-1999
        ("440524188001010014", True),  # the other one
        ("11010519491231002x", False),
        ("110105194912310021", False),
        ("1101051949123100", False),
        ("", False),
    ],
)
def test_id_numbers_are_known_by_their_check_digit(number: str, *, is_one: bool) -> None:
    assert is_id_number(number) is is_one


def test_tokens_are_known_by_hashes_that_need_the_hall_s_key() -> None:
    mine, other = Tokens(b"a" * 32), Tokens(b"b" * 32)
    assert mine.hash("token") == mine.hash("token") != other.hash("token")
    assert mine.derived("x", "y") == mine.derived("x", "y") != mine.derived("xy")
    assert len({mine.new() for _ in range(100)}) == 100
