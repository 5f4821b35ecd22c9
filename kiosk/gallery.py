"""Every page of the kiosk with invented facts: for eyes, for screenshots, and for tests of what fits."""

from collections.abc import Iterator
from dataclasses import replace
from fnmatch import fnmatch
from functools import partial
from pathlib import Path

import msgspec

from display.kit.gallery import Look, Scene, looks, render
from display.kit.languages import offered
from display.kit.window import OpenWindow, application
from display.ticket.printer import PrinterFacts
from drivers.contract.card_reader import CardKind as ReaderCard
from drivers.contract.status import Card, Cover, Cutter, Paper, State, Status
from drivers.contract.ticket_printer import TicketPrinterCapabilities
from kiosk import gallery_booking, gallery_own, gallery_staff
from kiosk.app import KIOSK, open_kiosk
from kiosk.config import Patience
from kiosk.flow.facts import Facts, Means, ReaderFacts, ScannerFacts
from kiosk.flow.visit import Mode, Page, Purpose, Visit, Way
from kiosk.presenter import Presenter
from queue_core.wire.appointments import Appointment
from queue_core.wire.finding import Preview
from queue_core.wire.matters import FoundMatters, Material, Matter, MatterLine, SelfServiceTerminal
from queue_core.wire.messages import CardHolder, Estimate, Place, Slot, Ticket
from queue_core.wire.views import Category, HallView, UnitWaiting
from queue_core.wire.words import (
    AppointmentState,
    CardKind,
    DeliveryState,
    PriorityKind,
    TicketClass,
    TicketState,
)

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
MODES = ("day", "contrast", "elderly", "reach", "elderly-reach")

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

MATTERS = FoundMatters(
    matters=tuple(
        MatterLine(
            code=code,
            names=names,
            category="registration",
            classes=CLASSES,
            usual_minutes=minutes,
            without_queue=without_queue,
        )
        for code, names, minutes, without_queue in (
            (
                "sole-trader-setup",
                {
                    "zh-CN": "个体工商户设立登记",
                    "zh-Hant": "個體工商戶設立登記",
                    "en": "Registration of a sole trader",
                },
                15,
                True,
            ),
            (
                "company-setup",
                {
                    "zh-CN": "有限责任公司设立登记",
                    "zh-Hant": "有限責任公司設立登記",
                    "en": "Registration of a limited liability company",
                },
                25,
                False,
            ),
            (
                "food-licence",
                {
                    "zh-CN": "食品经营许可证核发（含散装熟食、冷食类、生食类、糕点类食品制售）",
                    "zh-Hant": "食品經營許可證核發（含散裝熟食、冷食類、生食類、糕點類食品製售）",
                    "en": "Food business licence, cooked, cold and raw food and pastry made and sold",
                },
                40,
                False,
            ),
            *(
                (
                    f"change-{number}",
                    {
                        "zh-CN": f"公司变更登记（{number}）",
                        "zh-Hant": f"公司變更登記（{number}）",
                        "en": f"Change of a company's registration ({number})",
                    },
                    15,
                    False,
                )
                for number in range(1, 8)
            ),
        )
    ),
    total=31,
)
MATERIALS = tuple(
    Material(names=names, originals=originals, copies=copies)
    for names, originals, copies in (
        (
            {
                "zh-CN": "申请书（原件签字盖章）",
                "zh-Hant": "申請書（原件簽字蓋章）",
                "en": "Application form, signed and stamped",
            },
            1,
            0,
        ),
        (
            {
                "zh-CN": "公司章程（全体股东签署）",
                "zh-Hant": "公司章程（全體股東簽署）",
                "en": "Articles of association, signed by all shareholders",
            },
            1,
            0,
        ),
        (
            {
                "zh-CN": "经营场所使用证明（产权证或租赁合同）",
                "zh-Hant": "經營場所使用證明（產權證或租賃合同）",
                "en": "Proof of the premises: deed or lease",
            },
            0,
            1,
        ),
        (
            {
                "zh-CN": "经办人身份证",
                "zh-Hant": "經辦人身份證",
                "en": "Identity card of the person who applies",
            },
            1,
            1,
        ),
        ({"zh-CN": "清税证明", "zh-Hant": "清稅證明", "en": "Tax clearance certificate"}, 1, 2),
        ({"zh-CN": "股东会决议", "zh-Hant": "股東會決議", "en": "Shareholders' resolution"}, 1, 0),
        (
            {
                "zh-CN": "营业执照正、副本",
                "zh-Hant": "營業執照正、副本",
                "en": "Business licence, original and duplicate",
            },
            2,
            0,
        ),
    )
)
MATTER = Matter(
    code="company-setup",
    names={
        "zh-CN": "有限责任公司设立登记",
        "zh-Hant": "有限責任公司設立登記",
        "en": "Registration of a limited liability company",
    },
    category="registration",
    department={
        "zh-CN": "示范区市场监督管理局",
        "zh-Hant": "示範區市場監督管理局",
        "en": "Market Regulation Bureau",
    },
    classes=CLASSES,
    usual_minutes=25,
    materials=MATERIALS,
    terminals=(),
    web=None,
)
TERMINAL = SelfServiceTerminal(
    window=13,
    floor="2",
    zone={"zh-CN": "B区", "zh-Hant": "B區", "en": "Zone B"},
    building={"zh-CN": "主楼", "zh-Hant": "主樓", "en": "Main building"},
    walking_minutes=3,
)
ELSEWHERE = msgspec.structs.replace(
    MATTER, terminals=(TERMINAL,), web="https://service.example.org/sole-trader"
)
ON_THE_WEB = msgspec.structs.replace(
    MATTER, web="https://service.example.org/company", materials=(), classes=()
)

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

