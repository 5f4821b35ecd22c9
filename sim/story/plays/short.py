"""Some of the rush, the low rating, the locker and the supervisor's hour: what the tests have time for."""

from sim.story import cabinet_acts
from sim.story.cases import finish
from sim.story.citizens import Citizens
from sim.story.clock import set_clock, ticking
from sim.story.fronts import back_office, cabinet, counter, kiosks_api, pad, supervisor
from sim.story.performance import Performance
from sim.story.plays.acts import log_in_at, supervisor_on_duty
from sim.story.plays.casework import accept_at_counter, none_written
from sim.story.plays.locker import COURIER, by_code, deposit, told
from sim.story.plays.low_rating import follow_up, low
from sim.story.plays.play import Play
from sim.story.plays.rush import Rush, heard, priority, server_dies, told_why, zone_wall
from sim.story.plays.rush import reckon as none_told_twice
from sim.story.plays.supervisor import QUEUE, close, open_window, over_target
from sim.story.records import Lines
from sim.story.stage import Stage

_SUPERVISOR, _HOLDER = "9001", "li-xiaomei"


def act(play: Performance) -> None:
    citizens = Citizens(play.road("citizens"))
    screen, asked = play.stages["counter-1"], play.stages["pad-1"]
    play.recorder.act("09:20: three wait")
    citizens.take(QUEUE)
    first, second = (citizens.take("registration/accept") for _ in range(2))
    log_in_at(play, screen, play.clerk)
    with ticking(play, "09:27:00") as clock:
        rush = Rush(play=play, clock=clock, seats={})
        play.recorder.act("A call, and a server that dies in the middle of its sentence")
        play.look = ("wall-a", "counter-1")
        with play.recorder.step("first-call", "The wall shows and speaks it"):
            rush.call(1, first)
            rush.serve(1)
        server_dies(rush)
        play.recorder.act("A right that overtakes")
        elder = priority(rush, citizens)
        told_why(play, citizens, second, {elder.number: "优先"})
        heard(rush)
        rush.serve(1)
        rush.finish(1)
    play.recorder.act("A low rating, and what follows")
    low(play, screen, asked, second)
    desk = supervisor_on_duty(play, _SUPERVISOR)
    desk.press("panel-ratings")
    follow_up(play, desk)
    play.recorder.act("A case from a window to a door, and into its holder's hands")
    through_a_door(play, citizens, screen)
    play.recorder.act("A queue over its target, a window for it, and the end of the day")
    set_clock(play, "17:30")
    desk.press("panel-now")
    over_target(play, desk)
    open_window(play, desk)
    close(play, desk, play.wall_of("a"))


def through_a_door(play: Performance, citizens: Citizens, screen: Stage) -> None:
    set_clock(play, "17:10")
    taken = citizens.take("registration/accept", who=_HOLDER)
    case = accept_at_counter(play, screen, taken.number, who=_HOLDER, way="locker")
    finish(play, case)
    play.look = ("cabinet",)
    with play.recorder.step("courier", "A courier logs in at the cabinet"):
        cabinet_acts.log_in(play, play.clerks[COURIER])
    deposit(play, case, "small", 0)
    cabinet_acts.log_out(play)
    (code,) = told(play, [case])
    by_code(play, case, code)
    play.look = ("supervisor",)


def reckon(play: Performance, lines: Lines) -> None:
    none_told_twice(play, lines)
    none_written(play, lines)


SHORT = Play(
    name="short",
    title="Some of the rush, the low rating, the locker and the supervisor's hour, in one hall",
    act=act,
    screens=(),
    begins_at="09:20",
    fronts=(
        kiosks_api(),
        zone_wall("a"),
        counter(1, has_printer=True),
        pad(1),
        supervisor(),
        back_office(),
        cabinet(),
    ),
    clerks=(_SUPERVISOR, COURIER),
    speakers=("a",),
    shall_hold=(
        "service-rated",
        "follow-up-closed",
        "case-deposited",
        "case-handed-over",
        "receipt-printed",
        "day-closed",
    ),
    has_messages=True,
    has_cabinet=True,
    reckon=reckon,
)
