"""What hangs on the walls, and what was heard, goes to all who may know, once."""

from msgspec.structs import replace

from queue_core.hall.hub import Audience, Hub
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import AbsentNumber, BoardView, Notice
from queue_core.wire.words import TicketClass
from tests.unit.hall.test_hall_hub import CLERK, KIOSK, WALL, Screen, moment

BOARD = BoardView(
    notices=(Notice(notice_id=1, texts={"en": "Lift out of order"}),),
    absent=(AbsentNumber(number="007", ticket_class=TicketClass.ACCEPT, window=3, missed_at_ms=5),),
)
NOBODY = Audience(windows=frozenset({1}), calls=False, holders=False, board=False)


def hub(now=None) -> Hub:
    return Hub(moment() if now is None else now, lambda _: None)


def changes(screen: Screen) -> list[object]:
    return [view for frame in screen.frames[1:] for view in frame.views]


def test_a_board_is_told_once_to_who_may_see_it_and_hangs_in_the_snapshot() -> None:
    told = hub()
    screens = [Screen(told, each) for each in (WALL, KIOSK, CLERK)]
    other = Screen(told, NOBODY)
    for _ in range(2):
        told.publish(replace(moment(), board=BOARD))
    for screen in screens:
        assert changes(screen) == [BOARD]
    assert changes(other) == []
    late = Screen(told, WALL)
    assert isinstance(late.frames[0], Snapshot)
    assert late.frames[0].board == BOARD


def test_a_call_that_was_spoken_is_told_again_so_that_all_know() -> None:
    told = hub(moment(calls=2))
    screen = Screen(told, WALL)
    newest, older = moment(calls=2).calls
    heard = replace(newest, is_spoken=True)
    for _ in range(2):
        told.publish(replace(moment(calls=2), calls=(heard, older)))
    assert changes(screen) == [heard]
    assert all(isinstance(frame, Changes) for frame in screen.frames[1:])
