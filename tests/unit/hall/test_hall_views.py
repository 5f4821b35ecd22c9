"""The picture that follows a day commit by commit is the one that is made anew from it."""

from pathlib import Path
from zoneinfo import ZoneInfo

from queue_core.app import BusinessDays, ErrandAsked, NumberWanted, SteeredClock, open_hall
from queue_core.config import load
from queue_core.domain.commands import (
    CallNext,
    FinishService,
    OpenWindow,
    PauseWindow,
    Rate,
    ResumeWindow,
    StartService,
)
from queue_core.domain.hall_day import HallDay
from queue_core.domain.rules import Unit
from queue_core.domain.words import RatingChannel, TicketClass
from queue_core.hall.hall_rules import rules
from queue_core.hall.picture import Picture
from queue_core.hall.projection import Projection
from queue_core.hall.settings import HallSettings
from queue_core.wire.words import WindowState

DEMO = Path(__file__).parents[3] / "halls" / "demo.toml"
TRADE = NumberWanted(errands=(ErrandAsked(unit=Unit("trade", TicketClass.CONSULT)),))
BEGIN_MS = 1_800_000_000_000


async def test_a_picture_that_follows_is_the_same_as_one_made_anew(tmp_path: Path) -> None:
    settings, clock = load(DEMO, HallSettings), SteeredClock(BEGIN_MS)
    hall = open_hall(
        tmp_path / "hall", rules(settings), calendar=BusinessDays(ZoneInfo("Asia/Shanghai")), clock=clock
    )
    projection = Projection(settings, hall.wait_for)
    picture = Picture(projection)
    acts = [
        TRADE,
        TRADE,
        TRADE,
        OpenWindow(window=5, clerk="1001"),
        CallNext(window=5),
        StartService(window=5),
        FinishService(window=5),
        PauseWindow(window=5, reason="lunch"),
        ResumeWindow(window=5),
        CallNext(window=5),
        Rate(window=5, ticket_id=1, level=5, channel=RatingChannel.PAD),
    ]

    def compare(day: HallDay) -> WindowState:
        now = picture.of(day, hall.now_ms, with_hall=True)
        assert now.hall == projection.hall(day)
        assert {number: each.view for number, each in now.windows.items()} == {
            number: projection.windows.window(day, number, hall.now_ms).view for number in day.windows
        }
        assert [each.call_id for each in now.calls] == [call.call_id for call in reversed(day.calls)]
        return now.windows[5].view.state

    seen = []
    for number, act in enumerate(acts):
        clock.steer(BEGIN_MS + number * 1000)
        await hall.execute(act, key=f"act-{number:05}", actor="test")
        seen.append(await hall.read(compare))
    hall.close()
    assert {*seen} == set(WindowState)


async def test_a_rating_s_time_runs_out_in_a_picture_without_an_event(tmp_path: Path) -> None:
    settings, clock = load(DEMO, HallSettings), SteeredClock(BEGIN_MS)
    hall = open_hall(
        tmp_path / "hall", rules(settings), calendar=BusinessDays(ZoneInfo("Asia/Shanghai")), clock=clock
    )
    picture = Picture(Projection(settings, hall.wait_for))
    opening = OpenWindow(window=5, clerk="1001")
    acts = [TRADE, opening, CallNext(window=5), StartService(window=5), FinishService(window=5)]
    for number, act in enumerate(acts):
        await hall.execute(act, key=f"act-{number:05}", actor="test")

    def rating(day: HallDay) -> bool:
        return picture.of(day, hall.now_ms).windows[5].view.rating is not None

    asked = [await hall.read(rating)]
    clock.steer(BEGIN_MS + 121_000)
    asked.append(await hall.read(rating))
    hall.close()
    assert asked == [True, False]
