"""An invented hall with its devices, a visitor and a number: for the gallery, for benchmarks and tests."""

from dataclasses import replace

import msgspec

from display.ticket.printer import PrinterFacts
from drivers.contract.card_reader import CardKind as ReaderCard
from drivers.contract.status import Card, Cover, Cutter, Paper, State, Status
from drivers.contract.ticket_printer import TicketPrinterCapabilities
from kiosk.flow.facts import Facts, Means, ReaderFacts, ScannerFacts
from kiosk.flow.visit import Page, Purpose, Visit, Way
from queue_core.wire.appointments import Appointment
from queue_core.wire.finding import Preview
from queue_core.wire.messages import CardHolder, Estimate, Place, Slot, Ticket
from queue_core.wire.views import Category, HallView, PickupPoint, UnitWaiting
from queue_core.wire.words import AppointmentState, CardKind, DeliveryState, TicketClass, TicketState

CLASSES = (TicketClass.ACCEPT, TicketClass.CONSULT, TicketClass.PICKUP)
CATEGORIES = (
    Category(code="registration", names={"zh-CN": "注册登记", "en": "Registration"}, classes=CLASSES),
    Category(code="business", names={"zh-CN": "经营管理", "en": "Business management"}, classes=CLASSES),
    Category(code="construction", names={"zh-CN": "建设工程", "en": "Construction"}, classes=CLASSES),
    Category(code="trade", names={"zh-CN": "通关贸易", "en": "Customs and trade"}, classes=CLASSES),
)
HALL = HallView(
    names={"zh-CN": "示范政务服务中心", "en": "Demonstration Government Service Centre"},
    day="2026-11-22",
    categories=CATEGORIES,
    windows=(1, 2, 3, 4, 5, 6),
    anonymous_classes=(TicketClass.CONSULT,),
    units=tuple(
        UnitWaiting(
            category=one.code,
            ticket_class=of,
            waiting=waiting,
            windows_open=2,
            estimate=None if waiting == 1 else Estimate(p50_s=waiting * 120, p90_s=waiting * 200),
        )
        for one, waiting in zip(CATEGORIES, (6, 0, 12, 1), strict=True)
        for of in CLASSES
    ),
    public_url="https://hall.example.org",
    places=(
        Place(
            code="2b",
            names={"zh-CN": "B区", "zh-Hant": "B區", "en": "Zone B"},
            building={"zh-CN": "主楼", "zh-Hant": "主樓", "en": "Main building"},
            floor="2",
            walking_min=3,
            windows=(1, 2, 3, 5),
        ),
        Place(
            code="1a",
            names={"zh-CN": "A区", "zh-Hant": "A區", "en": "Zone A"},
            building={"zh-CN": "主楼", "zh-Hant": "主樓", "en": "Main building"},
            floor="1",
            walking_min=1,
            windows=(4, 6),
        ),
    ),
    pickup_points=(
        PickupPoint(
            code="L1",
            names={"zh-CN": "东厅取件柜", "zh-Hant": "東廳取件櫃", "en": "Lockers in the east wing"},
        ),
        PickupPoint(code="bees", names={"zh-CN": "蜜蜂箱", "zh-Hant": "蜜蜂箱", "en": "Bee box"}),
    ),
)
READERS = (
    ReaderFacts(
        reader=0,
        cards=frozenset({ReaderCard.RESIDENT_ID}),
        status=Status(state=State.ONLINE, card=Card.ABSENT),
    ),
    ReaderFacts(
        reader=1,
        cards=frozenset({ReaderCard.SOCIAL_SECURITY}),
        status=Status(state=State.ONLINE, card=Card.ABSENT),
    ),
)
PRINTER = PrinterFacts(
    capabilities=TicketPrinterCapabilities(width_dots=576, columns=48, qr=True, cutter=True),
    status=Status(state=State.ONLINE, paper=Paper.ENOUGH, cover=Cover.CLOSED, cutter=Cutter.FINE),
)
NO_PAPER = replace(PRINTER, status=replace(PRINTER.status, state=State.USER_ERROR, paper=Paper.OUT))
SCANNER = ScannerFacts(status=Status(state=State.ONLINE))
FACTS = Facts(hall=HALL, readers=READERS, printer=PRINTER)
WITH_ALL = replace(FACTS, scanner=SCANNER, means=Means(typing=True, e_cards=True, speaks=True))
WITH_MESSAGES = replace(FACTS, hall=msgspec.structs.replace(HALL, has_messages=True))
WITHOUT_PAPER = replace(FACTS, printer=NO_PAPER)
HOSTING = replace(FACTS, means=Means(cabinet="L1"))

HOLDER = CardHolder(name="张秀兰", id_number="440106195603040027", card=CardKind.RESIDENT_ID)
TICKET = Ticket(
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
LINK = "https://hall.example.org/t/7k2m9q4x#claim.Zm9yIG9uZSBwaG9uZSBvbmx5"

MORNING_MS = 1_795_312_800_000  # 10:00 of the gallery's day, in the hall's time
HALF_HOUR_MS = 1_800_000
APPOINTMENTS = tuple(
    Appointment(
        reference=f"a{number}",
        ticket_class=TicketClass.ACCEPT,
        category=category,
        matter=None,
        starts_at_ms=MORNING_MS + number * 4 * HALF_HOUR_MS,
        ends_at_ms=MORNING_MS + (number * 4 + 1) * HALF_HOUR_MS,
        state=AppointmentState.BOOKED,
    )
    for number, category in enumerate(("registration", "business"))
)
SLOT = Slot(reference="a0", starts_at_ms=MORNING_MS, ends_at_ms=MORNING_MS + HALF_HOUR_MS)
PREVIEW = Preview(
    ticket_class=TicketClass.ACCEPT,
    category="registration",
    ahead=6,
    estimate=Estimate(p50_s=700, p90_s=1_075),
    windows=(1, 2, 3, 5),
)

CHOSEN = Visit(visit_id=1, purpose=Purpose.TAKE, ticket_class=TicketClass.ACCEPT, category="registration")
KNOWN = replace(CHOSEN, holder=HOLDER, preview=PREVIEW)
CONSULTING = replace(CHOSEN, ticket_class=TicketClass.CONSULT, preview=PREVIEW)
CHECKING_IN = replace(
    KNOWN, page=Page.CONFIRM, purpose=Purpose.CHECK_IN, appointment=APPOINTMENTS[0], appointments=APPOINTMENTS
)
TAKEN = replace(KNOWN, ticket=TICKET, way=Way.PAPER)


def replace_day(hall: HallView) -> HallView:
    return HallView(names=hall.names, day="", categories=(), windows=hall.windows, units=())
