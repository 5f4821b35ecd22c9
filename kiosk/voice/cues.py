"""What there is to be said now: one cue for a page as it stands. Pure."""

from enum import StrEnum

from drivers.contract.card_reader import CardKind
from kiosk.flow.collecting import ELSEWHERE, at_windows
from kiosk.flow.confirming import is_warned
from kiosk.flow.delivering import NO_LINK, NOT_SCANNED
from kiosk.flow.facts import Facts
from kiosk.flow.limits import is_untouched
from kiosk.flow.offer import Offer, offer
from kiosk.flow.shown import shown_page
from kiosk.flow.visit import Mode, Page, Purpose, Visit, Way
from kiosk.viewmodels.frame import has_left_card
from kiosk.viewmodels.taking_identity import has_found
from queue_core.wire.words import PlaceKind, TicketState


class Cue(StrEnum):
    """One thing to say; the clip of a fixed sentence bears the same name."""

    STILL_THERE = "still-there"
    LEFT_CARD = "left-card"
    HOME = "home"
    AWAY = "away"
    CLOSED = "closed"
    NO_READER = "no-reader"
    CATEGORY = "category"
    MATTERS = "matters"
    MATTER = "matter"
    CARD_LIES = "card-lies"
    CARD_ANY = "card-any"
    CARD_ID = "card-id"
    CARD_SECURITY = "card-security"
    CARD_OR_TICKET = "card-or-ticket"
    CARD_OR_RECEIPT = "card-or-receipt"
    FOUND = "found"  # what is collected is known, and not by whom
    WHO = "who"
    TYPING = "typing"
    TYPING_WRONG = "typing-wrong"
    READING = "reading"
    CARD_TOO_EARLY = "card-too-early"
    CARD_UNKNOWN = "card-unknown"
    CARD_UNREAD = "card-unread"
    CODE_USELESS = "code-useless"
    APPOINTMENTS = "appointments"
    NO_APPOINTMENT = "no-appointment"
    CONFIRM = "confirm"
    CONFIRM_PHONE = "confirm-phone"
    RISK = "risk"
    MOBILE = "mobile"
    MOBILE_WRONG = "mobile-wrong"
    TAKING = "taking"
    NOT_TAKEN = "not-taken"
    TAKE_AGAIN = "take-again"
    QUOTA_FULL = "quota-full"
    TODAY_OVER = "today-over"
    PRINTING = "printing"
    PAPER_TROUBLE = "paper-trouble"
    PAPER_DOUBTED = "paper-doubted"
    QR = "qr"
    NOT_SCANNED = "not-scanned"
    NO_LINK = "no-link"
    NUMBER = "number"  # with the number and how many are ahead
    OWN_NUMBER = "own-number"  # likewise
    OWN_CALLED = "own-called"  # with the window
    OWN_ELSE = "own-else"
    OWN_TYPING = "own-typing"
    NO_NUMBER = "no-number"
    EXPLANATION = "explanation"
    CONVERT = "convert"
    CONVERT_CONFIRM = "convert-confirm"
    ASK_DEFER = "ask-defer"
    ASK_CANCEL = "ask-cancel"
    ASK_ADD = "ask-add"
    CHANGED = "changed"
    CASES = "cases"
    CASES_APART = "cases-apart"  # some at a window, some elsewhere
    IN_LOCKER = "in-locker"
    ELSEWHERE = "elsewhere"  # with a partner, in the post, or in several places
    NO_CASE = "no-case"
    LIST_DONE = "list-done"
    RATE = "rate"
    RATED = "rated"
    ASKING = "asking"
    ASK_TROUBLE = "ask-trouble"


MATTERING = frozenset(
    {
        Cue.STILL_THERE,
        Cue.LEFT_CARD,
        Cue.AWAY,
        Cue.CLOSED,
        Cue.NO_READER,
        Cue.CARD_LIES,
        Cue.CARD_TOO_EARLY,
        Cue.CARD_UNKNOWN,
        Cue.CARD_UNREAD,
        Cue.CODE_USELESS,
        Cue.RISK,
        Cue.MOBILE_WRONG,
        Cue.NOT_TAKEN,
        Cue.TAKE_AGAIN,
        Cue.QUOTA_FULL,
        Cue.TODAY_OVER,
        Cue.PAPER_TROUBLE,
        Cue.PAPER_DOUBTED,
        Cue.NOT_SCANNED,
        Cue.NO_LINK,
        Cue.NUMBER,
        Cue.OWN_CALLED,
        Cue.IN_LOCKER,
        Cue.ELSEWHERE,
        Cue.LIST_DONE,
        Cue.ASK_TROUBLE,
    }
)
"""Said to everybody: what is to be taken along, and what did not work. The rest is for who asked for it."""

PLAIN = {
    Page.AWAY: Cue.AWAY,
    Page.CLOSED: Cue.CLOSED,
    Page.NO_READER: Cue.NO_READER,
    Page.HOME: Cue.HOME,
    Page.CATEGORY: Cue.CATEGORY,
    Page.MATTERS: Cue.MATTERS,
    Page.MATTER: Cue.MATTER,
    Page.READING: Cue.READING,
    Page.APPOINTMENTS: Cue.APPOINTMENTS,
    Page.NO_APPOINTMENT: Cue.NO_APPOINTMENT,
    Page.SLOTS: Cue.APPOINTMENTS,
    Page.BOOKED: Cue.CHANGED,
    Page.TAKING: Cue.TAKING,
    Page.PRINTING: Cue.PRINTING,
    Page.DONE: Cue.NUMBER,
    Page.OWN_TYPING: Cue.OWN_TYPING,
    Page.NO_NUMBER: Cue.NO_NUMBER,
    Page.EXPLANATION: Cue.EXPLANATION,
    Page.CONVERT: Cue.CONVERT,
    Page.CONVERT_CONFIRM: Cue.CONVERT_CONFIRM,
    Page.ASK_DEFER: Cue.ASK_DEFER,
    Page.ASK_CANCEL: Cue.ASK_CANCEL,
    Page.ASK_ADD: Cue.ASK_ADD,
    Page.CHANGED: Cue.CHANGED,
    Page.LIST_DONE: Cue.LIST_DONE,
    Page.RATE: Cue.RATE,
    Page.RATED: Cue.RATED,
    Page.ASKING: Cue.ASKING,
    Page.ASK_TROUBLE: Cue.ASK_TROUBLE,
}

