"""The deed that a sheet's answers make, or what is still missing."""

from collections.abc import Callable
from enum import StrEnum

from counter.flow import deeds
from counter.flow.casework import (
    WITH_TEXT,
    CaseAct,
    kept_until_ms,
    name_and_reference,
)
from counter.flow.options import ErrandInHand, KeptDays, chips, chosen, errand_meant, options, unit_booked
from counter.flow.sheets import Sheet, SheetKind
from counter.flow.state import Counter, Served
from display.kit.phones import is_phone, phone_digits
from queue_core.wire.appointments import FreeSlot
from queue_core.wire.cases import CasePlace
from queue_core.wire.matters import MatterLine
from queue_core.wire.messages import Errand
from queue_core.wire.views import HeldNumber, UnitName, WordedReason
from queue_core.wire.words import CaseState, PickupWay, PlaceKind, TicketClass


class Missing(StrEnum):
    """Codes that screens translate."""

    REASON = "reason-missing"
    CHOICE = "choice-missing"
    TEXT = "text-missing"
    CASE = "case-missing"
    WINDOW = "window-missing"
    PHONE = "phone-wrong"
    PLACE = "place-missing"


def answered(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    make = _DEEDS.get(sheet.kind)
    return Missing.CHOICE if make is None else make(state, sheet)


def _reason(state: Counter, sheet: Sheet) -> str:
    """The clerk's own words, or the code of the one chosen."""
    option = chosen(state, sheet)
    return sheet.text.strip() or (option.code if isinstance(option, WordedReason) else "")


def _hold(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    reason = _reason(state, sheet)
    return deeds.Hold(reason=reason) if reason else Missing.REASON


def _pause(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    reason, minutes = _reason(state, sheet), chips(state, sheet)[sheet.chip]
    if not reason:
        return Missing.REASON
    return deeds.Pause(reason=reason, minutes=minutes if isinstance(minutes, int) else None)


def _transfer(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    """Without another business another window is needed."""
    option, window = chosen(state, sheet), sheet.text.strip()
    unit = option if isinstance(option, UnitName) else None
    if window and not window.isdecimal():
        return Missing.WINDOW
    if not window and unit is None:
        return Missing.CHOICE if option is None else Missing.WINDOW
    return deeds.Transfer(unit=unit, to_window=int(window) if window else None)


def _convert(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    option, meant = chosen(state, sheet), errand_meant(state, sheet)
    if not isinstance(option, UnitName) or meant is None or sheet.ticket_id is None:
        return Missing.CHOICE
    return deeds.Convert(ticket_id=sheet.ticket_id, errand=meant.place, unit=option)


def _add_matter(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    option = chosen(state, sheet)
    if sheet.ticket_id is None:
        return Missing.CHOICE
    match option:
        case MatterLine():
            ticket_class = chips(state, sheet)[sheet.chip]
            assert isinstance(ticket_class, TicketClass)
            errand = Errand(ticket_class=ticket_class, category=option.category, matter=option.code)
        case UnitName():
            errand = Errand(ticket_class=option.ticket_class, category=option.category)
        case _:
            return Missing.CHOICE
    return deeds.AddMatter(ticket_id=sheet.ticket_id, errand=errand)


def _note(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    """An empty one takes back what was written before."""
    text = sheet.text.strip()
    return deeds.Note(text=text) if text or state.note else Missing.TEXT


def _finish_part(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    unfinished = tuple(
        option.place
        for at, option in enumerate(options(state, sheet))
        if at in sheet.marked and isinstance(option, ErrandInHand)
    )
    return deeds.FinishPart(unfinished=unfinished) if unfinished else Missing.CHOICE


def _book(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    option, meant, unit = chosen(state, sheet), errand_meant(state, sheet), unit_booked(state, sheet)
    if not isinstance(option, FreeSlot) or meant is None or unit is None or sheet.ticket_id is None:
        return Missing.CHOICE
    return deeds.Book(
        ticket_id=sheet.ticket_id,
        unit=unit,
        matter=meant.errand.matter,
        starts_at_ms=option.starts_at_ms,
    )


def _result(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    case, numbers = sheet.text.strip(), chips(state, sheet)
    if not numbers:
        return Missing.CHOICE
    if not case:
        return Missing.CASE
    number = numbers[min(sheet.chip, len(numbers) - 1)]
    assert isinstance(number, Served)
    return deeds.Result(
        ticket_id=number.ticket_id,
        case=case,
        category=number.category,
        matter=number.matter,
        records=sheet.records,
    )


def _hand_back(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    option = chosen(state, sheet)
    return deeds.HandBack(ticket_id=option.ticket_id) if isinstance(option, HeldNumber) else Missing.CHOICE


def _accept_case(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    option, way, phone = chosen(state, sheet), chips(state, sheet)[sheet.chip], phone_digits(sheet.text)
    if not isinstance(option, ErrandInHand) or sheet.ticket_id is None:
        return Missing.CHOICE
    if phone and not is_phone(phone):
        return Missing.PHONE
    assert isinstance(way, PickupWay)
    return deeds.AcceptCase(
        ticket_id=sheet.ticket_id,
        category=option.errand.category,
        matter=option.errand.matter,
        way=way,
        language="zh-CN" if state.ticket is None else state.ticket.language,
        phone=phone,
    )


def _hand_over(_: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    codes = tuple(each.code for at, each in enumerate(sheet.cases) if at in sheet.marked)
    if not codes or sheet.ticket_id is None:
        return Missing.CHOICE
    return deeds.HandOver(ticket_id=sheet.ticket_id, codes=codes)


def _of_case(state: Counter, sheet: Sheet) -> deeds.Deed | Missing:
    act, case = chosen(state, sheet), sheet.case
    if not isinstance(act, CaseAct) or case is None:
        return Missing.CHOICE
    place = _place(act, sheet.text)
    if act in WITH_TEXT and place is None:
        return Missing.PLACE
    until_ms = 0
    if act is CaseAct.KEEP_LONGER and state.hall is not None:
        kept = chips(state, sheet)[sheet.chip]
        assert isinstance(kept, KeptDays)
        until_ms = kept_until_ms(case, kept.days, state.hall)
    return deeds.OfCase(
        code=case.code,
        act=act,
        finishes=act in WITH_TEXT and case.state is CaseState.ACCEPTED,
        place=place,
        until_ms=until_ms,
        ticket_id=_still_in_hand(state, sheet) if act is CaseAct.HAND_OVER else None,
    )


def _still_in_hand(state: Counter, sheet: Sheet) -> int | None:
    """The number at the window since the case was opened: the next one is somebody else's."""
    is_same = state.ticket is not None and state.ticket.ticket_id == sheet.ticket_id
    return sheet.ticket_id if is_same else None


def _place(act: CaseAct, text: str) -> CasePlace | None:
    """What was typed for it; None where something is missing."""
    text = text.strip()
    if not text:
        return None
    match act:
        case CaseAct.SHELVE:
            return CasePlace(kind=PlaceKind.SHELF, label=text)
        case CaseAct.POST:
            return CasePlace(kind=PlaceKind.POSTED, reference=text)
        case CaseAct.GIVE_TO_PARTNER:
            name, reference = name_and_reference(text)
            return CasePlace(kind=PlaceKind.PARTNER, label=name, reference=reference)
        case _:
            return None


_DEEDS: dict[SheetKind, Callable[[Counter, Sheet], deeds.Deed | Missing]] = {
    SheetKind.HOLD: _hold,
    SheetKind.PAUSE: _pause,
    SheetKind.TRANSFER: _transfer,
    SheetKind.CONVERT: _convert,
    SheetKind.ADD_MATTER: _add_matter,
    SheetKind.NOTE: _note,
    SheetKind.FINISH_PART: _finish_part,
    SheetKind.BOOK: _book,
    SheetKind.RESULT: _result,
    SheetKind.HAND_BACK: _hand_back,
    SheetKind.ACCEPT_CASE: _accept_case,
    SheetKind.HAND_OVER: _hand_over,
    SheetKind.CASE: _of_case,
}
