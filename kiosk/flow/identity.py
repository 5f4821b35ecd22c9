"""Who is it: a card on a reader, an electronic card before the scanner, or the number typed by hand.

These pages serve all purposes. Whoever is known once is not asked again in the same visit.
"""

from dataclasses import replace

from drivers.contract.events import CodeKind
from drivers.protocol import id_number
from kiosk.flow import checking_in, confirming, own
from kiosk.flow.effects import LookForCards, ReadCard, VerifyCode
from kiosk.flow.events import CardFailed, CardLaid, CardRead, CodeScanned
from kiosk.flow.facts import Facts
from kiosk.flow.offer import needs_no_card
from kiosk.flow.presses import Again, Back, Entered, KeysWanted, Leave, TimeOver, Typed, WithoutCard
from kiosk.flow.steps import Rows, Step, anew, nothing
from kiosk.flow.visit import Page, Purpose, Visit
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CardKind

ID_NUMBER_LENGTH = 18
NEEDS_A_PERSON = frozenset({Purpose.TAKE, Purpose.CHECK_IN})


def ask_who(visit: Visit, facts: Facts) -> Step:
    """On with the purpose for somebody known; otherwise a card is asked for. One that lies there is read."""
    if visit.holder is not None:
        return identified(visit, facts)
    asking = replace(visit, page=Page.CARD, decision=None, typed="", trouble="")
    return Step(asking, (LookForCards(except_on=facts.left_cards),))


def identified(visit: Visit, facts: Facts) -> Step:
    match visit.purpose:
        case Purpose.TAKE:
            return confirming.foresee(visit, facts)
        case Purpose.CHECK_IN:
            return checking_in.look_up(visit)
        case _:
            return own.identified(visit, facts)


# Card and code


def read_card(visit: Visit, event: CardLaid, facts: Facts) -> Step:
    if event.reader in facts.left_cards:
        return Step(visit)
    reading = ReadCard(visit_id=visit.visit_id, reader=event.reader)
    return Step(replace(visit, page=Page.READING, typed="", trouble="", question=reading), (reading,))


def read_code(visit: Visit, event: CodeScanned, facts: Facts) -> Step:
    """An e-card says who it is; any other code stands for a number or a case."""
    if event.kind is not CodeKind.MEDICAL_INSURANCE:
        return own.scanned(visit, event, facts)
    if not facts.means.e_cards:
        return Step(replace(visit, page=Page.CARD_TROUBLE, trouble="code-unknown"))
    verifying = VerifyCode(visit_id=visit.visit_id, text=event.text)
    return Step(replace(visit, page=Page.READING, typed="", trouble="", question=verifying), (verifying,))


def card_was_read(visit: Visit, event: CardRead, facts: Facts) -> Step:
    return identified(replace(visit, page=page_before(visit), holder=event.holder), facts)


def card_failed(visit: Visit, event: CardFailed, _: Facts) -> Step:
    return Step(replace(visit, page=Page.CARD_TROUBLE, trouble=event.code))


def card_again(visit: Visit, _: Again, facts: Facts) -> Step:
    """A card that was laid down at home is looked for from there."""
    looking = (LookForCards(except_on=facts.left_cards),)
    if visit.purpose is None:
        return Step(replace(visit, page=Page.HOME, trouble=""), looking)
    return Step(replace(visit, page=Page.CARD, trouble=""), looking)


def go_without_card(visit: Visit, _: WithoutCard, facts: Facts) -> Step:
    if visit.purpose is not Purpose.TAKE or not needs_no_card(visit.ticket_class, facts.hall):
        return Step(visit)
    return confirming.foresee(replace(visit, page=page_before(visit), holder=None, trouble=""), facts)


# Typing


def open_keys(visit: Visit, _: KeysWanted, facts: Facts) -> Step:
    """The identity number where one is needed and may be typed; otherwise the number on the ticket.

    Whose a document is whose code was shown, the identity number says. Nobody rates by a typed number.
    """
    if visit.purpose is Purpose.RATE:
        return Step(visit)
    if visit.purpose not in NEEDS_A_PERSON and visit.case is None:
        return own.type_number(visit)
    if not facts.means.typing:
        return Step(visit)
    return Step(replace(visit, page=Page.TYPING, typed="", trouble=""))


def type_number(visit: Visit, event: Typed, _: Facts) -> Step:
    kept = "".join(sign for sign in event.text.upper() if sign in "0123456789X")
    return Step(replace(visit, typed=kept[:ID_NUMBER_LENGTH], trouble=""))


def number_entered(visit: Visit, _: Entered, facts: Facts) -> Step:
    """Checked here, where the mistake can be seen and put right. A typed number comes without a name."""
    if len(visit.typed) < ID_NUMBER_LENGTH:
        return Step(replace(visit, trouble="id-number-short"))
    if not id_number.is_valid(visit.typed):
        return Step(replace(visit, trouble="id-number-wrong"))
    holder = CardHolder(name="", id_number=visit.typed, card=CardKind.RESIDENT_ID)
    return identified(replace(visit, page=page_before(visit), holder=holder, typed="", trouble=""), facts)


def is_proved(holder: CardHolder) -> bool:
    """A card or code was there; anybody may type the number of somebody else."""
    return holder.name != ""


def back_to_card(visit: Visit, _: Back, facts: Facts) -> Step:
    return ask_who(visit, facts)


# Back


def page_before(visit: Visit) -> Page:
    """Where a citizen stands again who goes back from what follows the card."""
    if visit.purpose is not Purpose.TAKE:
        return Page.HOME
    if visit.matter is not None:
        return Page.MATTER
    return Page.MATTERS if visit.found is not None and visit.found.total else Page.CATEGORY


def step_back(visit: Visit, _: Back, __: Facts) -> Step:
    page = page_before(visit)
    if page is Page.HOME:
        return Step(replace(anew(visit), holder=visit.holder))
    if page is Page.MATTER:  # its facts were on the page: back is to the choice before it
        page = Page.MATTERS if visit.found is not None else Page.HOME
    return Step(replace(visit, page=page, matter=None, decision=None, preview=None, typed="", trouble=""))


ROWS: Rows = {
    Page.HOME: {CardLaid: read_card, CodeScanned: read_code},
    Page.CARD: {
        CardLaid: read_card,
        CodeScanned: read_code,
        KeysWanted: open_keys,
        WithoutCard: go_without_card,
        Back: step_back,
    },
    Page.TYPING: {
        Typed: type_number,
        Entered: number_entered,
        CardLaid: read_card,
        CodeScanned: read_code,
        Back: back_to_card,
    },
    Page.READING: {CardRead: card_was_read, CardFailed: card_failed, Leave: nothing, TimeOver: nothing},
    Page.CARD_TROUBLE: {
        CardLaid: read_card,
        CodeScanned: read_code,
        KeysWanted: open_keys,
        WithoutCard: go_without_card,
        Again: card_again,
        Back: step_back,
    },
}
