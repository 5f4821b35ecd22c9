"""A hall at its peak: two walls that speak in their zones, rights that overtake, a server that dies."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from sim.story.asking import Road, Seat
from sim.story.citizens import Citizens, Taken
from sim.story.clock import Ticking, instant, milliseconds, set_clock, ticking
from sim.story.errors import Different
from sim.story.fronts import Front, clerks_api, counter, kiosks_api, station, wall, window_screen
from sim.story.loudspeakers import Announced
from sim.story.performance import Performance
from sim.story.plays.acts import log_in_at
from sim.story.plays.play import Play
from sim.story.programs import start_server
from sim.story.records import Lines

_ZONES = {"a": (1, 2, 7), "b": (4, 5, 11)}
_ARROWS = {"a": {"left": (1, 2), "right": (7,)}, "b": {"straight": (4, 11), "ahead-right": (5,)}}
_CLERKS = {1: "1001", 2: "1002", 7: "1003", 4: "1004", 5: "1005", 11: "1006"}
_AT_SCREENS = (1, 4)
_SUPERVISOR = "9001"
_STRIPS = (1, 4)
_EVERY_S = 3.0  # between calls: about 18 a minute with what the screens take
_LONGEST_S = 20.0
_WITHIN_S = 30.0
_MANDARIN, _TONGUES = "zh-CN", ("zh-CN", "yue", "en")
_NOTICE = {"zh-CN": "上午办事人较多，请留意大屏和广播", "en": "Busy morning: please watch the screens"}
_WALK_INS = (
    ("registration/accept", "zh-CN"),
    ("construction/accept", "en"),
    ("business/accept", "zh-CN"),
    ("trade/consult", "zh-Hant"),
    ("registration/accept", "zh-CN"),
    ("registration/accept", "zh-CN"),
    ("construction/accept", "zh-CN"),
    ("business/accept", "zh-CN"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """`at_s` by time.monotonic(), when the clerk's press went out; `is_again` for a recall."""

    number: str
    window: int
    at_s: float
    is_again: bool = False

    @property
    def zone(self) -> str:
        return next(zone for zone, windows in _ZONES.items() if self.window in windows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A call, when it was heard in Mandarin by the hall's time, and how long that took."""

    number: str
    window: int
    zone: str
    is_recall: bool
    called_at: str
    heard_at: str
    waited_s: float


@dataclass(slots=True, kw_only=True)
class Rush:
    """The running rush: `due_s` is when the next call may come."""

    play: Performance
    clock: Ticking
    seats: dict[int, Seat]
    calls: list[Called] = field(default_factory=list)
    due_s: float = 0.0

    def call(self, window: int, taken: Taken, *, is_again: bool = False) -> None:
        """At its time the clerk of the window calls; the wall of its zone shows who is expected."""
        while (left_s := self.due_s - time.monotonic()) > 0:
            time.sleep(left_s)
        begun_s = time.monotonic()
        self.due_s = begun_s + _EVERY_S
        self._press(window, "recall" if is_again else "call-next")
        called = Called(number=taken.number, window=window, at_s=begun_s, is_again=is_again)
        self.play.stages[f"wall-{called.zone}"].wait("number", taken.number, within_s=_WITHIN_S)
        self.calls.append(called)

    def serve(self, window: int) -> None:
        """Who was called is there."""
        self._press(window, "start")

    def finish(self, window: int) -> None:
        self._press(window, "finish")

    def no_show(self, window: int) -> None:
        self._press(window, "no-show")

    def _press(self, window: int, act: str) -> None:
        if window in self.seats:
            self.seats[window].do(act)
        else:
            self.play.stages[f"counter-{window}"].press(act, within_s=_WITHIN_S)

    def announced(self, zone: str) -> list[Announced]:
        return self.play.speakers[zone].announced()


def act(play: Performance) -> None:
    citizens = Citizens(play.road("citizens"))
    play.recorder.act("09:20: the hall fills")
    walk_ins, reference = fill(play, citizens)
    for window in _AT_SCREENS:
        log_in_at(play, play.stages[f"counter-{window}"], play.clerks[_CLERKS[window]])
    with ticking(play, "09:27:00") as clock:
        rush = Rush(play=play, clock=clock, seats=_seats(play))
        play.recorder.act("09:27: a call every three seconds, in two zones")
        first_calls(rush, walk_ins)
        play.recorder.act("The server dies in the middle of a sentence")
        server_dies(rush)
        play.recorder.act("Who has a right is called first, and the others are told why")
        rights(rush, citizens, walk_ins, reference)
        play.recorder.act("One did not come; a notice for all")
        absent(rush, walk_ins)
        notice(rush)
        play.recorder.act("What was heard")
        heard(rush)


def fill(play: Performance, citizens: Citizens) -> tuple[list[Taken], str]:
    with play.recorder.step(
        "numbers", "Numbers in three languages, and an appointment", pictured=False
    ) as told:
        reference = citizens.book(
            "registration/accept", milliseconds(instant(play, "09:30")), who="li-xiaomei"
        )
        walk_ins = []
        for nth, (unit, language) in enumerate(_WALK_INS):
            set_clock(play, f"09:2{nth // 2}")
            walk_ins.append(citizens.take(unit, language=language))
        told.append(", ".join(each.number for each in walk_ins))
    return walk_ins, reference


def _seats(play: Performance) -> dict[int, Seat]:
    return {
        window: Seat(play.road(f"clerk-{window}"), play.clerks[clerk], window)
        for window, clerk in _CLERKS.items()
        if window not in _AT_SCREENS
    }


def first_calls(rush: Rush, waiting: Sequence[Taken]) -> None:
    one, absent, three, four, five, *_ = waiting
    play = rush.play
    play.look = ("wall-a", "counter-1", "window-screen-1")
    with play.recorder.step("first-call", "Wall, voice, window's screen and strip call the first") as told:
        rush.call(1, one)
        play.stages["window-screen-1"].wait_page("called")
        strip(play, 1, one.number)
        told.append(f"{one.number} → window 1")
    play.look = ("wall-b", "counter-4")
    with play.recorder.step("in-english", "Upstairs a number taken in English") as told:
        rush.call(4, absent)
        told.append(f"{absent.number} → window 4")
    play.look = ("wall-a", "wall-b", "window-screen-1")
    with play.recorder.step("quick-calls", "Calls come faster than sentences end") as told:
        rush.serve(1)
        for window, taken in ((2, three), (5, four), (7, five)):
            rush.call(window, taken)
            told.append(f"{taken.number} → window {window}")
    play.look = ("wall-b", "counter-4")
    with play.recorder.step("recall", "The one upstairs is called again, in all languages") as told:
        for window in (2, 5, 7):
            rush.serve(window)
        rush.call(4, absent, is_again=True)
        play.wall_of("b").wait("recall")
        told.append(absent.number)


def strip(play: Performance, window: int, number: str) -> None:
    """What the strip above a window says, and its picture."""
    place = _STRIPS.index(window) + 1
    play.keeper.wait_until(
        lambda: number in (shown.text if (shown := play.strips.shown(place)) else ""),
        within_s=_WITHIN_S,
        what=f"the strip of window {window} shows {number}",
    )
    play.strips.picture(
        play.folder.screen(len(play.recorder.steps) + 1, "first-call", f"strip-{window}"), place
    )


def server_dies(rush: Rush) -> None:
    play = rush.play
    walls = [play.wall_of(zone) for zone in play.speakers]
    play.look = (*(each.name for each in walls), "counter-1")
    port = int(play.route.server.rpartition(":")[2])
    with play.recorder.step("server-killed", "Walls and counters say that the hall is not heard"):
        play.keeper.kill("server")
        for stage in walls:
            stage.wait_page("stale", within_s=_WITHIN_S)
        play.stages["counter-1"].wait("away", within_s=_WITHIN_S)
    with play.recorder.step("server-back", "Started again: all screens go on by themselves") as told:
        begun_s = time.monotonic()
        start_server(
            play.keeper, play.hall, play.work, port=port, steered_from=f"{rush.clock.now:%Y-%m-%dT%H:%M:%S}"
        )
        up_s = time.monotonic()
        for stage in walls:
            stage.wait_page("calls", within_s=_WITHIN_S)
        play.stages["counter-1"].wait("finish", within_s=_WITHIN_S)
        told += [f"up after {up_s - begun_s:.1f} s", f"screens {time.monotonic() - up_s:.1f} s later"]
    rush.due_s = time.monotonic()


def rights(rush: Rush, citizens: Citizens, waiting: Sequence[Taken], reference: str) -> None:
    play, patient = rush.play, waiting[5]
    elder = priority(rush, citizens)
    play.look = ("wall-a",)
    with play.recorder.step("appointment", "The holder of the appointment at 09:30 is there, too") as told:
        booked = citizens.take("registration/accept", who="li-xiaomei", appointment=reference)
        rush.finish(2)
        rush.call(2, booked)
        told.append(f"{booked.number} → window 2")
    told_why(play, citizens, patient, {elder.number: "优先", booked.number: "预约"})
    with play.recorder.step("patient", "… and is next") as told:
        rush.finish(7)
        rush.call(7, patient)
        told.append(f"{patient.number} → window 7")


def priority(rush: Rush, citizens: Citizens) -> Taken:
    """Called at window 1 before all who wait."""
    play = rush.play
    play.look = ("wall-a", "counter-1")
    with play.recorder.step("priority", "A citizen of 72 has just come") as told:
        elder = citizens.take("registration/accept", who="chen-jianguo")
        rush.finish(1)
        rush.call(1, elder)
        screen = play.stages["counter-1"].wait("reason", within_s=_WITHIN_S)
        told += [f"{elder.number} → window 1", screen.text("reason")]
    return elder


def told_why(play: Performance, citizens: Citizens, patient: Taken, rights: Mapping[str, str]) -> None:
    """`rights` are words of the reasons of numbers that were called before this one's."""
    with play.recorder.step("told-why", "Who came before is told why", pictured=False) as told:
        why = citizens.why(patient)
        for number, word in rights.items():
            if word not in why.get(number, ""):
                raise Different(f"{patient.number} is told of {number}: {why.get(number)}")
            told.append(f"{number}: {why[number]}")
        play.story["reasons"] = {number: why[number] for number in rights}


def absent(rush: Rush, waiting: Sequence[Taken]) -> None:
    play, missed, follows = rush.play, waiting[1], waiting[6]
    with play.recorder.step(
        "all-languages", "The recall was heard in three languages", pictured=False
    ) as told:
        again_s = next(each.at_s for each in rush.calls if each.is_again)
        play.keeper.wait_until(
            lambda: (
                {*_TONGUES}
                <= {
                    each.tongue
                    for each in rush.announced("b")
                    if each.number == missed.number and each.at_s > again_s
                }
            ),
            within_s=_WITHIN_S,
            what=f"{missed.number} is heard in three languages",
        )
        told.append(", ".join(_TONGUES))
    play.look = ("wall-b", "counter-4")
    with play.recorder.step(
        "absent", "过号: the wall names who was called in vain, and the next is called"
    ) as told:
        rush.no_show(4)
        play.wall_of("b").wait("absent-0", missed.number, within_s=_WITHIN_S)
        rush.call(4, follows)
        told += [missed.number, f"{follows.number} → window 4"]


def notice(rush: Rush) -> None:
    play = rush.play
    play.look = ("wall-a", "wall-b")
    with play.recorder.step("notice", "The supervisor hangs up a notice"):
        desk: Road = play.road("clerk-2").log_in(play.clerks[_SUPERVISOR])
        desk.post("/api/v1/notices", {"texts": _NOTICE, "minutes": 30})
        for zone in _ZONES:
            play.wall_of(zone).wait("notice-text", within_s=_WITHIN_S)


def heard(rush: Rush) -> None:
    """Each call and recall once in Mandarin over its own loudspeaker, and in time."""
    play = rush.play
    with play.recorder.step(
        "heard", "Every call was heard once, in time, over its own zone's speaker"
    ) as told:
        play.keeper.wait_until(
            lambda: all(each.is_silent for each in play.speakers.values()),
            within_s=_WITHIN_S,
            what="the last sentences end",
        )
        spoken = {zone: rush.announced(zone) for zone in play.speakers}
        rows = [row for zone in spoken for row in _matched(rush, zone, spoken[zone])]
        longest = max(row.waited_s for row in rows)
        first_s, last_s = (rush.calls[place].at_s for place in (0, -1))
        play.story["calls_a_minute"] = round((len(rush.calls) - 1) / (last_s - first_s) * 60, 1)
        play.story["spoken"] = [asdict(row) for row in sorted(rows, key=lambda row: row.called_at)]
        play.story["longest_wait_s"] = longest
        play.story["languages"] = {
            zone: [f"{each.number} {each.tongue}" for each in spoken[zone]] for zone in spoken
        }
        told += [
            f"{len(rows)} calls",
            f"{play.story['calls_a_minute']} a minute",
            f"longest wait {longest} s",
        ]
        if longest > _LONGEST_S:
            raise Different(f"a call waited {longest} s until it was heard")


def _matched(rush: Rush, zone: str, announced: Sequence[Announced]) -> list[Heard]:
    """Calls of a zone beside what its loudspeaker said; Different where one is missing, or there twice."""
    calls = [each for each in rush.calls if each.zone == zone]
    mandarin = [each for each in announced if each.tongue == _MANDARIN]
    if [(each.number, each.window) for each in mandarin] != [(each.number, each.window) for each in calls]:
        wanted, got = [each.number for each in calls], [each.number for each in mandarin]
        raise Different(f"zone {zone} called {wanted}, and was heard to call {got}")
    return [
        Heard(
            number=call.number,
            window=call.window,
            zone=zone,
            is_recall=call.is_again,
            called_at=_told(rush.clock.at(call.at_s)),
            heard_at=_told(rush.clock.at(said.at_s)),
            waited_s=round(said.at_s - call.at_s, 2),
        )
        for call, said in zip(calls, mandarin, strict=True)
    ]


def _told(at: datetime) -> str:
    """Such as 09:27:03.25."""
    return f"{at:%H:%M:%S.%f}"[:-4]


def reckon(play: Performance, lines: Lines) -> None:
    """The hall was told of no call twice; of those whose holder was there before the end it takes no word."""
    with play.recorder.step("told-as-spoken", "The hall was told of none twice", pictured=False) as told:
        ids = [line["body"]["call_id"] for line in lines if line["kind"] == "call-spoken"]
        if not ids or len(ids) != len(set(ids)):
            raise Different(f"told as spoken were {ids}")
        told.append(f"{len(ids)} of {len(play.story['spoken'])}")


def zone_wall(zone: str) -> Front:
    return wall(f"wall-{zone}", _ZONES[zone], speaker=zone, arrows=_ARROWS[zone])


def _fronts() -> tuple[Front, ...]:
    desks = [counter(window) if window in _AT_SCREENS else clerks_api(window) for window in _CLERKS]
    return (
        kiosks_api(),
        zone_wall("a"),
        zone_wall("b"),
        *desks,
        window_screen(1),
        station(_STRIPS, has_strips=True),
    )


RUSH = Play(
    name="rush",
    title="A hall at its peak: two zones, rights that overtake, an absent number, and a server that dies",
    act=act,
    screens=(),
    begins_at="09:15",
    fronts=_fronts(),
    clerks=(*_CLERKS.values(), _SUPERVISOR),
    speakers=tuple(_ZONES),
    strips=_STRIPS,
    shall_hold=("ticket-recalled", "ticket-missed", "appointment-checked-in", "notice-posted", "call-spoken"),
    changes={"calls_before_no_show = 3": "calls_before_no_show = 2\nno_show_after_s = 10"},
    reckon=reckon,
)
