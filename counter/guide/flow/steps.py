"""What every part of the flow is written with."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter.guide.flow import happenings as h
from counter.guide.flow import presses as p
from counter.guide.flow.requests import Tell
from counter.guide.flow.state import Guide, Help, Page, Turn, turn
from display.ticket.delivering import DELIVERED
from display.ticket.printer import OUTCOME_UNKNOWN
from queue_core.wire.words import DeliveryState, TicketState

Handler = Callable[[Guide, Any, str], Turn]
Rows = dict[Page, dict[type[Any], Handler]]
Answer = Callable[[Guide, h.Answered], Turn]

OVER = frozenset({TicketState.FINISHED, TicketState.CANCELLED, TicketState.EXPIRED, TicketState.WITHDRAWN})


def nothing(state: Guide) -> Turn:
    return Turn(state=state)


def is_in_the_air(helped: Help) -> bool:
    """A number was issued here, and nobody has it yet."""
    ticket = helped.ticket
    if ticket is None or helped.stands or ticket.state in OVER:
        return False
    return ticket.delivery not in DELIVERED


def may_be_on_paper(helped: Help) -> bool:
    """Nobody knows whether the paper came out."""
    return helped.has_left_printer and helped.trouble is not None and helped.trouble.code in OUTCOME_UNKNOWN


def clear(state: Guide) -> Turn:
    """Forget the person. A number that reached nobody is withdrawn; one that may be in a hand is not."""
    helped = state.help
    cleared = replace(state, help=Help(), is_asked=False)
    if helped.ticket is None or not is_in_the_air(helped) or may_be_on_paper(helped):
        return Turn(state=cleared)
    withdrawal = Tell(ticket_id=helped.ticket.ticket_id, outcome=DeliveryState.WITHDRAWN)
    return Turn(state=cleared, requests=(withdrawal,))


def back(state: Guide, _: p.Back, __: str) -> Turn:
    before = state.help.before
    return clear(state) if before is None else turn(state, before)
