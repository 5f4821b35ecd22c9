"""Invented states of a guide desk: one and more of every page."""

from dataclasses import replace
from typing import Any

from msgspec.structs import replace as altered

from counter.guide.flow.requests import AskPreview
from counter.guide.flow.state import Act, Aim, Document, Guide, Help, Link, Page, Trouble, Way
from display.ticket.printer import PrinterFacts
from drivers.contract.status import Paper, State, Status
from drivers.contract.ticket_printer import TicketPrinterCapabilities
from queue_core.wire.appointments import Appointment, FreeSlot
from queue_core.wire.choices import CallBefore, Convert, Explanation, Prospect
from queue_core.wire.finding import Claim, Preview
from queue_core.wire.matters import FoundMatters, Material, Matter, MatterLine, SelfServiceTerminal
from queue_core.wire.messages import CardHolder, Errand, Estimate, Place, Session, Slot, TakeNumber, Ticket
from queue_core.wire.texts import why
from queue_core.wire.views import Category, GreenChannel, HallView, UnitWaiting
from queue_core.wire.words import (
    AppointmentState,
    CardKind,
    DeliveryState,
    PriorityKind,
    Reason,
    Role,
    TicketClass,
    TicketState,
)

MINUTE_MS = 60_000
NOW_MS = 1_795_320_000_000  # 2026-11-22 12:00 in Shanghai
DAY_MS = 24 * 60 * MINUTE_MS
SOON = Estimate(p50_s=700, p90_s=1_075)

