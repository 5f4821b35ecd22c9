from typing import get_args

import pytest

from queue_core.domain import refusals
from queue_core.domain.commands import Command
from queue_core.domain.decide import DECISIONS
from queue_core.domain.events import Event, kind_of
from queue_core.domain.evolve import CHANGES, evolve
from queue_core.domain.life import (
    APPOINTMENT_LIFE,
    CASE_LIFE,
    DELIVERY_LIFE,
    DOOR_LIFE,
    FOLLOW_UP_LIFE,
    TICKET_LIFE,
    UNLOCKING_LIFE,
    WINDOW_LIFE,
)
from queue_core.domain.words import (
    AppointmentState,
    CaseState,
    DeliveryState,
    DoorCondition,
    FollowUpStage,
    TicketState,
    UnlockingState,
    WindowState,
)

TABLES = [
    (TICKET_LIFE, TicketState),
    (DELIVERY_LIFE, DeliveryState),
    (WINDOW_LIFE, WindowState),
    (CASE_LIFE, CaseState),
    (FOLLOW_UP_LIFE, FollowUpStage),
    (UNLOCKING_LIFE, UnlockingState),
    ({state: dict(enumerate(sum(row.values(), ()))) for state, row in DOOR_LIFE.items()}, DoorCondition),
    (
        {state: dict(enumerate(sum(row.values(), ()))) for state, row in APPOINTMENT_LIFE.items()},
        AppointmentState,
    ),
]


def test_every_command_is_decided_and_every_event_changes_something() -> None:
    assert set(DECISIONS) == set(get_args(Command))
    assert set(CHANGES) == set(get_args(Event))


@pytest.mark.parametrize(("table", "states"), TABLES)
def test_every_state_has_its_row(table, states) -> None:
    assert set(table) == set(states)


@pytest.mark.parametrize(("table", "states"), TABLES)
def test_every_state_but_the_first_can_be_reached(table, states) -> None:
    reached = {after for row in table.values() for after in row.values()}
    beginnings = {next(iter(states)), TicketState.WAITING}
    assert reached | (beginnings & set(states)) == set(states)


def test_every_event_has_a_kind_and_a_version_of_its_own() -> None:
    kinds = [kind_of(each) for each in get_args(Event)]
    assert len(set(kinds)) == len(kinds)
    assert all(each.VERSION >= 1 for each in get_args(Event))


def test_an_event_that_cannot_follow_is_no_event(play) -> None:
    play.open(1)
    play.take()
    play.serve(1)
    with pytest.raises(KeyError):
        evolve(play.day, play.events[-1])


def every_refusal(root=refusals.Refusal):
    return [each for sub in root.__subclasses__() for each in (sub, *every_refusal(sub))]


def test_every_refusal_has_a_code_of_its_own_and_a_remedy() -> None:
    leaves = [each for each in every_refusal() if not each.__subclasses__()]
    assert len(leaves) > 12
    assert len({each.code for each in leaves}) == len(leaves)
    assert all("code" in vars(each) and vars(each)["remedy"].endswith(".") for each in leaves)
