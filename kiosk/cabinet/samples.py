"""Every page of a cabinet with invented cases, for the gallery and for tests."""

from dataclasses import replace
from typing import Any

from msgspec.structs import replace as altered

from kiosk.cabinet.flow.requests import Ask
from kiosk.cabinet.flow.state import Cabinet, Link, Means, Outcome, Page, Paper, Task, Trouble, Visit
from queue_core.wire.cases import Case, CasePlace
from queue_core.wire.lockers import AskCollection, Collectable, Grant, StaffGrant, Unlocking
from queue_core.wire.views import CabinetView, Category, DoorView, HallView, PickupPoint
from queue_core.wire.words import (
    CaseState,
    DoorCondition,
    DoorSize,
    DoorTrouble,
    DoorUse,
    Finding,
    PickupWay,
    PlaceKind,
    Role,
    TicketClass,
    UnlockingPurpose,
    UnlockingState,
)

MINUTE_MS = 60_000
NOW_MS = 1_795_320_000_000  # 2026-11-22 12:00 in Shanghai
CATEGORIES = (
    ("registration", "注册登记", "註冊登記", "Registration"),
    ("construction", "建设工程", "建設工程", "Construction"),
    ("urban", "城市管理和综合行政执法", "城市管理和綜合行政執法", "Urban management and law enforcement"),
)
HALL = HallView(
    names={
        "zh-CN": "示范政务服务中心",
        "zh-Hant": "示範政務服務中心",
        "en": "Demonstration Government Service Centre",
    },
    day="2026-11-22",
    categories=tuple(
        Category(
            code=code,
            names={"zh-CN": hans, "zh-Hant": hant, "en": english},
            classes=(TicketClass.PICKUP,),
        )
        for code, hans, hant, english in CATEGORIES
    ),
    windows=(),
    units=(),
    pickup_points=(
        PickupPoint(code="L1", names={"zh-CN": "1 号取件柜", "zh-Hant": "1 號取件櫃", "en": "Cabinet 1"}),
        PickupPoint(code="L2", names={"zh-CN": "2 号取件柜", "zh-Hant": "2 號取件櫃", "en": "Cabinet 2"}),
    ),
)
SIZES = (
    [DoorSize.SMALL] * 8
    + [DoorSize.MEDIUM] * 5
    + [DoorSize.SMALL] * 4
    + [DoorSize.LARGE] * 2
    + [DoorSize.MEDIUM] * 5
)
USES = {1: DoorUse.HOLDS, 2: DoorUse.HOLDS, 5: DoorUse.UNSURE, 12: DoorUse.HOLDS, 7: DoorUse.OUT}
COLUMNS = (
    (1, 2, 3, 4, 5, 6, 7, 8),
    (9, 10, 11, 12, 13),
    ("screen", 14, 15, 16, 17),
    (18, 19),
    (20, 21, 22, 23, 24),
)
VIEW = CabinetView(
    cabinet="L1",
    names={"zh-CN": "1 号取件柜", "zh-Hant": "1 號取件櫃", "en": "Cabinet 1"},
    place="1a",
    doors=tuple(
        DoorView(
            number=number,
            size=size,
            board=1,
            channel=number,
            condition=DoorCondition.CLOSED,
            use=USES.get(number, DoorUse.FREE),
            trouble=DoorTrouble.FORCED if number == 7 else None,  # noqa: PLR2004 a door of the sample
            is_overdue=number == 2,  # noqa: PLR2004 likewise
        )
        for number, size in enumerate(SIZES, 1)
    ),
)
CLOSED = dict.fromkeys(range(1, 25), DoorCondition.CLOSED)
ALL = Means(has_reader=True, has_scanner=True, has_staff_reader=True, has_speaker=True)
READY = Cabinet(link=Link.UP, is_told=True, hall=HALL, view=VIEW, doors=CLOSED, means=ALL)
PRINTING = replace(READY, means=replace(ALL, printer_trouble=""))
OUT_OF_PAPER = replace(READY, means=replace(ALL, printer_trouble="paper-out"))


def case(number: int, category: str, place: CasePlace | None = None) -> Case:
    return Case(
        code=f"20261122-{number:04}",
        category=category,
        matter=None,
        state=CaseState.READY,
        accepted_at_ms=NOW_MS,
        ready_at_ms=NOW_MS,
        way=PickupWay.LOCKER,
        place=place,
    )


