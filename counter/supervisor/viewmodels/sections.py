"""The parts of the screen: each is derived from the whole state by itself. Pure."""

from dataclasses import dataclass

from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels.alarms import AlarmProps, alarms
from counter.supervisor.viewmodels.cabinets import LockersProps, lockers
from counter.supervisor.viewmodels.chosen import ChosenProps, chosen
from counter.supervisor.viewmodels.chosen_door import ChosenDoorProps, chosen_door
from counter.supervisor.viewmodels.day import FigureProps, TallyProps, figures, tallies
from counter.supervisor.viewmodels.devices import DevicesProps, devices
from counter.supervisor.viewmodels.flow_picture import QuarterProps, flow
from counter.supervisor.viewmodels.follow_ups import AnsweringProps, FollowUpProps, answering, follow_ups
from counter.supervisor.viewmodels.frame import FrameProps, frame
from counter.supervisor.viewmodels.hall_panel import HallProps, hall
from counter.supervisor.viewmodels.messages import MessagesProps, messages
from counter.supervisor.viewmodels.queues import QueueProps, queues
from counter.supervisor.viewmodels.ratings import FlagProps, RateProps, ratings
from counter.supervisor.viewmodels.tiles import GridProps, grid
from counter.supervisor.viewmodels.tiling import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class NowProps:
    """What stands beside the windows while nothing else is looked at."""

    tallies: tuple[TallyProps, ...] = ()
    alarms: tuple[AlarmProps, ...] = ()
    queues: tuple[QueueProps, ...] = ()
    rest: str = ""
    quarters: tuple[QuarterProps, ...] = ()
    places: int = 1
    top: str = ""
    figures: tuple[FigureProps, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedProps:
    is_known: bool = False
    rate: str = ""
    counts: str = ""
    alarm: str = ""
    windows: tuple[RateProps, ...] = ()
    flags: tuple[FlagProps, ...] = ()
    follow_ups: tuple[FollowUpProps, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How it is looked at: language, mode, the hall's and this computer's time, room for the windows."""

    language: str
    mode: str
    now_ms: int
    steady_ms: int
    room: Room


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenProps:
    frame: FrameProps
    grid: GridProps
    now: NowProps
    chosen: ChosenProps
    rated: RatedProps
    answering: AnsweringProps
    devices: DevicesProps
    hall: HallProps
    lockers: LockersProps
    chosen_door: ChosenDoorProps
    messages: MessagesProps


def derive(state: Duty, look: Look) -> ScreenProps:
    language, now_ms = look.language, look.now_ms
    return ScreenProps(
        frame=frame(state, language=language, mode=look.mode, now_ms=now_ms, steady_ms=look.steady_ms),
        grid=grid(state, language=language, now_ms=now_ms, room=look.room),
        now=now(state, language, now_ms),
        chosen=chosen(state, language=language, now_ms=now_ms),
        rated=rated(state, language),
        answering=answering(state, language),
        devices=devices(state),
        hall=hall(state, language),
        lockers=lockers(state, language=language, now_ms=now_ms, room=look.room),
        chosen_door=chosen_door(state, language=language, now_ms=now_ms),
        messages=messages(state, language),
    )


def now(state: Duty, language: str, now_ms: int) -> NowProps:
    lines, picture = queues(state, language=language, now_ms=now_ms), flow(state)
    return NowProps(
        tallies=tallies(state, now_ms),
        alarms=alarms(state, language=language, now_ms=now_ms),
        queues=lines.rows,
        rest=lines.rest,
        quarters=picture.quarters,
        places=picture.places,
        top=picture.top,
        figures=figures(state),
    )


def rated(state: Duty, language: str) -> RatedProps:
    told = ratings(state)
    return RatedProps(
        is_known=told.is_known,
        rate=told.rate,
        counts=told.counts,
        alarm=told.alarm,
        windows=told.rows,
        flags=told.flags,
        follow_ups=follow_ups(state, language),
    )
