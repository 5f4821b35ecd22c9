"""What the pages of taking a number show: pure, apart from the language that is installed."""

from dataclasses import dataclass, field, replace
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from kiosk.flow.booking import may_book
from kiosk.flow.delivering import NO_LINK, NOT_SCANNED
from kiosk.flow.facts import Facts
from kiosk.flow.offer import Offer, offer
from kiosk.flow.shown import shown_page
from kiosk.flow.visit import Mode, Page, Visit, Way
from kiosk.viewmodels import booking_words, messages
from kiosk.viewmodels.messages import Message
from kiosk.viewmodels.taking_foresight import appointments, foresight
from kiosk.viewmodels.taking_identity import identity
from kiosk.viewmodels.taking_matters import matter, matters
from kiosk.viewmodels.taking_mobile import mobile
from kiosk.viewmodels.taking_words import (
    category_name,
    greeting,
    place_words,
    typical_words,
    wait_words,
    waiting_words,
    where_words,
    windows_words,
)
from queue_core.wire.messages import Place, Ticket
from queue_core.wire.views import HallView, UnitWaiting
from queue_core.wire.words import TicketClass

translate = QCoreApplication.translate

CATEGORY_ICONS = {
    "registration": "register",
    "business": "business",
    "construction": "construction",
    "trade": "customs",
}
MOST_PLACES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassProps:
    """One of the classes at home: how many wait for it in all its categories, and usually how long."""

    code: str
    name: str
    means: str
    waiting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryProps:
    code: str
    name: str
    icon: str
    waiting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceProps:
    """What may be chosen. `paper_notice` says why no paper comes, before anybody has begun.

    `greeting` is for somebody whose card is known already, who may leave. In the elderly mode home offers
    less: what is not there is found by the card alone.
    """

    classes: tuple[ClassProps, ...] = ()
    categories: tuple[CategoryProps, ...] = ()
    greeting: str = ""
    has_check_in: bool = False
    has_guidance: bool = False
    has_rating: bool = False
    has_anonymous: bool = False
    has_cabinet: bool = False
    is_known: bool = False
    paper_notice: str = ""
    offers_paper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketProps:
    """The number that was taken. `place` is where it stands in the queue, `where` to go and sit.

    `qr` is the one-time link for a phone, gone with the visit; empty until it is made. `phone_notice` says
    what became of it.
    """

    ticket_class: str = ""
    category: str = ""
    number: str = ""
    place: str = ""
    wait: str = ""
    windows: str = ""
    where: tuple[str, ...] = ()
    qr: str = field(default="", repr=False)
    phone_notice: str = ""
    can_renew: bool = False
    is_paper: bool = False
    was_held: bool = False
    may_have_paper: bool = False
    has_card_to_take: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageProps:
    icon: str = ""
    tone: str = "warn"
    title: str = ""
    text: str = ""
    can_retry: bool = False
    book: str = ""


def derive(visit: Visit, facts: Facts) -> dict[str, object]:
    """The props of this section's models, by the models' names."""
    page = shown_page(visit, facts)
    offered = offer(facts.readers, facts.printer, facts.scanner, facts.means)
    return {
        "choice": choice(visit, facts, offered),
        "matters": matters(visit, page),
        "matter": matter(visit, page, facts),
        "identity": identity(visit, page, facts, offered),
        "foresight": foresight(visit, page, facts),
        "mobile": mobile(visit, page, facts),
        "appointments": appointments(visit, page, facts),
        "ticket": ticket(visit, facts),
        "message": message(visit, page, facts),
    }


# Home and categories


def choice(visit: Visit, facts: Facts, offered: Offer) -> ChoiceProps:
    hall = facts.hall
    has_all = visit.comfort.mode is not Mode.ELDERLY
    return ChoiceProps(
        classes=classes(hall) if hall else (),
        categories=categories(visit, hall) if hall else (),
        greeting=greeting(visit),
        has_check_in=has_all and hall is not None and hall.has_appointments,
        has_guidance=has_all and facts.means.matters,
        has_rating=has_all,
        has_anonymous=hall is not None and bool(hall.anonymous_classes),
        has_cabinet=facts.means.cabinet != "",
        is_known=visit.holder is not None,
        paper_notice=paper_notice(offered),
        offers_paper=Way.PAPER in offered.ways,
    )


def classes(hall: HallView) -> tuple[ClassProps, ...]:
    """Those that some category has."""
    offered = {kind for one in hall.categories for kind in one.classes}
    return tuple(class_of(kind, hall) for kind in TicketClass if kind in offered)


def class_of(kind: TicketClass, hall: HallView) -> ClassProps:
    name, means = class_words(kind)
    units = [one for one in hall.units if one.ticket_class is kind]
    return ClassProps(code=kind.value, name=name, means=means, waiting=units_words(units))


