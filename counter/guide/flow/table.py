"""The guide desk's flow as a table: what happens on which page leads where.

A happening that the table does not name for a page changes nothing: it came too late.
"""

from dataclasses import replace
from itertools import chain
from typing import Any

from counter.guide.flow import choosing, delivering, desk, elsewhen, own, presses, taking, who
from counter.guide.flow import happenings as h
from counter.guide.flow import requests as r
from counter.guide.flow.state import Aim, Guide, Page, Turn, ask, failing, turn
from counter.guide.flow.steps import Answer, Handler, back, clear, nothing
from counter.sessions import SESSION_GONE
from queue_core.wire.messages import Ticket
from queue_core.wire.words import DeliveryState

NO_ANSWER = frozenset({"hall-unreachable", "hall-is-another"})


def advance(state: Guide, happening: h.Happening, key: str = "") -> Turn:
    """What `happening` makes of `state`. Pure; `key` is fresh, for what shall happen once only."""
    taken = _advanced(state, happening, key)
    before, now = watched(state), watched(taken.state)
    if before == now:
        return taken
    return Turn(state=taken.state, requests=(*taken.requests, r.Watch(ticket_id=now)))


def watched(state: Guide) -> int | None:
    """The number whose changes are to be told."""
    helped = state.help
    is_looked_at = helped.page in {Page.NUMBER, Page.QR} and helped.ticket is not None
    return helped.ticket.ticket_id if is_looked_at and helped.ticket else None


def _advanced(state: Guide, happening: h.Happening, key: str) -> Turn:
    match happening:
        case h.Answered():
            return answered(state, happening)
        case h.Refused():
            return refused(state, happening)
        case h.PrintFailed():
            return print_failed(state, happening)
    if (always := desk.ALWAYS.get(type(happening))) is not None:
        return always(state, happening, key)
    if not desk.is_signed_in(state):
        return nothing(state)
    handler = FLOW.get((state.help.page, type(happening))) or ANYWHERE.get(type(happening))
    return nothing(state) if handler is None else handler(state, happening, key)


def answered(state: Guide, answer: h.Answered) -> Turn:
    if state.help.asking == answer.ask:
        return ANSWERS[type(answer.ask.question)](state, answer)
    if isinstance(answer.ask.question, r.Take) and isinstance(answer.value, Ticket):
        told = r.Tell(ticket_id=answer.value.ticket_id, outcome=DeliveryState.WITHDRAWN)
        return Turn(state=state, requests=(told,))  # nobody waits for this number any more
    return nothing(state)


def refused(state: Guide, refusal: h.Refused) -> Turn:  # noqa: C901, PLR0911 one a kind of question
    if refusal.trouble.code in SESSION_GONE:
        return desk.session_ended(state)
    helped, question, trouble = state.help, refusal.ask.question, refusal.trouble
    if helped.asking != refusal.ask:
        return nothing(state)
    if refusal.existing is not None and isinstance(question, r.AskPreview | r.Take):
        return own.find_existing(state, replace(helped, trouble=trouble), refusal.existing)
    match question:
        case r.AskProspect() if trouble.code == "no-estimate":
            return turn(state, own.unforeseen(helped))
        case r.Change() | r.Explain() | r.AskProspect():
            return turn(state, own.refused(helped, trouble))
        case r.MakeClaim() if not helped.stands:
            return turn(state, delivering.undelivered(helped, trouble))
        case r.MakeClaim():
            return turn(state, own.refused(helped, trouble))
        case r.Print() if not helped.stands and trouble.code in NO_ANSWER:
            return turn(state, delivering.undelivered(helped, trouble))
        case r.Print() if not helped.stands:
            return turn(state, delivering.gone(helped))
        case r.AskPreview() if helped.aim is Aim.WHERE and helped.detail is not None:
            return turn(state, elsewhen.place_unknown(helped, trouble))
        case r.Book() if trouble.code in elsewhen.GONE_MEANWHILE:
            return elsewhen.find(state, helped)
        case _:
            return turn(state, failing(helped, trouble, question))


def print_failed(state: Guide, failure: h.PrintFailed) -> Turn:
    if state.help.asking != failure.ask:
        return nothing(state)
    if isinstance(failure.ask.question, r.PrintList):
        return elsewhen.list_failed(state, failure)
    return delivering.print_failed(state, failure)


def again(state: Guide, _: presses.Again, __: str) -> Turn:
    """The same question: a number, a change or an appointment is made by it once."""
    helped = state.help
    if helped.failed is None or helped.before is None:
        return nothing(state)
    return ask(state, helped.before, helped.failed)


def leave(state: Guide, _: presses.Leave, __: str) -> Turn:
    return clear(state)


ANSWERS: dict[type[Any], Answer] = {
    r.AskPreview: taking.previewed,
    r.Take: taking.taken,
    r.Print: delivering.printed,
    r.PrintList: elsewhen.list_printed,
    r.MakeClaim: delivering.claimed,
    r.FindCode: own.ticket_found,
    r.FindTicket: own.ticket_found,
    r.FindPerson: own.person_found,
    r.FindAppointments: who.appointments_found,
    r.Search: choosing.matters_found,
    r.LookUp: elsewhen.matter_seen,
    r.Explain: own.explained,
    r.AskProspect: own.foreseen,
    r.Change: own.changed,
    r.FindSlots: elsewhen.slots_found,
    r.Book: elsewhen.booked,
}
ANYWHERE: dict[type[Any], Handler] = {presses.Back: back, presses.Leave: leave}
PARTS = (choosing.ROWS, who.ROWS, taking.ROWS, delivering.ROWS, own.ROWS, elsewhen.ROWS)
FLOW: dict[tuple[Page, type[Any]], Handler] = {
    (page, kind): handler
    for page, rows in chain.from_iterable(part.items() for part in PARTS)
    for kind, handler in rows.items()
} | {(Page.TROUBLE, presses.Again): again}
