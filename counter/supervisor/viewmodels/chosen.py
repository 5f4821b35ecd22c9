"""The window that was chosen: how it stands, what may be done to it, and what that will do. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.objections import deeds
from counter.supervisor.flow.profiles import all_units, units_of
from counter.supervisor.flow.state import Deed, Duty, Watched
from counter.supervisor.viewmodels import deed_words, naming, tiles
from queue_core.wire.supervision import WaitingNumber
from queue_core.wire.views import HallView, WindowView
from queue_core.wire.words import WindowKind, WindowState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class FactProps:
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedProps:
    deed: str
    text: str
    icon_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitProps:
    unit: str
    text: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberProps:
    """One who waits; `text` says for what and since when."""

    ticket_id: int
    number: str
    what: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonProps:
    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenProps:
    """`deed` is being prepared: `says` what it will do, `confirm` what its button reads.

    `number_id` is the number that the override shall call, 0 for none yet; `is_asking` while it is not known
    who waits.
    """

    window: int = 0
    title: str = ""
    state: str = ""
    icon: str = ""
    tone: str = ""
    facts: tuple[FactProps, ...] = ()
    deeds: tuple[DeedProps, ...] = ()
    deed: str = ""
    deed_title: str = ""
    says: str = ""
    confirm: str = ""
    reasons: tuple[ReasonProps, ...] = ()
    units: tuple[UnitProps, ...] = ()
    numbers: tuple[NumberProps, ...] = ()
    number_id: int = 0
    is_asking: bool = False


def chosen(state: Duty, *, language: str, now_ms: int) -> ChosenProps:
    one = next((w for w in state.watched if w.view.window == state.window), None)
    if one is None:
        return ChosenProps()
    view = one.view
    words = tiles.Words(state=state, language=language, now_ms=now_ms)
    title = naming_of(view)
    return ChosenProps(
        window=view.window,
        title=title,
        state=tiles.state_word(view),
        icon=words.icon(one),
        tone=words.tone(one),
        facts=facts(state, one, words),
        deeds=tuple(
            DeedProps(deed=each, text=deed_words.name(each), icon_name=deed_words.ICONS[each])
            for each in deeds(view)
        ),
        deed=state.deed,
        deed_title=deed_words.title(state.deed, view.window),
        says=deed_words.says(state.deed, view, state.hall),
        confirm=deed_words.confirm(state.deed, number_chosen(state)),
        reasons=reasons(state, language),
        units=units(state, language),
        numbers=numbers(state, language, now_ms),
        number_id=state.number or 0,
        is_asking=state.deed is Deed.CALL and state.waiting is None,
    )


def naming_of(view: WindowView) -> str:
    if view.kind is WindowKind.TERMINAL:
        return translate("Supervisor", "{window} 号自助终端").format(window=view.window)
    return translate("Supervisor", "{window} 号窗口").format(window=view.window)


def facts(state: Duty, one: Watched, words: tiles.Words) -> tuple[FactProps, ...]:
    view = one.view
    listed = (
        FactProps(name=translate("Supervisor", "窗口人员"), text=view.clerk_display_name or ""),
        FactProps(name=translate("Supervisor", "手上的号"), text=in_hand(state, view, words)),
        FactProps(name=translate("Supervisor", "现在"), text=without_number(one, words)),
        FactProps(name=translate("Supervisor", "在等它叫"), text=waiting(view, words.now_ms)),
        FactProps(
            name=translate("Supervisor", "挂起的号"), text=naming.listed(held.number for held in view.held)
        ),
        FactProps(name=translate("Supervisor", "业务范围"), text=profile(state.hall, view, words.language)),
    )
    return tuple(fact for fact in listed if fact.text)


def in_hand(state: Duty, view: WindowView, words: tiles.Words) -> str:
    ticket = view.ticket
    if ticket is None:
        return ""
    what = naming.unit(state.hall, ticket.category, ticket.ticket_class, words.language)
    return f"{ticket.number} · {what} · {words.ticket_line(view)}"


def without_number(one: Watched, words: tiles.Words) -> str:
    """Why nobody is at the window."""
    if one.view.state is WindowState.PAUSED:
        return words.pause_line(one.view)
    since_ms = words.idle_since_ms(one)
    if since_ms is None or not words.is_idle(one):
        return ""
    lasted = naming.lasting(words.now_ms - since_ms)
    return translate("Supervisor", "空闲 {lasted}，没有叫号").format(lasted=lasted)


def waiting(view: WindowView, now_ms: int) -> str:
    count = translate("Supervisor", "{count} 人").format(count=view.waiting)
    if view.first_since_ms is None:
        return count
    longest = naming.lasting(now_ms - view.first_since_ms)
    return translate("Supervisor", "{count}，第一位等了 {longest}").format(count=count, longest=longest)


def profile(hall: HallView | None, view: WindowView, language: str) -> str:
    """Whole categories by their name; parts of one with their classes."""
    everything = all_units(hall)
    mine = set(units_of(view))
    if mine and mine == set(everything):
        return translate("Supervisor", "全部业务")
    parts = []
    for category in hall.categories if hall else ():
        its = [c for c in category.classes if f"{category.code}/{c}" in mine]
        name = naming.named(category.names, language, category.code)
        if len(its) == len(category.classes):
            parts.append(name)
        elif its:
            classes = naming.listed(map(naming.class_word, its))
            parts.append(translate("Supervisor", "{name}（{classes}）").format(name=name, classes=classes))
    return naming.listed(parts)


def units(state: Duty, language: str) -> tuple[UnitProps, ...]:
    if state.deed is not Deed.PROFILE:
        return ()
    return tuple(
        UnitProps(unit=unit, text=naming.unit_of(state.hall, unit, language), is_on=unit in state.units)
        for unit in all_units(state.hall)
    )


def reasons(state: Duty, language: str) -> tuple[ReasonProps, ...]:
    """What can be chosen instead of writing."""
    if state.deed is Deed.PAUSE and state.hall:
        offered = state.hall.pause_reasons
        return tuple(ReasonProps(code=r.code, words=naming.named(r.names, language, r.code)) for r in offered)
    return tuple(ReasonProps(code=text, words=text) for text in deed_words.usual_reasons(state.deed))


def numbers(state: Duty, language: str, now_ms: int) -> tuple[NumberProps, ...]:
    return tuple(number(state, one, language, now_ms) for one in state.waiting or ())


def number(state: Duty, one: WaitingNumber, language: str, now_ms: int) -> NumberProps:
    what = naming.unit(state.hall, one.category, one.ticket_class, language)
    waited = naming.lasting(now_ms - one.since_ms)
    return NumberProps(
        ticket_id=one.ticket_id,
        number=one.number,
        what=translate("Supervisor", "{what} · 等了 {waited}").format(what=what, waited=waited),
        is_chosen=one.ticket_id == state.number,
    )


def number_chosen(state: Duty) -> str:
    found = (one.number for one in state.waiting or () if one.ticket_id == state.number)
    return next(found, "")
