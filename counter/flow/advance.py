"""The counter's flow as a table: what happens in which step leads where.

A happening that the table does not name for a step changes nothing: it came too late.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from counter.flow import asking, coming, pressing, seeing
from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow import state as s
from counter.flow.turn import Turn

Handler = Callable[[s.Counter, Any], Turn]


def advance(state: s.Counter, happening: h.Happening) -> Turn:
    """What `happening` makes of `state`. Pure."""
    handler = FLOW.get((state.step, type(happening))) or ALWAYS.get(type(happening))
    return Turn(state=state) if handler is None else handler(state, happening)


def _lay_out(state: s.Counter, happening: h.LayoutPressed) -> Turn:
    if happening.layout is state.layout:
        return Turn(state=state)
    laid_out = replace(state, layout=happening.layout)
    return Turn(state=laid_out, requests=(r.Arrange(layout=happening.layout),))


def _dismissed(state: s.Counter, _: h.NoticeDismissed) -> Turn:
    """What is nearest goes first: the notice, then the question."""
    if state.notice is not None:
        return Turn(state=replace(state, notice=None))
    if state.question:
        return Turn(state=replace(state, question="", asked=None))
    return asking.leave(state, h.SheetLeft())


FLOW: dict[tuple[s.Step, type[Any]], Handler] = {
    (s.Step.LOGGED_OUT, h.LogInPressed): coming.log_in,
    (s.Step.LOGGED_OUT, h.CardLaid): coming.card_laid,
    (s.Step.LOGGED_OUT, h.CardUnread): coming.card_unread,
    (s.Step.LOGGED_OUT, h.WindowChosen): coming.choose_window,
    (s.Step.LOGGED_OUT, h.TakeOverPressed): coming.take_over,
    (s.Step.LOGGING_IN, h.LoggedIn): coming.logged_in,
    (s.Step.LOGGING_IN, h.LogInRefused): coming.log_in_refused,
    (s.Step.LOGGING_IN, h.CardKnown): coming.card_known,
    (s.Step.AT_WINDOW, h.ActionPressed): pressing.press,
    (s.Step.AT_WINDOW, h.BackPressed): pressing.press_back,
    (s.Step.AT_WINDOW, h.ActionDone): asking.done,
    (s.Step.AT_WINDOW, h.ActionRefused): asking.refused,
    (s.Step.AT_WINDOW, h.MaterialTicked): seeing.tick,
    (s.Step.AT_WINDOW, h.SheetPressed): asking.open_sheet,
    (s.Step.AT_WINDOW, h.SheetLeft): asking.leave,
    (s.Step.AT_WINDOW, h.OptionChosen): asking.choose,
    (s.Step.AT_WINDOW, h.ChipChosen): asking.choose_chip,
    (s.Step.AT_WINDOW, h.Typed): asking.type_text,
    (s.Step.AT_WINDOW, h.Confirmed): asking.confirm,
    (s.Step.AT_WINDOW, h.ProspectTold): asking.looked_up,
    (s.Step.AT_WINDOW, h.MattersFound): asking.looked_up,
    (s.Step.AT_WINDOW, h.SlotsTold): asking.looked_up,
    (s.Step.AT_WINDOW, h.ShiftTold): asking.looked_up,
    (s.Step.AT_WINDOW, h.CasesTold): asking.looked_up,
    (s.Step.AT_WINDOW, h.CaseTold): asking.looked_up,
    (s.Step.AT_WINDOW, h.LookUpFailed): asking.looked_up,
    (s.Step.AT_WINDOW, h.ReceiptFailed): pressing.receipt_failed,
    (s.Step.AT_WINDOW, h.LogOutPressed): coming.log_out,
    (s.Step.LEAVING, h.LoggedOut): coming.logged_out,
    (s.Step.LEAVING, h.LogOutRefused): coming.log_out_refused,
}

ALWAYS: dict[type[Any], Handler] = {
    h.LinkChanged: seeing.link_changed,
    h.Seen: seeing.seen,
    h.MatterTold: seeing.matter_told,
    h.CasesInHandTold: seeing.cases_told,
    h.LayoutPressed: _lay_out,
    h.NoticeDismissed: _dismissed,
}
