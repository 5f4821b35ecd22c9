"""A made-up hall, its matters, and a number in every state it can be in, as the hall would tell them."""

from typing import Any

from queue_core.wire import choices
from queue_core.wire.matters import Material, Matter, SelfServiceTerminal
from queue_core.wire.messages import Errand, Estimate, Place, PublicTicket, Slot
from queue_core.wire.public import PublicHall, QuietHour
from queue_core.wire.texts import rule, why
from queue_core.wire.views import Category, Opening, Rated, RatingLabel, UnitWaiting
from queue_core.wire.words import DeliveryState, Reason, TicketClass, TicketState

MINUTE_MS = 60_000
MORNING_MS = 1_792_024_200_000
"""A Thursday at 8:30 in the hall's time zone."""
ZONE = "Asia/Shanghai"
HALL_NAMES = {
    "zh-CN": "示范政务服务中心",
    "zh-Hant": "示範政務服務中心",
    "en": "Demonstration Government Service Centre",
}
REGISTRATION = {"zh-CN": "注册登记", "zh-Hant": "註冊登記", "en": "Registration"}
BUSINESS = {"zh-CN": "经营管理", "zh-Hant": "經營管理", "en": "Business management"}
CONSTRUCTION = {"zh-CN": "工程建设", "zh-Hant": "工程建設", "en": "Construction"}
BUILDING = {"zh-CN": "主楼", "zh-Hant": "主樓", "en": "Main building"}
FRONT = Place(
    code="a",
    names={"zh-CN": "A 区", "zh-Hant": "A 區", "en": "Zone A"},
    building=BUILDING,
    floor="1",
    walking_min=1,
    windows=(1, 2, 3, 4),
)
BACK = Place(
    code="b",
    names={"zh-CN": "B 区", "zh-Hant": "B 區", "en": "Zone B"},
    building=BUILDING,
    floor="2",
    walking_min=3,
    windows=(5, 6, 7, 8, 12),
)

MATTERS = {
    each.code: each
    for each in (
        Matter(
            code="sole-trader-setup",
            names={
                "zh-CN": "个体工商户设立登记",
                "zh-Hant": "個體工商戶設立登記",
                "en": "Registration of a sole trader",
            },
            category="registration",
            department={
                "zh-CN": "示范区市场监督管理局",
                "zh-Hant": "示範區市場監督管理局",
                "en": "Market Regulation Bureau",
            },
            classes=(TicketClass.ACCEPT, TicketClass.CONSULT, TicketClass.PICKUP),
            usual_minutes=15,
            materials=(
                Material(
                    names={
                        "zh-CN": "申请书（原件签字盖章）",
                        "zh-Hant": "申請書（原件簽字蓋章）",
                        "en": "Application form, signed and stamped",
                    },
                    originals=1,
                    copies=0,
                ),
                Material(
                    names={
                        "zh-CN": "经营者身份证",
                        "zh-Hant": "經營者身份證",
                        "en": "Identity card of the operator",
                    },
                    originals=1,
                    copies=1,
                ),
                Material(
                    names={
                        "zh-CN": "经营场所使用证明（产权证或租赁合同）",
                        "zh-Hant": "經營場所使用證明（產權證或租賃合同）",
                        "en": "Proof of the premises: deed or lease",
                    },
                    originals=0,
                    copies=1,
                ),
            ),
            terminals=(
                SelfServiceTerminal(
                    window=13,
                    floor="1",
                    zone={"zh-CN": "自助区", "zh-Hant": "自助區", "en": "Self-service area"},
                    building=BUILDING,
                    walking_minutes=1,
                ),
            ),
            web="https://service.example.org/sole-trader",
        ),
        Matter(
            code="food-licence",
            names={"zh-CN": "食品经营许可", "zh-Hant": "食品經營許可", "en": "Food business licence"},
            category="business",
            department={
                "zh-CN": "示范区市场监督管理局",
                "zh-Hant": "示範區市場監督管理局",
                "en": "Market Regulation Bureau",
            },
            classes=(TicketClass.ACCEPT, TicketClass.CONSULT),
            usual_minutes=20,
            materials=(),
            terminals=(),
            web=None,
        ),
    )
}


