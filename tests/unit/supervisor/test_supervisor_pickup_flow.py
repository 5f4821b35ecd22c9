"""What the supervisor's screen makes of presses at cabinets and messages, and of what the hall then shows."""

from dataclasses import replace

import pytest
from msgspec.structs import replace as altered

from counter.supervisor import pickup_samples as pickup
from counter.supervisor.flow import happenings as h
from counter.supervisor.flow import pickup_acts as p
from counter.supervisor.flow.advance import advance
from counter.supervisor.flow.doors import DoorDeed, DoorName
from counter.supervisor.flow.state import Duty, Link, Notice, Panel, Topic
from counter.supervisor.pickup_samples import at_door, door, holding, pending, pickup_duty
from counter.supervisor.samples import NOW_MS
from queue_core.wire.views import CabinetView, DoorView
from queue_core.wire.words import Finding, UnlockingPurpose, UnlockingState

SIX = DoorName(cabinet="L1", door=6)
CASE = "20251230-00065"
TAKE_OUT = p.TakeOut(at=SIX, case=CASE)


def after(state: Duty, *happenings: h.Happening) -> Duty:
    for happening in happenings:
        state = advance(state, happening).state
    return state


def shows(*doors: DoorView) -> h.Seen:
    """The cabinet with these doors in place of its own."""
    changed = {one.number: one for one in doors}
    stands = tuple(changed.get(one.number, one) for one in pickup.ONE[0].doors)
    view: CabinetView = altered(pickup.ONE[0], doors=stands)
    return h.Seen(views=(view,), at_ms=NOW_MS, heard_ms=NOW_MS)


def done(state: Duty, act: p.PickupAct) -> h.Turn:
    sent = after(state, h.Confirmed(act=act, key="k"))
    return advance(sent, h.Done(key="k"))


def test_a_door_is_chosen_from_wherever_one_is() -> None:
    state = after(pickup_duty(pickup.ONE), h.WindowChosen(window=5), h.DoorChosen(door=SIX))
    assert (state.panel, state.window, state.door) == (Panel.LOCKERS, None, SIX)
    assert state.chosen_door == holding(6)


def test_what_a_door_does_not_allow_is_not_prepared() -> None:
    assert after(at_door(8), h.DoorDeedChosen(deed=DoorDeed.KEEP)).door_deed is DoorDeed.NONE
    assert after(at_door(6), h.DoorDeedChosen(deed=DoorDeed.KEEP)).door_deed is DoorDeed.KEEP


def test_a_first_yes_counts_only_for_what_is_opened_from_afar() -> None:
    assert after(at_door(6), h.DoorDeedChosen(deed=DoorDeed.INSPECT), h.SaidYes()).is_second
    assert not after(at_door(6), h.DoorDeedChosen(deed=DoorDeed.KEEP), h.SaidYes()).is_second


def test_another_deed_begins_with_its_first_question() -> None:
    asked = after(at_door(6), h.DoorDeedChosen(deed=DoorDeed.INSPECT), h.SaidYes())
    assert not after(asked, h.DoorDeedChosen(deed=DoorDeed.TAKE_OUT)).is_second
    assert not after(asked, h.DoorChosen(door=DoorName(cabinet="L1", door=8))).is_second


def test_what_is_prepared_falls_when_the_door_moves_on() -> None:
    asked = after(at_door(6), h.DoorDeedChosen(deed=DoorDeed.TAKE_OUT), h.SaidYes())
    state = after(asked, shows(pending(6, UnlockingPurpose.COLLECTION, UnlockingState.OPEN)))
    assert (state.door_deed, state.is_second) == (DoorDeed.NONE, False)
    assert state.door == SIX


def test_what_is_being_said_of_one_unlocking_is_not_said_of_the_next() -> None:
    unsure = pending(3, UnlockingPurpose.COLLECTION, UnlockingState.UNSURE)
    saying = after(at_door(3), shows(unsure), h.DoorDeedChosen(deed=DoorDeed.SAY))
    assert after(saying, shows(unsure)).door_deed is DoorDeed.SAY
    assert unsure.unlocking is not None
    later = altered(unsure, unlocking=altered(unsure.unlocking, unlocking_id=99))
    assert after(saying, shows(later)).door_deed is DoorDeed.NONE


