"""How a sheet is opened, answered and confirmed."""

from dataclasses import replace

from counter.flow import happenings as h
from counter.flow import in_hand
from counter.flow import state as s
from counter.flow.answered import Missing, answered
from counter.flow.casework import REPRINTS, CaseOption, in_order
from counter.flow.deeds import HandOver, OfCase
from counter.flow.options import at_hand, chips, chosen, options
from counter.flow.permission import Objection, objection_to_sheet
from counter.flow.pressing import answer_done, answer_refused, send
from counter.flow.questions import question
from counter.flow.sheets import Sheet, SheetKind
from counter.flow.turn import Turn, told
from display.kit.phones import grouped, phone_digits
from queue_core.wire.cases import Case

MARKED = frozenset({SheetKind.FINISH_PART, SheetKind.HAND_OVER})
BEGIN_WITH_THE_FIRST = frozenset({SheetKind.HAND_BACK, SheetKind.ACCEPT_CASE})
ASK_WITH_EACH_CHIP = frozenset({SheetKind.BOOK, SheetKind.CONVERT, SheetKind.CASES})
OWN_WORDS = frozenset({SheetKind.HOLD, SheetKind.PAUSE})
LONGEST_TEXT = 200


def open_sheet(state: s.Counter, happening: h.SheetPressed) -> Turn:
    if state.pending is not None:
        return Turn(state=state)
    if state.link is not s.Link.UP:
        return told(state, s.Notice(code=Objection.NOT_SENT, action=happening.kind.value))
    against = objection_to_sheet(state, happening.kind)
    if against is not None:
        return told(state, s.Notice(code=against))
    sheet = Sheet(
        kind=happening.kind,
        ticket_id=None if state.ticket is None else state.ticket.ticket_id,
        text=state.note if happening.kind is SheetKind.NOTE else "",
        chosen=0 if happening.kind in BEGIN_WITH_THE_FIRST else None,
    )
    return _looking(replace(state, notice=None), sheet)


def leave(state: s.Counter, _: h.SheetLeft) -> Turn:
    """From a case back to the list."""
    if state.sheet is not None and state.sheet.kind is SheetKind.CASE:
        return _back_to_list(state, state.sheet)
    return Turn(state=replace(state, sheet=None, notice=None))


def done(state: s.Counter, happening: h.ActionDone) -> Turn:
    """After what was done with a case the list is there for the next code; a printed one stays."""
    turn, pending, sheet = answer_done(state, happening), state.pending, state.sheet
    is_ours = pending is not None and pending.key == happening.key
    if not is_ours or pending is None or not isinstance(pending.deed, OfCase) or sheet is None:
        return turn
    if sheet.kind is not SheetKind.CASE:
        return turn
    if pending.deed.act in REPRINTS:
        return Turn(state=replace(turn.state, sheet=sheet))
    return _after(turn, _back_to_list(turn.state, sheet))


def refused(state: s.Counter, happening: h.ActionRefused) -> Turn:
    """A refusal about cases means that they are not as they were shown, here and beside the number."""
    turn, pending = answer_refused(state, happening), state.pending
    sheet = turn.state.sheet
    if pending is None or sheet is None or not isinstance(pending.deed, HandOver | OfCase):
        return turn
    return _after(replace(turn, requests=in_hand.cases(turn.state)), _looking(turn.state, sheet))


def _back_to_list(state: s.Counter, sheet: Sheet) -> Turn:
    """Ready for the next code."""
    return _looking(state, Sheet(kind=SheetKind.CASES, look_up=sheet.look_up))


def _after(first: Turn, then: Turn) -> Turn:
    """What was told and asked first stands."""
    still_saying = replace(then.state, notice=first.state.notice)
    return Turn(state=still_saying, requests=(*first.requests, *then.requests))


def choose(state: s.Counter, happening: h.OptionChosen) -> Turn:
    """A chosen reason takes the place of one's own words."""
    sheet = state.sheet
    if sheet is None or not 0 <= happening.place < len(options(state, sheet)):
        return Turn(state=state)
    if sheet.kind is SheetKind.HAND_OVER and happening.place not in at_hand(sheet):
        return told(state, s.Notice(code="case-elsewhere"))
    if sheet.kind in MARKED:
        marked = replace(sheet, marked=sheet.marked ^ {happening.place})
        return Turn(state=replace(state, sheet=marked, notice=None))
    text = "" if sheet.kind in OWN_WORDS | {SheetKind.CASE} else sheet.text
    chip = 0 if sheet.kind in {SheetKind.ADD_MATTER, SheetKind.CASE} else sheet.chip
    picked = replace(sheet, chosen=happening.place, text=text, chip=chip)
    if sheet.kind is SheetKind.CONVERT:
        return _looking(state, picked)
    return Turn(state=replace(state, sheet=picked, notice=None))


def choose_chip(state: s.Counter, happening: h.ChipChosen) -> Turn:
    sheet = state.sheet
    if sheet is None or not 0 <= happening.place < len(chips(state, sheet)):
        return Turn(state=state)
    picked = replace(sheet, chip=happening.place)
    if sheet.kind in ASK_WITH_EACH_CHIP:
        return _looking(state, replace(picked, chosen=None, slots=(), cases=()))
    return Turn(state=replace(state, sheet=picked, notice=None))


