"""Hands and keys at the guide desk's window."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered
from PySide6.QtCore import Qt

from counter.guide import samples as sample
from counter.guide.config import Patience
from counter.guide.flow import happenings as h
from counter.guide.flow import requests as r
from counter.guide.flow.state import Guide, Help, Link, Page
from display.kit.stage import named
from queue_core.wire.matters import FoundMatters
from queue_core.wire.words import TicketState
from tests.qml.guide.conftest import SIZES


def test_a_passport_holders_number_is_issued_by_touch_alone(tablet) -> None:
    tablet.press("begin-new", "class-accept", "category-registration", "document-passport")
    tablet.press("key-E", "key-switch", *(f"key-{digit}" for digit in "12345678"), "enter")
    assert tablet.page == "name"
    tablet.press("key-L", "key-I", "enter")
    tablet.answer(r.AskPreview, sample.PREVIEW)
    assert tablet.text("headline").startswith("前面 6 人")
    tablet.press("issue-paper")
    tablet.answer(r.Take, sample.TICKET)
    assert tablet.page == "printing"
    tablet.answer(r.Print, sample.TICKET)
    assert (tablet.page, tablet.text("number")) == ("delivered", "023")
    tablet.press("done")
    assert tablet.page == "home"


def test_a_plugged_in_keyboard_types_into_the_field_and_enters(tablet) -> None:
    tablet.press("begin-find")
    tablet.type("field", "a1023")
    assert tablet.text("field") == "A1023"
    tablet.press("enter")
    assert tablet.sent[-1].question == r.FindCode(text="A1023")


def test_a_page_with_a_field_takes_what_is_typed_at_once_spaces_too(tablet) -> None:
    tablet.press("begin-new", "class-accept", "category-registration", "document-passport")
    tablet.write("e1234567")
    tablet.key(Qt.Key.Key_Return)
    assert tablet.page == "name"
    tablet.write("Li Na")
    assert tablet.text("field") == "Li Na"
    tablet.key(Qt.Key.Key_Return)
    assert tablet.sent[-1].question.wanted.holder.name == "Li Na"


def test_an_x_is_offered_for_an_id_number_and_for_no_phone(tablet) -> None:
    tablet.stand(sample.STATES["document-id"])
    assert named(tablet.opened.window, "key-X")
    tablet.stand(sample.STATES["mobile"])
    assert named(tablet.opened.window, "key-0")
    assert not named(tablet.opened.window, "key-X")


def test_the_keys_and_the_field_hold_the_same_text(tablet) -> None:
    tablet.press("begin-find")
    tablet.type("field", "02")
    tablet.press("key-3", "key-delete", "key-4")
    assert tablet.text("field") == "024"


def go_to(tablet, name: str) -> None:
    """By Tab, from wherever the focus is."""
    for _ in range(40):
        tablet.key(Qt.Key.Key_Tab)
        if tablet.focused == name:
            return
    pytest.fail(f"no Tab leads to {name}")


def test_a_number_is_issued_by_a_keyboard_alone(tablet) -> None:
    for name in ("begin-new", "class-consult", "category-registration", "anonymous"):
        go_to(tablet, name)
        tablet.key(Qt.Key.Key_Return)
    tablet.answer(r.AskPreview, sample.PREVIEW)
    go_to(tablet, "issue-phone")
    tablet.key(Qt.Key.Key_Return)
    assert isinstance(tablet.sent[-1].question, r.Take)


def test_escape_goes_back(tablet) -> None:
    tablet.press("begin-where")
    tablet.key(Qt.Key.Key_Escape)
    assert tablet.page == "home"


def test_matters_that_are_found_stand_beside_the_keys(tablet) -> None:
    tablet.press("begin-new", "search", "key-G")
    tablet.answer(r.Search, FoundMatters(matters=sample.LINES, total=4))
    tablet.press("matter-company-register")
    assert tablet.page == "class"


def test_the_code_for_the_phone_is_large_and_the_number_beside_it(tablet) -> None:
    tablet.stand(sample.STATES["qr"])
    names = tablet.names()
    assert {"qr", "number", "again", "way-paper"} <= names
    assert tablet.cut_off() == []


def test_what_may_be_done_follows_what_becomes_of_the_number(tablet) -> None:
    tablet.stand(sample.STATES["number"])
    assert "act-defer" in tablet.names()
    tablet.hear(h.TicketSeen(ticket=altered(sample.TICKET, state=TicketState.ABSENT)))
    assert "act-come-back" in tablet.names()
    assert "act-defer" not in tablet.names()


def test_the_lock_key_covers_everything_that_is_known_of_a_person(tablet) -> None:
    tablet.stand(sample.STATES["preview"])
    tablet.key(Qt.Key.Key_F12)
    assert tablet.page == "locked"
    assert {"number", "headline", "home", "back"} & tablet.names() == set()
    tablet.type("password", "right horse")
    tablet.press("log-in")
    assert tablet.sent[-1] == r.SendLogIn(clerk="2001", password="right horse")
    assert tablet.text("password") == ""


def test_log_in_takes_number_and_password_and_says_what_was_refused(tablet) -> None:
    tablet.stand(Guide(link=Link.UP))
    tablet.press("log-in")
    assert "请填写" in tablet.model.noticeTitle
    tablet.type("clerk", "2001")
    tablet.type("password", "right horse")
    tablet.press("log-in")
    assert tablet.sent[-1] == r.SendLogIn(clerk="2001", password="right horse")
    assert tablet.text("password") == ""


def test_the_page_is_covered_while_it_is_asked_whether_anybody_is_there(tablet) -> None:
    tablet.stand(sample.STATES["number"])
    tablet.hear(h.TimeOver())
    assert "number" not in tablet.names()
    tablet.press("still-here")
    assert tablet.text("number") == "023"
    tablet.hear(h.TimeOver())
    tablet.press("leave-now")
    assert (tablet.page, tablet.model.state.help) == ("home", Help())


@pytest.mark.parametrize("tablet", [SIZES["landscape"]], ids=["landscape"], indirect=True)
def test_a_page_left_alone_is_forgotten_by_itself(tablet, qtbot) -> None:
    tablet.press("begin-find")
    tablet.type("field", "0")
    patient, tablet.model._patience = tablet.model._patience, Patience(ask_after_s=0.05, clear_after_s=0.05)
    try:
        tablet.model.touched()
        qtbot.waitUntil(lambda: tablet.model.state.help == Help(), timeout=5_000)
    finally:
        tablet.model._patience = patient


def test_the_language_changes_everywhere_at_once(tablet) -> None:
    tablet.press("begin-new")
    tablet.press("language")
    assert tablet.text("title") == "What is it about?"
    tablet.press("language")
    assert tablet.text("title") == "办哪一类？"


def test_a_hall_that_is_away_is_said_on_every_page(tablet) -> None:
    tablet.stand(sample.STATES["number"])
    tablet.hear(h.LinkChanged(link=Link.DOWN, code="hall-unreachable"))
    assert "away" in tablet.names()
    tablet.stand(replace(sample.DESK, link=Link.DOWN))
    assert tablet.page == "away"


@pytest.mark.parametrize("page", [Page.SURE, Page.PROOF, Page.MATERIALS])
def test_the_way_back_is_on_every_question(tablet, page: Page) -> None:
    tablet.stand(sample.STATES[{"sure": "sure-cancel"}.get(page.value, page.value)])
    tablet.press("back")
    assert tablet.page == "home"
