"""One-time links: one phone, two minutes, and the newest only."""

import pytest

from queue_core.hall.claim_book import LIFE_MS, ClaimBook
from queue_core.hall.errors import Denied


class Time:
    now_ms = 1_795_311_000_000


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def book(time) -> ClaimBook:
    return ClaimBook(lambda: time.now_ms)


def refusal(book: ClaimBook, ticket_id: int, token: str, key: str) -> str:
    with pytest.raises(Denied) as caught:
        book.use(ticket_id, token, key)
    return caught.value.code


def test_the_first_phone_has_it_and_may_ask_again(book) -> None:
    token = book.issue(1).token
    assert not book.is_used(1)
    book.use(1, token, "mine")
    book.use(1, token, "mine")
    assert book.is_used(1)
    assert refusal(book, 1, token, "another phone") == "claim-used"
    book.use(1, token, "mine")


def test_a_claim_ends_after_two_minutes_used_or_not(book, time) -> None:
    tokens = [book.issue(each) for each in (1, 2)]
    assert {each.expires_at_ms for each in tokens} == {time.now_ms + LIFE_MS}
    book.use(1, tokens[0].token, "mine")
    time.now_ms += LIFE_MS
    assert refusal(book, 1, tokens[0].token, "mine") == "claim-expired"
    assert refusal(book, 2, tokens[1].token, "mine") == "claim-expired"
    assert not book.is_used(1)


def test_a_new_claim_ends_the_one_before(book) -> None:
    old, new = book.issue(1).token, book.issue(1).token
    assert old != new
    assert refusal(book, 1, old, "mine") == "claim-expired"
    book.use(1, new, "mine")


def test_a_claim_belongs_to_its_number(book) -> None:
    mine, other = book.issue(1).token, book.issue(2).token
    assert refusal(book, 1, other, "key") == "claim-expired"
    assert refusal(book, 3, mine, "key") == "claim-expired"
    assert refusal(book, 1, "\ud800", "key") == "claim-expired"


def test_the_claim_of_a_number_that_is_over_ends(book) -> None:
    token = book.issue(1).token
    book.end(1)
    book.end(1)
    assert refusal(book, 1, token, "mine") == "claim-expired"


def test_no_token_is_kept(book) -> None:
    token = book.issue(1).token
    assert token not in repr(vars(book))
