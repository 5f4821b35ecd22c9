"""What the counter asks before a deed, answered by keys, mouse and typing, without a hall server."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered
from PySide6.QtCore import Qt

from counter import gallery_sheets as asked
from counter import gallery_states as invented
from counter.flow import deeds
from counter.flow import happenings as h
from counter.flow import requests as r
from counter.flow import state as s
from display.kit.stage import named, page, pressable, type_into, visible
from queue_core.wire.messages import Errand
from queue_core.wire.views import UnitName
from queue_core.wire.words import TicketClass, WindowState
from tests.qml.counter.conftest import Desk

CONSULT = UnitName(category="registration", ticket_class=TicketClass.CONSULT)
LAYOUTS = [s.Layout.DOCK, s.Layout.FULL]
SHEET_KEYS = [
    ("serving", Qt.Key.Key_F7, "hold"),
    ("serving", Qt.Key.Key_T, "transfer"),
    ("serving", Qt.Key.Key_C, "convert"),
    ("serving", Qt.Key.Key_M, "add-matter"),
    ("serving", Qt.Key.Key_N, "note"),
    ("serving", Qt.Key.Key_P, "finish-part"),
    ("serving", Qt.Key.Key_B, "book"),
    ("serving", Qt.Key.Key_R, "result"),
    ("free-held", Qt.Key.Key_H, "hand-back"),
    ("free", Qt.Key.Key_F8, "pause"),
    ("free", Qt.Key.Key_S, "shift"),
    ("serving", Qt.Key.Key_A, "accept-case"),
    ("serving", Qt.Key.Key_D, "hand-over"),
    ("free", Qt.Key.Key_U, "cases"),
]


def at(desk: Desk, name: str, layout: s.Layout = s.Layout.DOCK) -> None:
    desk.resize(*((1280, 800) if layout is s.Layout.FULL else (352, 1000)))
    desk.stand(replace({**invented.STATES, **asked.SHEETS}[name], layout=layout))


@pytest.mark.parametrize(("state", "key", "name"), SHEET_KEYS)
def test_each_sheet_has_its_key_its_button_and_a_way_back(
    desk: Desk, state: str, key: Qt.Key, name: str
) -> None:
    at(desk, state)
    desk.key(key)
    assert page(desk.opened.window) == name
    desk.key(Qt.Key.Key_Escape)
    assert page(desk.opened.window) == "window"
    desk.press(name)
    assert page(desk.opened.window) == name
    assert desk.deeds() == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_reason_is_chosen_by_its_digit_and_sent_by_enter(desk: Desk, layout: s.Layout) -> None:
    at(desk, "serving", layout)
    desk.key(Qt.Key.Key_F7)
    desk.key(Qt.Key.Key_2)
    desk.key(Qt.Key.Key_Return)
    assert desk.deeds() == [deeds.Hold(reason="payment")]


def test_a_reason_is_chosen_and_sent_by_mouse(desk: Desk) -> None:
    at(desk, "serving")
    desk.press("hold")
    desk.press("option-1")
    desk.press("confirm")
    assert desk.deeds() == [deeds.Hold(reason="papers")]


def test_own_words_take_the_place_of_a_chosen_reason(desk: Desk) -> None:
    at(desk, "serving")
    desk.press("hold")
    desk.press("option-1")
    type_into(pressable(desk.opened.window, "sheet-field"), "seal in the car")
    desk.key(Qt.Key.Key_Return)
    assert desk.deeds() == [deeds.Hold(reason="seal in the car")]


def test_nothing_is_sent_before_something_was_chosen_and_what_is_missing_is_said(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_F7)
    assert not desk.is_enabled("confirm")
    desk.key(Qt.Key.Key_Return)
    assert desk.deeds() == []
    assert visible(desk.opened.window, "notice").property("title") == "还没写原因"


def test_a_pause_is_for_so_many_minutes_as_the_arrows_say(desk: Desk) -> None:
    at(desk, "free")
    desk.key(Qt.Key.Key_F8)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Return)
    assert desk.deeds() == [deeds.Pause(reason="meal", minutes=10)]


def test_a_pause_asked_for_later_is_taken_back_by_the_same_key(desk: Desk) -> None:
    at(desk, "serving-facts")
    desk.key(Qt.Key.Key_F8)
    assert [action.value for action in desk.actions()] == ["resume"]


def test_a_conversion_is_foreseen_before_it_is_sent(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_C)
    desk.key(Qt.Key.Key_1)
    asking = desk.sent[-1]
    assert asking == r.AskProspect(ticket_id=23, errand=0, unit=CONSULT, look_up=2)
    desk.happen(h.ProspectTold(look_up=1, prospect=altered(asked.PROSPECT, ahead=99)))
    desk.happen(h.ProspectTold(look_up=2, prospect=asked.PROSPECT))
    assert desk.text("onward") == "本窗口能办：转了接着办。"
    desk.key(Qt.Key.Key_Return)
    assert desk.deeds() == [deeds.Convert(ticket_id=23, errand=0, unit=CONSULT)]


def test_a_conversion_away_from_here_tells_the_wait(desk: Desk) -> None:
    at(desk, "convert-waits")
    assert desk.text("prospect-wait") == "前面 4 人，一般等 14–26 分钟"


def test_a_number_is_sent_to_another_window_by_its_number(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_T)
    desk.key(Qt.Key.Key_1)
    desk.press("option-1")
    type_into(pressable(desk.opened.window, "sheet-field"), "5")
    desk.key(Qt.Key.Key_Return)
    assert desk.deeds() == [deeds.Transfer(unit=None, to_window=5)]


def test_the_same_business_needs_another_window(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_T)
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_Return)
    assert visible(desk.opened.window, "notice").property("title") == "还没填窗口号"


def test_a_matter_is_searched_by_typing_chosen_by_arrow_and_added(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_M)
    type_into(pressable(desk.opened.window, "sheet-field"), "co")
    asking = desk.sent[-1]
    assert isinstance(asking, r.FindMatters)
    assert asking.query == "co"
    desk.happen(h.MattersFound(look_up=asking.look_up, matters=asked.LINES))
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    errand = Errand(ticket_class=TicketClass.ACCEPT, category="registration", matter="company-change")
    assert desk.deeds() == [deeds.AddMatter(ticket_id=23, errand=errand)]


def test_what_is_not_done_is_marked_by_its_digit_alone_and_the_rest_finished(desk: Desk) -> None:
    at(desk, "serving-facts")
    desk.key(Qt.Key.Key_P)
    desk.key(Qt.Key.Key_2)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Up)
    desk.key(Qt.Key.Key_Return)
    assert desk.deeds() == [deeds.FinishPart(unfinished=(1,))]


def test_a_slot_of_another_day_is_booked_for_the_number_in_hand(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_B)
    desk.key(Qt.Key.Key_Right)
    asking = desk.sent[-1]
    assert isinstance(asking, r.AskSlots)
    assert asking.day.isoformat() == "2026-01-02"
    desk.happen(h.SlotsTold(look_up=asking.look_up, slots=asked.SLOTS))
    desk.key(Qt.Key.Key_3)
    desk.key(Qt.Key.Key_Return)
    (deed,) = desk.deeds()
    assert isinstance(deed, deeds.Book)
    assert (deed.ticket_id, deed.starts_at_ms) == (23, asked.SLOTS[2].starts_at_ms)


def test_an_unknown_case_is_recorded_only_when_the_clerk_says_so_again(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_R)
    type_into(pressable(desk.opened.window, "sheet-field"), "2026-0158")
    desk.key(Qt.Key.Key_Return)
    desk.happen(h.ActionRefused(key=desk.sent[-1].key, notice=s.Notice(code="no-such-case")))
    assert "记下" in desk.text("sheet-trouble")
    desk.key(Qt.Key.Key_Return)
    assert [deed.records for deed in desk.deeds() if isinstance(deed, deeds.Result)] == [False, True]


def test_a_holder_who_is_back_is_told_by_the_button_beside_the_number(desk: Desk) -> None:
    at(desk, "free-held")
    desk.press("back-015")
    assert desk.deeds() == [deeds.HandBack(ticket_id=15)]


def test_a_sheet_closes_when_it_was_done_and_says_what_the_window_does_not_show(desk: Desk) -> None:
    at(desk, "note")
    desk.key(Qt.Key.Key_Return)
    said = s.Notice(code="note-written", is_good=True)
    desk.happen(h.ActionDone(key=desk.sent[-1].key, said=said))
    assert page(desk.opened.window) == "window"
    assert visible(desk.opened.window, "notice").property("title") == "留言已写好"


def test_a_sheet_about_a_number_that_left_closes_and_says_so(desk: Desk) -> None:
    at(desk, "hold-chosen")
    desk.happen(h.Seen(view=invented.FREE))
    assert page(desk.opened.window) == "window"
    assert visible(desk.opened.window, "notice").property("title") == "手上的号变了"
    assert desk.deeds() == []


def test_a_sheet_that_was_just_sent_says_nothing_when_its_number_leaves(desk: Desk) -> None:
    at(desk, "hold-chosen")
    desk.key(Qt.Key.Key_Return)
    desk.happen(h.Seen(view=invented.FREE))
    assert (page(desk.opened.window), desk.is_shown("notice")) == ("window", False)


def test_a_sheet_confirmed_while_the_line_is_down_is_said_not_to_be_sent(desk: Desk) -> None:
    at(desk, "hold-chosen")
    desk.happen(h.LinkChanged(link=s.Link.DOWN, code="hall-unreachable"))
    desk.key(Qt.Key.Key_Return)
    assert desk.deeds() == []
    assert visible(desk.opened.window, "notice").property("title") == "“挂起”没有发出"
    assert page(desk.opened.window) == "hold"


def test_a_key_of_another_deed_does_nothing_while_a_sheet_is_open(desk: Desk) -> None:
    at(desk, "hold-chosen")
    desk.key(Qt.Key.Key_F5)
    assert desk.deeds() == []


def test_the_layout_is_switched_by_key_and_by_button(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_F10)
    assert desk.sent == [r.Arrange(layout=s.Layout.FULL)]
    desk.resize(1280, 800)
    desk.press("dock")
    desk.resize(352, 1000)
    desk.press("fold")
    desk.resize(352, 72)
    assert desk.text("number") == "023"
    desk.press("finish")
    assert [action.value for action in desk.actions()] == ["finish"]


def test_a_sheet_asked_for_on_the_strip_unfolds_it(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_F11)
    desk.key(Qt.Key.Key_F7)
    assert desk.model.state.layout is s.Layout.DOCK
    assert page(desk.opened.window) == "hold"


def test_a_taken_window_is_taken_over_after_asking_and_not_by_enter_alone(desk: Desk) -> None:
    at(desk, "login-taken")
    assert desk.text("take-over-title") == "林晓岚 在 3 号窗口登录着"
    desk.key(Qt.Key.Key_Return)
    assert (page(desk.opened.window), desk.sent) == ("login", [])
    at(desk, "login-taken")
    desk.press("take-over")
    assert desk.sent == [r.SendLogIn(window=3, clerk="1002", takes_over=True)]


def test_the_keys_of_the_house_are_shown_and_work(desk: Desk) -> None:
    at(desk, "free")
    desk.model.taste = replace(desk.model.taste, keys={"call-next": "F1"})
    desk.model.show()
    assert visible(desk.opened.window, "call-next").property("key") == "F1"
    desk.key(Qt.Key.Key_F1)
    assert [action.value for action in desk.actions()] == ["call-next"]


def test_a_number_finished_here_can_get_its_result_later(desk: Desk) -> None:
    at(desk, "serving")
    desk.happen(h.Seen(view=invented.AFTER_FINISH))
    assert desk.is_enabled("result")
    desk.key(Qt.Key.Key_R)
    type_into(pressable(desk.opened.window, "sheet-field"), "2026-0158")
    desk.key(Qt.Key.Key_Return)
    (deed,) = desk.deeds()
    assert isinstance(deed, deeds.Result)
    assert deed.ticket_id == 23


def test_another_number_begins_with_an_empty_checklist(desk: Desk) -> None:
    at(desk, "serving")
    other = altered(invented.TICKET, ticket_id=24, number="024")
    desk.happen(h.Seen(view=altered(invented.FREE, state=WindowState.CALLED, ticket=other)))
    assert desk.text("materials") == "材料 0/5"


def test_a_case_is_accepted_by_keys_alone_and_the_phone_is_grouped_as_it_is_typed(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_A)
    for digit in "19900001234":
        desk.qtbot.keyClick(desk.opened.window, digit)
    assert desk.text("sheet-field") == "199 0000 1234"
    desk.key(Qt.Key.Key_Return)
    (deed,) = desk.deeds()
    assert isinstance(deed, deeds.AcceptCase)
    assert deed.phone == "19900001234"


def test_a_phone_takes_no_letters(desk: Desk) -> None:
    at(desk, "serving")
    desk.key(Qt.Key.Key_A)
    for letter in "1x9":
        desk.qtbot.keyClick(desk.opened.window, letter)
    assert desk.text("sheet-field") == "19"


def test_where_the_hall_sends_no_messages_no_phone_is_asked_for(desk: Desk) -> None:
    state = invented.SERVING
    assert state.hall is not None
    desk.stand(replace(state, hall=altered(state.hall, has_messages=False)))
    desk.key(Qt.Key.Key_A)
    assert not desk.is_shown("sheet-field")
    desk.key(Qt.Key.Key_Return)
    assert len(desk.deeds()) == 1


def test_a_shelf_is_typed_right_after_its_digit(desk: Desk) -> None:
    at(desk, "case")
    desk.key(Qt.Key.Key_2)
    for letter in "b11":
        desk.qtbot.keyClick(desk.opened.window, letter)
    desk.key(Qt.Key.Key_Return)
    (deed,) = desk.deeds()
    assert isinstance(deed, deeds.OfCase)
    assert deed.place is not None
    assert deed.place.label == "b11"


def test_a_case_is_opened_by_a_click_on_its_row(desk: Desk) -> None:
    at(desk, "cases")
    desk.press("option-3")
    assert page(desk.opened.window) == "case"
    assert "取件柜 A，12 号柜门" in desk.text("case-state")


def test_a_case_says_in_words_how_it_is_and_what_was_done_with_it(desk: Desk) -> None:
    at(desk, "case-handed-over")
    assert desk.text("case-state") == "已交付"
    assert desk.text("move-1-what") == "交付 · 3 号窗口，工号 1001"
    assert desk.text("move-3-what") == "取回 取件柜 L1，12 号柜门 · 送件员 3001"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_steps_of_a_case_are_reached_by_keys(desk: Desk, layout: s.Layout) -> None:
    at(desk, "case-shelved", layout)
    desk.resize(1280 if layout is s.Layout.FULL else 352, 728)
    assert not named(desk.opened.window, "move-3")
    for _ in range(3):
        desk.key(Qt.Key.Key_PageDown)
    assert named(desk.opened.window, "move-3")
    for _ in range(3):
        desk.key(Qt.Key.Key_PageUp)
    assert named(desk.opened.window, "option-1")
