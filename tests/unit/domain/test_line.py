from bisect import bisect_left, insort

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from queue_core.domain import line as module
from queue_core.domain.line import Line

RANKS = st.tuples(st.integers(0, 30), st.integers(0, 200))


class LineAgainstAList(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.line = Line()
        self.model: list[tuple[int, int]] = []

    @rule(ranks=st.sets(RANKS, min_size=1, max_size=40))
    def add(self, ranks: set[tuple[int, int]]) -> None:
        for rank in ranks.difference(self.model):
            self.line.add(rank)
            insort(self.model, rank)

    @precondition(lambda self: self.model)
    @rule(data=st.data())
    def remove_some(self, data: st.DataObject) -> None:
        for rank in data.draw(st.sets(st.sampled_from(self.model), max_size=40)):
            self.line.remove(rank)
            self.model.remove(rank)

    @precondition(lambda self: self.model)
    @rule()
    def take_the_least(self) -> None:
        least = self.line.least()
        assert least == self.model.pop(0)
        self.line.remove(least)

    @rule(rank=RANKS)
    def place(self, rank: tuple[int, int]) -> None:
        assert self.line.before(rank) == bisect_left(self.model, rank)

    @invariant()
    def same_head_and_length(self) -> None:
        assert self.line.least() == (self.model[0] if self.model else None)
        assert len(self.line) == len(self.model)


@pytest.fixture(autouse=True)
def _short_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RUN", 4)


def test_a_line_is_a_sorted_list_whatever_happens_to_it() -> None:
    run_state_machine_as_test(
        LineAgainstAList, settings=settings(max_examples=60, stateful_step_count=30, deadline=None)
    )


def test_a_rank_that_is_not_in_a_line_cannot_be_removed() -> None:
    line = Line()
    line.add((5, 1))
    with pytest.raises(KeyError):
        line.remove((5, 2))
    with pytest.raises(KeyError):
        Line().remove((5, 1))
