"""What the wall learns, and what it makes of it."""

import msgspec
import pytest

from display.wall.flow import Page, WallState, learn
from display.wall.gallery import NOW_MS, snapshot
from display.wall.viewmodels.derive import EARLIER_CALLS, Inputs, derive
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


def shown(state, now_ms=NOW_MS):
    return derive(Inputs(state=state, now_ms=now_ms))


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
    assert len(shown(after(snapshot(calls=9), *many)).earlier) == EARLIER_CALLS


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


def test_waiting_is_summed_over_the_classes_of_a_category():
    first = snapshot(calls=0)
    units = tuple(
        msgspec.structs.replace(first.hall.units[0], ticket_class=kind, waiting=waiting, windows_open=2)
        for kind, waiting in ((TicketClass.ACCEPT, 5), (TicketClass.PICKUP, 3))
    )
    hall = msgspec.structs.replace(first.hall, units=units)
    registration = shown(after(first, changes(hall))).waiting[0]
    assert (registration.name, registration.second_name) == ("注册登记", "Registration")
    assert (registration.waiting, registration.windows_open) == (8, 2)


def test_time_and_date_are_the_halls_in_both_languages():
    props = shown(after(snapshot(calls=0)))
    assert (props.clock, props.date, props.second_date) == ("10:32", "11月23日 星期一", "Monday, 23 November")


def test_a_hall_without_an_english_name_shows_its_name_once():
    first = snapshot(calls=0)
    hall = msgspec.structs.replace(first.hall, names={"zh-CN": "示范政务服务中心"})
    props = shown(after(first, changes(hall)))
    assert (props.hall_name, props.second_hall_name) == ("示范政务服务中心", "")