CARD_TROUBLES = (
    "card-removed",
    "card-unknown",
    "card-mute",
    "card-unreadable",
    "check-digit-wrong",
    "code-expired",
    "code-unknown",
    "code-unreachable",
    "timed-out",
)
TAKE_TROUBLES = (
    "hall-unreachable",
    "hall-closed",
    "hall-closed-today",
    "hall-not-open-yet",
    "may-not-be-served",
    "not-offered",
    "number-gone",
    "quota-full",
    "refused",
    "will-not-be-served",
)


def states() -> Iterator[tuple[str, Visit, Facts]]:
    """Each scene's name, visit and facts; the language is the look's."""
    reader_gone = tuple(
        replace(one, status=Status(state=State.NO_DEVICE, card=Card.UNKNOWN)) for one in READERS
    )
    yield from at_home()
    yield "category", replace(CHOSEN, page=Page.CATEGORY, category=""), FACTS
    yield from matter_states()
    yield "card", replace(CHOSEN, page=Page.CARD), FACTS
    yield "card-with-all", replace(CHOSEN, page=Page.CARD, matter=MATTER), WITH_ALL
    for purpose in (Purpose.OWN, Purpose.COLLECT, Purpose.CHECK_IN):
        yield f"card-{purpose}", Visit(visit_id=1, page=Page.CARD, purpose=purpose), WITH_ALL
    yield "card-only-typed", replace(CHOSEN, page=Page.CARD), replace(WITH_ALL, readers=())
    yield "typing", replace(CHOSEN, page=Page.TYPING), WITH_ALL
    typed = replace(CHOSEN, page=Page.TYPING, typed="440106195603040021")
    yield "typing-wrong", replace(typed, trouble="id-number-wrong"), WITH_ALL
    yield "typing-short", replace(typed, typed="4401061956", trouble="id-number-short"), WITH_ALL
    yield (
        "card-one-reader",
        replace(CHOSEN, page=Page.CARD),
        replace(FACTS, readers=(READERS[0], reader_gone[1])),
    )
    yield "card-left-behind", replace(CHOSEN, page=Page.CARD), replace(FACTS, left_cards=frozenset({0}))
    yield "card-optional", replace(CONSULTING, page=Page.CARD), FACTS
    yield "no-reader", replace(CHOSEN, page=Page.CARD), replace(FACTS, readers=reader_gone)
    yield "no-reader-optional", replace(CONSULTING, page=Page.CARD), replace(FACTS, readers=reader_gone)
    yield "reading", replace(CHOSEN, page=Page.READING), FACTS
    optional = replace(CONSULTING, page=Page.CARD_TROUBLE, trouble="card-mute")
    yield "card-trouble-optional", optional, FACTS
    for code in CARD_TROUBLES:
        yield f"card-trouble-{code}", replace(CHOSEN, page=Page.CARD_TROUBLE, trouble=code), FACTS
    yield "confirm", replace(KNOWN, page=Page.CONFIRM), FACTS
    yield "confirm-without-paper", replace(KNOWN, page=Page.CONFIRM), WITHOUT_PAPER
    yield "confirm-without-card", replace(CONSULTING, page=Page.CONFIRM), FACTS
    yield from foresights()
    yield "appointments", replace(CHECKING_IN, page=Page.APPOINTMENTS), FACTS
    yield "no-appointment", replace(CHECKING_IN, page=Page.NO_APPOINTMENT, appointments=()), FACTS
    yield "taking", replace(KNOWN, page=Page.TAKING), FACTS
    for code in TAKE_TROUBLES:
        yield f"take-trouble-{code}", replace(KNOWN, page=Page.TAKE_TROUBLE, trouble=code), FACTS
    yield "printing", replace(TAKEN, page=Page.PRINTING), FACTS
    yield from paper_troubles()
    scanning = replace(TAKEN, page=Page.QR, way=Way.PHONE, link=LINK)
    yield "qr", scanning, FACTS
    yield "qr-without-paper", scanning, WITHOUT_PAPER
    yield "qr-not-scanned", replace(scanning, trouble="not-scanned"), FACTS
    yield "qr-no-link", replace(scanning, link="", trouble="no-link"), FACTS
    card_lies = (replace(READERS[0], status=Status(state=State.ONLINE, card=Card.PRESENT)), READERS[1])
    yield "done-paper", replace(TAKEN, page=Page.DONE), replace(FACTS, readers=card_lies)
    without_estimate = replace(TAKEN, ticket=msgspec.structs.replace(TICKET, estimate=None))
    yield "done-phone", replace(without_estimate, page=Page.DONE, way=Way.PHONE), FACTS
    yield "still-there", replace(KNOWN, page=Page.CONFIRM, is_asked=True), FACTS
    yield from after_a_number()
    yield from gallery_staff.states(FACTS)  # the last: staff see no mode of a visitor's