CARD_TROUBLES = {
    "card-removed": Cue.CARD_TOO_EARLY,
    "no-card": Cue.CARD_TOO_EARLY,
    "card-unknown": Cue.CARD_UNKNOWN,
    "code-unknown": Cue.CODE_USELESS,
    "code-expired": Cue.CODE_USELESS,
    "code-unreachable": Cue.CODE_USELESS,
}

TAKE_TROUBLES = {
    "hall-unreachable": Cue.TAKE_AGAIN,
    "not-a-hall": Cue.TAKE_AGAIN,
    "number-gone": Cue.TAKE_AGAIN,
    "quota-full": Cue.QUOTA_FULL,
    "will-not-be-served": Cue.TODAY_OVER,
    "hall-closed": Cue.CLOSED,
    "hall-closed-today": Cue.CLOSED,
    "hall-not-open-yet": Cue.CLOSED,
}

WAITING_ELSEWHERE = {
    code: Cue.IN_LOCKER if kind is PlaceKind.DOOR else Cue.ELSEWHERE for kind, code in ELSEWHERE.items()
}

CARDS = {
    frozenset({CardKind.RESIDENT_ID, CardKind.SOCIAL_SECURITY}): Cue.CARD_ANY,
    frozenset({CardKind.RESIDENT_ID}): Cue.CARD_ID,
    frozenset({CardKind.SOCIAL_SECURITY}): Cue.CARD_SECURITY,
}


def cue_of(visit: Visit, facts: Facts) -> Cue | None:  # noqa: C901, PLR0911, PLR0912 one a page
    """None behind a staff card, and as long as the kiosk is starting."""
    if visit.staff is not None:
        return None
    if visit.is_asked:
        return Cue.STILL_THERE
    if has_left_card(visit, facts):
        return Cue.LEFT_CARD
    match shown_page(visit, facts):
        case Page.CARD:
            return _of_card(visit, facts)
        case Page.TYPING:
            return Cue.TYPING_WRONG if visit.trouble else Cue.TYPING
        case Page.MOBILE:
            return Cue.MOBILE_WRONG if visit.trouble else Cue.MOBILE
        case Page.CARD_TROUBLE:
            return CARD_TROUBLES.get(visit.trouble, Cue.CARD_UNREAD)
        case Page.CONFIRM:
            return _of_confirm(visit, facts)
        case Page.TAKE_TROUBLE:
            return TAKE_TROUBLES.get(visit.trouble, Cue.NOT_TAKEN)
        case Page.PAPER_TROUBLE:
            return Cue.PAPER_DOUBTED if visit.has_left_printer else Cue.PAPER_TROUBLE
        case Page.QR:
            return {NOT_SCANNED: Cue.NOT_SCANNED, NO_LINK: Cue.NO_LINK}.get(visit.trouble, Cue.QR)
        case Page.OWN:
            return _of_own(visit)
        case Page.CASES:
            return _of_cases(visit)
        case Page.NO_CASE:
            return WAITING_ELSEWHERE.get(visit.trouble, Cue.NO_CASE)
        case page:
            return PLAIN.get(page)


def is_due(cue: Cue, visit: Visit) -> bool:
    """Whether this visitor is told so. Before an empty hall only a card that lies there is spoken of."""
    if cue is Cue.LEFT_CARD:
        return True
    if is_untouched(visit):
        return False
    return cue in MATTERING or visit.comfort.mode is Mode.ELDERLY or visit.comfort.is_spoken


def _of_card(visit: Visit, facts: Facts) -> Cue:
    offered = _offered(facts)
    if facts.left_cards:
        return Cue.CARD_LIES
    if has_found(visit) and offered.cards:
        return Cue.FOUND
    if offered.scans and visit.purpose in {Purpose.OWN, Purpose.RATE}:
        return Cue.CARD_OR_TICKET
    if offered.scans and visit.purpose is Purpose.COLLECT:
        return Cue.CARD_OR_RECEIPT
    return CARDS.get(offered.cards & {CardKind.RESIDENT_ID, CardKind.SOCIAL_SECURITY}, Cue.WHO)


def _of_cases(visit: Visit) -> Cue:
    match len(at_windows(visit)):
        case 0:
            return Cue.ELSEWHERE
        case here if here < len(visit.cases):
            return Cue.CASES_APART
        case _:
            return Cue.CASES


def _of_confirm(visit: Visit, facts: Facts) -> Cue:
    if is_warned(visit):
        return Cue.RISK
    return Cue.CONFIRM if Way.PAPER in _offered(facts).ways else Cue.CONFIRM_PHONE


def _of_own(visit: Visit) -> Cue:
    if visit.own is None:
        return Cue.OWN_ELSE
    match visit.own.ticket.state:
        case TicketState.WAITING:
            return Cue.OWN_NUMBER
        case TicketState.CALLED if visit.own.ticket.window is not None:
            return Cue.OWN_CALLED
        case _:
            return Cue.OWN_ELSE


def _offered(facts: Facts) -> Offer:
    return offer(facts.readers, facts.printer, facts.scanner, facts.means)
