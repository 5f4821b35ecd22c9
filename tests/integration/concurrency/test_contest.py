"""A thousand numbers, taken and called at once by sixteen clients of a real server."""

import asyncio

import pytest

from benchmarks.contest import Contest
from benchmarks.durability.ledger import compare

NUMBERS = 1_000

pytestmark = pytest.mark.timeout(180)  # four thousand commands, on a machine that may be busy


def test_no_number_is_given_twice_and_nobody_is_called_to_two_windows(house) -> None:
    house.start()
    contest = Contest(NUMBERS)
    asyncio.run(contest.hold(house))
    assert sorted(int(number) for _, number in contest.taken) == list(range(1, NUMBERS + 1))
    assert sorted(contest.called) == sorted(contest.taken)
    assert contest.both_won == 0
    found = compare(house.journal, [])
    assert (found.doubled, found.wrong) == ((), ())
