"""A new number: what it would be, the rights that go with it, and the taking."""

from dataclasses import replace
from typing import Any

from msgspec.structs import replace as altered

from counter.guide.flow import delivering, presses
from counter.guide.flow import happenings as h
from counter.guide.flow.requests import AskPreview, Change, Take
from counter.guide.flow.state import (
    MOST_ITEMS,
    Aim,
    Guide,
    Help,
    Page,
    Trouble,
    Turn,
    ask,
    errand_chosen,
    errands_wanted,
    go,
    land,
    turn,
)
from counter.guide.flow.steps import Rows, nothing
from display.kit.phones import grouped, is_phone, phone_digits
from queue_core.wire.choices import GrantPriority
from queue_core.wire.finding import Preview
from queue_core.wire.messages import Ticket
from queue_core.wire.words import TicketClass

LANGUAGES = ("zh-CN", "zh-Hant", "en")


def unit_chosen(state: Guide, helped: Help) -> Turn:
    """Who is known already, since no appointment or no number was found, is not asked for again."""
    first = errand_chosen(helped)
    wanted = altered(
        helped.wanted,
        ticket_class=first.ticket_class,
        category=first.category,
        matter=first.matter,
        appointment=None,
    )
    helped = replace(helped, wanted=wanted)
    if helped.holder is not None:
        return wish(state, helped, holder=helped.holder)
    return turn(state, go(helped, Page.WHO))


def wish(state: Guide, helped: Help, **changes: Any) -> Turn:
    """The number shall be another: what it would be then."""
    return foresee(state, replace(helped, wanted=altered(helped.wanted, **changes)))


def foresee(state: Guide, helped: Help) -> Turn:
    return ask(state, replace(helped, key=""), AskPreview(wanted=helped.wanted))


def previewed(state: Guide, answer: h.Answered) -> Turn:
    assert isinstance(answer.value, Preview)
    page = Page.PLACE if state.help.aim is Aim.WHERE else Page.PREVIEW
    return turn(state, land(state.help, page, preview=answer.value))


# Rights


def want_priority(state: Guide, _: presses.PriorityWanted, __: str) -> Turn:
    return turn(state, go(state.help, Page.PRIORITY, kind=None))


def choose_priority(state: Guide, press: presses.PriorityChosen, _: str) -> Turn:
    if press.kind is None:
        return wish(state, state.help, priority=None, proof=None)
    return turn(state, go(state.help, Page.PROOF, kind=press.kind))


def proof_seen(state: Guide, press: presses.ProofSeen, key: str) -> Turn:
    """For the number being taken, or for one that stands."""
    helped = state.help
    if helped.kind is None:
        return nothing(state)
    if helped.ticket is None:
        return wish(state, helped, priority=helped.kind, proof=press.proof)
    granted = GrantPriority(kind=helped.kind, proof=press.proof)
    return ask(state, helped, Change(ticket_id=helped.ticket.ticket_id, change=granted, key=key))


def want_channel(state: Guide, _: presses.ChannelWanted, __: str) -> Turn:
    return turn(state, go(state.help, Page.CHANNEL))


def choose_channel(state: Guide, press: presses.ChannelChosen, _: str) -> Turn:
    return wish(state, state.help, project=press.code)


def want_mobile(state: Guide, _: presses.MobileWanted, __: str) -> Turn:
    """What was typed before can be changed, or taken away."""
    if state.hall is None or not state.hall.has_messages:
        return nothing(state)
    return turn(state, go(state.help, Page.MOBILE, typed=grouped(state.help.wanted.phone or "")))


def type_mobile(state: Guide, typed: presses.Typed, _: str) -> Turn:
    return turn(state, replace(state.help, typed=grouped(phone_digits(typed.text)), trouble=None))


def enter_mobile(state: Guide, _: presses.Entered, __: str) -> Turn:
    """An empty one is none: nobody has to give a phone number."""
    helped, digits = state.help, phone_digits(state.help.typed)
    if digits and not is_phone(digits):
        return turn(state, replace(helped, trouble=Trouble(code="phone-wrong")))
    wanted = altered(helped.wanted, phone=digits or None)
    return turn(state, land(helped, Page.PREVIEW, wanted=wanted, typed=""))


def change_items(state: Guide, press: presses.ItemsChanged, _: str) -> Turn:
    """How many cases an agent brings."""
    items = state.help.wanted.items + press.by
    return wish(state, state.help, items=items) if 1 <= items <= MOST_ITEMS else nothing(state)


def want_further(state: Guide, _: presses.FurtherWanted, __: str) -> Turn:
    helped, hall = state.help, state.hall
    if hall is None or errands_wanted(helped.wanted) >= hall.most_errands:
        return nothing(state)
    chosen = replace(helped, aim=Aim.FURTHER, ticket_class=None, category="", matter=None, found=None)
    return turn(state, go(chosen, Page.CLASS))


def choose_language(state: Guide, press: presses.TicketLanguageChosen, _: str) -> Turn:
    helped = state.help
    return turn(state, replace(helped, wanted=altered(helped.wanted, language=press.language)))


# Taking


def issue(state: Guide, press: presses.Issue, key: str) -> Turn:
    """Who was told that closing time may come first, and wants the number all the same, takes the risk."""
    helped = state.help
    if helped.preview is None or helped.asking is not None:
        return nothing(state)
    wanted = altered(helped.wanted, accepts_risk=helped.preview.may_not_be_called)
    helped = replace(helped, wanted=wanted, key=helped.key or key, way=press.way)
    return ask(state, helped, Take(wanted=wanted, key=helped.key))


def taken(state: Guide, answer: h.Answered) -> Turn:
    """From here on no way leads back to before the number."""
    assert isinstance(answer.value, Ticket)
    helped = replace(state.help, ticket=answer.value, before=None, asking=None)
    assert helped.way is not None
    return delivering.deliver(state, helped, helped.way)


def may_be_anonymous(state: Guide, ticket_class: TicketClass | None) -> bool:
    return state.hall is not None and ticket_class in state.hall.anonymous_classes


ROWS: Rows = {
    Page.PREVIEW: {
        presses.PriorityWanted: want_priority,
        presses.ChannelWanted: want_channel,
        presses.MobileWanted: want_mobile,
        presses.ItemsChanged: change_items,
        presses.FurtherWanted: want_further,
        presses.TicketLanguageChosen: choose_language,
        presses.Issue: issue,
    },
    Page.PRIORITY: {presses.PriorityChosen: choose_priority},
    Page.PROOF: {presses.ProofSeen: proof_seen},
    Page.CHANNEL: {presses.ChannelChosen: choose_channel},
    Page.MOBILE: {presses.Typed: type_mobile, presses.Entered: enter_mobile},
}
