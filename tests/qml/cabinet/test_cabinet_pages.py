"""Every page of a cabinet in some of its looks, and the ways through them by touch."""

import pytest

from display.kit.gallery import Look, look_over
from kiosk.cabinet import samples as sample
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import Open, PrintReceipt
from kiosk.cabinet.gallery import every_look, scenes
from queue_core.wire.lockers import AskDeposit, AskRemoval, ShowProof, ShowStaff
from queue_core.wire.words import DoorSize
from tests.qml.cabinet.conftest import PATIENCE

SOME = ("portrait-en-elderly", "small-zh-CN-reach")


# The whole gallery, in every look, is drawn and measured by script/screenshots.
@pytest.mark.parametrize(
    "look", [look for look in every_look() if look.name in SOME], ids=lambda look: look.name
)
def test_no_text_on_any_page_is_cut_off(front, look: Look) -> None:
    every = scenes(front.model, front.opened)
    assert len(every) > 60
    assert look_over(front.opened, every, look) == {}


def test_every_scene_shows_the_page_it_is_called_after(front) -> None:
    wrong = {}
    for scene in scenes(front.model, front.opened):
        scene.arrange()
        if scene.name != "asked" and not scene.name.startswith(front.page):
            wrong[scene.name] = front.page
    assert wrong == {}


def test_a_code_is_typed_by_touch_and_its_door_is_shown(front) -> None:
    front.press("collect", *(f"key-{digit}" for digit in "123456789"))
    assert front.text("code") == "123456789"
    front.press("key-done")
    assert front.sent[-1].question == ShowProof(code="123456789")
    front.answer(sample.ONE)
    front.answer(sample.COLLECTION)
    assert front.sent[-1] == Open(unlocking=sample.COLLECTION)
    front.hear(h.DoorOpened(unlocking_id=7))
    assert (front.page, front.text("door-number")) == ("open", "12")
    front.press("not-taking")
    front.hear(h.DoorClosed(unlocking_id=7))
    assert front.page == "done"
    front.press("leave")
    assert front.page == "home"


def test_a_receipt_is_printed_by_touch_and_once_more(front) -> None:
    front.begin_anew(state=sample.collected(sample.PRINTING))
    front.press("print")
    assert front.sent == [PrintReceipt(unlocking_id=7, grant="invented")]
    assert "print" not in front.names()
    assert front.model.left_for_s == PATIENCE.ask_after_s
    front.hear(h.ReceiptPrinted(unlocking_id=7))
    assert front.text("print") == "再打一次"
    assert front.model.left_for_s == PATIENCE.done_for_s


def test_staff_type_number_and_password_and_choose_a_size(front) -> None:
    front.press("staff", *(f"key-{sign}" for sign in "3001"), "key-done", "key-a", "key-shift", "key-b")
    front.press("log-in")
    assert front.sent[-1].question == ShowStaff(clerk="3001", password="aB")
    front.answer(sample.COURIER)
    front.press("deposit", *(f"key-{digit}" for digit in "2026"), "key--", "key-7", "key-done")
    front.press("size-large")
    assert front.sent[-1].question == AskDeposit(grant="invented", case="2026-7", size=DoorSize.LARGE)


def test_what_a_visitor_chooses_is_gone_with_the_visit(front) -> None:
    front.press("language-en", "mode-contrast", "reach", "collect")
    assert front.text("title") == "Please type your pickup code"
    assert (front.opened.mode, front.opened.is_low) == ("contrast", True)
    front.hear(h.TimeOver())
    front.press("leave-now")
    assert (front.page, front.text("title")) == ("home", "您好，请选择")
    assert (front.opened.mode, front.opened.is_low) == ("day", False)


def test_the_others_are_offered_only_where_there_are_others(front) -> None:
    front.begin_anew(state=sample.STATES["trouble-stuck"])
    assert "next" not in front.names()
    front.begin_anew(state=sample.STATES["trouble-stuck-others"])
    front.press("next")
    assert front.page == "cases"


def test_a_lock_counts_down_until_it_may_be_tried_again(front) -> None:
    front.begin_anew(state=sample.STATES["trouble-locked"])
    assert front.text("title") == "暂停到 12:04"
    assert "4 分 32 秒" in front.text("hint")


def test_where_the_halls_time_is_not_known_a_lock_only_says_until_when(front) -> None:
    front.begin_anew(state=sample.STATES["trouble-locked-unknown-clock"])
    assert front.text("title") == "暂停到 12:00"
    assert "还有" not in front.text("hint")


def test_at_a_deposit_nothing_is_said_to_lie_behind_a_stuck_door(front) -> None:
    front.begin_anew(state=sample.STATES["trouble-stuck-deposit"])
    assert "还没有存入" in front.text("hint")


def test_staff_choose_an_overdue_door_from_a_list(front) -> None:
    front.begin_anew(state=sample.STATES["case-code-remove"])
    front.press("overdue", "door-2")
    assert front.sent[-1].question == AskRemoval(grant="invented", door=2)
