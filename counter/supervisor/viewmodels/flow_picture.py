"""Today's flow as a picture: taken, called and waiting a quarter of an hour. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels import naming
from queue_core.wire.figures import DayFigures, Quarter

translate = QCoreApplication.translate
LEAST_SCALE = 8
SHORTEST = 16
"""So many quarters at least stand side by side: a morning begins at the left and grows."""
LABEL_EVERY_MS = 3_600_000


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterProps:
    """Heights as parts of the picture's; `label` stands under full hours; `spoken` says it in words."""

    taken: float
    called: float
    waiting: float
    label: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowProps:
    """`top` is what the upper edge stands for; `places` how many quarters there is room for."""

    quarters: tuple[QuarterProps, ...] = ()
    places: int = SHORTEST
    top: str = ""


def flow(state: Duty) -> FlowProps:
    figures = state.figures
    if figures is None or not figures.flow:
        return FlowProps()
    scale = rounded_up(max(max(q.taken, q.called, q.waiting) for q in figures.flow))
    zone = naming.zone_of(state.hall)
    return FlowProps(
        quarters=tuple(quarter(one, scale, zone, figures) for one in figures.flow),
        places=max(SHORTEST, len(figures.flow)),
        top=str(scale),
    )


def rounded_up(count: int) -> int:
    """To a number people read: 8, 10, 20, 50, 100 …"""
    steps = (LEAST_SCALE, *(step * ten for ten in (10, 100, 1000, 10_000) for step in (1, 2, 3, 4, 5, 8)))
    return next(step for step in steps if step >= count)


def quarter(one: Quarter, scale: int, zone: str, figures: DayFigures) -> QuarterProps:
    at = naming.at_clock(one.from_ms, zone)
    is_hour = (one.from_ms - figures.midnight_ms) % LABEL_EVERY_MS == 0
    return QuarterProps(
        taken=one.taken / scale,
        called=one.called / scale,
        waiting=one.waiting / scale,
        label=at[:2].lstrip("0") or "0" if is_hour else "",
        spoken=translate("Supervisor", "{at}：取号 {taken}，叫号 {called}，等候 {waiting}").format(
            at=at, taken=one.taken, called=one.called, waiting=one.waiting
        ),
    )
