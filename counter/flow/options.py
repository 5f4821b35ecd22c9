"""What a sheet offers to choose from, by the hall and the ticket in hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from counter.flow.casework import KEPT_DAYS, WAYS, CaseAct, CaseOption, Shelf, acts, is_at_hand
from counter.flow.sheets import PAUSE_MINUTES, Sheet, SheetKind, bookable_days
from counter.flow.state import Counter, Served
from queue_core.wire.appointments import FreeSlot
from queue_core.wire.matters import Material, MatterLine
from queue_core.wire.messages import Errand
from queue_core.wire.views import HeldNumber, UnitName, WindowTicket, WordedReason
from queue_core.wire.words import PickupWay, TicketClass


@dataclass(frozen=True, slots=True)
class ErrandInHand:
    """`place` is its index on the number."""

    place: int
    errand: Errand


@dataclass(frozen=True, slots=True)
class SameBusiness:
    """At another window."""


@dataclass(frozen=True, slots=True)
class KeptDays:
    days: int


Option = (
    WordedReason
    | UnitName
    | SameBusiness
    | MatterLine
    | FreeSlot
    | ErrandInHand
    | HeldNumber
    | CaseOption
    | CaseAct
)
Chip = int | None | TicketClass | date | ErrandInHand | Served | PickupWay | Shelf | KeptDays


def options(state: Counter, sheet: Sheet) -> tuple[Option, ...]:
    """In the order shown. What a sheet marks or chooses are places in it."""
    offered = _OPTIONS.get(sheet.kind)
    return () if offered is None else offered(state, sheet)


def chips(state: Counter, sheet: Sheet) -> tuple[Chip, ...]:
    """The few things to choose from beside the options: minutes, days, classes, numbers."""
    offered = _CHIPS.get(sheet.kind)
    return () if offered is None else offered(state, sheet)


def chosen(state: Counter, sheet: Sheet) -> Option | None:
    offered = options(state, sheet)
    return offered[sheet.chosen] if sheet.chosen is not None and sheet.chosen < len(offered) else None


def errands_in_hand(ticket: WindowTicket | None) -> tuple[ErrandInHand, ...]:
    """Those of this sitting; a number whose errands are not told has one, of its own class."""
    if ticket is None:
        return ()
    if not ticket.errands:
        single = Errand(ticket_class=ticket.ticket_class, category=ticket.category, matter=ticket.matter)
        return (ErrandInHand(0, single),)
    places = ticket.in_hand or tuple(range(len(ticket.errands)))
    return tuple(ErrandInHand(place, ticket.errands[place]) for place in places)


def materials_in_hand(state: Counter) -> tuple[Material, ...]:
    """Of all matters of this sitting that the catalogue has told, each paper once."""
    found: dict[str, Material] = {}
    for each in errands_in_hand(state.ticket):
        matter = state.matter(each.errand.matter)
        for material in matter.materials if matter else ():
            found.setdefault(paper_name(material), material)
    return tuple(found.values())


def paper_name(material: Material) -> str:
    """Which paper it is, whatever language is shown."""
    return material.names.get("zh-CN", "")


def errand_meant(state: Counter, sheet: Sheet) -> ErrandInHand | None:
    """The one that is to be converted, or booked for."""
    mine = errands_in_hand(state.ticket)
    at = sheet.chip if sheet.kind is SheetKind.CONVERT and sheet.chip < len(mine) else 0
    return mine[at] if mine else None


def unit_of(errand: Errand) -> UnitName:
    return UnitName(category=errand.category, ticket_class=errand.ticket_class)


def units(state: Counter) -> tuple[UnitName, ...]:
    categories = state.hall.categories if state.hall else ()
    return tuple(
        UnitName(category=category.code, ticket_class=each)
        for category in categories
        for each in category.classes
    )


def unit_booked(state: Counter, sheet: Sheet) -> UnitName | None:
    """Who was only advised comes again to hand in, where that can be done."""
    meant = errand_meant(state, sheet)
    if meant is None:
        return None
    handing_in = UnitName(category=meant.errand.category, ticket_class=TicketClass.ACCEPT)
    is_advice = meant.errand.ticket_class is TicketClass.CONSULT
    return handing_in if is_advice and handing_in in units(state) else unit_of(meant.errand)


def results_for(state: Counter) -> tuple[Served, ...]:
    """The number in hand and those served here before it, newest first."""
    ticket = state.ticket
    if ticket is None:
        return state.served
    here = Served(
        ticket_id=ticket.ticket_id, number=ticket.number, category=ticket.category, matter=ticket.matter
    )
    return (here, *(each for each in state.served if each.ticket_id != ticket.ticket_id))


def _hold_reasons(state: Counter, _: Sheet) -> tuple[Option, ...]:
    return state.hall.hold_reasons if state.hall else ()


def _pause_reasons(state: Counter, _: Sheet) -> tuple[Option, ...]:
    return state.hall.pause_reasons if state.hall else ()


def _others(state: Counter, sheet: Sheet) -> tuple[UnitName, ...]:
    """All units but the errand's own, its category first."""
    meant = errand_meant(state, sheet)
    if meant is None:
        return ()
    others = (each for each in units(state) if each != unit_of(meant.errand))
    return tuple(sorted(others, key=lambda each: each.category != meant.errand.category))


