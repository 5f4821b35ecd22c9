"""What is looked at and prepared on the pages of cabinets and of messages, for the flow's table. Pure."""

from dataclasses import replace

from counter.supervisor.flow import happenings as h
from counter.supervisor.flow.doors import FROM_AFAR, DoorDeed, TakenOut, door_deeds
from counter.supervisor.flow.pickup_acts import PutOnShelf, TakeOut
from counter.supervisor.flow.state import Duty, Panel
from queue_core.wire.views import DoorView


def door_chosen(state: Duty, happening: h.DoorChosen) -> h.Turn:
    """Also from an alarm: it leads to the page of the cabinets."""
    there = replace(state, panel=Panel.LOCKERS, window=None, door=happening.door, notice=None)
    return h.Turn(state=unprepared(there))


def door_deed_chosen(state: Duty, happening: h.DoorDeedChosen) -> h.Turn:
    door = state.chosen_door
    if happening.deed is not DoorDeed.NONE and (door is None or happening.deed not in door_deeds(door)):
        return h.Turn(state=state)
    return h.Turn(state=replace(unprepared(state), door_deed=happening.deed, notice=None))


def said_yes(state: Duty, _: h.SaidYes) -> h.Turn:
    return h.Turn(state=replace(state, is_second=state.door_deed in FROM_AFAR, notice=None))


def loose_chosen(state: Duty, happening: h.LooseChosen) -> h.Turn:
    there = unprepared(replace(state, panel=Panel.LOCKERS, window=None, door=None, notice=None))
    return h.Turn(state=replace(there, loose=happening.case))


def letters_chosen(state: Duty, happening: h.LettersChosen) -> h.Turn:
    chosen = replace(state, letters=happening.message_ids, letters_of=happening.reason, notice=None)
    return h.Turn(state=chosen)


def unprepared(state: Duty) -> Duty:
    """Nothing of cabinets or messages is being prepared any more."""
    return replace(state, door_deed=DoorDeed.NONE, is_second=False, loose="", letters=(), letters_of="")


def fitting(before: Duty, now: Duty) -> Duty:
    """Nothing is prepared any more for a door with another case or another unlocking than before."""
    deed, was, door = now.door_deed, before.chosen_door, now.chosen_door
    if deed is DoorDeed.NONE:
        return now
    if (
        door is not None
        and was is not None
        and deed in door_deeds(door)
        and _about(was, deed) == _about(door, deed)
    ):
        return now
    return replace(now, door_deed=DoorDeed.NONE, is_second=False)


def _about(door: DoorView, deed: DoorDeed) -> tuple[str | None, int | None]:
    says_of = door.unlocking if deed is DoorDeed.SAY else None
    return door.case, None if says_of is None else says_of.unlocking_id


def remembered(state: Duty, act: object) -> Duty:
    """A case that is being taken out wants another place, and is asked after until it has one."""
    match act:
        case TakeOut():
            others = tuple(one for one in state.taken if one.case != act.case)
            return replace(state, taken=(*others, TakenOut(case=act.case, at=act.at)))
        case PutOnShelf():
            return replace(state, taken=tuple(one for one in state.taken if one.case != act.case))
        case _:
            return state