CATEGORIES = (
    ("registration", "注册登记", "Registration"),
    ("business", "经营管理", "Business management"),
    ("construction", "建设工程", "Construction"),
    ("trade", "通关贸易", "Customs and trade"),
    (
        "urban",
        "城市管理和综合行政执法、户外广告登记",
        "Urban management, law enforcement and outdoor advertising",
    ),
    ("tax", "税务", "Tax"),
)
HALL = HallView(
    names={"zh-CN": "示范政务服务中心", "en": "Demonstration Government Service Centre"},
    day="2026-11-22",
    categories=tuple(
        Category(code=code, names={"zh-CN": chinese, "en": english}, classes=tuple(TicketClass))
        for code, chinese, english in CATEGORIES
    ),
    windows=tuple(range(1, 10)),
    units=tuple(
        UnitWaiting(category=code, ticket_class=one, waiting=4, windows_open=2, estimate=SOON)
        for code, _, __ in CATEGORIES
        for one in TicketClass
    ),
    anonymous_classes=(TicketClass.CONSULT,),
    places=(
        Place(
            code="2b",
            names={"zh-CN": "B区", "en": "Zone B"},
            building={"zh-CN": "主楼", "en": "Main building"},
            floor="2",
            walking_min=3,
            windows=(1, 2, 3, 5),
        ),
        Place(
            code="1a",
            names={"zh-CN": "A区", "en": "Zone A"},
            building={"zh-CN": "主楼", "en": "Main building"},
            floor="1",
            walking_min=1,
            windows=(6, 7, 8, 9),
        ),
    ),
    has_messages=True,
    green_channels=(
        GreenChannel(
            code="chip-plant",
            names={"zh-CN": "重点项目：芯片产业园二期", "en": "Key project: chip park, phase 2"},
            windows=(9,),
        ),
        GreenChannel(
            code="school",
            names={"zh-CN": "民生项目：第三中学扩建", "en": "Public project: extension of school no. 3"},
            windows=(8, 9),
        ),
    ),
)
PRINTER = PrinterFacts(
    capabilities=TicketPrinterCapabilities(width_dots=576, columns=48, qr=True, cutter=True),
    status=Status(state=State.ONLINE, paper=Paper.ENOUGH),
)
NO_PAPER = replace(PRINTER, status=replace(PRINTER.status, paper=Paper.OUT))
SESSION = Session(
    token="invented",  # noqa: S106 opens nothing
    clerk="2001",
    display_name="周敏",
    window=None,
    role=Role.GUIDE,
)
HOLDER = CardHolder(name="SMITH JOHN", id_number="E12345678", card=CardKind.PASSPORT)
TICKET = Ticket(
    ticket_id=23,
    number="023",
    ticket_class=TicketClass.ACCEPT,
    category="registration",
    state=TicketState.WAITING,
    delivery=DeliveryState.ISSUED,
    issued_at_ms=NOW_MS,
    ahead=6,
    status_url="https://hall.example.org/t/7k2m9q4x#b6f1c0d8e2a94735",
    errands=(Errand(ticket_class=TicketClass.ACCEPT, category="registration", matter="company-register"),),
    estimate=SOON,
    windows=(1, 2, 3, 5),
)
PREVIEW = Preview(
    ticket_class=TicketClass.ACCEPT, category="registration", ahead=6, estimate=SOON, windows=(1, 2, 3, 5)
)
LINES = tuple(
    MatterLine(
        code=code,
        names={"zh-CN": chinese, "en": english},
        category=category,
        classes=(TicketClass.ACCEPT, TicketClass.CONSULT),
        usual_minutes=minutes,
        without_queue=without,
    )
    for code, chinese, english, category, minutes, without in (
        ("company-register", "公司设立登记", "Registration of a company", "registration", 25, False),
        ("company-change", "公司变更登记", "Change of a company's registration", "registration", 20, False),
        ("seal", "公章刻制备案", "Filing of a company seal", "business", 5, True),
        ("food-permit", "食品经营许可", "Food business permit", "business", 15, False),
    )
)
MATTER = Matter(
    code="company-register",
    names={"zh-CN": "公司设立登记", "en": "Registration of a company"},
    category="registration",
    department={"zh-CN": "市场监督管理局", "en": "Market regulation"},
    classes=(TicketClass.ACCEPT, TicketClass.CONSULT),
    usual_minutes=25,
    materials=(
        Material(names={"zh-CN": "设立登记申请书", "en": "Application form"}, originals=1, copies=0),
        Material(names={"zh-CN": "公司章程", "en": "Articles of association"}, originals=1, copies=1),
        Material(
            names={"zh-CN": "股东、董事的身份证明", "en": "Identity of shareholders and directors"},
            originals=1,
            copies=1,
        ),
        Material(
            names={"zh-CN": "住所使用证明", "en": "Proof of the registered address"}, originals=0, copies=2
        ),
    ),
    terminals=(SelfServiceTerminal(window=8),),
    web="https://www.example.org/register",
)
BOOKED = Appointment(
    reference="Vq3xT9_a-Lm2",
    ticket_class=TicketClass.ACCEPT,
    category="registration",
    matter=None,
    starts_at_ms=NOW_MS + 2 * 60 * MINUTE_MS,
    ends_at_ms=NOW_MS + 150 * MINUTE_MS,
    state=AppointmentState.BOOKED,
)
SLOTS = tuple(
    FreeSlot(
        starts_at_ms=NOW_MS + day * DAY_MS + half * 30 * MINUTE_MS,
        ends_at_ms=NOW_MS + day * DAY_MS + (half + 1) * 30 * MINUTE_MS,
        room=3,
    )
    for day in (1, 2)
    for half in (-6, -3, 3, 7)
)
WANTED = TakeNumber(ticket_class=TicketClass.ACCEPT, category="registration", holder=HOLDER)
EXPLAINED = Explanation(
    number="023",
    windows=(1, 2, 3, 5),
    own=(Reason.STEPPED_BACK,),
    before=tuple(
        CallBefore(
            number=number,
            window=window,
            called_at_ms=NOW_MS + at * MINUTE_MS,
            reason=reason,
            said=why(reason, slot="10:00", window=7, text="", places=3),
        )
        for number, window, at, reason in (
            ("031", 2, 9, Reason.PRIORITY),
            ("022", 1, 8, Reason.EARLIER),
            ("029", 3, 6, Reason.APPOINTMENT),
            ("017", 5, 5, Reason.CONTINUATION),
            ("021", 1, 3, Reason.EARLIER),
            ("020", 2, 1, Reason.EARLIER),
        )
    ),
    elsewhere=14,
)

DESK = Guide(link=Link.UP, session=SESSION, hall=HALL, printer=PRINTER)
HOME = Help()


def at(page: Page, **known: Any) -> Guide:
    """The desk on a page, with somebody being helped."""
    desk: Guide = known.pop("desk", DESK)
    before = known.pop("before", HOME)
    return replace(desk, help=replace(HOME, page=page, before=before, **known))


def shown(ticket: Ticket, **known: Any) -> Guide:
    return at(Page.NUMBER, ticket=ticket, stands=True, aim=Aim.FIND, **known)


UNIT: dict[str, Any] = {"ticket_class": TicketClass.ACCEPT, "category": "registration"}
TAKING: dict[str, Any] = UNIT | {"holder": HOLDER, "wanted": WANTED, "preview": PREVIEW}
ISSUED: dict[str, Any] = TAKING | {"ticket": TICKET, "before": None}