def behind(door: int) -> CasePlace:
    return CasePlace(kind=PlaceKind.DOOR, cabinet="L1", door=door)


FIRST = Collectable(case=case(71, "registration", behind(12)), door=12)
SECOND = Collectable(case=case(88, "urban", behind(3)), door=3)
UNSURE = Collectable(case=case(52, "construction", behind(5)), door=5, is_unsure=True, unlocking_id=4)
ON_SHELF = Collectable(
    case=case(90, "construction", CasePlace(kind=PlaceKind.SHELF, label="B-07")), door=None
)
IN_ANOTHER = Collectable(
    case=case(93, "urban", CasePlace(kind=PlaceKind.DOOR, cabinet="L2", door=7)), door=None
)
AT_PARTNER = Collectable(
    case=case(91, "urban", CasePlace(kind=PlaceKind.PARTNER, label="蜜蜂箱", reference="MF20261122")),
    door=None,
)
POSTED = Collectable(
    case=case(92, "registration", CasePlace(kind=PlaceKind.POSTED, label="EMS", reference="EA123456789CN")),
    door=None,
)


def grant(*cases: Collectable) -> Grant:
    return Grant(grant="invented", until_ms=NOW_MS + 2 * MINUTE_MS, cases=cases)


ONE, SEVERAL = grant(FIRST), grant(FIRST, SECOND, ON_SHELF)
COURIER = StaffGrant(grant="invented", until_ms=NOW_MS, clerk="3001", display_name="李华", role=Role.CLERK)
SUPERVISOR = altered(COURIER, display_name="周敏", role=Role.SUPERVISOR)


def unlocking(purpose: UnlockingPurpose, door: int = 12, unlocking_id: int = 7) -> Unlocking:
    return Unlocking(
        unlocking_id=unlocking_id,
        cabinet="L1",
        door=door,
        purpose=purpose,
        state=UnlockingState.OPEN,
        asked_at_ms=NOW_MS,
        opened_at_ms=NOW_MS,
    )


COLLECTION = unlocking(UnlockingPurpose.COLLECTION)
DEPOSIT = unlocking(UnlockingPurpose.DEPOSIT)
REMOVAL = unlocking(UnlockingPurpose.REMOVAL)
INSPECTION = unlocking(UnlockingPurpose.INSPECTION, 5)
FAILED = Ask(ask_id=1, question=AskCollection(grant="invented", case=FIRST.case.code), key="k")


def at(page: Page, **known: Any) -> Cabinet:
    cabinet: Cabinet = known.pop("cabinet", READY)
    return replace(cabinet, visit=Visit(page=page, **known))


def standing_open(page: Page, **known: Any) -> Cabinet:
    door = known["unlocking"].door
    return at(page, cabinet=replace(READY, doors=CLOSED | {door: DoorCondition.OPEN}), **known)


def collected(cabinet: Cabinet, paper: Paper = Paper.NOT_WANTED) -> Cabinet:
    return at(
        Page.DONE,
        cabinet=cabinet,
        outcome=Outcome.TAKEN,
        done=frozenset({FIRST.case.code}),
        paper=paper,
        **COLLECTING,
    )


def trouble(code: str, **known: Any) -> Cabinet:
    return at(Page.TROUBLE, trouble=Trouble(code=code, until_ms=known.pop("until_ms", 0)), **known)


COLLECTING: dict[str, Any] = {"grant": ONE, "case": FIRST.case.code, "unlocking": COLLECTION}
DEPOSITING: dict[str, Any] = {
    "staff": COURIER,
    "task": Task.DEPOSIT,
    "case": FIRST.case.code,
    "unlocking": DEPOSIT,
}
REMOVING: dict[str, Any] = DEPOSITING | {"task": Task.REMOVE, "unlocking": REMOVAL}
INSPECTING: dict[str, Any] = {"staff": SUPERVISOR, "task": Task.INSPECT, "unlocking": INSPECTION}
UNSURE_VIEW = altered(
    VIEW,
    doors=tuple(
        altered(
            one,
            unlocking=altered(
                COLLECTION, door=5, state=UnlockingState.UNSURE, opened_at_ms=NOW_MS - 88 * MINUTE_MS
            ),
        )
        if one.number == UNSURE.door
        else one
        for one in VIEW.doors
    ),
)

