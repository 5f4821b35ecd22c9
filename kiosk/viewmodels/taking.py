"""What the pages of taking a number show: pure, apart from the language that is installed."""

from dataclasses import dataclass, field
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from drivers.contract.card_reader import CardKind
from kiosk.flow.facts import Facts
from kiosk.flow.offer import Offer, needs_no_card, offer
from kiosk.flow.shown import shown_page
from kiosk.flow.visit import Page, Visit, Way
from kiosk.slip import named
from kiosk.viewmodels import messages
from kiosk.viewmodels.messages import Message
from kiosk.wait import said
from queue_core.wire.messages import Estimate, Ticket
from queue_core.wire.words import CardKind as HallCard
from queue_core.wire.words import TicketState

translate = QCoreApplication.translate

CATEGORY_ICONS = {
    "registration": "register",
    "business": "business",
    "construction": "construction",
    "trade": "customs",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryProps:
    code: str
    name: str
    icon: str
    waiting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceProps:
    """What may be chosen. `paper_notice` says why no paper comes, before anybody has begun.

    `needs_no_card`: the chosen class has anonymous numbers; `has_anonymous`: some class has.
    """

    categories: tuple[CategoryProps, ...] = ()
    reads_id_card: bool = False
    reads_security_card: bool = False
    paper_notice: str = ""
    card_notice: str = ""
    offers_paper: bool = False
    needs_no_card: bool = False
    has_anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketProps:
    """What is being taken, and what was; `place` is where its number stands.

    `qr` is the status URL: the holder's own, gone with the visit.
    """

    ticket_class: str = ""
    category: str = ""
    masked_name: str = ""
    card: str = ""
    waiting: str = ""
    number: str = ""
    place: str = ""
    wait: str = ""
    qr: str = field(default="", repr=False)
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


def derive(visit: Visit, facts: Facts) -> dict[str, object]:
    """The props of this section's models, by the models' names."""
    page = shown_page(visit, facts)
    offered = offer(facts.readers, facts.printer)
    return {
        "choice": choice(visit, facts, offered),
        "ticket": ticket(visit, facts),
        "message": message(visit, page),
    }


def choice(visit: Visit, facts: Facts, offered: Offer) -> ChoiceProps:
    return ChoiceProps(
        categories=categories(visit, facts),
        reads_id_card=CardKind.RESIDENT_ID in offered.cards,
        reads_security_card=CardKind.SOCIAL_SECURITY in offered.cards,
        paper_notice=paper_notice(offered),
        card_notice=card_notice(facts, offered),
        offers_paper=Way.PAPER in offered.ways,
        needs_no_card=needs_no_card(visit.ticket_class, facts.hall),
        has_anonymous=facts.hall is not None and bool(facts.hall.anonymous_classes),
    )


def categories(visit: Visit, facts: Facts) -> tuple[CategoryProps, ...]:
    """Those that have the chosen class."""
    if facts.hall is None or visit.ticket_class is None:
        return ()
    return tuple(
        CategoryProps(
            code=one.code,
            name=named(one.names, visit.language),
            icon=CATEGORY_ICONS.get(one.code, "desk"),
            waiting=people_waiting(facts, one.code, visit),
        )
        for one in facts.hall.categories
        if visit.ticket_class in one.classes
    )


def people_waiting(facts: Facts, category: str, visit: Visit) -> str:
    """How many wait for this unit now, in words; empty when it is not known."""
    units = facts.hall.units if facts.hall else ()
    for unit in units:
        if (unit.category, unit.ticket_class) == (category, visit.ticket_class):
            return waiting_words(unit.waiting)
    return ""


def waiting_words(count: int) -> str:
    if count == 0:
        return translate("Kiosk", "现在没有人等候")
    return translate("Kiosk", "现在有 %1 人等候").replace("%1", str(count))


def place_words(taken: Ticket) -> str:  # noqa: PLR0911 one a state
    """Where a number stands, as it was when it was asked for."""
    match taken.state:
        case TicketState.WAITING:
            return ahead_words(taken.ahead)
        case TicketState.DEFERRED:
            return translate("Kiosk", "已顺延，先让几位")
        case TicketState.REMOTE:
            return translate("Kiosk", "请到导办台报到")
        case TicketState.CALLED:
            return translate("Kiosk", "正在叫您的号，请看大屏")
        case TicketState.SERVING:
            return translate("Kiosk", "正在窗口办理")
        case TicketState.HELD:
            return translate("Kiosk", "材料齐了，请到导办台报到")
        case TicketState.ABSENT:
            return translate("Kiosk", "已过号，请到导办台说明")
        case TicketState.FINISHED | TicketState.CANCELLED | TicketState.EXPIRED | TicketState.WITHDRAWN:
            return translate("Kiosk", "这个号已经结束")
        case _:
            assert_never(taken.state)


def ahead_words(count: int) -> str:
    if count == 0:
        return translate("Kiosk", "您前面没有人")
    return translate("Kiosk", "您前面还有 %1 人").replace("%1", str(count))


def wait_words(estimate: Estimate | None) -> str:
    if estimate is None:
        return ""
    wait = said(estimate)
    words = translate("Kiosk", "约 %1 分钟，多数不超过 %2 分钟")
    return words.replace("%1", str(wait.about_min)).replace("%2", str(wait.within_min))


def paper_notice(offered: Offer) -> str:
    if not offered.no_paper_because:
        return ""
    reason = messages.PAPER.get(offered.no_paper_because, messages.printer_silent)()
    return translate("Kiosk", "%1，请用手机扫码取号。").replace("%1", reason)


def card_notice(facts: Facts, offered: Offer) -> str:
    if facts.left_cards:
        return translate("Kiosk", "读卡处已经有一张卡。是您的，请拿起再放一次；不是您的，请交给导办台。")
    if CardKind.RESIDENT_ID in offered.missing_cards:
        return translate("Kiosk", "身份证读卡处暂时不能用，请用社会保障卡，或到导办台。")
    if CardKind.SOCIAL_SECURITY in offered.missing_cards:
        return translate("Kiosk", "社会保障卡读卡处暂时不能用，请用身份证，或到导办台。")
    return ""


def ticket(visit: Visit, facts: Facts) -> TicketProps:
    taken = visit.ticket
    return TicketProps(
        ticket_class=visit.ticket_class.value if visit.ticket_class else "",
        category=category_name(visit, facts),
        masked_name=masked(visit.holder.name) if visit.holder else "",
        card=card_name(visit),
        waiting=people_waiting(facts, visit.category, visit),
        number=taken.number if taken else "",
        place=place_words(taken) if taken else "",
        wait=wait_words(taken.estimate) if taken else "",
        qr=taken.status_url if taken else "",
        is_paper=visit.way is Way.PAPER,
        was_held=visit.was_held,
        may_have_paper=visit.has_left_printer,
        has_card_to_take=any(one.has_card for one in facts.readers),
    )


def category_name(visit: Visit, facts: Facts) -> str:
    found = (one.names for one in facts.hall.categories if one.code == visit.category) if facts.hall else ()
    return named(next(iter(found), {}), visit.language)


def masked(name: str) -> str:
    """张三 → 张*, 欧阳小明 → 欧**: enough to know one's own card, too little for the next in line."""
    return name[:1] + "*" * min(len(name) - 1, 2)


def card_name(visit: Visit) -> str:
    match visit.card_kind:
        case None:
            return ""
        case HallCard.RESIDENT_ID:
            return translate("Kiosk", "居民身份证")
        case HallCard.SOCIAL_SECURITY:
            return translate("Kiosk", "社会保障卡")
        case HallCard.RESIDENCE_PERMIT:
            return translate("Kiosk", "港澳台居民居住证")
        case HallCard.PERMANENT_RESIDENCE:
            return translate("Kiosk", "外国人永久居留身份证")
        case HallCard.MEDICAL_INSURANCE:
            return translate("Kiosk", "医保电子凭证")
        case HallCard.PASSPORT:  # typed at the guide desk, never read here
            return ""
        case unknown:
            assert_never(unknown)


def message(visit: Visit, page: Page) -> MessageProps:
    match page:
        case Page.CARD_TROUBLE:
            return props(messages.card_trouble(visit.trouble), can_retry=True)
        case Page.TAKE_TROUBLE:
            is_worth_it = visit.trouble in messages.WORTH_ANOTHER_TRY
            return props(messages.take_trouble(visit.trouble), can_retry=is_worth_it)
        case Page.PAPER_TROUBLE:
            return props(messages.paper_trouble(visit.trouble, has_left_printer=visit.has_left_printer))
        case _:
            standing = STANDING.get(page)
            return props(standing()) if standing else MessageProps()


STANDING = {
    Page.AWAY: messages.away,
    Page.CLOSED: messages.closed,
    Page.NO_READER: messages.no_reader,
    Page.STARTING: messages.starting,
}


def props(found: Message, *, can_retry: bool = False) -> MessageProps:
    return MessageProps(
        icon=found.icon, tone=found.tone, title=found.title, text=found.text, can_retry=can_retry
    )
