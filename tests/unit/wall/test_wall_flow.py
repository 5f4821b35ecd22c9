"""What the wall learns, and what it makes of it."""

import msgspec
import pytest

from display.wall.flow import Page, RuleTold, WallState, learn
from display.wall.samples import NOW_MS, RULE, SHORT_NOTICE, STANDPOINT, snapshot
from display.wall.standpoint import Direction, Standpoint
from display.wall.viewmodels.derive import Inputs, derive
from queue_core.client import LinkLost, LinkUp
from queue_core.wire.stream import Changes
from queue_core.wire.views import CallView
from queue_core.wire.words import TicketClass, WindowState

LOST = LinkLost(code="hall-unreachable", reason="cut")


def after(*updates, now_ms=NOW_MS):
    state = WallState()
    for update in updates:
        state = learn(state, update, now_ms)
    return state


def shown(state, now_ms=NOW_MS, **where):
    return derive(Inputs(state=state, now_ms=now_ms, **where))


def changes(*views):
    return Changes(previous=1, cursor=2, views=views)


def call(call_id, *, ticket, nth=1, window=7):
    return CallView(
        call_id=call_id,
        ticket_id=ticket,
        number=f"{ticket:03d}",
        ticket_class=TicketClass.CONSULT,
        window=window,
        nth=nth,
        called_at_ms=NOW_MS,
        language="en",
    )


def test_a_wall_that_heard_nothing_is_starting():
    assert after().page is Page.STARTING
    assert after(LOST).page is Page.STARTING
    assert shown(after(LOST)).lost_code == "hall-unreachable"


def test_the_newest_call_is_the_great_one_and_the_others_follow():
    props = shown(after(snapshot(calls=4), changes(call(10, ticket=90))))
    assert (props.call.number, props.call.window, props.call.ticket_class) == ("090", 7, "consult")
    assert [each.number for each in props.earlier] == ["018", "017", "016", "015"]


def test_a_recall_brings_its_number_back_and_stands_in_no_other_place():
    props = shown(after(snapshot(calls=4), changes(call(10, ticket=2, nth=2))))
    assert (props.call.number, props.call.nth) == ("002", 2)
    assert [each.number for each in props.earlier] == ["018", "017", "015"]


def test_no_more_calls_are_shown_than_can_be_read():
    many = [changes(call(10 + ticket, ticket=ticket)) for ticket in range(100, 160)]
    props = shown(after(snapshot(calls=9), *many))
    assert len(props.earlier) == props.plan.rows
    assert props.plan.rows < 9


def test_a_number_is_awaited_until_it_is_served():
    first = snapshot(calls=1)
    window = first.windows[0]
    assert shown(after(first)).call.is_awaited
    serving = msgspec.structs.replace(window.ticket, state="serving")
    served = msgspec.structs.replace(window, state=WindowState.SERVING, ticket=serving)
    assert not shown(after(first, changes(served))).call.is_awaited
    gone = msgspec.structs.replace(window, state=WindowState.FREE, ticket=None)
    assert not shown(after(first, changes(gone))).call.is_awaited


def test_a_lost_link_keeps_the_calls_and_says_since_when():
    state = after(snapshot(calls=3))
    for later_ms in (60_000, 120_000):
        state = learn(state, LOST, NOW_MS + later_ms)
    props = shown(state, NOW_MS + 600_000)
    assert (props.page, props.lost_at, props.clock) == ("stale", "10:33", "10:42")
    assert props.call.number == "017"


@pytest.mark.parametrize("heard", [snapshot(calls=3), changes()])
def test_the_wall_is_true_again_only_when_the_hall_was_heard(heard):
    lost = after(snapshot(calls=3), LOST, LinkUp())
    assert lost.page is Page.STALE
    assert learn(lost, heard, NOW_MS).page is Page.CALLS


def test_a_new_day_begins_without_calls():
    first = snapshot(calls=3)
    tomorrow = msgspec.structs.replace(first.hall, day="2026-11-24")
    assert shown(after(first, changes(tomorrow))).call.number == ""
    assert shown(after(first, changes(first.hall))).call.number == "017"


def test_waiting_is_summed_over_the_categories_of_a_class():
    waiting = {each.ticket_class: each for each in shown(after(snapshot(calls=0))).waiting}
    assert (waiting["accept"].waiting, waiting["consult"].waiting, waiting["pickup"].waiting) == (123, 5, 0)
    assert waiting["accept"].is_served


def test_a_class_that_no_window_serves_says_so():
    first = snapshot(calls=0)
    units = tuple(msgspec.structs.replace(unit, windows_open=0) for unit in first.hall.units)
    hall = msgspec.structs.replace(first.hall, units=units)
    assert not any(each.is_served for each in shown(after(first, changes(hall))).waiting)


def test_a_wall_of_some_windows_shows_their_calls_absent_numbers_and_queues_alone():
    first = snapshot(calls=9, absent=5)  # windows 3 and 5, 7, 9, 11; absent at windows 1 to 5
    props = shown(after(first), standpoint=Standpoint(windows=frozenset({3, 5})))
    assert {props.call.window, *(call.window for call in props.earlier)} == {3, 5}
    assert [each.window for each in props.absent] == [3, 5]
    assert [(each.ticket_class, each.waiting) for each in props.waiting] == [("accept", 12)]
    upstairs = shown(after(first), standpoint=Standpoint(places=frozenset({"b"})))
    assert {upstairs.call.window, *(call.window for call in upstairs.earlier)} == {7, 9, 11}


