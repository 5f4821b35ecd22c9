"""What the pages that ask who it is show: pure. No digit of a card is told to a log."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from drivers.contract.card_reader import CardKind
from kiosk.flow.effects import VerifyCode
from kiosk.flow.facts import Facts
from kiosk.flow.identity import ID_NUMBER_LENGTH, NEEDS_A_PERSON
from kiosk.flow.offer import Offer, needs_no_card
from kiosk.flow.visit import Page, Purpose, Visit
from kiosk.viewmodels.taking_matters import card_facts

translate = QCoreApplication.translate
SEEN_DIGITS = 4
PARTS = (6, 14, ID_NUMBER_LENGTH)  # place of origin, date of birth, the rest
ASKING = frozenset({Page.CARD, Page.TYPING, Page.READING, Page.CARD_TROUBLE, Page.NO_READER})


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityProps:
    """How one can say who one is. `keys_text` leads to the keys, empty where nothing may be typed.

    `found_notice`: what was shown or typed before is known, and why somebody is asked all the same.

    `typed` is what the keys work on, `typed_shown` what is seen of it: the last four, in the number's parts.
    """

    title: str = ""
    hint: str = ""
    reads_id_card: bool = False
    reads_security_card: bool = False
    scan_text: str = ""
    keys_text: str = ""
    needs_no_card: bool = False
    found_notice: str = ""
    card_notice: str = ""
    matter: str = ""
    matter_facts: str = ""
    typed: str = field(default="", repr=False)
    typed_shown: str = field(default="", repr=False)
    typing_notice: str = ""
    typing_count: str = ""
    reading_title: str = ""
    reading_text: str = ""


def identity(visit: Visit, page: Page, facts: Facts, offered: Offer) -> IdentityProps:
    if page not in ASKING:
        return IdentityProps()
    return IdentityProps(
        title=title(visit, offered),
        hint=hint(offered),
        reads_id_card=CardKind.RESIDENT_ID in offered.cards,
        reads_security_card=CardKind.SOCIAL_SECURITY in offered.cards,
        scan_text=scan_text(visit, offered),
        keys_text=keys_text(visit, offered),
        needs_no_card=visit.purpose is Purpose.TAKE and needs_no_card(visit.ticket_class, facts.hall),
        found_notice=found_notice(visit),
        card_notice=card_notice(facts, offered),
        matter=named(visit.matter.names, visit.language) if visit.matter else "",
        matter_facts=card_facts(visit),
        typed=visit.typed if page is Page.TYPING else "",
        typed_shown=shown_number(visit.typed) if page is Page.TYPING else "",
        typing_notice=typing_notice(visit),
        typing_count=typing_count(visit.typed),
        reading_title=reading_title(visit),
        reading_text=reading_text(visit),
    )


def title(visit: Visit, offered: Offer) -> str:
    if not offered.cards:
        return translate("Kiosk", "请选择一种方式")
    match visit.purpose:
        case Purpose.OWN | Purpose.RATE:
            return translate("Kiosk", "请刷取号时用的卡")
        case Purpose.COLLECT if has_found(visit):
            return translate("Kiosk", "请再放上您的卡")
        case Purpose.CHECK_IN:
            return translate("Kiosk", "请放上预约人的卡")
        case _:
            return translate("Kiosk", "请放上您的卡")


def hint(offered: Offer) -> str:
    return translate("Kiosk", "把卡平放在读卡处，先不要拿起") if offered.cards else ""


def has_found(visit: Visit) -> bool:
    """It is known what is to be collected, and not by whom."""
    return visit.purpose is Purpose.COLLECT and visit.case is not None


def found_notice(visit: Visit) -> str:
    """A code found the case; where the hall gives nobody a pickup number unknown, its holder is asked for."""
    if not has_found(visit):
        return ""
    return translate("Kiosk", "已找到您的办件。本大厅取件要核对领取人，核对后就能取号。")


def scan_text(visit: Visit, offered: Offer) -> str:
    """What may be held before the scanner."""
    if not offered.scans:
        return ""
    match visit.purpose:
        case Purpose.OWN | Purpose.RATE:
            return translate("Kiosk", "或扫号票、手机上的二维码")
        case Purpose.COLLECT if not has_found(visit):
            return translate("Kiosk", "或扫受理回执、手机上的取件二维码")
        case _:
            return translate("Kiosk", "或出示医保电子凭证二维码") if offered.e_cards else ""


def keys_text(visit: Visit, offered: Offer) -> str:  # noqa: PLR0911 one a purpose
    """Nobody is told to have come without a card where no reader works.

    Who rates must be the holder: a number that is typed is no proof, and leads nowhere. Who has shown what is
    to be collected is asked for the person alone.
    """
    if visit.purpose in NEEDS_A_PERSON or has_found(visit):
        if not offered.types:
            return ""
        if not offered.cards:
            return translate("Kiosk", "输入身份证号")
        return translate("Kiosk", "没带卡，输入身份证号")
    match visit.purpose:
        case Purpose.OWN if not offered.cards:
            return translate("Kiosk", "输入号码")
        case Purpose.COLLECT if not offered.cards:
            return translate("Kiosk", "输入取件码或编号")
        case Purpose.OWN:
            return translate("Kiosk", "没带卡，输入号码")
        case Purpose.COLLECT:
            return translate("Kiosk", "没带卡，输入取件码或编号")
        case _:
            return ""


def card_notice(facts: Facts, offered: Offer) -> str:
    if facts.left_cards:
        return translate("Kiosk", "读卡处已经有一张卡。是您的，请拿起再放一次；不是您的，请交给导办台。")
    if not offered.cards:
        return translate("Kiosk", "读卡处暂时不能用。请用下面的方式，或到导办台。")
    if CardKind.RESIDENT_ID in offered.missing_cards:
        return translate("Kiosk", "身份证读卡处暂时不能用，请用社会保障卡，或到导办台。")
    if CardKind.SOCIAL_SECURITY in offered.missing_cards:
        return translate("Kiosk", "社会保障卡读卡处暂时不能用，请用身份证，或到导办台。")
    return ""


# Reading


def is_of_a_code(visit: Visit) -> bool:
    return isinstance(visit.question, VerifyCode)


def reading_title(visit: Visit) -> str:
    if is_of_a_code(visit):
        return translate("Kiosk", "正在核对电子凭证")
    return translate("Kiosk", "正在读卡")


def reading_text(visit: Visit) -> str:
    return translate("Kiosk", "请稍候") if is_of_a_code(visit) else translate("Kiosk", "请不要拿起卡")


# Typing


def shown_number(typed: str) -> str:
    """`•••••• ••••1203`: as many as were typed; only the last four can be read from behind."""
    hidden = "•" * max(0, len(typed) - SEEN_DIGITS) + typed[-SEEN_DIGITS:]
    begins = (0, *PARTS[:-1])
    return " ".join(part for start, end in zip(begins, PARTS, strict=True) if (part := hidden[start:end]))


def typing_notice(visit: Visit) -> str:
    match visit.trouble:
        case "id-number-short":
            return translate("Kiosk", "身份证号是 18 位，还没有输完。")
        case "id-number-wrong":
            return translate("Kiosk", "号码有误，请对照身份证再输一次。最后一位可能是 X。")
        case _:
            return ""


def typing_count(typed: str) -> str:
    words = translate("Kiosk", "已输入 %1 位，共 %2 位")
    return words.replace("%1", str(len(typed))).replace("%2", str(ID_NUMBER_LENGTH))
