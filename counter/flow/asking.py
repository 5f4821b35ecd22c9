"""How a sheet is opened, answered and confirmed."""

from dataclasses import replace
from datetime import date

from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow import state as s
from counter.flow.answered import Missing, answered
from counter.flow.options import chips, chosen, errand_meant, options, unit_booked
from counter.flow.permission import Objection, objection_to_sheet
from counter.flow.pressing import send
from counter.flow.sheets import Sheet, SheetKind
from counter.flow.turn import Turn, told
from queue_core.wire.views import UnitName

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
        chosen=0 if happening.kind is SheetKind.HAND_BACK else None,
    )
    return _looking(replace(state, notice=None), sheet)


def leave(state: s.Counter, _: h.SheetLeft) -> Turn:
    return Turn(state=replace(state, sheet=None, notice=None))


def choose(state: s.Counter, happening: h.OptionChosen) -> Turn:
    """A chosen reason takes the place of one's own words."""
    sheet = state.sheet
    if sheet is None or not 0 <= happening.place < len(options(state, sheet)):
        return Turn(state=state)
    if sheet.kind is SheetKind.FINISH_PART:
        marked = replace(sheet, marked=sheet.marked ^ {happening.place})
        return Turn(state=replace(state, sheet=marked, notice=None))
    text = "" if sheet.kind in OWN_WORDS else sheet.text
    chip = 0 if sheet.kind is SheetKind.ADD_MATTER else sheet.chip
    picked = replace(sheet, chosen=happening.place, text=text, chip=chip)
    if sheet.kind is SheetKind.CONVERT:
        return _looking(state, picked)
    return Turn(state=replace(state, sheet=picked, notice=None))


def choose_chip(state: s.Counter, happening: h.ChipChosen) -> Turn:
    sheet = state.sheet
    if sheet is None or not 0 <= happening.place < len(chips(state, sheet)):
        return Turn(state=state)
    picked = replace(sheet, chip=happening.place)
    if sheet.kind in {SheetKind.BOOK, SheetKind.CONVERT}:
        return _looking(state, replace(picked, chosen=None, slots=()))
    return Turn(state=replace(state, sheet=picked, notice=None))


def type_text(state: s.Counter, happening: h.Typed) -> Turn:
    sheet = state.sheet
    if sheet is None or sheet.text == happening.text:
        return Turn(state=state)
    typed = replace(sheet, text=happening.text[:LONGEST_TEXT], records=False, trouble="")
    if sheet.kind is SheetKind.ADD_MATTER:
        return _looking(state, replace(typed, chosen=None))
    if sheet.kind in OWN_WORDS and happening.text:
        typed = replace(typed, chosen=None)
    return Turn(state=replace(state, sheet=typed, notice=None))


def confirm(state: s.Counter, happening: h.Confirmed) -> Turn:
    sheet, view = state.sheet, state.view
    if sheet is None or state.pending is not None:
        return Turn(state=state)
    if sheet.kind is SheetKind.SHIFT:
        return Turn(state=replace(state, sheet=None, notice=None))
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
        case h.LookUpFailed():
            sheet = replace(sheet, trouble=happening.code)
    return Turn(state=replace(state, sheet=sheet))


def _looking(state: s.Counter, sheet: Sheet) -> Turn:
    """Ask the hall what the sheet wants to know, if anything."""
    sheet = replace(sheet, look_up=sheet.look_up + 1, trouble="", prospect=None)
    request = _question(state, sheet)
    asking = replace(state, sheet=replace(sheet, is_looking=request is not None), notice=None)
    return Turn(state=asking, requests=() if request is None else (request,))


def _question(state: s.Counter, sheet: Sheet) -> r.LookUp | None:
    match sheet.kind:
        case SheetKind.SHIFT:
            return r.AskShift(look_up=sheet.look_up)
        case SheetKind.ADD_MATTER:
            return r.FindMatters(query=sheet.text, look_up=sheet.look_up)
        case SheetKind.BOOK:
            return _about_slots(state, sheet)
        case SheetKind.CONVERT:
            return _about_prospect(state, sheet)
        case _:
            return None


def _about_slots(state: s.Counter, sheet: Sheet) -> r.AskSlots | None:
    unit, days = unit_booked(state, sheet), chips(state, sheet)
    day = days[sheet.chip] if sheet.chip < len(days) else None
    if unit is None or not isinstance(day, date):
        return None
    return r.AskSlots(unit=unit, day=day, look_up=sheet.look_up)


def _about_prospect(state: s.Counter, sheet: Sheet) -> r.AskProspect | None:
    option, meant = chosen(state, sheet), errand_meant(state, sheet)
    if not isinstance(option, UnitName) or meant is None or sheet.ticket_id is None:
        return None
    return r.AskProspect(ticket_id=sheet.ticket_id, errand=meant.place, unit=option, look_up=sheet.look_up)