def test_a_door_with_another_case_is_not_opened_by_the_yes_to_the_first() -> None:
    asked = after(at_door(6), h.DoorDeedChosen(deed=DoorDeed.TAKE_OUT), h.SaidYes())
    other = after(asked, shows(altered(holding(6), case="20251230-00999")))
    assert (other.door_deed, other.is_second) == (DoorDeed.NONE, False)


def test_a_cabinet_without_a_line_opens_nothing_from_afar() -> None:
    off = (altered(pickup.ONE[0], is_connected=False),)
    turn = advance(at_door(6, off), h.Confirmed(act=TAKE_OUT, key="k"))
    assert turn.requests == ()
    assert turn.state.notice is not None
    assert turn.state.notice.code == "cabinet-away"
    keep = p.KeepCase(at=SIX, case=CASE, until_ms=NOW_MS)
    assert advance(at_door(6, off), h.Confirmed(act=keep, key="k")).requests


def test_a_shelf_has_a_name() -> None:
    turn = advance(pickup_duty(pickup.ONE), h.Confirmed(act=p.PutOnShelf(case=CASE, label=""), key="k"))
    assert turn.requests == ()
    assert turn.state.notice is not None
    assert turn.state.notice.code == "label-missing"


def test_a_case_taken_out_is_asked_after_until_it_lies_on_a_shelf() -> None:
    state = done(at_door(6), TAKE_OUT).state
    state = after(state, shows(pending(6, UnlockingPurpose.REMOVAL, UnlockingState.OPEN)), shows(door(6)))
    assert [one.case for one in state.taken] == [CASE]
    assert done(state, p.PutOnShelf(case=CASE, label="A-3")).state.taken == ()


def test_a_case_that_never_left_its_door_is_not_asked_after() -> None:
    state = done(at_door(6), TAKE_OUT).state
    not_yet = after(state, shows(holding(6)))
    assert [one.case for one in not_yet.taken] == [CASE]
    opened = after(not_yet, shows(pending(6, UnlockingPurpose.REMOVAL, UnlockingState.ASKED)))
    assert after(opened, shows(holding(6))).taken == ()


def test_cabinets_are_replaced_by_their_views_and_forgotten_by_a_snapshot_without_them() -> None:
    state = after(pickup_duty(pickup.THREE), shows(door(6)))
    assert [one.cabinet for one in state.cabinets] == ["L1", "L2", "L3"]
    assert state.cabinets[0].doors[5] == door(6)
    whole = replace(shows(door(6)), is_snapshot=True)
    assert [one.cabinet for one in after(state, whole).cabinets] == ["L1"]


@pytest.mark.parametrize(
    ("state", "left"),
    [
        (at_door(6, door_deed=DoorDeed.TAKE_OUT, is_second=True), at_door(6)),
        (at_door(6), pickup_duty(pickup.ONE, panel=Panel.LOCKERS)),
        (
            pickup_duty(pickup.ONE, panel=Panel.LOCKERS, loose=CASE),
            pickup_duty(pickup.ONE, panel=Panel.LOCKERS),
        ),
        (
            pickup_duty(pickup.ONE, panel=Panel.MESSAGES, letters=(31,)),
            pickup_duty(pickup.ONE, panel=Panel.MESSAGES),
        ),
        (pickup_duty(pickup.ONE, panel=Panel.LOCKERS), pickup_duty(pickup.ONE)),
    ],
)
def test_escape_takes_away_the_innermost_thing(state: Duty, left: Duty) -> None:
    assert after(state, h.Backed()) == left


def test_letters_that_went_meanwhile_are_not_sent_again() -> None:
    state = pickup_duty(pickup.ONE, letters=(31, 44))
    fewer = tuple(one for one in pickup.LETTERS if one.message_id != 31)
    answer = h.MessagesTold(messages=pickup.told(), dead_letters=fewer)
    assert after(state, h.Told(topic=Topic.MESSAGES, answer=answer)).letters == (44,)