STATES: dict[str, Guide] = {
    "login": Guide(link=Link.UP),
    "login-card": Guide(link=Link.UP, has_card_reader=True),
    "login-refused": Guide(link=Link.UP, notice=Trouble(code="wrong-password")),
    "login-not-a-guide": Guide(link=Link.UP, notice=Trouble(code="not-a-guide")),
    "login-away": Guide(link=Link.DOWN, link_code="hall-unreachable"),
    "login-unknown-device": Guide(link=Link.DOWN, link_code="unauthenticated"),
    "locked": replace(DESK, is_locked=True),
    "locked-refused": replace(DESK, is_locked=True, notice=Trouble(code="wrong-password")),
    "connecting": replace(DESK, hall=None),
    "home": DESK,
    "home-no-paper": replace(DESK, printer=NO_PAPER),
    "home-closed": replace(DESK, hall=altered(HALL, is_closed=True)),
    "away": replace(DESK, link=Link.DOWN),
    "asked": replace(at(Page.PREVIEW, **TAKING), is_asked=True),
    "class": at(Page.CLASS),
    "class-convert": at(Page.CLASS, aim=Aim.CONVERT, ticket=TICKET, stands=True),
    "class-of-matter": at(Page.CLASS, matter=LINES[0], category="registration"),
    "category": at(Page.CATEGORY, ticket_class=TicketClass.ACCEPT),
    "search": at(Page.SEARCH, typed="GS", found=FoundMatters(matters=LINES, total=4)),
    "search-nothing": at(Page.SEARCH, typed="QQQ", found=FoundMatters(matters=(), total=0)),
    "who": at(Page.WHO, **UNIT),
    "who-consult": at(Page.WHO, ticket_class=TicketClass.CONSULT, category="registration"),
    "who-check-in": at(Page.WHO, aim=Aim.CHECK_IN),
    "document-passport": at(Page.DOCUMENT, document=Document.PASSPORT, number_typed="E1234"),
    "document-id": at(Page.DOCUMENT, document=Document.RESIDENT_ID, number_typed="440106198501"),
    "document-wrong": at(
        Page.DOCUMENT,
        document=Document.RESIDENT_ID,
        number_typed="440106198501010010",
        trouble=Trouble(code="check-digit-wrong"),
    ),
    "name": at(Page.NAME, document=Document.PASSPORT, number_typed="E12345678", typed="SMITH JOHN"),
    "appointments": at(
        Page.APPOINTMENTS,
        holder=HOLDER,
        appointments=(BOOKED, altered(BOOKED, reference="b", state=AppointmentState.MISSED)),
    ),
    "appointments-none": at(Page.APPOINTMENTS, holder=HOLDER),
    "reference": at(Page.REFERENCE, aim=Aim.CHECK_IN, typed="Vq3xT9_a-Lm2"),
    "preview": at(Page.PREVIEW, **TAKING),
    "preview-rights": at(
        Page.PREVIEW,
        **TAKING
        | {
            "preview": altered(
                PREVIEW, ahead=0, priority=PriorityKind.DISABILITY, estimate=Estimate(p50_s=60, p90_s=180)
            ),
            "wanted": altered(
                WANTED,
                priority=PriorityKind.DISABILITY,
                project="chip-plant",
                items=3,
                language="en",
                matter="company-register",
                further=(Errand(ticket_class=TicketClass.CONSULT, category="urban"),),
            ),
        },
    ),
    "preview-late": at(Page.PREVIEW, **TAKING | {"preview": altered(PREVIEW, may_not_be_called=True)}),
    "preview-no-paper": at(Page.PREVIEW, **TAKING, desk=replace(DESK, printer=NO_PAPER)),
    "preview-appointment": at(
        Page.PREVIEW,
        **TAKING
        | {
            "preview": altered(
                PREVIEW,
                slot=Slot(reference="a", starts_at_ms=BOOKED.starts_at_ms, ends_at_ms=BOOKED.ends_at_ms),
            ),
            "wanted": TakeNumber(appointment="a", holder=HOLDER),
        },
    ),
    "priority": at(Page.PRIORITY, **TAKING),
    "proof": at(Page.PROOF, kind=PriorityKind.DISABILITY, **TAKING),
    "channel": at(Page.CHANNEL, **TAKING | {"wanted": altered(WANTED, project="school")}),
    "mobile": at(Page.MOBILE, typed="138 1234 5678", **TAKING),
    "mobile-wrong": at(Page.MOBILE, typed="138 12", trouble=Trouble(code="phone-wrong"), **TAKING),
    "preview-mobile": at(Page.PREVIEW, **TAKING | {"wanted": altered(WANTED, phone="13812345678")}),
    "printing": at(Page.PRINTING, **ISSUED),
    "undelivered-paper": at(Page.UNDELIVERED, trouble=Trouble(code="paper-out"), **ISSUED),
    "undelivered-doubted": at(
        Page.UNDELIVERED, trouble=Trouble(code="link-lost"), has_left_printer=True, **ISSUED
    ),
    "undelivered-left": at(Page.UNDELIVERED, trouble=Trouble(code="not-delivered"), **ISSUED),
    "undelivered-away": at(Page.UNDELIVERED, trouble=Trouble(code="hall-unreachable"), **ISSUED),
    "qr": at(
        Page.QR,
        claim=Claim(url="https://hall.example.org/t/7k2m9q4x#claim.0a1b2c", expires_at_ms=NOW_MS),
        way=Way.PHONE,
        **ISSUED,
    ),
    "delivered": at(Page.DELIVERED, way=Way.PAPER, **ISSUED),
    "delivered-phone": at(
        Page.DELIVERED, way=Way.PHONE, **ISSUED | {"ticket": altered(TICKET, number="A1023")}
    ),
    "find": at(Page.FIND, aim=Aim.FIND, typed="02"),
    "find-back": at(Page.FIND, aim=Aim.BACK),
    "find-where": at(Page.FIND, aim=Aim.WHERE),
    "found": at(Page.FOUND, others=(TICKET, altered(TICKET, ticket_id=31, number="031", category="urban"))),
    "number": shown(TICKET),
    "number-rich": shown(
        altered(
            TICKET,
            number="A1023",
            priority=PriorityKind.MILITARY,
            slot=Slot(reference="", starts_at_ms=BOOKED.starts_at_ms, ends_at_ms=BOOKED.ends_at_ms),
            errands=(*TICKET.errands, Errand(ticket_class=TicketClass.CONSULT, category="urban", items=3)),
            windows=(1, 2, 3, 5, 6, 7),
        )
    ),
    "number-absent": shown(altered(TICKET, state=TicketState.ABSENT)),
    "number-held": shown(altered(TICKET, state=TicketState.HELD)),
    "number-remote": shown(altered(TICKET, state=TicketState.REMOTE)),
    "number-called": shown(altered(TICKET, state=TicketState.CALLED, window=3)),
    "number-deferred": shown(altered(TICKET, state=TicketState.DEFERRED, passes_left=2)),
    "number-ended": shown(altered(TICKET, state=TicketState.EXPIRED, estimate=None)),
    "number-existing": shown(TICKET, trouble=Trouble(code="already-waiting")),
    "number-refused": shown(TICKET, trouble=Trouble(code="wrong-state")),
    "number-away": shown(TICKET, desk=replace(DESK, link=Link.DOWN)),
    "explanation": at(Page.EXPLANATION, ticket=TICKET, stands=True, explanation=EXPLAINED),
    "explanation-nobody": at(
        Page.EXPLANATION,
        ticket=TICKET,
        stands=True,
        explanation=altered(EXPLAINED, before=(), own=(), elsewhere=0),
    ),
    "prospect": at(
        Page.PROSPECT,
        ticket=TICKET,
        stands=True,
        conversion=Convert(ticket_class=TicketClass.CONSULT, category="urban"),
        prospect=Prospect(
            ahead_now=6,
            now=SOON,
            ahead=4,
            estimate=Estimate(p50_s=500, p90_s=900),
            keeps_appointment=False,
        ),
    ),
    "sure-cancel": at(Page.SURE, ticket=TICKET, stands=True, act=Act.CANCEL),
    "sure-defer": at(Page.SURE, ticket=TICKET, stands=True, act=Act.DEFER),
    "slots": at(Page.SLOTS, aim=Aim.BOOK, slots=SLOTS, holder=HOLDER, **UNIT),
    "slots-none": at(Page.SLOTS, **UNIT),
    "booked": at(Page.BOOKED, booked=altered(BOOKED, starts_at_ms=NOW_MS + DAY_MS), **UNIT),
    "place": at(Page.PLACE, aim=Aim.WHERE, detail=MATTER, matter=LINES[0], preview=PREVIEW, **UNIT),
    "place-closed": at(
        Page.PLACE,
        aim=Aim.WHERE,
        detail=MATTER,
        matter=LINES[0],
        trouble=Trouble(code="hall-closed-today"),
        **UNIT,
    ),
    "materials": at(Page.MATERIALS, detail=MATTER),
    "materials-printed": at(Page.MATERIALS, detail=MATTER, trouble=Trouble(code="list-printed")),
    "trouble-quota": at(
        Page.TROUBLE, trouble=Trouble(code="quota-full"), failed=AskPreview(wanted=WANTED), **UNIT
    ),
    "trouble-closed": at(
        Page.TROUBLE, trouble=Trouble(code="hall-closed-today"), failed=AskPreview(wanted=WANTED), **UNIT
    ),
    "trouble-away": at(
        Page.TROUBLE, trouble=Trouble(code="hall-unreachable"), failed=AskPreview(wanted=WANTED), **UNIT
    ),
    "trouble-unknown-number": at(Page.TROUBLE, trouble=Trouble(code="unknown-number")),
    "trouble-none-today": at(Page.TROUBLE, trouble=Trouble(code="none-today")),
    "trouble-gone": at(Page.TROUBLE, trouble=Trouble(code="number-gone"), before=None),
}
