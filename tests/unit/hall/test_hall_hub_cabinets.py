"""Who is told of cabinets: each of itself, supervisors of all with what lies there, others of none."""

import msgspec
from msgspec.structs import replace

from queue_core.hall.cabinet_views import CabinetNow
from queue_core.hall.hub import Audience, Hub, of_cabinet
from queue_core.hall.principal import Principal
from queue_core.hall.streaming import audience
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import CabinetView, DoorView
from queue_core.wire.words import DoorCondition, DoorSize, DoorUse, Role
from tests.unit.hall.test_hall_hub import KIOSK, WALL, Screen, moment

STAFF = Audience(windows=None, calls=True, holders=False, cabinets=None, cases=True)


def cabinet(code: str, *, case: str | None = "X1") -> CabinetNow:
    door = DoorView(
        number=1,
        size=DoorSize.SMALL,
        board=1,
        channel=1,
        condition=DoorCondition.CLOSED,
        use=DoorUse.HOLDS if case else DoorUse.FREE,
        case=case,
    )
    seen = CabinetView(cabinet=code, names={}, place="", doors=(door,))
    return CabinetNow(for_staff=seen, for_itself=replace(seen, doors=(replace(door, case=None),)))


def with_cabinets(**cabinets: CabinetNow):
    return replace(moment(), cabinets=cabinets)


def told(screen: Screen) -> list[list[CabinetView]]:
    """What each frame said of cabinets."""
    return [
        list(frame.cabinets)
        if isinstance(frame, Snapshot)
        else [each for each in frame.views if isinstance(each, CabinetView)]
        for frame in screen.frames
    ]


def test_each_sees_what_is_its_own() -> None:
    now = with_cabinets(L1=cabinet("L1"), L2=cabinet("L2"))
    hub = Hub(now, lambda _: None)
    itself, staff = Screen(hub, of_cabinet("L1")), Screen(hub, STAFF)
    wall, kiosk = Screen(hub, WALL), Screen(hub, KIOSK)
    assert told(itself) == [[now.cabinets["L1"].for_itself]]
    assert [(each.cabinet, each.is_connected, each.doors[0].case) for each in told(staff)[0]] == [
        ("L1", True, "X1"),
        ("L2", False, "X1"),
    ]
    assert told(wall) == told(kiosk) == [[]]
    assert all(b"X1" not in frame for frame in (*itself.sent, *wall.sent, *kiosk.sent))


def test_of_what_lies_in_cabinets_supervisors_hear_alone() -> None:
    told_of = {role: audience(Principal(role=role, name="L1", windows=(1,), token_hash=b"")) for role in Role}
    assert {role for role, each in told_of.items() if each.cases} == {Role.SUPERVISOR}
    assert told_of[Role.CABINET] == of_cabinet("L1")
    hearers = {role for role, each in told_of.items() if each.cabinets != frozenset()}
    assert hearers == {Role.SUPERVISOR, Role.CABINET}


async def test_what_changed_is_told_and_nothing_else() -> None:
    first = with_cabinets(L1=cabinet("L1"), L2=cabinet("L2"))
    hub = Hub(first, lambda _: None)
    itself, staff = Screen(hub, of_cabinet("L1")), Screen(hub, STAFF)
    hub.publish(replace(first, cabinets=dict(first.cabinets)))
    await hub.settle()
    assert (len(itself.frames), len(staff.frames)) == (1, 1)
    hub.publish(replace(first, cabinets={**first.cabinets, "L2": cabinet("L2", case=None)}))
    assert len(itself.frames) == 1
    assert [[each.cabinet for each in views] for views in told(staff)[1:]] == [["L2"]]
    only_case = replace(first, cabinets={"L1": cabinet("L1", case="X2"), "L2": cabinet("L2", case=None)})
    hub.publish(only_case)
    assert len(itself.frames) == 1
    assert told(staff)[-1][0].doors[0].case == "X2"


async def test_staff_hear_of_a_line_that_is_lost_or_back() -> None:
    now = with_cabinets(L1=cabinet("L1"))
    hub = Hub(now, lambda _: None)
    staff = Screen(hub, STAFF)
    assert not told(staff)[0][0].is_connected
    assert not hub.is_connected("L1")
    itself = Screen(hub, of_cabinet("L1"))
    await hub.settle()
    assert told(staff)[-1][0].is_connected
    assert hub.is_connected("L1")
    hub.leave(of_cabinet("L1"), itself.subscriber)
    await hub.settle()
    assert [views[0].is_connected for views in told(staff)] == [False, True, False]
    assert len(itself.frames) == 1


def test_who_comes_back_is_told_what_was_missed_of_cabinets() -> None:
    first = with_cabinets(L1=cabinet("L1"))
    hub = Hub(first, lambda _: None)
    before = Screen(hub, of_cabinet("L1"))
    hub.leave(of_cabinet("L1"), before.subscriber)
    hub.publish(with_cabinets(L1=cabinet("L1", case=None)))
    back = Screen(hub, of_cabinet("L1"), before.frames[0].cursor)
    assert isinstance(back.frames[0], Changes)
    assert told(back)[0][0].doors[0].use is DoorUse.FREE
    assert msgspec.json.encode(back.frames[0])