def ticket(**changes: Any) -> PublicTicket:
    """A waiting number, with `changes`."""
    usual: dict[str, Any] = {
        "number": "023",
        "ticket_class": TicketClass.ACCEPT,
        "category": "registration",
        "category_names": REGISTRATION,
        "hall_names": HALL_NAMES,
        "state": TicketState.WAITING,
        "delivery": DeliveryState.PRINTED,
        "ahead": 6,
        "window": None,
        "poll_within_s": 1,
        "windows": (1, 2, 3, 4),
        "places": (FRONT,),
        "errands": (errand(),),
    }
    return PublicTicket(**usual | changes)


def errand(**changes: Any) -> Errand:
    usual: dict[str, Any] = {
        "ticket_class": TicketClass.ACCEPT,
        "category": "registration",
        "matter": "sole-trader-setup",
    }
    return Errand(**usual | changes)


def hall(**changes: Any) -> PublicHall:
    """At twenty past nine of an ordinary Thursday, with `changes`."""
    every = (TicketClass.ACCEPT, TicketClass.CONSULT, TicketClass.PICKUP)
    afternoon_ms = MORNING_MS + 300 * MINUTE_MS
    usual: dict[str, Any] = {
        "names": HALL_NAMES,
        "timezone": ZONE,
        "day": "2026-10-15",
        "is_closed": False,
        "sessions": (
            Opening(opens_at_ms=MORNING_MS, closes_at_ms=MORNING_MS + 210 * MINUTE_MS),
            Opening(opens_at_ms=afternoon_ms, closes_at_ms=afternoon_ms + 210 * MINUTE_MS),
        ),
        "categories": (
            Category(code="registration", names=REGISTRATION, classes=every),
            Category(code="business", names=BUSINESS, classes=(TicketClass.ACCEPT, TicketClass.CONSULT)),
            Category(code="construction", names=CONSTRUCTION, classes=(TicketClass.CONSULT,)),
        ),
        "units": (
            waiting("registration", TicketClass.ACCEPT, 12, Estimate(p50_s=700, p90_s=1_075)),
            waiting("registration", TicketClass.CONSULT, 3, Estimate(p50_s=200, p90_s=420)),
            waiting("registration", TicketClass.PICKUP, 0, Estimate(p50_s=30, p90_s=90)),
            waiting("business", TicketClass.ACCEPT, 5, Estimate(p50_s=460, p90_s=800)),
            waiting("business", TicketClass.CONSULT, 0, None),
            waiting("construction", TicketClass.CONSULT, 0, None, windows_open=0),
        ),
        "places": (FRONT, BACK),
        "hours": tuple(
            QuietHour(starts_at_ms=starts_at_ms, usual=usually, today=today)
            for starts_at_ms, usually, today in zip(
                [MORNING_MS + 30 * each * MINUTE_MS for each in (*range(7), *range(10, 17))],
                [40, 62, 70, 64, 48, 30, 14, 30, 45, 52, 44, 33, 20, 9],
                [44, 58, *[None] * 12],
                strict=True,
            )
        ),
        "told_at_ms": MORNING_MS + 50 * MINUTE_MS,
        "poll_within_s": 10,
    }
    return PublicHall(**usual | changes)


def waiting(
    category: str, ticket_class: TicketClass, count: int, estimate: Estimate | None, *, windows_open: int = 4
) -> UnitWaiting:
    return UnitWaiting(
        category=category,
        ticket_class=ticket_class,
        waiting=count,
        windows_open=windows_open,
        estimate=estimate,
    )


RULE = choices.Rule(
    appointment_min=60,
    priority_min=45,
    pickup_min=10,
    texts=rule(appointment_min=60, priority_min=45, pickup_min=10),
)


