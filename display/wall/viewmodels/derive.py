"""From what the wall knows to what it shows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from display.wall.flow import WallState
from display.wall.legibility import Screen
from display.wall.opening import Body, opened
from display.wall.plan import TYPICAL_NUMBER, Content, Plan, plan
from display.wall.standpoint import Standpoint, place_of
from display.wall.viewmodels.props import AbsentProps, CallProps, TextProps, WaitingProps, WallProps
from queue_core.wire.messages import Place
from queue_core.wire.views import CallView, HallView
from queue_core.wire.words import TicketClass, TicketState, WindowState

SOURCE, SECOND = "zh-CN", "en"
LOCALES = {"zh-CN": "zh_CN", "zh-Hant": "zh_HK"}
FLOORS = {"zh-CN": "{}楼", "zh-Hant": "{}樓", "en": "floor {}"}
FRESH_MS = 15_000  # a call stands out for so long, however many follow it
TRUSTED_MS = 60_000  # so long after the link was lost a call still asks somebody to come
MINUTE_MS = 60_000
BETWEEN_CALLS_MS = 3 * MINUTE_MS
SENTENCE_ENDS = {"zh-CN": "。", "zh-Hant": "。", "en": ". "}
AT_WORK = frozenset({WindowState.CALLED, WindowState.SERVING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """`now_ms` is the hall's time; `language` stands above English; `size` is the window's in pixels."""

    now_ms: int
    state: WallState = field(default_factory=WallState)
    voice_code: str = ""
    standpoint: Standpoint = field(default_factory=Standpoint)
    screen: Screen = field(default_factory=Screen)
    size: tuple[int, int] = (1920, 1080)
    language: str = SOURCE


def derive(inputs: Inputs) -> WallProps:
    state, hall = inputs.state, inputs.state.hall
    zone = ZoneInfo(hall.timezone) if hall else None
    calls = tuple(call for call in state.calls if inputs.standpoint.shows(call.window, hall))
    notices = tuple(_notices(inputs))
    divided = _plan(inputs, calls, has_notice=bool(notices))
    shown = tuple(_call(inputs, call) for call in calls[: divided.rows + 1])
    opening = opened(hall, inputs.now_ms, is_at_work=_is_at_work(inputs, calls)) if hall else None
    names = hall.names if hall else {}
    return WallProps(
        page=state.page,
        body=opening.body if opening else Body.CALLS,
        opens_at=_clock(opening.opens_at_ms, zone) if opening and opening.opens_at_ms else "",
        hall_name=_name(names, inputs.language),
        second_hall_name=_second_name(names),
        clock=_clock(inputs.now_ms, zone),
        date=_date(inputs.now_ms, zone, LOCALES[inputs.language], "M月d日 dddd"),
        second_date=_date(inputs.now_ms, zone, "en_GB", "dddd, d MMMM"),
        lost_code=state.lost_code,
        lost_at=_clock(state.lost_at_ms, zone) if state.lost_code else "",
        lost_min=(inputs.now_ms - state.lost_at_ms) // MINUTE_MS if state.lost_code else 0,
        voice_code=inputs.voice_code,
        call=shown[0] if shown else CallProps(),
        earlier=shown[1:],
        waiting=tuple(_waiting(inputs)),
        absent=tuple(
            AbsentProps(number=each.number, window=each.window)
            for each in state.board.absent
            if inputs.standpoint.shows(each.window, hall)
        ),
        notices=notices,
        rule=tuple(_rule(inputs)),
        plan=divided,
    )


def _plan(inputs: Inputs, calls: tuple[CallView, ...], *, has_notice: bool) -> Plan:
    """Made for the longest number and window there is, so that rows do not jump with each call."""
    windows = inputs.state.hall.windows if inputs.state.hall else ()
    content = Content(
        number_letters=max((len(call.number) for call in calls), default=TYPICAL_NUMBER),
        window_letters=len(str(max(windows, default=1))),
        has_arrows=inputs.standpoint.has_arrows,
        has_notice=has_notice,
    )
    return plan(inputs.size, inputs.screen, content)


def _call(inputs: Inputs, call: CallView) -> CallProps:
    state, hall = inputs.state, inputs.state.hall
    window = state.windows.get(call.window)
    ticket = window.ticket if window else None
    is_awaited = (
        ticket is not None
        and ticket.ticket_id == call.ticket_id
        and ticket.state is TicketState.CALLED
        and not (state.lost_code and inputs.now_ms - state.lost_at_ms > TRUSTED_MS)
    )
    place = place_of(call.window, hall)
    return CallProps(
        call_id=call.call_id,
        number=call.number,
        ticket_class=call.ticket_class,
        window=call.window,
        nth=call.nth,
        is_awaited=is_awaited,
        is_fresh=is_awaited and inputs.now_ms - call.called_at_ms < FRESH_MS,
        arrow=inputs.standpoint.arrow_to(call.window, hall) or "",
        place=_place(hall, place, inputs.language) if hall and place else "",
        second_place=_place(hall, place, SECOND) if hall and place else "",
    )


def _place(hall: HallView, place: Place, language: str) -> str:
    """Its floor and name, and its building where there are several; nothing where the hall is one place."""
    if len(hall.places) == 1:
        return ""
    has_buildings = len({_name(each.building, SOURCE) for each in hall.places}) > 1
    words = (
        _worded(place.building, language) if has_buildings else "",
        FLOORS[language].format(place.floor) if place.floor else "",
        _worded(place.names, language),
    )
    return (", " if language == SECOND else " ").join(word for word in words if word)


def _waiting(inputs: Inputs) -> Iterable[WaitingProps]:
    """By class, of what the windows shown here serve."""
    hall = inputs.state.hall
    if hall is None:
        return
    served = _served_here(inputs)
    for ticket_class in TicketClass:
        units = [
            unit
            for unit in hall.units
            if unit.ticket_class is ticket_class
            and (served is None or (unit.category, unit.ticket_class) in served)
        ]
        if units:
            yield WaitingProps(
                ticket_class=ticket_class,
                waiting=sum(unit.waiting for unit in units),
                is_served=any(unit.windows_open for unit in units),
            )


def _served_here(inputs: Inputs) -> set[tuple[str, TicketClass]] | None:
    """None where the wall is of all windows."""
    if inputs.standpoint.is_of_all:
        return None
    return {
        (unit.category, unit.ticket_class)
        for number, window in inputs.state.windows.items()
        if inputs.standpoint.shows(number, inputs.state.hall)
        for unit in window.units
    }


def _is_at_work(inputs: Inputs, calls: tuple[CallView, ...]) -> bool:
    """A window that has just finished is about to call: pages would come and go between two calls."""
    if calls and 0 <= inputs.now_ms - calls[0].called_at_ms < BETWEEN_CALLS_MS:
        return True
    return any(
        window.state in AT_WORK and inputs.standpoint.shows(number, inputs.state.hall)
        for number, window in inputs.state.windows.items()
    )


def _notices(inputs: Inputs) -> Iterable[TextProps]:
    """Those whose time is not over; while the hall is lost they end by the clock, too."""
    for notice in inputs.state.board.notices:
        if notice.until_ms is None or inputs.now_ms < notice.until_ms:
            text, second = _name(notice.texts, inputs.language), _second_name(notice.texts)
            yield TextProps(text=text, second="" if second == text else second)


def _rule(inputs: Inputs) -> Iterable[TextProps]:
    """A sentence at a time; the languages have the same sentences in the same order."""
    texts = inputs.state.rule.texts if inputs.state.rule else {}
    first, second = (_sentences(texts, language) for language in (inputs.language, SECOND))
    if len(first) != len(second):
        second = [""] * len(first)
    return (TextProps(text=text, second=other) for text, other in zip(first, second, strict=True))


def _sentences(texts: dict[str, str], language: str) -> list[str]:
    end = SENTENCE_ENDS[language]
    parts = [part.strip() for part in texts.get(language, "").split(end)]
    return [part if part.endswith(end.strip()) else part + end.strip() for part in parts if part]


def _name(names: dict[str, str], language: str) -> str:
    return _worded(names, language) or next(iter(names.values()), "")


def _worded(names: dict[str, str], language: str) -> str:
    """In English nothing rather than Chinese twice."""
    return names.get(language) or ("" if language == SECOND else names.get(SOURCE, ""))


def _second_name(names: dict[str, str]) -> str:
    """Nothing rather than the first name twice."""
    return names.get(SECOND, "")


def _date(at_ms: int, zone: ZoneInfo | None, locale: str, form: str) -> str:
    today = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(zone).date()
    return QLocale(locale).toString(QDate(today.year, today.month, today.day), form)


def _clock(at_ms: int, zone: ZoneInfo | None) -> str:
    """In the hall's time zone; in this computer's while the hall was not heard."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(zone).strftime("%H:%M")