STATES: dict[str, Cabinet] = {
    "starting": Cabinet(link=Link.CONNECTING),
    "away": replace(READY, link=Link.DOWN, link_code="hall-unreachable"),
    "away-unknown-device": replace(READY, link=Link.DOWN, link_code="unauthenticated"),
    "no-board": replace(READY, doors=dict.fromkeys(CLOSED, DoorCondition.UNKNOWN)),
    "home": READY,
    "home-hosted": replace(READY, is_hosted=True),
    "away-hosted": replace(READY, is_hosted=True, link=Link.DOWN, link_code="hall-unreachable"),
    "home-card-lies": replace(READY, left_cards=frozenset({0})),
    "home-hosted-card-lies": replace(READY, is_hosted=True, left_cards=frozenset({0})),
    "home-code-only": replace(READY, means=Means()),
    "home-door-open": replace(READY, doors=CLOSED | {5: DoorCondition.OPEN, 12: DoorCondition.OPEN}),
    "code": at(Page.CODE),
    "code-typed": at(Page.CODE, typed="123456789"),
    "code-short": at(Page.CODE, typed="123456", hint="code-short"),
    "code-mistyped": at(Page.CODE, typed="123456789", hint="pickup-code-mistyped"),
    "code-needs-card": at(Page.CODE, cabinet=replace(READY, view=altered(VIEW, needs_card=True))),
    "card": at(Page.CARD),
    "card-second": at(Page.CARD, first="123456789", hint="card-needed-too"),
    "card-lies": at(Page.CARD, cabinet=replace(READY, left_cards=frozenset({0}))),
    "card-unread": at(Page.CARD, hint="card-unreadable"),
    "card-no-reader": at(Page.CARD, cabinet=replace(READY, means=replace(ALL, card_works=False))),
    "asking": at(Page.ASKING),
    "asked": replace(at(Page.CODE, typed="1234"), is_asked=True),
    "cases": at(Page.CASES, grant=SEVERAL),
    "cases-after-first": at(
        Page.CASES,
        grant=SEVERAL,
        done=frozenset({FIRST.case.code}),
        unlocking=COLLECTION,
        outcome=Outcome.TAKEN,
    ),
    "cases-after-first-printed": at(
        Page.CASES,
        cabinet=PRINTING,
        grant=SEVERAL,
        done=frozenset({FIRST.case.code}),
        unlocking=COLLECTION,
        outcome=Outcome.TAKEN,
        paper=Paper.OUT,
    ),
    "unsure": at(
        Page.UNSURE, grant=grant(UNSURE), was_unsure=UNSURE, cabinet=replace(READY, view=UNSURE_VIEW)
    ),
    "opening": at(Page.OPENING, **COLLECTING),
    "open": standing_open(Page.OPEN, **COLLECTING),
    "open-reminded": standing_open(Page.OPEN, reminders=1, **COLLECTING),
    "open-reminded-louder": standing_open(Page.OPEN, reminders=2, **COLLECTING),
    "open-nothing-inside": standing_open(Page.OPEN, said=Finding.MISSING.value, **COLLECTING),
    "open-not-taking": standing_open(Page.OPEN, said=Finding.INSIDE.value, **COLLECTING),
    "open-deposit": standing_open(Page.OPEN, **DEPOSITING),
    "open-deposit-other-full": standing_open(Page.OPEN, to_close=9, **DEPOSITING),
    "open-deposit-not": standing_open(Page.OPEN, said=Finding.EMPTY.value, **DEPOSITING),
    "open-removal": standing_open(Page.OPEN, **REMOVING),
    "open-inspection": standing_open(Page.OPEN, **INSPECTING),
    "open-inspection-said": standing_open(Page.OPEN, said=Finding.EMPTY.value, **INSPECTING),
    "stuck": at(Page.STUCK, **COLLECTING),
    "done": collected(READY),
    "done-printer": collected(PRINTING),
    "done-paper-out": collected(OUT_OF_PAPER),
    "done-printing": collected(PRINTING, Paper.UNDER_WAY),
    "done-printed": collected(PRINTING, Paper.OUT),
    "done-maybe-printed": collected(PRINTING, Paper.UNSURE),
    "done-not-printed": collected(OUT_OF_PAPER, Paper.NONE_CAME),
    "done-left": at(Page.DONE, outcome=Outcome.LEFT, done=frozenset({FIRST.case.code}), **COLLECTING),
    "done-missing": at(Page.DONE, outcome=Outcome.MISSING, done=frozenset({FIRST.case.code}), **COLLECTING),
    "done-missing-others": at(
        Page.DONE,
        outcome=Outcome.MISSING,
        done=frozenset({FIRST.case.code}),
        **COLLECTING | {"grant": SEVERAL},
    ),
    "done-said-taken": at(
        Page.DONE, outcome=Outcome.SAID_TAKEN, done=frozenset({FIRST.case.code}), **COLLECTING
    ),
    "done-deposited": at(Page.DONE, outcome=Outcome.DEPOSITED, **DEPOSITING),
    "done-not-deposited": at(Page.DONE, outcome=Outcome.NOT_DEPOSITED, **DEPOSITING),
    "done-removed": at(Page.DONE, outcome=Outcome.REMOVED, **REMOVING),
    "done-inspected": at(Page.DONE, outcome=Outcome.EMPTY, **INSPECTING),
    "done-not-said": at(Page.DONE, outcome=Outcome.UNKNOWN, **INSPECTING),
    "trouble-refused": trouble("proof-refused"),
    "trouble-locked": trouble("proofs-locked", until_ms=NOW_MS + 272_000),
    "trouble-nothing": trouble("nothing-to-collect"),
    "trouble-elsewhere": trouble("waits-elsewhere", grant=grant(ON_SHELF, AT_PARTNER, POSTED)),
    "trouble-in-another": trouble("waits-elsewhere", grant=grant(IN_ANOTHER)),
    "trouble-elsewhere-many": trouble(
        "waits-elsewhere", grant=grant(ON_SHELF, AT_PARTNER, IN_ANOTHER, POSTED, IN_ANOTHER)
    ),
    "trouble-receipt": trouble("no-pickup-code"),
    "trouble-away": trouble("hall-unreachable", failed=FAILED, **COLLECTING),
    "trouble-stuck": trouble("door-stuck", **COLLECTING),
    "trouble-stuck-others": trouble(
        "door-stuck", done=frozenset({FIRST.case.code}), **COLLECTING | {"grant": SEVERAL}
    ),
    "trouble-stuck-deposit": trouble("door-stuck", **DEPOSITING),
    "trouble-stuck-removal": trouble("door-stuck", **REMOVING),
    "trouble-unseen-deposit": trouble("door-unseen", **DEPOSITING),
    "trouble-locked-unknown-clock": trouble("proofs-locked", until_ms=NOW_MS + 86_400_000),
    "trouble-board-away": trouble("board-away", **COLLECTING),
    "trouble-not-noted": trouble("not-noted", **COLLECTING),
    "trouble-unseen": trouble("door-unseen", **COLLECTING),
    "trouble-in-door": trouble("case-in-door", **DEPOSITING),
    "trouble-full": trouble("no-free-door", **DEPOSITING),
    "trouble-unknown": trouble("something-new", **COLLECTING),
    "staff-login": at(Page.STAFF_LOGIN),
    "staff-login-card-lies": at(Page.STAFF_LOGIN, cabinet=replace(READY, has_left_staff_card=True)),
    "staff-login-refused": at(
        Page.STAFF_LOGIN, hint="wrong-password", trouble=Trouble(code="wrong-password")
    ),
    "tasks": at(Page.TASKS, staff=COURIER),
    "tasks-supervisor": at(Page.TASKS, staff=SUPERVISOR),
    "case-code": at(Page.CASE_CODE, staff=COURIER, task=Task.DEPOSIT, typed="20261122-0071"),
    "case-code-remove": at(Page.CASE_CODE, staff=COURIER, task=Task.REMOVE),
    "size": at(Page.SIZE, staff=COURIER, task=Task.DEPOSIT, case=FIRST.case.code),
    "overdue": at(Page.OVERDUE, staff=COURIER, task=Task.REMOVE),
    "doors": at(Page.DOORS, staff=SUPERVISOR, task=Task.INSPECT),
}
