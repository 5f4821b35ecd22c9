"""How a number reaches its holder: on the desk's own paper, or by a one-time link for a phone.

None is left in the air: what was issued here and reached nobody is delivered another way, or withdrawn.
"""

from dataclasses import replace

from msgspec.structs import replace as altered

from counter.guide.flow import happenings as h
from counter.guide.flow import presses as p
from counter.guide.flow.requests import MakeClaim, Print, Tell
from counter.guide.flow.state import Guide, Help, Page, Trouble, Turn, Way, ask, quiet, turn
from counter.guide.flow.steps import OVER, Rows, clear, is_in_the_air, nothing
from queue_core.wire.finding import Claim
from queue_core.wire.messages import Ticket
from queue_core.wire.words import DeliveryState


def deliver(state: Guide, helped: Help, way: Way) -> Turn:
    ticket = helped.ticket
    assert ticket is not None
    helped = replace(helped, way=way, claim=None, trouble=None)
    match way:
        case Way.PAPER:
            printing = replace(helped, page=Page.PRINTING)
            return ask(state, printing, Print(ticket=ticket, language=helped.wanted.language))
        case Way.PHONE:
            was_on_phone = ticket.delivery is DeliveryState.PAPERLESS
            shown = replace(helped, page=Page.QR, was_on_phone=was_on_phone)
            return ask(state, shown, MakeClaim(ticket_id=ticket.ticket_id))


def choose_way(state: Guide, press: p.WayChosen, _: str) -> Turn:
    return nothing(state) if state.help.ticket is None else deliver(state, state.help, press.way)


def again(state: Guide, _: p.Again, __: str) -> Turn:
    """A new link: the one shown lives for two minutes."""
    return deliver(state, state.help, Way.PHONE)


def printed(state: Guide, answer: h.Answered) -> Turn:
    """The hall learns of it by the printer's part of the desk."""
    assert isinstance(answer.value, Ticket)
    known = altered(answer.value, delivery=DeliveryState.PRINTED)
    return turn(state, delivered(replace(state.help, ticket=known)))


def delivered(helped: Help) -> Help:
    return replace(quiet(helped), page=Page.DELIVERED, claim=None, has_left_printer=False)


def print_failed(state: Guide, failure: h.PrintFailed) -> Turn:
    helped = replace(state.help, has_left_printer=failure.has_left)
    return turn(state, undelivered(helped, Trouble(code=failure.code)))


def undelivered(helped: Help, trouble: Trouble) -> Help:
    return replace(quiet(helped), page=Page.UNDELIVERED, trouble=trouble, claim=None)


def claimed(state: Guide, answer: h.Answered) -> Turn:
    assert isinstance(answer.value, Claim)
    return turn(state, replace(state.help, claim=answer.value, asking=None))


def seen(state: Guide, happening: h.TicketSeen, _: str) -> Turn:
    """A phone has it, or the hall took it back since nobody had it for too long."""
    helped, ticket = state.help, happening.ticket
    if helped.ticket is None or helped.ticket.ticket_id != ticket.ticket_id:
        return nothing(state)
    now = replace(helped, ticket=ticket)
    if ticket.state in OVER:
        return turn(state, gone(now))
    is_new_there = ticket.delivery is DeliveryState.PAPERLESS and not helped.was_on_phone
    if ticket.is_claimed or is_new_there:
        return turn(state, delivered(now))
    return turn(state, now)


def gone(helped: Help) -> Help:
    trouble = Trouble(code="number-gone")
    return replace(quiet(helped), page=Page.TROUBLE, before=None, ticket=None, trouble=trouble)


def leave(state: Guide, _: p.Leave | p.Back, __: str) -> Turn:
    """Not without saying what shall become of the number."""
    if not is_in_the_air(state.help):
        return back_to_number(state)
    return turn(state, undelivered(state.help, Trouble(code="not-delivered")))


def stay(state: Guide, _: p.Leave | p.Back, __: str) -> Turn:
    return nothing(state) if is_in_the_air(state.help) else back_to_number(state)


def wait(state: Guide, _: p.Leave | p.Back, __: str) -> Turn:
    """The printer says soon how it went."""
    return nothing(state)


def back_to_number(state: Guide) -> Turn:
    helped = state.help
    return clear(state) if helped.before is None else turn(state, helped.before)


def withdraw(state: Guide, _: p.WithdrawWanted, __: str) -> Turn:
    """Also a paper that may be half printed: its number is called no more."""
    helped = state.help
    if helped.ticket is None or helped.stands:
        return nothing(state)
    told = Tell(ticket_id=helped.ticket.ticket_id, outcome=DeliveryState.WITHDRAWN)
    return Turn(state=replace(state, help=Help()), requests=(told,))


def paper_is_good(state: Guide, _: p.PaperIsGood, __: str) -> Turn:
    helped = state.help
    if helped.ticket is None:
        return nothing(state)
    known = replace(helped, ticket=altered(helped.ticket, delivery=DeliveryState.PRINTED))
    told = Tell(ticket_id=helped.ticket.ticket_id, outcome=DeliveryState.PRINTED)
    return turn(state, delivered(known), told)


ROWS: Rows = {
    Page.PRINTING: {p.Leave: wait, p.Back: wait},
    Page.QR: {
        p.WayChosen: choose_way,
        p.Again: again,
        h.TicketSeen: seen,
        p.Leave: leave,
        p.Back: leave,
    },
    Page.UNDELIVERED: {
        p.WayChosen: choose_way,
        p.WithdrawWanted: withdraw,
        p.PaperIsGood: paper_is_good,
        p.Leave: stay,
        p.Back: stay,
    },
    Page.DELIVERED: {p.WayChosen: choose_way},
}
