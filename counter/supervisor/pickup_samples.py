"""Invented cabinets with 24 and 120 doors, and messages, for pictures and tests."""

from msgspec.structs import replace as altered

from counter.supervisor import samples
from counter.supervisor.flow.doors import DoorName
from counter.supervisor.flow.state import Duty, Panel
from counter.supervisor.samples import MINUTE_MS, NOW_MS
from queue_core.wire.lockers import Unlocking
from queue_core.wire.outgoing import CarrierStanding, DeadCount, DeadLetter, MessageKind, Messages, Waiting
from queue_core.wire.supervision import Alarm, AlarmKind
from queue_core.wire.views import CabinetView, DoorView
from queue_core.wire.words import (
    DoorCondition,
    DoorSize,
    DoorTrouble,
    DoorUse,
    UnlockingPurpose,
    UnlockingState,
)

DAY_MS = 24 * 60 * MINUTE_MS
SIZES = (DoorSize.SMALL,) * 12 + (DoorSize.MEDIUM,) * 8 + (DoorSize.LARGE,) * 4
PLACES = ("一层大厅", "二层东侧", "南门外")


def door(number: int, **changes: object) -> DoorView:
    """Closed, free; 24 on a board, of three sizes."""
    board, at = divmod(number - 1, len(SIZES))
    plain = DoorView(
        number=number,
        size=SIZES[at],
        board=board + 1,
        channel=at + 1,
        condition=DoorCondition.CLOSED,
        use=DoorUse.FREE,
        since_ms=NOW_MS - (40 + number) * MINUTE_MS,
    )
    return altered(plain, **changes)


def holding(number: int, *, days_left: int = 2) -> DoorView:
    return door(
        number,
        use=DoorUse.HOLDS,
        case=f"20251230-{number:04}5",
        keep_until_ms=NOW_MS + days_left * DAY_MS,
        is_overdue=days_left < 0,
    )


def unlocking(
    number: int, purpose: UnlockingPurpose, state: UnlockingState, *, case: str | None = None
) -> Unlocking:
    return Unlocking(
        unlocking_id=700 + number,
        cabinet="L1",
        door=number,
        purpose=purpose,
        state=state,
        asked_at_ms=NOW_MS - 6 * MINUTE_MS,
        case=case or f"20251230-{number:04}5",
    )


def pending(number: int, purpose: UnlockingPurpose, state: UnlockingState) -> DoorView:
    is_open = state is UnlockingState.OPEN
    holds = holding(number) if purpose is not UnlockingPurpose.DEPOSIT else door(number)
    return altered(
        holds,
        use=DoorUse.UNSURE if state is UnlockingState.UNSURE else DoorUse.PENDING,
        condition=DoorCondition.OPEN if is_open else DoorCondition.CLOSED,
        unlocking=unlocking(number, purpose, state),
    )


def forced(number: int) -> DoorView:
    return altered(
        holding(number), condition=DoorCondition.OPEN, use=DoorUse.UNSURE, trouble=DoorTrouble.FORCED
    )


TROUBLED = {
    2: holding(2, days_left=-1),
    3: pending(3, UnlockingPurpose.COLLECTION, UnlockingState.UNSURE),
    4: altered(
        pending(4, UnlockingPurpose.COLLECTION, UnlockingState.OPEN),
        is_left_open=True,
        since_ms=NOW_MS - 5 * MINUTE_MS,
    ),
    5: forced(5),
    7: door(7, use=DoorUse.OUT, trouble=DoorTrouble.STUCK),
    9: door(9, use=DoorUse.OUT, trouble=DoorTrouble.FOUND_FULL),
    10: pending(10, UnlockingPurpose.DEPOSIT, UnlockingState.ASKED),
    14: pending(14, UnlockingPurpose.DEPOSIT, UnlockingState.OPEN),
    15: door(15, use=DoorUse.OUT, is_in_service=False),
    17: door(17, use=DoorUse.OUT, condition=DoorCondition.UNKNOWN, since_ms=NOW_MS - MINUTE_MS),
    18: altered(holding(18), condition=DoorCondition.UNKNOWN, since_ms=NOW_MS - MINUTE_MS),
    20: altered(holding(20), trouble=DoorTrouble.STUCK),
    23: pending(23, UnlockingPurpose.INSPECTION, UnlockingState.UNSURE),
}
"""Each way in which a door can stand."""


def ordinary(number: int) -> DoorView:
    return holding(number) if number * 7 % 5 in {0, 2} else door(number)


def cabinet(code: str, count: int = 24, *, troubled: bool = False, **changes: object) -> CabinetView:
    """Empty and full doors; `troubled` as an evil day leaves them."""
    seen = CabinetView(
        cabinet=code,
        names={"zh-CN": f"{PLACES[int(code[1:]) - 1]}取件柜", "en": f"Locker {code[1:]}"},
        place="",
        doors=tuple(
            TROUBLED[number] if troubled and number in TROUBLED else ordinary(number)
            for number in range(1, count + 1)
        ),
    )
    return altered(seen, **changes)


