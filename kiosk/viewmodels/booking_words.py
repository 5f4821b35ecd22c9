"""Days and times of slots, and what a refusal says where another day can be booked."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kiosk.viewmodels.messages import UNREACHABLE
from kiosk.viewmodels.own_words import refusal
from queue_core.wire.views import HallView

translate = QCoreApplication.translate


def offer_words() -> str:
    return translate("Booking", "预约别的时间")


def day_of(at_ms: int, hall: HallView) -> date:
    return datetime.fromtimestamp(at_ms / 1000, ZoneInfo(hall.timezone)).date()


def date_words(at_ms: int, hall: HallView, language: str) -> str:
    """`11月23日 周一`: nobody has to reckon what tomorrow is."""
    day = day_of(at_ms, hall)
    #: A Qt date format: month, day of month, day of the week
    pattern = translate("Booking", "M月d日 ddd")
    return QLocale(language).toString(QDate(day.year, day.month, day.day), pattern)


def near_words(at_ms: int, hall: HallView) -> str:
    """`明天`, `后天`; empty for a later day, which the date beside it tells with its day of the week."""
    day, today = day_of(at_ms, hall), date.fromisoformat(hall.day)
    if day == today + timedelta(days=1):
        return translate("Booking", "明天")
    if day == today + timedelta(days=2):
        return translate("Booking", "后天")
    return ""


def when_words(at_ms: int, hall: HallView, language: str) -> str:
    """`明天`, `后天`, then the day of the week: within a week there is one of each."""
    day = QLocale(language).dayName(day_of(at_ms, hall).isoweekday(), QLocale.FormatType.ShortFormat)
    return near_words(at_ms, hall) or day


def instead(code: str) -> str:
    """What to do now that another day can be booked here; empty for what is no reason to."""
    match code:
        case "quota-full":
            return translate("Booking", "请晚些时候再来，或按“预约别的时间”。")
        case "will-not-be-served":
            return translate("Booking", "等候的人太多，下班前轮不到您。\n请按“预约别的时间”，不用白等。")
        case "may-not-be-served":
            return translate("Booking", "等候的人多，下班前可能轮不到，还没有取号。\n请按“预约别的时间”。")
        case "hall-closed-today":
            return translate("Booking", "请按“预约别的时间”，到时再来。")
        case _:
            return ""


def not_booked(code: str, language: str) -> tuple[str, str]:
    if code in UNREACHABLE:
        return (
            translate("Booking", "暂时连不上大厅"),
            translate("Booking", "请再试一次，不会重复预约。\n也可以到导办台预约。"),
        )
    return translate("Booking", "没有预约成"), refusal(code, language)
