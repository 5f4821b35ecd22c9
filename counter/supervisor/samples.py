"""Invented halls for pictures and tests: 12, 40 or 120 windows, on good days and on bad ones."""

from dataclasses import replace

from msgspec.structs import replace as altered

from counter.supervisor.flow.state import Duty, Link, Notice, Panel, Step, Watched
from queue_core.wire.devices import DeviceHealth, FrontEndHealth
from queue_core.wire.figures import (
    AppointmentFigures,
    DayFigures,
    Quarter,
    Spread,
    Totals,
)
from queue_core.wire.messages import Place, Session
from queue_core.wire.ratings import (
    Flag,
    FlagRule,
    FollowUp,
    FollowUpAct,
    FollowUpStage,
    FollowUpStep,
    Rates,
    RatingsToday,
    WindowRates,
)
from queue_core.wire.supervision import Alarm, AlarmKind, QueueNow, Supervision, WaitingNumber
from queue_core.wire.views import (
    BoardView,
    Category,
    HallView,
    Rated,
    RatingLabel,
    UnitName,
    UnitWaiting,
    WindowTicket,
    WindowView,
    WordedReason,
)
from queue_core.wire.views import Notice as HangingNotice
from queue_core.wire.words import (
    RatingChannel,
    Role,
    TicketClass,
    TicketState,
    WindowKind,
    WindowState,
)

MINUTE_MS = 60_000
MIDNIGHT_MS = 1_767_196_800_000  # 2026-01-01 in Shanghai
NOW_MS = MIDNIGHT_MS + (10 * 60 + 40) * MINUTE_MS
CLASSES = (TicketClass.ACCEPT, TicketClass.CONSULT, TicketClass.PICKUP)
CATEGORIES = {
    "registration": ("注册登记", "Registration"),
    "business": ("经营管理", "Business management"),
    "construction": ("建设工程", "Construction"),
    "trade": ("通关贸易", "Customs and trade"),
}
CLERKS = ("林晓岚", "何志明", "陈美玲", "苏文博", "马丽娜", "欧阳静怡", "高远", "罗海燕")
ZONES = ("A", "B", "C", "D", "E", "F")
SESSION = Session(token="invented", clerk="9001", display_name="郑值班", window=None, role=Role.SUPERVISOR)  # noqa: S106 opens nothing


def hall(windows: int, waiting: int = 0) -> HallView:
    units = all_units()
    return HallView(
        names={"zh-CN": "示范政务服务中心", "en": "Demonstration Government Service Centre"},
        day="2026-01-01",
        categories=tuple(
            Category(code=code, names={"zh-CN": zh, "en": en}, classes=CLASSES)
            for code, (zh, en) in CATEGORIES.items()
        ),
        windows=tuple(range(1, windows + 1)),
        units=tuple(
            UnitWaiting(
                category=unit.category,
                ticket_class=unit.ticket_class,
                waiting=waiting // len(units) + (at < waiting % len(units)),
                windows_open=3,
            )
            for at, unit in enumerate(units)
        ),
        places=places(windows),
        rating=Rated(
            labels=(
                RatingLabel(code="slow", names={"zh-CN": "等得太久", "en": "Waited too long"}, levels=(1, 2)),
            )
        ),
        pause_reasons=(
            WordedReason(code="meal", names={"zh-CN": "用餐", "en": "Meal"}),
            WordedReason(code="meeting", names={"zh-CN": "开会", "en": "Meeting"}),
            WordedReason(code="papers", names={"zh-CN": "整理材料", "en": "Paperwork"}),
            WordedReason(code="device", names={"zh-CN": "设备故障", "en": "Device fault"}),
        ),
    )


def all_units() -> tuple[UnitName, ...]:
    return tuple(UnitName(category=code, ticket_class=each) for code in CATEGORIES for each in CLASSES)


