"""A made-up day for previews, pictures and tests of the managers' page."""

import math
from collections.abc import Sequence

from queue_core.wire.figures import (
    AppointmentFigures,
    Conversion,
    DayFigures,
    DeviceFigures,
    EstimateFigures,
    GroupFigures,
    Override,
    Quarter,
    RatingFigures,
    Spread,
    Target,
    Totals,
)
from queue_core.wire.views import Category, HallView
from queue_core.wire.words import TicketClass

DAY = "2026-11-23"
MIDNIGHT_MS = 1_795_363_200_000
QUARTER_MS = 900_000
_OPENS, _CLOSES, _BREAK = (
    34,
    68,
    range(48, 54),
)  # quarters since midnight: 8:30 to 17:00, closed 12:00 to 13:30
NO_SPREAD = Spread(count=0)
NAMES = {
    "registration": {"zh-CN": "注册登记", "zh-Hant": "註冊登記", "en": "Registration"},
    "business": {"zh-CN": "经营管理", "zh-Hant": "經營管理", "en": "Business management"},
    "construction": {"zh-CN": "建设工程", "zh-Hant": "建設工程", "en": "Construction"},
    "trade": {"zh-CN": "通关贸易", "zh-Hant": "通關貿易", "en": "Customs and trade"},
}


def spread(count: int, mean_s: int) -> Spread:
    """Waits of that mean, spread as waits are."""
    if not count:
        return NO_SPREAD
    return Spread(
        count=count, mean_s=mean_s, p50_s=mean_s * 7 // 10, p95_s=mean_s * 29 // 10, longest_s=mean_s * 4
    )


def group(name: str, weight: int, **more: int | None) -> GroupFigures:
    finished = weight * 9 // 10
    base = GroupFigures(
        name=name,
        taken=weight,
        calls=weight * 11 // 10,
        sittings=weight,
        no_shows=weight // 20,
        immediate=finished * 9 // 10,
        finished=finished,
        wait=spread(weight, 120 + weight * 7 % 600),
        service=spread(weight, 240 + weight * 3 % 500),
    )
    return GroupFigures(**{each: getattr(base, each) for each in base.__struct_fields__} | more)


def hall_view() -> HallView:
    categories = tuple(
        Category(code=code, names=names, classes=tuple(TicketClass)) for code, names in NAMES.items()
    )
    names = {
        "zh-CN": "示范政务服务中心",
        "zh-Hant": "示範政務服務中心",
        "en": "Demonstration Government Service Centre",
    }
    return HallView(names=names, day=DAY, categories=categories, windows=tuple(range(1, 13)), units=())


def empty_day() -> DayFigures:
    """Before the first number."""
    counts = dict.fromkeys(Totals.__struct_fields__, 0)
    spreads = dict.fromkeys(("first_wait", "wait", "service"), NO_SPREAD)
    totals = Totals(**{**counts, **spreads, "first_since_ms": None})  # type: ignore[arg-type]  # all by name
    return DayFigures(
        day=DAY,
        midnight_ms=MIDNIGHT_MS,
        as_of_ms=MIDNIGHT_MS,
        events=1,
        is_closed=False,
        totals=totals,
        appointments=AppointmentFigures(checked_in=0, missed=0, cancelled=0, judged=0, on_time=0),
    )


