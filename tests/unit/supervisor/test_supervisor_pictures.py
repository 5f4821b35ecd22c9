"""What the supervisor's screen shows of a hall: pure derivation."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as altered

from counter.supervisor import samples
from counter.supervisor.flow.profiles import all_units, preset, with_unit
from counter.supervisor.flow.state import Deed, Duty, Link, Panel, Topic, Watched, alarm_name
from counter.supervisor.samples import MINUTE_MS, NOW_MS
from counter.supervisor.viewmodels.alarms import alarms
from counter.supervisor.viewmodels.chosen import chosen
from counter.supervisor.viewmodels.day import figures, tallies
from counter.supervisor.viewmodels.devices import devices
from counter.supervisor.viewmodels.flow_picture import flow, rounded_up
from counter.supervisor.viewmodels.follow_ups import answering, follow_ups
from counter.supervisor.viewmodels.frame import frame
from counter.supervisor.viewmodels.hall_panel import hall
from counter.supervisor.viewmodels.naming import brief, lasting, percent, seconds
from counter.supervisor.viewmodels.noticed import REMEDIES, TITLES, notice
from counter.supervisor.viewmodels.queues import queues
from counter.supervisor.viewmodels.ratings import ratings
from counter.supervisor.viewmodels.tiles import TileProps, beside, grid
from counter.supervisor.viewmodels.tiling import best, room_of, spots
from queue_core.wire.ratings import Rates
from queue_core.wire.supervision import Alarm, AlarmKind, Supervision
from queue_core.wire.views import WindowView
from queue_core.wire.words import WindowKind, WindowState

DESK = room_of(1240, 1000, 0.5)
SMALL = room_of(810, 740, 0.43)


def tile(view: WindowView, *, since_ms: int | None = None, alarmed: tuple[Alarm, ...] = ()) -> TileProps:
    state = samples.duty(
        12,
        watched=(Watched(view=view, since_ms=since_ms),),
        supervision=Supervision(now_ms=NOW_MS, queues=(), alarms=alarmed),
    )
    return grid(state, language="zh-CN", now_ms=NOW_MS, room=DESK).tiles[0]


def told(*alarmed: Alarm, **changes: object) -> Duty:
    return samples.duty(12, supervision=Supervision(now_ms=NOW_MS, queues=(), alarms=alarmed), **changes)


# Tiles


@given(
    groups=st.lists(st.integers(1, 40), min_size=1, max_size=6).map(tuple),
    room=st.sampled_from([DESK, SMALL]),
)
def test_all_tiles_stand_inside_the_room_and_none_on_another(groups: tuple[int, ...], room: object) -> None:
    tiling = best(groups, room)
    _, places = spots(groups, tiling, room)
    assert len(places) == sum(groups)
    assert len({(round(spot.x), round(spot.y)) for spot in places}) == len(places)
    assert max(spot.x for spot in places) + tiling.tile_width <= room.width + 0.01
    assert max(spot.y for spot in places) + tiling.tile_height <= room.height + 0.01


def test_a_hundred_and_twenty_windows_have_tiles_that_can_be_read() -> None:
    tiling = best((20,) * 6, SMALL)
    assert tiling.tile_width >= 70
    assert tiling.tile_height >= 40


def test_windows_stand_at_their_places_and_the_others_last() -> None:
    state = samples.duty(12)
    assert state.hall is not None
    without = replace(state, hall=altered(state.hall, places=state.hall.places[:1]))
    shown = grid(without, language="zh-CN", now_ms=NOW_MS, room=DESK)
    assert [heading.text for heading in shown.headings] == ["1 层 · A 区", "其他窗口"]
    assert [one.window for one in shown.tiles] == list(range(1, 13))
    assert shown.headings[0].tally == "开 6 / 6"


def test_a_window_tells_its_number_how_long_and_who() -> None:
    shown = tile(samples.serving(2, 16))
    assert (shown.state_word, shown.number, shown.line, shown.who) == ("办理", "075", "16 分", "陈美玲")
    assert (shown.tone, shown.icon_name) == ("busy", "person")
    assert shown.spoken == "2 号窗口，办理，075，16 分，陈美玲"


def test_a_clerk_who_has_just_finished_is_not_idle_yet() -> None:
    assert tile(samples.free(5, 11), since_ms=NOW_MS - 30_000).tone == "free"


def test_a_window_seen_idle_for_a_minute_stands_out() -> None:
    shown = tile(samples.free(5, 11), since_ms=NOW_MS - 4 * MINUTE_MS)
    assert (shown.tone, shown.icon_name, shown.line) == ("bad", "warning", "4 分 · 11 人在等")


def test_a_window_nobody_waits_for_is_free_however_long() -> None:
    assert tile(samples.free(5), since_ms=NOW_MS - 40 * MINUTE_MS).tone == "free"


def test_the_hall_knows_how_long_a_window_is_idle_before_this_screen_saw_it() -> None:
    shown = tile(samples.free(5, 11), alarmed=(samples.IDLE,))
    assert (shown.tone, shown.line) == ("bad", "6 分 · 11 人在等")


def test_a_pause_says_until_when_and_why() -> None:
    shown = tile(samples.paused(7, until_min=20))
    assert (shown.tone, shown.line, shown.brief) == ("paused", "至 11:00 · 用餐", "11:00")


def test_a_pause_that_lasts_longer_than_was_said_wants_a_look() -> None:
    shown = tile(samples.paused(7, until_min=-6))
    assert (shown.tone, shown.line) == ("warn", "应到 10:34 · 超 6 分")


def test_a_pause_that_is_to_come_is_said_while_the_number_is_in_hand() -> None:
    assert tile(altered(samples.serving(2, 3), pause="meal")).line == "3 分 · 办完后暂停"


def test_a_closed_terminal_is_quiet_and_marked_as_one() -> None:
    shown = tile(altered(samples.closed(12), kind=WindowKind.TERMINAL))
    assert (shown.tone, shown.icon_name, shown.state_word) == ("quiet", "screen", "未开")


@pytest.mark.parametrize(("right", "down", "window"), [(1, 0, 2), (0, 1, 4), (-1, 0, 1), (0, -1, 1)])
def test_arrows_move_to_the_next_tile_and_stay_at_the_edge(right: int, down: int, window: int) -> None:
    tiles = grid(samples.duty(12), language="zh-CN", now_ms=NOW_MS, room=DESK).tiles
    assert beside(tiles, 1, right, down) == window


def test_arrows_begin_at_the_first_tile() -> None:
    tiles = grid(samples.duty(12), language="zh-CN", now_ms=NOW_MS, room=DESK).tiles
    assert beside(tiles, 0, 1, 0) == 1


# Queues


def test_queues_nobody_serves_stand_first_then_those_over_their_target() -> None:
    rows = queues(samples.overload(12), language="zh-CN", now_ms=NOW_MS).rows
    assert rows[0].name == "建设工程 · 受理"
    assert (rows[0].windows, rows[0].waited) == ("没有窗口", "63 / 20 分")
    tones = [row.tone for row in rows]
    assert tones == sorted(tones, key=("bad", "warn", "good", "none").index)


def test_a_bar_passes_its_mark_when_the_wait_passes_its_target() -> None:
    rows = queues(samples.overload(12), language="zh-CN", now_ms=NOW_MS).rows
    assert {row.share > row.mark for row in rows if row.tone == "bad"} == {True}
    assert {row.share > row.mark for row in rows if row.tone == "warn"} == {False}
    assert max(row.share for row in rows) <= 1
    assert max(row.mark for row in rows) <= 1


def test_queues_nobody_waits_in_have_no_row_and_are_counted() -> None:
    shown = queues(samples.duty(12), language="zh-CN", now_ms=NOW_MS)
    assert (len(shown.rows), shown.rest) == (8, "另有 4 个队列无人等候")
    assert queues(samples.morning(12), language="zh-CN", now_ms=NOW_MS).rest == "没有人在等候。"


# Alarms


def test_the_newest_alarm_stands_first_and_seen_ones_last() -> None:
    seen = alarm_name(samples.MANY[7])
    shown = alarms(told(*samples.MANY, acknowledged=frozenset({seen})), language="zh-CN", now_ms=NOW_MS)
    fresh = [one.since_ms for one in shown if not one.is_acknowledged]
    assert fresh == sorted(fresh, reverse=True)
    assert (shown[-1].subject, shown[-1].is_acknowledged) == (seen.subject, True)


@pytest.mark.parametrize("kind", list(AlarmKind))
def test_each_kind_of_alarm_says_what_is_wrong_and_what_to_do(kind: AlarmKind) -> None:
    one = samples.alarm(kind, "window:3", 2)
    (shown,) = alarms(told(one), language="zh-CN", now_ms=NOW_MS)
    assert shown.title
    assert shown.remedy.endswith("。")
    assert "{" not in shown.title + shown.remedy


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("unit:registration/accept", "注册登记 · 受理：7 人在等，没有窗口"),
        ("project:airport", "airport：7 人在等，没有窗口"),
    ],
)
def test_an_alarm_names_what_it_concerns_as_the_hall_does(subject: str, title: str) -> None:
    (shown,) = alarms(
        told(samples.alarm(AlarmKind.NO_WINDOW, subject, 1, waiting=7)), language="zh-CN", now_ms=NOW_MS
    )
    assert shown.title == title


def test_an_alarm_leads_to_its_window_or_panel() -> None:
    window, device = alarms(
        told(
            samples.alarm(AlarmKind.LONG_PAUSE, "window:7", 1, minutes=9),
            samples.alarm(AlarmKind.DEVICE, "device:kiosk-2/printer", 2, kind="ticket_printer"),
        ),
        language="zh-CN",
        now_ms=NOW_MS,
    )
    assert (window.window, window.panel) == (7, "")
    assert (device.window, device.panel, device.title) == (0, "devices", "kiosk-2 · 凭条打印机 不能用")


# The day


def test_the_picture_of_the_day_has_a_bar_a_quarter_and_a_label_an_hour() -> None:
    shown = flow(samples.duty(12))
    assert [one.label for one in shown.quarters] == ["", "", "9", "", "", "", "10", "", ""]
    assert shown.places == 16
    assert max(max(one.taken, one.called, one.waiting) for one in shown.quarters) <= 1
    assert shown.quarters[0].spoken == "08:30：取号 9，叫号 7，等候 2"


def test_before_the_first_quarter_there_is_no_picture() -> None:
    assert flow(samples.morning(12)).quarters == ()
    assert flow(samples.duty(12, figures=None)).quarters == ()


@given(count=st.integers(0, 80_000))
def test_the_upper_edge_of_the_picture_is_never_below_what_it_shows(count: int) -> None:
    assert count <= rounded_up(count) <= max(8, 2 * count)


def test_a_figure_without_anything_behind_it_is_a_dash() -> None:
    values = {one.name: one.value for one in figures(samples.morning(12))}
    assert (values["取号"], values["平均等候"], values["预约准时"]) == ("0", "–", "–")
    assert figures(samples.duty(12, figures=None)) == ()


def test_the_tallies_tell_who_waits_how_long_and_what_wants_a_look() -> None:
    shown = {one.code: (one.value, one.tone) for one in tallies(samples.overload(12), NOW_MS)}
    assert shown == {
        "waiting": ("341", ""),
        "longest": ("1 时 03 分", "bad"),
        "open": ("10 / 12", ""),
        "alarms": ("11", "bad"),
    }


# Ratings


def test_a_participation_below_seventy_percent_alarms_and_a_few_visits_do_not() -> None:
    assert ratings(samples.duty(12)).alarm
    few = altered(samples.RATINGS, hall=Rates(invited=9, rated=1))
    assert ratings(samples.duty(12, ratings=few)).alarm == ""
    enough = altered(samples.RATINGS, hall=Rates(invited=100, rated=70))
    assert ratings(samples.duty(12, ratings=enough)).alarm == ""


def test_doubted_windows_stand_first_with_pad_against_phone() -> None:
    shown = ratings(samples.duty(12))
    assert [row.window for row in shown.rows] == [2, 3, 1, 4]
    assert (shown.rows[0].flags, shown.rows[0].elsewhere) == ("2 处可疑", "–")
    assert (shown.rows[2].at_window, shown.rows[2].elsewhere) == ("100% (11)", "85% (7)")


def test_a_flag_tells_its_rule_and_when() -> None:
    shown = ratings(samples.duty(12)).flags[0]
    assert shown.title == "2 号窗口 · 陈美玲 · 刚问就按，不到一秒"
    assert shown.evidence == "6 次：09:50、09:56、10:03、10:09"


def test_an_overdue_follow_up_says_since_when() -> None:
    first = follow_ups(samples.duty(12), "zh-CN")[0]
    assert (first.tone, first.due, first.stage) == ("bad", "超期，应于 2025-12-31", "整改")


def test_only_a_review_asks_for_a_result_and_offers_to_redo() -> None:
    review = answering(samples.duty(12, follow_up=9), "zh-CN")
    assert (review.needs_result, review.may_redo, review.act) == (True, True, "review")
    rectify = answering(samples.duty(12, follow_up=7), "zh-CN")
    assert (rectify.needs_result, rectify.may_redo, rectify.act) == (False, False, "rectify")
    assert answering(samples.duty(12), "zh-CN").follow_up_id == 0


# Devices, notices, the end of the day


def test_devices_that_want_a_hand_have_a_row_and_the_others_are_counted() -> None:
    shown = devices(samples.duty(12))
    assert [row.tone for row in shown.ill] == ["bad", "bad", "bad", "warn"]
    assert ("L1 · 取件柜", "locker") in {(row.name, row.icon) for row in shown.ill}
    assert {row.condition for row in shown.ill} >= {"需要处理，没有纸", "正常，纸快用完"}
    assert all(row.remedy for row in shown.ill)
    assert shown.rest == "其余 2 台设备正常。"


def test_closing_the_hall_says_what_it_would_end() -> None:
    shown = hall(samples.duty(40), "zh-CN")
    assert "86 个在等的号和 26 个窗口手上的号都会失效" in shown.closing
    assert shown.date == "0101"


def test_a_notice_says_until_when_it_hangs() -> None:
    shown = hall(samples.duty(12, board=samples.BOARD), "en").hanging
    assert shown[0].text == "Kiosk 2 is out of order; use kiosk 1."
    assert [one.until for one in shown] == ["到 11:05", "直到撤下"]


# The window that was chosen


def test_the_chosen_window_tells_its_profile_by_category() -> None:
    looking = samples.looking_at(samples.duty(12), Panel.WINDOW, 5)
    facts = {one.name: one.text for one in chosen(looking, language="zh-CN", now_ms=NOW_MS).facts}
    assert facts["业务范围"] == "经营管理"
    assert facts["现在"] == "空闲 6 分，没有叫号"


def test_closing_the_last_window_of_a_queue_says_so() -> None:
    looking = samples.looking_at(samples.duty(12), Panel.WINDOW, 5)
    assert looking.hall is not None
    alone = tuple(altered(unit, windows_open=1) for unit in looking.hall.units)
    last = replace(looking, deed=Deed.CLOSE, hall=altered(looking.hall, units=alone))
    assert "最后一个" in chosen(last, language="zh-CN", now_ms=NOW_MS).says
    one_of_many = replace(looking, deed=Deed.CLOSE)
    assert "最后一个" not in chosen(one_of_many, language="zh-CN", now_ms=NOW_MS).says


@pytest.mark.parametrize("deed", [deed for deed in Deed if deed is not Deed.NONE])
def test_each_deed_says_what_it_will_do_before_it_is_done(deed: Deed) -> None:
    looking = replace(samples.looking_at(samples.duty(12), Panel.WINDOW, 2), deed=deed)
    shown = chosen(looking, language="zh-CN", now_ms=NOW_MS)
    assert shown.says
    assert shown.confirm
    assert "{" not in shown.says


def test_presets_put_everything_in_or_back() -> None:
    state = samples.looking_at(samples.duty(12), Panel.WINDOW, 5)
    assert preset(state, "all") == all_units(state.hall)
    assert preset(state, "own") == ("business/accept", "business/consult", "business/pickup")
    fewer = with_unit(replace(state, units=preset(state, "own")), "business/consult")
    assert fewer == ("business/accept", "business/pickup")
    assert with_unit(replace(state, units=fewer), "business/consult") == preset(state, "own")


# Around everything


def test_a_lost_line_tells_how_old_everything_is() -> None:
    lost = replace(samples.duty(12), link=Link.DOWN, link_code="hall-unreachable", heard_ms=1_000)
    shown = frame(lost, language="zh-CN", mode="day", now_ms=NOW_MS, steady_ms=43_000)
    assert shown.away == "连不上大厅服务器，下面是 42 秒前的情况"
    later = frame(lost, language="zh-CN", mode="day", now_ms=NOW_MS, steady_ms=181_000)
    assert later.away == "连不上大厅服务器，下面是 3 分前的情况"


def test_topics_without_news_are_named() -> None:
    state = samples.duty(12, missing=frozenset({Topic.RATINGS, Topic.FIGURES}))
    shown = frame(state, language="zh-CN", mode="day", now_ms=NOW_MS, steady_ms=NOW_MS)
    assert shown.late == "暂时没有新数据：今日数据、评价"


def test_a_refusal_is_told_in_the_servers_words_of_the_language_shown() -> None:
    said = (("zh-CN", "这个号已经结束。"), ("en", "This number has ended."))
    state = samples.told(samples.duty(12), "ticket-ended", said=said)
    assert notice(state, "en").text == "This number has ended."
    assert notice(state, "zh-CN").text == "这个号已经结束。"


def test_every_notice_with_a_title_has_its_remedy() -> None:
    assert set(TITLES) == set(REMEDIES)


@pytest.mark.parametrize(
    ("span_ms", "words", "short"),
    [(0, "刚刚", "0分"), (8 * MINUTE_MS, "8 分", "8分"), (65 * MINUTE_MS, "1 时 05 分", "1:05")],
)
def test_spans_are_told_without_seconds(span_ms: int, words: str, short: str) -> None:
    assert (lasting(span_ms), brief(span_ms)) == (words, short)


def test_shares_round_down_and_nothing_is_a_dash() -> None:
    assert (percent(999, 1000), percent(0, 0)) == ("99%", "–")
    assert (seconds(89), seconds(None)) == ("1 分", "–")


def test_only_windows_that_are_open_count_as_open() -> None:
    states = {one.view.state for one in samples.morning(12).watched}
    assert states == {WindowState.CLOSED}
    assert {t.code: t.value for t in tallies(samples.morning(12), NOW_MS)}["open"] == "0 / 12"
