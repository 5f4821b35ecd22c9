"""The flow of pickup: by card, by a code or by its number, and of the materials list on paper."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as changed

from drivers.contract.events import CodeKind
from kiosk.flow.effects import AskPreview, FindCases, LookForCards, NameMatters, PrintList, ReadText
from kiosk.flow.events import (
    AskFailed,
    CardLaid,
    CardRead,
    CasesFound,
    CodeKnown,
    CodeScanned,
    Event,
    ListPrinted,
    PrintFailed,
)
from kiosk.flow.facts import Facts, Means
from kiosk.flow.offer import offer
from kiosk.flow.presses import (
    Again,
    Back,
    CaseChosen,
    Entered,
    KeysWanted,
    Leave,
    ListWanted,
    NumberWanted,
    TimeOver,
    Typed,
)
from kiosk.flow.visit import Page, Purpose, Visit
from kiosk.samples import FACTS, HOLDER, WITHOUT_PAPER
from kiosk.samples_matters import MATTER
from kiosk.viewmodels.own_cases import cases
from kiosk.viewmodels.own_message import answer
from kiosk.viewmodels.taking_identity import identity
from kiosk.voice.cues import Cue, cue_of
from queue_core.wire.cases import Case, CasePlace
from queue_core.wire.finding import CodeRead
from queue_core.wire.messages import Errand
from queue_core.wire.words import CaseState, PlaceKind, TicketClass
from tests.unit.kiosk.visits import CARD, FORESEEN, PICKUP, play

CODE = CodeScanned(text="https://hall.example.org/c/SL-117", kind=CodeKind.OTHER)
TYPED = (PICKUP, KeysWanted(), Typed("SL-117"), Entered())


def case(number: int, state: CaseState = CaseState.READY) -> Case:
    return Case(
        code=f"SL-{number}",
        category="registration" if number % 2 else "trade",
        matter=None,
        state=state,
        accepted_at_ms=1_795_000_000_000,
        ready_at_ms=1_795_200_000_000,
    )


def found(*cases: Case) -> CasesFound:
    return CasesFound(visit_id=1, cases=cases)


def read(of: Case | None) -> CodeKnown:
    return CodeKnown(visit_id=1, read=CodeRead(case=of))


IN_DOOR = changed(case(117), place=CasePlace(kind=PlaceKind.DOOR, cabinet="L1", door=12))
UNNAMED_DOOR = changed(case(119), place=CasePlace(kind=PlaceKind.DOOR, cabinet="L9", door=3))
POSTED = changed(case(118), place=CasePlace(kind=PlaceKind.POSTED, label="EMS", reference="EB1"))
AT_PARTNER = changed(case(116), place=CasePlace(kind=PlaceKind.PARTNER, label="bees", reference="88"))
UNNAMED_PARTNER = CasePlace(kind=PlaceKind.PARTNER, label="丰巢", reference="91")
ON_SHELF = changed(case(118), place=CasePlace(kind=PlaceKind.SHELF, label="A-03"))
ONE, TWO = found(case(117)), found(case(117), case(118))
NEEDS_HOLDER = replace(FACTS, hall=changed(FACTS.hall, anonymous_classes=()) if FACTS.hall else None)
NEEDS_NONE = replace(
    FACTS, hall=changed(FACTS.hall, anonymous_classes=(TicketClass.PICKUP,)) if FACTS.hall else None
)


@pytest.mark.parametrize(
    ("events", "page"),
    [
        ((PICKUP,), Page.CARD),
        ((PICKUP, *CARD), Page.ASKING),
        ((PICKUP, *CARD, found()), Page.NO_CASE),
        ((PICKUP, *CARD, found(case(117, CaseState.HANDED_OVER))), Page.NO_CASE),
        ((PICKUP, *CARD, found(), Again()), Page.CARD),
        ((PICKUP, *CARD, found(), NumberWanted()), Page.CATEGORY),
        ((PICKUP, *CARD, found(), Leave()), Page.HOME),
        ((PICKUP, *CARD, found(), TimeOver(), TimeOver()), Page.HOME),
        ((PICKUP, *CARD, ONE), Page.ASKING),
        ((PICKUP, *CARD, ONE, FORESEEN), Page.CONFIRM),
        ((PICKUP, *CARD, TWO), Page.CASES),
        ((PICKUP, *CARD, TWO, Back()), Page.CARD),
        ((PICKUP, *CARD, TWO, CaseChosen("SL-118")), Page.ASKING),
        ((PICKUP, *CARD, TWO, CaseChosen("SL-118"), FORESEEN), Page.CONFIRM),
        ((PICKUP, *CARD, TWO, CaseChosen("SL-999")), Page.CASES),
        ((PICKUP, *CARD, AskFailed(visit_id=1, code="hall-unreachable")), Page.ASK_TROUBLE),
        ((PICKUP, CODE), Page.ASKING),
        ((PICKUP, CODE, read(None)), Page.NO_CASE),
        ((PICKUP, CODE, read(case(117, CaseState.ACCEPTED))), Page.NO_CASE),
        ((PICKUP, CODE, read(case(117))), Page.CARD),
        ((CODE, read(case(117))), Page.CARD),
        ((PICKUP, KeysWanted()), Page.OWN_TYPING),
        (TYPED, Page.ASKING),
        ((*TYPED, read(None)), Page.NO_CASE),
        ((*TYPED, read(case(117))), Page.CARD),
    ],
)
def test_each_road_leads_to_its_page(events: tuple[Event, ...], page: Page) -> None:
    assert play(events, NEEDS_HOLDER).visit.page is page


@pytest.mark.parametrize("types", [False, True])
def test_who_showed_what_is_collected_is_told_so_and_asked_for_nothing_but_who_it_is(*, types: bool) -> None:
    facts = replace(NEEDS_HOLDER, means=Means(typing=types))
    visit = play((*TYPED, read(case(117))), facts).visit
    shown = identity(
        visit, visit.page, facts, offer(facts.readers, facts.printer, facts.scanner, facts.means)
    )
    assert (shown.title, shown.scan_text) == ("请再放上您的卡", "")
    assert shown.found_notice.startswith("已找到您的办件")
    assert cue_of(visit, facts) is Cue.FOUND
    assert (play((*TYPED, read(case(117)), KeysWanted()), facts).visit.page is Page.TYPING) is types
    assert (shown.keys_text != "") is types


def test_who_has_shown_nothing_yet_is_told_of_nothing_found() -> None:
    visit = play((PICKUP,), NEEDS_HOLDER).visit
    assert identity(visit, visit.page, FACTS, offer(FACTS.readers, FACTS.printer)).found_notice == ""


def preview(events: tuple[Event, ...], facts: Facts) -> AskPreview:
    (asked,) = play(events, facts).effects
    assert isinstance(asked, AskPreview)
    return asked


def test_a_card_finds_what_is_finished() -> None:
    assert play((PICKUP, *CARD)).effects == (FindCases(visit_id=1, holder=HOLDER),)


def test_one_finished_case_is_what_the_number_is_for() -> None:
    request = preview((PICKUP, *CARD, ONE), NEEDS_HOLDER).request
    assert (request.ticket_class, request.category, request.case) == (
        TicketClass.PICKUP,
        "registration",
        "SL-117",
    )
    assert request.holder == HOLDER


def test_a_number_is_for_what_waits_at_a_window_and_not_for_what_lies_in_a_locker() -> None:
    mixed = (PICKUP, *CARD, found(IN_DOOR, ON_SHELF))
    request = preview((*mixed, CaseChosen("SL-118")), NEEDS_HOLDER).request
    assert (request.case, request.further) == ("SL-118", ())
    assert play((*mixed, CaseChosen("SL-117")), NEEDS_HOLDER).visit.page is Page.CASES


@pytest.mark.parametrize(
    ("of", "text", "cue"),
    [
        (IN_DOOR, "东厅取件柜 · 12 号柜门", Cue.IN_LOCKER),
        (POSTED, "EMS EB1", Cue.ELSEWHERE),
        (AT_PARTNER, "蜜蜂箱 88", Cue.ELSEWHERE),
        (changed(AT_PARTNER, place=UNNAMED_PARTNER), "丰巢 91", Cue.ELSEWHERE),
    ],
)
def test_whose_only_case_waits_elsewhere_is_told_where_and_offered_no_number(
    of: Case, text: str, cue: Cue
) -> None:
    visit = play((PICKUP, *CARD, found(of))).visit
    shown = answer(visit, Page.NO_CASE, FACTS)
    assert text in shown.text
    assert shown.take == ""
    assert cue_of(visit, FACTS) is cue


def test_all_places_are_shown_where_one_of_several_cases_waits_elsewhere() -> None:
    """Two in a locker and one on the shelf: the one for a window first, and only that can be chosen."""
    visit = play((PICKUP, *CARD, found(IN_DOOR, ON_SHELF, UNNAMED_DOOR))).visit
    shown = cases(visit, visit.page, FACTS)
    assert [(one.code, one.place, one.is_here) for one in shown.cases] == [
        ("SL-118", "取号，到窗口领", True),
        ("SL-117", "东厅取件柜 · 12 号柜门", False),
        ("SL-119", "取件柜 L9 · 3 号柜门", False),
    ]
    assert shown.leave == ""
    assert cue_of(visit, FACTS) is Cue.CASES_APART


def test_where_no_window_has_any_of_several_nothing_is_chosen() -> None:
    missing = changed(ON_SHELF, code="SL-9", is_missing=True)
    visit = play((PICKUP, *CARD, found(POSTED, AT_PARTNER, missing))).visit
    shown = cases(visit, visit.page, FACTS)
    assert [one.place for one in shown.cases] == ["已经寄出 EMS EB1", "蜜蜂箱 88", "正在查找"]
    assert not any(one.is_here for one in shown.cases)
    assert shown.leave != ""
    assert cue_of(visit, FACTS) is Cue.ELSEWHERE


def test_the_other_cases_come_with_the_same_number_as_many_as_one_is_for() -> None:
    every = found(case(117), case(118), case(119), case(120))
    request = preview((PICKUP, *CARD, every, CaseChosen("SL-118")), NEEDS_HOLDER).request
    assert (request.category, request.case) == ("trade", "SL-118")
    assert request.further == (
        Errand(ticket_class=TicketClass.PICKUP, category="registration", case="SL-117"),
        Errand(ticket_class=TicketClass.PICKUP, category="registration", case="SL-119"),
    )


def test_a_code_asks_for_the_card_where_the_hall_wants_to_know_whose_it_is() -> None:
    shown = play((PICKUP, CODE, read(case(117))), NEEDS_HOLDER)
    assert shown.effects == (LookForCards(except_on=frozenset()),)
    request = preview((PICKUP, CODE, read(case(117)), *CARD), NEEDS_HOLDER).request
    assert (request.case, request.holder) == ("SL-117", HOLDER)


def test_a_code_is_enough_where_pickup_is_for_anybody() -> None:
    request = preview((PICKUP, CODE, read(case(117))), NEEDS_NONE).request
    assert (request.case, request.holder) == ("SL-117", None)


def test_a_typed_identity_collects_only_what_a_code_was_shown_for() -> None:
    typed = CardRead(visit_id=1, reader=0, holder=changed(HOLDER, name=""))
    assert play((PICKUP, CardLaid(0), typed)).visit.page is Page.CARD
    assert preview((PICKUP, CODE, read(case(117)), CardLaid(0), typed), NEEDS_HOLDER).request.case == "SL-117"


def test_who_is_known_at_home_lays_no_second_card_to_collect() -> None:
    known = Visit(visit_id=1, holder=HOLDER)
    assert play((PICKUP,), visit=known).effects == (FindCases(visit_id=1, holder=HOLDER),)


@pytest.mark.parametrize(
    ("events", "because"),
    [
        ((PICKUP, *CARD, found()), "no-case-of-person"),
        ((PICKUP, CODE, read(None)), "unknown-code"),
        ((*TYPED, read(None)), "no-such-case"),
        ((*TYPED, read(case(117, CaseState.ACCEPTED))), "case-not-ready"),
        ((*TYPED, read(case(117, CaseState.HANDED_OVER))), "case-handed-over"),
        ((*TYPED, read(case(117, CaseState.EXPIRED))), "case-overdue"),
        ((*TYPED, read(case(117, CaseState.RETURNED))), "case-returned"),
        ((PICKUP, CODE, read(IN_DOOR)), "case-in-door"),
        ((CODE, read(IN_DOOR)), "case-in-door"),
        ((PICKUP, *CARD, found(IN_DOOR)), "case-in-door"),
        ((PICKUP, CODE, read(POSTED)), "case-posted"),
        ((PICKUP, CODE, read(changed(case(117), is_missing=True))), "case-missing"),
    ],
)
def test_why_nothing_can_be_collected_is_said(events: tuple[Event, ...], because: str) -> None:
    assert play(events).visit.trouble == because


def test_a_pickup_number_without_a_case_has_none_in_it() -> None:
    visit = play((PICKUP, *CARD, found(), NumberWanted())).visit
    assert (visit.ticket_class, visit.case, visit.cases, visit.holder) == (
        TicketClass.PICKUP,
        None,
        (),
        HOLDER,
    )


def test_the_matters_of_several_cases_are_named_while_they_are_shown() -> None:
    cases = tuple(changed(case(number), matter=MATTER.code) for number in (117, 118))
    last = play((PICKUP, *CARD, found(*cases)))
    assert last.effects == (NameMatters(visit_id=1, codes=(MATTER.code,)),)


def test_what_is_typed_is_asked_for_as_it_stands() -> None:
    assert play(TYPED).effects == (ReadText(visit_id=1, text="SL-117"),)


# The materials list

GUIDED = Visit(visit_id=1, page=Page.MATTER, purpose=Purpose.GUIDE, matter=MATTER, language="en")


def test_the_list_is_printed_in_the_visitors_language() -> None:
    asked = play((ListWanted(),), visit=GUIDED)
    assert asked.visit.page is Page.ASKING
    assert asked.effects == (PrintList(visit_id=1, matter=MATTER, language="en"),)


@pytest.mark.parametrize(
    ("events", "page"),
    [
        ((ListPrinted(visit_id=1),), Page.LIST_DONE),
        ((ListPrinted(visit_id=1), Back()), Page.MATTER),
        ((ListPrinted(visit_id=1), Leave()), Page.HOME),
        ((ListPrinted(visit_id=1), TimeOver()), Page.HOME),
        ((PrintFailed(visit_id=1, code="paper-out", has_left_printer=False),), Page.ASK_TROUBLE),
        ((PrintFailed(visit_id=1, code="paper-out", has_left_printer=False), Again()), Page.ASKING),
        ((PrintFailed(visit_id=1, code="paper-out", has_left_printer=False), Back()), Page.MATTER),
    ],
)
def test_the_list_comes_out_or_it_is_said_why_not(events: tuple[Event, ...], page: Page) -> None:
    assert play((ListWanted(), *events), visit=GUIDED).visit.page is page


def test_without_paper_no_list_is_begun() -> None:
    last = play((ListWanted(),), WITHOUT_PAPER, visit=GUIDED)
    assert (last.visit.page, last.effects) == (Page.MATTER, ())
