"""The number that is being typed, and the service that is being rated."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from kiosk.flow.facts import Facts
from kiosk.flow.visit import Page, Purpose, Visit
from kiosk.viewmodels.own_words import matter_name, unit_name

translate = QCoreApplication.translate

LONGEST_NUMBER = 9  # three letters and six digits
LONGEST_CASE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class TypingProps:
    """`has_letters`: the number of a case has letters, that of a ticket digits nearly everywhere."""

    typed: str = field(default="", repr=False)
    title: str = ""
    hint: str = ""
    placeholder: str = ""
    has_letters: bool = False
    longest: int = LONGEST_NUMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingProps:
    number: str = ""
    window: str = ""
    service: str = ""


def typing(visit: Visit, page: Page) -> TypingProps:
    if page is not Page.OWN_TYPING:
        return TypingProps()
    if visit.purpose is Purpose.COLLECT:
        return TypingProps(
            typed=visit.typed,
            title=translate("Own", "请输入取件码或办件编号"),
            hint=translate("Own", "取件码 9 位，在短信里；编号在受理回执上"),
            placeholder=translate("Own", "取件码或编号"),
            has_letters=True,
            longest=LONGEST_CASE,
        )
    return TypingProps(
        typed=visit.typed,
        title=translate("Own", "请输入您的号码"),
        hint=translate("Own", "只能看排到哪里。要改动，请刷卡或扫号票。"),
        placeholder=translate("Own", "如 023"),
    )


def rating(visit: Visit, page: Page, facts: Facts) -> RatingProps:
    if page is not Page.RATE or visit.own is None:
        return RatingProps()
    ticket = visit.own.ticket
    done = next((each for each in reversed(ticket.errands) if each.is_done), None)
    unit = (ticket.ticket_class, ticket.category) if done is None else (done.ticket_class, done.category)
    named = matter_name(done.matter if done else None, visit)
    return RatingProps(
        number=ticket.number,
        window=""
        if ticket.served_at is None
        else translate("Own", "%1 号窗口").replace("%1", str(ticket.served_at)),
        service=named or unit_name(*unit, visit.language, facts),
    )