def test_all_letters_of_a_reason_stay_chosen_until_none_of_it_can_go() -> None:
    state = pickup_duty(pickup.ONE, letters_of="UNDELIV")
    for dead, chosen in ((pickup.DEAD, "UNDELIV"), (pickup.DEAD[1:], "")):
        answer = h.MessagesTold(messages=altered(pickup.told(), dead=dead), dead_letters=())
        assert after(state, h.Told(topic=Topic.MESSAGES, answer=answer)).letters_of == chosen


def test_only_what_was_told_in_the_last_minutes_tells_a_rate() -> None:
    state = pickup_duty(pickup.ONE, told_before=(pickup.told(minutes_ago=5), pickup.told(minutes_ago=1)))
    answer = h.MessagesTold(messages=pickup.told(), dead_letters=())
    before = after(state, h.Told(topic=Topic.MESSAGES, answer=answer)).told_before
    assert [NOW_MS - one.now_ms for one in before] == [60_000, 0]


def test_after_sending_again_the_list_is_asked_for_at_once() -> None:
    chosen = pickup_duty(pickup.ONE, letters=(31,), letters_of="UNDELIV")
    for act in (p.SendAgain(message_ids=(31,)), p.SendAllAgain(reason="UNDELIV", count=211)):
        turn = done(chosen, act)
        assert turn.requests == (h.AskAgain(topic=Topic.MESSAGES),)
        assert (turn.state.letters, turn.state.letters_of) == ((), "")


ALL_OF_IT = p.SendAllAgain(reason="UNDELIV", count=211)
NO_ANSWER = Notice(code="hall-unreachable")


def pressed_without_an_answer(act) -> Duty:
    pressed = advance(pickup_duty(pickup.ONE, letters_of="UNDELIV"), h.Confirmed(act=act, key="first"))
    assert pressed.requests == (h.Perform(act=act, key="first"),)
    return after(pressed.state, h.Refused(key="first", notice=NO_ANSWER))


@pytest.mark.parametrize("act", [ALL_OF_IT, p.SendAgain(message_ids=(31, 44))])
def test_a_press_nobody_answered_is_the_same_command_when_it_is_pressed_again(act) -> None:
    state = pressed_without_an_answer(act)
    for _ in range(2):
        again = advance(state, h.Confirmed(act=act, key="second"))
        assert again.requests == (h.Perform(act=act, key="first"),)
        state = after(again.state, h.Refused(key="first", notice=NO_ANSWER))
    answered = after(again.state, h.Done(key="first"))
    assert advance(answered, h.Confirmed(act=act, key="third")).requests == (h.Perform(act=act, key="third"),)


@pytest.mark.parametrize(
    "between",
    [
        (h.Told(topic=Topic.MESSAGES, answer=h.MessagesTold(messages=pickup.told(), dead_letters=())),),
        (
            h.Confirmed(act=p.LiftLock(place="L1"), key="other"),
            h.Refused(key="other", notice=NO_ANSWER),
        ),
    ],
)
def test_after_a_new_list_or_something_else_it_is_a_new_command(between) -> None:
    state = after(pressed_without_an_answer(ALL_OF_IT), *between)
    pressed = advance(state, h.Confirmed(act=ALL_OF_IT, key="second"))
    assert pressed.requests == (h.Perform(act=ALL_OF_IT, key="second"),)


def test_another_number_of_letters_is_another_command() -> None:
    more = p.SendAllAgain(reason="UNDELIV", count=212)
    pressed = advance(pressed_without_an_answer(ALL_OF_IT), h.Confirmed(act=more, key="second"))
    assert pressed.requests == (h.Perform(act=more, key="second"),)


def test_while_the_line_is_down_no_door_is_opened() -> None:
    down = replace(at_door(3), link=Link.DOWN)
    said = p.SayInside(at=DoorName(cabinet="L1", door=3), unlocking_id=703, finding=Finding.EMPTY)
    turn = advance(down, h.Confirmed(act=said, key="k"))
    assert turn.requests == ()
    assert turn.state.notice is not None
    assert turn.state.notice.code == "not-sent"
