"""Finished documents that wait for their holder."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from kiosk.flow.facts import Facts
from kiosk.flow.own_acts import MOST_ERRANDS
from kiosk.flow.visit import Page, Visit
from kiosk.viewmodels.own_words import matter_name
from kiosk.viewmodels.taking_words import category_name
from queue_core.wire.cases import Case

translate = QCoreApplication.translate

ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseProps:
    code: str
    name: str
    category: str
    ready: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesProps:
    hint: str = ""
    cases: tuple[CaseProps, ...] = ()


def cases(visit: Visit, page: Page, facts: Facts) -> CasesProps:
    if page is not Page.CASES:
        return CasesProps()
    return CasesProps(
        hint=hint(len(visit.cases), facts), cases=tuple(one(each, visit, facts) for each in visit.cases)
    )


def hint(count: int, facts: Facts) -> str:
    most = facts.hall.most_errands if facts.hall else MOST_ERRANDS
    if count <= most:
        return translate("Own", "选一件先领；其他几件用同一个号一起领。")
    words = translate("Own", "选一件先领；一个号最多领 %1 件，其余的领完再取号。")
    return words.replace("%1", str(most))


def one(case: Case, visit: Visit, facts: Facts) -> CaseProps:
    """By its matter; by the last signs of its number as long as that has no name."""
    return CaseProps(
        code=case.code,
        name=matter_name(case.matter, visit)
        or translate("Own", "办件 %1").replace("%1", shortened(case.code)),
        category=category_name(case.category, visit.language, facts),
        ready=ready(case, facts),
    )


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
