"""What is known of a case, in codes and instants; QML words them."""

from dataclasses import dataclass, replace

from counter.flow.sheets import Sheet
from counter.flow.state import Counter
from counter.viewmodels.names import category_name, day_and_clock, day_of, matter_name
from queue_core.wire.cases import Case, CasePlace
from queue_core.wire.words import CaseState


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceProps:
    """`state` and `kind` are codes; `where` is a label or a cabinet; `until` a day; door −1 without one."""

    state: str
    kind: str = ""
    where: str = ""
    door: int = -1
    reference: str = ""
    until: str = ""
    business: str = ""
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactProps:
    """`word` names the fact; it is `text`, a `code` that QML words, or a `place`."""

    word: str
    text: str = ""
    code: str = ""
    place: PlaceProps | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveProps:
    """One step of a case. `kind` and `role` are codes; `until` is a day; `window` −1 without one."""

    kind: str
    at: str
    role: str
    name: str
    window: int
    place: PlaceProps | None
    until: str


def place_of(state: Counter, case: Case, language: str) -> PlaceProps:
    until = "" if case.keep_until_ms is None else day_of(state, case.keep_until_ms, language)
    business = matter_name(state, case.matter, language) or category_name(state, case.category, language)
    at = PlaceProps(state=case.state) if case.place is None else _at(case.place, case.state)
    return replace(at, until=until, business=business, is_missing=case.is_missing)


def _at(place: CasePlace, state: str) -> PlaceProps:
    return PlaceProps(
        state=state,
        kind=place.kind,
        where=place.cabinet or place.label,
        door=-1 if place.door is None else place.door,
        reference=place.reference,
    )


def moves(state: Counter, sheet: Sheet, language: str) -> tuple[MoveProps, ...]:
    """The newest first."""
    return tuple(
        MoveProps(
            kind=each.kind,
            at=day_and_clock(state, each.at_ms, language),
            role=each.role,
            name=each.name,
            window=-1 if each.window is None else each.window,
            place=None if each.place is None else _at(each.place, CaseState.READY),
            until="" if each.until_ms is None else day_of(state, each.until_ms, language),
        )
        for each in sheet.history
    )


def facts(state: Counter, sheet: Sheet, language: str) -> tuple[FactProps, ...]:
    """How it is now: what was done with it, and when, its moves tell."""
    case = sheet.case
    if case is None:
        return ()
    place = place_of(state, case, language)
    found = [
        FactProps(word="state", place=place),
        FactProps(word="business", text=place.business),
        FactProps(word="way", code=case.way),
        FactProps(word="phone", code="given" if case.has_phone else "none"),
    ]
    if case.keep_until_ms is not None:
        found.append(FactProps(word="until", text=day_and_clock(state, case.keep_until_ms, language)))
    return tuple(found)
