"""From what the wall knows to what it shows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from display.wall.flow import WallState
from display.wall.viewmodels.props import CallProps, WaitingProps, WallProps
from queue_core.wire.views import CallView, HallView, UnitWaiting
from queue_core.wire.words import TicketState

EARLIER_CALLS = 7
FIRST, SECOND = "zh-CN", "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """`now_ms` is the hall's time."""

    now_ms: int
    state: WallState = field(default_factory=WallState)
    voice_code: str = ""


def derive(inputs: Inputs) -> WallProps:
    state = inputs.state
    calls = tuple(_call(state, call) for call in state.calls[: EARLIER_CALLS + 1])
    names = state.hall.names if state.hall else {}
    zone = ZoneInfo(state.hall.timezone) if state.hall else None
    today = datetime.fromtimestamp(inputs.now_ms / 1000, UTC).astimezone(zone).date()
    return WallProps(
        page=state.page,
        hall_name=_name(names, FIRST),
        second_hall_name=_second_name(names),
        clock=_clock(inputs.now_ms, zone),
        date=QLocale("zh_CN").toString(QDate(today.year, today.month, today.day), "M月d日 dddd"),
        second_date=QLocale("en_GB").toString(QDate(today.year, today.month, today.day), "dddd, d MMMM"),
        lost_code=state.lost_code,
        lost_at=_clock(state.lost_at_ms, zone) if state.lost_code else "",
        voice_code=inputs.voice_code,
        call=calls[0] if calls else CallProps(),
        earlier=calls[1:],
        waiting=tuple(_waiting(state.hall)) if state.hall else (),
    )


def _call(state: WallState, call: CallView) -> CallProps:
    window = state.windows.get(call.window)
    ticket = window.ticket if window else None
    return CallProps(
        call_id=call.call_id,
        number=call.number,
        ticket_class=call.ticket_class,
        window=call.window,
        nth=call.nth,
        is_awaited=ticket is not None
        and ticket.ticket_id == call.ticket_id
        and ticket.state is TicketState.CALLED,
    )


def _waiting(hall: HallView) -> Iterable[WaitingProps]:
    for category in hall.categories:
        units = [unit for unit in hall.units if unit.category == category.code]
        yield WaitingProps(
            code=category.code,
            name=_name(category.names, FIRST),
            second_name=_second_name(category.names),
            waiting=sum(unit.waiting for unit in units),
            windows_open=_windows_open(units),
        )


def _windows_open(units: Iterable[UnitWaiting]) -> int:
    """A window serves several classes of a category, so the greatest of them, not their sum."""
    return max((unit.windows_open for unit in units), default=0)


def _name(names: dict[str, str], language: str) -> str:
    return names.get(language) or names.get(FIRST) or next(iter(names.values()), "")


def _second_name(names: dict[str, str]) -> str:
    """Nothing rather than the first name twice."""
    return names.get(SECOND, "")


def _clock(at_ms: int, zone: ZoneInfo | None) -> str:
    """In the hall's time zone; in this computer's while the hall was not heard."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(zone).strftime("%H:%M")
