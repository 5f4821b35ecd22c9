"""The queues with their waits against their targets, what wants a look first. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels import naming
from queue_core.wire.supervision import QueueNow

translate = QCoreApplication.translate
NEAR = 0.75
"""From this share of its target on a wait is worth a look."""
LEAST_SCALE_MIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueProps:
    """`share` and `mark` are parts of the bar: how long the first waits, and the target (negative: none)."""

    name: str
    waiting: str
    waited: str
    windows: str
    tone: str
    share: float
    mark: float


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuesProps:
    """`rest` says what has no row: queues nobody waits in."""

    rows: tuple[QueueProps, ...] = ()
    rest: str = ""


def queues(state: Duty, *, language: str, now_ms: int) -> QueuesProps:
    told = state.supervision.queues if state.supervision else ()
    busy = sorted((one for one in told if one.waiting), key=lambda one: rank(one, now_ms))
    scale_min = max((LEAST_SCALE_MIN, *(span_min(one, now_ms) for one in busy)))
    return QueuesProps(
        rows=tuple(row(state, one, language, now_ms, scale_min) for one in busy),
        rest=rest(told, busy),
    )


def span_min(one: QueueNow, now_ms: int) -> float:
    """What the bar must hold."""
    return 1.1 * max(waited_min(one, now_ms), one.target_min or 0)


def waited_min(one: QueueNow, now_ms: int) -> float:
    return 0.0 if one.first_since_ms is None else max(0, now_ms - one.first_since_ms) / naming.MINUTE_MS


def tone(one: QueueNow, now_ms: int) -> str:
    if one.windows_open == 0 and one.waiting:
        return "bad"
    if one.target_min is None:
        return "none"
    share = waited_min(one, now_ms) / one.target_min
    return "bad" if share > 1 else "warn" if share > NEAR else "good"


def rank(one: QueueNow, now_ms: int) -> int:
    """What nobody serves stands first, then what is over its target, then what comes near it."""
    if one.windows_open == 0:
        return -1
    return ("bad", "warn", "good", "none").index(tone(one, now_ms))


def row(state: Duty, one: QueueNow, language: str, now_ms: int, scale_min: float) -> QueueProps:
    waited = waited_min(one, now_ms)
    return QueueProps(
        name=naming.unit(state.hall, one.category, one.ticket_class, language),
        waiting=translate("Supervisor", "{count} 人").format(count=one.waiting),
        waited=target_words(int(waited), one.target_min),
        windows=windows_words(one.windows_open),
        tone=tone(one, now_ms),
        share=waited / scale_min,
        mark=-1.0 if one.target_min is None else one.target_min / scale_min,
    )


def target_words(waited: int, target: int | None) -> str:
    if target is None:
        return translate("Supervisor", "{waited} 分").format(waited=waited)
    return translate("Supervisor", "{waited} / {target} 分").format(waited=waited, target=target)


def windows_words(count: int) -> str:
    if count == 0:
        return translate("Supervisor", "没有窗口")
    return translate("Supervisor", "{count} 窗").format(count=count)


def rest(told: tuple[QueueNow, ...], busy: list[QueueNow]) -> str:
    empty = len(told) - len(busy)
    if not told:
        return ""
    if not busy:
        return translate("Supervisor", "没有人在等候。")
    return translate("Supervisor", "另有 {count} 个队列无人等候").format(count=empty) if empty else ""
