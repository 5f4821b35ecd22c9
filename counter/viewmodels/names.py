"""Names of things in the language shown, and instants on the hall's clock."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from counter.flow.state import Counter
from queue_core.wire.views import WordedReason

SOURCE = "zh-CN"
_WEEKDAYS = {
    "zh-CN": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


def worded(names: Mapping[str, str], language: str, otherwise: str) -> str:
    """In the language shown, in Chinese, or as its code."""
    return names.get(language) or names.get(SOURCE) or otherwise


def category_name(state: Counter, code: str, language: str) -> str:
    categories = state.hall.categories if state.hall else ()
    names = next((category.names for category in categories if category.code == code), {})
    return worded(names, language, code)


def matter_name(state: Counter, code: str | None, language: str) -> str:
    """As its code until the catalogue has told it; empty without one."""
    if code is None:
        return ""
    matter = state.matter(code)
    return worded({} if matter is None else matter.names, language, code)


def reason_words(reasons: tuple[WordedReason, ...], code: str, language: str) -> str:
    """Whoever wrote the reason in words of the own, wrote them so."""
    names = next((each.names for each in reasons if each.code == code), {})
    return worded(names, language, code)


def clock(state: Counter, at_ms: int | None) -> str:
    """The hall's time as 14:10; empty without an instant."""
    if at_ms is None:
        return ""
    zone = ZoneInfo(state.hall.timezone) if state.hall else ZoneInfo("Asia/Shanghai")
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(zone):%H:%M}"


def day_and_clock(state: Counter, at_ms: int, language: str) -> str:
    zone = ZoneInfo(state.hall.timezone) if state.hall else ZoneInfo("Asia/Shanghai")
    at = datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(zone)
    return f"{day_name(at.date(), language)} {at:%H:%M}"


def day_of(state: Counter, at_ms: int, language: str) -> str:
    return day_and_clock(state, at_ms, language).rpartition(" ")[0]


def day_name(day: date, language: str) -> str:
    weekday = _WEEKDAYS[language if language in _WEEKDAYS else SOURCE][day.weekday()]
    return f"{day.month}/{day.day} {weekday}"


def minutes(span_ms: int) -> int:
    return max(0, span_ms) // 60_000


def elapsed(span_ms: int) -> str:
    """As mm:ss, or h:mm:ss from an hour on."""
    whole_minutes, seconds = divmod(max(0, span_ms) // 1000, 60)
    hours, rest = divmod(whole_minutes, 60)
    return f"{hours}:{rest:02}:{seconds:02}" if hours else f"{rest:02}:{seconds:02}"
