"""Every page of the kiosk with invented facts: for eyes, for screenshots, and for tests of what fits."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import msgspec

from display.kit.gallery import Look, Scene, looks, render
from display.kit.languages import offered
from display.kit.window import OpenWindow, application
from drivers.contract.card_reader import CardKind as ReaderCard
from drivers.contract.status import Card, Cover, Cutter, Paper, State, Status
from drivers.contract.ticket_printer import TicketPrinterCapabilities
from kiosk.app import KIOSK, open_kiosk
from kiosk.config import Patience
from kiosk.flow.facts import Facts, PrinterFacts, ReaderFacts
from kiosk.flow.visit import Mode, Page, Visit, Way
from kiosk.presenter import Presenter
from queue_core.wire.messages import CardHolder, Estimate, Ticket
from queue_core.wire.views import Category, HallView, UnitWaiting
from queue_core.wire.words import CardKind, DeliveryState, TicketClass, TicketState

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
MODES = ("day", "contrast", "elderly", "reach")

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
        UnitWaiting(category=one.code, ticket_class=of, waiting=waiting, windows_open=2)
        for one, waiting in zip(CATEGORIES, (6, 0, 12, 1), strict=True)
        for of in CLASSES
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
FACTS = Facts(hall=HALL, readers=READERS, printer=PRINTER)
WITHOUT_PAPER = replace(FACTS, printer=NO_PAPER)

HOLDER = CardHolder(name="张秀兰", id_number="440106195603040023", card=CardKind.RESIDENT_ID)
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
)

CHOSEN = Visit(visit_id=1, ticket_class=TicketClass.ACCEPT, category="registration")
KNOWN = replace(CHOSEN, holder=HOLDER)
CONSULTING = replace(CHOSEN, ticket_class=TicketClass.CONSULT)
TAKEN = replace(KNOWN, ticket=TICKET, way=Way.PAPER)

CARD_TROUBLES = (
    "card-removed",
    "card-unknown",
    "card-mute",
    "card-unreadable",
    "check-digit-wrong",
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
    yield "home", Visit(visit_id=1), FACTS
    yield "home-without-paper", Visit(visit_id=1), WITHOUT_PAPER
    yield "starting", Visit(visit_id=1), Facts()
    yield "away", Visit(visit_id=1), replace(FACTS, link_trouble="hall-unreachable")
    yield "closed", Visit(visit_id=1), replace(FACTS, hall=replace_day(HALL))
    yield "category", replace(CHOSEN, page=Page.CATEGORY, category=""), FACTS
    yield "card", replace(CHOSEN, page=Page.CARD), FACTS
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
    yield "taking", replace(KNOWN, page=Page.TAKING), FACTS
    for code in TAKE_TROUBLES:
        yield f"take-trouble-{code}", replace(KNOWN, page=Page.TAKE_TROUBLE, trouble=code), FACTS
    yield "held", replace(TAKEN, page=Page.HELD, was_held=True), FACTS
    absent = msgspec.structs.replace(TICKET, state=TicketState.ABSENT, estimate=None)
    yield "held-absent", replace(TAKEN, page=Page.HELD, was_held=True, ticket=absent), FACTS
    yield "printing", replace(TAKEN, page=Page.PRINTING), FACTS
    yield from paper_troubles()
    yield "qr", replace(TAKEN, page=Page.QR, way=Way.PHONE), FACTS
    yield "qr-without-paper", replace(TAKEN, page=Page.QR, way=Way.PHONE), WITHOUT_PAPER
    card_lies = (replace(READERS[0], status=Status(state=State.ONLINE, card=Card.PRESENT)), READERS[1])
    yield "done-paper", replace(TAKEN, page=Page.DONE), replace(FACTS, readers=card_lies)
    without_estimate = replace(TAKEN, ticket=msgspec.structs.replace(TICKET, estimate=None))
    yield "done-phone", replace(without_estimate, page=Page.DONE, way=Way.PHONE), FACTS
    yield "still-there", replace(KNOWN, page=Page.CONFIRM, is_asked=True), FACTS


def paper_troubles() -> Iterator[tuple[str, Visit, Facts]]:
    troubled = replace(TAKEN, page=Page.PAPER_TROUBLE)
    for code in ("paper-out", "cover-open", "printer-fault", "hall-unreachable"):
        yield f"paper-trouble-{code}", replace(troubled, trouble=code), WITHOUT_PAPER
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


def draw_all(folder: Path, chosen: list[Look] | None = None) -> dict[str, list[str]]:
    """Every page in every look into `folder`; the texts that are cut off, by picture."""
    application("kiosk")
    presenter, opened = open_kiosk(Patience(), lambda _: None)
    found = render(opened, scenes(presenter, opened), chosen or looks(SIZES, MODES, offered(KIOSK.texts)), folder)
    opened.close()
    return found
