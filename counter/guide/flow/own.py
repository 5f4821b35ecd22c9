"""A number that stands: found by its print, a code or the person; and what may be done with it."""

from dataclasses import replace
from typing import assert_never

from counter.guide.flow import delivering, presses
from counter.guide.flow import happenings as h
from counter.guide.flow.requests import (
    Arrival,
    Cancellation,
    Change,
    Deferral,
    Explain,
    FindCode,
    FindTicket,
    Return,
)
from counter.guide.flow.state import (
    Act,
    Aim,
    Guide,
    Help,
    Page,
    Trouble,
    Turn,
    Way,
    ask,
    can_print,
    failing,
    go,
    land,
    turn,
)
from counter.guide.flow.steps import Rows, nothing
from queue_core.wire.choices import Explanation, Prospect
from queue_core.wire.messages import Ticket
from queue_core.wire.words import TicketState

# In the order in which they are shown: what is looked for most stands first, giving up last.
ACTS: dict[TicketState, tuple[Act, ...]] = {
    TicketState.WAITING: (
        Act.EXPLAIN,
        Act.CONVERT,
        Act.ADD,
        Act.DEFER,
        Act.PRIORITY,
        Act.REPRINT,
        Act.TO_PHONE,
        Act.CANCEL,
    ),
    TicketState.DEFERRED: (
        Act.EXPLAIN,
        Act.CONVERT,
        Act.ADD,
        Act.PRIORITY,
        Act.REPRINT,
        Act.TO_PHONE,
        Act.CANCEL,
    ),
    TicketState.CALLED: (Act.EXPLAIN, Act.REPRINT, Act.CANCEL),
    TicketState.SERVING: (Act.EXPLAIN,),
    TicketState.HELD: (Act.COME_BACK, Act.REPRINT, Act.TO_PHONE, Act.CANCEL),
    TicketState.ABSENT: (Act.COME_BACK, Act.EXPLAIN, Act.REPRINT, Act.TO_PHONE, Act.CANCEL),
    TicketState.REMOTE: (Act.ARRIVE, Act.REPRINT, Act.CANCEL),
}
OPEN = frozenset(ACTS)


def acts_of(state: Guide, ticket: Ticket) -> tuple[Act, ...]:
    impossible = set()
    if not can_print(state):
        impossible.add(Act.REPRINT)
    if state.hall is None or len(ticket.errands) >= state.hall.most_errands:
        impossible.add(Act.ADD)
    if ticket.priority is not None:
        impossible.add(Act.PRIORITY)
    return tuple(act for act in ACTS.get(ticket.state, ()) if act not in impossible)


def errand_in_turn(ticket: Ticket) -> int:
    """The errand that class and category of the ticket are those of: in hand, or next."""
    unit = (ticket.ticket_class, ticket.category)
    still = [at for at, each in enumerate(ticket.errands) if not each.is_done]
    same = [at for at in still if (ticket.errands[at].ticket_class, ticket.errands[at].category) == unit]
    return next(iter(same + still), 0)


# Finding


def type_number(state: Guide, typed: presses.Typed, _: str) -> Turn:
    return turn(state, replace(state.help, typed=typed.text.upper(), trouble=None))


def enter_number(state: Guide, _: presses.Entered, __: str) -> Turn:
    text = state.help.typed.strip()
    return ask(state, state.help, FindCode(text=text)) if text else nothing(state)


def scanned(state: Guide, code: h.CodeScanned, _: str) -> Turn:
    """A code held before the scanner is a number to be found, at home and where numbers are looked for."""
    helped = state.help if state.help.page is Page.FIND else replace(Help(), aim=Aim.FIND)
    return ask(state, helped, FindCode(text=code.text))


def by_person(state: Guide, _: presses.ByPerson, __: str) -> Turn:
    return turn(state, go(state.help, Page.WHO))


def ticket_found(state: Guide, answer: h.Answered) -> Turn:
    if answer.value is None:
        trouble = Trouble(code="unknown-number")
        return turn(state, replace(failing(state.help, trouble, answer.ask.question), failed=None))
    assert isinstance(answer.value, Ticket)
    shown = show(state.help, answer.value)
    if isinstance(answer.ask.question, FindTicket):
        shown = replace(shown, trouble=Trouble(code="already-waiting"))
    return turn(state, shown)


def person_found(state: Guide, answer: h.Answered) -> Turn:
    assert isinstance(answer.value, tuple)
    tickets: tuple[Ticket, ...] = answer.value
    still = tuple(one for one in tickets if one.state in OPEN)
    if not tickets:
        trouble = Trouble(code="none-today")
        return turn(state, replace(failing(state.help, trouble, answer.ask.question), failed=None))
    if len(still) > 1:
        return turn(state, go(replace(state.help, asking=None), Page.FOUND, others=still))
    return turn(state, show(state.help, (still or tickets)[0]))


