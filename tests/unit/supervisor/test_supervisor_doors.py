"""What the supervisor's screen shows of cabinets and their doors, and how messages stand: pure derivation."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as altered

from counter.supervisor import pickup_samples as pickup
from counter.supervisor import samples
from counter.supervisor.flow.doors import DoorDeed, DoorName, TakenOut, door_deeds
from counter.supervisor.flow.state import Duty, Panel
from counter.supervisor.pickup_samples import TROUBLED, at_door, cabinet, door, holding, pending, pickup_duty
from counter.supervisor.samples import MINUTE_MS, NOW_MS
from counter.supervisor.viewmodels import door_words
from counter.supervisor.viewmodels.alarms import alarms
from counter.supervisor.viewmodels.cabinet_picture import HEIGHTS, stand
from counter.supervisor.viewmodels.cabinets import door_beside, lockers
from counter.supervisor.viewmodels.chosen_door import chosen_door
from counter.supervisor.viewmodels.door_words import FINDINGS, Sign, finding_word, findings, says, sign_of
from counter.supervisor.viewmodels.frame import frame
from counter.supervisor.viewmodels.messages import MessagesProps, messages
from counter.supervisor.viewmodels.tiling import room_of
from queue_core.wire.outgoing import MessageKind
from queue_core.wire.supervision import AlarmKind
from queue_core.wire.words import Finding, UnlockingPurpose, UnlockingState

DESK = room_of(1240, 1000, 0.5)
SMALL = room_of(810, 740, 0.43)


def seen(state: Duty) -> dict[str, str]:
    """Each door's sign by its key."""
    shown = lockers(state, language="zh-CN", now_ms=NOW_MS, room=DESK)
    return {one.key: one.sign for one in shown.doors}


def about(number: int, **changes: object) -> object:
    return chosen_door(at_door(number, **changes), language="zh-CN", now_ms=NOW_MS)


# The picture


@given(
    counts=st.lists(st.integers(0, 60), min_size=1, max_size=5),
    room=st.sampled_from([DESK, SMALL]),
)
def test_all_doors_of_all_cabinets_stand_inside_the_room_and_none_on_another(
    counts: list[int], room: object
) -> None:
    there = stand(tuple(cabinet("L1", count, cabinet=f"C{at}") for at, count in enumerate(counts)), room)
    assert [len(one.doors) for one in there] == counts
    boxes = [box for one in there for _, box in one.doors]
    assert len({(round(box.x, 3), round(box.y, 3)) for box in boxes}) == len(boxes)
    assert max((box.x + box.width for box in boxes), default=0) <= room.width + 0.01
    assert max((box.y + box.height for box in boxes), default=0) <= room.height + 0.01


def test_doors_are_as_high_against_each_other_as_they_are_large() -> None:
    (there,) = stand((cabinet("L1"),), DESK)
    sizes = {one.number: one.size for one in cabinet("L1").doors}
    columns: dict[float, list[float]] = {}
    for number, box in there.doors:
        columns.setdefault(box.x, []).append(box.height / HEIGHTS[sizes[number]])
    spread = [max(heights) / min(heights) for heights in columns.values()]
    assert max(spread) < 1.1


@pytest.mark.parametrize("room", [DESK, SMALL])
def test_a_hundred_and_twenty_doors_can_be_read(room: object) -> None:
    (there,) = stand(pickup.MANY, room)
    assert min(box.width for _, box in there.doors) >= 36
    assert min(box.height for _, box in there.doors) >= 45


def test_a_hall_without_cabinets_has_no_page_for_them() -> None:
    assert lockers(pickup_duty(()), language="zh-CN", now_ms=NOW_MS, room=DESK).doors == ()
    bare = frame(samples.duty(12), language="zh-CN", mode="day", now_ms=NOW_MS, steady_ms=NOW_MS)
    assert (bare.has_lockers, bare.has_messages) == (False, False)
    full = frame(pickup_duty(pickup.ONE), language="zh-CN", mode="day", now_ms=NOW_MS, steady_ms=NOW_MS)
    assert (full.has_lockers, full.has_messages) == (True, True)


def test_arrows_move_to_the_next_door_and_stay_at_the_edge() -> None:
    doors = lockers(pickup_duty(pickup.ONE), language="zh-CN", now_ms=NOW_MS, room=DESK).doors
    assert door_beside(doors, "", 1, 0) == "L1/1"
    assert door_beside(doors, "L1/1", 0, 1) == "L1/2"
    assert door_beside(doors, "L1/1", 1, 0) == "L1/10"
    assert door_beside(doors, "L1/1", 0, -1) == "L1/1"


# Signs