ONE = (cabinet("L1", troubled=True),)
THREE = (
    cabinet("L1", troubled=True),
    cabinet("L2", locked_until_ms=NOW_MS + 20 * MINUTE_MS),
    cabinet("L3", is_connected=False),
)
MANY = (cabinet("L1", 120, troubled=True),)
CABINET_ALARMS = (
    samples.alarm(AlarmKind.DOOR_FORCED, "door:L1/5", 3),
    samples.alarm(AlarmKind.DOOR_LEFT_OPEN, "door:L1/4", 5),
    samples.alarm(AlarmKind.DOOR_UNSURE, "door:L1/3", 6),
    samples.alarm(AlarmKind.CASE_MISSING, "case:20251229-00317", 14),
    samples.alarm(AlarmKind.PROOFS_LOCKED, "cabinet:L2", 8, until_ms=NOW_MS + 20 * MINUTE_MS),
    samples.alarm(
        AlarmKind.PROOFS_LOCKED, "front-end:K1", 2, until_ms=NOW_MS + 3 * MINUTE_MS, place="kiosk:K1"
    ),
    samples.alarm(AlarmKind.CABINET_AWAY, "cabinet:L3", 9),
    samples.alarm(AlarmKind.BOARD_AWAY, "cabinet:L1", 1),
    samples.alarm(AlarmKind.DOOR_STUCK, "door:L1/7", 30),
    samples.alarm(AlarmKind.DOOR_FOUND_FULL, "door:L1/9", 50),
    samples.alarm(AlarmKind.DOOR_OVERDUE, "door:L1/2", 70),
    samples.alarm(AlarmKind.CABINET_NEARLY_FULL, "cabinet:L2", 80, free=2),
    samples.alarm(AlarmKind.CARRIER_AWAY, "carrier:cmpp-mobile", 22, tried_ms=NOW_MS - MINUTE_MS),
    samples.alarm(AlarmKind.DEAD_LETTERS, "messages", 15, count=7),
    samples.alarm(AlarmKind.HOOK_REFUSED, "partner:beebox", 4, count=3),
)


def told(*, is_calm: bool = False, sent: int = 1412, minutes_ago: int = 0) -> Messages:
    now_ms = NOW_MS - minutes_ago * MINUTE_MS
    mobile = CarrierStanding(
        name="cmpp-mobile",
        is_up=is_calm,
        since_ms=NOW_MS - 22 * MINUTE_MS,
        in_hand=0,
        sent=386,
        tried_ms=NOW_MS - MINUTE_MS,
    )
    return Messages(
        now_ms=now_ms,
        carriers=(
            CarrierStanding(
                name="aliyun", is_up=True, since_ms=NOW_MS - 130 * MINUTE_MS, in_hand=4, sent=sent
            ),
            mobile,
            CarrierStanding(name="wechat", is_up=True, since_ms=None, in_hand=0, sent=0),
        ),
        waiting=()
        if is_calm
        else (
            Waiting(kind=MessageKind.RESULT_READY, count=64, oldest_ms=NOW_MS - 21 * MINUTE_MS),
            Waiting(kind=MessageKind.APPOINTMENT_TOMORROW, count=212, oldest_ms=NOW_MS - 95 * MINUTE_MS),
        ),
        today={"delivered": 1620, "sent": 178, "pending": 276, "undelivered": 214, "dead": 3},
        dead=() if is_calm else DEAD,
    )


def died(reason: str, remedy: str, count: int, can_go_again: int | None = None) -> DeadCount:
    return DeadCount(
        reason=reason,
        count=count,
        can_go_again=count if can_go_again is None else can_go_again,
        remedy={"zh-CN": remedy, "en": "Send it once more, then call."},
    )


def letter(message_id: int, kind: MessageKind, reason: str, remedy: str, **changes: object) -> DeadLetter:
    plain = DeadLetter(
        message_id=message_id,
        kind=kind,
        attempts=3,
        created_at_ms=NOW_MS - message_id * MINUTE_MS,
        since_ms=NOW_MS - MINUTE_MS,
        reason=reason,
        remedy={"zh-CN": remedy, "en": "Send it once more, then call."},
        can_go_again=True,
    )
    return altered(plain, **changes)


UNDELIVERED = "短信平台报告未送达：可能关机、停机或空号。可重发一次，仍不成功请电话告知。"
LATE = "一直没能发出，现在已没有意义。请查看发送渠道。"
GONE = "保存期限已过，号码已清除，不能再发。"
REFUSED = "短信平台拒收。请管理员查明后再重发。"
LETTERS = (
    letter(31, MessageKind.RESULT_READY, "UNDELIV", UNDELIVERED, attempts=1),
    letter(44, MessageKind.RESULT_READY, "UNDELIV", UNDELIVERED, attempts=1),
    letter(52, MessageKind.LOCKER_EXPIRING, "UNDELIV", UNDELIVERED, attempts=1),
    letter(60, MessageKind.RATING_LINK, "expired", LATE),
    letter(71, MessageKind.RESULT_READY, "erased", GONE, can_go_again=False),
    letter(75, MessageKind.RESULT_READY, "isv.SMS_CONTENT_ILLEGAL", REFUSED),
)
DEAD = (
    died("UNDELIV", UNDELIVERED, 214, 211),
    died("expired", LATE, 1),
    died("erased", GONE, 1, 0),
    died("isv.SMS_CONTENT_ILLEGAL", REFUSED, 1),
)
"""Of the first more than are listed, and some whose number is gone."""


def pickup_duty(cabinets: tuple[CabinetView, ...], **changes: object) -> Duty:
    """A hall of twelve windows with these cabinets, that sends messages."""
    plain = samples.duty(12)
    assert plain.hall is not None
    fixed: dict[str, object] = {
        "hall": altered(plain.hall, has_messages=True),
        "cabinets": cabinets,
        "messages": told(),
        "told_before": (told(sent=1100, minutes_ago=2), told()),
        "dead_letters": LETTERS,
    }
    return samples.duty(12, **(fixed | changes))


def alarmed(*alarms: Alarm) -> dict[str, object]:
    supervision = samples.duty(12).supervision
    assert supervision is not None
    return {"supervision": altered(supervision, alarms=alarms)}


def at_door(number: int, cabinets: tuple[CabinetView, ...] = ONE, **changes: object) -> Duty:
    chosen = DoorName(cabinet=cabinets[0].cabinet, door=number)
    return pickup_duty(cabinets, panel=Panel.LOCKERS, door=chosen, **changes)
