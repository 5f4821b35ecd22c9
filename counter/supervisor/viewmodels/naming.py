"""Names of things of the hall in the language shown, and times as they are read at a glance. Pure."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from queue_core.wire.views import HallView, WordedReason
from queue_core.wire.words import TicketClass

translate = QCoreApplication.translate
MINUTE_MS = 60_000


def named(names: dict[str, str], language: str, otherwise: str = "") -> str:
    return names.get(language) or names.get("zh-CN") or otherwise


def category(hall: HallView | None, code: str, language: str) -> str:
    found = next((one for one in hall.categories if one.code == code), None) if hall else None
    return named(found.names, language, code) if found else code


def unit(hall: HallView | None, code: str, ticket_class: str, language: str) -> str:
    return f"{category(hall, code, language)} · {class_word(ticket_class)}"


def unit_of(hall: HallView | None, text: str, language: str) -> str:
    """A unit as it is written on the wire, such as `registration/accept`."""
    code, _, ticket_class = text.partition("/")
    return unit(hall, code, ticket_class, language)


def class_word(ticket_class: str) -> str:
    match ticket_class:
        case TicketClass.ACCEPT:
            return translate("Supervisor", "受理")
        case TicketClass.CONSULT:
            return translate("Supervisor", "咨询")
        case TicketClass.PICKUP:
            return translate("Supervisor", "取件")
        case _:
            return ticket_class


def reason(reasons: Iterable[WordedReason], code: str, language: str) -> str:
    """What the hall calls a reason; free words as they were written."""
    found = next((one for one in reasons if one.code == code), None)
    return named(found.names, language, code) if found else code


def listed(words: Iterable[str]) -> str:
    return translate("Supervisor", "、").join(words)


def at_clock(instant_ms: int, zone: str) -> str:
    return datetime.fromtimestamp(instant_ms / 1000, ZoneInfo(zone)).strftime("%H:%M")


def on_day(instant_ms: int, zone: str) -> str:
    return datetime.fromtimestamp(instant_ms / 1000, ZoneInfo(zone)).strftime("%m-%d %H:%M")


def zone_of(hall: HallView | None) -> str:
    return hall.timezone if hall else "Asia/Shanghai"


def minutes(span_ms: int) -> int:
    return max(0, span_ms) // MINUTE_MS


def lasting(span_ms: int) -> str:
    """`刚刚`, `8 分`, `1 时 05 分`: nothing that changes every second."""
    whole = minutes(span_ms)
    if whole == 0:
        return translate("Supervisor", "刚刚")
    if whole < 60:  # noqa: PLR2004 minutes in an hour
        return translate("Supervisor", "{minutes} 分").format(minutes=whole)
    hours, rest = divmod(whole, 60)
    return translate("Supervisor", "{hours} 时 {minutes} 分").format(hours=hours, minutes=f"{rest:02}")


def brief(span_ms: int) -> str:
    """As short as it can be said: `8分`, `1:05`."""
    hours, rest = divmod(minutes(span_ms), 60)
    return f"{hours}:{rest:02}" if hours else translate("Supervisor", "{minutes}分").format(minutes=rest)


def seconds(span_s: int | None) -> str:
    """A duration of the figures, in minutes; `–` where nothing stands behind it."""
    if span_s is None:
        return "–"
    whole = (span_s + 30) // 60
    return translate("Supervisor", "{minutes} 分").format(minutes=whole)


def percent(part: int, whole: int) -> str:
    """Rounded down, so that 100 % is all; `–` of nothing."""
    return f"{100 * part // whole}%" if whole else "–"
