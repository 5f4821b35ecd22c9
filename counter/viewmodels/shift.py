"""What a clerk did since logging in. Nothing about ratings: that invites the press."""

from dataclasses import dataclass

from counter.flow.state import Counter
from counter.viewmodels.moment import Moment
from counter.viewmodels.names import clock, reason_words
from queue_core.wire.shift import ShiftSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseProps:
    reason: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftProps:
    """`mean_service_min` in tenths of minutes is left to QML's locale; −1 before the first service."""

    is_known: bool = False
    since: str = ""
    until: str = ""
    open_min: int = 0
    calls: int = 0
    finished: int = 0
    no_shows: int = 0
    held: int = 0
    converted: int = 0
    mean_service_s: int = -1
    pauses: tuple[PauseProps, ...] = ()


def derive(state: Counter, moment: Moment) -> ShiftProps:
    summary = state.sheet.summary if state.sheet else None
    return ShiftProps() if summary is None else _of(state, summary, moment.language)


def _of(state: Counter, summary: ShiftSummary, language: str) -> ShiftProps:
    reasons = state.hall.pause_reasons if state.hall else ()
    return ShiftProps(
        is_known=True,
        since=clock(state, summary.since_ms),
        until=clock(state, summary.until_ms),
        open_min=summary.open_s // 60,
        calls=summary.calls,
        finished=summary.finished,
        no_shows=summary.no_shows,
        held=summary.held,
        converted=summary.converted,
        mean_service_s=-1 if summary.mean_service_s is None else summary.mean_service_s,
        pauses=tuple(
            PauseProps(
                reason=reason_words(reasons, each.reason, language), minutes=max(1, round(each.seconds / 60))
            )
            for each in summary.pauses
        ),
    )
