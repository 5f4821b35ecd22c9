"""What the stream shows, and what it makes of what the clerk was doing."""

from dataclasses import replace
from typing import assert_never

from counter.flow import happenings as h
from counter.flow import in_hand
from counter.flow import state as s
from counter.flow.coming import session_ended
from counter.flow.options import chips, materials_in_hand, options, paper_name
from counter.flow.sheets import ABOUT_THE_TICKET
from counter.flow.turn import Turn
from counter.sessions import SESSION_GONE
from queue_core.wire.views import HallView, WindowTicket, WindowView

REMEMBERED = 6
"""So many numbers served here are offered for a result of the same day."""


def link_changed(state: s.Counter, happening: h.LinkChanged) -> Turn:
    """A stream that ends with its session is not a server that is away."""
    link = s.Link.CONNECTING if happening.code == "session-ended" else happening.link
    linked = replace(state, link=link, link_code=happening.code)
    has_ended = state.step is s.Step.AT_WINDOW and happening.code in SESSION_GONE
    return session_ended(linked) if has_ended else Turn(state=linked)


def seen(state: s.Counter, happening: h.Seen) -> Turn:
    match happening.view:
        case HallView() as hall:
            return Turn(state=still_meant(state, replace(state, hall=hall)))
        case WindowView() as window:
            others = tuple(view for view in state.views if view.window != window.window)
            return _moved(state, replace(state, views=(*others, window)))
        case _ as never:
            assert_never(never)


def matter_told(state: s.Counter, happening: h.MatterTold) -> Turn:
    others = tuple(each for each in state.matters if each.code != happening.matter.code)
    return Turn(state=replace(state, matters=(*others, happening.matter)))


def cases_told(state: s.Counter, happening: h.CasesInHandTold) -> Turn:
    """Of a number that is gone, or that was converted meanwhile, they are not shown."""
    is_meant = _id(state.ticket) == happening.ticket_id and in_hand.collects(state.ticket)
    return Turn(state=replace(state, cases=happening.cases) if is_meant else state)


def tick(state: s.Counter, happening: h.MaterialTicked) -> Turn:
    shown = materials_in_hand(state)
    if not 0 <= happening.place < len(shown):
        return Turn(state=state)
    return Turn(state=replace(state, ticked=state.ticked ^ {paper_name(shown[happening.place])}))


def _moved(before: s.Counter, now: s.Counter) -> Turn:
    """A notice, a press and a sheet speak of the moment they were made in: when that is over, they go."""
    old, new = before.view, now.view
    if new is None:
        return Turn(state=now)
    if old is not None and old.state is not new.state:
        is_good = now.notice is not None and now.notice.is_good
        now = replace(now, notice=now.notice if is_good else None, unanswered=None)
    if old is not None and _id(old.ticket) != _id(new.ticket):
        now = _of_another_ticket(now, old, new)
    if not in_hand.collects(new.ticket):
        now = replace(now, cases=())
    return Turn(state=still_meant(before, now), requests=in_hand.asked(now, before.ticket))


def still_meant(before: s.Counter, now: s.Counter) -> s.Counter:
    """What was chosen on a sheet is a thing, not a place: when the list changes, the choice stays with it.

    A choice that has gone from the list is made anew; without the number it was about, the sheet closes.
    """
    sheet = now.sheet
    if sheet is None:
        return now
    had, has = chips(before, sheet), chips(now, sheet)
    chip = _place(had[sheet.chip], has) if sheet.chip < len(had) else sheet.chip
    if chip is None:
        return _closed(now)
    old, kept = options(before, sheet), replace(sheet, chip=chip)
    new = options(now, kept)
    marked = (_place(old[at], new) for at in sheet.marked)
    chosen = _place(old[sheet.chosen], new) if sheet.chosen is not None and sheet.chosen < len(old) else None
    kept = replace(kept, chosen=chosen, marked=frozenset(at for at in marked if at is not None))
    return now if kept == sheet else replace(now, sheet=kept)


def _place(one: object, among: tuple[object, ...]) -> int | None:
    return among.index(one) if one in among else None


def _of_another_ticket(now: s.Counter, old: WindowView, new: WindowView) -> s.Counter:
    now = replace(now, ticked=frozenset(), cases=(), note="", served=_served(now.served, old, new))
    if now.sheet is None or now.sheet.kind not in ABOUT_THE_TICKET:
        return now
    return _closed(now)


def _closed(now: s.Counter) -> s.Counter:
    """Said, unless it is what was just asked for."""
    is_our_doing = now.pending is not None
    return replace(now, sheet=None, notice=now.notice if is_our_doing else s.Notice(code="number-changed"))


def _served(known: tuple[s.Served, ...], old: WindowView, new: WindowView) -> tuple[s.Served, ...]:
    """With the ticket just finished, which is told by its rating being asked for."""
    ticket = old.ticket
    if ticket is None or new.rating is None or new.rating.ticket_id != ticket.ticket_id:
        return known
    served = s.Served(
        ticket_id=ticket.ticket_id, number=ticket.number, category=ticket.category, matter=ticket.matter
    )
    others = tuple(each for each in known if each.ticket_id != ticket.ticket_id)
    return (served, *others)[:REMEMBERED]


def _id(ticket: WindowTicket | None) -> int | None:
    return None if ticket is None else ticket.ticket_id
