"""Places, times and cases in words, in the language that is installed."""

from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from kiosk.cabinet.flow.state import Cabinet, Trouble
from queue_core.wire import texts
from queue_core.wire.cases import Case
from queue_core.wire.words import PlaceKind

translate = QCoreApplication.translate
GROUP = 3
MOST_LINES = 3


def fill(text: str, *values: object) -> str:
    """`%1`, `%2` … in their places."""
    for at, value in enumerate(values, start=1):
        text = text.replace(f"%{at}", str(value))
    return text


def grouped(code: str) -> str:
    """As it stands in the message: 123 456 789."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def clock(at_ms: int, state: Cabinet) -> str:
    zone = ZoneInfo(state.hall.timezone) if state.hall else None
    return f"{datetime.fromtimestamp(at_ms / 1000, tz=zone):%H:%M}"


def countdown(left_s: int) -> str:
    """How long it still takes, to the second."""
    minutes, seconds = divmod(max(0, left_s), 60)
    if minutes == 0:
        return fill(translate("Cabinet", "%1 秒"), seconds)
    return fill(translate("Cabinet", "%1 分 %2 秒"), minutes, seconds)


def doors(numbers: tuple[int, ...]) -> str:
    return translate("Cabinet", "、").join(map(str, numbers))


def case_name(case: Case, state: Cabinet, language: str) -> str:
    """What it is about; its number where the hall does not say."""
    categories = state.hall.categories if state.hall else ()
    names = next((one.names for one in categories if one.code == case.category), {})
    return named(names, language) or case.code


def where(case: Case, state: Cabinet, language: str) -> str:
    """Where a case waits that is not behind a door here."""
    place = case.place
    if place is None:
        return translate("Cabinet", "请到大厅取件窗口询问")
    match place.kind:
        case PlaceKind.SHELF:
            return fill(translate("Cabinet", "在大厅取件窗口 %1，请取号领取"), place.label).replace(
                " ，", "，"
            )
        case PlaceKind.DOOR:
            name = point_name(place.cabinet, state, language)
            if name:
                return fill(translate("Cabinet", "在 %1"), name)
            return fill(translate("Cabinet", "在 %1 号取件柜"), place.cabinet)
        case PlaceKind.PARTNER:
            name = point_name(place.label, state, language) or place.label
            return fill(translate("Cabinet", "在 %1，凭那里的取件码领取"), name)
        case PlaceKind.POSTED:
            return fill(translate("Cabinet", "已寄出：%1 %2"), place.label, place.reference)
        case _:
            assert_never(place.kind)


def as_many_as_fit(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Where documents wait that are not here: as many lines as a page has room for in the largest letters."""
    if len(lines) <= MOST_LINES:
        return lines
    kept = lines[: MOST_LINES - 1]
    more = translate("Cabinet", "还有 %1 件在别处，请看短信，或问大厅工作人员")
    return (*kept, fill(more, len(lines) - len(kept)))


def point_name(code: str, state: Cabinet, language: str) -> str:
    """How people call another cabinet, or a partner; empty where the hall has no name for it."""
    points = state.hall.pickup_points if state.hall else ()
    return named(next((one.names for one in points if one.code == code), {}), language)


def said(trouble: Trouble, language: str) -> str:
    """What to do now, as the hall says it."""
    return named(texts.said(trouble.code), language) or named(trouble.said, language)
