"""Whose turn is near is found once, soon after few are before them, however many wait."""

import pytest

from queue_core.app.few_ahead import FEW, FewAhead
from queue_core.domain import commands as c
from tests.unit.domain.conftest import Play


class Heard(Play):
    """`near` are the ids of those that were found, in order."""

    def __init__(self) -> None:
        self.few_ahead = FewAhead()
        self.near: list[tuple[int, int]] = []
        super().__init__()

    def do(self, command, after_ms=1_000):
        events = super().do(command, after_ms)
        for event in events:
            found = self.few_ahead.after(event, self.day)
            self.near += [(each.ticket_id, self.day.ahead(each)) for each in found]
        return events


@pytest.fixture
def play() -> Heard:
    play = Heard()
    play.open(1)
    return play


def served(play: Heard, numbers: int) -> None:
    for _ in range(numbers):
        play.serve(1)
        play.finish(1)


def test_each_with_a_phone_is_found_once_when_few_are_before_it(play: Heard) -> None:
    for number in range(1, 41):
        play.take(contact=b"sealed" if number in (20, 40) else None)
    served(play, 40)
    assert [ticket_id for ticket_id, _ in play.near] == [20, 40]
    assert all(0 <= ahead <= FEW for _, ahead in play.near)


def test_who_had_few_before_them_from_the_start_saw_that_when_taking_the_number(play: Heard) -> None:
    for _ in range(FEW + 1):
        play.take(contact=b"sealed")
    served(play, FEW + 1)
    assert play.near == []


def test_who_gives_up_is_not_told(play: Heard) -> None:
    for _ in range(6):
        play.take()
    last = play.take(contact=b"sealed")
    play.do(c.Cancel(ticket_id=last.ticket_id))
    served(play, 6)
    assert play.near == []


def test_after_a_restart_who_waits_is_looked_at_again(play: Heard) -> None:
    for _ in range(8):
        play.take()
    last = play.take(contact=b"sealed")
    play.few_ahead = FewAhead()
    served(play, 9)
    assert [ticket_id for ticket_id, _ in play.near] == [last.ticket_id]
