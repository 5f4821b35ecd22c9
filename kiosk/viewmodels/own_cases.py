"""Finished documents that wait for their holder, and where."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from kiosk.flow.collecting import at_windows, elsewhere
from kiosk.flow.facts import Facts
from kiosk.flow.hosting import lies_here
from kiosk.flow.own_acts import MOST_ERRANDS
from kiosk.flow.visit import Page, Visit
from kiosk.viewmodels.own_words import matter_name
from kiosk.viewmodels.taking_words import category_name, point_name
from queue_core.wire.cases import Case, CasePlace
from queue_core.wire.words import PlaceKind

translate = QCoreApplication.translate

ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseProps:
    """`place` and `how` say where it waits and how it is got; empty where windows hand out all of them.

    `is_here`: a number is for it, and it may be chosen.
    """

    code: str
    name: str
    hint: str = ""
    place: str = ""
    how: str = ""
    is_here: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesProps:
    """`leave` where there is nothing to be chosen, `cabinet` where one at the kiosk's side has some."""

    title: str = ""
    hint: str = ""
    cases: tuple[CaseProps, ...] = ()
    leave: str = ""
    cabinet: str = ""


def cases(visit: Visit, page: Page, facts: Facts) -> CasesProps:
    if page is not Page.CASES:
        return CasesProps()
    here = len(at_windows(visit))
    if here == len(visit.cases):
        return CasesProps(
            title=translate("Own", "您有几件可以领"),
            hint=hint(here, facts),
            cases=tuple(at_window(each, visit, facts) for each in visit.cases),
        )
    return CasesProps(
        title=translate("Own", "您有几件办好了"),
        hint=hint_of_places(here),
        cases=tuple(one(each, visit, facts) for each in visit.cases),
        leave="" if here else translate("Own", "好了"),
        cabinet=cabinet_words(visit, facts),
    )


def cabinet_words(visit: Visit, facts: Facts) -> str:
    return translate("Own", "就在这里开柜") if lies_here(visit, facts) else ""


def hint(count: int, facts: Facts) -> str:
    most = facts.hall.most_errands if facts.hall else MOST_ERRANDS
    if count <= most:
        return translate("Own", "选一件先领；其他几件用同一个号一起领。")
    words = translate("Own", "选一件先领；一个号最多领 %1 件，其余的领完再取号。")
    return words.replace("%1", str(most))


def hint_of_places(here: int) -> str:
    if here:
        return translate("Own", "到窗口领的，按一下取号；别的不用。")
    return translate("Own", "都不用取号，各在下面写的地方。")


def one(case: Case, visit: Visit, facts: Facts) -> CaseProps:
    """Among some that wait elsewhere."""
    if elsewhere(case) == "":
        known = at_window(case, visit, facts)
        return replace(known, place=translate("Own", "取号，到窗口领"), how=known.hint, hint="")
    place, how = place_words(case, visit, facts)
    return CaseProps(code=case.code, name=name(case, visit), place=place, how=how, is_here=False)


def at_window(case: Case, visit: Visit, facts: Facts) -> CaseProps:
    category = category_name(case.category, visit.language, facts)
    parts = (category, ready(case, facts))
    return CaseProps(code=case.code, name=name(case, visit), hint="  ".join(part for part in parts if part))


def name(case: Case, visit: Visit) -> str:
    """By its matter; by the last signs of its number as long as that has no name."""
    unnamed = translate("Own", "办件 %1").replace("%1", shortened(case.code))
    return matter_name(case.matter, visit) or unnamed


def place_words(case: Case, visit: Visit, facts: Facts) -> tuple[str, str]:
    """Where it is that no window hands out, and how it is got there."""
    if case.is_missing or case.place is None:
        return translate("Own", "正在查找"), translate("Own", "请到导办台，工作人员会帮您。")
    match case.place.kind:
        case PlaceKind.DOOR:
            door = door_words(case.place, visit, facts)
            return door, translate("Own", "凭取件码、二维码或身份证，随时领取")
        case PlaceKind.PARTNER:
            partner = followed_words(case.place, visit, facts)
            return partner, translate("Own", "按短信里的取件码，到那里领取")
        case PlaceKind.POSTED:
            post = followed_words(case.place, visit, facts)
            posted = translate("Own", "已经寄出 %1").replace("%1", post).strip()
            return posted, translate("Own", "请留意快递。没有收到，请问导办台")
        case PlaceKind.SHELF:
            return "", ""
        case _:
            assert_never(case.place.kind)


def door_words(place: CasePlace, visit: Visit, facts: Facts) -> str:
    """The cabinet as the hall calls it, or by its code."""
    name = point_name(place.cabinet, visit.language, facts)
    words = translate("Own", "%1 · %2 号柜门") if name else translate("Own", "取件柜 %1 · %2 号柜门")
    return words.replace("%1", name or place.cabinet).replace("%2", str(place.door))


def followed_words(place: CasePlace, visit: Visit, facts: Facts) -> str:
    """Who has it, and by what it is followed."""
    is_partner = place.kind is PlaceKind.PARTNER
    name = point_name(place.label, visit.language, facts) if is_partner else ""
    return f"{name or place.label} {place.reference}".strip()


def shortened(code: str) -> str:
    kept = 6
    return code if len(code) <= kept else f"…{code[-kept:]}"


def ready(case: Case, facts: Facts) -> str:
    """The day; in English by the month's name, since 11/10 is read either way round."""
    if case.ready_at_ms is None or facts.hall is None:
        return ""
    at = datetime.fromtimestamp(case.ready_at_ms / 1000, tz=ZoneInfo(facts.hall.timezone))
    words = translate("Own", "%1 月 %2 日办好").replace("%3", ENGLISH_MONTHS[at.month - 1])
    return words.replace("%1", str(at.month)).replace("%2", str(at.day))
