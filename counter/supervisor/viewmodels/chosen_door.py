"""The door that was chosen: how it stands, what is inside, what may be done to it. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.doors import cabinet_at, door_deeds
from counter.supervisor.flow.state import Duty
from counter.supervisor.viewmodels import door_words, naming
from counter.supervisor.viewmodels.cabinets import name_of
from counter.supervisor.viewmodels.door_words import Sign, sign_of
from queue_core.wire.lockers import Unlocking
from queue_core.wire.views import CabinetView, DoorView
from queue_core.wire.words import DoorCondition, UnlockingState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorFactProps:
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorDeedProps:
    deed: str
    text: str
    icon_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingProps:
    finding: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenDoorProps:
    """`key` is empty while none is chosen. `deed` is being prepared: `says` what it will do.

    `blocked` says why nothing can be opened from afar; `is_second` after the first yes.
    """

    key: str = ""
    title: str = ""
    cabinet: str = ""
    sign: str = ""
    tone: str = ""
    state: str = ""
    remedy: str = ""
    blocked: str = ""
    facts: tuple[DoorFactProps, ...] = ()
    deeds: tuple[DoorDeedProps, ...] = ()
    deed: str = ""
    deed_title: str = ""
    says: str = ""
    confirm: str = ""
    findings: tuple[FindingProps, ...] = ()
    is_second: bool = False


def chosen_door(state: Duty, *, language: str, now_ms: int) -> ChosenDoorProps:
    door = state.chosen_door
    there = cabinet_at(state.cabinets, state.door.cabinet) if state.door else None
    if door is None or there is None:
        return ChosenDoorProps()
    sign, deed = sign_of(door), state.door_deed
    return ChosenDoorProps(
        key=f"{there.cabinet}/{door.number}",
        title=translate("Doors", "{door} 号柜门").format(door=door.number),
        cabinet=f"{name_of(there, language)} · {door_words.size_word(door.size)}",
        sign=sign,
        tone=door_words.TONES[sign],
        state=door_words.word(sign),
        remedy=door_words.remedy(sign),
        blocked=blocked(there),
        facts=facts(state, door, sign, now_ms),
        deeds=tuple(
            DoorDeedProps(deed=each, text=door_words.deed_name(each), icon_name=door_words.DEED_ICONS[each])
            for each in door_deeds(door)
        ),
        deed=deed,
        deed_title=f"{door_words.deed_name(deed)} · {there.cabinet}/{door.number}" if deed else "",
        says=door_words.says(deed, door.number, is_second=state.is_second),
        confirm=door_words.confirm(deed, door.number, is_second=state.is_second),
        findings=found(door.unlocking),
        is_second=state.is_second,
    )


def blocked(there: CabinetView) -> str:
    if there.is_connected:
        return ""
    return translate("Doors", "这台取件柜没有连线，远程打不开门；要开请用柜子的钥匙。")


def found(unlocking: Unlocking | None) -> tuple[FindingProps, ...]:
    if unlocking is None:
        return ()
    return tuple(
        FindingProps(finding=each, text=door_words.finding_word(each, unlocking))
        for each in door_words.findings(unlocking)
    )


def facts(state: Duty, door: DoorView, sign: Sign, now_ms: int) -> tuple[DoorFactProps, ...]:
    listed = (
        DoorFactProps(name=translate("Doors", "办件"), text=door.case or ""),
        DoorFactProps(name=translate("Doors", "保存到"), text=kept(state, door, now_ms)),
        DoorFactProps(name=translate("Doors", "柜门"), text=condition(state, door, now_ms)),
        DoorFactProps(name=translate("Doors", "开门"), text=order(state, door.unlocking)),
        DoorFactProps(
            name=translate("Doors", "停用"),
            text="" if door.is_in_service or sign is Sign.OUT else translate("Doors", "已停用"),
        ),
        DoorFactProps(
            name=translate("Doors", "锁"),
            text=translate("Doors", "锁控板 {board}，通道 {channel}").format(
                board=door.board, channel=door.channel
            ),
        ),
    )
    return tuple(fact for fact in listed if fact.text)


def kept(state: Duty, door: DoorView, now_ms: int) -> str:
    if door.keep_until_ms is None:
        return ""
    at = naming.on_day(door.keep_until_ms, naming.zone_of(state.hall))
    if now_ms > door.keep_until_ms or door.is_overdue:
        return translate("Doors", "{at}，已过").format(at=at)
    return at


def condition(state: Duty, door: DoorView, now_ms: int) -> str:
    """What the board says, and since when; of a door never told of, nothing."""
    words = {
        DoorCondition.CLOSED: translate("Doors", "关着"),
        DoorCondition.OPEN: translate("Doors", "开着"),
        DoorCondition.UNKNOWN: translate("Doors", "不知道"),
    }
    if not door.since_ms:
        return words[door.condition]
    zone = naming.zone_of(state.hall)
    is_long = now_ms - door.since_ms > DAY_MS
    at = naming.on_day(door.since_ms, zone) if is_long else naming.at_clock(door.since_ms, zone)
    return translate("Doors", "{condition}，{at} 起").format(condition=words[door.condition], at=at)


def order(state: Duty, unlocking: Unlocking | None) -> str:
    if unlocking is None:
        return ""
    at = naming.at_clock(unlocking.asked_at_ms, naming.zone_of(state.hall))
    return translate("Doors", "{purpose}，{at}，{state}").format(
        purpose=door_words.purpose_word(unlocking.purpose), at=at, state=ORDERS[unlocking.state]()
    )


DAY_MS = 86_400_000
ORDERS = {
    UnlockingState.ASKED: lambda: translate("Doors", "等取件柜去开"),
    UnlockingState.OPEN: lambda: translate("Doors", "门已开，还没关"),
    UnlockingState.UNSURE: lambda: translate("Doors", "没看到结果"),
    UnlockingState.SETTLED: lambda: translate("Doors", "已结束"),
    UnlockingState.FAILED: lambda: translate("Doors", "没有打开"),
}
