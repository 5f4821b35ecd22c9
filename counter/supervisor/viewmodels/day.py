"""Today's figures, and the line of tallies at the top. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Duty, alarm_name
from counter.supervisor.viewmodels import naming
from queue_core.wire.figures import DayFigures
from queue_core.wire.words import WindowState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureProps:
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyProps:
    """One of the few facts of the hall that a glance wants. `tone`: empty, `good`, `warn`, `bad`."""

    code: str
    icon: str
    name: str
    value: str
    tone: str


def figures(state: Duty) -> tuple[FigureProps, ...]:
    """None of them before the hall has told them."""
    return () if state.figures is None else shown(state.figures)


def shown(of: DayFigures) -> tuple[FigureProps, ...]:
    totals = of.totals
    return (
        FigureProps(name=translate("Supervisor", "取号"), value=str(totals.taken)),
        FigureProps(name=translate("Supervisor", "办结"), value=str(totals.finished)),
        FigureProps(
            name=translate("Supervisor", "一次办结"), value=naming.percent(totals.immediate, totals.finished)
        ),
        FigureProps(name=translate("Supervisor", "平均等候"), value=naming.seconds(totals.first_wait.mean_s)),
        FigureProps(
            name=translate("Supervisor", "95% 等候不超过"), value=naming.seconds(totals.first_wait.p95_s)
        ),
        FigureProps(name=translate("Supervisor", "平均办理"), value=naming.seconds(totals.service.mean_s)),
        FigureProps(name=translate("Supervisor", "过号"), value=str(totals.absent_numbers)),
        FigureProps(
            name=translate("Supervisor", "预约准时"),
            value=naming.percent(of.appointments.on_time, of.appointments.judged),
        ),
        FigureProps(name=translate("Supervisor", "指定呼叫"), value=str(totals.overrides)),
    )


def tallies(state: Duty, now_ms: int) -> tuple[TallyProps, ...]:
    return (waiting(state), longest(state, now_ms), open_windows(state), alarm_count(state))


def waiting(state: Duty) -> TallyProps:
    count = sum(unit.waiting for unit in state.hall.units) if state.hall else 0
    return TallyProps(
        code="waiting", icon="people", name=translate("Supervisor", "等候"), value=str(count), tone=""
    )


def longest(state: Duty, now_ms: int) -> TallyProps:
    """How long the first of all waits; bad when some queue's first waits longer than its target."""
    queues = state.supervision.queues if state.supervision else ()
    spans = [(now_ms - q.first_since_ms, q.target_min) for q in queues if q.first_since_ms is not None]
    is_over = any(target is not None and span > target * naming.MINUTE_MS for span, target in spans)
    value = naming.lasting(max(span for span, _ in spans)) if spans else "–"
    return TallyProps(
        code="longest",
        icon="clock",
        name=translate("Supervisor", "最久"),
        value=value,
        tone="bad" if is_over else "",
    )


def open_windows(state: Duty) -> TallyProps:
    count = sum(one.view.state is not WindowState.CLOSED for one in state.watched)
    return TallyProps(
        code="open",
        icon="window",
        name=translate("Supervisor", "开窗"),
        value=f"{count} / {len(state.watched)}",
        tone="",
    )


def alarm_count(state: Duty) -> TallyProps:
    count = sum(alarm_name(one) not in state.acknowledged for one in state.alarms)
    return TallyProps(
        code="alarms",
        icon="warning" if count else "done",
        name=translate("Supervisor", "要看"),
        value=str(count),
        tone="bad" if count else "good",
    )
