"""What the page of one's own number shows."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.flow.facts import Facts
from kiosk.flow.own_acts import OPEN, offered_acts
from kiosk.flow.presses import OwnAct
from kiosk.flow.visit import Mode, OwnNumber, Visit
from kiosk.viewmodels.own_words import act_words, class_name, matter_name, refusal, state_words, unit_name
from kiosk.viewmodels.taking_words import (
    appointment_words,
    category_name,
    priority_words,
    wait_words,
    where_words,
    windows_words,
)
from queue_core.wire.messages import Place, Ticket
from queue_core.wire.words import TicketState

translate = QCoreApplication.translate

ELSEWHERE = frozenset({OwnAct.CANCEL})
LESS = frozenset({OwnAct.ADD_MATTER, OwnAct.DEFER, OwnAct.TO_PHONE})  # not offered in the elderly mode
MOST_PLACES = 2
IN_LINE = frozenset({TicketState.WAITING, TicketState.DEFERRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActProps:
    act: str
    text: str
    hint: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherProps:
    """One more number of the same person; `ticket` is its ticket_id."""

    ticket: int
    number: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnProps:
    """`notice` is what the holder must know first; `proof` how a number that is only shown becomes one's own.

    `matters` are all things to be done with it, the one in turn first; `right` is an appointment or priority.
    `cancel` stands apart from the other acts, at the foot.
    """

    number: str = ""
    ticket_class: str = ""
    category: str = ""
    matters: tuple[str, ...] = ()
    headline: str = ""
    advice: str = ""
    tone: str = "info"
    wait: str = ""
    right: str = ""
    where: tuple[str, ...] = ()
    notice: str = ""
    proof: str = ""
    acts: tuple[ActProps, ...] = ()
    cancel: str = ""
    others: tuple[OtherProps, ...] = ()
    is_over: bool = False


def own_number(visit: Visit, facts: Facts) -> OwnProps:
    own = visit.own
    if own is None:
        return OwnProps()
    ticket, state = own.ticket, state_words(own.ticket, is_holder=own.is_holder)
    return OwnProps(
        number=ticket.number,
        ticket_class=ticket.ticket_class.value,
        category=category_name(ticket.category, visit.language, facts),
        matters=matters(ticket, visit, facts),
        headline=state.headline,
        advice=state.advice,
        tone=state.tone,
        wait=wait_words(ticket.estimate) if ticket.state in IN_LINE else "",
        right=right(ticket, facts),
        where=where(ticket, visit.language, facts),
        notice=notice(visit, ticket),
        proof=proof(own, facts),
        acts=acts(own, visit, facts),
        cancel=act_words(OwnAct.CANCEL).text if OwnAct.CANCEL in offered_acts(own, facts) else "",
        others=tuple(other(each, visit, facts) for each in own.others),
        is_over=ticket.state not in OPEN,
    )


def matters(ticket: Ticket, visit: Visit, facts: Facts) -> tuple[str, ...]:
    """By name; of several things on one number those without a name by their business."""
    is_one = len(ticket.errands) <= 1
    names = (
        matter_name(each.matter, visit)
        or ("" if is_one else unit_name(each.ticket_class, each.category, visit.language, facts))
        for each in ticket.errands
        if not each.is_done
    )
    return tuple(name for name in names if name)


def right(ticket: Ticket, facts: Facts) -> str:
    if ticket.state not in IN_LINE or facts.hall is None:
        return ""
    if ticket.slot is not None:
        return appointment_words(ticket.slot, facts.hall)
    return priority_words(ticket.priority) if ticket.priority is not None else ""


def where(ticket: Ticket, language: str, facts: Facts) -> tuple[str, ...]:
    """The windows and where they are; of those that may call it the windows alone when they are far apart."""
    if ticket.state not in OPEN:
        return ()
    windows = ticket.windows if ticket.window is None else (ticket.window,)
    found = [one for one in places(facts) if set(one.windows) & set(windows)]
    if not 1 <= len(found) <= MOST_PLACES:
        return tuple(words for words in (windows_words(windows),) if words)
    return tuple(at_place(one, windows, language) for one in found)


def at_place(place: Place, windows: tuple[int, ...], language: str) -> str:
    here = tuple(window for window in windows if window in place.windows)
    words = translate("Own", "%1，%2")
    return words.replace("%1", windows_words(here)).replace("%2", where_words(place, language))


def places(facts: Facts) -> tuple[Place, ...]:
    return facts.hall.places if facts.hall else ()


def notice(visit: Visit, ticket: Ticket) -> str:
    """The number changed while something was asked for it; or closing time may come first."""
    if visit.trouble:
        said = translate("Own", "刚才没有办成。%1")
        return said.replace("%1", refusal(visit.trouble, visit.language))
    if ticket.may_not_be_called and ticket.state in IN_LINE:
        return translate("Own", "等候的人多，今天不一定轮得到您。")
    return ""


def proof(own: OwnNumber, facts: Facts) -> str:
    if own.is_holder or own.ticket.state not in OPEN:
        return ""
    if facts.scanner is None:
        return translate("Own", "要改动这个号，请刷取号时用的身份证或社会保障卡。")
    return translate("Own", "要改动这个号，请刷取号时用的卡，或扫号票、手机上的二维码。")


def acts(own: OwnNumber, visit: Visit, facts: Facts) -> tuple[ActProps, ...]:
    is_elderly = visit.comfort.mode is Mode.ELDERLY
    hidden = LESS | ELSEWHERE if is_elderly else ELSEWHERE
    return tuple(act_props(act, is_short=is_elderly) for act in offered_acts(own, facts) if act not in hidden)


def act_props(act: OwnAct, *, is_short: bool) -> ActProps:
    words = act_words(act)
    return ActProps(act=act.value, text=words.text, hint="" if is_short else words.hint, icon=words.icon)


def other(ticket: Ticket, visit: Visit, facts: Facts) -> OtherProps:
    business = category_name(ticket.category, visit.language, facts) or class_name(ticket.ticket_class)
    return OtherProps(ticket=ticket.ticket_id, number=ticket.number, text=business)
