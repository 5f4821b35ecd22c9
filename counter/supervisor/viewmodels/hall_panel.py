"""Notices to everybody, and the end of the day. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.objections import date_to_type
from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels import naming
from queue_core.wire.views import Notice
from queue_core.wire.words import WindowState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class HangingProps:
    """A notice as it is shown now."""

    notice_id: int
    text: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HallProps:
    """`closing` says what closing the hall would do now; `date` is to be typed as a second yes."""

    is_closed: bool = False
    hanging: tuple[HangingProps, ...] = ()
    closing: str = ""
    date: str = ""


def hall(state: Duty, language: str) -> HallProps:
    return HallProps(
        is_closed=state.hall is not None and state.hall.is_closed,
        hanging=tuple(hanging(state, one, language) for one in state.board.notices),
        closing=closing(state),
        date=date_to_type(state),
    )


def hanging(state: Duty, one: Notice, language: str) -> HangingProps:
    if one.until_ms is None:
        until = translate("Supervisor", "直到撤下")
    else:
        at = naming.at_clock(one.until_ms, naming.zone_of(state.hall))
        until = translate("Supervisor", "到 {at}").format(at=at)
    return HangingProps(notice_id=one.notice_id, text=naming.named(one.texts, language), until=until)


def closing(state: Duty) -> str:
    waiting = sum(unit.waiting for unit in state.hall.units) if state.hall else 0
    in_hand = sum(one.view.ticket is not None for one in state.watched)
    is_open = sum(one.view.state is not WindowState.CLOSED for one in state.watched)
    return translate(
        "Supervisor",
        "结束今天：{waiting} 个在等的号和 {in_hand} 个窗口手上的号都会失效，{open} 个开着的窗口全部关闭，"
        "取号机停止取号。今天不能再开。",
    ).format(waiting=waiting, in_hand=in_hand, open=is_open)
