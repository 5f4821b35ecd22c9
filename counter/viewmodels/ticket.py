"""The ticket at the window: who it is, for what, for how long, with which materials, and why now."""

from dataclasses import dataclass

from counter.flow.casework import in_order, is_at_hand
from counter.flow.options import errands_in_hand, materials_in_hand, paper_name
from counter.flow.state import Counter
from counter.viewmodels.cases import PlaceProps, place_of
from counter.viewmodels.moment import Moment
from counter.viewmodels.names import category_name, clock, elapsed, matter_name, minutes, worded
from queue_core.wire.views import WindowTicket
from queue_core.wire.words import TicketState


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandProps:
    """One thing to be done with the number. `is_here`: in this sitting."""

    ticket_class: str
    title: str
    items: int
    is_here: bool
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MaterialProps:
    title: str
    originals: int
    copies: int
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseProps:
    """What its person may collect, and where it is. `is_here`: it can be handed over at this window."""

    code: str
    is_here: bool
    place: PlaceProps


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingProps:
    """What another window did with the number before."""

    window: int
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketProps:
    """`reason`, `priority` and `ticket_class` are codes that QML words; empty means that there is none.

    `elapsed` counts from the call, or from the start of the service. `errands` only when there are several.
    """

    has_ticket: bool = False
    number: str = ""
    ticket_class: str = ""
    category: str = ""
    matter: str = ""
    holder: str = ""
    holder_number: str = ""
    calls: int = 0
    waited_min: int = 0
    elapsed: str = ""
    is_serving: bool = False
    reason: str = ""
    note: str = ""
    language: str = ""
    priority: str = ""
    project: str = ""
    slot: str = ""
    holds: int = 0
    errands: tuple[ErrandProps, ...] = ()
    materials: tuple[MaterialProps, ...] = ()
    cases: tuple[CaseProps, ...] = ()
    sittings: tuple[SittingProps, ...] = ()


def derive(state: Counter, moment: Moment) -> TicketProps:
    ticket = state.ticket
    if ticket is None:
        return TicketProps()
    since_ms = ticket.called_at_ms if ticket.started_at_ms is None else ticket.started_at_ms
    return TicketProps(
        has_ticket=True,
        number=ticket.number,
        ticket_class=ticket.ticket_class,
        category=category_name(state, ticket.category, moment.language),
        matter=_first_matter(state, ticket, moment.language),
        holder=ticket.holder.name if ticket.holder else "",
        holder_number=ticket.holder.masked_id_number if ticket.holder else "",
        calls=ticket.calls,
        waited_min=minutes(ticket.called_at_ms - ticket.issued_at_ms),
        elapsed=elapsed(moment.now_ms - since_ms),
        is_serving=ticket.state is TicketState.SERVING,
        reason=ticket.reason,
        note=ticket.note or "",
        language="" if ticket.language == "zh-CN" else ticket.language,
        priority=ticket.priority or "",
        project=_project(state, ticket, moment.language),
        slot=_slot(state, ticket),
        holds=ticket.holds,
        errands=_errands(state, ticket, moment.language),
        materials=_materials(state, moment.language),
        cases=tuple(
            CaseProps(code=each.code, is_here=is_at_hand(each), place=place_of(state, each, moment.language))
            for each in in_order(state.cases)
        ),
        sittings=tuple(
            SittingProps(window=each.window, at=clock(state, each.finished_at_ms)) for each in ticket.sittings
        ),
    )


def _first_matter(state: Counter, ticket: WindowTicket, language: str) -> str:
    first = errands_in_hand(ticket)[0].errand
    return matter_name(state, first.matter, language)


def _project(state: Counter, ticket: WindowTicket, language: str) -> str:
    if ticket.project is None:
        return ""
    channels = state.hall.green_channels if state.hall else ()
    names = next((each.names for each in channels if each.code == ticket.project), {})
    return worded(names, language, ticket.project)


def _slot(state: Counter, ticket: WindowTicket) -> str:
    slot = ticket.slot
    return "" if slot is None else f"{clock(state, slot.starts_at_ms)}–{clock(state, slot.ends_at_ms)}"


def _errands(state: Counter, ticket: WindowTicket, language: str) -> tuple[ErrandProps, ...]:
    if len(ticket.errands) < 2:  # noqa: PLR2004 the only one stands at the top already
        return ()
    here = {each.place for each in errands_in_hand(ticket)}
    return tuple(
        ErrandProps(
            ticket_class=each.ticket_class,
            title=matter_name(state, each.matter, language) or category_name(state, each.category, language),
            items=each.items,
            is_here=place in here,
            is_done=each.is_done,
        )
        for place, each in enumerate(ticket.errands)
    )


def _materials(state: Counter, language: str) -> tuple[MaterialProps, ...]:
    return tuple(
        MaterialProps(
            title=worded(material.names, language, ""),
            originals=material.originals,
            copies=material.copies,
            is_ticked=paper_name(material) in state.ticked,
        )
        for material in materials_in_hand(state)
    )