@pytest.mark.parametrize(
    ("number", "sign"),
    [
        (1, Sign.FREE),
        (2, Sign.OVERDUE),
        (3, Sign.UNSURE),
        (4, Sign.LEFT_OPEN),
        (5, Sign.FORCED),
        (6, Sign.HOLDS),
        (7, Sign.STUCK),
        (9, Sign.FOUND_FULL),
        (10, Sign.PENDING),
        (14, Sign.OPEN),
        (15, Sign.OUT),
        (17, Sign.UNKNOWN),
        (18, Sign.UNKNOWN),
        (20, Sign.STUCK),
    ],
)
def test_each_door_has_the_sign_of_what_matters_most(number: int, sign: Sign) -> None:
    doors = {1: door(1), 6: holding(6)} | TROUBLED
    assert sign_of(doors[number]) is sign


def test_every_sign_has_a_word_a_colour_and_a_look_of_its_own() -> None:
    assert set(door_words.TONES) == set(Sign)
    assert len({door_words.word(sign) for sign in Sign}) == len(Sign)
    looks = Counter((door_words.TONES[sign], sign) for sign in Sign)
    assert max(looks.values()) == 1
    assert all(door_words.remedy(sign) for sign in Sign if door_words.TONES[sign] == "bad")


def test_the_counts_beside_the_picture_are_those_of_the_doors() -> None:
    shown = lockers(pickup_duty(pickup.THREE), language="zh-CN", now_ms=NOW_MS, room=DESK)
    counted = Counter(seen(pickup_duty(pickup.THREE)).values())
    assert {one.sign: one.count for one in shown.signs} == counted
    assert sum(counted.values()) == 72


def test_a_cabinet_tells_what_is_free_by_size_how_full_it_is_and_what_is_wrong() -> None:
    shown = lockers(pickup_duty(pickup.THREE), language="zh-CN", now_ms=NOW_MS, room=DESK).cabinets
    assert shown[0].inside == "有件 12 / 24 · 逾期 1"
    assert shown[1].free == "空：小格 7、中格 5、大格 3"
    assert shown[1].lock.startswith("取件码输错太多，11:00 前不能输码")
    assert [bool(one.away) for one in shown] == [False, False, True]


def test_a_device_that_takes_no_codes_has_a_row_beside_the_cabinets() -> None:
    state = pickup_duty(pickup.THREE, **pickup.alarmed(*pickup.CABINET_ALARMS))
    *_, device = lockers(state, language="zh-CN", now_ms=NOW_MS, room=DESK).cabinets
    assert (device.place, device.name, device.free) == ("kiosk:K1", "K1", "")
    assert device.lock.startswith("取件码输错太多，10:43 前不能输码")


def test_a_hall_without_cabinets_has_their_page_while_another_device_takes_no_codes() -> None:
    state = pickup_duty((), **pickup.alarmed(*pickup.CABINET_ALARMS))
    for now_ms, is_there in ((NOW_MS, True), (NOW_MS + 60 * 60_000, False)):
        shown = frame(state, language="zh-CN", mode="day", now_ms=now_ms, steady_ms=now_ms)
        assert shown.has_lockers is is_there


def test_a_lock_that_is_over_is_not_shown() -> None:
    over = (cabinet("L2", locked_until_ms=NOW_MS - 1),)
    assert lockers(pickup_duty(over), language="zh-CN", now_ms=NOW_MS, room=DESK).cabinets[0].lock == ""


# One door


def test_a_chosen_door_tells_the_case_until_when_and_the_order_not_settled() -> None:
    shown = about(3)
    facts = {one.name: one.text for one in shown.facts}
    assert facts["办件"] == "20251230-00035"
    assert facts["保存到"] == "01-03 10:40"
    assert facts["开门"] == "领取，10:34，没看到结果"
    assert (shown.title, shown.state) == ("3 号柜门", "待核")


def test_a_door_nobody_ever_heard_of_does_not_tell_since_when() -> None:
    silent = (altered(pickup.ONE[0], doors=(door(1, since_ms=0),)),)
    shown = chosen_door(at_door(1, silent), language="zh-CN", now_ms=NOW_MS)
    assert {one.name: one.text for one in shown.facts}["柜门"] == "关着"


@pytest.mark.parametrize(
    ("number", "deeds"),
    [
        (1, (DoorDeed.OUT_OF_SERVICE, DoorDeed.INSPECT)),
        (2, (DoorDeed.KEEP, DoorDeed.TAKE_OUT, DoorDeed.REASSIGN, DoorDeed.INSPECT)),
        (3, (DoorDeed.SAY, DoorDeed.INSPECT, DoorDeed.KEEP)),
        (4, (DoorDeed.KEEP,)),
        (5, (DoorDeed.INSPECT, DoorDeed.KEEP, DoorDeed.TAKE_OUT, DoorDeed.REASSIGN)),
        (7, (DoorDeed.INSPECT, DoorDeed.BACK_IN_SERVICE, DoorDeed.OUT_OF_SERVICE)),
        (10, ()),
        (15, (DoorDeed.BACK_IN_SERVICE, DoorDeed.INSPECT)),
    ],
)
def test_a_door_offers_what_the_hall_would_not_refuse(number: int, deeds: tuple[DoorDeed, ...]) -> None:
    doors = {1: door(1)} | TROUBLED
    assert door_deeds(doors[number]) == deeds