def busy_day() -> DayFigures:
    """Early in the afternoon of a full day."""
    flow = tuple(map(_quarter, range(_OPENS, _CLOSES - 8)))
    return DayFigures(
        day=DAY,
        midnight_ms=MIDNIGHT_MS,
        as_of_ms=MIDNIGHT_MS + (_CLOSES - 8) * QUARTER_MS,
        events=9_217,
        is_closed=False,
        totals=_totals(),
        appointments=AppointmentFigures(checked_in=312, missed=17, cancelled=6, judged=308, on_time=305),
        by_class=_converted({"accept": 812, "consult": 367, "pickup": 245}),
        by_category=_converted({"registration": 611, "business": 388, "construction": 254, "trade": 171}),
        by_unit=tuple(_units()),
        by_window=tuple(_staffed(str(window), 90 + window * 13 % 40) for window in range(1, 13)),
        by_clerk=tuple(_staffed(str(1000 + clerk), 88 + clerk * 17 % 45) for clerk in range(1, 13)),
        by_hour=tuple(group(f"{hour:02}", 120 + hour * 37 % 90) for hour in (8, 9, 10, 11, 13, 14)),
        by_right=tuple(
            group(name, weight, taken=None)
            for name, weight in {"arrival": 984, "pickup": 96, "priority": 88, "appointment": 308}.items()
        ),
        flow=flow,
        conversions=(
            Conversion(from_unit="registration/consult", to_unit="registration/accept", count=41),
            Conversion(from_unit="business/accept", to_unit="business/consult", count=12),
        ),
        overrides=(
            Override(
                at_ms=MIDNIGHT_MS + 37_200_000,
                number="214",
                window=4,
                reason="系统故障后补叫，现场已向等候群众说明",
            ),
        ),
        estimates=EstimateFigures(judged=1_288, mean_absolute_error_s=97, within_p90=1_171),
        ratings=RatingFigures(invited=1_243, rated=815, levels=(6, 11, 48, 210, 540)),
        devices=(
            DeviceFigures(
                front_end="kiosk-2",
                device="printer",
                kind="ticket_printer",
                failures=2,
                down_s=4_260,
                is_down=True,
            ),
            DeviceFigures(
                front_end="station-7",
                device="pad",
                kind="rating_keypad",
                failures=1,
                down_s=840,
                is_down=False,
            ),
        ),
        targets=(Target(category="registration", ticket_class=TicketClass.ACCEPT, wait_min=20),),
    )


def _totals() -> Totals:
    return Totals(
        taken=1_424,
        visitors=1_371,
        withdrawn=9,
        called=1_361,
        finished=1_243,
        immediate=1_102,
        cancelled=31,
        lost=24,
        left_uncalled=0,
        left_unfinished=0,
        not_arrived=3,
        waiting=42,
        first_since_ms=MIDNIGHT_MS + 52_380_000,
        calls=1_476,
        recalls=233,
        hand_backs=18,
        overrides=1,
        no_shows=73,
        absent_numbers=66,
        returns=38,
        holds=21,
        sent_back=14,
        deferrals=7,
        conversions=53,
        sittings=1_402,
        first_wait=spread(1_361, 547),
        wait=spread(1_433, 531),
        service=spread(1_402, 486),
    )


def _quarter(at: int) -> Quarter:
    is_break = at in _BREAK
    busy = 0 if is_break else round(38 + 22 * math.sin((at - _OPENS) / 5))
    return Quarter(
        from_ms=MIDNIGHT_MS + at * QUARTER_MS,
        taken=8 if is_break else busy,
        called=0 if is_break else busy - 3,
        finished=0 if is_break else busy - 6,
        waiting=20 + (at - _OPENS) % 9 * 4,
        wait=NO_SPREAD if is_break else spread(busy, 300 + busy * 9),
    )


def _converted(weights: dict[str, int]) -> tuple[GroupFigures, ...]:
    return tuple(
        group(name, weight, converted_in=weight // 30, converted_out=weight // 33)
        for name, weight in weights.items()
    )


def _units() -> Sequence[GroupFigures]:
    return [
        group(
            f"{category}/{name.value}",
            30 + (at * 53 + turn * 91) % 260,
            target_min=(20, 10, 10)[turn],
            within_target=(25 + (at * 53 + turn * 91) % 260) * (8 + turn) // 10,
            converted_in=turn,
            converted_out=2 - turn,
        )
        for at, category in enumerate(NAMES)
        for turn, name in enumerate(TicketClass)
    ]


def _staffed(name: str, weight: int) -> GroupFigures:
    return group(
        name, weight, taken=None, open_s=19_800, paused_s=600 + weight * 11, serving_s=9_000 + weight * 60
    )
