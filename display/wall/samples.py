"""An invented hall for the wall's gallery and tests."""

from datetime import UTC, datetime

from msgspec.structs import replace

from display.wall.flow import RuleTold
from display.wall.standpoint import Direction, Standpoint
from queue_core.wire import texts
from queue_core.wire.choices import Rule
from queue_core.wire.messages import Place
from queue_core.wire.stream import Snapshot
from queue_core.wire.views import (
    AbsentNumber,
    BoardView,
    CallView,
    Category,
    HallView,
    Notice,
    Opening,
    UnitName,
    UnitWaiting,
    WindowTicket,
    WindowView,
)
from queue_core.wire.words import TicketClass, TicketState, WindowState

NOW_MS = int(datetime(2026, 11, 23, 2, 32, tzinfo=UTC).timestamp() * 1000)
SECOND_MS, HOUR_MS = 1000, 3_600_000
NAMES = {
    "zh-CN": "示范政务服务中心",
    "zh-Hant": "示範政務服務中心",
    "en": "Demonstration Government Service Centre",
}
CATEGORIES = (
    ("registration", "注册登记", "Registration", {"accept": (12, 3), "consult": (4, 2), "pickup": (0, 2)}),
    ("business", "经营管理", "Business management", {"accept": (7, 2), "consult": (1, 1), "pickup": (0, 0)}),
    ("trade", "通关贸易", "Customs and trade", {"accept": (104, 3), "consult": (0, 0), "pickup": (0, 0)}),
)
CLASSES = tuple(TicketClass)
BUILDING = {"zh-CN": "主楼", "zh-Hant": "主樓", "en": "Main building"}
PLACES = (
    Place(
        code="a",
        names={"zh-CN": "A区", "zh-Hant": "A區", "en": "Zone A"},
        building=BUILDING,
        floor="1",
        walking_min=1,
        windows=tuple(range(1, 7)),
    ),
    Place(
        code="b",
        names={"zh-CN": "B区", "zh-Hant": "B區", "en": "Zone B"},
        building=BUILDING,
        floor="2",
        walking_min=3,
        windows=tuple(range(7, 13)),
    ),
)
STANDPOINT = Standpoint(
    window_arrows={1: Direction.LEFT, 2: Direction.LEFT, 3: Direction.LEFT, 5: Direction.AHEAD_RIGHT},
    place_arrows={"a": Direction.STRAIGHT, "b": Direction.UPSTAIRS},
)
SESSIONS = (
    Opening(opens_at_ms=NOW_MS - 2 * HOUR_MS, closes_at_ms=NOW_MS + HOUR_MS),
    Opening(opens_at_ms=NOW_MS + 3 * HOUR_MS, closes_at_ms=NOW_MS + 7 * HOUR_MS),
)
RULE = RuleTold(
    rule=Rule(
        appointment_min=60,
        priority_min=45,
        pickup_min=10,
        texts=texts.rule(appointment_min=60, priority_min=45, pickup_min=10),
    )
)
SHORT_NOTICE = Notice(
    notice_id=1,
    texts={
        "zh-CN": "3 号窗口设备检修，请改到 5 号窗口",
        "zh-Hant": "3 號窗口設備檢修，請改到 5 號窗口",
        "en": "Window 3 is under repair. Please go to window 5",
    },
)
LONG_NOTICE = Notice(
    notice_id=2,
    texts={
        "zh-CN": "今天下午四点起系统升级，注册登记业务请尽量在四点前取号；"
        "已取的号码全部有效，升级后按原来的顺序继续办理，请大家放心。",
        "zh-Hant": "今天下午四點起系統升級，註冊登記業務請盡量在四點前取號；"
        "已取的號碼全部有效，升級後按原來的順序繼續辦理，請大家放心。",
        "en": "From 4 p.m. our systems are upgraded. Please take numbers for registration before that; "
        "all numbers stay valid and keep their places afterwards.",
    },
)


def snapshot(
    *,
    calls: int,
    awaited: int = 2,
    first: int = 1,
    nth: int = 1,
    prefix: str = "",
    window: int = 3,
    age_s: int = 4,
    every_s: int = 12,
    absent: int = 0,
    notices: tuple[Notice, ...] = (),
) -> Snapshot:
    """`calls` numbers were called `every_s` apart, the last `age_s` ago; `awaited` are not there yet."""
    called = [
        _call(index, first=first, nth=nth if index == calls - 1 else 1, prefix=prefix, window=window)
        for index in range(calls)
    ]
    called = [
        replace(call, called_at_ms=NOW_MS - (age_s + every_s * (calls - 1 - index)) * SECOND_MS)
        for index, call in enumerate(called)
    ]
    return Snapshot(
        cursor=1,
        protocol=1,
        hall=hall_view(window=window),
        windows=tuple(window_view(call, is_awaited=call in called[calls - awaited :]) for call in called),
        calls=tuple(reversed(called)),
        board=BoardView(
            notices=notices,
            absent=tuple(
                AbsentNumber(
                    number=f"{prefix}{12 - index:03d}",
                    ticket_class=CLASSES[index % 3],
                    window=1 + index,
                    missed_at_ms=NOW_MS - index * 60_000,
                )
                for index in range(absent)
            ),
        ),
    )


def hall_view(*, window: int = 3) -> HallView:
    return HallView(
        names=NAMES,
        day="2026-11-23",
        categories=tuple(
            Category(code=code, names={"zh-CN": name, "en": second}, classes=CLASSES)
            for code, name, second, _ in CATEGORIES
        ),
        windows=tuple(sorted({*range(1, 13), window})),
        units=tuple(
            UnitWaiting(
                category=code,
                ticket_class=ticket_class,
                waiting=waiting[ticket_class][0],
                windows_open=waiting[ticket_class][1],
            )
            for code, _, _, waiting in CATEGORIES
            for ticket_class in CLASSES
        ),
        sessions=SESSIONS,
        places=PLACES,
    )


def _call(index: int, *, first: int, nth: int, prefix: str, window: int) -> CallView:
    return CallView(
        call_id=index + 1,
        ticket_id=index + 1,
        number=f"{prefix}{15 + index:03d}",
        ticket_class=CLASSES[(index + first) % len(CLASSES)],
        window=window if index % 2 == 0 else index + 4,
        nth=nth,
        called_at_ms=NOW_MS,
        language="zh-CN",
    )


def window_view(call: CallView, *, is_awaited: bool) -> WindowView:
    state = TicketState.CALLED if is_awaited else TicketState.SERVING
    return WindowView(
        window=call.window,
        state=WindowState(state),
        clerk=None,
        clerk_display_name=None,
        ticket=WindowTicket(
            ticket_id=call.ticket_id,
            number=call.number,
            ticket_class=call.ticket_class,
            category="registration",
            state=state,
            calls=call.nth,
            issued_at_ms=NOW_MS,
            called_at_ms=call.called_at_ms,
            started_at_ms=None,
            holder=None,
        ),
        rating=None,
        waiting=0,
        calls_before_no_show=3,
        units=(UnitName(category="registration", ticket_class=TicketClass.ACCEPT),),
    )
