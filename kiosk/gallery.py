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
from drivers.contract.status import Card, State, Status
from kiosk import gallery_booking, gallery_own, gallery_staff
from kiosk.app import KIOSK, open_kiosk
from kiosk.config import Patience
from kiosk.flow.facts import Facts
from kiosk.flow.visit import Mode, Page, Purpose, Visit, Way
from kiosk.presenter import Presenter
from kiosk.samples import (
    CHECKING_IN,
    CHOSEN,
    CONSULTING,
    FACTS,
    HALL,
    HOLDER,
    HOSTING,
    KNOWN,
    LINK,
    MORNING_MS,
    NO_PAPER,
    PREVIEW,
    READERS,
    SLOT,
    TAKEN,
    TICKET,
    WITH_ALL,
    WITH_MESSAGES,
    WITHOUT_PAPER,
    replace_day,
)
from kiosk.samples_matters import ELSEWHERE, MATTER, MATTERS, ON_THE_WEB
from queue_core.wire.matters import FoundMatters
from queue_core.wire.words import PriorityKind, TicketClass

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
MODES = ("day", "contrast", "elderly", "reach", "elderly-reach")

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
