"""The sheet that is open: its question, what can be chosen, and what the choice would mean."""

from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from counter.flow.answered import Missing, answered
from counter.flow.asking import MARKED
from counter.flow.casework import WITH_TEXT, CaseAct, CaseOption, Shelf, is_at_hand
from counter.flow.deeds import name_of
from counter.flow.options import (
    Chip,
    ErrandInHand,
    KeptDays,
    Option,
    SameBusiness,
    chips,
    chosen,
    errand_meant,
    options,
    unit_booked,
)
from counter.flow.sheets import Sheet, SheetKind
from counter.flow.state import Counter, Served
from counter.viewmodels.cases import FactProps, MoveProps, PlaceProps, facts, moves, place_of
from counter.viewmodels.moment import Moment
from counter.viewmodels.names import category_name, clock, day_name, matter_name, reason_words, worded
from queue_core.wire.appointments import FreeSlot
from queue_core.wire.matters import MatterLine
from queue_core.wire.messages import Errand
from queue_core.wire.views import HeldNumber, UnitName, WordedReason
from queue_core.wire.words import PickupWay, TicketClass

FIELDS = {
    SheetKind.HOLD: "words",
    SheetKind.PAUSE: "words",
    SheetKind.NOTE: "words",
    SheetKind.TRANSFER: "window",
    SheetKind.ADD_MATTER: "search",
    SheetKind.RESULT: "case",
    SheetKind.ACCEPT_CASE: "phone",
    SheetKind.CASES: "code",
}
STAYS, MAY_WAIT, WAITS = "stays", "may-wait", "waits"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionProps:
    """`title` in words, or `word` as a code that QML words; `count` of what the sheet counts, or −1.

    `place` is where a case is, in codes; `is_elsewhere`: it cannot be handed over here.
    """

    title: str = ""
    word: str = ""
    ticket_class: str = ""
    detail: str = ""
    count: int = -1
    is_chosen: bool = False
    place: PlaceProps | None = None
    is_elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChipProps:
    title: str = ""
    word: str = ""
    minutes: int = 0
    days: int = 0
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetProps:
    """`field_kind` is empty without a field. Minutes are −1 when they are not known.

    `facts` are what is known of a case, `moves` its steps, `chosen_word` is what is to be done with it.
    `onward` says what a conversion makes of the sitting: it stays here, may have to wait, or waits again.
    """

    kind: str = ""
    number: str = ""
    subject: str = ""
    subject_class: str = ""
    field_kind: str = ""
    text: str = ""
    options: tuple[OptionProps, ...] = ()
    chips: tuple[ChipProps, ...] = ()
    is_looking: bool = False
    trouble: str = ""
    can_confirm: bool = False
    is_pending: bool = False
    has_prospect: bool = False
    ahead: int = 0
    wait_from_min: int = -1
    wait_to_min: int = -1
    keeps_appointment: bool = True
    onward: str = ""
    records: bool = False
    facts: tuple[FactProps, ...] = ()
    moves: tuple[MoveProps, ...] = ()
    chosen_word: str = ""


def derive(state: Counter, moment: Moment) -> SheetProps:
    sheet = state.sheet
    if sheet is None:
        return SheetProps()
    unit, pending = unit_booked(state, sheet), state.pending
    prospect = sheet.prospect
    estimate = prospect.estimate if prospect else None
    return SheetProps(
        kind=sheet.kind,
        number=_number(state, sheet),
        subject=category_name(state, unit.category, moment.language) if unit else "",
        subject_class=unit.ticket_class if unit else "",
        field_kind=_field(state, sheet),
        text=sheet.text,
        options=tuple(
            _option(state, sheet, at, each, moment.language) for at, each in enumerate(options(state, sheet))
        ),
        chips=tuple(
            _chip(state, each, moment.language, is_chosen=at == sheet.chip)
            for at, each in enumerate(chips(state, sheet))
        ),
        is_looking=sheet.is_looking,
        trouble=sheet.trouble,
        can_confirm=_can_confirm(state, sheet),
        is_pending=pending is not None and name_of(pending.deed) == sheet.kind,
        has_prospect=prospect is not None,
        ahead=prospect.ahead if prospect else 0,
        wait_from_min=-1 if estimate is None else round(estimate.p50_s / 60),
        wait_to_min=-1 if estimate is None else max(1, round(estimate.p90_s / 60)),
        keeps_appointment=prospect is None
        or state.ticket is None
        or state.ticket.slot is None
        or prospect.keeps_appointment,
        onward=_onward(state, sheet),
        records=sheet.records,
        facts=facts(state, sheet, moment.language),
        moves=moves(state, sheet, moment.language),
        chosen_word=_chosen_word(state, sheet),
    )


