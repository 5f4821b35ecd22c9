"""What a press leads to, and what its answer means."""

from dataclasses import replace

from counter.flow import happenings as h
from counter.flow import in_hand
from counter.flow import requests as r
from counter.flow import state as s
from counter.flow.coming import session_ended
from counter.flow.deeds import (
    AcceptCase,
    Deed,
    HandBack,
    Note,
    Plain,
    Result,
    Transfer,
    WithCases,
    name_of,
)
from counter.flow.permission import Objection, calls_missing, objection
from counter.flow.turn import Turn, told
from counter.sessions import SESSION_GONE

DOUBLE_PRESS_MS = 700
"""A second press of the same action within this time is the same press: hands shake, switches bounce."""
OUTCOME_UNKNOWN = "hall-unreachable"


def press(state: s.Counter, happening: h.ActionPressed) -> Turn:
    return _press(
        state, s.Press(deed=Plain(action=happening.action), key=happening.key, at_ms=happening.at_ms)
    )


def press_back(state: s.Counter, happening: h.BackPressed) -> Turn:
    deed = HandBack(ticket_id=happening.ticket_id)
    return _press(state, s.Press(deed=deed, key=happening.key, at_ms=happening.at_ms))


def _press(state: s.Counter, pressed: s.Press) -> Turn:
    if state.pending is not None or _is_double(state, pressed):
        return Turn(state=state)
    view = state.view
    if view is None or state.link is not s.Link.UP:
        return told(state, s.Notice(code=Objection.NOT_SENT, action=name_of(pressed.deed)))
    against = objection(view, pressed.deed.action) if isinstance(pressed.deed, Plain) else None
    if against is not None:
        return told(state, s.Notice(code=against, calls_missing=calls_missing(view)))
    return send(state, view.window, pressed)


def _is_double(state: s.Counter, pressed: s.Press) -> bool:
    last = state.last_press
    return last is not None and last.deed == pressed.deed and pressed.at_ms - last.at_ms < DOUBLE_PRESS_MS


def send(state: s.Counter, window: int, pressed: s.Press) -> Turn:
    """What was asked for already, and never answered, is asked for again as the same command."""
    unanswered = state.unanswered
    if unanswered is not None and unanswered.deed == pressed.deed:
        pressed = replace(pressed, key=unanswered.key)
    sent = replace(state, pending=pressed, last_press=pressed, unanswered=None, notice=None)
    request = r.SendDeed(window=window, deed=pressed.deed, key=pressed.key)
    return Turn(state=sent, requests=(request,))


def answer_done(state: s.Counter, happening: h.ActionDone) -> Turn:
    if state.pending is None or state.pending.key != happening.key:
        return Turn(state=state)
    deed = state.pending.deed
    is_of_sheet = state.sheet is not None and state.sheet.kind.value == name_of(deed)
    after = replace(
        state,
        pending=None,
        note=deed.text if isinstance(deed, Note) else state.note,
        sheet=None if is_of_sheet else state.sheet,
        notice=happening.said or state.notice,
        last_press=None if isinstance(deed, AcceptCase) else state.last_press,  # a phone number is not kept
    )
    return Turn(state=after, requests=in_hand.cases(after) if isinstance(deed, WithCases) else ())


def receipt_failed(state: s.Counter, happening: h.ReceiptFailed) -> Turn:
    return told(state, happening.notice)


def answer_refused(state: s.Counter, happening: h.ActionRefused) -> Turn:
    pending = state.pending
    if pending is None or pending.key != happening.key:
        return Turn(state=state)
    notice = _of_the_other_window(pending.deed, happening.notice)
    code = notice.code
    if code in SESSION_GONE:
        return session_ended(state)
    answered = replace(
        state,
        pending=None,
        last_press=None,
        unanswered=pending if code == OUTCOME_UNKNOWN else None,
        notice=notice,
    )
    if code == "no-such-case" and _may_record(pending.deed) and state.sheet is not None:
        asked = replace(state.sheet, records=True, trouble="record-case")
        return Turn(state=replace(answered, sheet=asked, notice=None))
    return Turn(state=answered)


def _of_the_other_window(deed: Deed, notice: s.Notice) -> s.Notice:
    """Where a number is sent to may be closed, too: that is not said of the own window."""
    is_other = isinstance(deed, Transfer) and notice.code == "window-closed"
    return s.Notice(code="not-served-there") if is_other else notice


def _may_record(deed: Deed) -> bool:
    return isinstance(deed, Result) and not deed.records