def explanation() -> choices.Explanation:
    """Three calls, each with another reason."""
    calls = (
        ("031", 2, Reason.APPOINTMENT, why(Reason.APPOINTMENT, slot="09:30")),
        ("018", 4, Reason.PRIORITY, why(Reason.PRIORITY)),
        ("017", 1, Reason.EARLIER, why(Reason.EARLIER)),
    )
    return choices.Explanation(
        number="023",
        windows=(1, 2, 3, 4),
        own=(Reason.STEPPED_BACK,),
        before=tuple(
            choices.CallBefore(
                number=number,
                window=window,
                called_at_ms=MORNING_MS + (48 - 3 * place) * MINUTE_MS,
                reason=reason,
                said=said,
            )
            for place, (number, window, reason, said) in enumerate(calls)
        ),
        elsewhere=4,
    )


def visited(**changes: Any) -> PublicTicket:
    """A visit of a day that is over, with `changes`."""
    usual: dict[str, Any] = {
        "state": TicketState.FINISHED,
        "delivery": DeliveryState.PAPERLESS,
        "ahead": 0,
        "served_at": 7,
        "windows": (),
        "places": (),
        "errands": (),
        "visited_on": "2026-10-14",
        "rate_until_ms": MORNING_MS + (7 * 24 * 60 - 510) * MINUTE_MS,
    }
    return ticket(**usual | changes)


def label(code: str, simplified: str, traditional: str, english: str) -> RatingLabel:
    return RatingLabel(
        code=code, names={"zh-CN": simplified, "zh-Hant": traditional, "en": english}, levels=(1, 2)
    )


RATED = Rated(
    labels=(
        label("slow-service", "办事效率低", "辦事效率低", "Slow service"),
        label("poor-attitude", "服务态度不好", "服務態度不好", "Unfriendly"),
        label("not-told-at-once", "没有一次性告知", "沒有一次性告知", "Not told everything at once"),
        label("sent-away", "让我多跑了腿", "讓我多跑了腿", "Sent away for nothing"),
        label("long-wait", "等候时间太长", "等候時間太長", "Long wait"),
        label("other", "其他原因", "其他原因", "Something else"),
    )
)

SLOT = Slot(
    reference="made-up",
    starts_at_ms=MORNING_MS + 90 * MINUTE_MS,
    ends_at_ms=MORNING_MS + 120 * MINUTE_MS,
)
SOON, LATER = Estimate(p50_s=700, p90_s=1_075), Estimate(p50_s=1_200, p90_s=1_790)

SAMPLES = {
    "waiting": ticket(),
    "estimated": ticket(estimate=SOON, windows=(1, 2, 3, 4, 7, 12), places=(FRONT, BACK)),
    "appointment": ticket(estimate=SOON, slot=SLOT),
    "warned": ticket(ahead=41, estimate=LATER, may_not_be_called=True),
    "near": ticket(ahead=2, estimate=Estimate(p50_s=200, p90_s=380)),
    "remote": ticket(state=TicketState.REMOTE, delivery=DeliveryState.PAPERLESS),
    "deferred": ticket(state=TicketState.DEFERRED, passes_left=3, estimate=LATER),
    "next": ticket(ahead=0, ticket_class=TicketClass.CONSULT),
    "paperless": ticket(delivery=DeliveryState.PAPERLESS, ticket_class=TicketClass.PICKUP),
    "several": ticket(errands=(errand(), errand(category="business", matter="food-licence"))),
    "called": ticket(state=TicketState.CALLED, window=3, ahead=0, calls=1),
    "recalled": ticket(state=TicketState.CALLED, window=12, ahead=0, calls=2, places=(BACK,)),
    "serving": ticket(state=TicketState.SERVING, window=3, ahead=0),
    "finished": ticket(state=TicketState.FINISHED, ahead=0, served_at=3, places=(), may_rate=True),
    "rated": ticket(state=TicketState.FINISHED, ahead=0, served_at=3, places=(), may_rate=False, rated=4),
    "visited": visited(may_rate=True),
    "visited-rated": visited(may_rate=False, rated=5),
    "held": ticket(state=TicketState.HELD, window=3, ahead=0),
    "cancelled": ticket(state=TicketState.CANCELLED, ahead=0),
    "expired": ticket(state=TicketState.EXPIRED, ahead=0),
    "absent": ticket(state=TicketState.ABSENT, window=3, ahead=0),
    "withdrawn": ticket(state=TicketState.WITHDRAWN, ahead=0, delivery=DeliveryState.WITHDRAWN),
}