def test_a_windows_own_arrow_goes_before_that_of_its_place():
    first = snapshot(calls=9)
    assert STANDPOINT.arrow_to(3, first.hall) is Direction.LEFT
    assert STANDPOINT.arrow_to(4, first.hall) is Direction.STRAIGHT
    assert STANDPOINT.arrow_to(11, first.hall) is Direction.UPSTAIRS
    assert Standpoint().arrow_to(3, first.hall) is None
    props = shown(after(first), standpoint=STANDPOINT)
    assert (props.call.arrow, props.earlier[0].arrow) == ("left", "upstairs")


def test_a_call_tells_floor_and_zone_and_names_the_building_only_where_there_are_several():
    first = snapshot(calls=1)
    assert shown(after(first)).call.place == "1楼 A区"
    assert shown(after(first)).call.second_place == "floor 1, Zone A"
    assert shown(after(first), language="zh-Hant").call.place == "1樓 A區"
    other = msgspec.structs.replace(first.hall.places[1], building={"zh-CN": "副楼", "en": "Annex"})
    two = msgspec.structs.replace(first.hall, places=(first.hall.places[0], other))
    assert shown(after(first, changes(two))).call.place == "主楼 1楼 A区"
    one = msgspec.structs.replace(first.hall, places=first.hall.places[:1])
    assert shown(after(first, changes(one))).call.place == ""


def test_a_call_stands_out_for_fifteen_seconds_whatever_follows_it():
    state = after(
        snapshot(calls=9, awaited=9, every_s=3)
    )  # 4, 7, 10, 13, 16 … seconds ago; few windows twice
    assert [call.number for call in (shown(state).call, *shown(state).earlier) if call.is_fresh] == [
        "023",
        "022",
        "020",
    ]
    assert not any(call.is_fresh for call in shown(state, NOW_MS + 15_000).earlier)


def test_a_call_asks_nobody_to_come_when_the_hall_was_not_heard_for_a_minute():
    state = after(snapshot(calls=1), LOST)
    assert shown(state, NOW_MS + 60_000).call.is_awaited
    late = shown(state, NOW_MS + 61_000)
    assert (late.call.is_awaited, late.lost_min, late.call.number) == (False, 1, "015")


def test_between_two_calls_in_a_break_the_calls_stay():
    state = after(msgspec.structs.replace(snapshot(calls=1), windows=()))
    closes_ms = state.hall.sessions[0].closes_at_ms
    called = msgspec.structs.replace(state.calls[0], called_at_ms=closes_ms - 60_000)
    state = after(msgspec.structs.replace(snapshot(calls=0), calls=(called,)))
    assert shown(state, closes_ms).body == "calls"
    assert (shown(state, closes_ms + 121_000).body, shown(state, closes_ms + 121_000).opens_at) == (
        "break",
        "13:32",
    )


def test_a_notice_goes_when_its_time_is_over_or_the_hall_ends_it():
    until = msgspec.structs.replace(SHORT_NOTICE, until_ms=NOW_MS + 1000)
    state = after(snapshot(calls=1, notices=(until,)))
    assert [each.text for each in shown(state).notices] == ["3 号窗口设备检修，请改到 5 号窗口"]
    assert shown(state).plan.notice_height > 0
    assert shown(state, NOW_MS + 1000).notices == ()
    assert shown(learn(state, changes(snapshot(calls=0).board), NOW_MS)).notices == ()


def test_a_notice_in_one_language_stands_once():
    only = msgspec.structs.replace(SHORT_NOTICE, texts={"zh-CN": "今日提前下班"})
    told = shown(after(snapshot(calls=0, notices=(only,)))).notices[0]
    assert (told.text, told.second) == ("今日提前下班", "")


def test_the_rule_is_said_sentence_by_sentence_in_both_languages():
    state = after(snapshot(calls=0), RULE)
    said = shown(state).rule
    assert len(said) == 6
    assert (said[0].text, said[0].second[:16]) == (
        "在窗口可办理的全部业务中，按到达先后叫号。",
        "Numbers are call",
    )
    assert "60" in said[4].text
    assert "60" in said[4].second
    assert shown(state, language="zh-Hant").rule[0].text.startswith("在窗口可辦理")


def test_the_rule_outlives_a_snapshot_and_other_minutes_want_another():
    first = snapshot(calls=0)
    state = learn(after(first, RULE), first, NOW_MS)
    assert state.rule == RULE.rule
    overload = msgspec.structs.replace(first.hall, head_start_min=90)
    assert learn(state, changes(overload), NOW_MS).rule_minutes != state.rule_minutes
    assert learn(state, RuleTold(rule=RULE.rule), NOW_MS).rule_minutes == state.rule_minutes


def test_time_and_date_are_the_halls_in_both_languages():
    props = shown(after(snapshot(calls=0)))
    assert (props.clock, props.date, props.second_date) == ("10:32", "11月23日 星期一", "Monday, 23 November")


def test_a_hall_without_an_english_name_shows_its_name_once():
    first = snapshot(calls=0)
    hall = msgspec.structs.replace(first.hall, names={"zh-CN": "示范政务服务中心"})
    props = shown(after(first, changes(hall)))
    assert (props.hall_name, props.second_hall_name) == ("示范政务服务中心", "")