def _destinations(state: Counter, sheet: Sheet) -> tuple[Option, ...]:
    return (SameBusiness(), *_others(state, sheet))


def _matters(state: Counter, sheet: Sheet) -> tuple[Option, ...]:
    """Without a catalogue the units themselves."""
    if sheet.found or sheet.text or sheet.is_looking:
        return tuple(each for each in sheet.found if each.classes)
    return units(state)


def _slots(_: Counter, sheet: Sheet) -> tuple[Option, ...]:
    return sheet.slots


def _in_hand(state: Counter, _: Sheet) -> tuple[Option, ...]:
    return errands_in_hand(state.ticket)


def _held(state: Counter, _: Sheet) -> tuple[Option, ...]:
    view = state.view
    return () if view is None else tuple(each for each in view.held if not each.is_back)


def _minutes(_: Counter, __: Sheet) -> tuple[Chip, ...]:
    return PAUSE_MINUTES


def _several_in_hand(state: Counter, _: Sheet) -> tuple[Chip, ...]:
    mine = errands_in_hand(state.ticket)
    return mine if len(mine) > 1 else ()


def _classes(state: Counter, sheet: Sheet) -> tuple[Chip, ...]:
    option = chosen(state, sheet)
    return option.classes if isinstance(option, MatterLine) else ()


def _days(state: Counter, _: Sheet) -> tuple[Chip, ...]:
    return bookable_days(state.hall.day) if state.hall else ()


def _numbers(state: Counter, _: Sheet) -> tuple[Chip, ...]:
    return results_for(state)


def accepting(state: Counter) -> tuple[ErrandInHand, ...]:
    """What is handed in now, and may become a case."""
    mine = errands_in_hand(state.ticket)
    return tuple(each for each in mine if each.errand.ticket_class is TicketClass.ACCEPT)


def _accepting(state: Counter, _: Sheet) -> tuple[Option, ...]:
    return accepting(state)


def _cases(_: Counter, sheet: Sheet) -> tuple[Option, ...]:
    return tuple(CaseOption(case=each) for each in sheet.cases)


def _acts(_: Counter, sheet: Sheet) -> tuple[Option, ...]:
    return () if sheet.case is None else acts(sheet.case)


def at_hand(sheet: Sheet) -> frozenset[int]:
    """Places of the cases that can be handed over here."""
    return frozenset(at for at, each in enumerate(sheet.cases) if is_at_hand(each))


def _ways(_: Counter, __: Sheet) -> tuple[Chip, ...]:
    return WAYS


def _shelves(_: Counter, sheet: Sheet) -> tuple[Chip, ...]:
    """A code that is typed is looked for on all of them."""
    return () if sheet.text.strip() else tuple(Shelf)


def _days_kept(state: Counter, sheet: Sheet) -> tuple[Chip, ...]:
    is_keeping = chosen(state, sheet) is CaseAct.KEEP_LONGER
    return tuple(KeptDays(days) for days in KEPT_DAYS) if is_keeping else ()


_OPTIONS: dict[SheetKind, Callable[[Counter, Sheet], tuple[Option, ...]]] = {
    SheetKind.HOLD: _hold_reasons,
    SheetKind.PAUSE: _pause_reasons,
    SheetKind.TRANSFER: _destinations,
    SheetKind.CONVERT: _others,
    SheetKind.ADD_MATTER: _matters,
    SheetKind.BOOK: _slots,
    SheetKind.FINISH_PART: _in_hand,
    SheetKind.HAND_BACK: _held,
    SheetKind.ACCEPT_CASE: _accepting,
    SheetKind.HAND_OVER: _cases,
    SheetKind.CASES: _cases,
    SheetKind.CASE: _acts,
}
_CHIPS: dict[SheetKind, Callable[[Counter, Sheet], tuple[Chip, ...]]] = {
    SheetKind.PAUSE: _minutes,
    SheetKind.CONVERT: _several_in_hand,
    SheetKind.ADD_MATTER: _classes,
    SheetKind.BOOK: _days,
    SheetKind.RESULT: _numbers,
    SheetKind.ACCEPT_CASE: _ways,
    SheetKind.CASES: _shelves,
    SheetKind.CASE: _days_kept,
}
