"""Invented tickets to look at a template with: a usual one, one with long names, one with nobody ahead."""

from enum import StrEnum

from msgspec.structs import replace

from queue_core.wire.messages import Estimate, Place, Slot, Ticket
from queue_core.wire.views import Category, HallView
from queue_core.wire.words import DeliveryState, PriorityKind, TicketClass, TicketState


class Example(StrEnum):
    USUAL = "usual"
    LONG = "long"  # long names, a rare letter, a long number and wait, an appointment and a right
    FIRST = "first"  # nobody ahead, and no estimate


_USUAL_HALL = HallView(
    names={
        "zh-CN": "示范政务服务中心",
        "zh-Hant": "示範政務服務中心",
        "en": "Demonstration Government Service Centre",
    },
    day="2026-11-22",
    categories=(
        Category(
            code="registration",
            names={"zh-CN": "注册登记", "zh-Hant": "註冊登記", "en": "Registration"},
            classes=tuple(TicketClass),
        ),
    ),
    windows=(1, 2, 3, 5),
    units=(),
    places=(
        Place(
            code="2b",
            names={"zh-CN": "B区", "zh-Hant": "B區", "en": "Zone B"},
            building={"zh-CN": "主楼", "zh-Hant": "主樓", "en": "Main building"},
            floor="2",
            walking_min=3,
            windows=(1, 2, 3, 5),
        ),
    ),
)
_LONG_HALL = replace(
    _USUAL_HALL,
    names={
        "zh-CN": "示范市南沙新区𬒗岗街道党群服务中心（政务服务分厅）",
        "zh-Hant": "示範市南沙新區𬒗崗街道黨群服務中心（政務服務分廳）",
        "en": "Nangang Subdistrict Community and Government Service Centre of the Demonstration New Area",
    },
    categories=(
        replace(
            _USUAL_HALL.categories[0],
            names={
                "zh-CN": "城市管理和综合行政执法、户外广告登记",
                "zh-Hant": "城市管理和綜合行政執法、戶外廣告登記",
                "en": "Urban management, law enforcement and outdoor advertising",
            },
        ),
    ),
)
_USUAL_TICKET = Ticket(
    ticket_id=23,
    number="023",
    ticket_class=TicketClass.ACCEPT,
    category="registration",
    state=TicketState.WAITING,
    delivery=DeliveryState.ISSUED,
    issued_at_ms=1_795_309_200_000,
    ahead=6,
    status_url="https://hall.example.org/t/7k2m9q4x#b6f1c0d8e2a94735",
    estimate=Estimate(p50_s=700, p90_s=1_075),
    windows=(1, 2, 3, 5),
)
_LONG_TICKET = replace(
    _USUAL_TICKET,
    number="A1023",
    ticket_class=TicketClass.CONSULT,
    ahead=128,
    estimate=Estimate(p50_s=15_000, p90_s=30_000),
    may_not_be_called=True,
    priority=PriorityKind.AGE,
    slot=Slot(reference="a0", starts_at_ms=1_795_312_800_000, ends_at_ms=1_795_314_600_000),
)


def example(which: Example) -> tuple[Ticket, HallView]:
    match which:
        case Example.USUAL:
            return _USUAL_TICKET, _USUAL_HALL
        case Example.LONG:
            return _LONG_TICKET, _LONG_HALL
        case Example.FIRST:
            return replace(_USUAL_TICKET, ahead=0, estimate=None), _USUAL_HALL