def type_text(state: s.Counter, happening: h.Typed) -> Turn:
    sheet = state.sheet
    if sheet is None:
        return Turn(state=state)
    text = happening.text[:LONGEST_TEXT]
    text = grouped(phone_digits(text)) if sheet.kind is SheetKind.ACCEPT_CASE else text
    if sheet.text == text:
        return Turn(state=state)
    typed = replace(sheet, text=text, records=False, trouble="")
    if sheet.kind in {SheetKind.ADD_MATTER, SheetKind.CASES}:
        return _looking(state, replace(typed, chosen=None, chip=0, opens=False))
    if sheet.kind in OWN_WORDS and happening.text:
        typed = replace(typed, chosen=None)
    return Turn(state=replace(state, sheet=typed, notice=None))


def confirm(state: s.Counter, happening: h.Confirmed) -> Turn:
    sheet, view = state.sheet, state.view
    if sheet is None or state.pending is not None:
        return Turn(state=state)
    if sheet.kind is SheetKind.SHIFT:
        return Turn(state=replace(state, sheet=None, notice=None))
    if sheet.kind is SheetKind.CASES:
        return _open_case(state, sheet)
    deed = answered(state, sheet)
    if isinstance(deed, Missing):
        return told(state, s.Notice(code=deed))
    if view is None or state.link is not s.Link.UP:
        return told(state, s.Notice(code=Objection.NOT_SENT, action=sheet.kind.value))
    return send(state, view.window, s.Press(deed=deed, key=happening.key, at_ms=happening.at_ms))


def looked_up(state: s.Counter, happening: h.LookedUp) -> Turn:
    sheet = state.sheet
    if sheet is None or sheet.look_up != happening.look_up:
        return Turn(state=state)
    sheet = replace(sheet, is_looking=False)
    match happening:
        case h.ProspectTold():
            sheet = replace(sheet, prospect=happening.prospect)
        case h.MattersFound():
            sheet = replace(sheet, found=happening.matters)
        case h.SlotsTold():
            sheet = replace(sheet, slots=happening.slots)
        case h.ShiftTold():
            sheet = replace(sheet, summary=happening.summary)
        case h.CasesTold():
            return _list(state, replace(sheet, cases=in_order(happening.cases)))
        case h.CaseTold():
            sheet = _as_it_is_now(state, replace(sheet, history=happening.history), happening.case)
        case h.LookUpFailed():
            sheet = replace(sheet, trouble=happening.code, opens=False)
    return Turn(state=replace(state, sheet=sheet))


def _as_it_is_now(state: s.Counter, sheet: Sheet, case: Case) -> Sheet:
    """What was chosen is chosen still, wherever it stands now; unless it cannot be done any more."""
    act, now = chosen(state, sheet), replace(sheet, case=case)
    offered = options(state, now)
    return replace(now, chosen=offered.index(act) if act in offered else None)


def _list(state: s.Counter, sheet: Sheet) -> Turn:
    """Of the person's cases those at hand are marked: usually all of them are handed over."""
    if sheet.kind is SheetKind.HAND_OVER:
        marked = at_hand(sheet) - _left_out(state.sheet, sheet)
        return Turn(state=replace(state, sheet=replace(sheet, marked=marked)))
    listed = replace(state, sheet=replace(sheet, opens=False))
    return _open_case(listed, sheet) if sheet.opens else Turn(state=listed)


def _left_out(before: Sheet | None, now: Sheet) -> frozenset[int]:
    """Places of the cases that the clerk did not want handed over when they were listed before."""
    if before is None:
        return frozenset()
    codes = {before.cases[at].code for at in at_hand(before) - before.marked}
    return frozenset(at for at, each in enumerate(now.cases) if each.code in codes)


def _open_case(state: s.Counter, sheet: Sheet) -> Turn:
    """The one chosen, or the only one found. A scanner's Enter comes before the hall has answered."""
    if sheet.is_looking:
        return Turn(state=replace(state, sheet=replace(sheet, opens=True)))
    option = chosen(state, sheet)
    if option is None and len(sheet.cases) == 1:
        option = CaseOption(case=sheet.cases[0])
    if not isinstance(option, CaseOption):
        missing = s.Notice(code=Missing.CHOICE if sheet.cases else "no-such-case")
        return told(replace(state, sheet=replace(sheet, opens=False)), missing)
    ticket_id = None if state.ticket is None else state.ticket.ticket_id
    opened = Sheet(kind=SheetKind.CASE, case=option.case, ticket_id=ticket_id, look_up=sheet.look_up)
    return _looking(state, opened)


def _looking(state: s.Counter, sheet: Sheet) -> Turn:
    """Ask the hall what the sheet wants to know, if anything."""
    sheet = replace(sheet, look_up=sheet.look_up + 1, trouble="", prospect=None)
    request = question(state, sheet)
    asking = replace(state, sheet=replace(sheet, is_looking=request is not None), notice=None)
    return Turn(state=asking, requests=() if request is None else (request,))