def at_home() -> Iterator[tuple[str, Visit, Facts]]:
    """And what stands in its place; beside a cabinet, too."""
    yield "home", Visit(visit_id=1), FACTS
    yield "home-without-paper", Visit(visit_id=1), WITHOUT_PAPER
    yield "home-left-card", Visit(visit_id=1), replace(WITH_ALL, left_cards=frozenset({0}))
    yield "starting", Visit(visit_id=1), Facts()
    yield "away", Visit(visit_id=1), replace(FACTS, link_trouble="hall-unreachable")
    yield "closed", Visit(visit_id=1), replace(FACTS, hall=replace_day(HALL))
    yield "home-with-cabinet", Visit(visit_id=1), HOSTING
    no_slots = msgspec.structs.replace(HALL, has_appointments=False)
    yield "home-with-cabinet-only", Visit(visit_id=1), replace(HOSTING, hall=no_slots)
    yield "home-with-cabinet-and-notice", Visit(visit_id=1), replace(HOSTING, printer=NO_PAPER)
    yield "closed-with-cabinet", Visit(visit_id=1), replace(HOSTING, hall=replace_day(HALL))
    yield "home-greeting", Visit(visit_id=1, holder=HOLDER), WITH_ALL


def after_a_number() -> Iterator[tuple[str, Visit, Facts]]:
    """One that stands, or another day where there is none."""
    yield from gallery_own.states(FACTS, HOLDER, TICKET)
    yield from gallery_booking.states(KNOWN, MATTER, FACTS)


def matter_states() -> Iterator[tuple[str, Visit, Facts]]:
    searching = replace(CHOSEN, page=Page.MATTERS, found=MATTERS)
    yield "matters", searching, FACTS
    yield "matters-looking", replace(searching, found=None), FACTS
    yield "matters-typed", replace(searching, typed="GS"), FACTS
    nothing = replace(searching, typed="XYZ", found=FoundMatters(matters=(), total=0))
    yield "matters-none", nothing, FACTS
    yield "matters-guide", replace(searching, purpose=Purpose.GUIDE, ticket_class=None), FACTS
    yield "matters-trouble", replace(searching, trouble="hall-unreachable"), FACTS
    seen = replace(searching, page=Page.MATTER, matter=MATTER)
    yield "matter", seen, FACTS
    yield "matter-elsewhere", replace(seen, matter=ELSEWHERE), FACTS
    yield "matter-on-the-web", replace(seen, matter=ON_THE_WEB), FACTS
    yield "matter-on-phone", replace(seen, link="https://hall.example.org/m/company-setup"), FACTS
    yield "matter-without-paper", seen, WITHOUT_PAPER