def _can_confirm(state: Counter, sheet: Sheet) -> bool:
    if sheet.kind is SheetKind.CASES:
        return sheet.chosen is not None or len(sheet.cases) == 1
    return not isinstance(answered(state, sheet), Missing)


def _number(state: Counter, sheet: Sheet) -> str:
    """What the sheet is about: a case, or the number in hand."""
    if sheet.kind is SheetKind.CASE and sheet.case is not None:
        return sheet.case.code
    return "" if state.ticket is None else state.ticket.number


def _field(state: Counter, sheet: Sheet) -> str:
    """A phone is asked for where the hall sends messages; about a case what its act needs."""
    if sheet.kind is SheetKind.ACCEPT_CASE and (state.hall is None or not state.hall.has_messages):
        return ""
    act = chosen(state, sheet)
    if sheet.kind is SheetKind.CASE:
        return act.value if isinstance(act, CaseAct) and act in WITH_TEXT else ""
    return FIELDS.get(sheet.kind, "")


def _chosen_word(state: Counter, sheet: Sheet) -> str:
    act = chosen(state, sheet)
    return act.value if isinstance(act, CaseAct) else ""


def _onward(state: Counter, sheet: Sheet) -> str:
    """A window goes on with what it serves; but a number called as a pickup has come before others."""
    option, meant, view = chosen(state, sheet), errand_meant(state, sheet), state.view
    if (
        sheet.kind is not SheetKind.CONVERT
        or not isinstance(option, UnitName)
        or meant is None
        or view is None
    ):
        return ""
    if option not in view.units:
        return WAITS
    was_pickup = meant.errand.ticket_class is TicketClass.PICKUP
    return MAY_WAIT if was_pickup and option.ticket_class is not TicketClass.PICKUP else STAYS


def _option(state: Counter, sheet: Sheet, at: int, option: Option, language: str) -> OptionProps:
    is_chosen = at in sheet.marked if sheet.kind in MARKED else at == sheet.chosen
    match option:
        case WordedReason():
            props = OptionProps(title=worded(option.names, language, option.code))
        case UnitName():
            props = OptionProps(
                title=category_name(state, option.category, language),
                ticket_class=option.ticket_class,
            )
        case SameBusiness():
            props = OptionProps(word="same-business")
        case MatterLine():
            props = OptionProps(
                title=worded(option.names, language, option.code),
                detail=category_name(state, option.category, language),
            )
        case FreeSlot():
            span = f"{clock(state, option.starts_at_ms)}–{clock(state, option.ends_at_ms)}"
            props = OptionProps(title=span, count=option.room)
        case ErrandInHand():
            props = OptionProps(
                title=_errand(state, option.errand, language),
                ticket_class=option.errand.ticket_class,
            )
        case HeldNumber():
            reasons = state.hall.hold_reasons if state.hall else ()
            words = f"{reason_words(reasons, option.reason, language)} · {clock(state, option.until_ms)}"
            props = OptionProps(title=option.number, detail=words)
        case CaseOption():
            props = OptionProps(
                title=option.case.code,
                place=place_of(state, option.case, language),
                is_elsewhere=sheet.kind is SheetKind.HAND_OVER and not is_at_hand(option.case),
            )
        case CaseAct():
            props = OptionProps(word=option)
        case _:
            assert_never(option)
    return replace(props, is_chosen=is_chosen)


def _chip(state: Counter, chip: Chip, language: str, *, is_chosen: bool) -> ChipProps:
    return replace(_chip_of(state, chip, language), is_chosen=is_chosen)


def _chip_of(state: Counter, chip: Chip, language: str) -> ChipProps:  # noqa: PLR0911 - one for each kind
    match chip:
        case None:
            return ChipProps(word="no-minutes")
        case TicketClass() | PickupWay() | Shelf():
            return ChipProps(word=chip)
        case KeptDays():
            return ChipProps(days=chip.days)
        case int():
            return ChipProps(minutes=chip)
        case date():
            return ChipProps(title=day_name(chip, language))
        case ErrandInHand():
            return ChipProps(title=_errand(state, chip.errand, language))
        case Served():
            return ChipProps(title=chip.number)
        case _:
            assert_never(chip)


def _errand(state: Counter, errand: Errand, language: str) -> str:
    return matter_name(state, errand.matter, language) or category_name(state, errand.category, language)