def class_words(kind: TicketClass) -> tuple[str, str]:
    """What it is called at home, and for whom it is."""
    match kind:
        case TicketClass.ACCEPT:
            return translate("Kiosk", "办理业务"), translate("Kiosk", "材料带齐了，到窗口办")
        case TicketClass.CONSULT:
            return translate("Kiosk", "咨询"), translate("Kiosk", "先问清楚怎么办")
        case TicketClass.PICKUP:
            return translate("Kiosk", "取件"), translate("Kiosk", "领取办好的证照")
        case _:
            assert_never(kind)


def categories(visit: Visit, hall: HallView) -> tuple[CategoryProps, ...]:
    """Those that have the chosen class."""
    return tuple(
        CategoryProps(
            code=one.code,
            name=named(one.names, visit.language),
            icon=CATEGORY_ICONS.get(one.code, "desk"),
            waiting=units_words(units_of(hall, one.code, visit.ticket_class)),
        )
        for one in hall.categories
        if visit.ticket_class in one.classes
    )


def units_of(hall: HallView, category: str, kind: TicketClass | None) -> list[UnitWaiting]:
    return [one for one in hall.units if (one.category, one.ticket_class) == (category, kind)]


def units_words(units: list[UnitWaiting]) -> str:
    """How many wait for these now and how long that usually is; empty when it is not known."""
    if not units:
        return ""
    parts = (waiting_words(sum(one.waiting for one in units)), typical_words(units))
    return translate("Kiosk", "，").join(part for part in parts if part)


def paper_notice(offered: Offer) -> str:
    if not offered.no_paper_because:
        return ""
    reason = messages.PAPER.get(offered.no_paper_because, messages.printer_silent)()
    return translate("Kiosk", "%1，请用手机扫码取号。").replace("%1", reason)


# The number


def ticket(visit: Visit, facts: Facts) -> TicketProps:
    taken = visit.ticket
    if taken is None:
        return TicketProps(has_card_to_take=has_card_to_take(facts))
    return TicketProps(
        ticket_class=taken.ticket_class.value,
        category=category_name(taken.category, visit.language, facts),
        number=taken.number,
        place=place_words(taken),
        wait=wait_words(taken.estimate),
        windows=windows_words(taken.windows),
        where=where(taken, visit.language, facts),
        qr=visit.link,
        phone_notice=phone_notice(visit),
        can_renew=visit.trouble == NO_LINK,
        is_paper=visit.way is Way.PAPER,
        was_held=visit.was_held,
        may_have_paper=visit.has_left_printer,
        has_card_to_take=has_card_to_take(facts),
    )


def has_card_to_take(facts: Facts) -> bool:
    return any(one.has_card for one in facts.readers)


def where(taken: Ticket, language: str, facts: Facts) -> tuple[str, ...]:
    """The places of its windows; none when there are too many to choose from."""
    places = places_of(taken, facts)
    return tuple(where_words(one, language) for one in places) if len(places) <= MOST_PLACES else ()


def places_of(taken: Ticket, facts: Facts) -> list[Place]:
    every = facts.hall.places if facts.hall else ()
    return [one for one in every if set(one.windows) & set(taken.windows)]


def phone_notice(visit: Visit) -> str:
    if visit.trouble == NOT_SCANNED:
        return messages.not_scanned()
    if visit.trouble == NO_LINK:
        return messages.no_link()
    return ""


# Troubles


def message(visit: Visit, page: Page, facts: Facts) -> MessageProps:
    match page:
        case Page.CARD_TROUBLE:
            return props(messages.card_trouble(visit.trouble), can_retry=True)
        case Page.TAKE_TROUBLE:
            return take_trouble(visit, facts)
        case Page.PAPER_TROUBLE:
            return props(messages.paper_trouble(visit.trouble, has_left_printer=visit.has_left_printer))
        case _:
            standing = STANDING.get(page)
            return props(standing()) if standing else MessageProps()


def take_trouble(visit: Visit, facts: Facts) -> MessageProps:
    """Where no number of today will do, another day is offered."""
    found = messages.take_trouble(visit.trouble)
    if may_book(visit, facts):
        told = replace(found, text=booking_words.instead(visit.trouble))
        return replace(props(told), book=booking_words.offer_words())
    return props(found, can_retry=visit.trouble in messages.WORTH_ANOTHER_TRY)


STANDING = {
    Page.AWAY: messages.away,
    Page.CLOSED: messages.closed,
    Page.NO_APPOINTMENT: messages.no_appointment,
    Page.NO_READER: messages.no_reader,
    Page.STARTING: messages.starting,
}


def props(found: Message, *, can_retry: bool = False) -> MessageProps:
    return MessageProps(
        icon=found.icon, tone=found.tone, title=found.title, text=found.text, can_retry=can_retry
    )
