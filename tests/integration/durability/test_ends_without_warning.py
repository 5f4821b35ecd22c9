"""The server ends by SIGKILL or with the power while sixteen clients work.

The short form: `script/bench --soak` has fifty kills and fifteen cuts.
"""

import pytest

from benchmarks.durability.crowd import Crowd
from benchmarks.durability.ledger import audited
from benchmarks.durability.lives import NORMAL, cut_off, killed, settled
from benchmarks.durability.tape import Leaving

pytestmark = pytest.mark.timeout(180)  # ten starts of a server, on a machine that may be busy


def test_three_kills_lose_nothing_and_double_nothing(house) -> None:
    crowd = Crowd.at(house)
    deaths = list(killed(house, crowd, times=3, seed=3))
    assert [death.found for death in deaths if not death.found.is_right] == []
    assert all(death.unanswered for death in deaths)
    last = settled(house, crowd)
    assert (last.lost, last.doubled, last.wrong) == ((), (), ())
    assert last.acknowledged > deaths[-1].found.acknowledged
    assert audited(house.journal)


def test_two_power_cuts_lose_nothing_that_was_acknowledged(house) -> None:
    crowd = Crowd.at(house)
    deaths = list(cut_off(house, crowd, times=2, seed=2))
    assert [death.found for death in deaths if not death.found.is_right] == []
    assert [death.leaving for death in deaths] == [Leaving.NOTHING, Leaving.BEGINNING]
    last = settled(house, crowd)
    assert (last.lost, last.doubled, last.wrong) == ((), (), ())
    assert audited(house.journal)


def test_with_the_journal_at_normal_the_same_power_cut_loses_acknowledged_commands(house) -> None:
    crowd = Crowd.at(house)
    (death,) = cut_off(house, crowd, times=1, seed=1, program=NORMAL)
    assert death.found.lost
    assert set(death.found.lost) <= {key for client in crowd.clients for key in client.answered}