def choose_number(state: Guide, press: presses.NumberChosen, _: str) -> Turn:
    chosen = next((one for one in state.help.others if one.ticket_id == press.ticket_id), None)
    return nothing(state) if chosen is None else turn(state, show(state.help, chosen))


def show(helped: Help, ticket: Ticket) -> Help:
    return land(helped, Page.NUMBER, ticket=ticket, stands=True)


def seen(state: Guide, happening: h.TicketSeen, _: str) -> Turn:
    helped = state.help
    if helped.ticket is None or helped.ticket.ticket_id != happening.ticket.ticket_id:
        return nothing(state)
    return turn(state, replace(helped, ticket=happening.ticket))


def find_existing(state: Guide, helped: Help, ticket_id: int) -> Turn:
    """The person has a number for this already: that one is shown, and that it is so."""
    return ask(state, helped, FindTicket(ticket_id=ticket_id))


# Doing


def choose_act(state: Guide, press: presses.ActChosen, key: str) -> Turn:  # noqa: C901, PLR0911 one an act
    helped, ticket = replace(state.help, act=press.act, key=key, trouble=None), state.help.ticket
    if ticket is None or helped.asking is not None or press.act not in acts_of(state, ticket):
        return nothing(state)
    anew = replace(helped, ticket_class=None, category="", matter=None, found=None)
    match press.act:
        case Act.EXPLAIN:
            return ask(state, helped, Explain(ticket_id=ticket.ticket_id))
        case Act.COME_BACK:
            return ask(state, helped, Change(ticket_id=ticket.ticket_id, change=Return(), key=key))
        case Act.ARRIVE:
            return ask(state, helped, Change(ticket_id=ticket.ticket_id, change=Arrival(), key=key))
        case Act.CONVERT:
            return turn(state, go(replace(anew, aim=Aim.CONVERT), Page.CLASS))
        case Act.ADD:
            return turn(state, go(replace(anew, aim=Aim.ADD), Page.CLASS))
        case Act.PRIORITY:
            return turn(state, go(helped, Page.PRIORITY, kind=None))
        case Act.DEFER | Act.CANCEL:
            return turn(state, go(helped, Page.SURE))
        case Act.REPRINT:
            return delivering.deliver(state, go(helped, Page.PRINTING), Way.PAPER)
        case Act.TO_PHONE:
            return delivering.deliver(state, go(helped, Page.QR), Way.PHONE)
        case _:
            assert_never(press.act)


def sure(state: Guide, _: presses.Confirmed, __: str) -> Turn:
    helped = state.help
    if helped.ticket is None or helped.asking is not None:
        return nothing(state)
    change = Cancellation() if helped.act is Act.CANCEL else Deferral()
    return ask(state, helped, Change(ticket_id=helped.ticket.ticket_id, change=change, key=helped.key))


def convert(state: Guide, _: presses.Confirmed, __: str) -> Turn:
    helped = state.help
    if helped.ticket is None or helped.conversion is None or helped.asking is not None:
        return nothing(state)
    change = helped.conversion
    return ask(state, helped, Change(ticket_id=helped.ticket.ticket_id, change=change, key=helped.key))


def changed(state: Guide, answer: h.Answered) -> Turn:
    assert isinstance(answer.value, Ticket)
    return turn(state, show(state.help, answer.value))


def explained(state: Guide, answer: h.Answered) -> Turn:
    assert isinstance(answer.value, Explanation)
    return turn(state, go(replace(state.help, asking=None), Page.EXPLANATION, explanation=answer.value))


def foreseen(state: Guide, answer: h.Answered) -> Turn:
    assert isinstance(answer.value, Prospect)
    return turn(state, go(replace(state.help, asking=None), Page.PROSPECT, prospect=answer.value))


def unforeseen(helped: Help) -> Help:
    """How long it would wait is not known; it may be converted all the same."""
    return go(replace(helped, asking=None), Page.PROSPECT, prospect=None)


def refused(helped: Help, trouble: Trouble) -> Help:
    """The number as it is, and why what was asked for it did not happen."""
    return land(helped, Page.NUMBER, trouble=trouble)


ROWS: Rows = {
    Page.HOME: {h.CodeScanned: scanned},
    Page.FIND: {
        presses.Typed: type_number,
        presses.Entered: enter_number,
        h.CodeScanned: scanned,
        presses.ByPerson: by_person,
    },
    Page.TROUBLE: {presses.ByPerson: by_person},
    Page.FOUND: {presses.NumberChosen: choose_number},
    Page.NUMBER: {presses.ActChosen: choose_act, h.TicketSeen: seen},
    Page.SURE: {presses.Confirmed: sure},
    Page.PROSPECT: {presses.Confirmed: convert},
}
