"""What a sheet wants to know of the hall, as a request."""

from collections.abc import Callable
from datetime import date

from counter.flow import requests as r
from counter.flow.casework import Shelf, query
from counter.flow.options import chips, chosen, errand_meant, unit_booked
from counter.flow.sheets import Sheet, SheetKind
from counter.flow.state import Counter
from queue_core.wire.cases import CaseQuery
from queue_core.wire.views import UnitName


def question(state: Counter, sheet: Sheet) -> r.LookUp | None:
    """Nothing where the sheet knows already what it needs."""
    ask = _QUESTIONS.get(sheet.kind)
    return None if ask is None else ask(state, sheet)


def _about_shift(_: Counter, sheet: Sheet) -> r.LookUp:
    return r.AskShift(look_up=sheet.look_up)


def _about_matters(_: Counter, sheet: Sheet) -> r.LookUp:
    return r.FindMatters(query=sheet.text, look_up=sheet.look_up)


def _about_cases_of_number(_: Counter, sheet: Sheet) -> r.LookUp:
    return r.AskCases(query=CaseQuery(ticket_id=sheet.ticket_id), look_up=sheet.look_up)


def _about_cases(_: Counter, sheet: Sheet) -> r.LookUp:
    return r.AskCases(query=query(tuple(Shelf)[sheet.chip], sheet.text), look_up=sheet.look_up)


def _about_case(_: Counter, sheet: Sheet) -> r.LookUp | None:
    return None if sheet.case is None else r.AskCase(code=sheet.case.code, look_up=sheet.look_up)


def _about_slots(state: Counter, sheet: Sheet) -> r.AskSlots | None:
    unit, days = unit_booked(state, sheet), chips(state, sheet)
    day = days[sheet.chip] if sheet.chip < len(days) else None
    if unit is None or not isinstance(day, date):
        return None
    return r.AskSlots(unit=unit, day=day, look_up=sheet.look_up)


def _about_prospect(state: Counter, sheet: Sheet) -> r.AskProspect | None:
    option, meant = chosen(state, sheet), errand_meant(state, sheet)
    if not isinstance(option, UnitName) or meant is None or sheet.ticket_id is None:
        return None
    return r.AskProspect(ticket_id=sheet.ticket_id, errand=meant.place, unit=option, look_up=sheet.look_up)


_QUESTIONS: dict[SheetKind, Callable[[Counter, Sheet], r.LookUp | None]] = {
    SheetKind.SHIFT: _about_shift,
    SheetKind.ADD_MATTER: _about_matters,
    SheetKind.BOOK: _about_slots,
    SheetKind.CONVERT: _about_prospect,
    SheetKind.HAND_OVER: _about_cases_of_number,
    SheetKind.CASES: _about_cases,
    SheetKind.CASE: _about_case,
}