def test_while_somebody_inspects_it_what_is_seen_may_be_said_at_once() -> None:
    assert door_deeds(pending(8, UnlockingPurpose.INSPECTION, UnlockingState.OPEN))[0] is DoorDeed.SAY
    assert DoorDeed.SAY not in door_deeds(pending(8, UnlockingPurpose.COLLECTION, UnlockingState.OPEN))


@pytest.mark.parametrize("deed", [deed for deed in DoorDeed if deed is not DoorDeed.NONE])
def test_each_deed_at_a_door_says_what_it_will_do_before_it_is_done(deed: DoorDeed) -> None:
    sentence = says(deed, 7, is_second=False)
    assert sentence.endswith("。")
    assert "{" not in sentence


def test_a_door_opened_from_afar_is_asked_for_twice_and_named() -> None:
    first, second = about(6, door_deed=DoorDeed.INSPECT), about(6, door_deed=DoorDeed.INSPECT, is_second=True)
    assert "远程打开" in first.says
    assert "有同事站在 6 号柜门前吗" in second.says
    assert (first.confirm, second.confirm) == ("准备开门…", "现在开 6 号柜门")


@pytest.mark.parametrize("purpose", list(UnlockingPurpose))
def test_what_may_be_said_of_a_door_says_what_it_means(purpose: UnlockingPurpose) -> None:
    unlocking = pickup.unlocking(3, purpose, UnlockingState.UNSURE)
    assert {(purpose, each) for each in findings(unlocking)} <= set(FINDINGS)
    assert (Finding.MISSING in findings(unlocking)) is (purpose is not UnlockingPurpose.DEPOSIT)
    assert len({finding_word(each, unlocking) for each in findings(unlocking)}) == len(findings(unlocking))
    bare = altered(unlocking, case=None)
    assert findings(bare) == (Finding.INSIDE, Finding.EMPTY)


@pytest.mark.parametrize(
    "doubted", [each for each in UnlockingPurpose if each is not UnlockingPurpose.INSPECTION]
)
def test_a_look_after_an_unsure_order_says_what_it_means_for_that_one(doubted: UnlockingPurpose) -> None:
    unsure = pickup.unlocking(3, doubted, UnlockingState.UNSURE)
    looked = altered(unsure, purpose=UnlockingPurpose.INSPECTION, doubted=doubted)
    assert findings(looked) == findings(unsure)
    assert [finding_word(each, looked) for each in findings(looked)] == [
        finding_word(each, unsure) for each in findings(unsure)
    ]


def test_where_something_should_be_and_is_not_it_is_missing() -> None:
    looked = pickup.unlocking(3, UnlockingPurpose.INSPECTION, UnlockingState.UNSURE)
    assert findings(looked) == (Finding.INSIDE, Finding.MISSING)


# Cases that lie nowhere


def test_missing_cases_and_those_taken_out_want_a_place() -> None:
    taken = (TakenOut(case="T-1", at=DoorName(cabinet="L1", door=8)),)
    missing = pickup.alarmed(samples.alarm(AlarmKind.CASE_MISSING, "case:M-1", 3))
    shown = lockers(
        pickup_duty(pickup.ONE, taken=taken, **missing), language="zh-CN", now_ms=NOW_MS, room=DESK
    )
    assert [(one.case_code, one.tone) for one in shown.loose] == [("M-1", "bad"), ("T-1", "warn")]


def test_a_case_still_behind_its_door_wants_no_other_place() -> None:
    held = pickup.holding(6)
    assert held.case is not None
    taken = (TakenOut(case=held.case, at=DoorName(cabinet="L1", door=6)),)
    shown = lockers(pickup_duty(pickup.ONE, taken=taken), language="zh-CN", now_ms=NOW_MS, room=DESK)
    assert shown.loose == ()


# Alarms