def foresights() -> Iterator[tuple[str, Visit, Facts]]:
    """What a number would be: with rights, with an appointment early, in time and late, with a warning."""
    told = msgspec.structs.replace
    confirming = replace(KNOWN, page=Page.CONFIRM, matter=MATTER)
    yield "confirm-age", replace(confirming, preview=told(PREVIEW, priority=PriorityKind.AGE)), WITH_MESSAGES
    verified = told(PREVIEW, ticket_class=TicketClass.PICKUP, is_verified_pickup=True, ahead=0)
    yield "confirm-pickup", replace(confirming, preview=verified, matter=None), WITH_MESSAGES
    warned = told(PREVIEW, may_not_be_called=True)
    yield "confirm-warned", replace(confirming, preview=warned), WITH_MESSAGES
    yield "confirm-accepted", replace(confirming, preview=warned, accepts_risk=True), WITH_MESSAGES
    yield "confirm-in-time", replace(CHECKING_IN, preview=told(PREVIEW, slot=SLOT)), WITH_MESSAGES
    early = told(PREVIEW, attached=SLOT, counts_from_ms=MORNING_MS - 300_000)
    yield "confirm-early", replace(CHECKING_IN, preview=early), WITH_MESSAGES
    yield "confirm-late", replace(CHECKING_IN, preview=told(PREVIEW, lapsed="too-late")), WITH_MESSAGES
    too_short = told(PREVIEW, lapsed="slot-too-short")
    yield (
        "confirm-slot-too-short",
        replace(CHECKING_IN, preview=too_short),
        replace(WITH_MESSAGES, printer=NO_PAPER),
    )
    yield from mobiles()


def mobiles() -> Iterator[tuple[str, Visit, Facts]]:
    """Where messages about the number may go."""
    left = replace(KNOWN, page=Page.CONFIRM, phone="13812345678")
    yield "confirm-mobile", replace(left, phone=""), WITH_MESSAGES
    yield "confirm-mobile-left", left, WITH_MESSAGES
    yield "mobile", replace(left, page=Page.MOBILE, phone=""), WITH_MESSAGES
    yield "mobile-typed", replace(left, page=Page.MOBILE, typed=left.phone), WITH_MESSAGES
    wrong = replace(left, page=Page.MOBILE, typed="1381234", trouble="phone-wrong")
    yield "mobile-wrong", wrong, WITH_MESSAGES


def paper_troubles() -> Iterator[tuple[str, Visit, Facts]]:
    troubled = replace(TAKEN, page=Page.PAPER_TROUBLE, link=LINK)
    for code in ("paper-out", "cover-open", "printer-fault", "hall-unreachable"):
        yield f"paper-trouble-{code}", replace(troubled, trouble=code), WITHOUT_PAPER
    resumed = replace(troubled, trouble="resumed", has_left_printer=True)
    yield "paper-trouble-resumed", resumed, FACTS
    unknown = replace(troubled, trouble="link-lost", has_left_printer=True)
    yield "paper-trouble-link-lost", unknown, FACTS


def replace_day(hall: HallView) -> HallView:
    return HallView(names=hall.names, day="", categories=(), windows=hall.windows, units=())


def scenes(presenter: Presenter, opened: OpenWindow) -> list[Scene]:
    def arrange(visit: Visit, facts: Facts) -> None:
        comfort = replace(visit.comfort, mode=Mode(opened.mode), reach=opened.is_low)
        presenter.visit = replace(visit, language=opened.languages.current, comfort=comfort)
        presenter.facts = facts
        presenter.show()

    return [Scene(name=name, arrange=partial(arrange, visit, facts)) for name, visit, facts in states()]


def all_looks() -> list[Look]:
    """Upright in every language and mode; wide, which few kiosks are, once in each of both."""
    tags = offered(KIOSK.texts)
    wide = {"landscape": SIZES["landscape"]}
    return [
        *looks({"portrait": SIZES["portrait"]}, MODES, tags),
        *looks(wide, ("day",), tags),
        *looks(wide, ("contrast",), ("zh-CN",)),
        *looks(wide, ("elderly", "elderly-reach"), ("en",)),
        *looks(wide, ("reach",), ("zh-Hant",)),
    ]


def draw_all(folder: Path, pattern: str = "*") -> dict[str, list[str]]:
    """Every page into `folder`, in the looks whose names fit; the texts that are cut off, by picture."""
    chosen = [look for look in all_looks() if fnmatch(look.name, pattern)]
    application("kiosk")
    presenter, opened = open_kiosk(Patience(), lambda _: None)
    found = render(opened, scenes(presenter, opened), chosen, folder)
    opened.close()
    return found
