"""What each press, code, card and answer makes of a cabinet's screen."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.cabinet import samples as sample
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.house import shown
from kiosk.cabinet.flow.requests import Ask, GiveBack, GiveUp, Open, Say
from kiosk.cabinet.flow.state import Cabinet, Link, Outcome, Page, Paper, Task, Trouble, Visit
from kiosk.cabinet.flow.table import FLOW, advance
from kiosk.flow.visit import Comfort, Mode
from queue_core.wire.lockers import AskCollection, AskDeposit, AskRemoval, ShowProof, ShowStaff
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import (
    CardKind,
    DoorCondition,
    DoorSize,
    Finding,
    UnlockingFailure,
    UnlockingPurpose,
)

HOLDER = CardHolder(name="测试", id_number="110101199003070011", card=CardKind.RESIDENT_ID)
CODE = "123456789"


def play(state: Cabinet, *happenings: h.Happening) -> tuple[Cabinet, list[object]]:
    """The state after all of it, and what was wanted of hall and doors."""
    wanted: list[object] = []
    for nth, happening in enumerate(happenings):
        turned = advance(state, happening, f"key-{nth}")
        state = turned.state
        wanted += turned.requests
    return state, wanted


def answered(state: Cabinet, value: object) -> tuple[Cabinet, list[object]]:
    assert state.visit.asking is not None
    return play(state, h.Answered(ask=state.visit.asking, value=value))


def refused(state: Cabinet, code: str) -> tuple[Cabinet, list[object]]:
    assert state.visit.asking is not None
    return play(state, h.Refused(ask=state.visit.asking, trouble=Trouble(code=code)))


def asked(wanted: list[object]) -> object:
    (ask,) = wanted
    assert isinstance(ask, Ask)
    return ask.question


def coded() -> Cabinet:
    state, _ = play(sample.READY, h.CollectPressed(), h.Typed(text=CODE), h.Entered())
    return state


def test_nine_digits_are_shown_to_the_hall_whatever_stands_between_them() -> None:
    _, wanted = play(sample.READY, h.CollectPressed(), h.Typed(text="123 456-789 0"), h.Entered())
    assert asked(wanted) == ShowProof(code=CODE)


def test_a_code_that_is_too_short_is_not_sent() -> None:
    state, wanted = play(sample.READY, h.CollectPressed(), h.Typed(text="1234"), h.Entered())
    assert (wanted, state.visit.hint) == ([], "code-short")


def test_a_mistyped_code_stands_there_to_be_corrected() -> None:
    state, _ = refused(coded(), "pickup-code-mistyped")
    assert (state.visit.page, state.visit.typed) == (Page.CODE, CODE)


@pytest.mark.parametrize(
    ("happening", "proof"),
    [
        (h.CodeScanned(text="PAIHAO:P:123456789:x"), ShowProof(scan="PAIHAO:P:123456789:x")),
        (h.CardRead(holder=HOLDER), ShowProof(holder=HOLDER)),
    ],
    ids=["scan", "card"],
)
def test_what_is_shown_on_the_idle_page_begins_at_once(happening, proof) -> None:
    _, wanted = play(sample.READY, happening)
    assert asked(wanted) == proof


def test_where_a_card_is_needed_too_both_are_shown_together() -> None:
    state, _ = refused(coded(), "card-needed-too")
    assert state.visit.page is Page.CARD
    _, wanted = play(state, h.CardRead(holder=HOLDER))
    assert asked(wanted) == ShowProof(code=CODE, holder=HOLDER)


def test_one_case_opens_at_once_and_of_several_its_holder_says_which() -> None:
    state, wanted = answered(coded(), sample.ONE)
    assert asked(wanted) == AskCollection(grant="invented", case=sample.FIRST.case.code)
    state, wanted = answered(coded(), sample.SEVERAL)
    assert (state.visit.page, wanted) == (Page.CASES, [])
    _, wanted = play(state, h.CaseChosen(case=sample.SECOND.case.code))
    assert asked(wanted) == AskCollection(grant="invented", case=sample.SECOND.case.code)


@pytest.mark.parametrize(
    ("cases", "code"), [((), "nothing-to-collect"), ((sample.ON_SHELF,), "waits-elsewhere")]
)
def test_nothing_here_is_told(cases, code) -> None:
    state, _ = answered(coded(), sample.grant(*cases))
    assert state.visit.trouble == Trouble(code=code)


def opened() -> Cabinet:
    state, _ = answered(coded(), sample.ONE)
    state, wanted = answered(state, sample.COLLECTION)
    assert wanted == [Open(unlocking=sample.COLLECTION)]
    state, _ = play(state, h.DoorOpened(unlocking_id=7))
    assert state.visit.page is Page.OPEN
    return state


@pytest.mark.parametrize(
    ("presses", "outcome", "finding"),
    [
        ((), Outcome.TAKEN, None),
        ((h.NothingInside(),), Outcome.MISSING, Finding.MISSING),
        ((h.Unwanted(),), Outcome.LEFT, Finding.INSIDE),
    ],
)
def test_what_is_said_at_the_open_door_says_what_closing_it_means(presses, outcome, finding) -> None:
    state, wanted = play(opened(), *presses, h.DoorClosed(unlocking_id=7))
    assert (state.visit.page, state.visit.outcome) == (Page.DONE, outcome)
    assert [each.finding for each in wanted if isinstance(each, Say)] == ([finding] if finding else [])


def test_that_nothing_was_inside_may_be_said_after_the_door_is_closed() -> None:
    state, _ = play(opened(), h.DoorClosed(unlocking_id=7))
    state, (said,) = play(state, h.NothingInside())
    assert (state.visit.outcome, said.finding) == (Outcome.MISSING, Finding.MISSING)


def test_what_the_hall_does_not_take_is_not_said_to_be_noted() -> None:
    state, _ = play(opened(), h.NothingInside(), h.DoorClosed(unlocking_id=7))
    state, _ = play(state, h.FindingTold(unlocking_id=7, code="unlocking-over"))
    assert state.visit.trouble == Trouble(code="not-noted")


def test_a_finding_that_is_refused_at_the_open_door_is_told_and_stays_told() -> None:
    state, _ = play(opened(), h.Unwanted(), h.FindingTold(unlocking_id=7, code="not-granted"))
    assert state.visit.trouble == Trouble(code="not-noted")
    state, _ = play(state, h.DoorClosed(unlocking_id=7))
    assert state.visit.trouble == Trouble(code="not-noted")


def test_what_an_earlier_person_said_changes_nothing_for_the_next_one() -> None:
    state, _ = play(opened(), h.NothingInside(), h.DoorClosed(unlocking_id=7))
    assert play(state, h.FindingTold(unlocking_id=6, code="unlocking-over"))[0] == state


def test_an_overdue_case_is_taken_out_by_its_door() -> None:
    state = sample.at(Page.TASKS, staff=sample.COURIER)
    state, _ = play(state, h.TaskChosen(task=Task.REMOVE), h.OverdueShown())
    assert state.visit.page is Page.OVERDUE
    _, wanted = play(state, h.DoorChosen(door=2))
    assert asked(wanted) == AskRemoval(grant="invented", door=2)
    state, _ = play(state, h.Back())
    assert (state.visit.page, state.visit.task) == (Page.CASE_CODE, Task.REMOVE)


def test_no_list_of_overdue_ones_is_shown_at_a_deposit() -> None:
    state = sample.at(Page.CASE_CODE, staff=sample.COURIER, task=Task.DEPOSIT)
    assert play(state, h.OverdueShown())[0] == state


def test_the_doors_of_others_change_nothing_on_the_page() -> None:
    before = opened()
    after, wanted = play(before, h.DoorClosed(unlocking_id=8), h.DoorStayedShut(unlocking_id=9))
    assert (after, wanted) == (before, [])


def test_a_stuck_door_is_tried_twice_and_then_given_up() -> None:
    state, _ = answered(coded(), sample.ONE)
    state, _ = answered(state, sample.COLLECTION)
    state, _ = play(state, h.DoorStayedShut(unlocking_id=7))
    assert state.visit.page is Page.STUCK
    state, wanted = play(state, h.Again())
    assert wanted == [Open(unlocking=sample.COLLECTION)]
    state, wanted = play(state, h.DoorStayedShut(unlocking_id=7))
    assert wanted == [GiveUp(unlocking_id=7, failure=UnlockingFailure.STUCK)]
    assert state.visit.trouble == Trouble(code="door-stuck")


def test_an_answer_that_comes_when_nobody_waits_any_more_opens_nothing() -> None:
    state, _ = answered(coded(), sample.ONE)
    ask = state.visit.asking
    state, _ = refused(state, "hall-unreachable")
    assert state.visit.failed == ask
    late, wanted = play(state, h.Answered(ask=ask, value=sample.COLLECTION))
    assert wanted == [GiveUp(unlocking_id=7, failure=UnlockingFailure.WITHDRAWN)]
    assert (late.visit.page, late.visit.trouble) == (state.visit.page, state.visit.trouble)


@pytest.mark.parametrize("code", ["hall-unreachable", "line-was-lost"])
def test_after_an_order_was_withdrawn_another_one_is_asked_for(code) -> None:
    state, _ = answered(coded(), sample.ONE)
    ask = state.visit.asking
    state = advance(state, h.Refused(ask=ask, trouble=Trouble(code=code)), "fresh").state
    if code == "hall-unreachable":
        state = advance(state, h.Answered(ask=ask, value=sample.COLLECTION), "fresh").state
    _, (again,) = play(state, h.Again())
    assert (again.question, again.key) == (ask.question, "fresh")


def test_trying_again_is_the_same_question_by_the_same_key() -> None:
    state, first = answered(coded(), sample.ONE)
    state, _ = refused(state, "hall-unreachable")
    state, again = play(state, h.Again())
    assert again == first
    _, wanted = answered(state, sample.COLLECTION)
    assert wanted == [Open(unlocking=sample.COLLECTION)]


def test_an_unsure_door_is_asked_about_before_anything_opens() -> None:
    state, wanted = answered(coded(), sample.grant(sample.UNSURE))
    assert (state.visit.page, wanted) == (Page.UNSURE, [])
    taken, wanted = play(state, h.WasTaken())
    assert wanted == [Say(unlocking_id=4, finding=Finding.EMPTY, grant="invented")]
    assert taken.visit.outcome is Outcome.SAID_TAKEN
    _, wanted = play(state, h.OpenAgain())
    assert asked(wanted) == AskCollection(grant="invented", case=sample.UNSURE.case.code)


def depositing() -> Cabinet:
    state, wanted = play(sample.READY, h.StaffPressed(), h.LogInPressed(clerk="3001", password="secret"))
    assert asked(wanted) == ShowStaff(clerk="3001", password="secret")
    state, _ = answered(state, sample.COURIER)
    state, wanted = play(state, h.CodeScanned(text="PAIHAO:C:1"), h.SizeChosen(size=DoorSize.MEDIUM))
    assert asked(wanted) == AskDeposit(grant="invented", case="PAIHAO:C:1", size=DoorSize.MEDIUM)
    state, _ = answered(state, sample.DEPOSIT)
    state, _ = play(state, h.DoorOpened(unlocking_id=7))
    return state


def test_a_courier_scans_the_next_one_right_after_the_first() -> None:
    state, _ = play(depositing(), h.DoorClosed(unlocking_id=7))
    assert state.visit.outcome is Outcome.DEPOSITED
    state, _ = play(state, h.CodeScanned(text="PAIHAO:C:2"))
    assert (state.visit.page, state.visit.case, state.visit.task) == (Page.SIZE, "PAIHAO:C:2", Task.DEPOSIT)


def test_a_door_found_full_is_given_up_before_another_is_asked_for() -> None:
    state, wanted = play(depositing(), h.SomethingInside())
    assert wanted[0] == GiveUp(unlocking_id=7, failure=UnlockingFailure.FOUND_FULL)
    assert asked(wanted[1:]) == AskDeposit(grant="invented", case="PAIHAO:C:1", size=DoorSize.MEDIUM)
    assert state.visit.to_close == sample.DEPOSIT.door


def test_only_supervisors_inspect() -> None:
    state = sample.at(Page.TASKS, staff=sample.COURIER)
    assert play(state, h.TaskChosen(task=Task.INSPECT))[0] == state
    state = sample.at(Page.TASKS, staff=sample.SUPERVISOR)
    assert play(state, h.TaskChosen(task=Task.INSPECT))[0].visit.page is Page.DOORS


def test_a_page_left_alone_asks_and_then_forgets_everything() -> None:
    chosen = h.ModeChosen(mode=Mode.ELDERLY)
    state, _ = play(sample.READY, chosen, h.LanguageChosen(tag="en"), h.CollectPressed(), h.TimeOver())
    assert state.is_asked
    state, _ = play(state, h.TimeOver())
    assert state == sample.READY


def test_an_open_door_is_reminded_of_before_the_screen_is_free() -> None:
    state, _ = play(opened(), h.TimeOver(), h.TimeOver())
    assert (state.visit.page, state.visit.reminders) == (Page.OPEN, 2)
    state, wanted = play(state, h.TimeOver())
    assert (state.visit, wanted) == (Visit(), [])


@pytest.mark.parametrize(
    "state",
    [
        replace(sample.READY, link=Link.DOWN),
        replace(sample.READY, is_told=False),
        replace(sample.READY, doors=dict.fromkeys(sample.CLOSED, DoorCondition.UNKNOWN)),
    ],
    ids=["hall away", "doors not told", "board away"],
)
@pytest.mark.parametrize("happening", [h.CollectPressed(), h.CodeScanned(text="x"), h.StaffPressed()])
def test_nothing_begins_without_hall_and_board(state, happening) -> None:
    assert shown(state) is not Page.HOME
    assert play(state, happening) == (state, [])


ANYTHING = st.sampled_from(
    [
        h.CollectPressed(),
        h.StaffPressed(),
        h.LogInPressed(clerk="3001", password="secret"),
        h.Typed(text=CODE),
        h.Entered(),
        h.CodeScanned(text="x"),
        h.CardRead(holder=HOLDER),
        h.CaseChosen(case=sample.FIRST.case.code),
        h.SizeChosen(size=DoorSize.SMALL),
        h.TaskChosen(task=Task.INSPECT),
        h.DoorChosen(door=5),
        h.NothingInside(),
        h.SomethingInside(),
        h.Unwanted(),
        h.WasTaken(),
        h.OpenAgain(),
        h.Again(),
        h.Next(),
        h.Back(),
        h.Leave(),
        h.TimeOver(),
        h.StillHere(),
        h.PrintPressed(),
        h.ReceiptPrinted(unlocking_id=1),
        h.ReceiptFailed(unlocking_id=1, paper=Paper.UNSURE),
        "answer",
        "refuse",
        "open",
        "close",
        "stay shut",
    ]
)
VALUES = {ShowProof: sample.grant(sample.FIRST, sample.SECOND, sample.UNSURE), ShowStaff: sample.SUPERVISOR}


class Hall:
    """Answers what was asked, sooner or later, and keeps what became of each order."""

    def __init__(self) -> None:
        self.asked: list[Ask] = []
        self.orders: dict[str, int] = {}

    def happening(self, what: object, state: Cabinet) -> h.Happening | None:  # noqa: PLR0911 one an answer
        unlocking = state.visit.unlocking
        match what:
            case "answer" if self.asked:
                return self.answer(self.asked.pop())
            case "refuse" if self.asked:
                return h.Refused(ask=self.asked[-1], trouble=Trouble(code="hall-unreachable"))
            case "open" if unlocking:
                return h.DoorOpened(unlocking_id=unlocking.unlocking_id)
            case "close" if unlocking and state.visit.page is Page.OPEN:
                return h.DoorClosed(unlocking_id=unlocking.unlocking_id)
            case "stay shut" if unlocking and state.visit.page is Page.OPENING:
                return h.DoorStayedShut(unlocking_id=unlocking.unlocking_id)
            case str():
                return None
            case _:
                return what

    def answer(self, ask: Ask) -> h.Answered:
        if (value := VALUES.get(type(ask.question))) is not None:
            return h.Answered(ask=ask, value=value)
        number = self.orders.setdefault(ask.key, len(self.orders) + 1)
        order = sample.unlocking(UnlockingPurpose.COLLECTION, unlocking_id=number)
        return h.Answered(ask=ask, value=order)


@settings(max_examples=40, deadline=None)
@given(st.lists(ANYTHING, max_size=40))
def test_whatever_is_pressed_each_order_is_opened_or_withdrawn(presses) -> None:
    hall, state, seen = Hall(), sample.PRINTING, {}
    for nth, what in enumerate(presses):
        happening = hall.happening(what, state)
        if happening is None:
            continue
        turned = advance(state, happening, f"key-{nth}")
        state = turned.state
        for wanted in turned.requests:
            match wanted:
                case Ask():
                    hall.asked = [each for each in hall.asked if each != wanted] + [wanted]
                case Open(unlocking=order):
                    assert seen.setdefault(order.unlocking_id, "opened") == "opened"
                case GiveUp(unlocking_id=number):
                    assert seen.setdefault(number, "withdrawn") in {"opened", "withdrawn"}
                case _:
                    pass
    assert set(seen) == set(hall.orders.values())


def test_every_page_that_a_person_sees_has_a_way_on() -> None:
    pages = {page for page, _ in FLOW}
    waited_for = {Page.ASKING, Page.OPENING, Page.STARTING, Page.AWAY, Page.NO_BOARD}
    assert pages | waited_for == set(Page)


# On a kiosk's screen

LENT = h.BroughtForward(language="en", comfort=Comfort(mode=Mode.ELDERLY, volume=3))
BEHIND = replace(sample.READY, is_hosted=True, is_in_front=False)


def test_a_hosted_cabinet_takes_no_card_and_no_code_while_its_host_has_the_screen() -> None:
    for reading in (h.CardRead(holder=HOLDER), h.CodeScanned(text=CODE), h.StaffCardLaid(serial="04A1")):
        state, wanted = play(BEHIND, reading)
        assert (state.visit, state.is_in_front, wanted) == (BEHIND.visit, False, [])
    _, wanted = play(BEHIND, LENT, h.CardRead(holder=HOLDER))
    assert asked(wanted) == ShowProof(holder=HOLDER)


def test_it_comes_as_its_visitor_wants_the_screen_and_goes_without_anything_of_the_visit() -> None:
    state, _ = play(BEHIND, LENT)
    assert (state.language, state.comfort) == (LENT.language, LENT.comfort)
    gone, wanted = play(state, h.CollectPressed(), h.Typed(text=CODE), h.TimeOver(), h.TimeOver())
    assert (gone, wanted) == (BEHIND, [GiveBack()])


def test_back_leads_to_its_own_first_page_and_from_there_to_the_host_with_the_same_visitor() -> None:
    home, wanted = play(BEHIND, LENT, h.CollectPressed(), h.Back())
    assert (shown(home), home.language, home.is_in_front, wanted) == (Page.HOME, "en", True, [])
    gone, wanted = play(home, h.Leave())
    assert (gone, wanted) == (BEHIND, [GiveBack(is_same_visitor=True)])


@pytest.mark.parametrize(
    "away", [{"link": Link.DOWN}, {"is_told": False}, {"doors": {1: DoorCondition.UNKNOWN}}]
)
def test_there_is_a_way_back_to_the_host_although_nothing_can_begin(away) -> None:
    _, wanted = play(replace(BEHIND, **away), LENT, h.CollectPressed(), h.Leave())
    assert wanted == [GiveBack(is_same_visitor=True)]


def test_its_doors_go_on_while_the_host_has_the_screen() -> None:
    doors = sample.CLOSED | {3: DoorCondition.OPEN}
    state, _ = play(BEHIND, h.DoorsSeen(doors=doors), LENT)
    assert state.open_doors == (3,)


def test_what_the_host_takes_back_is_forgotten_and_not_given_back_again() -> None:
    gone, wanted = play(BEHIND, LENT, h.CollectPressed(), h.Typed(text=CODE), h.SentBack())
    assert (gone, wanted) == (BEHIND, [])


def test_a_cabinet_that_stands_alone_has_nobody_to_go_back_to() -> None:
    assert play(sample.READY, h.Leave()) == (sample.READY, [])
