"""The receipt of what was just collected, as the screen deals with it."""

from dataclasses import replace

import pytest

from kiosk.cabinet import samples as sample
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.receipts import MOST_COPIES
from kiosk.cabinet.flow.requests import PrintReceipt, Say
from kiosk.cabinet.flow.state import Cabinet, Outcome, Page, Paper, Task
from kiosk.cabinet.flow.table import advance
from kiosk.cabinet.viewmodels.derive import Setting, derive
from kiosk.cabinet.voice import utterance

HERE = sample.COLLECTION.unlocking_id
TAKEN = sample.collected(sample.PRINTING)
PRINTED, FAILED = (
    h.ReceiptPrinted(unlocking_id=HERE),
    h.ReceiptFailed(unlocking_id=HERE, paper=Paper.NONE_CAME),
)


def play(state: Cabinet, *happenings: h.Happening) -> tuple[Cabinet, list[object]]:
    wanted: list[object] = []
    for nth, happening in enumerate(happenings):
        turned = advance(state, happening, f"key-{nth}")
        state = turned.state
        wanted += turned.requests
    return state, wanted


def offered(state: Cabinet) -> bool:
    page = derive(state, Setting(), language="zh-CN", now_ms=sample.NOW_MS)
    return "print" in [one.name for one in page.acts]


def told(state: Cabinet) -> str:
    """All that the page says of a receipt."""
    page = derive(state, Setting(), language="zh-CN", now_ms=sample.NOW_MS)
    return " ".join((page.notice_title, page.notice, *page.rows))


def test_who_has_collected_gets_its_receipt_and_again_three_times_at_most() -> None:
    state, wanted = play(TAKEN, h.PrintPressed(), h.PrintPressed())
    assert wanted == [PrintReceipt(unlocking_id=HERE, grant="invented")]
    assert not offered(state)
    for nth in range(1, MOST_COPIES):
        state, _ = play(state, PRINTED)
        assert (state.visit.paper, state.visit.copies, offered(state)) == (Paper.OUT, nth, True)
        state, _ = play(state, h.PrintPressed())
    state, wanted = play(state, PRINTED, h.PrintPressed())
    assert (offered(state), wanted) == (False, [])
    assert "任一窗口" in told(state)


def test_it_is_printed_in_the_language_that_was_chosen_here() -> None:
    _, (wanted,) = play(TAKEN, h.LanguageChosen(tag="en"), h.PrintPressed())
    assert wanted.language == "en"


@pytest.mark.parametrize("trouble", ["no-printer", "paper-out", "printer-offline"])
def test_without_a_printer_that_prints_the_page_says_that_any_window_does(trouble) -> None:
    state, wanted = play(TAKEN, h.PrinterSeen(trouble=trouble), h.PrintPressed())
    assert (offered(state), wanted) == (False, [])
    assert "任一窗口" in told(state)
    assert offered(play(state, h.PrinterSeen(trouble=""))[0])


@pytest.mark.parametrize("outcome", [Outcome.LEFT, Outcome.MISSING, Outcome.UNKNOWN])
def test_what_was_not_handed_over_has_none(outcome) -> None:
    state = replace(TAKEN, visit=replace(TAKEN.visit, outcome=outcome))
    assert play(state, h.PrintPressed()) == (state, [])
    assert (offered(state), told(state).strip()) == (False, "")


def test_a_removal_has_none() -> None:
    visit = sample.at(Page.DONE, outcome=Outcome.REMOVED, **sample.REMOVING).visit
    state = replace(sample.PRINTING, visit=visit)
    assert visit.task is Task.REMOVE
    assert (offered(state), told(state).strip(), play(state, h.PrintPressed())[1]) == (False, "", [])


def test_who_then_says_that_nothing_was_inside_has_none_any_more() -> None:
    state, wanted = play(TAKEN, h.PrintPressed(), PRINTED, h.NothingInside(), h.PrintPressed())
    assert [type(one) for one in wanted] == [PrintReceipt, Say]
    assert (state.visit.outcome, offered(state), told(state).strip()) == (Outcome.MISSING, False, "")


def test_what_was_said_to_be_taken_earlier_has_its_receipt_by_the_earlier_order() -> None:
    state = sample.at(
        Page.UNSURE, cabinet=sample.PRINTING, grant=sample.grant(sample.UNSURE), was_unsure=sample.UNSURE
    )
    _, wanted = play(state, h.WasTaken(), h.PrintPressed())
    assert wanted[-1] == PrintReceipt(unlocking_id=sample.UNSURE.unlocking_id, grant="invented")


def test_the_first_of_several_has_its_receipt_before_the_next_is_chosen() -> None:
    visit = replace(TAKEN.visit, page=Page.OPEN, grant=sample.SEVERAL, outcome=None, done=frozenset())
    state, _ = play(replace(TAKEN, visit=visit), h.DoorClosed(unlocking_id=HERE))
    assert (state.visit.page, offered(state)) == (Page.CASES, True)
    state, wanted = play(state, h.PrintPressed(), PRINTED, h.CaseChosen(case=sample.SECOND.case.code))
    assert isinstance(wanted[0], PrintReceipt)
    assert (state.visit.page, state.visit.copies) == (Page.ASKING, 1)
    second = sample.unlocking(sample.COLLECTION.purpose, 3, HERE + 1)
    state, _ = play(state, h.Answered(ask=wanted[-1], value=second), h.DoorOpened(unlocking_id=HERE + 1))
    state, _ = play(state, h.DoorClosed(unlocking_id=HERE + 1))
    assert (state.visit.page, state.visit.copies, offered(state)) == (Page.DONE, 0, True)
    assert play(state, h.PrintPressed(), PRINTED)[0].visit.paper is Paper.UNDER_WAY


def test_paper_that_comes_after_its_visitor_has_gone_changes_nothing() -> None:
    state, _ = play(TAKEN, h.PrintPressed(), h.Leave())
    assert play(state, PRINTED, FAILED) == (sample.PRINTING, [])


def test_what_did_not_come_out_is_told_and_tried_again_and_the_collection_stands() -> None:
    state, _ = play(TAKEN, h.PrintPressed(), FAILED)
    assert (state.visit.paper, state.visit.outcome, offered(state)) == (Paper.NONE_CAME, Outcome.TAKEN, True)
    assert "任一窗口" in told(state)
    maybe, _ = play(TAKEN, h.PrintPressed(), replace(FAILED, paper=Paper.UNSURE))
    assert "出纸口" in told(maybe)
    assert offered(maybe)
    away, _ = play(maybe, h.PrinterSeen(trouble="printer-offline"))
    assert "出纸口" in told(away)
    assert ("再打一次" in told(away), offered(away)) == (False, False)
    refused, _ = play(TAKEN, h.PrintPressed(), replace(FAILED, paper=Paper.REFUSED))
    assert "任一窗口" in told(refused)
    assert not offered(refused)


def test_it_is_said_aloud_that_a_receipt_is_out() -> None:
    state, _ = play(TAKEN, h.PrintPressed(), PRINTED)
    page = derive(
        replace(state, comfort=replace(state.comfort, volume=2)), Setting(), language="zh-CN", now_ms=0
    )
    said = utterance(page)
    assert said is not None
    assert said.words == ("凭证打好了，请取走。",)