def places(windows: int) -> tuple[Place, ...]:
    zones = 2 if windows <= 12 else 3 if windows <= 40 else 6  # noqa: PLR2004 halls of three sizes
    each = windows // zones
    return tuple(
        Place(
            code=f"zone-{zone.lower()}",
            names={"zh-CN": f"{zone} 区", "en": f"Zone {zone}"},
            building={},
            floor=str(1 + at // 3),
            walking_min=1 + at,
            windows=tuple(range(1 + at * each, windows + 1 if at == zones - 1 else 1 + (at + 1) * each)),
        )
        for at, zone in enumerate(ZONES[:zones])
    )


def free(window: int, waiting: int = 0) -> WindowView:
    return WindowView(
        window=window,
        state=WindowState.FREE,
        clerk=f"10{window:02}",
        clerk_display_name=CLERKS[window % len(CLERKS)],
        ticket=None,
        rating=None,
        waiting=waiting,
        calls_before_no_show=3,
        units=all_units()[3 * (window % 4) : 3 * (window % 4) + 3],
        first_since_ms=NOW_MS - 12 * MINUTE_MS if waiting else None,
    )


def closed(window: int) -> WindowView:
    return altered(free(window), state=WindowState.CLOSED, clerk=None, clerk_display_name=None)


def paused(window: int, *, until_min: int | None = None, reason: str = "meal") -> WindowView:
    until_ms = None if until_min is None else NOW_MS + until_min * MINUTE_MS
    return altered(free(window, 8), state=WindowState.PAUSED, pause=reason, pause_until_ms=until_ms)


def serving(window: int, minutes: int, *, is_called: bool = False) -> WindowView:
    unit = all_units()[3 * (window % 4)]
    ticket = WindowTicket(
        ticket_id=window,
        number=f"{(window * 37) % 900 + 1:03}",
        ticket_class=unit.ticket_class,
        category=unit.category,
        state=TicketState.CALLED if is_called else TicketState.SERVING,
        calls=1,
        issued_at_ms=NOW_MS - (minutes + 9) * MINUTE_MS,
        called_at_ms=NOW_MS - minutes * MINUTE_MS,
        started_at_ms=None if is_called else NOW_MS - minutes * MINUTE_MS,
        holder=None,
    )
    state = WindowState.CALLED if is_called else WindowState.SERVING
    return altered(free(window, 8), state=state, ticket=ticket)


def windows(count: int) -> tuple[Watched, ...]:
    """An ordinary mid-morning: most serve, some are closed, one sits idle."""
    views = [ordinary(window) for window in range(1, count + 1)]
    views[4] = altered(free(5, 11), clerk_display_name="马丽娜")
    views[-1] = altered(closed(count), kind=WindowKind.TERMINAL)
    return tuple(Watched(view=view) for view in views)


def ordinary(window: int) -> WindowView:
    match window % 9:
        case 0:
            return closed(window)
        case 3:
            return serving(window, 0, is_called=True)
        case 7:
            return paused(window, until_min=20)
        case 8:
            return free(window)
        case _:
            return serving(window, 2 + (window * 7) % 23)


def queues(waits_min: tuple[int | None, ...], *, open_each: int = 3) -> tuple[QueueNow, ...]:
    """One for each unit; `waits_min` is how long the first waits, None for nobody."""
    return tuple(
        QueueNow(
            category=unit.category,
            ticket_class=unit.ticket_class,
            waiting=0 if wait is None else 3 + (at * 5) % 11,
            windows_open=0 if wait is not None and wait >= 60 else open_each,  # noqa: PLR2004 an hour
            first_since_ms=None if wait is None else NOW_MS - wait * MINUTE_MS,
            estimate=None,
            target_min=(20, 10, 5)[at % 3],
        )
        for at, (unit, wait) in enumerate(zip(all_units(), waits_min, strict=True))
    )


ORDINARY_WAITS = (12, 4, None, 17, 6, 2, 8, None, None, 14, 3, None)
OVERLOAD_WAITS = (48, 22, 9, 37, 12, 4, 63, 18, 6, 29, 8, 7)


def alarm(rung: AlarmKind, subject: str, since_min: int, **figures: float | str) -> Alarm:
    return Alarm(kind=rung, subject=subject, since_ms=NOW_MS - since_min * MINUTE_MS, figures=dict(figures))


IDLE = alarm(AlarmKind.WINDOW_IDLE, "window:5", 6, minutes=6)
MANY = (
    IDLE,
    alarm(AlarmKind.WAIT_OVER_TARGET, "unit:registration/accept", 28, minutes=48, target=20),
    alarm(AlarmKind.WAIT_OVER_TARGET, "unit:business/accept", 17, minutes=37, target=20),
    alarm(AlarmKind.NO_WINDOW, "unit:construction/accept", 12, waiting=11, minutes=63),
    alarm(AlarmKind.LONG_PAUSE, "window:7", 9, minutes=39),
    alarm(AlarmKind.DEVICE, "device:kiosk-2/printer", 4, kind="ticket_printer"),
    alarm(AlarmKind.PAPER_LOW, "device:kiosk-1/printer", 41, kind="ticket_printer"),
    alarm(AlarmKind.FRONT_END_SILENT, "front-end:wall-3", 2),
    alarm(AlarmKind.OVERLOAD, "hall", 33),
    alarm(AlarmKind.FOLLOW_UP_OVERDUE, "follow-up:7", 100, number="088", window=3),
    alarm(AlarmKind.RATING_FLAGGED, "rating:2:1002:at-once", 15, count=9),
)


def day(*, peak: int = 30, quarters: int = 9) -> DayFigures:
    flow = tuple(quarter(at, peak, quarters) for at in range(quarters))
    taken, called = sum(q.taken for q in flow), sum(q.called for q in flow)
    return DayFigures(
        day="2026-01-01",
        midnight_ms=MIDNIGHT_MS,
        as_of_ms=NOW_MS,
        events=4 * taken,
        is_closed=False,
        totals=totals(taken, called, flow[-1].waiting if flow else 0),
        appointments=AppointmentFigures(checked_in=31, missed=2, cancelled=1, judged=28, on_time=26)
        if taken
        else AppointmentFigures(checked_in=0, missed=0, cancelled=0, judged=0, on_time=0),
        flow=flow,
    )


def quarter(at: int, peak: int, quarters: int) -> Quarter:
    taken = int(peak * (0.3 + 0.7 * (1 - abs(2 * at / quarters - 1))))
    called = int(0.85 * taken)
    return Quarter(
        from_ms=MIDNIGHT_MS + (8 * 60 + 30 + 15 * at) * MINUTE_MS,
        taken=taken,
        called=called,
        finished=called,
        waiting=int(0.6 * peak * (at + 1) / quarters),
        wait=spread(called),
    )


def spread(count: int) -> Spread:
    if not count:
        return Spread(count=0)
    return Spread(count=count, mean_s=640, p50_s=560, p95_s=1320, longest_s=1700)


def totals(taken: int, called: int, waiting: int) -> Totals:
    return Totals(
        taken=taken,
        visitors=taken,
        withdrawn=0,
        called=called,
        finished=int(0.9 * called),
        immediate=int(0.75 * called),
        cancelled=3 if taken else 0,
        lost=2 if taken else 0,
        left_uncalled=0,
        left_unfinished=0,
        not_arrived=0,
        waiting=waiting,
        first_since_ms=None,
        calls=called,
        recalls=11 if taken else 0,
        hand_backs=1 if taken else 0,
        overrides=1 if taken else 0,
        no_shows=7 if taken else 0,
        absent_numbers=6 if taken else 0,
        returns=4 if taken else 0,
        holds=2 if taken else 0,
        sent_back=0,
        deferrals=1 if taken else 0,
        conversions=5 if taken else 0,
        sittings=called,
        first_wait=spread(called),
        wait=spread(called),
        service=spread(called),
    )


DEVICES = (
    FrontEndHealth(
        front_end="kiosk-1",
        role=Role.KIOSK,
        heard_ms=NOW_MS,
        is_overdue=False,
        devices=(
            DeviceHealth(name="card", kind="card_reader", address="pcsc:0", state="online", since_ms=0),
            DeviceHealth(
                name="printer",
                kind="ticket_printer",
                address="tcp:1",
                state="online",
                parts={"paper": "low"},
                since_ms=0,
            ),
        ),
    ),
    FrontEndHealth(
        front_end="kiosk-2",
        role=Role.KIOSK,
        heard_ms=NOW_MS,
        is_overdue=False,
        devices=(
            DeviceHealth(
                name="printer",
                kind="ticket_printer",
                address="tcp:2",
                state="user_error",
                parts={"paper": "out"},
                trouble="paper-out",
                since_ms=0,
            ),
            DeviceHealth(name="scanner", kind="scanner", address="tty:3", state="online", since_ms=0),
        ),
    ),
    FrontEndHealth(
        front_end="L1",
        role=Role.CABINET,
        heard_ms=NOW_MS,
        is_overdue=False,
        devices=(
            DeviceHealth(
                name="locker",
                kind="locker",
                address="tty:4",
                state="offline",
                trouble="link-lost",
                since_ms=0,
            ),
        ),
    ),
    FrontEndHealth(
        front_end="wall-3", role=Role.WALL, heard_ms=NOW_MS - 2 * MINUTE_MS, is_overdue=True, devices=()
    ),
)

RATINGS = RatingsToday(
    day="2026-01-01",
    as_of_ms=NOW_MS,
    hall=Rates(invited=164, rated=92, skipped=21, levels=(1, 1, 3, 12, 75)),
    windows=(
        WindowRates(
            window=1,
            rates=Rates(invited=23, rated=18, levels=(0, 0, 1, 4, 13)),
            at_window=(0, 0, 0, 2, 9),
            elsewhere=(0, 0, 1, 2, 4),
        ),
        WindowRates(
            window=2,
            rates=Rates(invited=31, rated=31, levels=(0, 0, 0, 0, 31)),
            at_window=(0, 0, 0, 0, 31),
            flags=2,
        ),
        WindowRates(
            window=3,
            rates=Rates(invited=22, rated=9, levels=(1, 1, 1, 2, 4)),
            at_window=(0, 0, 1, 2, 3),
            elsewhere=(1, 1, 0, 0, 1),
        ),
        WindowRates(
            window=4, rates=Rates(invited=4, rated=1, levels=(0, 0, 0, 0, 1)), at_window=(0, 0, 0, 0, 1)
        ),
    ),
    flags=(
        Flag(
            rule=FlagRule.AT_ONCE,
            window=2,
            clerk="1002",
            ticket_ids=(11, 12, 13, 14, 15, 16),
            at_ms=tuple(NOW_MS - m * MINUTE_MS for m in (50, 44, 37, 31, 22, 9)),
        ),
        Flag(rule=FlagRule.PAD_ONLY, window=2, clerk="1002", ticket_ids=(), at_ms=()),
    ),
    follow_ups_open=2,
    follow_ups_overdue=1,
)


def follow_up(number: int, stage: FollowUpStage, *, is_overdue: bool = False) -> FollowUp:
    return FollowUp(
        follow_up_id=number,
        ticket_id=number,
        number=f"{81 + number:03}",
        visited_on="2025-12-24",
        window=3,
        clerk="1003",
        clerk_display_name="苏文博",
        category="registration",
        ticket_class=TicketClass.ACCEPT,
        matter=None,
        level=1 + number % 2,
        labels=("slow",),
        channel=RatingChannel.PHONE,
        opened_at_ms=NOW_MS - 3 * 24 * 60 * MINUTE_MS,
        due_on="2025-12-31" if is_overdue else "2026-01-08",
        is_overdue=is_overdue,
        stage=stage,
        is_redone=False,
        result=None,
        steps=(
            FollowUpStep(
                act=FollowUpAct.CONTACT,
                at_ms=NOW_MS - 26 * 60 * MINUTE_MS,
                supervisor="9001",
                note="办事人说等了很久，轮到时被告知缺一份材料。",
            ),
            FollowUpStep(act=FollowUpAct.VERIFY, at_ms=NOW_MS - 60 * MINUTE_MS, supervisor="9001"),
        )
        if stage is not FollowUpStage.CONTACT
        else (),
    )


FOLLOW_UPS = (
    follow_up(7, FollowUpStage.RECTIFY, is_overdue=True),
    follow_up(8, FollowUpStage.CONTACT),
    follow_up(9, FollowUpStage.REVIEW),
)
BOARD = BoardView(
    notices=(
        HangingNotice(
            notice_id=3,
            texts={
                "zh-CN": "B 区 2 号取号机检修，请到 1 号取号机取号。",
                "en": "Kiosk 2 is out of order; use kiosk 1.",
            },
            until_ms=NOW_MS + 25 * MINUTE_MS,
        ),
        HangingNotice(notice_id=4, texts={"zh-CN": "身份证补办当天可取。"}, until_ms=None),
    )
)
WAITING = tuple(
    WaitingNumber(
        ticket_id=100 + at,
        number=f"{140 + at}",
        category="registration",
        ticket_class=CLASSES[at % 3],
        since_ms=NOW_MS - (14 - at) * MINUTE_MS,
    )
    for at in range(9)
)


def duty(count: int, **changes: object) -> Duty:
    """On duty in a hall of `count` windows on an ordinary day."""
    ordinary_day = Duty(
        step=Step.ON_DUTY,
        link=Link.UP,
        session=SESSION,
        hall=hall(count, waiting=86),
        watched=windows(count),
        supervision=Supervision(now_ms=NOW_MS, queues=queues(ORDINARY_WAITS), alarms=(IDLE,)),
        devices=DEVICES,
        figures=day(),
        ratings=RATINGS,
        follow_ups=FOLLOW_UPS,
        heard_ms=NOW_MS,
    )
    return replace(ordinary_day, **changes)  # type: ignore[arg-type]  # the caller names fields of Duty


def morning(count: int) -> Duty:
    """Before anybody has come: all windows closed, nothing waits."""
    return duty(
        count,
        hall=hall(count),
        watched=tuple(Watched(view=closed(window)) for window in range(1, count + 1)),
        supervision=Supervision(now_ms=NOW_MS, queues=queues((None,) * 12, open_each=0), alarms=()),
        figures=day(peak=0, quarters=0),
        ratings=RatingsToday(day="2026-01-01", as_of_ms=NOW_MS, hall=Rates()),
        follow_ups=(),
        devices=(),
    )


def overload(count: int) -> Duty:
    return duty(
        count,
        hall=hall(count, waiting=341),
        supervision=Supervision(now_ms=NOW_MS, queues=queues(OVERLOAD_WAITS), alarms=MANY),
        figures=day(peak=140, quarters=30),
        board=BOARD,
    )


def calm(count: int) -> Duty:
    """Nothing is wrong."""
    views = [free(5), *(ordinary(window) for window in range(1, count + 1) if window != 5)]  # noqa: PLR2004 the one that sits idle on other days
    by_number = sorted(views, key=lambda view: view.window)
    return duty(
        count,
        watched=tuple(Watched(view=view) for view in by_number),
        supervision=Supervision(now_ms=NOW_MS, queues=queues((5, 3, None, 9, 2, 1) + (None,) * 6), alarms=()),
    )


def looking_at(state: Duty, panel: Panel, window: int | None = None) -> Duty:
    return replace(state, panel=panel, window=window)


def told(state: Duty, code: str, **more: object) -> Duty:
    return replace(state, notice=Notice(code=code, **more))  # type: ignore[arg-type]  # fields of Notice