@pytest.mark.parametrize(
    ("subject", "kind", "leads_to"),
    [
        ("door:L1/7", AlarmKind.DOOR_STUCK, ("L1", 7, "", "")),
        ("cabinet:L2", AlarmKind.CABINET_AWAY, ("", 0, "", "lockers")),
        ("cabinet:L2", AlarmKind.PROOFS_LOCKED, ("", 0, "", "lockers")),
        ("front-end:K1", AlarmKind.PROOFS_LOCKED, ("", 0, "", "lockers")),
        ("case:20251229-00317", AlarmKind.CASE_MISSING, ("", 0, "20251229-00317", "")),
        ("carrier:aliyun", AlarmKind.CARRIER_AWAY, ("", 0, "", "messages")),
        ("messages", AlarmKind.DEAD_LETTERS, ("", 0, "", "messages")),
    ],
)
def test_an_alarm_of_pickup_leads_to_its_door_case_or_page(
    subject: str, kind: AlarmKind, leads_to: tuple[str, int, str, str]
) -> None:
    state = pickup_duty(pickup.THREE, **pickup.alarmed(samples.alarm(kind, subject, 1)))
    (shown,) = alarms(state, language="zh-CN", now_ms=NOW_MS)
    assert (shown.cabinet, shown.door, shown.loose, shown.panel) == leads_to


def test_an_alarm_names_the_cabinet_as_the_hall_does() -> None:
    state = pickup_duty(pickup.THREE, **pickup.alarmed(samples.alarm(AlarmKind.DOOR_FORCED, "door:L2/5", 1)))
    (shown,) = alarms(state, language="zh-CN", now_ms=NOW_MS)
    assert shown.title == "二层东侧取件柜 的 5 号柜门 被强开"


def test_a_lock_of_proofs_says_until_when() -> None:
    rung = samples.alarm(AlarmKind.PROOFS_LOCKED, "front-end:K1", 1, until_ms=NOW_MS + 20 * MINUTE_MS)
    (shown,) = alarms(pickup_duty((), **pickup.alarmed(rung)), language="zh-CN", now_ms=NOW_MS)
    assert shown.title == "K1 取件码输错太多，到 11:00 不能输码"


def test_a_hook_under_nobodys_name_is_said_to_be_a_strangers() -> None:
    rung = samples.alarm(AlarmKind.HOOK_REFUSED, "partner:unknown", 1, count=3)
    (shown,) = alarms(pickup_duty((), **pickup.alarmed(rung)), language="zh-CN", now_ms=NOW_MS)
    assert shown.title == "不明来源 的回调被拒 3 次"


# Messages


def told(**changes: object) -> MessagesProps:
    return messages(pickup_duty(pickup.ONE, panel=Panel.MESSAGES, **changes), "zh-CN")


def test_a_carrier_tells_since_when_it_is_up_or_away_and_how_fast_it_sends() -> None:
    up, away, unused = told().carriers
    assert (up.condition, up.line) == ("正常，08:30 起", "已发 1412 · 每分钟 156 · 正在发 4")
    assert (away.tone, away.condition) == ("bad", "不通，10:18 起 · 22 分")
    assert away.line == "已发 386 · 最后一次试 10:39"
    assert (unused.tone, unused.condition) == ("none", "还没有用过")


def test_after_a_start_of_the_server_no_rate_is_told() -> None:
    restarted = told(told_before=(pickup.told(sent=9000, minutes_ago=2), pickup.told()))
    assert "每分钟" not in restarted.carriers[0].line
    assert "每分钟" not in told(told_before=(pickup.told(),)).carriers[0].line


def test_dead_letters_stand_by_reason_in_plain_words_the_most_frequent_first() -> None:
    shown = told().letters
    reasons = [one for one in shown if one.message_id == 0]
    assert reasons[0].text == "运营商报告没有送到：214 条"
    assert reasons[0].ids == "all:UNDELIV"
    assert reasons[0].detail == pickup.UNDELIVERED
    assert {one.text for one in reasons} >= {"渠道退回（isv.SMS_CONTENT_ILLEGAL）：1 条"}
    assert [one.message_id for one in shown[1:4]] == [31, 44, 52]


def test_what_was_erased_cannot_go_again() -> None:
    assert {one.ids for one in told().letters if one.reason == "erased"} == {""}


def test_sending_again_says_how_many_go_before_they_do() -> None:
    assert told().says == ""
    assert told(letters=(31, 44)).confirm == "重发 2 条"
    chosen = told(letters_of="UNDELIV")
    assert "211 条信息马上再发一次" in chosen.says  # also what is not listed, but not what was erased
    assert chosen.confirm == "重发 211 条"
    assert [one.message_id for one in chosen.letters if one.is_chosen] == [0, 31, 44, 52]


def test_what_became_of_todays_messages_is_counted_and_none_is_said() -> None:
    assert told().today == "今天：已送达 1620 · 已发出 178 · 待发 276 · 未送达 214 · 死信 3"
    assert told(messages=altered(pickup.told(), today={})).today == "今天还没有信息。"
    assert not told(messages=None).is_known


@pytest.mark.parametrize("kind", list(MessageKind))
def test_each_kind_of_message_has_a_word(kind: MessageKind) -> None:
    letters = told(dead_letters=(pickup.letter(1, kind, "expired", "x"),)).letters
    assert next(one for one in letters if one.message_id).text
